/**
 * A compiled expression: a function of a span whose result is a number, or NaN with the reason of
 * the gap left in the {@link Machine}. Nothing is allocated while a cell is worked out.
 *
 * How gaps flow: what does not exist counts as nothing in a sum and has no product; what is not
 * entered makes a sum a gap; of several gaps the gravest names the result.
 */
import {
  DIVISION_BY_ZERO,
  DOES_NOT_EXIST,
  FROM_ZERO,
  LOSS_NARROWED,
  LOSS_WIDENED,
  NOT_MEANINGFUL,
  TURNED_TO_LOSS,
  TURNED_TO_PROFIT,
} from "#core/states.ts";

/** The value on the span of `length` quarters that ends at `end`; NaN is a gap. Length 0 is the boundary itself. */
export type Program = (end: number, length: number) => number;

/** The value on an earlier span, for a comparison with the span that ends at `from`. */
export type EarlierProgram = (end: number, length: number, from: number) => number;

/** Where the reason of the latest NaN is left. */
export interface Machine {
  gap: number;
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

/** The sum of its members; a gap where one is not known, or where none exists. */
export const sumOf =
  (machine: Machine, terms: readonly Term[]): Program =>
  (end, length) => {
    let sum = 0;
    let count = 0;
    let gravest = 0;
    for (const { sign, of } of terms) {
      const value = of(end, length);
      if (!Number.isNaN(value)) {
        sum += sign * value;
        count += 1;
      } else if (machine.gap !== DOES_NOT_EXIST) gravest = Math.max(gravest, machine.gap);
    }
    if (gravest > 0) return gap(machine, gravest);
    return count === 0 ? gap(machine, DOES_NOT_EXIST) : sum;
  };

/** A number put together from one other, which it needs. */
export const withOne =
  (machine: Machine, of: Program, apply: (value: number) => number): Program =>
  (end, length) => {
    const value = of(end, length);
    return Number.isNaN(value) ? value : finite(machine, apply(value));
  };

/** A number put together from two others, both of which it needs. */
export const withBoth =
  (machine: Machine, left: Program, right: Program, apply: (left: number, right: number) => number): Program =>
  (end, length) => {
    const a = left(end, length);
    const missing = machine.gap;
    const b = right(end, length);
    return bothOr(machine, a, missing, b) ? finite(machine, apply(a, b)) : Number.NaN;
  };

/** Whether both are there; else the gravest reason is left. `missing` is why the first is not, where it is not. */
function bothOr(machine: Machine, a: number, missing: number, b: number): boolean {
  if (!Number.isNaN(a)) return !Number.isNaN(b);
  machine.gap = Number.isNaN(b) ? Math.max(missing, machine.gap) : missing;
  return false;
}

/** An overflow or a root of a negative is no figure to show; a gap that `apply` left stays as it is. */
function finite(machine: Machine, value: number): number {
  if (Number.isFinite(value) || Number.isNaN(value)) return value;
  return gap(machine, NOT_MEANINGFUL);
}

export const quotient = (machine: Machine, dividend: Program, divisor: Program): Program =>
  withBoth(machine, dividend, divisor, (a, b) => (b === 0 ? gap(machine, DIVISION_BY_ZERO) : a / b));

export const power = (machine: Machine, base: Program, exponent: Program): Program =>
  withBoth(machine, base, exponent, (a, b) => {
    const value = a ** b;
    return Number.isNaN(value) ? gap(machine, NOT_MEANINGFUL) : value;
  });

/**
 * Growth of `now` on `before` as a plain number. Not meaningful when the base is zero or less or
 * the current figure is negative; the reason then says which way the result turned.
 */
export function growth(machine: Machine, now: number, before: number): number {
  if (before > 0 && now >= 0) return now / before - 1;
  if (before >= 0) return gap(machine, now < 0 ? TURNED_TO_LOSS : FROM_ZERO);
  if (now >= 0) return gap(machine, TURNED_TO_PROFIT);
  return gap(machine, now < before ? LOSS_WIDENED : LOSS_NARROWED);
}
