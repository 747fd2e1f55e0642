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
import type { Basis, Fact, Line, Printed } from "#core/book.ts";
import { Columns } from "#core/figures/columns.ts";
import type { Ground } from "#core/figures/ground.ts";
import type { Graph, Step } from "#core/figures/derive.ts";
import { bestPath, boundsWithin, graphOf } from "#core/figures/derive.ts";
import { isStock } from "#core/figures/formulas.ts";
import { levelBy, missingMember } from "#core/figures/implied.ts";
import type { Identity, StatedChange } from "#core/figures/identities.ts";
import type { CellMachine, Given, Asked } from "#core/figures/machine.ts";
import { NEVER } from "#core/figures/machine.ts";
import { publishedBy } from "#core/figures/ledger.ts";
import { compile } from "#core/formula/compile.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { EarlierProgram, Program } from "#core/formula/program.ts";
import { gap } from "#core/formula/program.ts";
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
import { unitOf, valueOf } from "#core/units.ts";

/** One line's cells. */
interface Cells {
  readonly line: Line;
  readonly isStock: boolean;
  readonly columns: Columns;
  readonly program: Program | null;
  readonly prefersComputed: boolean;
  readonly breaks: readonly number[];
  /** Whether quarters are all that is reported; then a longer span is their plain sum, if anything. */
  readonly onlyQuarters: boolean;
  readonly identities: readonly Identity[];
  readonly changes: readonly StatedChange[];
  graph: Graph | null;
}

export class Side {
  readonly #machine: CellMachine;
  readonly #ground: Ground;
  readonly basis: Basis;
  readonly #vintage: TargetVintage;
  readonly #isFirm: boolean;
  readonly #cells = new Map<string, Cells>();
  readonly #programs = new WeakMap<Expression, Program>();
  readonly #setting: Setting;

  constructor(ground: Ground, basis: Basis, vintage: TargetVintage, isFirm: boolean) {
    this.#ground = ground;
    this.basis = basis;
    this.#vintage = vintage;
    this.#isFirm = isFirm;
    this.#machine = ground.machine;
    this.#setting = {
      machine: ground.machine,
      compile: (expression) => this.program(expression),
      earlier: (expression) => this.#earlier(expression),
      on: (wanted, which, expression) => ground.side(wanted, which, isFirm).program(expression),
      childrenOf: (line) => ground.formulas.children.get(line) ?? [],
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

  /** The weakest route behind a state that is a route. */
  weakest(line: string, end: number, length: number): number {
    const { columns, isStock: at } = this.#cellsOf(line);
    return columns.weakest[columns.slot(end, at ? 0 : length)] ?? REPORTED;
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

  /** The path that derives a flow on a span; null where there is none. */
  path(line: string, end: number, length: number): readonly Step[] | null {
    const cells = this.#cellsOf(line);
    const bounds = boundsWithin(cells.breaks, end - length, end);
    if (bounds === null || cells.line.kind !== "flow" || length === 0) return null;
    const own = cells.columns.facts[cells.columns.slot(end, length)];
    const others = (): Fact[] => cells.columns.facts.filter((fact): fact is Fact => fact !== undefined && fact !== own);
    // Where the span itself is reported the graph has one edge less; nobody asks that on the way to a figure.
    const graph = own === undefined ? (cells.graph ??= graphOf(others())) : graphOf(others());
    return bestPath(graph, { start: end - length, length }, bounds, this.#ground.ledger.rankOf);
  }

  /** Runs a program and tells which cells it asked for directly; `gap` is the reason where the value is NaN. */
  record(
    program: Program,
    end: number,
    length: number,
  ): { readonly value: number; readonly gap: number; readonly asked: readonly Asked[] } {
    const machine = this.#machine;
    const asked: Asked[] = [];
    machine.recorder = asked;
    const value = program(end, length);
    machine.recorder = null;
    return { value, gap: machine.gap, asked };
  }

  /** What implies a cell that is not firmly known: the identity or the stated change, and the value. Null: nothing. */
  implication(
    line: string,
    end: number,
    length: number,
  ): { readonly by: Identity | StatedChange; readonly value: number } | null {
    const cells = this.#cellsOf(line);
    const firm = this.#ground.side(this.basis, this.#vintage, true);
    for (const identity of cells.identities) {
      const value = missingMember(firm, identity, line, end, length);
      if (!Number.isNaN(value)) return { by: identity, value };
    }
    if (this.basis === "actual")
      for (const change of cells.changes) {
        const value = levelBy(firm, change, end, length);
        if (!Number.isNaN(value)) return { by: change, value };
      }
    return null;
  }

  #earlier(expression: Expression): EarlierProgram {
    // A target is compared with what was reached the year before.
    const side = this.basis === "target" ? this.#ground.side("actual", "latest", this.#isFirm) : this;
    const program = side.program(expression);
    const machine = this.#machine;
    return (end, length, from) => {
      const outer = machine.comparedWith;
      machine.comparedWith = from;
      const value = program(end, length);
      machine.comparedWith = outer;
      return value;
    };
  }

  #lineProgram(id: string): Program {
    const cells = this.#cellsOf(id);
    const { columns, isStock: atBoundary, breaks } = cells;
    const machine = this.#machine;
    return (end, length) => {
      const own = atBoundary ? 0 : length;
      const state = this.#stateOf(cells, end, own);
      machine.recorder?.push({ line: id, end, length: own, side: this });
      if (state > SUMMED) return gap(machine, isWaiting(state) ? NEEDS : state);
      const slot = columns.slot(end, own);
      if (
        machine.comparedWith !== NEVER &&
        breaks.length > 0 &&
        !this.#isComparable(breaks, columns.facts[slot], end, own)
      )
        return gap(machine, NOT_COMPARABLE);
      const weakest = columns.weakest[slot] ?? REPORTED;
      if (weakest > machine.weakest) machine.weakest = weakest;
      return columns.values[slot] ?? Number.NaN;
    };
  }

  /** Whether no break lies between the span asked for and the one it is compared with, or a later source has restated it. */
  #isComparable(breaks: readonly number[], fact: Fact | undefined, end: number, length: number): boolean {
    const isBefore = (at: number): boolean => (length === 0 ? end <= at : end - length < at);
    const between = breaks.findLast((at) => isBefore(at) && at < this.#machine.comparedWith);
    if (between === undefined) return true;
    const source = fact?.restated === true ? this.#ground.ledger.source(fact.source) : undefined;
    return source !== undefined && publishedBy(source) > this.#ground.dayOf(between);
  }

  #cellsOf(id: string): Cells {
    let cells = this.#cells.get(id);
    if (cells === undefined) this.#cells.set(id, (cells = this.#newCells(id)));
    return cells;
  }

