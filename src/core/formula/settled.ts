/**
 * Sums of what was printed, exact. A printed figure is a whole number of its last digits, and so is
 * every sum of such; a double holds 0.1 and 0.2 only nearly, and 0.3 − 0.2 − 0.1 would come out as
 * −2.8e-17: a loss where nothing was earned, and a divisor where there is none.
 */

/** The decimals of a value that has no last digit, such as a quotient. Above every number of decimals, and fits a byte. */
export const ENDLESS = 127;

/** Beyond, a double has no digits left to round to. */
const MOST_DECIMALS = 15;
const SCALES = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => 10 ** decimals);

/** Whole numbers up to here are added without loss. */
const WHOLE = 2 ** 53;
/** Below, the errors of scaling and of adding are together less than half a last digit. */
const SURE = 2 ** 50;
/** Each summand may be off by this part of itself: its own rounding, and that of adding it. */
const ERROR = 2 ** -52;

/**
 * A sum as it would be without the errors of doubles.
 *
 * Where the last digit is known it is the double nearest to the exact sum. Else it is as it came
 * out, but zero where it is no larger than the error that it may have.
 *
 * @param magnitude the sum of what was added, each without its sign
 * @param terms how many were added
 * @param decimals the most that any of them has, as held (18.3 % has three); {@link ENDLESS} for one that has no last digit
 */
export function settled(sum: number, magnitude: number, terms: number, decimals: number): number {
  // Adding 0 turns −0, which would print with a minus, into 0.
  if (decimals <= 0) {
    if (magnitude <= WHOLE) return sum + 0;
  } else {
    const scale = SCALES[decimals] ?? Infinity;
    if (magnitude * scale * terms < SURE) return Math.round(sum * scale) / scale + 0;
  }
  return Math.abs(sum) <= terms * ERROR * magnitude && magnitude < Infinity ? 0 : sum;
}

/** What is added up one by one. */
export class Tally {
  #sum = 0;
  #magnitude = 0;
  #decimals = 0;
  #count = 0;

  /** @param decimals of the value, as held */
  add(value: number, decimals: number): void {
    this.#sum += value;
    this.#magnitude += Math.abs(value);
    this.#decimals = Math.max(this.#decimals, decimals);
    this.#count += 1;
  }

  get count(): number {
    return this.#count;
  }

  /** Of the sum, as held. */
  get decimals(): number {
    return this.#decimals;
  }

  /** The sum of what was added, {@link settled}. */
  get sum(): number {
    return settled(this.#sum, this.#magnitude, this.#count, this.#decimals);
  }
}

/** Decimals of a number that is written out in a formula. */
export function decimalsOf(value: number): number {
  const text = String(value);
  const point = text.indexOf(".");
  return text.includes("e") ? ENDLESS : held(point === -1 ? 0 : text.length - point - 1);
}

/** Decimals of a product of two such values. */
export const multipliedDecimals = (a: number, b: number): number => held(a + b);

const held = (decimals: number): number => (decimals > MOST_DECIMALS ? ENDLESS : decimals);
