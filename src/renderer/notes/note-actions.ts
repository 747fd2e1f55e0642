/** Writing notes. What is typed is a draft from the first character on, until it is saved or discarded. */
import type { Note } from "#core/book.ts";
import { planNote, planNoteRemoval, type NotePlan } from "#core/note-plans.ts";
import type { Span } from "#core/timeline.ts";
import type { EditActions } from "../state/edits.ts";
import type { WindowStore } from "../state/window-state.ts";
import { draftKey, noteToEdit, subjectIn } from "./notes-in-view.ts";

/** What a note box is open on: a cell, a row (no span) or a column (no line), and which note of it; null: a new one. */
export interface OpenNote {
  readonly line: string | null;
  readonly span: Span | null;
  readonly note: string | null;
}

export interface NoteActions {
  /** Opens the note of a cell, a row or a column, or an empty one where it has none. */
  openNote(line: string | null, span: Span | null): void;
  /** Keeps what was typed; null: there is nothing to keep. */
  keepDraft(on: OpenNote, text: string | null): void;
  /** Stores a note and lets its draft go; blank text deletes it. False where it was refused, which is told. */
  writeNote(on: OpenNote, note: Note | null, text: string): Promise<boolean>;
  removeNote(on: OpenNote, note: Note): Promise<boolean>;
}

export function makeNoteActions(store: WindowStore, { changeRows }: Pick<EditActions, "changeRows">): NoteActions {
  const set = store.setState;
  const read = store.getState;

  const keepDraft = ({ line, span, note }: OpenNote, text: string | null): void =>
    set((state) => {
      const drafts = new Map(state.noteDrafts);
      const key = draftKey(state, line, span, note);
      if (text === null) drafts.delete(key);
      else drafts.set(key, text);
      return { noteDrafts: drafts };
    });

  const change = async (on: OpenNote, plan: NotePlan | null): Promise<boolean> => {
    const isDone = plan === null || (await changeRows(plan.changes, plan.deed));
    if (isDone) keepDraft(on, null);
    return isDone;
  };

  return {
    openNote: (line, span) =>
      set((state) => ({ dialog: { kind: "note", line, span, note: noteToEdit(state, line, span)?.id ?? null } })),
    keepDraft,
    writeNote(on, note, text) {
      const state = read();
      const subject = subjectIn(state, on.line, on.span);
      return change(on, planNote(state.edited.shown, subject, note, text, state.settings.language));
    },
    removeNote: (on, note) => change(on, planNoteRemoval(note)),
  };
}
