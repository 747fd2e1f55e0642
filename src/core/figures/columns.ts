/**
 * The cells of one line, by columns: values, states, and the facts in force.
 *
 * Spans of one to four quarters (quarters, halves, nine months, years and any twelve months) at
 * every boundary of the book have slots of their own; longer spans and boundaries far outside are
 * kept in a map. A balance has one slot per boundary.
 */
import type { Fact } from "#core/book.ts";

/** The boundaries that have slots: from the first that any fact touches. */
export interface Axis {
  readonly first: number;
  readonly width: number;
}

/** Quarters past the latest fact that still have slots: two fiscal years, as far as a user looks ahead. */
const AHEAD = 8;
/** The longest span with slots of its own. */
const LONGEST = 4;

/** The axis over the boundaries that facts touch; the empty axis where there are none. */
export const axisOf = (earliest: number, latest: number): Axis =>
  earliest > latest ? { first: 0, width: 0 } : { first: earliest, width: latest - earliest + 1 + AHEAD };

/** How a line's spans are numbered. */
export class Columns {
  readonly #axis: Axis;
  readonly #lengths: number;
  /** Keys of the spans that have no slot in the arrays, by the place they were given behind them. */
  readonly #beyond = new Map<number, number>();
  values: Float64Array;
  states: Uint8Array;
  /** The weakest route the cell rests on. */
  weakest: Uint8Array;
  readonly facts: (Fact | undefined)[] = [];

  constructor(axis: Axis, isStock: boolean) {
    this.#axis = axis;
    this.#lengths = isStock ? 1 : LONGEST;
    const size = axis.width * this.#lengths;
    this.values = new Float64Array(size);
    this.states = new Uint8Array(size);
    this.weakest = new Uint8Array(size);
  }

  /** The slot of the span of `length` quarters that ends at `end`; a balance's length is 0. */
  slot(end: number, length: number): number {
    const at = end - this.#axis.first;
    const row = length === 0 ? 0 : length - 1;
    if (at >= 0 && at < this.#axis.width && row < this.#lengths) return row * this.#axis.width + at;
    return this.#slotBeyond(end, length);
  }

  #slotBeyond(end: number, length: number): number {
    // Boundaries stay far below a million: quarters of the year 250000.
    const key = length * 2 ** 20 + end;
    const known = this.#beyond.get(key);
    if (known !== undefined) return known;
    const slot = this.#axis.width * this.#lengths + this.#beyond.size;
    this.#beyond.set(key, slot);
    if (slot >= this.states.length) this.#grow();
    return slot;
  }

  #grow(): void {
    const size = this.states.length * 2 + 16;
    const values = new Float64Array(size);
    const states = new Uint8Array(size);
    const weakest = new Uint8Array(size);
    values.set(this.values);
    states.set(this.states);
    weakest.set(this.weakest);
    this.values = values;
    this.states = states;
    this.weakest = weakest;
  }
}
