/** The formulas of a book's lines, read once for as long as the lines stay the same. */
import type { Line } from "#core/book.ts";
import type { Identity } from "#core/figures/identities.ts";
import { identityOf } from "#core/figures/identities.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import { termsOf } from "#core/formula/compile.ts";
import type { Expression } from "#core/formula/expression.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";

export interface LineFormulas {
  readonly lines: ReadonlyMap<string, Line>;
  /** By line id. A formula that cannot be read is left out: the store and the importers refuse such a line. */
  readonly formulas: ReadonlyMap<string, Expression>;
  /** By the line whose formula states it. */
  readonly identities: ReadonlyMap<string, Identity>;
  /** How many levels deep each formula is nested, the line's own included: what working it out takes of the stack. */
  readonly heights: ReadonlyMap<string, number>;
  /** The identities that a line is a member of, in the order of the lines' positions. */
  readonly memberOf: ReadonlyMap<string, readonly Identity[]>;
  /** The lines shown under a line, as expressions, where they can be added up. */
  readonly children: ReadonlyMap<string, readonly Expression[]>;
  /** The lines under which lines of several units are shown: amounts, contracts and percentages have no sum. */
  readonly unlike: ReadonlySet<string>;
  /** Every line that a line's figures can rest on through formulas, itself included. */
  readonly restsOn: (line: string) => ReadonlySet<string>;
  /** Every line whose figures can rest on those of a line through formulas, itself included. */
  readonly restingOn: (line: string) => ReadonlySet<string>;
  /** The same, and every line that a sum of such can imply. */
  readonly touchedBy: (line: string) => ReadonlySet<string>;
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
  const heights = new Map<string, number>();
  const memberOf = new Map<string, Identity[]>();
  const children = new Map<string, Expression[]>();
  const unlike = unlikeUnder(lines);
  for (const line of lines.toSorted(byPosition)) {
    if (line.parent !== null && !unlike.has(line.parent))
      addTo(children, line.parent, { kind: "line", id: line.id, from: 0, to: 0 });
    if (line.formula === null) continue;
    const formula = readFormula(line.formula, byId);
    if ("problem" in formula) continue;
    formulas.set(line.id, formula.expression);
    heights.set(line.id, 1 + heightOf(formula.expression));
    const identity = identityOf(line, formula.expression, byId);
    if (identity === null) continue;
    identities.set(line.id, identity);
    for (const member of identity.members) addTo(memberOf, member.line, identity);
  }
  return {
    lines: byId,
    formulas,
    identities,
    heights,
    memberOf,
    children,
    unlike,
    ...follow(formulas, children, identities),
  };
}

/** Where several lines would do the first in the sheet does, wherever it stands in the list. */
const byPosition = (a: Line, b: Line): number => a.position - b.position || (a.id < b.id ? -1 : 1);

function unlikeUnder(lines: readonly Line[]): ReadonlySet<string> {
  const units = new Map<string, string>();
  const unlike = new Set<string>();
  for (const { parent, unit } of lines) {
    if (parent === null) continue;
    const other = units.get(parent);
    if (other === undefined) units.set(parent, unit);
    else if (other !== unit) unlike.add(parent);
  }
  return unlike;
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** What names what, in both directions. Nothing is kept for each line but its neighbours: of thousands it would be millions. */
function follow(
  formulas: ReadonlyMap<string, Expression>,
  children: ReadonlyMap<string, readonly Expression[]>,
  identities: ReadonlyMap<string, Identity>,
): Pick<LineFormulas, "restsOn" | "restingOn" | "touchedBy"> {
  let ways: Readonly<Record<"names" | "namedBy", ReadonlyMap<string, readonly string[]>>> | null = null;
  const readWays = (): NonNullable<typeof ways> => {
    const names = new Map([...formulas].map(([id, formula]) => [id, linesIn(formula, children)]));
    const namedBy = new Map<string, string[]>();
    for (const [id, lines] of names) for (const line of lines) addTo(namedBy, line, id);
    return { names, namedBy };
  };
  const reached = (line: string, next: (id: string) => readonly string[]): ReadonlySet<string> => {
    const found = new Set([line]);
    for (const id of found) for (const other of next(id)) found.add(other);
    return found;
  };
  const named = (id: string): readonly string[] => (ways ??= readWays()).names.get(id) ?? [];
  const naming = (id: string): readonly string[] => (ways ??= readWays()).namedBy.get(id) ?? [];
  const implied = (id: string): readonly string[] => identities.get(id)?.members.map(({ line }) => line) ?? [];
  return {
    restsOn: (line) => reached(line, named),
    restingOn: remembered((line) => reached(line, naming)),
    touchedBy: remembered((line) => reached(line, (id) => [...naming(id), ...implied(id)])),
  };
}

/** Asked again with every edit of a figure, for the few lines that have a break. */
function remembered(reached: (line: string) => ReadonlySet<string>): (line: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (line) => {
    let found = known.get(line);
    if (found === undefined) known.set(line, (found = reached(line)));
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
      return expressionsIn(expression).flatMap((arg) => linesIn(arg, children));
    }
  }
}

/** The arguments of a call that are worked out: not the words of `target(x, initial)`, which may be a line's name elsewhere. */
const expressionsIn = ({ name, args }: Extract<Expression, { kind: "call" }>): readonly Expression[] => {
  const kinds = FUNCTIONS[name]?.arguments ?? [];
  return args.filter((_, index) => {
    const kind = kinds[index] ?? kinds.at(-1);
    return kind !== "latest|initial" && kind !== "whole";
  });
};

/** Levels of an expression; the members of a sum are on one. */
function heightOf(expression: Expression): number {
  const highest = (parts: readonly Expression[]): number => 1 + Math.max(0, ...parts.map(heightOf));
  switch (expression.kind) {
    case "number":
    case "line":
      return 1;
    case "negate":
      return highest([expression.of]);
    case "call":
      return highest(expression.args);
    case "comparison":
      return highest([expression.left, expression.right]);
    case "arithmetic":
      return highest(
        expression.operator === "+" || expression.operator === "-"
          ? termsOf(expression).map(({ of }) => of)
          : [expression.left, expression.right],
      );
  }
}

/**
 * The lines shown under a line, of those that a company uses; null where their units differ.
 * @param isUsed whether the company uses a line; without it every line of the book counts
 */
export function childrenOf(
  { lines }: Pick<LineFormulas, "lines">,
  line: string,
  isUsed: (id: string) => boolean = () => true,
): readonly Expression[] | null {
  const shown = [...lines.values()].filter(({ id, parent }) => parent === line && isUsed(id)).toSorted(byPosition);
  return unlikeUnder(shown).has(line) ? null : shown.map(({ id }) => ({ kind: "line", id, from: 0, to: 0 }));
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
      // An opening or an average is that of a span.
      if (expression.name === "opening" || expression.name === "avg") return false;
      return expressionsIn(expression).every((arg) => isStock(arg, lines));
  }
}
