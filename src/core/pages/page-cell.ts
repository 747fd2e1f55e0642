/**
 * One figure of a page, with everything a person may ask of it: how it came to be, what was printed
 * in its place, whether the two agree, and where its explanation is. Pages hold no words of their own.
 */
import type { Basis, Printed, Scope } from "#core/book.ts";
import type { Verdict } from "#core/checks/check.ts";
import type { Route } from "#core/figures/cell.ts";
import type { Gap, Need } from "#core/gaps.ts";
import type { Span } from "#core/timeline.ts";
import { spanKey } from "#core/timeline.ts";

/** Whose page, and of which time. */
export interface PageAsk {
  readonly company: string;
  readonly scope: Scope;
  /** A quarter, a half, nine months, a year or twelve months: one to four quarters. */
  readonly span: Span;
  /** `2006-11-02`: what was known then; null: everything. */
  readonly asOf: string | null;
}

/** A cell of the book: what the window explains when a figure is clicked. A balance's span is its boundary, length 0. */
export interface PagePlace {
  readonly line: string;
  readonly span: Span;
  readonly scope: Scope;
  readonly basis: Basis;
}

export interface PageCell {
  /** In {@link unit}; percentages and points as plain numbers (17.4 % is 0.174). Null: there is a gap. */
  readonly value: number | null;
  /** The printed decimals to show (1 for 18.3 %); null: as many as is usual for the value and unit. */
  readonly decimals: number | null;
  /** `JPY million`, `%`, `percentage points`, `contracts`; empty for a plain number. */
  readonly unit: string;
  /** How the value came to be; `reported` where a printed percentage or change is shown. Null: there is a gap. */
  readonly route: Route | null;
  /** The weakest route it rests on: `implied` where an implied figure is part of it. Null: there is a gap. */
  readonly weakest: Route | null;
  readonly gap: Gap | null;
  /** What a source prints for this: a percentage or change, or the coarser percentage of a computed line. In {@link unit}. */
  readonly printed: Printed | null;
  /** How what is printed here stands against every other way to get it; null: nothing was held against it. */
  readonly verdict: Verdict | null;
  /** The verdict is outside: a percentage or change shown is the recomputed one, an amount the printed one. */
  readonly flagged: boolean;
  /** The span it is asked for, which an expression is evaluated over. */
  readonly span: Span;
  /** Where it stands in the book; null for what only an expression gives. */
  readonly place: PagePlace | null;
  /** The formula of a figure that was put together for this page, over {@link span}; null for a line's own cell. */
  readonly expression: string | null;
}

/** A figure that a page has a place for and the book does not hold yet. */
export interface Missing {
  readonly place: PagePlace;
  /** `not-entered`, or `needs` with the cells that would give it. */
  readonly gap: Gap;
}

/** Routes from the firmest to the weakest. */
const WEAKNESS: readonly Route[] = ["reported", "derived", "computed", "implied", "summed"];

/** The weakest of several routes; null where one of them is a gap, or there are none. */
export function weakestOf(routes: readonly (Route | null)[]): Route | null {
  if (routes.length === 0 || routes.includes(null)) return null;
  return WEAKNESS.findLast((route) => routes.includes(route)) ?? null;
}

/** Whether a chart draws it hollow: it rests on a figure that nobody printed, not even in parts. */
export const isHollow = ({ weakest }: PageCell): boolean => weakest === "implied";

const isCell = (part: object): part is PageCell => "flagged" in part && "verdict" in part;

/** Every cell of a page or of a part of one, in the order in which they stand. */
export function cellsIn(part: unknown): PageCell[] {
  if (typeof part !== "object" || part === null) return [];
  return isCell(part) ? [part] : Object.values(part).flatMap(cellsIn);
}

/**
 * What a page or a part of one waits for, each cell of the book once. What only waits for cells that
 * are listed themselves is left out: with these it comes by itself.
 */
export function missingIn(part: unknown): Missing[] {
  const missing = new Map<string, Missing>();
  for (const { place, gap, expression } of cellsIn(part)) {
    if (place === null || expression !== null || (gap?.gap !== "not-entered" && gap?.gap !== "needs")) continue;
    missing.set(missingKey(place, place), { place, gap });
  }
  const comesByItself = ({ place, gap }: Missing): boolean =>
    gap.needs !== undefined && gap.needs.every((need) => missing.has(missingKey(place, need)));
  return [...missing.values()].filter((one) => !comesByItself(one));
}

const missingKey = ({ scope, basis }: PagePlace, { line, span }: Need): string =>
  `${scope}|${basis}|${line}|${spanKey(span)}`;
