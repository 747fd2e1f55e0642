/**
 * Which line of a company stands beside which of another. Lines belong to the book, so most companies
 * share them; amounts in another unit are lines of their own, and these are found by their names.
 */
import type { Book, Line } from "#core/book.ts";
import { moneyUnit, unitInId } from "#core/company-plans.ts";
import { unitOf } from "#core/units.ts";
import type { ShownLine } from "./page-lines.ts";
import { linesOf } from "./page-lines.ts";

/** The line of a company that says what a line of the book says; null: the company has none, or several that may be it. */
export type Counterparts = (line: Line) => ShownLine | null;

export function counterpartsOf(book: Book, company: string): Counterparts {
  const { all, byId } = linesOf(book, company);
  const endings = [...new Set(book.companies.map((each) => unitInId(moneyUnit(each))))];
  const found = new Map<Line, ShownLine | null>();
  return (line) => {
    const own = byId.get(line.id);
    if (own !== undefined) return own;
    let counterpart = found.get(line);
    if (counterpart === undefined) {
      const alike = all.filter((row) => countsAlike(row.line, line));
      const stem = stemOf(line.id, endings);
      counterpart =
        onlyOne(alike.filter(({ id }) => stemOf(id, endings) === stem)) ??
        onlyOne(alike.filter((row) => isCalled(row, line)));
      found.set(line, counterpart);
    }
    return counterpart;
  };
}

/** Whether two lines could be held against each other: both money of whichever currency, or in the same unit. */
const countsAlike = (a: Line, b: Line): boolean =>
  a.kind === b.kind && (a.unit === b.unit || (unitOf(a.unit).kind === "money" && unitOf(b.unit).kind === "money"));

/** An id without the unit that tells it from the same line in another: `revenue` of `revenue_usd_thousand`. */
function stemOf(id: string, endings: readonly string[]): string {
  const bare = id.replace(/_\d+$/u, "");
  for (const ending of endings) if (bare.endsWith(`_${ending}`)) return bare.slice(0, -ending.length - 1);
  return id;
}

function isCalled(row: ShownLine, { labelEn, labelJa }: Line): boolean {
  const isSame = (a: string, b: string): boolean =>
    a !== "" && a.normalize("NFKC").toLowerCase() === b.normalize("NFKC").toLowerCase();
  return [row, row.line].some((own) => isSame(own.labelEn, labelEn) || isSame(own.labelJa, labelJa));
}

/** Of several nobody can tell which is meant. */
const onlyOne = (rows: readonly ShownLine[]): ShownLine | null => (rows.length === 1 ? (rows[0] ?? null) : null);

/** The lines that can be compared: those of every company in its order, each that is another's counterpart only once. */
export function comparableLines(book: Book, companies: readonly string[]): readonly ShownLine[] {
  const lines: ShownLine[] = [];
  for (const company of companies) {
    const counterpart = counterpartsOf(book, company);
    const known = new Set(lines.map(({ line }) => counterpart(line)?.id));
    lines.push(...linesOf(book, company).all.filter(({ id }) => !known.has(id)));
  }
  return lines;
}

/** The lines compared first: total revenues and what is left of them, as far as the first company has them. */
export function usualLines(book: Book, companies: readonly string[]): readonly string[] {
  const [first = ""] = companies;
  const lines = linesOf(book, first);
  const results = (["revenue", "operating", "ordinary", "pretax", "net"] as const).flatMap(
    (role) => lines.role(role)?.id ?? [],
  );
  // As many as can be taken in at a glance.
  return results.length > 0 ? results : lines.all.slice(0, 8).map(({ id }) => id);
}
