/** Checks the names and arguments of a formula that has the right form. */
import type { Line } from "#core/book.ts";
import type { ArithmeticOperator, Expression, FormulaProblem } from "#core/formula/expression.ts";
import type { Argument } from "#core/formula/functions.ts";
import { FUNCTIONS, wholeOf } from "#core/formula/functions.ts";
import { parseFormula } from "#core/formula/parse-formula.ts";
import { alikeIn, unitsOver } from "#core/formula/unit-of-expression.ts";
import { isPercentage, unitOf } from "#core/units.ts";

/** The lines a formula may name, by id; what stands under a line is known by its parent. */
export type KnownLines = ReadonlyMap<string, Pick<Line, "kind" | "unit"> & Partial<Pick<Line, "parent">>>;

type ReadFormula = { readonly expression: Expression } | { readonly problem: FormulaProblem };

/** Reads a formula that a book holds: its form, its names and its arguments. Never throws; the problem says where in the text it is. */
export function readFormula(text: string, lines: KnownLines): ReadFormula {
  const parsed = parseFormula(text);
  if ("problem" in parsed) return parsed;
  const problem = problemIn(parsed.expression, lines, false);
  return problem === null ? parsed : { problem };
}

/**
 * Reads a formula that somebody is about to use: it is refused besides where its units do not go
 * together, and where it divides by 0 whatever the figures are. A book that holds such a formula keeps the figures it has by it.
 */
export function checkFormula(text: string, lines: KnownLines): ReadFormula {
  const read = readFormula(text, lines);
  if ("problem" in read) return read;
  const problem = objectionTo(read.expression, lines, unitsOver(lines));
  return problem === null ? read : { problem };
}

const at = (code: FormulaProblem["code"], { from, to }: Expression, word: string): FormulaProblem => ({
  code,
  word,
  from,
  to,
});

function problemIn(expression: Expression, lines: KnownLines, comparisonAllowed: boolean): FormulaProblem | null {
  switch (expression.kind) {
    case "number":
      return null;
    case "line":
      return lines.has(expression.id) ? null : at("unknown-line", expression, expression.id);
    case "negate":
      return problemIn(expression.of, lines, false);
    case "comparison":
      if (!comparisonAllowed) return at("comparison-outside-if", expression, expression.operator);
      return problemIn(expression.left, lines, false) ?? problemIn(expression.right, lines, false);
    case "arithmetic":
      return problemIn(expression.left, lines, false) ?? problemIn(expression.right, lines, false);
    case "call":
      return problemInCall(expression, lines);
  }
}

type Call = Extract<Expression, { kind: "call" }>;

function problemInCall(call: Call, lines: KnownLines): FormulaProblem | null {
  const known = Object.hasOwn(FUNCTIONS, call.name) ? FUNCTIONS[call.name] : undefined;
  if (known === undefined) return at("unknown-function", call, call.name);
  const most = known.repeats ? Infinity : known.arguments.length;
  if (call.args.length < known.needed || call.args.length > most) return at("argument-count", call, call.name);
  for (const [index, arg] of call.args.entries()) {
    const wanted = known.arguments[Math.min(index, known.arguments.length - 1)] ?? "expression";
    const problem = problemInArgument(wanted, arg, call.name, lines);
    if (problem !== null) return problem;
  }
  const [x] = call.args;
  return x?.kind === "line" ? growthOfPercentage(call, unitsOver(lines)) : null;
}

/** The unit of a part of a formula; null where it has none. */
type UnitOf = (expression: Expression) => string | null;

function growthOfPercentage(call: Call, measuredIn: UnitOf): FormulaProblem | null {
  const [x] = call.args;
  if (x === undefined || FUNCTIONS[call.name]?.growth !== true) return null;
  const unit = measuredIn(x);
  if (unit === null || unitOf(unit).kind !== "percent") return null;
  return at("growth-of-percentage", call, `${call.name === "qoq" ? "qoq" : "yoy"}_change`);
}

