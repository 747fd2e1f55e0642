/**
 * How an answer was worked out, down to the numbers that were given: the same routes and the same
 * formulas that the figures take (`side.ts`), written on a tape instead of being worked out.
 *
 * Where another route would answer were the numbers given a little different (a quotient whose
 * divisor may be zero), the tape has both.
 */
import type { Basis, Fact } from "#core/book.ts";
import { isTooDeep, workOff } from "#core/figures/depth.ts";
import type { Step as PathStep } from "#core/figures/derive.ts";
import { addsUp } from "#core/figures/derive.ts";
import { childrenOf, isStock } from "#core/figures/formulas.ts";
import type { Ground } from "#core/figures/ground.ts";
import { otherEndOf } from "#core/figures/implied.ts";
import type { Range } from "#core/figures/interval.ts";
import { holds, isEmpty, isOnly } from "#core/figures/interval.ts";
import type { Given } from "#core/figures/machine.ts";
import { NEVER } from "#core/figures/machine.ts";
import type { Side } from "#core/figures/side.ts";
import type { Step } from "#core/figures/tape.ts";
import { Tape } from "#core/figures/tape.ts";
import { compile } from "#core/formula/compile.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { Setting, TargetVintage } from "#core/formula/functions.ts";
import type { Arithmetic, Program } from "#core/formula/program.ts";
import { decimalsOf } from "#core/formula/settled.ts";
import { CYCLE, DOES_NOT_EXIST, NOT_COMPARABLE, NOT_ENTERED, NO_SUCH_SPAN } from "#core/states.ts";
import type { Span } from "#core/timeline.ts";
import { endOf } from "#core/timeline.ts";
import { heldDecimals, unitOf } from "#core/units.ts";

/** What is asked: the signed sum of these, each on its span. */
export interface Part {
  readonly sign: 1 | -1;
  readonly expression: Expression;
  readonly span: Span;
}

interface PutOff {
  readonly side: WorkedSide;
  readonly id: string;
  readonly end: number;
  readonly length: number;
}

/** Writes on one tape, whichever sides are asked. */
export class Workings {
  readonly tape = new Tape();
  readonly ground: Ground;
  readonly #rangeOf: (given: Given) => Range;
  readonly #givens = new Map<Given, Step>();
  readonly #sides = new Map<string, WorkedSide>();
  /** The end of the latest span that what is asked now will be compared with. */
  comparedWith = NEVER;
  /** Cells under way, one within the other, and the outermost that was met again. */
  depth = 0;
  loop = Infinity;
  /** The cell that has to be worked out before anything that is under way (`depth.ts`). */
  putOff: PutOff | null = null;

  /** @param rangeOf how far a number given can range */
  constructor(ground: Ground, rangeOf: (given: Given) => Range) {
    this.ground = ground;
    this.#rangeOf = rangeOf;
  }

