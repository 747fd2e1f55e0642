/** Operating and net income: growth, margin, and what lies between pre-tax and net income. */
import type { Book } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { Span } from "#core/timeline.ts";
import type { SumBlock } from "./change-rows.ts";
import { sumBlock } from "./change-rows.ts";
import { onTheYear, shareOf, yearBefore } from "./comparison-cells.ts";
import type { Missing, PageAsk, PageCell } from "./page-cell.ts";
import { missingIn } from "./page-cell.ts";
import type { PageFigures } from "./page-figures.ts";
import { pageFiguresOf } from "./page-figures.ts";
import type { CompanyLines, ShownLine } from "./page-lines.ts";
import { linesOf } from "./page-lines.ts";

export interface ProfitRow {
  readonly line: ShownLine;
  readonly amount: PageCell;
  readonly priorAmount: PageCell;
  readonly yoy: PageCell;
  /** Of total revenues; null where the company has none. */
  readonly margin: PageCell | null;
  /** In points on the year. */
  readonly marginChange: PageCell | null;
}

export interface ProfitPage {
  readonly span: Span;
  readonly prior: Span;
  /** Operating, ordinary, pre-tax and net income: those the company has. */
  readonly profits: readonly ProfitRow[];
  /** Gains from the sale of securities, which profits may hold; null where no line has them. */
  readonly securitiesGain: ProfitRow | null;
  /** Net income taken apart; null where its formula is no plain sum. */
  readonly netIncome: SumBlock | null;
  readonly missing: readonly Missing[];
}

/** @throws RangeError for a company the book does not have, and for a span that is no stretch of one to four quarters */
export function profitPage(book: Book, ask: PageAsk, checks: readonly Check[] | null = null): ProfitPage {
  const figures = pageFiguresOf(book, ask, checks);
  const lines = linesOf(book, ask.company);
  const profits = (["operating", "ordinary", "pretax", "net"] as const)
    .flatMap((role) => lines.role(role) ?? [])
    .map((line) => profitRow(figures, lines, line));
  // Ordinary income under one set of rules, pre-tax under another: the one that the scope knows.
  const known = profits.filter(({ amount, priorAmount }) => amount.value !== null || priorAmount.value !== null);
  const gain = lines.role("securitiesGain");
  const net = lines.role("net");
  const page = {
    profits: known.length > 0 ? known : profits,
    securitiesGain: gain === null ? null : profitRow(figures, lines, gain),
    netIncome: net === null ? null : sumBlock(figures, lines, net),
  };
  return { span: ask.span, prior: yearBefore(ask.span), ...page, missing: missingIn(page) };
}

function profitRow(figures: PageFigures, lines: CompanyLines, line: ShownLine): ProfitRow {
  const { span } = figures.ask;
  return {
    line,
    amount: figures.cell(line.id, span),
    priorAmount: figures.cell(line.id, yearBefore(span)),
    yoy: onTheYear(figures, line.id, span),
    margin: shareOf(figures, lines, line.id, span),
    marginChange: marginChange(figures, lines, line, span),
  };
}

function marginChange(figures: PageFigures, lines: CompanyLines, line: ShownLine, span: Span): PageCell | null {
  const ratio = lines.shareLineOf(line.id);
  if (ratio !== null) return onTheYear(figures, ratio.id, span);
  const { base } = lines;
  if (base === null || base.line.unit !== line.line.unit) return null;
  const rests = [span, yearBefore(span)].flatMap((at) => [
    { line: line.id, span: at },
    { line: base.id, span: at },
  ]);
  return figures.expression(`yoy_change(${line.id} / ${base.id})`, span, rests);
}
