/** How deep comparisons may stand within one another. */
import type { Expression } from "#core/formula/expression.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";

/** Comparisons within comparisons: 256 spans for a cell. A change of a change of a change is as far as anybody goes. */
const MOST_DOUBLINGS = 8;

/** Whether so many comparisons stand within this one that its answer is a gap, `not-meaningful`. */
export const isTooNested = (call: Expression & { readonly kind: "call" }): boolean =>
  FUNCTIONS[call.name]?.twice === true && doublings(call) > MOST_DOUBLINGS;

/** How many comparisons stand within one another. */
function doublings(expression: Expression): number {
  switch (expression.kind) {
    case "number":
    case "line":
      return 0;
    case "negate":
      return doublings(expression.of);
    case "arithmetic":
    case "comparison":
      return Math.max(doublings(expression.left), doublings(expression.right));
    case "call":
      return (FUNCTIONS[expression.name]?.twice === true ? 1 : 0) + Math.max(0, ...expression.args.map(doublings));
  }
}