  /** The numbers given, in the order of the tape's box. */
  get givens(): readonly Given[] {
    return [...this.#givens.keys()];
  }

  /** The step that answers. */
  answer(parts: readonly Part[], basis: Basis, isFirm: boolean): Step {
    const side = this.side(basis, "latest", isFirm);
    const terms = parts.map(({ sign, expression, span }) => ({ sign, of: this.#worked(side, expression, span) }));
    const [alone] = terms;
    return alone !== undefined && terms.length === 1 && alone.sign === 1 ? alone.of : this.tape.sum(terms);
  }

  #worked(side: WorkedSide, expression: Expression, span: Span): Step {
    for (;;) {
      const step = side.program(expression)(endOf(span), span.length);
      if (this.putOff === null) return step;
      workOff(
        this.putOff,
        (a, b) => a.side === b.side && a.id === b.id && a.end === b.end && a.length === b.length,
        ({ side: of, id, end, length }) => {
          this.putOff = null;
          of.cell(id, end, length);
          return this.putOff;
        },
        ({ side: of, id, end, length }) => of.giveUp(id, end, length),
      );
      this.putOff = null;
    }
  }

  side(basis: Basis, vintage: TargetVintage, isFirm: boolean): WorkedSide {
    const key = `${basis}/${vintage}/${isFirm}`;
    let side = this.#sides.get(key);
    if (side === undefined) this.#sides.set(key, (side = new WorkedSide(this, basis, vintage, isFirm)));
    return side;
  }

  given(given: Given): Step {
    const known = this.#givens.get(given);
    if (known !== undefined) return known;
    const range = this.#rangeOf(given);
    // A number that is known exactly takes no place in the box.
    if (isOnly(range)) return this.tape.constant(range.low, this.#decimalsOf(given));
    const step = this.tape.given(range);
    this.#givens.set(given, step);
    return step;
  }

  #decimalsOf(given: Given): number {
    if (!("stated" in given)) return heldDecimals(given.printed.decimals, given.unit);
    if (given.stated === "does-not-exist") return 0;
    return heldDecimals(given.stated.decimals, this.ground.formulas.lines.get(given.line)?.unit ?? "");
  }
}

/** One basis and vintage (`side.ts`). */
class WorkedSide {
  readonly #workings: Workings;
  readonly #basis: Basis;
  readonly #vintage: TargetVintage;
  readonly #isFirm: boolean;
  readonly #side: Side;
  readonly #setting: Setting;
  readonly #programs = new WeakMap<Expression, Program>();
  readonly #cells = new Map<string, Step>();
  readonly #underWay = new Map<string, number>();

  constructor(workings: Workings, basis: Basis, vintage: TargetVintage, isFirm: boolean) {
    const { ground } = workings;
    this.#workings = workings;
    this.#basis = basis;
    this.#vintage = vintage;
    this.#isFirm = isFirm;
    this.#side = ground.side(basis, vintage, isFirm);
    this.#setting = {
      arithmetic: onTape(workings.tape),
      compile: (expression) => this.program(expression),
      earlier: (expression) => {
        const side = basis === "target" ? workings.side("actual", "latest", isFirm) : this;
        const program = side.program(expression);
        return (end, length, from) => {
          const outer = workings.comparedWith;
          workings.comparedWith = Math.max(outer, from);
          const step = program(end, length);
          workings.comparedWith = outer;
          return step;
        };
      },
      on: (wanted, which, expression) => workings.side(wanted, which, isFirm).program(expression),
      childrenOf: (line) => childrenOf(ground.formulas, line, ground.isUsed),
      isStock: (expression) => isStock(expression, ground.formulas.lines),
    };
  }

  /** An expression whose values are steps. */
  program(expression: Expression): Program {
    const known = this.#programs.get(expression);
    if (known !== undefined) return known;
    const program = compile(this.#setting, expression, (id) => (end, length) => this.#line(id, end, length));
    this.#programs.set(expression, program);
    return program;
  }

  #line(id: string, end: number, length: number): Step {
    const own = this.#side.isStock(id) ? 0 : length;
    const { tape, comparedWith } = this.#workings;
    const step = this.cell(id, end, own);
    if (comparedWith === NEVER || this.#side.isComparable(id, end, own, comparedWith)) return step;
    return tape.barred(step, NOT_COMPARABLE);
  }

  /** The step that works out a cell; a balance's length is 0. */
  cell(id: string, end: number, length: number): Step {
    const workings = this.#workings;
    const key = `${id}/${end}/${length}`;
    const known = this.#cells.get(key);
    if (known !== undefined) return known;
    const met = this.#underWay.get(key);
    if (met !== undefined) {
      workings.loop = Math.min(workings.loop, met);
      return workings.tape.gap(CYCLE);
    }
    const height = workings.ground.formulas.heights.get(id) ?? 1;
    if (workings.putOff === null && isTooDeep(workings.depth, height))
      workings.putOff = { side: this, id, end, length };
    // What is under way will be begun anew; what it finds now is thrown away.
    if (workings.putOff !== null) return workings.tape.gap(NOT_ENTERED);
    const { comparedWith, depth, loop } = workings;
    workings.comparedWith = NEVER;
    workings.depth = depth + height;
    workings.loop = Infinity;
    this.#underWay.set(key, workings.depth);
    const step = this.#worked(id, end, length);
    this.#underWay.delete(key);
    if (workings.putOff === null) this.#cells.set(key, step);
    workings.comparedWith = comparedWith;
    workings.depth = depth;
    workings.loop = Math.min(loop, workings.loop <= depth ? workings.loop : Infinity);
    return step;
  }

  /** A cell that cannot be worked out before itself. */
  giveUp(id: string, end: number, length: number): void {
    this.#cells.set(`${id}/${end}/${length}`, this.#workings.tape.anything());
  }

  /** Every route that may answer, up to the first that does whatever the numbers given. */
  #worked(id: string, end: number, length: number): Step {
    const { tape } = this.#workings;
    const steps: Step[] = [];
    for (const step of this.#routes(id, end, length)) {
      steps.push(step);
      if (tape.isCertain(step)) break;
    }
    return tape.first(steps);
  }

  /** The steps of the routes in their order. The last one says why there is no answer where none of them has one. */
  *#routes(id: string, end: number, length: number): Generator<Step> {
    const { tape, ground } = this.#workings;
    const line = ground.formulas.lines.get(id);
    if (line === undefined) throw new RangeError(`the book has no line ${id}`);
    const { axis } = ground.ledger;
    if (line.kind !== "stock" && length <= 0) return yield tape.gap(NO_SUCH_SPAN);
    if (end < axis.first || axis.width === 0) return yield tape.gap(NOT_ENTERED);
    const fact = this.#side.fact(id, end, length);
    const formula = ground.formulas.formulas.get(id);
    const prefersComputed = formula !== undefined && unitOf(line.unit).kind === "percent";
    if (fact !== undefined && !prefersComputed) return yield this.#reported(fact);
    const path = this.#side.path(id, end, length);
    if (path !== null) return yield this.#joined(path);
    const computed = formula === undefined ? null : this.#computed(formula, end, length);
    if (computed !== null) yield computed;
    // A printed dash stands, whatever the formula lacks.
    if (fact !== undefined) return yield this.#reported(fact);
    const why = computed ?? tape.gap(NOT_ENTERED);
    if (this.#isFirm) return yield why;
    yield* this.#implied(id, end, length);
    if (addsUp(line) && length > 1 && !this.#side.isBroken(id, end - length, end)) {
      const quarters = Array.from({ length }, (_, index) => this.cell(id, end - length + 1 + index, 1));
      yield tape.sum(quarters.map((of) => ({ sign: 1, of })));
    }
    yield why;
  }

  #reported(fact: Fact): Step {
    const { tape } = this.#workings;
    return fact.stated === "does-not-exist" ? tape.gap(DOES_NOT_EXIST) : this.#workings.given(fact);
  }

  #joined(path: readonly PathStep[]): Step {
    return this.#workings.tape.sum(path.map(({ fact, sign }) => ({ sign, of: this.#reported(fact) })));
  }

