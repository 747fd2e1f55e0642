/**
 * The cells of one basis and vintage: every one by the first route that answers.
 *
 *   reported   the fact in force
 *   derived    flows only: the signed sum along the best path of reported spans
 *   computed   the line's formula on that very span
 *   implied    the only missing member of an identity, or the level a stated change leads to
 *   summed     a longer span of a flow: its quarters, whatever their routes
 *
 * A `%` line prefers computed over reported, since the printed percentage is the coarser of the
 * two; it is never stretched to other spans.
 *
 * A *firm* side stops after computed. What is implied rests on a firm side alone, so an implied
 * value never rests on an implied one.
 */
import type { Basis, Fact, Printed, StatedFigure } from "#core/book.ts";
import type { Cells } from "#core/figures/cells.ts";
import { cellsOf, pathOver, restatedOn, restsOnFact } from "#core/figures/cells.ts";
import { Comparisons } from "#core/figures/comparable.ts";
import type { Rests } from "#core/figures/rests.ts";
import { isTooDeep, settle } from "#core/figures/depth.ts";
import type { Ground } from "#core/figures/ground.ts";
import type { Step } from "#core/figures/derive.ts";
import { boundsWithin } from "#core/figures/derive.ts";
import { childrenOf, isStock } from "#core/figures/formulas.ts";
import type { Implication } from "#core/figures/implied.ts";
import { implicationOf, restsOfImplying } from "#core/figures/implied.ts";
import type { CellMachine, Given, Asked } from "#core/figures/machine.ts";
import { NEVER, apart, comparedWith, leaveCircles, loopOf } from "#core/figures/machine.ts";
import { NOTHING, byRoute, joined } from "#core/figures/rests.ts";
import { compile } from "#core/formula/compile.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { EarlierProgram, Program } from "#core/formula/program.ts";
import { gap, numbersOn } from "#core/formula/program.ts";
import { ENDLESS, Tally } from "#core/formula/settled.ts";
import type { Setting, TargetVintage } from "#core/formula/functions.ts";
import {
  COMPUTED,
  CYCLE,
  DERIVED,
  DOES_NOT_EXIST,
  IMPLIED,
  NEEDS,
  NOT_COMPARABLE,
  NOT_ENTERED,
  NO_SUCH_SPAN,
  REPORTED,
  SUMMED,
  UNDER_WAY,
  UNKNOWN,
  isWaiting,
} from "#core/states.ts";
import { heldDecimals, valueOf } from "#core/units.ts";

export class Side {
  readonly #machine: CellMachine;
  readonly #ground: Ground;
  readonly basis: Basis;
  readonly #vintage: TargetVintage;
  readonly #isFirm: boolean;
  readonly #cells = new Map<string, Cells>();
  readonly #programs = new WeakMap<Expression, Program>();
  readonly #setting: Setting;
  readonly #comparisons: Comparisons;

