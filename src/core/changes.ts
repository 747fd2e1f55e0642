/**
 * A change to a book, as data: the row before and the row after. The store writes it, the journal
 * keeps it, the window applies it to its own copy, and undo is the same change turned round.
 */
import { factKey } from "#core/book.ts";
import type { Book, Break, Company, CompanyLine, Fact, Line, Note, Section, Source, StatedFigure } from "#core/book.ts";

/** The collections of a book and what they hold. */
export interface BookRows {
  readonly sections: Section;
  readonly lines: Line;
  readonly companies: Company;
  readonly companyLines: CompanyLine;
  readonly sources: Source;
  readonly facts: Fact;
  readonly statements: StatedFigure;
  readonly notes: Note;
  readonly breaks: Break;
}

export type Collection = keyof BookRows;

/** One row's change. `before` null: it is new; `after` null: it is gone; never both. */
export type RowChange = {
  readonly [C in Collection]: {
    readonly in: C;
    readonly before: BookRows[C] | null;
    readonly after: BookRows[C] | null;
  };
}[Collection];

/** What the journal says was done, in words that a dictionary turns into a sentence. */
export interface Deed {
  readonly kind: "create" | "enter" | "clear" | "paste" | "import" | "lines" | "sources" | "notes";
  /** How many cells or rows were touched. */
  readonly count: number;
  /** The one line touched, where it is one. */
  readonly line?: string;
  /** The span touched, where it is one. */
  readonly span?: { readonly start: number; readonly length: number };
}

const idKey = (row: { readonly id: string }): string => row.id;

/** The text that identifies a row within its collection. */
export const ROW_KEYS: { readonly [C in Collection]: (row: BookRows[C]) => string } = {
  sections: idKey,
  lines: idKey,
  companies: idKey,
  companyLines: (row) => `${row.company}|${row.line}`,
  sources: idKey,
  facts: factKey,
  statements: idKey,
  notes: idKey,
  breaks: idKey,
};

/** The order in which rows are written so that what they refer to is there already. */
export const WRITE_ORDER: readonly Collection[] = [
  "sections",
  "lines",
  "companies",
  "companyLines",
  "sources",
  "facts",
  "statements",
  "notes",
  "breaks",
];

/** The same changes turned round, in reverse order: applying both leaves the book as it was. */
export function inverse(changes: readonly RowChange[]): RowChange[] {
  return changes.toReversed().map((change) => ({ ...change, before: change.after, after: change.before }) as RowChange);
}

/** That a change does not fit the book it is applied to: the row it expects is not there, or another is. */
export class ChangeMismatch extends Error {
  override readonly name = "ChangeMismatch";
}

/**
 * The book after the changes.
 * @throws ChangeMismatch when a row that should be there is not, or one that should not be is:
 *   the caller worked from an older state of the book.
 */
export function applyChanges(book: Book, changes: readonly RowChange[]): Book {
  const result: Record<string, readonly unknown[]> = { ...book };
  for (const collection of WRITE_ORDER) {
    const own = changes.filter((change) => change.in === collection);
    if (own.length > 0)
      result[collection] = applyTo(book[collection], own, ROW_KEYS[collection] as (row: unknown) => string);
  }
  return result as unknown as Book;
}

function applyTo(rows: readonly unknown[], changes: readonly RowChange[], keyOf: (row: unknown) => string): unknown[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  for (const { in: collection, before, after } of changes) {
    if (before !== null) {
      if (!byKey.has(keyOf(before))) throw new ChangeMismatch(`${collection}: ${keyOf(before)} is not in the book`);
      // Deleting first keeps a renamed row from standing twice.
      if (after === null || keyOf(after) !== keyOf(before)) byKey.delete(keyOf(before));
    }
    if (after !== null) {
      if ((before === null || keyOf(before) !== keyOf(after)) && byKey.has(keyOf(after)))
        throw new ChangeMismatch(`${collection}: ${keyOf(after)} is in the book already`);
      byKey.set(keyOf(after), after);
    }
  }
  return [...byKey.values()];
}
