/** What an expression's value is measured in, so that it can be printed. */
import type { Expression } from "#core/formula/expression.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";
import type { KnownLines } from "#core/formula/check-formula.ts";

/** The unit's name, or null for a plain number such as revenue per contract. */
export function unitOfExpression(expression: Expression, lines: KnownLines): string | null {
  const unit = (inner: Expression): string | null => unitOfExpression(inner, lines);
  switch (expression.kind) {
    case "number":
    case "comparison":
      return null;
    case "line":
      return lines.get(expression.id)?.unit ?? null;
    case "negate":
      return unit(expression.of);
    case "call":
      return unitOfCall(expression, unit);
    case "arithmetic": {
      const left = unit(expression.left);
      const right = unit(expression.right);
      switch (expression.operator) {
        case "+":
          return shared([left, right]);
        case "-":
          // Two percentages differ in points; growth written out is a quotient less a plain one.
          return left === "%" && right === "%" ? "percentage points" : shared([left, right]);
        case "*":
          return left === null || left === "%" ? (right ?? left) : right === null || right === "%" ? left : null;
        case "/":
          if (left !== null && left === right) return "%";
          return right === null || right === "%" ? left : null;
        case "^":
          return null;
      }
    }
  }
}

/** The one unit of several parts, plain numbers left aside; null where they differ: a sum of unlike things has none. */
function shared(units: readonly (string | null)[]): string | null {
  const [first = null, ...others] = new Set(units.filter((unit) => unit !== null));
  return others.length === 0 ? first : null;
}

function unitOfCall(
  call: Extract<Expression, { kind: "call" }>,
  unit: (inner: Expression) => string | null,
): string | null {
  const [first] = call.args;
  if (first === undefined) return null;
  const isSeveral = FUNCTIONS[call.name]?.repeats === true;
  const measured =
    call.name === "if" ? shared(call.args.slice(1).map(unit)) : isSeveral ? shared(call.args.map(unit)) : unit(first);
  const rule = FUNCTIONS[call.name]?.unit ?? "same";
  if (rule === "%") return "%";
  return rule === "points" && measured === "%" ? "percentage points" : measured;
}
