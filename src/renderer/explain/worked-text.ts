/** An expression with its numbers in place: `2,559 / 14,007`. */
import type { Book } from "#core/book.ts";
import { printWorked, workOut, type Operand, type Worked, type WorkedFrom } from "#core/checks/worked.ts";
import type { Figures } from "#core/figures/figures.ts";
import { formatFigure, type NegativeStyle } from "#core/format-amount.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { TargetVintage } from "#core/formula/functions.ts";
import type { Span } from "#core/timeline.ts";
import { unitOf } from "#core/units.ts";
import { withMinus } from "./short-forms.ts";

/** Null for what cannot be written that way, or where an operand has no value. */
export const workedOut = (figures: Figures, expression: Expression, span: Span): Worked | null =>
  workOut(expression, span, workedFrom(figures));

const workedFrom = (actual: Figures): WorkedFrom => ({
  actual,
  target: (vintage) => ({ value: (line, span) => targetOf(actual, vintage, line, span) }),
});

function targetOf(figures: Figures, vintage: TargetVintage, line: string, span: Span): number {
  const named = (id: string): Expression => ({ kind: "line", id, from: 0, to: 0 });
  const call: Expression = { kind: "call", name: "target", args: [named(line), named(vintage)], from: 0, to: 0 };
  const answer = figures.evaluate(call, span);
  return typeof answer === "number" ? answer : Number.NaN;
}

/** Null where the arithmetic is nothing but the operand itself. */
export function workedText(book: Book, worked: Worked, negatives: NegativeStyle): string | null {
  if (worked.kind !== "arithmetic") return null;
  const print = ({ line, value }: Operand): string => {
    const unit = book.lines.find(({ id }) => id === line)?.unit ?? "";
    // Amounts as whole as they are; percentages with the decimal they are printed with.
    const decimals = unitOf(unit).kind === "percent" ? 1 : Number.isInteger(value) ? 0 : null;
    return formatFigure(value, { unit, decimals, negatives });
  };
  return withMinus(printWorked(worked, print));
}
