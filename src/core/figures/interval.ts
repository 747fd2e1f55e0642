/** From where to where a number can lie, and what becomes of that when two such numbers are put together. */
import type { Operation } from "#core/formula/program.ts";
import { roundedTo } from "#core/formula/program.ts";

/** Both ends belong to it; an end may be infinite. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Anything at all. */
export const ANY: Range = { low: -Infinity, high: Infinity };
/** No number: low above high. */
export const NONE: Range = { low: Infinity, high: -Infinity };

export const only = (value: number): Range => ({ low: value, high: value });
export const isEmpty = ({ low, high }: Range): boolean => low > high;
export const isOnly = ({ low, high }: Range): boolean => low === high;
export const holds = ({ low, high }: Range, value: number): boolean => low <= value && value <= high;

/** The smallest range around both. */
export const around = (a: Range, b: Range): Range => ({ low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) });

/** The numbers between two ends, in either order; where an end came out of ∞ − ∞ or the like nothing is known. */
const between = (...ends: readonly number[]): Range =>
  ends.some(Number.isNaN) ? ANY : { low: Math.min(...ends), high: Math.max(...ends) };

export const plus = (a: Range, b: Range): Range => {
  const [low, high] = [a.low + b.low, a.high + b.high];
  return Number.isNaN(low) || Number.isNaN(high) ? ANY : { low, high };
};

export const scaled = ({ low, high }: Range, by: number): Range =>
  by === 0 ? only(0) : by > 0 ? { low: low * by, high: high * by } : { low: high * by, high: low * by };

/** An unbounded end is no number that is reached, so nothing times it stays nothing. */
const product = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

export const times = (a: Range, b: Range): Range =>
  between(product(a.low, b.low), product(a.low, b.high), product(a.high, b.low), product(a.high, b.high));

/** 1 over the numbers of a range other than zero. */
function inverse({ low, high }: Range): Range {
  if (low === 0 && high === 0) return NONE;
  if (low < 0 && high > 0) return ANY;
  return { low: high === 0 ? -Infinity : 1 / high, high: low === 0 ? Infinity : 1 / low };
}

/** What an operation can come to. */
export interface Outcome {
  /** {@link NONE} where it has no answer. */
  readonly range: Range;
  /** Whether some of the numbers put into it have no answer. */
  readonly isPartial: boolean;
}

interface Rule {
  readonly outcome: (a: Range, b: Range) => Outcome;
  /**
   * How much the answer can move for each step of the first and of the second number, wherever in
   * their ranges they stand; {@link ANY} where it may jump.
   */
  readonly slopes: (a: Range, b: Range, answer: Range) => readonly [Range, Range];
}

const whole = (range: Range): Outcome => ({ range, isPartial: false });
const FLAT = only(0);
const RISING = only(1);
/** Rises or stays, by steps of any height. */
const STEPWISE: Range = { low: 0, high: Infinity };
const FALLING = only(-1);

const divided: Rule["outcome"] = (a, b) => {
  const range = inverse(b);
  if (isEmpty(range)) return { range: NONE, isPartial: true };
  // The ends themselves are divided, so that an interval of one number stays one.
  if (!holds(b, 0)) return whole(between(a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high));
  return { range: times(a, range), isPartial: true };
};

const quotientSlopes: Rule["slopes"] = (_a, b, answer) => {
  const over = inverse(b);
  return isEmpty(over) ? [ANY, ANY] : [over, times(scaled(answer, -1), over)];
};

/** Growth: of a figure of zero or more on one above zero. */
const grown: Rule["outcome"] = (now, before) => {
  if (before.high <= 0 || now.high < 0) return { range: NONE, isPartial: true };
  const [low, high] = [Math.max(now.low, 0), now.high];
  const base = Math.max(before.low, 0);
  return {
    range: { low: low / before.high - 1, high: high === 0 ? -1 : high / base - 1 },
    isPartial: before.low <= 0 || now.low < 0,
  };
};

const growthSlopes: Rule["slopes"] = (_now, before, answer) => {
  const over = inverse({ low: Math.max(before.low, 0), high: Math.max(before.high, 0) });
  return isEmpty(over) ? [ANY, ANY] : [over, times(scaled(plus(answer, only(1)), -1), over)];
};

/** Of a number above zero, or of any number to a whole power that is fixed. */
const raised: Rule["outcome"] = (base, exponent) => {
  const power = exponent.low;
  if (isOnly(exponent) && Number.isInteger(power)) {
    if (power < 0 && holds(base, 0)) {
      const ends = power % 2 === 0 ? evenPower(base, power) : inverse(wholePower(base, -power));
      return { range: ends, isPartial: true };
    }
    return whole(wholePower(base, power));
  }
  if (base.high < 0) return isOnly(exponent) ? { range: NONE, isPartial: true } : { range: ANY, isPartial: true };
  if (base.low <= 0 && !(isOnly(exponent) && power > 0)) return { range: ANY, isPartial: true };
  const low = Math.max(base.low, 0);
  const range = between(
    low ** exponent.low,
    low ** exponent.high,
    base.high ** exponent.low,
    base.high ** exponent.high,
  );
  return { range, isPartial: base.low < 0 };
};

