/** Balances against the last fiscal year-end, cash flows and other data against the year before. */
import type { Book } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, yearStartBefore } from "#core/timeline.ts";
import type { ChangeRow, SumBlock } from "./change-rows.ts";
import { changeRow, sumBlock, totalsAmong } from "./change-rows.ts";
import { changeOnTheYear, onTheYear, yearBefore } from "./comparison-cells.ts";
import type { Missing, PageAsk, PageCell } from "./page-cell.ts";
import { missingIn } from "./page-cell.ts";
import { pageFiguresOf } from "./page-figures.ts";
import type { CompanyLines, ShownLine } from "./page-lines.ts";
import { isMoneyFlow, isMoneyStock, linesOf } from "./page-lines.ts";

/** A figure beside that of the same span a year earlier: as a difference, and as growth. */
export interface YearRow {
  readonly line: ShownLine;
  readonly now: PageCell;
  readonly prior: PageCell;
  readonly change: PageCell;
  readonly yoy: PageCell;
}

export interface BalancePage {
  readonly span: Span;
  /** The boundary the balances stand at, and the fiscal year-end they are held against. */
  readonly end: Span;
  readonly yearEnd: Span;
  /** The same span a year earlier, for the flows. */
  readonly prior: Span;
  /** Balances that are no part of a sum. */
  readonly stocks: readonly ChangeRow[];
  /** Balances that add up, such as equity, with the part that is not shown. */
  readonly sums: readonly SumBlock[];
  readonly cashFlows: readonly YearRow[];
  /** Cash at the span's end, beside the end of the same span a year earlier; null where no line is cash. */
  readonly closingCash: YearRow | null;
  /** CAPEX, depreciation, adjusted EBITDA and what else stands with the cash flows. */
  readonly otherData: readonly YearRow[];
  readonly missing: readonly Missing[];
}

/** @throws RangeError for a company the book does not have, and for a span that is no stretch of one to four quarters */
export function balancePage(book: Book, ask: PageAsk, checks: readonly Check[] | null = null): BalancePage {
  const figures = pageFiguresOf(book, ask, checks);
  const lines = linesOf(book, ask.company);
  const { span } = ask;
  const prior = yearBefore(span);
  const chosen = lines.chosenFor("balance");
  const balances = (chosen ?? lines.all).filter(isMoneyStock);
  const sums = totalsAmong(book, balances).flatMap((total) => sumBlock(figures, lines, total) ?? []);
  const isInSum = ({ id }: ShownLine): boolean =>
    sums.some(({ total, parts }) => total.line.id === id || parts.some(({ row }) => row.line.id === id));
  const yearRow = (line: ShownLine): YearRow => ({
    line,
    now: figures.cell(line.id, span),
    prior: figures.cell(line.id, prior),
    change: changeOnTheYear(figures, line.id, span),
    yoy: onTheYear(figures, line.id, span),
  });
  const flows = chosen?.filter(isMoneyFlow) ?? beside(lines);
  const cash = lines.role("cash");
  const page = {
    stocks: balances.filter((line) => !isInSum(line)).map((line) => changeRow(figures, line)),
    sums,
    cashFlows: flows.filter(isCashFlow).map((line) => withoutTurns(yearRow(line))),
    closingCash: cash === null ? null : yearRow(cash),
    otherData: flows.filter((line) => !isCashFlow(line)).map(yearRow),
  };
  return {
    span,
    end: { start: endOf(span), length: 0 },
    yearEnd: { start: yearStartBefore(endOf(span)), length: 0 },
    prior,
    ...page,
    missing: missingIn(page),
  };
}

/** Cash that flows out is no loss: where growth would mislead nothing turned. */
const withoutTurns = (row: YearRow): YearRow =>
  row.yoy.gap?.growth === undefined ? row : { ...row, yoy: { ...row.yoy, gap: { gap: "not-meaningful" } } };

/** Whether a flow is one of cash by its name: `Net cash provided by operating activities`, 営業活動によるキャッシュ・フロー. */
const isCashFlow = ({ id, labelEn, labelJa }: ShownLine): boolean =>
  /\bcash (flows?|provided|used)\b|\bactivities\b/i.test(labelEn) ||
  /キャッシュ・?フロー|活動による/.test(labelJa) ||
  /^(cf[oif]|fcf)$/.test(id);

/** The flows of the sections that cash flows stand in. */
function beside({ all }: CompanyLines): readonly ShownLine[] {
  const sections = new Set(all.filter((row) => isMoneyFlow(row) && isCashFlow(row)).map(({ line }) => line.section));
  return all.filter((row) => isMoneyFlow(row) && sections.has(row.line.section));
}
