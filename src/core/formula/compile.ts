/** Compiles an expression for the figures it stands in. Check the formula first: names are taken on trust here. */
import type { Expression } from "#core/formula/expression.ts";
import type { Setting } from "#core/formula/functions.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";
import { isTooNested } from "#core/formula/nesting.ts";
import type { Program } from "#core/formula/program.ts";
import { NOT_MEANINGFUL } from "#core/states.ts";

/** @throws RangeError for a function that does not exist */
export function compile(setting: Setting, expression: Expression, line: (id: string) => Program): Program {
  const { arithmetic } = setting;
  const inner = (part: Expression): Program => setting.compile(part);
  switch (expression.kind) {
    case "number":
      return arithmetic.constant(expression.value);
    case "line":
      return line(expression.id);
    case "negate":
      return arithmetic.sum([{ sign: -1, of: inner(expression.of) }]);
    case "call": {
      const known = FUNCTIONS[expression.name];
      const [x] = expression.args;
      if (known === undefined || x === undefined)
        throw new RangeError(`no function ${expression.name}; check the formula first`);
      // Within one another they are worked out on twice as many spans each time.
      if (isTooNested(expression)) return arithmetic.gap(NOT_MEANINGFUL);
      return known.compile(setting, x, expression.args);
    }
    case "comparison":
      return arithmetic.both(expression.operator, inner(expression.left), inner(expression.right));
    case "arithmetic":
      if (expression.operator === "+" || expression.operator === "-")
        return arithmetic.sum(termsOf(expression).map(({ sign, of }) => ({ sign, of: inner(of) })));
      return arithmetic.both(expression.operator, inner(expression.left), inner(expression.right));
  }
}

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