  #newCells(id: string): Cells {
    const { ledger, formulas, changes, breaksOf } = this.#ground;
    const line = formulas.lines.get(id);
    if (line === undefined) throw new RangeError(`the book has no line ${id}`);
    const columns = new Columns(ledger.axis);
    let onlyQuarters = true;
    for (const fact of ledger.facts(this.basis, id)) {
      const slot = columns.slot(fact.span.start + fact.span.length, fact.span.length);
      const present = columns.facts[slot];
      if (present === undefined || ledger.outranks(fact, present, this.#vintage)) columns.facts[slot] = fact;
      onlyQuarters &&= fact.span.length === 1;
    }
    const formula = formulas.formulas.get(id);
    return {
      line,
      isStock: line.kind === "stock",
      columns,
      program: formula === undefined ? null : this.#compiledLate(formula),
      prefersComputed: formula !== undefined && unitOf(line.unit).kind === "percent",
      breaks: breaksOf(id),
      onlyQuarters,
      identities: line.kind === "ratio" ? [] : (formulas.memberOf.get(id) ?? []),
      changes: changes.get(id) ?? [],
      graph: null,
    };
  }

  /** Compiled when first run: the formulas of two lines may name each other. */
  #compiledLate(formula: Expression): Program {
    let program: Program | null = null;
    return (end, length) => (program ??= this.program(formula))(end, length);
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
    if (present !== UNKNOWN) return present;
    const machine = this.#machine;
    const { comparedWith, recorder, weakest, loop } = machine;
    // A cell's own answer must not depend on who asked first.
    machine.comparedWith = NEVER;
    machine.recorder = null;
    machine.weakest = REPORTED;
    machine.depth += 1;
    machine.loop = Infinity;
    columns.states[slot] = UNDER_WAY;
    columns.values[slot] = machine.depth;
    const state = this.#firstAnswer(cells, end, length, slot);
    columns.states[slot] = state;
    columns.weakest[slot] = machine.weakest;
    machine.comparedWith = comparedWith;
    machine.recorder = recorder;
    machine.weakest = weakest;
    machine.depth -= 1;
    // What runs back to this cell ends with it; what runs further back concerns those around it too.
    machine.loop = Math.min(loop, machine.loop <= machine.depth ? machine.loop : Infinity);
    return state;
  }

