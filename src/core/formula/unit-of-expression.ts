/** What an expression's value is measured in, so that it can be printed. */
import type { Expression } from "#core/formula/expression.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";
import type { KnownLines } from "#core/formula/check-formula.ts";

/** A number that measures nothing: 2, or one part of another. */
const PLAIN = Symbol("plain");
/** What is measured in something that has no name here, such as revenue per contract, or a sum of unlike things. */
const UNNAMED = Symbol("unnamed");

type Measure = string | typeof PLAIN | typeof UNNAMED;

/** The unit's name, or null for a plain number and for what has no name, such as revenue per contract. */
export function unitOfExpression(expression: Expression, lines: KnownLines): string | null {
  const found = measureOf(expression, lines);
  return typeof found === "string" ? found : null;
}

function measureOf(expression: Expression, lines: KnownLines): Measure {
  const measure = (inner: Expression): Measure => measureOf(inner, lines);
  switch (expression.kind) {
    case "number":
    case "comparison":
      return PLAIN;
    case "line":
      return lines.get(expression.id)?.unit ?? PLAIN;
    case "negate":
      return measure(expression.of);
    case "call":
      return measureOfCall(expression, measure);
    case "arithmetic": {
      const left = measure(expression.left);
      const right = measure(expression.right);
      switch (expression.operator) {
        case "+":
          return shared([left, right]);
        case "-":
          // Two percentages differ in points; growth written out is a quotient less a plain one.
          return left === "%" && right === "%" ? "percentage points" : shared([left, right]);
        case "*":
          return isShare(left) ? (right === PLAIN ? left : right) : isShare(right) ? left : UNNAMED;
        case "/":
          if (left === right && typeof left === "string") return "%";
          return isShare(right) ? left : UNNAMED;
        case "^":
          return left === PLAIN && right === PLAIN ? PLAIN : UNNAMED;
      }
    }
  }
}

/** What changes no unit that it is multiplied with. */
const isShare = (measure: Measure): boolean => measure === PLAIN || measure === "%";

/** The one measure of several parts, plain numbers left aside; a sum of unlike things has no name. */
function shared(measures: readonly Measure[]): Measure {
  const [first = PLAIN, ...others] = new Set(measures.filter((measure) => measure !== PLAIN));
  return others.length === 0 ? first : UNNAMED;
}

function measureOfCall(call: Extract<Expression, { kind: "call" }>, measure: (inner: Expression) => Measure): Measure {
  const [first] = call.args;
  if (first === undefined) return PLAIN;
  const isSeveral = FUNCTIONS[call.name]?.repeats === true;
  const own =
    call.name === "if"
      ? shared(call.args.slice(1).map(measure))
      : isSeveral
        ? shared(call.args.map(measure))
        : measure(first);
  const rule = FUNCTIONS[call.name]?.unit ?? "same";
  if (rule === "%") return "%";
  return rule === "points" && own === "%" ? "percentage points" : own;
}
