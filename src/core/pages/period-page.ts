/** One quarter, half or year as a results table: amounts, shares, the year before, growth, targets. */
import type { Book, Source } from "#core/book.ts";
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
 * The company's own choice; else total revenues, every line whose share of them the book keeps as a
 * ratio, and every line with a target. Of these the ones that the scope knows; all where it knows none yet.
 */
function periodLines(figures: PageFigures, lines: CompanyLines): readonly ShownLine[] {
  const chosen = lines.chosenFor("period");
  if (chosen !== null) return chosen;
  const { book, ask } = figures;
  const facts = groupsOf(book.facts);
  const hasFacts = (line: ShownLine, basis: "actual" | "target"): boolean =>
    facts.of(ask.company, ask.scope, basis, line.id).length > 0;
  const isPart = (line: ShownLine): boolean =>
    line.id === lines.base?.id || lines.shareLineOf(line.id) !== null || hasFacts(line, "target");
  const parts = lines.all.filter(isPart);
  const page = parts.length > 1 ? parts : topFlows(lines);
  const isKnown = (line: ShownLine): boolean =>
    hasFacts(line, "actual") || hasFacts(line, "target") || figures.cell(line.id, ask.span).value !== null;
  const known = page.filter(isKnown);
  return known.length > 0 ? known : page;
}

/** The flows of money at the top of the section that total revenues stand in. */
const topFlows = ({ all, base }: CompanyLines): readonly ShownLine[] =>
  all.filter((row) => isMoneyFlow(row) && row.depth === 0 && row.line.section === base?.line.section);
