/** What is under way while cells are worked out, and what is noted meanwhile. */
import type { Fact, StatedFigure } from "#core/book.ts";
import type { Side } from "#core/figures/side.ts";
import type { Rests } from "#core/figures/rests.ts";
import { NOTHING } from "#core/figures/rests.ts";
import type { Machine } from "#core/formula/program.ts";
import { NOT_ENTERED } from "#core/states.ts";

/** A number that a figure was worked out from: a fact, or a printed change that implied a level. */
export type Given = Fact | StatedFigure;

/** Stand-ins for some given numbers, and who is told of each that is used. */
export interface Trial {
  readonly values: ReadonlyMap<Given, number>;
  readonly onGiven: (given: Given) => void;
}

/** A cell that a formula asked for. */
export interface Asked {
  readonly line: string;
  readonly end: number;
  readonly length: number;
  readonly side: Side;
}

/** What is under way, on whichever side. */
export interface CellMachine extends Machine {
  /** Where the cells that a formula asks for directly are listed, while someone wants to know. */
  recorder: Asked[] | null;
  /** The end of the span that what is asked now will be compared with. */
  comparedWith: number;
  /** How many levels of formulas are under way, one within the other. */
  depth: number;
  /** The cell that has to be worked out before anything that is under way (`depth.ts`). */
  putOff: Asked | null;
  /** The outermost cell under way that was met again since the cell at hand was begun, by its depth: a circle runs back to it. */
  loop: number;
  /** What was met since the cell at hand was begun. */
  rests: Rests;
}

/** No comparison is under way. */
export const NEVER = Number.POSITIVE_INFINITY;

export const newMachine = (): CellMachine => ({
  gap: NOT_ENTERED,
  recorder: null,
  comparedWith: NEVER,
  rests: NOTHING,
  depth: 0,
  putOff: null,
  loop: Infinity,
});