  #firstAnswer(cells: Cells, end: number, length: number, slot: number): number {
    const { columns, program, line } = cells;
    const fact = columns.facts[slot];
    if (fact !== undefined && !cells.prefersComputed) return this.#reported(cells, fact, slot);
    if (line.kind === "flow" && this.#put(cells, slot, this.#derived(cells, end, length), DERIVED)) return DERIVED;
    let missing = NOT_ENTERED;
    if (program !== null) {
      const value = program(end, length);
      // In a circle what a fallback makes of it would depend on where the circle was entered: no member is computed.
      const isCircular = this.#machine.loop <= this.#machine.depth;
      if (!isCircular && this.#put(cells, slot, value, COMPUTED)) return COMPUTED;
      missing = isCircular ? CYCLE : this.#machine.gap;
    }
    if (fact !== undefined) return this.#reported(cells, fact, slot);
    if (this.#isFirm) return missing;
    this.#machine.weakest = REPORTED;
    if (this.#put(cells, slot, this.implication(line.id, end, length)?.value ?? Number.NaN, IMPLIED)) return IMPLIED;
    if (line.kind === "flow" && length > 1 && boundsWithin(cells.breaks, end - length, end) !== null) {
      const sum = this.#summed(cells, end, length);
      if (!Number.isNaN(sum)) {
        columns.values[slot] = sum;
        return SUMMED;
      }
    }
    return missing;
  }

  /** Keeps a value and says so; NaN is no value. */
  #put({ columns }: Cells, slot: number, value: number, route: number): boolean {
    if (Number.isNaN(value)) return false;
    columns.values[slot] = value;
    if (route > this.#machine.weakest) this.#machine.weakest = route;
    return true;
  }

  #reported({ columns, line }: Cells, fact: Fact, slot: number): number {
    if (fact.stated === "does-not-exist") return DOES_NOT_EXIST;
    columns.values[slot] = this.given(fact, fact.stated, line.unit);
    this.#machine.weakest = REPORTED;
    return REPORTED;
  }

  /** The number that was printed, or what stands in for it. */
  given(given: Given, printed: Printed, unit: string): number {
    const { trial } = this.#ground;
    if (trial === null) return valueOf(printed, unit);
    trial.onGiven(given);
    return trial.values.get(given) ?? valueOf(printed, unit);
  }

  #derived(cells: Cells, end: number, length: number): number {
    const { columns, line } = cells;
    if (cells.onlyQuarters) {
      if (length === 1 || boundsWithin(cells.breaks, end - length, end) === null) return Number.NaN;
      let sum = 0;
      for (let at = end - length + 1; at <= end; at += 1) {
        if (this.#stateOf(cells, at, 1) !== REPORTED) return Number.NaN;
        sum += columns.values[columns.slot(at, 1)] ?? Number.NaN;
      }
      return sum;
    }
    const path = this.path(line.id, end, length);
    if (path === null) return Number.NaN;
    let sum = 0;
    for (const { fact, sign } of path)
      if (fact.stated !== "does-not-exist") sum += sign * this.given(fact, fact.stated, line.unit);
    return sum;
  }

  #summed(cells: Cells, end: number, length: number): number {
    let sum = 0;
    let count = 0;
    for (let at = end - length + 1; at <= end; at += 1) {
      const state = this.#stateOf(cells, at, 1);
      // What does not exist counts as nothing in a sum.
      if (state === DOES_NOT_EXIST) continue;
      if (state > SUMMED) return Number.NaN;
      count += 1;
      const slot = cells.columns.slot(at, 1);
      sum += cells.columns.values[slot] ?? Number.NaN;
      this.#machine.weakest = Math.max(this.#machine.weakest, cells.columns.weakest[slot] ?? REPORTED);
    }
    return count === 0 ? Number.NaN : sum;
  }
}
