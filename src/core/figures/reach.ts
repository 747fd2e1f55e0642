/**
 * How far a figure can lie from what was computed, given that its inputs were rounded when they
 * were printed.
 */
import type { Book, Fact, RoundingMode } from "#core/book.ts";
import type { Figures } from "#core/figures/figures.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { View } from "#core/figures/facts-in-force.ts";
import { isNumber } from "#core/formula/results.ts";
import type { Result } from "#core/formula/results.ts";
import { lastDigit, unitOf, valueOf } from "#core/units.ts";

/** From `low` to `high`, in the unit of what it bounds. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * What a printed amount v with last digit u can stand for: [v − u/2, v + u/2]; under truncation
 * [v, v + u) above zero, (v − u, v] below, (−u, u) at zero. Percentages are rounded to nearest in
 * either mode, and targets are exact: nobody rounds a round number.
 */
function intervalOf(fact: Fact, unit: string, rounding: RoundingMode): Interval {
  if (fact.stated === "does-not-exist") return { low: 0, high: 0 };
  const value = valueOf(fact.stated, unit);
  if (fact.basis === "target") return { low: value, high: value };
  const digit = lastDigit(fact.stated.decimals, unit);
  if (rounding === "nearest" || unitOf(unit).kind === "percent")
    return { low: value - digit / 2, high: value + digit / 2 };
  return { low: value > 0 ? value : value - digit, high: value < 0 ? value : value + digit };
}

/** Up to this many distinct inputs every corner is tried (4,096 of them); beyond, each input's own direction decides. */
const ALL_CORNERS = 12;

/**
 * The interval that an answer can reach while each distinct fact it uses moves within its own.
 * Taken over the corners of the facts, so that a fact used twice is not counted twice.
 *
 * @param ask the question, put to figures in which some facts stand at their ends.
 * @returns null where the question has no answer as printed.
 */
export function reachOf(book: Book, view: View, ask: (figures: Figures) => Result): Interval | null {
  const used = new Set<Fact>();
  const printed = ask(figuresOf(book, view, { values: new Map(), onFact: (fact) => used.add(fact) }));
  if (!isNumber(printed)) return null;
  const ends = endsOf(book, used);
  const reached = (values: ReadonlyMap<Fact, number>): number | null => {
    const result = ask(figuresOf(book, view, { values, onFact: () => undefined }));
    return isNumber(result) ? result : null;
  };
  let low = printed;
  let high = printed;
  for (const corner of ends.length <= ALL_CORNERS ? everyCorner(ends) : outermostCorners(ends, reached)) {
    const value = reached(corner);
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}

type Ends = readonly { readonly fact: Fact; readonly interval: Interval }[];

function endsOf(book: Book, facts: Iterable<Fact>): Ends {
  const units = new Map(book.lines.map(({ id, unit }) => [id, unit]));
  const roundings = new Map(book.sources.map(({ id, rounding }) => [id, rounding]));
  return [...facts]
    .map((fact) => ({
      fact,
      interval: intervalOf(fact, units.get(fact.line) ?? "", roundings.get(fact.source) ?? "nearest"),
    }))
    .filter(({ interval }) => interval.low < interval.high);
}

function* everyCorner(ends: Ends): Generator<ReadonlyMap<Fact, number>> {
  for (let corner = 0; corner < 2 ** ends.length; corner += 1)
    yield new Map(
      ends.map(({ fact, interval }, index) => [fact, corner & (1 << index) ? interval.high : interval.low]),
    );
}

/** The two corners in which every fact pushes the answer the same way, by trying each fact alone. */
function outermostCorners(
  ends: Ends,
  reached: (values: ReadonlyMap<Fact, number>) => number | null,
): ReadonlyMap<Fact, number>[] {
  const rises = ends.map(({ fact, interval }) => {
    const [low, high] = [reached(new Map([[fact, interval.low]])), reached(new Map([[fact, interval.high]]))];
    return low === null || high === null || high >= low;
  });
  const corner = (upwards: boolean): ReadonlyMap<Fact, number> =>
    new Map(ends.map(({ fact, interval }, index) => [fact, rises[index] === upwards ? interval.high : interval.low]));
  return [corner(true), corner(false)];
}
