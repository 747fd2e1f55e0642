/** A cell's answer: a figure with the way it came to be, or a gap with its reason. */
import type { Fact } from "#core/book.ts";
import type { Gap } from "#core/gaps.ts";

/** How a figure came to be: the first of these that answers. */
export type Route = "reported" | "derived" | "computed" | "implied" | "summed";

export interface Figure {
  /** In the line's unit; a `%` line as a plain number (18.3 % is 0.183). */
  readonly value: number;
  readonly route: Route;
  /** The weakest route it rests on: `implied` for a sum of quarters of which one is implied. */
  readonly weakest: Route;
  /**
   * The decimals its facts were printed with (in the printed unit, so 1 for 18.3 %); null for a
   * computed figure, which has no last printed digit.
   */
  readonly decimals: number | null;
  /** The facts it rests on directly: one when reported, the path's when derived, none otherwise. */
  readonly facts: readonly Fact[];
  /** Joins figures from before and after a restatement, itself or through what it rests on (`vintages.ts`). */
  readonly mixedVintages: boolean;
}

export type Cell = Figure | Gap;

export const isFigure = (cell: Cell): cell is Figure => "route" in cell;

/** Whether it is a dash, and not merely worked out with one: it counts as nothing in sums. */
export const isDash = (cell: Cell): boolean => !isFigure(cell) && cell.isDash === true;
