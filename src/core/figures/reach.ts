/**
 * How far a figure can lie from what was computed, given that its inputs were rounded when they
 * were printed.
 */
import type { Book, Fact, RoundingMode } from "#core/book.ts";
import type { Figures } from "#core/figures/figures.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { Otherwise } from "#core/figures/ground.ts";
import type { View } from "#core/figures/ledger.ts";
import type { Given } from "#core/figures/machine.ts";
import { lastDigit, unitOf, valueOf } from "#core/units.ts";

/** From `low` to `high`, in the unit of what it bounds. An open end is approached and never reached. */
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
  return around(value, lastDigit(stated.decimals, unit), unitOf(unit).kind === "percent" ? "nearest" : rounding);
}

/** Up to this many distinct inputs every corner is tried (4,096 of them); beyond, each input's own direction decides. */
const ALL_CORNERS = 12;

/**
 * The interval that an answer can reach while each distinct number it was worked out from moves
 * within its own. Taken over the corners, so that an input used twice is not counted twice.
 *
 * @param ask the question, put to figures in which some inputs stand at their ends; NaN is no answer.
 * @returns null where the question has no answer as printed.
 */
export function reachOf(
  book: Book,
  view: View,
  ask: (figures: Figures) => number,
  otherwise: Otherwise = {},
): Interval | null {
  const used = new Set<Given>();
  const collect = { values: new Map<Given, number>(), onGiven: (given: Given) => void used.add(given) };
  const printed = ask(figuresOf(book, view, { ...otherwise, trial: collect }));
  if (Number.isNaN(printed)) return null;
  const ends = endsOf(book, used);
  const reached = (values: ReadonlyMap<Given, number>): number =>
    ask(figuresOf(book, view, { ...otherwise, trial: { values, onGiven: () => undefined } }));
  let reach = exactly(printed);
  for (const corner of ends.length <= ALL_CORNERS ? everyCorner(ends) : outermostCorners(ends, reached)) {
    const value = reached(corner.values);
    if (!Number.isNaN(value)) reach = widened(reach, value, corner.isOpen);
  }
  return reach;
}

/** An end that one corner reaches and another only approaches is reached. */
function widened(reach: Interval, value: number, isOpen: boolean): Interval {
  const { low, high, lowOpen, highOpen } = reach;
  return {
    low: Math.min(low, value),
    high: Math.max(high, value),
    lowOpen: value < low ? isOpen : value === low ? lowOpen && isOpen : lowOpen,
    highOpen: value > high ? isOpen : value === high ? highOpen && isOpen : highOpen,
  };
}

interface Ends {
  readonly given: Given;
  readonly interval: Interval;
}

interface Corner {
  readonly values: ReadonlyMap<Given, number>;
  /** Whether one of its ends is approached only. */
  readonly isOpen: boolean;
}

function endsOf(book: Book, used: Iterable<Given>): readonly Ends[] {
  const units = new Map(book.lines.map(({ id, unit }) => [id, unit]));
  const roundings = new Map(book.sources.map(({ id, rounding }) => [id, rounding]));
  return [...used]
    .map((given) => {
      const rounding = roundings.get(given.source) ?? "nearest";
      return {
        given,
        interval:
          "stated" in given ? intervalOf(given, units.get(given.line) ?? "", rounding) : claimed(given, rounding),
      };
    })
    .filter(({ interval }) => interval.low < interval.high);
}

/** What a printed percentage, change or comparison can stand for: amounts by the source's mode, percentages to nearest. */
export function claimed(
  {
    printed,
    unit,
  }: { readonly printed: { readonly mantissa: number; readonly decimals: number }; readonly unit: string },
  rounding: RoundingMode,
): Interval {
  const { kind } = unitOf(unit);
  return around(
    valueOf(printed, unit),
    lastDigit(printed.decimals, unit),
    kind === "percent" || kind === "points" ? "nearest" : rounding,
  );
}

function cornerAt(ends: readonly Ends[], isHigh: (index: number) => boolean): Corner {
  return {
    values: new Map(ends.map(({ given, interval }, index) => [given, isHigh(index) ? interval.high : interval.low])),
    isOpen: ends.some(({ interval }, index) => (isHigh(index) ? interval.highOpen : interval.lowOpen)),
  };
}

function* everyCorner(ends: readonly Ends[]): Generator<Corner> {
  for (let corner = 0; corner < 2 ** ends.length; corner += 1)
    yield cornerAt(ends, (index) => (corner & (1 << index)) !== 0);
}

/** The two corners in which every input pushes the answer the same way, by trying each alone. */
function outermostCorners(ends: readonly Ends[], reached: (values: ReadonlyMap<Given, number>) => number): Corner[] {
  const rises = ends.map(({ given, interval }) => {
    const [low, high] = [reached(new Map([[given, interval.low]])), reached(new Map([[given, interval.high]]))];
    return !(high < low);
  });
  return [cornerAt(ends, (index) => rises[index] === true), cornerAt(ends, (index) => rises[index] === false)];
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