/** A year's ratio is no sum of its quarters' ratios: nothing of it is reached, and nothing is left. */
function partOfRatio(call: Call, lines: KnownLines, measuredIn: UnitOf): FormulaProblem | null {
  const [x] = call.args;
  if (x === undefined || FUNCTIONS[call.name]?.partOfYear !== true) return null;
  const unit = measuredIn(x);
  const isRatio = x.kind === "line" && lines.get(x.id)?.kind === "ratio";
  const isPercentage = unit !== null && unitOf(unit).kind === "percent";
  return isRatio || isPercentage ? at("part-of-ratio", call, call.name) : null;
}

/** What is wrong with the units of a formula, the innermost first. */
function objectionTo(expression: Expression, lines: KnownLines, measuredIn: UnitOf): FormulaProblem | null {
  for (const part of partsOf(expression)) {
    const inner = objectionTo(part, lines, measuredIn);
    if (inner !== null) return inner;
  }
  switch (expression.kind) {
    case "comparison":
      return mixedUnits([expression.left, expression.right], measuredIn);
    case "arithmetic":
      if (expression.operator === "/" && plainValue(expression.right) === 0)
        return at("division-by-zero", expression.right, "0");
      return expression.operator === "+" || expression.operator === "-"
        ? mixedUnits([expression.left, expression.right], measuredIn)
        : null;
    case "call":
      return (
        mixedUnits(alikeIn(expression, lines), measuredIn) ??
        growthOfPercentage(expression, measuredIn) ??
        partOfRatio(expression, lines, measuredIn)
      );
    default:
      return null;
  }
}

/** What plain arithmetic gives; null where something else than numbers is in it. */
function plainValue(expression: Expression): number | null {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "negate": {
      const value = plainValue(expression.of);
      return value === null ? null : -value;
    }
    case "arithmetic": {
      const [left, right] = [plainValue(expression.left), plainValue(expression.right)];
      return left === null || right === null ? null : OPERATIONS[expression.operator](left, right);
    }
    default:
      return null;
  }
}

const OPERATIONS: Readonly<Record<ArithmeticOperator, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "^": (left, right) => left ** right,
};

/** The first of several parts that is measured in something else than those before it. */
function mixedUnits(parts: readonly Expression[], measuredIn: UnitOf): FormulaProblem | null {
  let before: string | null = null;
  for (const part of parts) {
    const unit = measuredIn(part);
    if (unit === null) continue;
    if (before !== null && !goTogether(before, unit)) return at("mixed-units", part, `${before}, ${unit}`);
    before ??= unit;
  }
  return null;
}

/** Percentages and their differences in points do. */
function goTogether(a: string, b: string): boolean {
  return a === b || (isPercentage(a) && isPercentage(b));
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "number":
    case "line":
      return [];
    case "negate":
      return [expression.of];
    case "arithmetic":
    case "comparison":
      return [expression.left, expression.right];
    case "call":
      return expression.args;
  }
}

/** Two hundred years of quarters: further back nothing was published. */
const FURTHEST = 800;

function problemInArgument(wanted: Argument, arg: Expression, name: string, lines: KnownLines): FormulaProblem | null {
  const wrong = at("argument-kind", arg, name);
  switch (wanted) {
    case "expression":
      return problemIn(arg, lines, false);
    case "condition":
      return problemIn(arg, lines, true);
    case "line":
      return arg.kind === "line" ? problemIn(arg, lines, false) : wrong;
    case "latest|initial":
      return arg.kind === "line" && (arg.id === "latest" || arg.id === "initial") ? null : wrong;
    case "whole":
      return isWhole(wholeOf(arg), name) ? null : wrong;
  }
}

/** Digits before the point may be rounded away; time is counted back only, and years of growth from one. */
function isWhole(count: number | null, name: string): boolean {
  if (count === null || !Number.isInteger(count) || Math.abs(count) > FURTHEST) return false;
  return name === "round" || count > 0 || (name === "lag" && count === 0);
}
