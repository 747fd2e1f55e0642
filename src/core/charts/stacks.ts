/** Bars on top of one another: what stands in one stack, what it adds up to, and its parts in percent. */
import type { Book, Line } from "#core/book.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { CompanyLines, ShownLine } from "#core/pages/page-lines.ts";
import { unitOf } from "#core/units.ts";
import type { DrawnAs, DrawnLine, Transform } from "./drawing.ts";
import type { DrawnSeries } from "./resolve-drawing.ts";

const isStacking = (as: DrawnAs): boolean => as === "stacked" || as === "share";

/** Whether what a chart shows of a line adds up with others of its unit: an amount does; growth, a share and a ratio do not. */
export function isStackable({ kind, unit }: Pick<Line, "kind" | "unit">, transform: Transform): boolean {
  const measure = unitOf(unit).kind;
  return transform === "value" && kind !== "ratio" && measure !== "percent" && measure !== "points";
}

/** How a line is drawn that was asked to be drawn so: what does not add up stands as bars of its own. */
export const drawnAs = (line: Pick<Line, "kind" | "unit">, { as, transform }: Pick<DrawnLine, "as" | "transform">) =>
  isStacking(as) && !isStackable(line, transform) ? "bar" : as;

/**
 * The text that series of one stack share; null for what stands by itself. Only one unit, and only
 * figures of one year where years stand side by side, can lie on top of one another.
 */
export const stackOf = ({ drawn, as, unit, year }: DrawnSeries): string | null =>
  isStacking(as) ? [as, drawn.axis, unit, year ?? ""].join("|") : null;

/** The line whose formula adds up to exactly these, however deep the sums lie; null where the company has none. */
export function totalOf(book: Book, lines: CompanyLines, parts: readonly string[]): ShownLine | null {
  const { identities } = formulasOf(book.lines);
  const wanted = new Set(parts);
  const partsUnder = (id: string, seen: ReadonlySet<string>): readonly string[] | null => {
    if (wanted.has(id)) return [id];
    const members = identities.get(id)?.members;
    if (members === undefined || seen.has(id)) return null;
    const within = new Set([...seen, id]);
    const found = members.map(({ line, sign }) => (sign === 1 ? partsUnder(line, within) : null));
    return found.includes(null) ? null : found.flatMap((some) => some ?? []);
  };
  if (wanted.size < 2 || wanted.size < parts.length) return null;
  const isTotal = ({ id }: ShownLine): boolean =>
    !wanted.has(id) && partsUnder(id, new Set())?.toSorted().join() === [...wanted].toSorted().join();
  return lines.all.find(isTotal) ?? null;
}

/**
 * The parts of one column of a stack as shares of them all, as spreadsheets stretch them to a hundred
 * percent: against the sum of their sizes, so that a negative part goes below zero. What does not exist
 * counts as nothing; where a part is a gap, or all are zero, nobody knows any share.
 */
export function sharesIn(series: readonly DrawnSeries[], column: number): readonly (number | null)[] {
  const parts = series.map(({ points }) => points[column]);
  const whole = parts.reduce((sum, part) => sum + Math.abs(part?.value ?? 0), 0);
  const isKnown = parts.every((part) => part?.value != null || part?.gap?.isDash === true);
  return parts.map((part) => (!isKnown || whole === 0 || part?.value == null ? null : part.value / whole));
}
