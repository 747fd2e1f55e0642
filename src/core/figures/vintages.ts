/**
 * Mixed vintages: figures of before and after a restatement, joined.
 *
 * A source *restates* a cell when it marks its figure as restated, or when a source of an earlier
 * day stated of the same cell what its figure cannot stand for, or a dash. A source that repeats the
 * figure later confirms it; the restatement keeps the day on which it was first made.
 *
 * Figures are *mixed* when one of them was restated on a day and another is in force from a source
 * published before that day: nobody has stated it anew since, so it may still count as things were
 * counted then. That holds for the path of a derived figure, and for everything that a formula, a
 * sum or an implied value rests on, however far down.
 *
 * The spans of one line overlap. A half-year that was left as it was, while one of its quarters was
 * restated, was *overtaken* on that day: it still counts as things were counted before. By itself,
 * and with others as old, it is what was published; joined with any figure published on that day or
 * since it is mixed, though that figure was never restated.
 *
 * - Days count, not documents: two of one day restate nothing of each other.
 * - What has no date, such as the user's own hand, is neither before nor after anything.
 * - Every basis stands by itself: an aim is always older than the result it is held against.
 *
 * So four days say all of a figure: the oldest and the latest on which anything it rests on was
 * published, the latest on which anything was restated, and the earliest on which anything was
 * overtaken (`rests.ts`).
 */
import type { Fact, RoundingMode, Stated } from "#core/book.ts";
import { NEVER_RESTATED, UNDATED } from "#core/figures/rests.ts";
import type { Span } from "#core/timeline.ts";
import { endOf } from "#core/timeline.ts";
import { isPercentage, lastDigit, valueOf } from "#core/units.ts";

/** One source's figure of a cell, with the day of the source. */
export interface Dated {
  readonly fact: Pick<Fact, "stated" | "basis" | "restated">;
  /** Its rank among the days on which any source was published, from 1; {@link UNDATED} for a source without a date. */
  readonly day: number;
  readonly rounding: RoundingMode;
}

/**
 * The day on which the figure in force was first stated as it is, against an earlier one or marked
 * as restated; {@link NEVER_RESTATED} where it was so from the start.
 *
 * @param vintages every figure of the cell that is known, the higher ranked of one day later
 */
export function restatedOn(inForce: Dated, vintages: readonly Dated[], unit: string): number {
  if (inForce.day === UNDATED) return NEVER_RESTATED;
  let restated = inForce.fact.restated ? inForce.day : NEVER_RESTATED;
  let { day } = inForce;
  for (const earlier of vintages.toSorted((a, b) => a.day - b.day).toReversed()) {
    // Of one day the figure that was in force then counts.
    if (earlier.day >= day) continue;
    if (!canBeOne(earlier, inForce, unit)) return day;
    ({ day } = earlier);
    if (earlier.fact.restated) restated = day;
  }
  return restated;
}

/**
 * The day on which a figure in force was first overtaken; {@link UNDATED} where it was not.
 *
 * @param day of its source
 * @param restated the figures in force of its line that were restated, each with its day
 */
export function overtakenOn(fact: Fact, day: number, restated: Iterable<readonly [Fact, number]>): number {
  let first = UNDATED;
  for (const [other, since] of restated)
    if (since > day && overlap(fact.span, other.span)) first = Math.min(first, since);
  return first;
}

const overlap = (a: Span, b: Span): boolean => a.start < endOf(b) && b.start < endOf(a);

/** Whether two figures are the same number as far as their printed digits tell: 14,007 and 14,010 to the nearest ten. */
export function canBeOne(a: Dated, b: Dated, unit: string): boolean {
  const [mine, theirs] = [rangeOf(a, unit), rangeOf(b, unit)];
  if (mine === null || theirs === null) return mine === theirs;
  if (mine.middle === theirs.middle) return true;
  // Neighbouring ranges share an end and no more; a sum of doubles may be off by a hair of it.
  return Math.abs(mine.middle - theirs.middle) < (mine.half + theirs.half) * (1 - 1e-9);
}

/** What a figure can stand for, from `middle − half` to `middle + half`; null for a dash. */
function rangeOf({ fact, rounding }: Dated, unit: string): { readonly middle: number; readonly half: number } | null {
  const { stated, basis }: { readonly stated: Stated; readonly basis: Fact["basis"] } = fact;
  if (stated === "does-not-exist") return null;
  const value = valueOf(stated, unit);
  // Nobody rounds an aim.
  if (basis === "target") return { middle: value, half: 0 };
  const digit = lastDigit(stated.decimals, unit);
  if (rounding === "nearest" || isPercentage(unit)) return { middle: value, half: digit / 2 };
  return value === 0 ? { middle: 0, half: digit } : { middle: value + (Math.sign(value) * digit) / 2, half: digit / 2 };
}