  #computed(formula: Expression, end: number, length: number): Step {
    const workings = this.#workings;
    const step = this.program(formula)(end, length);
    const isCircular = workings.loop <= workings.depth;
    if (!isCircular) return step;
    // No member of a circle is computed; whether it closes may depend on the numbers given.
    return isEmpty(workings.tape.widest(step).range) ? workings.tape.gap(CYCLE) : workings.tape.anything();
  }

  *#implied(id: string, end: number, length: number): Generator<Step> {
    const by = this.#side.implication(id, end, length)?.by;
    if (by === undefined) return;
    const workings = this.#workings;
    const firm = workings.side(this.#basis, this.#vintage, true);
    if ("statement" in by) {
      const before = firm.cell(id, otherEndOf(by, end), length);
      const sign = end === endOf(by.statement.span) ? 1 : -1;
      yield workings.tape.both(
        "+",
        before,
        workings.tape.both("*", workings.given(by.statement), workings.tape.constant(sign)),
      );
      return;
    }
    const own = by.members.find((member) => member.line === id)?.sign ?? 1;
    const others = by.members.filter((member) => member.line !== id);
    yield workings.tape.sum([
      { sign: own, of: firm.cell(by.total, end, length) },
      ...others.map(({ line, sign }) => ({
        sign: sign === own ? (-1 as const) : (1 as const),
        of: firm.cell(line, end, length),
      })),
    ]);
  }
}

/** The arithmetic of a tape: a program's values are its steps. */
function onTape(tape: Tape): Arithmetic {
  return {
    constant: (value) => () => tape.constant(value, decimalsOf(value)),
    gap: (reason) => () => tape.gap(reason),
    sum: (terms) => (end, length) => tape.sum(terms.map(({ sign, of }) => ({ sign, of: of(end, length) }))),
    both: (operation, left, right) => (end, length) => tape.both(operation, left(end, length), right(end, length)),
    absolute: (of) => (end, length) => tape.absolute(of(end, length)),
    choose: (condition, yes, no) => (end, length) => {
      const step = condition(end, length);
      const { range, gaps } = tape.widest(step);
      if (isEmpty(range)) return step;
      const isSure = gaps === 0;
      if (isSure && !holds(range, 0)) return yes(end, length);
      if (isSure && isOnly(range)) return no(end, length);
      return tape.choose(step, yes(end, length), no(end, length));
    },
    first: (programs) => (end, length) => {
      const steps: Step[] = [];
      for (const program of programs) {
        const step = program(end, length);
        steps.push(step);
        if (tape.isCertain(step)) break;
      }
      return tape.first(steps);
    },
  };
}
