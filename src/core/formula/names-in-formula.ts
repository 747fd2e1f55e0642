/** The lines that a formula's text names, and the text with one of them called otherwise or left out. */
import { termsOf } from "#core/formula/compile.ts";
import type { Expression } from "#core/formula/expression.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";
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

/** Whether an expression names no line: 5 + 3 is the same in every period. */
export const isPlain = (expression: Expression): boolean => namesIn(expression).length === 0;

/**
 * The text with its names as the book and the language write them, where only the case differs: `REVENUE` and `SUM(`
 * are what spreadsheets write. As long as the text, so that every position holds in both.
 * @param known the ids of the lines
 */
export function withKnownNames(text: string, known: Iterable<string>): string {
  const parsed = parseFormula(text);
  if ("problem" in parsed) return text;
  const lines = byFoldedName(known);
  const functions = byFoldedName(Object.keys(FUNCTIONS));
  const renamed: { readonly from: number; readonly name: string }[] = [];
  const walk = (expression: Expression): void => {
    switch (expression.kind) {
      case "number":
        return;
      case "line":
        renamed.push({ from: expression.from, name: knownAs(expression.id, lines) });
        return;
      case "negate":
        walk(expression.of);
        return;
      case "arithmetic":
      case "comparison":
        walk(expression.left);
        walk(expression.right);
        return;
      case "call":
        renamed.push({ from: expression.from, name: knownAs(expression.name, functions) });
        for (const arg of expression.args) walk(arg);
    }
  };
  walk(parsed.expression);
  return renamed.reduce((now, { from, name }) => now.slice(0, from) + name + now.slice(from + name.length), text);
}

/** Names by what they are without their case; several that differ in nothing else stand for none of them. */
function byFoldedName(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(names, (name) => name.toLowerCase());
}

function knownAs(name: string, known: ReadonlyMap<string, readonly string[]>): string {
  const [only, ...others] = known.get(name.toLowerCase()) ?? [];
  // A letter whose small form is longer would move what stands behind it.
  return only === undefined || others.length > 0 || only.length !== name.length ? name : only;
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
