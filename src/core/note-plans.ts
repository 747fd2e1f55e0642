/** Notes: which are about what, and their writing as changes of rows. */
import { homeOf, type Book, type Language, type Line, type Note } from "#core/book.ts";
import type { Deed, RowChange } from "#core/changes.ts";
import { sameSpan, type Span } from "#core/timeline.ts";

/** In characters. A page of text: what a book takes of one note in one language. */
export const LONGEST_NOTE = 10_000;

/** What a note is about: a line in a period (a cell), a line in all periods (a row), or a period (a column). */
export interface NoteSubject {
  readonly company: string;
  readonly line: string | null;
  /** For a balance's cell the boundary, so that the note stands with the figure in every layout. */
  readonly span: Span | null;
}

/** The text of a note in a language, or in the other where it has none in this one. */
export const noteText = ({ textEn, textJa }: Pick<Note, "textEn" | "textJa">, language: Language): string =>
  language === "ja" ? textJa || textEn : textEn || textJa;

/** The text of a note in this language alone; empty where it has none. */
export const ownText = (note: Pick<Note, "textEn" | "textJa">, language: Language): string =>
  language === "ja" ? note.textJa : note.textEn;

/** The span at which a note about a cell is kept. */
export const noteSpan = (line: Pick<Line, "kind"> | undefined, span: Span): Span =>
  line === undefined ? span : homeOf(line, span);

const isSameSpan = (a: Span | null, b: Span | null): boolean => (a === null || b === null ? a === b : sameSpan(a, b));

/** Whether a note is about exactly this, rather than about something that it is part of. */
const isNoteOn = (note: NoteSubject, subject: NoteSubject): boolean =>
  note.company === subject.company && note.line === subject.line && isSameSpan(note.span, subject.span);

/** The note of a subject that is edited where none is named: the user's own before one from a source; null: none. */
export function noteOn(notes: readonly Note[], subject: NoteSubject): Note | null {
  const own = notes.filter((note) => isNoteOn(note, subject));
  return own.find(({ source }) => source === null) ?? own[0] ?? null;
}

export interface NotePlan {
  readonly changes: readonly RowChange[];
  readonly deed: Deed;
}

/**
 * The writing of a note in one language; what it says in the other stays. Text that is empty or blank where
 * there was some deletes the note, in both languages.
 *
 * @param note the one that is edited; null: a new one
 * @returns null where nothing would change.
 */
export function planNote(
  book: Pick<Book, "notes">,
  subject: NoteSubject,
  note: Note | null,
  text: string,
  language: Language,
): NotePlan | null {
  const written = text.trim();
  const before = note === null ? "" : ownText(note, language);
  if (written === before.trim()) return null;
  if (note !== null && written === "") return planNoteRemoval(note);
  const { company, line, span } = subject;
  const kept = note ?? {
    id: newNoteId(book.notes),
    company,
    line,
    span,
    source: null,
    textEn: "",
    textJa: "",
    scope: null,
    basis: null,
  };
  const after = { ...kept, ...(language === "ja" ? { textJa: written } : { textEn: written }) };
  return { changes: [{ in: "notes", before: note, after }], deed: deedOn(kept) };
}

/** The taking away of a note, in both languages. */
export const planNoteRemoval = (note: Note): NotePlan => ({
  changes: [{ in: "notes", before: note, after: null }],
  deed: deedOn(note),
});

const deedOn = ({ line, span }: Pick<Note, "line" | "span">): Deed => ({
  kind: "notes",
  count: 1,
  ...(line === null ? {} : { line }),
  ...(span === null ? {} : { span }),
});

/** `note-7`: one more than the greatest number among the book's notes. */
function newNoteId(notes: readonly Note[]): string {
  const numbers = notes.map(({ id }) => Number(/^note-(\d{1,9})$/u.exec(id)?.[1] ?? 0));
  return `note-${Math.max(0, ...numbers) + 1}`;
}
