/**
 * How far a figure can lie from what was computed, given that its inputs were rounded when they
 * were printed.
 */
import type { Book, Fact, RoundingMode } from "#core/book.ts";
import type { Figures } from "#core/figures/figures.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { Otherwise } from "#core/figures/ground.ts";
import { groundOf } from "#core/figures/ground.ts";
import type { Range } from "#core/figures/interval.ts";
import { only, scaled } from "#core/figures/interval.ts";
import type { View } from "#core/figures/ledger.ts";
import type { Given } from "#core/figures/machine.ts";
import { outermost } from "#core/figures/outermost.ts";
import type { Step } from "#core/figures/tape.ts";
import type { Part } from "#core/figures/workings.ts";
import { Workings } from "#core/figures/workings.ts";
import { ENDLESS, Tally } from "#core/formula/settled.ts";
import type { Span } from "#core/timeline.ts";
import { isPercentage, lastDigit, valueOf } from "#core/units.ts";

/**
 * From `low` to `high`, in the unit of what it bounds. An open end is approached and never reached;
 * an infinite one is none: nothing bounds it there.
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** The interval that holds one number alone. */
const exactly = (value: number): Interval => ({ low: value, high: value, lowOpen: false, highOpen: false });

/**
 * What a printed number v with last digit u can stand for: [v − u/2, v + u/2]; truncated
 * [v, v + u) above zero, (v − u, v] below, (−u, u) at zero.
 */
function around(value: number, digit: number, rounding: RoundingMode): Interval {
  if (rounding === "nearest")
    return { low: value - digit / 2, high: value + digit / 2, lowOpen: false, highOpen: false };
  return {
    low: value > 0 ? value : value - digit,
    high: value < 0 ? value : value + digit,
    lowOpen: value <= 0,
    highOpen: value >= 0,
  };
}

/**
 * What a fact can stand for, in its line's unit. Percentages are rounded to nearest in a source
 * that truncates amounts, and targets are exact: nobody rounds a round number.
 */
export function intervalOf(
  { stated, basis }: Pick<Fact, "stated" | "basis">,
  unit: string,
  rounding: RoundingMode,
): Interval {
  if (stated === "does-not-exist") return exactly(0);
  const value = valueOf(stated, unit);
  if (basis === "target") return exactly(value);
  return around(value, lastDigit(stated.decimals, unit), isPercentage(unit) ? "nearest" : rounding);
}

/** A line as what is asked. */
export const lineOn = (line: string, span: Span): Part => ({
  sign: 1,
  expression: { kind: "line", id: line, from: 0, to: 0 },
  span,
});

/** What the parts of a question come to; NaN where one of them is a gap. */
export function answerTo(parts: readonly Part[], figures: Figures): number {
  const tally = new Tally();
  for (const { sign, expression, span } of parts) {
    const answer = figures.evaluate(expression, span);
    if (typeof answer !== "number") return Number.NaN;
    tally.add(sign * answer, ENDLESS);
  }
  return tally.sum;
}

/**
 * The interval that an answer can reach while each distinct number it was worked out from moves
 * within its own, so that an input used twice is not counted twice. Never too narrow. Exact, but
 * for the last digits of a double, where an answer rises or falls with each input, and wherever
 * halving the inputs' intervals soon settles it (`outermost.ts`); else too wide. An end is infinite
 * where the answer has no bound: a divisor may be zero.
 *
 * @param parts what is asked: the signed sum of these
 * @returns null where the question has no answer as printed.
 */
export function reachOf(book: Book, view: View, parts: readonly Part[], otherwise: Otherwise = {}): Interval | null {
  const printed = answerTo(parts, figuresOf(book, view, otherwise));
  if (Number.isNaN(printed)) return null;
  const intervals = intervalsIn(book);
  const workings = new Workings(groundOf(book, view, otherwise), intervals);
  const answer = workings.answer(parts, view.basis, otherwise.isFirm ?? false);
  const { tape, givens } = workings;
  // Workings that leave out what is printed are not those of this answer: then nothing is known of how far it reaches.
  if (!holdsNearly(tape.widest(answer).range, printed)) return UNBOUNDED;
  const reached = (at: readonly number[]): number => {
    const values = new Map(givens.map((given, index) => [given, at[index] ?? Number.NaN]));
    return answerTo(parts, figuresOf(book, view, { ...otherwise, trial: { values, onGiven: () => undefined } }));
  };
  const end = (sign: 1 | -1): number => {
    const { end: told, at } = outermost(tape, answer, sign);
    // The figures themselves have the last word: no interval leaves out what they answer.
    const own = at.length === 0 ? printed : reached(at);
    return sign * Math.max(sign * told, sign * printed, Number.isNaN(own) ? -Infinity : sign * own);
  };
  return { low: end(-1), high: end(1), ...openEnds(workings, answer, intervals) };
}

const UNBOUNDED: Interval = { low: -Infinity, high: Infinity, lowOpen: false, highOpen: false };

/** What two orders of adding the same doubles may differ by, and more. */
const HAIR = 1e-9;

function holdsNearly({ low, high }: Range, value: number): boolean {
  const hair = HAIR * Math.abs(value);
  return low <= value + hair && value - hair <= high;
}

/** An end is only approached where a number that surely moves the answer is put at an end that it only approaches. */
function openEnds(
  { tape, givens }: Workings,
  answer: Step,
  intervals: (given: Given) => Interval,
): Pick<Interval, "lowOpen" | "highOpen"> {
  const found = tape.forwards(tape.box);
  if (!tape.isCertain(answer)) return { lowOpen: false, highOpen: false };
  const slopes = tape.backwards(answer, found);
  const isOpen = (sign: 1 | -1): boolean =>
    givens.some((given, index) => {
      const { low, high } = scaled(slopes[index] ?? only(0), sign);
      const { lowOpen, highOpen } = intervals(given);
      return (low > 0 && highOpen) || (high < 0 && lowOpen);
    });
  return { lowOpen: isOpen(-1), highOpen: isOpen(1) };
}

/** What each number given can stand for. */
function intervalsIn(book: Book): (given: Given) => Interval {
  const units = new Map(book.lines.map(({ id, unit }) => [id, unit]));
  const roundings = new Map(book.sources.map(({ id, rounding }) => [id, rounding]));
  return (given) => {
    const rounding = roundings.get(given.source) ?? "nearest";
    return "stated" in given ? intervalOf(given, units.get(given.line) ?? "", rounding) : claimed(given, rounding);
  };
}

/** What a printed percentage, change or comparison can stand for: amounts by the source's mode, percentages to nearest. */
export function claimed(
  {
    printed,
    unit,
  }: { readonly printed: { readonly mantissa: number; readonly decimals: number }; readonly unit: string },
  rounding: RoundingMode,
): Interval {
  return around(valueOf(printed, unit), lastDigit(printed.decimals, unit), isPercentage(unit) ? "nearest" : rounding);
}

/** A summand with its sign and what it can stand for. */
export interface Summand {
  readonly sign: 1 | -1;
  readonly interval: Interval;
}

/** What a sum of different numbers can reach: each pushes it its own way. */
export function sumReach(summands: readonly Summand[]): Interval {
  let reach = exactly(0);
  for (const { sign, interval } of summands) {
    const { low, high, lowOpen, highOpen } = interval;
    reach = {
      low: reach.low + (sign === 1 ? low : -high),
      high: reach.high + (sign === 1 ? high : -low),
      lowOpen: reach.lowOpen || (sign === 1 ? lowOpen : highOpen),
      highOpen: reach.highOpen || (sign === 1 ? highOpen : lowOpen),
    };
  }
  return reach;
}
