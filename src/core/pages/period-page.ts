/** One quarter, half or year as a results table: amounts, shares, the year before, growth, targets. */
import type { Book, Scope, Source } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import { groupsOf } from "#core/figures/fact-groups.ts";
import type { Span } from "#core/timeline.ts";
import { onTheYear, shareOf, yearBefore } from "./comparison-cells.ts";
import type { Missing, PageAsk, PageCell } from "./page-cell.ts";
import { missingIn } from "./page-cell.ts";
import type { PageFigures } from "./page-figures.ts";
import { pageFiguresOf } from "./page-figures.ts";
import type { CompanyLines, ShownLine } from "./page-lines.ts";
import { isMoneyFlow, linesOf } from "./page-lines.ts";
import { segmentsOf } from "./segments.ts";
import type { TargetCells } from "./target-cells.ts";
import { targetsOf, vintagesOf } from "./target-cells.ts";
import { publicationsOf, publishedAfterResults } from "./target-revisions.ts";

export interface PeriodRow {
  readonly line: ShownLine;
  readonly amount: PageCell;
  /** Of total revenues; null where a share says nothing. */
  readonly share: PageCell | null;
  readonly priorAmount: PageCell;
  readonly priorShare: PageCell | null;
  /** Growth on the year, of a `%` line in points; a gap with its growth word where a percentage would mislead. */
  readonly yoy: PageCell;
  /** Null where the company has no target for this line and span. */
  readonly targets: TargetCells | null;
}

export interface PeriodPage {
  readonly span: Span;
  /** The same span a year earlier. */
  readonly prior: Span;
  readonly rows: readonly PeriodRow[];
  /** Whether any row has a target: the columns of targets are shown at all. */
  readonly hasTargets: boolean;
  /** Whether any row has a target that was revised since it was first published. */
  readonly hasRevisedTargets: boolean;
  /** The source that left the targets as they are, where it followed the results of the period; else null. */
  readonly targetsAfterResults: Source | null;
  readonly missing: readonly Missing[];
}

/** @throws RangeError for a company the book does not have, and for a span that is no stretch of one to four quarters */
export function periodPage(book: Book, ask: PageAsk, checks: readonly Check[] | null = null): PeriodPage {
  const figures = pageFiguresOf(book, ask, checks);
  const lines = linesOf(book, ask.company);
  const { span } = ask;
  const prior = yearBefore(span);
  const rows = periodLines(figures, lines).map((line): PeriodRow => ({
    line,
    amount: figures.cell(line.id, span),
    share: shareOf(figures, lines, line.id, span),
    priorAmount: figures.cell(line.id, prior),
    priorShare: shareOf(figures, lines, line.id, prior),
    yoy: onTheYear(figures, line.id, span),
    targets: targetsOf(figures, line.id, span),
  }));
  const targets = rows.flatMap((row) => row.targets ?? []);
  return {
    span,
    prior,
    rows,
    hasTargets: targets.length > 0,
    hasRevisedTargets: targets.some(({ initial, latest }) => initial.value !== latest.value),
    targetsAfterResults: publishedAfterResults(
      figures,
      rows.map(({ line }) => publicationsOf(vintagesOf(figures, line.id, span))),
    ),
    missing: missingIn(rows),
  };
}

/**
 * The company's own choice. Else total revenues, every line whose share of them the book keeps as a ratio, and every
 * line with a target, where these are a whole results table; else all flows at the top of the income section. Of these
 * not the ones that only the other scope has.
 */
function periodLines(figures: PageFigures, lines: CompanyLines): readonly ShownLine[] {
  const chosen = lines.chosenFor("period");
  if (chosen !== null) return chosen;
  const { book, ask } = figures;
  const facts = groupsOf(book.facts);
  const hasFacts = (line: ShownLine, scope: Scope, basis: "actual" | "target"): boolean =>
    facts.of(ask.company, scope, basis, line.id).length > 0;
  const hasAny = (line: ShownLine, scope: Scope): boolean =>
    hasFacts(line, scope, "actual") || hasFacts(line, scope, "target");
  const isKnown = (line: ShownLine): boolean =>
    hasAny(line, ask.scope) || figures.cell(line.id, ask.span).value !== null;
  const isPart = (line: ShownLine): boolean =>
    line.id === lines.base?.id || lines.shareLineOf(line.id) !== null || hasFacts(line, ask.scope, "target");
  const other: Scope = ask.scope === "consolidated" ? "non-consolidated" : "consolidated";
  const isOfOther = (line: ShownLine): boolean => hasAny(line, other) && !isKnown(line);
  const isWhole = stepsOf(book, ask.company, lines).every((step) => isPart(step) || isOfOther(step));
  const top = isWhole ? [] : topFlows(lines);
  const page = lines.all.filter((line) => isPart(line) || top.includes(line));
  const own = page.filter((line) => !isOfOther(line));
  return own.length > 0 ? own : page;
}

/** The flows of money at the top of the section that total revenues stand in. */
const topFlows = ({ all, base }: CompanyLines): readonly ShownLine[] =>
  all.filter((row) => isMoneyFlow(row) && row.depth === 0 && row.line.section === base?.line.section);

/**
 * What no results table leaves out: the lines on the way to operating income, and every kind of income. A book keeps
 * the margins of its incomes soon enough, but the shares of its costs only where its company prints them all.
 */
function stepsOf(book: Book, company: string, lines: CompanyLines): readonly ShownLine[] {
  const operating = lines.role("operating");
  const top = topFlows(lines);
  const { crossCuts } = segmentsOf(book, company);
  const way = top
    .slice(0, operating === null ? top.length : top.indexOf(operating) + 1)
    .filter(({ id }) => crossCuts.every(({ line }) => line.id !== id));
  return [...way, ...(["ordinary", "pretax", "net"] as const).flatMap((role) => lines.role(role) ?? [])];
}
