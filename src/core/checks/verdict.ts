/** Judges a printed number against what its inputs can reach. */
import type { Verdict } from "#core/checks/check.ts";
import type { Interval } from "#core/figures/reach.ts";
import { roundHalfAway } from "#core/rounding.ts";
import { heldDecimals } from "#core/units.ts";

/** A number as printed, in its unit. */
export interface PrintedNumber {
  readonly value: number;
  readonly decimals: number;
  readonly unit: string;
}

/** A sum of doubles may be off by this part of its last printed digit; an interval's end must not be missed for it. */
const HAIR = 1e-6;

/** Whether two intervals share a number; ends that are only approached do not touch. @param hair by which doubles may be off */
export function meets(a: Interval, b: Interval, hair: number): boolean {
  const isBelow = (high: number, highOpen: boolean, low: number, lowOpen: boolean): boolean =>
    highOpen || lowOpen ? high <= low + hair : high < low - hair;
  return !isBelow(a.high, a.highOpen, b.low, b.lowOpen) && !isBelow(b.high, b.highOpen, a.low, a.lowOpen);
}

/**
 * *Exact* rounds half away from zero whatever the source's mode, a truncating one included: it says
 * that the figures as printed come to the printed number by the arithmetic a reader would do. What a
 * source drops from its amounts is in the intervals, so a number that it truncated is *within*.
 *
 * @param own what the printed number can stand for
 * @param computed what was recomputed from the inputs as printed
 * @param reach what the inputs can reach
 */
export function verdictOf(
  { value, decimals, unit }: PrintedNumber,
  own: Interval,
  computed: number,
  reach: Interval,
): Verdict {
  const held = heldDecimals(decimals, unit);
  const digit = 10 ** -held;
  if (Math.abs(roundHalfAway(computed, held) - value) < digit * HAIR) return "exact";
  return meets(own, reach, digit * HAIR) ? "within" : "outside";
}
