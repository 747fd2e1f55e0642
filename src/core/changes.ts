/**
 * A change to a book, as data: the row before and the row after. The store writes it, the journal
 * keeps it, the window applies it to its own copy, and undo is the same change turned round.
 */
import { factKey } from "#core/book.ts";
import type {
  Affiliate,
  Book,
  Break,
  Company,
  CompanyLine,
  Event,
  Fact,
  Line,
  Note,
  PageLine,
  Particular,
  QuarterLock,
  SavedChart,
  Section,
  Source,
  StatedFigure,
} from "#core/book.ts";

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
  readonly events: Event;
  readonly affiliates: Affiliate;
  readonly particulars: Particular;
  readonly charts: SavedChart;
  readonly locks: QuarterLock;
  readonly pageLines: PageLine;
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

export const DEED_KINDS = [
  "create",
  "enter",
  "clear",
  "paste",
  "fill",
  "import",
  "lines",
  "formula",
  "sources",
  "notes",
  "companies",
  "statements",
  "breaks",
  "restate",
  "events",
  "group",
  "charts",
  "lock",
  "unlock",
  "pages",
] as const;

/** What the journal says was done, in words that a dictionary turns into a sentence. */
export interface Deed {
  readonly kind: (typeof DEED_KINDS)[number];
  /** How many cells or rows were touched. */
  readonly count: number;
  /** The one line touched, where it is one. */
  readonly line?: string;
  /** The span touched, where it is one. */
  readonly span?: { readonly start: number; readonly length: number };
  /** Why, where somebody was asked. */
  readonly reason?: string;
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
  events: idKey,
  affiliates: idKey,
  particulars: idKey,
  charts: idKey,
  locks: (row) => `${row.company}|${row.boundary}`,
  pageLines: (row) => `${row.company}|${row.page}|${row.line}`,
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
  "events",
  "affiliates",
  "particulars",
  "charts",
  "locks",
  "pageLines",
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

function applyTo(
  rows: readonly unknown[],
  changes: readonly RowChange[],
  keyOf: (row: unknown) => string,
): readonly unknown[] {
  // One cell at a time is how a person edits; only a large change is worth an index of every row.
  const after = changes.length > FEW ? [...rows] : null;
  const index = after === null ? null : new Map(after.map((row, at) => [keyOf(row), at]));
  if (after === null || index === null) return changes.reduce((now, change) => applyOne(now, change, keyOf), rows);
  const gone = new Set<number>();
  for (const { in: collection, before, after: put } of changes) {
    const at = before === null ? undefined : index.get(keyOf(before));
    if (before !== null && at === undefined)
      throw new ChangeMismatch(`${collection}: ${keyOf(before)} is not in the book`);
    if (before !== null && at !== undefined) {
      index.delete(keyOf(before));
      gone.add(at);
    }
    if (put === null) continue;
    if (index.has(keyOf(put))) throw new ChangeMismatch(`${collection}: ${keyOf(put)} is in the book already`);
    const place = at ?? after.length;
    gone.delete(place);
    after[place] = put;
    index.set(keyOf(put), place);
  }
  return after.filter((_, at) => !gone.has(at));
}

/** Up to this many changes each looks for its own row. */
const FEW = 8;

/** One change of a collection; the other rows, and those before them, stay the same objects. */
function applyOne(
  rows: readonly unknown[],
  { in: collection, before, after }: RowChange,
  keyOf: (row: unknown) => string,
): readonly unknown[] {
  // The row itself is nearly always the very object; a copy from the wire is found by its key.
  const at = before === null ? -1 : indexOf(rows, before, keyOf);
  if (before !== null && at < 0) throw new ChangeMismatch(`${collection}: ${keyOf(before)} is not in the book`);
  const isNewKey = after !== null && (before === null || keyOf(after) !== keyOf(before));
  if (isNewKey && indexOf(rows, after, keyOf) >= 0)
    throw new ChangeMismatch(`${collection}: ${keyOf(after)} is in the book already`);
  if (after === null) return rows.toSpliced(at, 1);
  return at < 0 ? [...rows, after] : rows.with(at, after);
}

function indexOf(rows: readonly unknown[], row: unknown, keyOf: (row: unknown) => string): number {
  const same = rows.indexOf(row);
  if (same >= 0) return same;
  const key = keyOf(row);
  return rows.findIndex((other) => keyOf(other) === key);
}