function wholePower(base: Range, power: number): Range {
  if (power === 0) return only(1);
  if (power % 2 !== 0 || !(base.low < 0 && base.high > 0)) return between(base.low ** power, base.high ** power);
  return { low: 0, high: Math.max(base.low ** power, base.high ** power) };
}

/** A negative even power of numbers around zero: as high as one likes. */
const evenPower = ({ low, high }: Range, power: number): Range =>
  low === 0 && high === 0
    ? NONE
    : { low: Math.min(...[low, high].filter((end) => end !== 0).map((end) => end ** power)), high: Infinity };

const powerSlopes: Rule["slopes"] = (base, exponent, answer) => {
  if (isOnly(exponent)) {
    const { range, isPartial } = raised(base, only(exponent.low - 1));
    // A root rises without end at zero, and on no other side of it.
    const isRoot = exponent.low > 0 && exponent.low < 1 && base.low === 0 && base.high > 0;
    if (isRoot) return [{ low: exponent.low * base.high ** (exponent.low - 1), high: Infinity }, FLAT];
    return [isPartial || isEmpty(range) ? ANY : scaled(range, exponent.low), FLAT];
  }
  if (base.low <= 0) return [ANY, ANY];
  const logarithm = { low: Math.log(base.low), high: Math.log(base.high) };
  return [times(exponent, times(answer, inverse(base))), times(answer, logarithm)];
};

/** A comparison that may turn out either way is 0 or 1. */
function compared(isSure: (a: Range, b: Range) => boolean | null): Rule {
  const told = (a: Range, b: Range): Range => {
    const sure = isSure(a, b);
    return sure === null ? { low: 0, high: 1 } : only(sure ? 1 : 0);
  };
  return {
    outcome: (a, b) => whole(told(a, b)),
    slopes: (a, b) => (isSure(a, b) === null ? [ANY, ANY] : [FLAT, FLAT]),
  };
}

const isBelow = (a: Range, b: Range): boolean | null => (a.high < b.low ? true : a.low >= b.high ? false : null);
const isEqual = (a: Range, b: Range): boolean | null =>
  isOnly(a) && isOnly(b) ? a.low === b.low : a.high < b.low || b.high < a.low ? false : null;
const not = (sure: boolean | null): boolean | null => (sure === null ? null : !sure);

const EITHER: Range = { low: 0, high: 1 };

/** Every operation of the language over ranges; `numbersOn` has them over numbers. */
export const RULES: Readonly<Record<Operation, Rule>> = {
  "+": { outcome: (a, b) => whole(plus(a, b)), slopes: () => [RISING, RISING] },
  "-": { outcome: (a, b) => whole(plus(a, scaled(b, -1))), slopes: () => [RISING, FALLING] },
  "*": { outcome: (a, b) => whole(times(a, b)), slopes: (a, b) => [b, a] },
  "/": { outcome: divided, slopes: quotientSlopes },
  "^": { outcome: raised, slopes: powerSlopes },
  "<": compared(isBelow),
  ">": compared((a, b) => isBelow(b, a)),
  ">=": compared((a, b) => not(isBelow(a, b))),
  "<=": compared((a, b) => not(isBelow(b, a))),
  "=": compared(isEqual),
  "<>": compared((a, b) => not(isEqual(a, b))),
  min: {
    outcome: (a, b) => whole({ low: Math.min(a.low, b.low), high: Math.min(a.high, b.high) }),
    slopes: (a, b) => (a.high <= b.low ? [RISING, FLAT] : b.high <= a.low ? [FLAT, RISING] : [EITHER, EITHER]),
  },
  max: {
    outcome: (a, b) => whole({ low: Math.max(a.low, b.low), high: Math.max(a.high, b.high) }),
    slopes: (a, b) => (a.low >= b.high ? [RISING, FLAT] : b.low >= a.high ? [FLAT, RISING] : [EITHER, EITHER]),
  },
  round: {
    outcome: (a, b) => whole({ low: roundedEnd(a.low, b.low), high: roundedEnd(a.high, b.low) }),
    slopes: (_a, _b, answer) => [isOnly(answer) ? FLAT : STEPWISE, FLAT],
  },
  growth: { outcome: grown, slopes: growthSlopes },
};

const roundedEnd = (end: number, decimals: number): number => (Number.isFinite(end) ? roundedTo(end, decimals) : end);

/** How far from zero. */
export function absolute({ low, high }: Range): Range {
  if (low >= 0) return { low, high };
  return high <= 0 ? { low: -high, high: -low } : { low: 0, high: Math.max(-low, high) };
}

export const absoluteSlope = ({ low, high }: Range): Range =>
  low >= 0 ? RISING : high <= 0 ? FALLING : { low: -1, high: 1 };
