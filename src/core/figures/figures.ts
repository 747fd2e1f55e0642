/**
 * The figures of a company: for every cell the first route that answers (see `side.ts`).
 *
 * Nothing is stored: make new figures after a change. Cells are worked out when asked for and kept
 * in typed arrays; what a person reads of one (its facts, its inputs, what it needs) is gathered
 * when asked for.
 */
import type { Book, Fact } from "#core/book.ts";
import type { Cell, Figure } from "#core/figures/cell.ts";
import { isFigure } from "#core/figures/cell.ts";
import type { Step } from "#core/figures/derive.ts";
import type { Input } from "#core/figures/explain.ts";
import { Explainer } from "#core/figures/explain.ts";
import type { Otherwise } from "#core/figures/ground.ts";
import { groundOf } from "#core/figures/ground.ts";
import type { Identity, StatedChange } from "#core/figures/identities.ts";
import type { View } from "#core/figures/ledger.ts";
import type { Rests } from "#core/figures/rests.ts";
import type { Side } from "#core/figures/side.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { Gap } from "#core/gaps.ts";
import type { Span } from "#core/timeline.ts";
import { endOf } from "#core/timeline.ts";

export interface Figures {
  /** The first boundary that any fact in view touches: no line has a figure before it. 0 where there are no facts. */
  readonly since: number;
  /**
   * The answer for a line on a span, in the line's unit (`%` as a plain number). A balance asked
   * for a span answers with its value at the span's end. A gap where no route answers.
   * @throws RangeError for a line the book does not have.
   */
  cell(line: string, span: Span): Cell;
  /** The value alone, in the line's unit; NaN where there is a gap. Allocates nothing. */
  value(line: string, span: Span): number;
  /** An expression on a span; its lines must be known (`readFormula`). */
  evaluate(expression: Expression, span: Span): number | Gap;
  /** What the answer to an expression rests on, for `rests.ts`: whether that joins figures of before and after a restatement. */
  restsOn(expression: Expression, span: Span): Rests;
  /** The cells an answer, or a gap in its place, rests on directly; none where it is reported or derived. */
  inputsOf(line: string, span: Span): readonly Input[];
  /** The fact in force of a cell, even where another route is shown; null where there is none. */
  reportedAt(line: string, span: Span): Fact | null;
  /** The reported spans that a flow would be derived from were it not reported; null where there is no path. */
  pathOf(line: string, span: Span): readonly Step[] | null;
  /** The identity or the stated change that implies a cell; null for a cell that is not implied. */
  impliedBy(line: string, span: Span): Identity | StatedChange | null;
}

/** The figures of one company, scope and basis, as of a date. */
export function figuresOf(book: Book, view: View, otherwise: Otherwise = {}): Figures {
  const ground = groundOf(book, view, otherwise);
  const side = ground.side(view.basis, "latest", otherwise.isFirm ?? false);
  const explainer = new Explainer(ground);
  return {
    since: ground.ledger.axis.first,
    cell: (line, span) => explainer.cell(side, line, span),
    value: (line, span) => side.ask(line, endOf(span), span.length),
    evaluate: (expression, span) => explainer.evaluate(side, expression, span),
    restsOn: (expression, span) => explainer.restsOn(side, expression, span),
    inputsOf: (line, span) => explainer.inputsOf(side, line, span),
    reportedAt: (line, span) => side.fact(line, endOf(span), span.length) ?? null,
    pathOf: (line, span) => side.path(line, endOf(span), span.length),
    impliedBy: (line, span) => impliedBy(explainer.cell(side, line, span), side, line, span),
  };
}

function impliedBy(cell: Cell, side: Side, line: string, span: Span): Identity | StatedChange | null {
  const isImplied = isFigure(cell) && (cell satisfies Figure).route === "implied";
  return isImplied ? (side.implication(line, endOf(span), side.isStock(line) ? 0 : span.length)?.by ?? null) : null;
}
