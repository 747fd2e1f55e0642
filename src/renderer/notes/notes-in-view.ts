/** Where notes stand in the grid, and what they say. */
import type { Note } from "#core/book.ts";
import { knownNotes } from "#core/known-notes.ts";
import { noteOn, noteSpan, noteText, type NoteSubject } from "#core/note-plans.ts";
import { spanKey, type Span } from "#core/timeline.ts";
import { findLine, labelOf, lineRowsIn, periodOf, remember, wordsOf, type WindowState } from "../state/window-state.ts";

/** The subject of a note of the window's company. A balance's cell is its boundary. */
export const subjectIn = (state: WindowState, line: string | null, span: Span | null): NoteSubject => ({
  company: state.company,
  line,
  span:
    line === null || span === null ? span : noteSpan(lineRowsIn(state).get(line)?.line ?? findLine(state, line), span),
});

/** The text that identifies what a note is about: the `figureKey` of a cell, a line with nothing behind it, and so on. */
export const subjectKey = ({ line, span }: Pick<Note, "line" | "span">): string =>
  `${line ?? ""}|${span === null ? "" : spanKey(span)}`;

const NONE: readonly Note[] = [];

/** The notes that the day shown could have known. */
export const knownNotesIn: (state: WindowState) => readonly Note[] = remember(
  (state) => [state.edited.shown.notes, state.edited.shown.sources, state.asOf],
  (notes, sources, asOf) => knownNotes({ notes, sources }, asOf),
);

/**
 * The company's notes by their `subjectKey`; those about nothing in the grid are not among them, nor those of another
 * scope or basis than is shown: the reason of a target says nothing of the actual figure.
 */
const notesBySubject: (state: WindowState) => ReadonlyMap<string, readonly Note[]> = remember(
  (state) => [knownNotesIn(state), state.company, state.scope, state.basis],
  (notes, company, scope, basis) =>
    Map.groupBy(
      notes.filter(
        (note) =>
          note.company === company &&
          (note.line !== null || note.span !== null) &&
          (note.scope ?? scope) === scope &&
          (note.basis ?? basis) === basis,
      ),
      subjectKey,
    ),
);

/** The notes on exactly this: a cell, a row (no span) or a column (no line). */
export const notesAt = (state: WindowState, line: string | null, span: Span | null): readonly Note[] =>
  notesBySubject(state).get(subjectKey(subjectIn(state, line, span))) ?? NONE;

/** The notes that a cell's explanation tells: its own, its row's, its period's. */
export function notesAbout(state: WindowState, line: string, span: Span): readonly Note[] {
  const own = notesAt(state, line, span);
  const ofPeriod = notesAt(state, null, span);
  return [...own, ...notesAt(state, line, null), ...ofPeriod];
}

/** The note that is edited where none is named; null: there is none yet. */
export const noteToEdit = (state: WindowState, line: string | null, span: Span | null): Note | null =>
  noteOn(knownNotesIn(state), subjectIn(state, line, span));

export const textOf = (state: WindowState, note: Note): string => noteText(note, state.settings.language);

/** As much of a note as is told in passing. */
const LONGEST_TOLD = 200;

/** `Note: …` with the beginning of the text; empty where there is no note. */
export function toldNotes(state: WindowState, line: string | null, span: Span | null): string {
  const notes = notesAt(state, line, span);
  if (notes.length === 0) return "";
  const text = notes.map((note) => textOf(state, note)).join(" / ");
  const short = text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD).trimEnd()}…` : text;
  return wordsOf(state).notes.told(short);
}

/** What a note is about, in words. */
export function subjectText(state: WindowState, line: string | null, span: Span | null): string {
  const { title } = wordsOf(state).notes;
  if (line === null) return span === null ? "" : title.column(periodOf(state, span));
  return span === null ? title.row(labelOf(state, line)) : title.cell(labelOf(state, line), periodOf(state, span));
}

/** The text under which a draft is kept: what it is about, which note of it, in which language. */
export const draftKey = (state: WindowState, line: string | null, span: Span | null, note: string | null): string =>
  [state.company, subjectKey(subjectIn(state, line, span)), note ?? "", state.settings.language].join("|");
