/** What is under way while cells are worked out, and what is noted meanwhile. */
import type { Fact, StatedFigure } from "#core/book.ts";
import type { Side } from "#core/figures/side.ts";
import type { Machine } from "#core/formula/program.ts";
import { NOT_ENTERED, REPORTED } from "#core/states.ts";

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
  /** How many cells are under way, one within the other. */
  depth: number;
  /** The outermost cell under way that was met again since the cell at hand was begun, by its depth: a circle runs back to it. */
  loop: number;
  /** The weakest route met since the cell at hand was begun. */
  weakest: number;
}

/** No comparison is under way. */
export const NEVER = Number.POSITIVE_INFINITY;

export const newMachine = (): CellMachine => ({
  gap: NOT_ENTERED,
  recorder: null,
  comparedWith: NEVER,
  weakest: REPORTED,
  depth: 0,
  loop: Infinity,
});
