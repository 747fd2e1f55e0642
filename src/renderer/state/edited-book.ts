/**
 * The window's copy of the book: what is committed, and on top of it what was typed and is not yet
 * confirmed. The figures on screen are those of `shown`; what an answer brings replaces what was assumed.
 */
import type { Book } from "#core/book.ts";
import { applyChanges, type RowChange } from "#core/changes.ts";
import { planEntry } from "#core/entry.ts";
import type { CellsEntered } from "#contract/questions.ts";

export interface EditedBook {
  readonly committed: Book;
  /** In the order in which they were typed. */
  readonly waiting: readonly CellsEntered[];
  readonly shown: Book;
}

export const withoutEdits = (book: Book): EditedBook => ({ committed: book, waiting: [], shown: book });

/** The book as it looks at the keystroke; the same one where nothing changes: typing what is there already does not. */
export function assume(edited: EditedBook, entered: CellsEntered): EditedBook {
  const { changes } = planEntry(edited.shown, entered);
  if (changes.length === 0) return edited;
  return {
    committed: edited.committed,
    waiting: [...edited.waiting, entered],
    shown: applyChanges(edited.shown, changes),
  };
}

/**
 * The book after a commit; `entered` is the edit it answers, null where it answers none of ours.
 * @throws ChangeMismatch when the window's copy is older than the commit: read the book again.
 */
export function confirm(edited: EditedBook, changes: readonly RowChange[], entered: CellsEntered | null): EditedBook {
  return replay(applyChanges(edited.committed, changes), without(edited.waiting, entered));
}

/** The book without an edit that was refused. */
export function withdraw(edited: EditedBook, entered: CellsEntered): EditedBook {
  return replay(edited.committed, without(edited.waiting, entered));
}

const without = (waiting: readonly CellsEntered[], entered: CellsEntered | null): CellsEntered[] =>
  waiting.filter((each) => each !== entered);

function replay(committed: Book, waiting: readonly CellsEntered[]): EditedBook {
  const shown = waiting.reduce((book, entered) => applyChanges(book, planEntry(book, entered).changes), committed);
  return { committed, waiting, shown };
}
