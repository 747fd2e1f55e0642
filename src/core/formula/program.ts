/**
 * A compiled expression: a function of a span whose result is a number, or NaN with the reason of
 * the gap left in the {@link Machine}. Nothing is allocated while a cell is worked out.
 *
 * How gaps flow: what does not exist counts as nothing where it is itself a member of a sum. What is
 * worked out with it in any other way (a product, a quotient, a function) is a gap, and stays one in
 * the sums around it: `x / prior_year(x) - 1` is never −100 %. What is not entered makes a sum a
 * gap; of several gaps the gravest names the result.
 */
import type { ComparisonOperator } from "#core/formula/expression.ts";
import { ENDLESS, decimalsOf, multipliedDecimals, settled } from "#core/formula/settled.ts";
import { roundHalfAway } from "#core/rounding.ts";
import {
  CYCLE,
  DIVISION_BY_ZERO,
  DOES_NOT_EXIST,
  FROM_ZERO,
  LOSS_NARROWED,
  LOSS_WIDENED,
  NOT_MEANINGFUL,
  OPERAND_DOES_NOT_EXIST,
  TURNED_TO_LOSS,
  TURNED_TO_PROFIT,
} from "#core/states.ts";

/** The value on the span of `length` quarters that ends at `end`; NaN is a gap. Length 0 is the boundary itself. */
export type Program = (end: number, length: number) => number;

/** The value on an earlier span, for a comparison with the span that ends at `from`. */
export type EarlierProgram = (end: number, length: number, from: number) => number;

/** What is left beside a value. */
export interface Machine {
  /** The reason of the latest NaN. */
  gap: number;
  /** The decimals of the latest value, as held; `ENDLESS` where it has no last digit (`settled.ts`). */
  decimals: number;
  /** What has been met on the way, as the figures' own code for it. */
  rests: number;
}

/** A member of a sum, with its sign. */
export interface Term {
  readonly sign: 1 | -1;
  readonly of: Program;
}

/** Leaves a reason and returns the gap. */
export function gap(machine: Machine, reason: number): number {
  machine.gap = reason;
  return Number.NaN;
}

/** What two values are put together by. */
export type Operation = "+" | "-" | "*" | "/" | "^" | ComparisonOperator | "min" | "max" | "round" | "growth";

/**
 * How the values of an expression are put together. Figures do it with numbers; how far a figure
 * can reach is found with the whole intervals its numbers stand for.
 */
export interface Arithmetic {
  constant(value: number): Program;
  /** A gap wherever it is asked for. */
  gap(reason: number): Program;
  /** The sum of its members; a gap where one is not known, or where none exists. What does not exist counts as nothing. */
  sum(terms: readonly Term[]): Program;
  /** Two values, both of which are needed and must exist; a comparison is 1 or 0. */
  both(operation: Operation, left: Program, right: Program): Program;
  absolute(of: Program): Program;
  /** The first branch unless the condition is 0; the other is not asked. */
  choose(condition: Program, yes: Program, no: Program): Program;
  /** The first that is no gap; those behind it are not asked. Where all are, the last one's gap, unless one is a circle. */
  first(programs: readonly Program[]): Program;
}

/** The arithmetic of numbers, NaN being a gap whose reason is left in the machine. */
export const numbersOn = (machine: Machine): Arithmetic => ({
  constant: (value) => {
    const decimals = decimalsOf(value);
    return () => {
      machine.decimals = decimals;
      return value;
    };
  },
  gap: (reason) => () => gap(machine, reason),
  sum: (terms) => sumOf(machine, terms),
  both: (operation, left, right) => withBoth(machine, left, right, OPERATIONS[operation]),
  absolute: (of) => {
    const needed = operand(machine, of);
    return (end, length) => Math.abs(needed(end, length));
  },
  choose: (condition, yes, no) => {
    const needed = operand(machine, condition);
    return (end, length) => {
      const held = needed(end, length);
      return Number.isNaN(held) ? held : held === 0 ? no(end, length) : yes(end, length);
    };
  },
  first: (programs) => (end, length) => {
    const { rests } = machine;
    let isCircular = false;
    for (const program of programs) {
      // A value does not rest on what was passed over for it.
      machine.rests = rests;
      const value = program(end, length);
      if (!Number.isNaN(value)) return value;
      isCircular ||= machine.gap === CYCLE;
    }
    // Whether the circle closes here, or only stands beside it, would depend on where it was entered.
    return gap(machine, isCircular ? CYCLE : machine.gap);
  },
});

/**
 * From two numbers to one, or to NaN with its reason left in the machine; and from the decimals of
 * the two to those of the one, which are there before it is worked out.
 */
interface Operator {
  readonly apply: (a: number, b: number, machine: Machine) => number;
  readonly decimals: (a: number, b: number) => number;
}

const endless = (): number => ENDLESS;
const finest = (a: number, b: number): number => Math.max(a, b);

