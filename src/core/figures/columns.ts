/**
 * The cells of one line, by columns: values, states, and the facts in force.
 *
 * Every span has a slot. Spans of one length that end at the book's boundaries lie side by side,
 * and a length gets its stretch of slots when it is first asked for: most lines are only ever
 * looked at by quarters. Boundaries far outside the book and lengths past a year are numbered one
 * by one behind them.
 */
import type { Fact } from "#core/book.ts";

/** The boundaries that lie side by side: from the first that any fact touches. */
export interface Axis {
  readonly first: number;
  readonly width: number;
}

/** Quarters past the latest fact that still lie on the axis: two fiscal years, as far as a user looks ahead. */
const AHEAD = 8;
/** The longest span whose slots lie side by side: a year. */
const LONGEST = 4;
/** A length that has not been asked for. */
const CLOSED = -1;

/** The axis over the boundaries that facts touch; the empty axis where there are none. */
export const axisOf = (earliest: number, latest: number): Axis =>
  earliest > latest ? { first: 0, width: 0 } : { first: earliest, width: latest - earliest + 1 + AHEAD };

export class Columns {
  readonly #axis: Axis;
  /** Where the slots of each length begin. */
  readonly #bases = new Int32Array(LONGEST + 1).fill(CLOSED);
  /** The slots of the spans that are numbered one by one, by a key of their end and length. */
  readonly #beyond = new Map<number, number>();
  #taken = 0;
  values: Float64Array;
  states: Uint8Array;
  /** The decimals of each value, as held (`settled.ts`). */
  decimals: Int8Array;
  /** What each cell rests on (`rests.ts`). */
  rests: Float64Array;
  /** The facts in force; empty for the many lines that have none. */
  readonly facts: (Fact | undefined)[] = [];

  constructor(axis: Axis) {
    this.#axis = axis;
    this.values = new Float64Array(axis.width);
    this.states = new Uint8Array(axis.width);
    this.decimals = new Int8Array(axis.width);
    this.rests = new Float64Array(axis.width);
  }

  /** The slot of the span of `length` quarters that ends at `end`; a balance's length is 0. */
  slot(end: number, length: number): number {
    const at = end - this.#axis.first;
    if (at < 0 || at >= this.#axis.width || length > LONGEST) return this.#slotBeyond(end, length);
    const base = this.#bases[length] ?? CLOSED;
    return at + (base === CLOSED ? this.#open(length) : base);
  }

  #open(length: number): number {
    const base = this.#take(this.#axis.width);
    this.#bases[length] = base;
    return base;
  }

  #slotBeyond(end: number, length: number): number {
    // Boundaries stay far below a million: quarters of the year 250000.
    const key = length * 2 ** 20 + end;
    const known = this.#beyond.get(key);
    if (known !== undefined) return known;
    const slot = this.#take(1);
    this.#beyond.set(key, slot);
    return slot;
  }

  /** That many new slots; returns the first. */
  #take(count: number): number {
    const base = this.#taken;
    this.#taken += count;
    if (this.#taken > this.states.length) {
      const size = Math.max(this.#taken, base + base / 2);
      this.values = extended(this.values, new Float64Array(size));
      this.states = extended(this.states, new Uint8Array(size));
      this.decimals = extended(this.decimals, new Int8Array(size));
      this.rests = extended(this.rests, new Float64Array(size));
    }
    return base;
  }
}

function extended<Values extends Float64Array | Uint8Array | Int8Array>(from: Values, to: Values): Values {
  to.set(from);
  return to;
}
