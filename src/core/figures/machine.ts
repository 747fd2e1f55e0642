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
  readonly open: OpenCircles;
  /** What was met since the cell at hand was begun. */
  rests: Rests;
}

/**
 * Cells whose circle runs back to one under way, each with the depth of that one: who asks for them
 * meanwhile is part of the circle.
 */
class OpenCircles {
  readonly #cells = new Map<Columns, Map<number, number>>();
  size = 0;

  loopOf(columns: Columns, slot: number): number | undefined {
    return this.#cells.get(columns)?.get(slot);
  }

  add(columns: Columns, slot: number, loop: number): void {
    let own = this.#cells.get(columns);
    if (own === undefined) this.#cells.set(columns, (own = new Map()));
    if (!own.has(slot)) this.size += 1;
    own.set(slot, loop);
  }

  /** Those that run back to no further than a depth run back to another, or, without one, are closed. */
  moveBeyond(depth: number, to: number | null): void {
    for (const own of this.#cells.values())
      for (const [slot, loop] of own) {
        if (loop <= depth) continue;
        if (to !== null) own.set(slot, to);
        else if (own.delete(slot)) this.size -= 1;
      }
  }
}

/** The depth to which the circle runs back that a known cell was worked out in; infinite where there is none. */
export const loopOf = ({ open }: CellMachine, columns: Columns, slot: number): number =>
  open.loopOf(columns, slot) ?? Infinity;

/** Closes the circles that run back to the cell at hand, under way within `depth` others; where it runs back further itself they run on with it. */
export function leaveCircles({ open, loop }: CellMachine, columns: Columns, slot: number, depth: number): void {
  const runsOn = loop <= depth;
  open.moveBeyond(depth, runsOn ? loop : null);
  if (runsOn) open.add(columns, slot, loop);
}

/** No comparison is under way. */
export const NEVER = Number.NEGATIVE_INFINITY;

export const newMachine = (): CellMachine => ({
  gap: NOT_ENTERED,
  decimals: 0,
  recorder: null,
  comparedWith: NEVER,
  rests: NOTHING,
  depth: 0,
  putOff: null,
  loop: Infinity,
  open: new OpenCircles(),
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

/** What a program came to, and the cells that it asked for directly. */
export interface Recorded {
  readonly value: number;
  /** Of the value, as held. */
  readonly decimals: number;
  /** The reason where the value is NaN. */
  readonly gap: number;
  readonly asked: readonly Asked[];
  readonly rests: Rests;
}

/** Runs a program and tells which cells it asked for. */
export function recorded(machine: CellMachine, program: Program, end: number, length: number): Recorded {
  const { recorder, comparedWith: outer, rests, decimals: latest, gap: before, loop } = machine;
  const asked: Asked[] = [];
  machine.recorder = asked;
  machine.comparedWith = NEVER;
  machine.rests = NOTHING;
  const value = program(end, length);
  const { gap, decimals, rests: own } = machine;
  // It may be asked for while a cell is under way.
  Object.assign(machine, { recorder, comparedWith: outer, rests, decimals: latest, gap: before, loop });
  return { value, decimals, gap, asked, rests: own };
}
