/** Checks the names and arguments of a formula that has the right form. */
import type { Line } from "#core/book.ts";
import type { Expression, FormulaProblem } from "#core/formula/expression.ts";
import type { Argument } from "#core/formula/functions.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";
import { parseFormula } from "#core/formula/parse-formula.ts";
import { unitOf } from "#core/units.ts";

/** The lines a formula may name, by id. */
export type KnownLines = ReadonlyMap<string, Pick<Line, "kind" | "unit">>;

/** Reads and checks a formula. Never throws; the problem says where in the text it is. */
export function readFormula(text: string, lines: KnownLines): { expression: Expression } | { problem: FormulaProblem } {
  const parsed = parseFormula(text);
  if ("problem" in parsed) return parsed;
  const problem = problemIn(parsed.expression, lines, false);
  return problem === null ? parsed : { problem };
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

function problemInCall(call: Extract<Expression, { kind: "call" }>, lines: KnownLines): FormulaProblem | null {
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
  if ((call.name === "yoy" || call.name === "qoq" || call.name === "cagr") && x?.kind === "line") {
    const line = lines.get(x.id);
    if (line !== undefined && unitOf(line.unit).kind === "percent")
      return at("growth-of-percentage", call, `${call.name === "qoq" ? "qoq" : "yoy"}_change`);
  }
  return null;
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
      if (arg.kind !== "number" || !Number.isInteger(arg.value) || arg.value > FURTHEST) return wrong;
      return arg.value === 0 && name !== "round" && name !== "lag" ? wrong : null;
  }
}
