/** Prints a formula. Counterpart of parse-formula: printing what was read gives the same formula back. */
import type { Expression } from "#core/formula/expression.ts";

const BINDING: Readonly<Record<string, number>> = { "+": 2, "-": 2, "*": 3, "/": 3, "^": 4 };
const COMPARISON = 1;
const NEGATE = 5;
const ATOM = 6;

function bindingOf(expression: Expression): number {
  if (expression.kind === "arithmetic") return BINDING[expression.operator] ?? ATOM;
  if (expression.kind === "comparison") return COMPARISON;
  return expression.kind === "negate" ? NEGATE : ATOM;
}

/** The formula with single spaces and only the parentheses it needs. */
export function printFormula(expression: Expression): string {
  // Operators of one strength read from the left, so an equal one on the right needs parentheses.
  const left = (inner: Expression, than: number): string => wrapped(inner, bindingOf(inner) < than);
  const right = (inner: Expression, than: number): string => wrapped(inner, bindingOf(inner) <= than);
  switch (expression.kind) {
    case "number":
      return expression.text;
    case "line":
      return expression.id;
    case "negate":
      return `-${wrapped(expression.of, bindingOf(expression.of) < NEGATE)}`;
    case "call":
      return `${expression.name}(${expression.args.map(printFormula).join(", ")})`;
    case "arithmetic":
    case "comparison": {
      const own = bindingOf(expression);
      return `${left(expression.left, own)} ${expression.operator} ${right(expression.right, own)}`;
    }
  }
}

const wrapped = (expression: Expression, needed: boolean): string =>
  needed ? `(${printFormula(expression)})` : printFormula(expression);
