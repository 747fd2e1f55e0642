/** What is under way while cells are worked out, and what is noted meanwhile. */
import type { Fact, StatedFigure } from "#core/book.ts";
import type { Columns } from "#core/figures/columns.ts";
import type { Side } from "#core/figures/side.ts";
import type { Rests } from "#core/figures/rests.ts";
import { NOTHING, joinedApart } from "#core/figures/rests.ts";
import type { EarlierProgram, Machine, Program } from "#core/formula/program.ts";
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

export const isSameCell = (a: Asked, b: Asked): boolean =>
  a.side === b.side && a.line === b.line && a.end === b.end && a.length === b.length;

/** What is under way, on whichever side. */
export interface CellMachine extends Machine {
  /** Where the cells that a formula asks for directly are listed, while someone wants to know. */
  recorder: Asked[] | null;
  /** The end of the latest span that what is asked now will be compared with: of comparisons within comparisons the one that reaches further. */
  comparedWith: number;
  /** How many levels of formulas are under way, one within the other. */
  depth: number;
  /** The cell that has to be worked out before anything that is under way (`depth.ts`). */
  putOff: Asked | null;
  /** The outermost cell under way that was met again since the cell at hand was begun, by its depth: a circle runs back to it. */
  loop: number;
  /** Cells worked out within a circle that is not closed yet. */
  open: readonly InCircle[];
  /** What was met since the cell at hand was begun. */
  rests: Rests;
}

/** A cell whose circle runs back to one under way, at that depth: who asks for it meanwhile is part of the circle. */
interface InCircle {
  readonly columns: Columns;
  readonly slot: number;
  readonly loop: number;
}

/** The depth to which the circle runs back that a known cell was worked out in; infinite where there is none. */
export const loopOf = ({ open }: CellMachine, columns: Columns, slot: number): number =>
  open.find((cell) => cell.columns === columns && cell.slot === slot)?.loop ?? Infinity;

/** Closes the circles that run back to the cell at hand, under way within `depth` others; where it runs back further itself they run on with it. */
export function leaveCircles(machine: CellMachine, columns: Columns, slot: number, depth: number): void {
  const { open, loop } = machine;
  machine.open =
    loop > depth
      ? open.filter((cell) => cell.loop <= depth)
      : [...open.map((cell) => (cell.loop > depth ? { ...cell, loop } : cell)), { columns, slot, loop }];
}

/** No comparison is under way. */
export const NEVER = Number.NEGATIVE_INFINITY;

export const newMachine = (): CellMachine => ({
  gap: NOT_ENTERED,
  recorder: null,
  comparedWith: NEVER,
  rests: NOTHING,
  depth: 0,
  putOff: null,
  loop: Infinity,
  open: [],
});

/** A program asked on spans that are compared with later ones. */
export function comparedWith(machine: CellMachine, program: Program): EarlierProgram {
  return (end, length, from) => {
    const outer = machine.comparedWith;
    machine.comparedWith = Math.max(outer, from);
    const value = program(end, length);
    machine.comparedWith = outer;
    return value;
  };
}

/** A program that asks cells of another basis. */
export function apart<Spans extends readonly number[]>(
  machine: CellMachine,
  program: (...spans: Spans) => number,
): (...spans: Spans) => number {
  return (...spans) => {
    const { rests } = machine;
    machine.rests = NOTHING;
    const value = program(...spans);
    machine.rests = joinedApart(rests, machine.rests);
    return value;
  };
}
