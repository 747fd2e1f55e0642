/** The book's lines as a list from which a company chooses its own, in its order. */
import type { Book, CompanyLine, Line } from "#core/book.ts";
import { applyChanges } from "#core/changes.ts";
import { rowsOf } from "#core/layout.ts";
import { planMoveLine, spotBeside } from "#core/line-plans.ts";

/** A choice that is not made yet. */
export interface Choosing {
  readonly company: string;
  /** The book as if the company used every line, in the order of the list. */
  readonly book: Book;
  readonly used: ReadonlySet<string>;
}

export interface ListedLine {
  readonly line: Line;
  readonly parent: string | null;
  readonly depth: number;
  readonly isUsed: boolean;
}

/** What the company uses, in its order; a line it does not use stands after the one before it in the book. */
export function choosingOf(book: Book, company: string): Choosing {
  const used = rowsOf(book, company).flatMap((row) => (row.kind === "line" ? [row.id] : []));
  const inBook = book.lines.toSorted((a, b) => a.position - b.position).map(({ id }) => id);
  const order = [...used];
  for (const [index, line] of inBook.entries())
    if (!order.includes(line)) order.splice(order.indexOf(inBook[index - 1] ?? "") + 1, 0, line);
  const uses = order.map((line, position): CompanyLine => ({ company, line, position, labelEn: null, labelJa: null }));
  return { company, book: { ...book, companyLines: uses }, used: new Set(used) };
}

/** The list as it stands, section by section. */
export const listedIn = ({ book, company, used }: Choosing): ListedLine[] =>
  rowsOf(book, company).flatMap((row) =>
    row.kind === "line" ? [{ line: row.line, parent: row.parent, depth: row.depth, isUsed: used.has(row.id) }] : [],
  );

/** The lines chosen, in the order of the list. */
export const chosenIn = (choosing: Choosing): string[] =>
  listedIn(choosing).flatMap(({ line, isUsed }) => (isUsed ? [line.id] : []));

export function toggled(choosing: Choosing, id: string): Choosing {
  const used = new Set(choosing.used);
  if (!used.delete(id)) used.add(id);
  return { ...choosing, used };
}

/** One place up or down among those it stands beside, with what stands under it. */
export function movedBy(choosing: Choosing, id: string, step: -1 | 1): Choosing {
  const spot = spotBeside(choosing.book, choosing.company, id, step);
  return spot === null ? choosing : movedTo(choosing, id, spot.before);
}

/** Above or below another line, or the one of its own siblings that line stands under; elsewhere it stays where it is. */
export function movedBeside(choosing: Choosing, id: string, other: string, side: "above" | "below"): Choosing {
  const list = listedIn(choosing);
  const byId = new Map(list.map((each) => [each.line.id, each]));
  const moved = byId.get(id);
  if (moved === undefined) return choosing;
  const siblings = list.filter(({ line, parent }) => parent === moved.parent && line.section === moved.line.section);
  let beside = byId.get(other);
  while (beside !== undefined && !siblings.includes(beside)) beside = byId.get(beside.parent ?? "");
  if (beside === undefined || beside === moved) return choosing;
  const next = side === "above" ? beside : siblings[siblings.indexOf(beside) + 1];
  return movedTo(choosing, id, next?.line.id ?? null);
}

function movedTo(choosing: Choosing, id: string, before: string | null): Choosing {
  const { book, company } = choosing;
  const row = listedIn(choosing).find(({ line }) => line.id === id);
  if (row === undefined) return choosing;
  const plan = planMoveLine(book, company, id, { section: row.line.section, parent: row.parent, before });
  return plan === null ? choosing : { ...choosing, book: applyChanges(book, plan.changes) };
}

/** Whether a line has every word of a search in its names. */
export function matches({ id, labelEn, labelJa }: Line, search: string): boolean {
  const folded = (text: string): string => text.normalize("NFKC").toLowerCase();
  const told = folded(`${labelEn} ${labelJa} ${id}`);
  return folded(search)
    .split(/\s+/u)
    .every((word) => told.includes(word));
}
