/** A row put into a book, changed or taken out, with what the journal calls it; and ids for new rows. */
import type { BookRows, Collection, Deed, RowChange } from "#core/changes.ts";

/** Changes and what the journal calls them. */
export interface RowPlan {
  readonly changes: readonly RowChange[];
  readonly deed: Deed;
}

/** The one change that has a row as it should be. @param before null: it is new @param after null: it goes */
export const rowChange = <C extends Collection>(
  of: C,
  before: BookRows[C] | null,
  after: BookRows[C] | null,
): RowChange => ({ in: of, before, after }) as RowChange;

/** Whether two rows of one shape say the same. */
export const isSameRow = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Has a row as it should be; null where it is so already. */
export function planRow<C extends Collection>(
  of: C,
  before: BookRows[C] | null,
  after: BookRows[C] | null,
  kind: Deed["kind"],
): RowPlan | null {
  if (before === after || (before !== null && after !== null && isSameRow(before, after))) return null;
  return { changes: [rowChange(of, before, after)], deed: { kind, count: 1 } };
}

/** `acme-event-7`: one more than the greatest number among the ids that begin so, in three digits as the sample has them. */
export function newId(prefix: string, rows: readonly { readonly id: string }[]): string {
  const numbers = rows.map(({ id }) => {
    const rest = id.startsWith(`${prefix}-`) ? id.slice(prefix.length + 1) : "";
    return /^\d{1,9}$/u.test(rest) ? Number(rest) : 0;
  });
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(3, "0")}`;
}

/** The changes of a collection, row by row; the same row: it stays, null: it goes. */
export const changedRows = <C extends Collection>(
  of: C,
  rows: readonly BookRows[C][],
  change: (row: BookRows[C]) => BookRows[C] | null,
): RowChange[] =>
  rows.flatMap((before) => {
    const after = change(before);
    return after === before ? [] : [rowChange(of, before, after)];
  });

/** Collections whose rows stand in an order of their own. */
type Ordered = "companies" | "affiliates" | "particulars";

/**
 * Moves a row one place among those it stands beside; null at either end. Positions are given anew where
 * two rows have the same.
 * @param siblings in their order
 */
export function planStep<C extends Ordered>(
  of: C,
  siblings: readonly BookRows[C][],
  id: string,
  step: -1 | 1,
  kind: Deed["kind"],
): RowPlan | null {
  const from = siblings.findIndex((row) => row.id === id);
  const moved = siblings[from];
  if (moved === undefined || siblings[from + step] === undefined) return null;
  const order = siblings.toSpliced(from, 1).toSpliced(from + step, 0, moved);
  const places = new Map(order.map((row, position) => [row.id, position]));
  const changes = changedRows(of, siblings, (row) => {
    const position = places.get(row.id) ?? row.position;
    return position === row.position ? row : { ...row, position };
  });
  return { changes, deed: { kind, count: 1 } };
}
