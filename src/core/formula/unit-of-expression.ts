/** What an expression's value is measured in, so that it can be printed. */
import type { Expression } from "#core/formula/expression.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";
import type { KnownLines } from "#core/formula/check-formula.ts";

/** A number that measures nothing: 2, or one part of another. */
const PLAIN = Symbol("plain");
/** What is measured in something that has no name here, such as revenue per contract, or a sum of unlike things. */
const UNNAMED = Symbol("unnamed");

type Measure = string | typeof PLAIN | typeof UNNAMED;

type Call = Extract<Expression, { kind: "call" }>;

/** The unit's name, or null for a plain number and for what has no name, such as revenue per contract. */
export const unitOfExpression = (expression: Expression, lines: KnownLines): string | null =>
  unitsOver(lines)(expression);

/** The same for many parts of one formula, each of which is looked at once. */
export function unitsOver(lines: KnownLines): (expression: Expression) => string | null {
  const known = new Map<Expression, Measure>();
  const measure = (expression: Expression): Measure => {
    let found = known.get(expression);
    if (found === undefined) known.set(expression, (found = measureOf(expression, lines, measure)));
    return found;
  };
  return (expression) => {
    const found = measure(expression);
    return typeof found === "string" ? found : null;
  };
}

/** Of what a call puts together or chooses among, all that its answer may be: it is measured as they are. */
export function alikeIn({ name, args, from, to }: Call, lines: KnownLines): readonly Expression[] {
  if (name === "if") return args.slice(1);
  if (FUNCTIONS[name]?.repeats === true) return args;
  const [of] = args;
  if (name !== "children" || of?.kind !== "line") return [];
  return [...lines].flatMap(([id, { parent }]) => (parent === of.id ? [{ kind: "line", id, from, to } as const] : []));
}

function measureOf(expression: Expression, lines: KnownLines, measure: (inner: Expression) => Measure): Measure {
  switch (expression.kind) {
    case "number":
    case "comparison":
      return PLAIN;
    case "line":
      return lines.get(expression.id)?.unit ?? PLAIN;
    case "negate":
      return measure(expression.of);
    case "call":
      return measureOfCall(expression, lines, measure);
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
  const distinct = new Set(measures.filter((measure) => measure !== PLAIN));
  // A percentage moved by some points is one.
  if (distinct.has("%")) distinct.delete("percentage points");
  const [first = PLAIN, ...others] = distinct;
  return others.length === 0 ? first : UNNAMED;
}

function measureOfCall(call: Call, lines: KnownLines, measure: (inner: Expression) => Measure): Measure {
  const [first] = call.args;
  if (first === undefined) return PLAIN;
  const alike = alikeIn(call, lines);
  const own = alike.length === 0 ? measure(first) : shared(alike.map(measure));
  const rule = FUNCTIONS[call.name]?.unit ?? "same";
  if (rule === "%") return "%";
  return rule === "points" && own === "%" ? "percentage points" : own;
}
