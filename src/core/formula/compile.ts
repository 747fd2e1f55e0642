/** Compiles an expression for the figures it stands in. Check the formula first: names are taken on trust here. */
import type { ComparisonOperator, Expression } from "#core/formula/expression.ts";
import type { Setting } from "#core/formula/functions.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";
import type { Program } from "#core/formula/program.ts";
import { power, quotient, sumOf, withBoth, withOne } from "#core/formula/program.ts";

/** @throws RangeError for a function that does not exist */
export function compile(setting: Setting, expression: Expression, line: (id: string) => Program): Program {
  const { machine } = setting;
  const inner = (part: Expression): Program => setting.compile(part);
  switch (expression.kind) {
    case "number": {
      const { value } = expression;
      return () => value;
    }
    case "line":
      return line(expression.id);
    case "negate":
      return withOne(machine, inner(expression.of), (value) => -value);
    case "comparison": {
      const holds = COMPARE[expression.operator];
      return withBoth(machine, inner(expression.left), inner(expression.right), (a, b) => (holds(a, b) ? 1 : 0));
    }
    case "call": {
      const known = FUNCTIONS[expression.name];
      const [x] = expression.args;
      if (known === undefined || x === undefined)
        throw new RangeError(`no function ${expression.name}; check the formula first`);
      return known.compile(setting, x, expression.args);
    }
    case "arithmetic":
      switch (expression.operator) {
        case "+":
        case "-":
          return sumOf(
            machine,
            termsOf(expression).map(({ sign, of }) => ({ sign, of: inner(of) })),
          );
        case "*":
          return withBoth(machine, inner(expression.left), inner(expression.right), (a, b) => a * b);
        case "/":
          return quotient(machine, inner(expression.left), inner(expression.right));
        case "^":
          return power(machine, inner(expression.left), inner(expression.right));
      }
  }
}

const COMPARE: Readonly<Record<ComparisonOperator, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "=": (a, b) => a === b,
  "<>": (a, b) => a !== b,
};

/** A member of a chain of + and −. */
export interface SignedTerm {
  readonly sign: 1 | -1;
  readonly of: Expression;
}

/** The members of a chain of + and −, so that a sum knows how many of its members are there. */
export function termsOf(expression: Expression): SignedTerm[] {
  const terms: SignedTerm[] = [];
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
