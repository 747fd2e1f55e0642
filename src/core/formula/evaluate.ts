/** Evaluates an expression on a span. Lines are asked of the caller; everything else is arithmetic. */
import type { ComparisonOperator, Expression } from "#core/formula/expression.ts";
import type { Evaluation } from "#core/formula/functions.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";
import type { Result, Term } from "#core/formula/results.ts";
import { quotient, sumOf, withNumbers } from "#core/formula/results.ts";

/** The value of an expression whose lines {@link Evaluation.at} has been told how to find. */
export function evaluateWith(evaluation: Evaluation, expression: Expression, lineAt: (id: string) => Result): Result {
  const value = (inner: Expression): Result => evaluateWith(evaluation, inner, lineAt);
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "line":
      return lineAt(expression.id);
    case "negate":
      return withNumbers([value(expression.of)], (x = 0) => -x);
    case "comparison":
      return withNumbers([value(expression.left), value(expression.right)], (a = 0, b = 0) =>
        COMPARE[expression.operator](a, b) ? 1 : 0,
      );
    case "call":
      return FUNCTIONS[expression.name]?.evaluate(evaluation, expression.args) ?? unchecked(expression.name);
    case "arithmetic":
      switch (expression.operator) {
        case "+":
        case "-":
          return sumOf(termsOf(expression).map(({ sign, of }): Term => ({ sign, result: value(of) })));
        case "*":
          return withNumbers([value(expression.left), value(expression.right)], (a = 0, b = 0) => a * b);
        case "/":
          return quotient(value(expression.left), value(expression.right));
        case "^":
          return withNumbers([value(expression.left), value(expression.right)], (a = 0, b = 0) => a ** b);
      }
  }
}

function unchecked(name: string): never {
  throw new RangeError(`no function ${name}; check the formula before evaluating it`);
}

const COMPARE: Readonly<Record<ComparisonOperator, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "=": (a, b) => a === b,
  "<>": (a, b) => a !== b,
};

/** The members of a chain of + and −, so that a sum knows how many of its members are there. */
export function termsOf(expression: Expression): { sign: 1 | -1; of: Expression }[] {
  const terms: { sign: 1 | -1; of: Expression }[] = [];
  const walk = (inner: Expression, sign: 1 | -1): void => {
    const flipped = sign === 1 ? -1 : 1;
    if (inner.kind === "arithmetic" && (inner.operator === "+" || inner.operator === "-")) {
      walk(inner.left, sign);
      walk(inner.right, inner.operator === "+" ? sign : flipped);
    } else if (inner.kind === "negate") walk(inner.of, flipped);
    else terms.push({ sign, of: inner });
  };
  walk(expression, 1);
  return terms;
}
