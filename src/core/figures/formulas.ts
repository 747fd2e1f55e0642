/** The formulas of a book's lines, read once for as long as the lines stay the same. */
import type { Line } from "#core/book.ts";
import type { Identity } from "#core/figures/identities.ts";
import { identityOf } from "#core/figures/identities.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { Expression } from "#core/formula/expression.ts";

export interface LineFormulas {
  readonly lines: ReadonlyMap<string, Line>;
  /** By line id. A formula that cannot be read is left out: the store and the importers refuse such a line. */
  readonly formulas: ReadonlyMap<string, Expression>;
  /** By the line whose formula states it. */
  readonly identities: ReadonlyMap<string, Identity>;
  /** The identities that a line is a member of, in the order of the book's lines. */
  readonly memberOf: ReadonlyMap<string, readonly Identity[]>;
  /** The lines shown under a line, as expressions. */
  readonly children: ReadonlyMap<string, readonly Expression[]>;
  /** Every line that a line's figures can rest on through formulas, itself included. */
  readonly restsOn: (line: string) => ReadonlySet<string>;
}

const read = new WeakMap<readonly Line[], LineFormulas>();

/** Books share their `lines` array from one edit of figures to the next, so this reads nothing twice. */
export function formulasOf(lines: readonly Line[]): LineFormulas {
  let known = read.get(lines);
  if (known === undefined) read.set(lines, (known = readAll(lines)));
  return known;
}

function readAll(lines: readonly Line[]): LineFormulas {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const formulas = new Map<string, Expression>();
  const identities = new Map<string, Identity>();
  const memberOf = new Map<string, Identity[]>();
  const children = new Map<string, Expression[]>();
  for (const line of lines) {
    if (line.parent !== null) addTo(children, line.parent, { kind: "line", id: line.id, from: 0, to: 0 });
    if (line.formula === null) continue;
    const formula = readFormula(line.formula, byId);
    if ("problem" in formula) continue;
    formulas.set(line.id, formula.expression);
    const identity = identityOf(line, formula.expression, byId);
    if (identity === null) continue;
    identities.set(line.id, identity);
    for (const member of identity.members) addTo(memberOf, member.line, identity);
  }
  return { lines: byId, formulas, identities, memberOf, children, restsOn: restsOn(formulas, children) };
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function restsOn(
  formulas: ReadonlyMap<string, Expression>,
  children: ReadonlyMap<string, readonly Expression[]>,
): (line: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (line) => {
    const present = known.get(line);
    if (present !== undefined) return present;
    const found = new Set([line]);
    for (const id of found) {
      const formula = formulas.get(id);
      if (formula !== undefined) for (const named of linesIn(formula, children)) found.add(named);
    }
    known.set(line, found);
    return found;
  };
}

/** The lines that an expression names, and those it means by `children`. */
function linesIn(expression: Expression, children: ReadonlyMap<string, readonly Expression[]>): string[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "line":
      return [expression.id];
    case "negate":
      return linesIn(expression.of, children);
    case "arithmetic":
    case "comparison":
      return [...linesIn(expression.left, children), ...linesIn(expression.right, children)];
    case "call": {
      const [first] = expression.args;
      if (expression.name === "children" && first?.kind === "line")
        return (children.get(first.id) ?? []).flatMap((child) => linesIn(child, children));
      // The words of target(x, initial) are no lines; a book has none of these names, or means them.
      return expression.args.flatMap((arg) => linesIn(arg, children));
    }
  }
}

/** Whether every line in an expression is a balance, which stands at boundaries and may be compared over any distance. */
export function isStock(expression: Expression, lines: ReadonlyMap<string, Line>): boolean {
  switch (expression.kind) {
    case "number":
      return true;
    case "line":
      return lines.get(expression.id)?.kind === "stock";
    case "negate":
      return isStock(expression.of, lines);
    case "arithmetic":
    case "comparison":
      return isStock(expression.left, lines) && isStock(expression.right, lines);
    case "call":
      return expression.args.every((arg) => arg.kind === "number" || isStock(arg, lines));
  }
}
