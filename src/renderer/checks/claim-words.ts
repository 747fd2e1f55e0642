/** Formulas in words: `yoy(operating_income)` is “Operating income (loss), year on year”. */
import type { Line } from "#core/book.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { Expression } from "#core/formula/expression.ts";
import { MINUS } from "../explain/short-forms.ts";
import type { Words } from "../words/words.ts";

export interface Naming {
  readonly lines: ReadonlyMap<string, Line>;
  readonly labelOf: (line: string) => string;
  readonly words: Words;
}

/** The text itself where it is no formula, such as `1Q05 + 2Q05`. */
export function formulaWords(text: string, naming: Naming): string {
  const formula = readFormula(text, naming.lines);
  return "problem" in formula ? text.replaceAll(" - ", ` ${MINUS} `) : wordsOfExpression(formula.expression, naming);
}

const STRENGTH: Readonly<Record<string, number>> = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 3 };
const SIGNS: Readonly<Record<string, string>> = { "-": MINUS, "*": "×" };

function wordsOfExpression(expression: Expression, naming: Naming): string {
  const inner = (part: Expression): string => wordsOfExpression(part, naming);
  switch (expression.kind) {
    case "number":
      return expression.text;
    case "line":
      return naming.labelOf(expression.id);
    case "negate":
      return `${MINUS}${wrapped(expression.of, 3, inner)}`;
    case "comparison":
      return `${inner(expression.left)} ${expression.operator} ${inner(expression.right)}`;
    case "call":
      return wordsOfCall(expression.name, expression.args, naming);
    case "arithmetic": {
      const against = againstTarget(expression);
      if (against !== null) return naming.words.claims.againstTarget[against.vintage](naming.labelOf(against.line));
      const whole = ofItself(expression);
      if (whole !== null) return naming.words.claims.ofItself(naming.labelOf(whole));
      const own = STRENGTH[expression.operator] ?? 0;
      const left = wrapped(expression.left, own, inner);
      // Operators of one strength read from the left.
      const right = wrapped(expression.right, own + 1, inner);
      return `${left} ${SIGNS[expression.operator] ?? expression.operator} ${right}`;
    }
  }
}

function wrapped(expression: Expression, strength: number, inner: (part: Expression) => string): string {
  const own = expression.kind === "arithmetic" ? (STRENGTH[expression.operator] ?? 0) : Infinity;
  return own < strength ? `(${inner(expression)})` : inner(expression);
}

function wordsOfCall(name: string, args: readonly Expression[], naming: Naming): string {
  const [first] = args;
  const { compared, targets } = naming.words.claims;
  const x = first === undefined ? "" : wordsOfExpression(first, naming);
  const sentence = Object.entries(compared).find(([known]) => known === name)?.[1];
  if (sentence !== undefined) return sentence(x);
  if (name === "target") return targets[vintageOf(args)](x);
  return `${name}(${args.map((arg) => wordsOfExpression(arg, naming)).join(", ")})`;
}

const vintageOf = ([, word]: readonly Expression[]): "initial" | "latest" =>
  word?.kind === "line" && word.id === "initial" ? "initial" : "latest";

/** The line of `x / x`, the hundred percent that a table of shares begins with; null for anything else. */
const ofItself = ({ operator, left, right }: Extract<Expression, { kind: "arithmetic" }>): string | null =>
  operator === "/" && left.kind === "line" && right.kind === "line" && left.id === right.id ? left.id : null;

/** `x / target(x, initial) - 1`: how far a result is from what was aimed at. */
function againstTarget(
  expression: Extract<Expression, { kind: "arithmetic" }>,
): { readonly line: string; readonly vintage: "initial" | "latest" } | null {
  const { operator, left, right } = expression;
  if (operator !== "-" || right.kind !== "number" || right.value !== 1) return null;
  if (left.kind !== "arithmetic" || left.operator !== "/" || left.left.kind !== "line") return null;
  const { right: aim } = left;
  const [of] = aim.kind === "call" && aim.name === "target" ? aim.args : [];
  if (aim.kind !== "call" || of?.kind !== "line" || of.id !== left.left.id) return null;
  return { line: of.id, vintage: vintageOf(aim.args) };
}
