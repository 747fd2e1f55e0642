/** What an expression comes to: a number or a gap, and the rules by which gaps flow. */
import type { Gap, GrowthWord, Need } from "#core/gaps.ts";

export type Result = number | Gap;

export const isNumber = (result: Result): result is number => typeof result === "number";

export const NO_SUCH_SPAN: Gap = { gap: "no-such-span" };
export const NOT_ENTERED: Gap = { gap: "not-entered" };
export const DOES_NOT_EXIST: Gap = { gap: "does-not-exist" };
export const CYCLE: Gap = { gap: "cycle" };
const DIVISION_BY_ZERO: Gap = { gap: "division-by-zero" };

/** Where several inputs are gaps, the one whose mending comes first names the result. */
const FIRST: readonly Gap["gap"][] = [
  "cycle",
  "no-such-span",
  "not-comparable",
  "not-meaningful",
  "division-by-zero",
  "does-not-exist",
];

/** One gap for several: the gravest, or everything that is needed. */
function combined(gaps: readonly Gap[]): Gap {
  for (const reason of FIRST) {
    const found = gaps.find(({ gap }) => gap === reason);
    if (found !== undefined) return found;
  }
  const needs: Need[] = [];
  for (const need of gaps.flatMap((gap) => gap.needs ?? []))
    if (
      !needs.some(
        ({ line, span }) => line === need.line && span.start === need.span.start && span.length === need.span.length,
      )
    )
      needs.push(need);
  return needs.length === 0 ? NOT_ENTERED : { gap: "needs", needs };
}

/** A term of a sum, with its sign. */
export interface Term {
  readonly sign: 1 | -1;
  readonly result: Result;
}

/**
 * A sum of terms. What does not exist counts as nothing; what is not entered makes the sum a gap
 * that says how much of it is there.
 */
export function sumOf(terms: readonly Term[]): Result {
  let sum = 0;
  let count = 0;
  const missing: Gap[] = [];
  for (const { sign, result } of terms) {
    if (isNumber(result)) {
      sum += sign * result;
      count += 1;
    } else if (result.gap !== "does-not-exist") missing.push(result);
  }
  if (missing.length > 0) {
    const gap = combined(missing);
    return gap.gap === "needs" && count > 0 ? { ...gap, entered: { count, of: terms.length, sum } } : gap;
  }
  return count === 0 ? DOES_NOT_EXIST : sum;
}

/** Applies a function to numbers, or passes their gaps on: what does not exist has no product. */
export function withNumbers(results: readonly Result[], apply: (...numbers: number[]) => Result): Result {
  const gaps = results.filter((result): result is Gap => !isNumber(result));
  if (gaps.length > 0) return combined(gaps);
  const result = apply(...results.filter(isNumber));
  // An overflow or a root of a negative is no figure to show.
  return isNumber(result) && !Number.isFinite(result) ? { gap: "not-meaningful" } : result;
}

export const quotient = (dividend: Result, divisor: Result): Result =>
  withNumbers([dividend, divisor], (a, b) => (b === 0 ? DIVISION_BY_ZERO : a / b));

/**
 * Growth of `current` on `base` as a plain number. Not meaningful when the base is zero or less or
 * the current figure is negative; then it says which way the result turned.
 */
export const growth = (current: Result, base: Result): Result =>
  withNumbers([current, base], (now, before) => {
    if (before > 0 && now >= 0) return now / before - 1;
    return { gap: "not-meaningful", growth: turned(now, before) };
  });

function turned(now: number, before: number): GrowthWord {
  if (before >= 0) return now < 0 ? "turned-to-loss" : "from-zero";
  if (now >= 0) return "turned-to-profit";
  return now < before ? "loss-widened" : "loss-narrowed";
}

/** The difference of two results; unlike a sum it needs both. */
export const difference = (current: Result, base: Result): Result =>
  withNumbers([current, base], (now, before) => now - before);
