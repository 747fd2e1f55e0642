/** The formulas of a book's lines, read once for as long as the lines stay the same. */
import type { Line } from "#core/book.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { Expression } from "#core/formula/expression.ts";

export interface LineFormulas {
  readonly lines: ReadonlyMap<string, Line>;
  /** By line id. A formula that cannot be read is left out: the store and the importers refuse such a line. */
  readonly formulas: ReadonlyMap<string, Expression>;
  /** The lines shown under a line, as expressions. */
  readonly children: ReadonlyMap<string, readonly Expression[]>;
}

const read = new WeakMap<readonly Line[], LineFormulas>();

/** Books share their `lines` array from one edit of figures to the next, so this reads nothing twice. */
export function formulasOf(lines: readonly Line[]): LineFormulas {
  const known = read.get(lines);
  if (known !== undefined) return known;
  const byId = new Map(lines.map((line) => [line.id, line]));
  const formulas = new Map<string, Expression>();
  const children = new Map<string, Expression[]>();
  for (const line of lines) {
    if (line.formula !== null) {
      const formula = readFormula(line.formula, byId);
      if ("expression" in formula) formulas.set(line.id, formula.expression);
    }
    if (line.parent !== null) {
      const own: Expression = { kind: "line", id: line.id, from: 0, to: 0 };
      children.set(line.parent, [...(children.get(line.parent) ?? []), own]);
    }
  }
  const answer = { lines: byId, formulas, children };
  read.set(lines, answer);
  return answer;
}
