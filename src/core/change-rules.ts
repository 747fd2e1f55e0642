/** Whether a book still holds together after a change: what a store's foreign keys and a person's sense ask for. */
import type { Book } from "#core/book.ts";
import { applyChanges, ChangeMismatch, ROW_KEYS, type RowChange } from "#core/changes.ts";

/** What speaks against a change: the row, as `collection key`, and why. */
export interface Objection {
  readonly row: string;
  readonly why: "not-as-before" | "names-what-is-not-there" | "bad-formula" | "circle-of-parents";
}

/** The first objection to a change of a book; null where there is none. */
export function objectionTo(book: Book, changes: readonly RowChange[]): Objection | null {
  let after: Book;
  try {
    after = applyChanges(book, changes);
  } catch (error) {
    if (error instanceof ChangeMismatch) return { row: error.message, why: "not-as-before" };
    throw error;
  }
  return missingReference(after);
}

function missingReference(book: Book): Objection | null {
  const lines = new Set(book.lines.map(ROW_KEYS.lines));
  for (const line of book.lines)
    if (line.parent !== null && !lines.has(line.parent))
      return { row: `lines ${line.id}`, why: "names-what-is-not-there" };
  return null;
}
