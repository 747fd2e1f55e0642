/** A claim with its numbers in place: comparisons written out, so that one operand can be swapped for another. */
import type { Basis } from "#core/book.ts";
import type { Figures } from "#core/figures/figures.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { TargetVintage } from "#core/formula/functions.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, shift, yearStartBefore } from "#core/timeline.ts";

/** A cell that a claim speaks of. */
export interface Operand {
  readonly line: string;
  readonly span: Span;
  readonly basis: Basis;
  readonly vintage: TargetVintage;
  readonly value: number;
}

export type Worked =
  | { readonly kind: "operand"; readonly operand: Operand }
  | { readonly kind: "number"; readonly text: string; readonly value: number }
  | {
      readonly kind: "arithmetic";
      readonly operator: "+" | "-" | "*" | "/" | "^";
      readonly left: Worked;
      readonly right: Worked;
    };

const ONE: Worked = { kind: "number", text: "1", value: 1 };
const over = (left: Worked, right: Worked): Worked => ({ kind: "arithmetic", operator: "/", left, right });
const minus = (left: Worked, right: Worked): Worked => ({ kind: "arithmetic", operator: "-", left, right });

/** The figures to take operands from. */
export interface WorkedFrom {
  readonly actual: Figures;
  readonly target: (vintage: TargetVintage) => { value(line: string, span: Span): number };
}

/**
 * Writes out an expression of lines, arithmetic, targets and comparisons over time.
 * @returns null for what cannot be written that way, or where an operand has no value.
 */
export function workOut(expression: Expression, span: Span, from: WorkedFrom): Worked | null {
  const at = (inner: Expression | undefined, on: Span): Worked | null =>
    inner === undefined ? null : workOut(inner, on, from);
  switch (expression.kind) {
    case "number":
      return { kind: "number", text: expression.text, value: expression.value };
    case "line":
      return operandOf({
        line: expression.id,
        span,
        basis: "actual",
        vintage: "latest",
        value: from.actual.value(expression.id, span),
      });
    case "arithmetic":
      return both(at(expression.left, span), at(expression.right, span), (left, right) => ({
        kind: "arithmetic",
        operator: expression.operator,
        left,
        right,
      }));
    case "negate":
    case "comparison":
      return null;
    case "call": {
      const [x, second] = expression.args;
      const before = COMPARED[expression.name];
      if (before !== undefined) {
        const isGrowth = expression.name === "yoy" || expression.name === "qoq";
        return both(at(x, span), at(x, before(span)), (now, then) =>
          isGrowth ? minus(over(now, then), ONE) : minus(now, then),
        );
      }
      if (expression.name !== "target" || x?.kind !== "line") return null;
      const vintage = second?.kind === "line" && second.id === "initial" ? "initial" : "latest";
      return operandOf({ line: x.id, span, basis: "target", vintage, value: from.target(vintage).value(x.id, span) });
    }
  }
}

const COMPARED: Readonly<Record<string, (span: Span) => Span>> = {
  yoy: (span) => shift(span, -4),
  yoy_change: (span) => shift(span, -4),
  qoq: (span) => shift(span, -1),
  qoq_change: (span) => shift(span, -1),
  ytd_change: (span) => ({ start: yearStartBefore(endOf(span)), length: 0 }),
};

const operandOf = (operand: Operand): Worked | null =>
  Number.isNaN(operand.value) ? null : { kind: "operand", operand };

function both(left: Worked | null, right: Worked | null, make: (left: Worked, right: Worked) => Worked): Worked | null {
  return left === null || right === null ? null : make(left, right);
}

/** Every operand, in the order it is written. */
export function operandsOf(worked: Worked): Operand[] {
  switch (worked.kind) {
    case "number":
      return [];
    case "operand":
      return [worked.operand];
    case "arithmetic":
      return [...operandsOf(worked.left), ...operandsOf(worked.right)];
  }
}

/** The value with some operands standing for other numbers. */
export function valueWith(worked: Worked, swapped: ReadonlyMap<Operand, number>): number {
  switch (worked.kind) {
    case "number":
      return worked.value;
    case "operand":
      return swapped.get(worked.operand) ?? worked.operand.value;
    case "arithmetic": {
      const [a, b] = [valueWith(worked.left, swapped), valueWith(worked.right, swapped)];
      switch (worked.operator) {
        case "+":
          return a + b;
        case "-":
          return a - b;
        case "*":
          return a * b;
        case "/":
          return a / b;
        case "^":
          return a ** b;
      }
    }
  }
}

/** The text of it, each operand printed by the caller: `26,400 / 25,000 - 1`. */
export function printWorked(worked: Worked, print: (operand: Operand) => string): string {
  switch (worked.kind) {
    case "number":
      return worked.text;
    case "operand":
      return print(worked.operand);
    case "arithmetic": {
      const part = (inner: Worked): string => {
        const text = printWorked(inner, print);
        const isLoose = inner.kind === "arithmetic" && (inner.operator === "+" || inner.operator === "-");
        return isLoose && worked.operator !== "+" ? `(${text})` : text;
      };
      // The first member of a difference needs no parentheses: it is read first anyway.
      const left = worked.operator === "-" ? printWorked(worked.left, print) : part(worked.left);
      return `${left} ${worked.operator} ${part(worked.right)}`;
    }
  }
}
