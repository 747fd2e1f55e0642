/**
 * Identities: formulas that are a plain sum of lines with signs ±1. They hold on every span, so
 * one missing member follows from the others. Ratios imply nothing, and the display tree nothing.
 */
import type { Line, StatedFigure } from "#core/book.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import { termsOf } from "#core/formula/compile.ts";
import type { Expression } from "#core/formula/expression.ts";

export interface Member {
  readonly line: string;
  readonly sign: 1 | -1;
}

/** `total` is the signed sum of `members`. */
export interface Identity {
  readonly total: string;
  readonly members: readonly Member[];
}

/** The identity that a line's formula states; null where it is anything but a plain sum of lines of its own kind. */
export function identityOf(line: Line, formula: Expression, lines: ReadonlyMap<string, Line>): Identity | null {
  if (line.kind === "ratio") return null;
  const members: Member[] = [];
  for (const { sign, of } of termsOf(formula)) {
    const member = of.kind === "line" ? lines.get(of.id) : undefined;
    // A line that stands in a sum twice is no plain member, nor is one of another kind or unit, nor the total itself.
    if (member?.kind !== line.kind || member.unit !== line.unit || member.id === line.id) return null;
    if (members.some((other) => other.line === member.id)) return null;
    members.push({ line: member.id, sign });
  }
  return { total: line.id, members };
}

/** A printed change of a line against its own earlier level, such as +758 contracts since the quarter before. */
export interface StatedChange {
  readonly statement: StatedFigure;
  readonly line: string;
  readonly since: "yoy_change" | "qoq_change" | "ytd_change";
}

/** The additive change of one line that a stated figure claims; null for any other claim. */
export function statedChangeOf(statement: StatedFigure, lines: ReadonlyMap<string, Line>): StatedChange | null {
  const formula = readFormula(statement.expression, lines);
  if ("problem" in formula || formula.expression.kind !== "call") return null;
  const { name, args } = formula.expression;
  const [x] = args;
  if (name !== "yoy_change" && name !== "qoq_change" && name !== "ytd_change") return null;
  const line = x?.kind === "line" ? lines.get(x.id) : undefined;
  if (line === undefined) return null;
  // A change that the line cannot have on this span claims nothing of any level.
  const isStock = line.kind === "stock";
  if (name === "ytd_change" && !isStock) return null;
  if (name === "qoq_change" && !isStock && statement.span.length !== 1 && statement.span.length !== 4) return null;
  const isSameUnit = statement.unit === line.unit || (line.unit === "%" && statement.unit === "percentage points");
  return isSameUnit ? { statement, line: line.id, since: name } : null;
}
