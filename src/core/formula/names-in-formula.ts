/** The lines that a formula's text names, and the text with one of them called otherwise or left out. */
import { termsOf } from "#core/formula/compile.ts";
import type { Expression } from "#core/formula/expression.ts";
import { parseFormula } from "#core/formula/parse-formula.ts";
import { printFormula } from "#core/formula/print-formula.ts";

type NamedLine = Extract<Expression, { kind: "line" }>;

/** Every name of a line in an expression, in the order of the text. */
function namesIn(expression: Expression): NamedLine[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "line":
      return [expression];
    case "negate":
      return namesIn(expression.of);
    case "arithmetic":
    case "comparison":
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case "call": {
      // The second word of target(x, initial) says which target, and is no line.
      const args = expression.name === "target" ? expression.args.slice(0, 1) : expression.args;
      return args.flatMap(namesIn);
    }
  }
}

/** The ids of the lines that a text names; none for a text that is no formula. */
export function linesNamedIn(text: string): ReadonlySet<string> {
  const parsed = parseFormula(text);
  return new Set("problem" in parsed ? [] : namesIn(parsed.expression).map(({ id }) => id));
}

/** The lines whose children a text adds up. */
export function parentsSummedIn(text: string): ReadonlySet<string> {
  const parsed = parseFormula(text);
  const found = new Set<string>();
  const walk = (expression: Expression): void => {
    if (expression.kind === "negate") walk(expression.of);
    if (expression.kind === "arithmetic" || expression.kind === "comparison") {
      walk(expression.left);
      walk(expression.right);
    }
    if (expression.kind !== "call") return;
    const [first] = expression.args;
    if (expression.name === "children" && first?.kind === "line") found.add(first.id);
    else for (const arg of expression.args) walk(arg);
  };
  if (!("problem" in parsed)) walk(parsed.expression);
  return found;
}

/** The text with a line called by another id; spaces and parentheses stay as they were typed. */
export function withLineRenamed(text: string, from: string, to: string): string {
  const parsed = parseFormula(text);
  if ("problem" in parsed) return text;
  const places = namesIn(parsed.expression).filter(({ id }) => id === from);
  return places.reduceRight((changed, place) => changed.slice(0, place.from) + to + changed.slice(place.to), text);
}

/** A sum without one of its members; null where the line stands elsewhere than as a member, or nothing is left. */
export function withoutMember(text: string, line: string): string | null {
  const parsed = parseFormula(text);
  if ("problem" in parsed) return null;
  const rest = termsOf(parsed.expression).filter(({ of }) => of.kind !== "line" || of.id !== line);
  const [first, ...others] = rest;
  if (first === undefined || rest.some(({ of }) => namesIn(of).some(({ id }) => id === line))) return null;
  const start: Expression = first.sign === 1 ? first.of : { kind: "negate", of: first.of, from: 0, to: 0 };
  const sum = others.reduce<Expression>(
    (left, { sign, of }) => ({
      kind: "arithmetic",
      operator: sign === 1 ? "+" : "-",
      left,
      right: of,
      from: 0,
      to: 0,
    }),
    start,
  );
  return printFormula(sum);
}