  constructor(ground: Ground, basis: Basis, vintage: TargetVintage, isFirm: boolean) {
    this.#ground = ground;
    this.basis = basis;
    this.#vintage = vintage;
    this.#isFirm = isFirm;
    this.#machine = ground.machine;
    this.#comparisons = new Comparisons(ground);
    this.#setting = {
      arithmetic: numbersOn(ground.machine),
      compile: (expression) => this.program(expression),
      earlier: (expression) => this.#earlier(expression),
      on: (wanted, which, expression) => {
        const program = ground.side(wanted, which, isFirm).program(expression);
        return wanted === basis ? program : apart(ground.machine, program);
      },
      childrenOf: (line) => childrenOf(ground.formulas, line, ground.isUsed),
      isStock: (expression) => isStock(expression, ground.formulas.lines),
    };
  }

  /** A compiled expression over this side's cells; compiled once. */
  program(expression: Expression): Program {
    const known = this.#programs.get(expression);
    if (known !== undefined) return known;
    const program = compile(this.#setting, expression, (id) => this.#lineProgram(id));
    this.#programs.set(expression, program);
    return program;
  }

  /** The state of a cell, worked out now if it was not asked before. @throws RangeError for an unknown line */
  state(line: string, end: number, length: number): number {
    const cells = this.#cellsOf(line);
    return this.#stateOf(cells, end, cells.isStock ? 0 : length);
  }

  /** The value of a cell; NaN where there is a gap. @throws RangeError for an unknown line */
  ask(line: string, end: number, length: number): number {
    const cells = this.#cellsOf(line);
    const own = cells.isStock ? 0 : length;
    if (this.#stateOf(cells, end, own) > SUMMED) return Number.NaN;
    return cells.columns.values[cells.columns.slot(end, own)] ?? Number.NaN;
  }

  /** The value behind a state that is a route. */
  value(line: string, end: number, length: number): number {
    const { columns, isStock: at } = this.#cellsOf(line);
    return columns.values[columns.slot(end, at ? 0 : length)] ?? Number.NaN;
  }

  /** The decimals, as held, of the value behind a state that is a route. */
  decimals(line: string, end: number, length: number): number {
    const { columns, isStock: at } = this.#cellsOf(line);
    return columns.decimals[columns.slot(end, at ? 0 : length)] ?? ENDLESS;
  }

  /** What a state that is a route rests on. */
  rests(line: string, end: number, length: number): Rests {
    const { columns, isStock: at } = this.#cellsOf(line);
    return columns.rests[columns.slot(end, at ? 0 : length)] ?? NOTHING;
  }

  /** The fact in force of a cell. */
  fact(line: string, end: number, length: number): Fact | undefined {
    const { columns, isStock: at } = this.#cellsOf(line);
    return columns.facts[columns.slot(end, at ? 0 : length)];
  }

  /** Whether a line is a balance. */
  isStock(line: string): boolean {
    return this.#cellsOf(line).isStock;
  }

  /** Whether a break lies within a stretch of a line's series. */
  isBroken(line: string, from: number, to: number): boolean {
    return boundsWithin(this.#cellsOf(line).breaks, from, to) === null;
  }

  /** Whether no break lies between a cell that has a value and the span it is compared with, or it was restated since. */
  isComparable(line: string, end: number, length: number, comparedWith: number): boolean {
    return this.#comparisons.allow({ side: this, line, end, length }, this.#cellsOf(line).breaksBeneath, comparedWith);
  }

  /** The day on which the fact in force of a cell was restated. */
  restatedOn(fact: Fact): number {
    return restatedOn(this.#cellsOf(fact.line), fact);
  }

  /** The firm side of the same cells. */
  get firm(): Side {
    return this.#ground.side(this.basis, this.#vintage, true);
  }

  /** The path that derives a flow on a span; null where there is none. */
  path(line: string, end: number, length: number): readonly Step[] | null {
    return pathOver(this.#cellsOf(line), end, length, this.#ground.ledger.rankOf);
  }

  /** What implies a cell that is not firmly known; null: nothing. */
  implication(line: string, end: number, length: number): Implication | null {
    return implicationOf(this.firm, this.#cellsOf(line), this.#ground.formulas.identities, end, length);
  }

  #earlier(expression: Expression): EarlierProgram {
    // A target is compared with what was reached the year before.
    const side = this.basis === "target" ? this.#ground.side("actual", "latest", this.#isFirm) : this;
    const earlier = comparedWith(this.#machine, side.program(expression));
    return side.basis === this.basis ? earlier : apart(this.#machine, earlier);
  }

  #lineProgram(id: string): Program {
    const cells = this.#cellsOf(id);
    const { columns, isStock: atBoundary, breaksBeneath } = cells;
    const machine = this.#machine;
    return (end, length) => {
      const own = atBoundary ? 0 : length;
      const state = this.#stateOf(cells, end, own);
      machine.recorder?.push({ line: id, end, length: own, side: this });
      if (state > SUMMED && state !== DOES_NOT_EXIST) return gap(machine, isWaiting(state) ? NEEDS : state);
      const slot = columns.slot(end, own);
      // What does not exist counts in a sum, as nothing.
      machine.rests = joined(machine.rests, columns.rests[slot] ?? NOTHING);
      if (state === DOES_NOT_EXIST) return gap(machine, state);
      const { comparedWith } = machine;
      if (comparedWith !== NEVER && breaksBeneath.length > 0 && !this.isComparable(id, end, own, comparedWith))
        return gap(machine, NOT_COMPARABLE);
      machine.decimals = columns.decimals[slot] ?? ENDLESS;
      return columns.values[slot] ?? Number.NaN;
    };
  }

  #cellsOf(id: string): Cells {
    let cells = this.#cells.get(id);
    if (cells === undefined) {
      cells = cellsOf(this.#ground, this.basis, this.#vintage, id, (formula) => this.program(formula));
      this.#cells.set(id, cells);
    }
    return cells;
  }

  #stateOf(cells: Cells, end: number, length: number): number {
    if (!cells.isStock && length <= 0) return NO_SUCH_SPAN;
    // Nothing is known before the first fact, so a formula that looks back for ever ends there.
    if (end < this.#ground.ledger.axis.first || this.#ground.ledger.axis.width === 0) return NOT_ENTERED;
    const { columns } = cells;
    const slot = columns.slot(end, length);
    const present = columns.states[slot] ?? UNKNOWN;
    if (present === UNDER_WAY) {
      // A cell under way keeps its depth where its value will be.
      this.#machine.loop = Math.min(this.#machine.loop, columns.values[slot] ?? 0);
      return CYCLE;
    }
    const machine = this.#machine;
    if (present !== UNKNOWN) {
      if (machine.open.size > 0) machine.loop = Math.min(machine.loop, loopOf(machine, columns, slot));
      return present;
    }
    if (machine.putOff === null && isTooDeep(machine.depth, cells.height))
      machine.putOff = { side: this, line: cells.line.id, end, length };
    // What is under way will be begun anew; what it finds now is thrown away.
    if (machine.putOff !== null) return NOT_ENTERED;
    const state = this.#workedOut(cells, end, length, slot);
    if (machine.putOff === null || machine.depth > 0) return state;
    settle(machine);
    return this.#stateOf(cells, end, length);
  }

  /** Works out a cell from the top; tells what had to be put off, or null. */
  attempt(line: string, end: number, length: number): Asked | null {
    const machine = this.#machine;
    machine.putOff = null;
    const cells = this.#cellsOf(line);
    const slot = cells.columns.slot(end, length);
    if (cells.columns.states[slot] === UNKNOWN) this.#workedOut(cells, end, length, slot);
    return machine.putOff;
  }

  /** A cell that rests on itself further round than can be seen at once. */
  giveUp(line: string, end: number, length: number): void {
    const { columns } = this.#cellsOf(line);
    columns.states[columns.slot(end, length)] = CYCLE;
  }

  #workedOut(cells: Cells, end: number, length: number, slot: number): number {
    const { columns } = cells;
    const machine = this.#machine;
    const { comparedWith, recorder, rests, depth, loop } = machine;
    // A cell's own answer must not depend on who asked first.
    machine.comparedWith = NEVER;
    machine.recorder = null;
    machine.rests = NOTHING;
    machine.depth = depth + cells.height;
    machine.loop = Infinity;
    columns.states[slot] = UNDER_WAY;
    columns.values[slot] = machine.depth;
    const state = this.#firstAnswer(cells, end, length, slot);
    columns.states[slot] = machine.putOff === null ? state : UNKNOWN;
    columns.rests[slot] = machine.rests;
    machine.comparedWith = comparedWith;
    machine.recorder = recorder;
    machine.rests = rests;
    machine.depth = depth;
    if (machine.loop <= depth || machine.open.size > 0) leaveCircles(machine, columns, slot, depth);
    // What runs back to this cell ends with it; what runs further back concerns those around it too.
    machine.loop = Math.min(loop, machine.loop <= depth ? machine.loop : Infinity);
    return state;
  }

  #firstAnswer(cells: Cells, end: number, length: number, slot: number): number {
    const { columns, program, line } = cells;
    const fact = columns.facts[slot];
    if (fact !== undefined && !cells.prefersComputed) return this.#reported(cells, fact, slot);
    if (cells.addsUp) {
      const state = this.#derived(cells, end, length, slot);
      if (state !== UNKNOWN) return state;
    }
    let missing = NOT_ENTERED;
    if (program !== null) {
      this.#machine.rests = NOTHING;
      const value = program(end, length);
      // In a circle what a fallback makes of it would depend on where the circle was entered: no member is computed.
      const isCircular = this.#machine.loop <= this.#machine.depth;
      if (!isCircular && this.#put(cells, slot, value, COMPUTED)) return COMPUTED;
      missing = isCircular ? CYCLE : this.#machine.gap;
    }
    if (fact !== undefined) return this.#reported(cells, fact, slot);
    if (this.#isFirm) return missing;
    const implied = this.implication(line.id, end, length);
    this.#machine.rests = NOTHING;
    this.#machine.decimals = implied?.decimals ?? ENDLESS;
    if (implied !== null && this.#put(cells, slot, implied.value, IMPLIED)) {
      this.#restOn(restsOfImplying(this.firm, implied.by, line.id, end, length, this.#ground.ledger));
      return IMPLIED;
    }
    if (cells.addsUp && length > 1 && boundsWithin(cells.breaks, end - length, end) !== null) {
      const sum = this.#summed(cells, end, length);
      if (!Number.isNaN(sum)) {
        columns.values[slot] = sum;
        columns.decimals[slot] = this.#machine.decimals;
        return SUMMED;
      }
    }
    return missing;
  }

  /** The cell under way rests on something more. */
  #restOn(rests: Rests): void {
    this.#machine.rests = joined(this.#machine.rests, rests);
  }

  #restsOnFact(cells: Cells, fact: Fact): Rests {
    return restsOnFact(cells, fact, this.#ground.ledger);
  }

  /** Keeps a value that was just worked out, and says so; NaN is no value. */
  #put({ columns }: Cells, slot: number, value: number, route: number): boolean {
    if (Number.isNaN(value)) return false;
    columns.values[slot] = value;
    columns.decimals[slot] = this.#machine.decimals;
    this.#machine.rests = byRoute(this.#machine.rests, route);
    return true;
  }

  #reported(cells: Cells, fact: Fact, slot: number): number {
    this.#machine.rests = this.#restsOnFact(cells, fact);
    if (fact.stated === "does-not-exist") return DOES_NOT_EXIST;
    cells.columns.values[slot] = this.#given(fact, fact.stated, cells.line.unit);
    cells.columns.decimals[slot] = this.#machine.decimals;
    return REPORTED;
  }

  /** The number that was printed, or what stands in for it; leaves its decimals in the machine. */
  #given(given: Given, printed: Printed, unit: string): number {
    const { trial } = this.#ground;
    this.#machine.decimals = heldDecimals(printed.decimals, unit);
    if (trial === null) return valueOf(printed, unit);
    trial.onGiven(given);
    const instead = trial.values.get(given);
    if (instead === undefined) return valueOf(printed, unit);
    this.#machine.decimals = ENDLESS;
    return instead;
  }

  /** A printed change, with its decimals as held. */
  givenChange(statement: StatedFigure): { readonly value: number; readonly decimals: number } {
    const value = this.#given(statement, statement.printed, statement.unit);
    return { value, decimals: this.#machine.decimals };
  }

  /** Joins reported spans. UNKNOWN where they do not connect; where all of them are dashes, so is the answer. */
  #derived(cells: Cells, end: number, length: number, slot: number): number {
    const { columns, line } = cells;
    const tally = new Tally();
    if (cells.onlyQuarters) {
      if (length === 1 || boundsWithin(cells.breaks, end - length, end) === null) return UNKNOWN;
      for (let at = end - length + 1; at <= end; at += 1) {
        const state = this.#stateOf(cells, at, 1);
        const quarter = columns.slot(at, 1);
        this.#restOn(columns.rests[quarter] ?? NOTHING);
        if (state === REPORTED) {
          tally.add(columns.values[quarter] ?? Number.NaN, columns.decimals[quarter] ?? ENDLESS);
        } else if (columns.facts[quarter]?.stated !== "does-not-exist") return UNKNOWN;
      }
    } else {
      const path = this.path(line.id, end, length);
      if (path === null) return UNKNOWN;
      for (const { fact, sign } of path) {
        this.#restOn(this.#restsOnFact(cells, fact));
        if (fact.stated === "does-not-exist") continue;
        tally.add(sign * this.#given(fact, fact.stated, line.unit), this.#machine.decimals);
      }
    }
    if (tally.count === 0) return DOES_NOT_EXIST;
    this.#machine.decimals = tally.decimals;
    this.#put(cells, slot, tally.sum, DERIVED);
    return DERIVED;
  }

  #summed(cells: Cells, end: number, length: number): number {
    const tally = new Tally();
    for (let at = end - length + 1; at <= end; at += 1) {
      const state = this.#stateOf(cells, at, 1);
      const slot = cells.columns.slot(at, 1);
      this.#restOn(cells.columns.rests[slot] ?? NOTHING);
      // What does not exist counts as nothing in a sum.
      if (state === DOES_NOT_EXIST) continue;
      if (state > SUMMED) return Number.NaN;
      tally.add(cells.columns.values[slot] ?? Number.NaN, cells.columns.decimals[slot] ?? ENDLESS);
    }
    this.#machine.decimals = tally.decimals;
    return tally.count === 0 ? Number.NaN : tally.sum;
  }
}