const sumOfTwo = (a: number, b: number, { decimals }: Machine): number =>
  settled(a + b, Math.abs(a) + Math.abs(b), 2, decimals);

const compared = (holds: (a: number, b: number) => boolean): Operator => ({
  apply: (a, b) => (holds(a, b) ? 1 : 0),
  decimals: () => 0,
});

const OPERATIONS: Readonly<Record<Operation, Operator>> = {
  "+": { apply: sumOfTwo, decimals: finest },
  "-": { apply: (a, b, machine) => sumOfTwo(a, -b, machine), decimals: finest },
  "*": {
    apply: (a, b, { decimals }) => settled(a * b, Math.abs(a * b), 1, decimals),
    decimals: multipliedDecimals,
  },
  "/": { apply: (a, b, machine) => (b === 0 ? gap(machine, DIVISION_BY_ZERO) : a / b), decimals: endless },
  "^": {
    apply: (a, b, machine) => {
      const value = a ** b;
      return Number.isNaN(value) ? gap(machine, NOT_MEANINGFUL) : value;
    },
    decimals: endless,
  },
  "<": compared((a, b) => a < b),
  "<=": compared((a, b) => a <= b),
  ">": compared((a, b) => a > b),
  ">=": compared((a, b) => a >= b),
  "=": compared((a, b) => a === b),
  "<>": compared((a, b) => a !== b),
  min: { apply: (a, b) => Math.min(a, b), decimals: finest },
  max: { apply: (a, b) => Math.max(a, b), decimals: finest },
  round: { apply: roundedTo, decimals: finest },
  growth: { apply: (now, before, machine) => growth(machine, now, before), decimals: endless },
};

/** Half away from zero; past what a double can scale there is nothing left to round, or nothing left. */
export function roundedTo(value: number, decimals: number): number {
  const result = roundHalfAway(value, decimals);
  if (Number.isFinite(result)) return result;
  return decimals < 0 ? 0 : value;
}

const sumOf =
  (machine: Machine, terms: readonly Term[]): Program =>
  (end, length) => {
    let sum = 0;
    let magnitude = 0;
    let decimals = 0;
    let count = 0;
    let gravest = 0;
    for (const { sign, of } of terms) {
      const value = of(end, length);
      if (!Number.isNaN(value)) {
        sum += sign * value;
        magnitude += Math.abs(value);
        decimals = Math.max(decimals, machine.decimals);
        count += 1;
      } else if (machine.gap !== DOES_NOT_EXIST) gravest = Math.max(gravest, machine.gap);
    }
    if (gravest > 0) return gap(machine, gravest);
    if (count === 0) return gap(machine, DOES_NOT_EXIST);
    machine.decimals = decimals;
    return finite(machine, settled(sum, magnitude, count, decimals));
  };

/** What something else is worked out with: where it does not exist, nothing can be. */
const operand =
  (machine: Machine, of: Program): Program =>
  (end, length) => {
    const value = of(end, length);
    if (Number.isNaN(value) && machine.gap === DOES_NOT_EXIST) machine.gap = OPERAND_DOES_NOT_EXIST;
    return value;
  };

const withBoth = (machine: Machine, left: Program, right: Program, { apply, decimals }: Operator): Program =>
  operand(machine, (end, length) => {
    const a = left(end, length);
    const missing = machine.gap;
    const ofLeft = machine.decimals;
    const b = right(end, length);
    if (!bothOr(machine, a, missing, b)) return Number.NaN;
    machine.decimals = decimals(ofLeft, machine.decimals);
    return finite(machine, apply(a, b, machine));
  });

/** Whether both are there; else the gravest reason is left. `missing` is why the first is not, where it is not. */
function bothOr(machine: Machine, a: number, missing: number, b: number): boolean {
  if (!Number.isNaN(a)) return !Number.isNaN(b);
  machine.gap = Number.isNaN(b) ? Math.max(missing, machine.gap) : missing;
  return false;
}

/** An overflow or a root of a negative is no figure to show; a gap that was left stays as it is. */
function finite(machine: Machine, value: number): number {
  if (Number.isFinite(value) || Number.isNaN(value)) return value;
  return gap(machine, NOT_MEANINGFUL);
}

/**
 * Growth of `now` on `before` as a plain number. Not meaningful when the base is zero or less or
 * the current figure is negative; the reason then says which way the result turned. A loss that
 * comes down to nothing has narrowed and is no profit yet; one that stays as it is has done neither.
 */
export function growth(machine: Machine, now: number, before: number): number {
  if (before > 0 && now >= 0) return now / before - 1;
  if (before >= 0) return gap(machine, now < 0 ? TURNED_TO_LOSS : FROM_ZERO);
  if (now > 0) return gap(machine, TURNED_TO_PROFIT);
  if (now === before) return gap(machine, NOT_MEANINGFUL);
  return gap(machine, now < before ? LOSS_WIDENED : LOSS_NARROWED);
}
