/** Results by service: every segment with its parts, margins and operating figures, over time and now. */
import type { Book } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, quarterEnding, quartersOf } from "#core/timeline.ts";
import {
  changeOnTheQuarter,
  changeOnTheYear,
  isPercentage,
  onTheQuarter,
  onTheYear,
  shareOf,
} from "./comparison-cells.ts";
import type { TrendRange } from "./known-extent.ts";
import { knownExtent } from "./known-extent.ts";
import type { Missing, PageAsk, PageCell } from "./page-cell.ts";
import { missingIn } from "./page-cell.ts";
import type { PageFigures } from "./page-figures.ts";
import { pageFiguresOf } from "./page-figures.ts";
import type { ShownLine } from "./page-lines.ts";
import { linesOf } from "./page-lines.ts";
import { segmentsOf } from "./segments.ts";

export interface ServiceRow {
  readonly line: ShownLine;
  /** On the asked span; a balance at its end. */
  readonly now: PageCell;
  /** Of total revenues; null where a share says nothing. */
  readonly share: PageCell | null;
  /** Growth on the quarter before, of a `%` line in points; no such span for halves and nine months of a flow. */
  readonly qoq: PageCell;
  readonly yoy: PageCell;
  /** The same as amounts; null for a `%` line, whose growth is its change. */
  readonly qoqChange: PageCell | null;
  readonly yoyChange: PageCell | null;
  /** One cell for each of the page's quarters. */
  readonly trend: readonly PageCell[];
}

export interface SegmentBlock {
  readonly row: ServiceRow;
  readonly parts: readonly ServiceRow[];
  readonly ratios: readonly ServiceRow[];
  readonly counts: readonly ServiceRow[];
}

/** A sum over parts of several segments. */
export interface CrossCutBlock {
  readonly row: ServiceRow;
  readonly parts: readonly ServiceRow[];
}

export interface ServicesPage {
  readonly span: Span;
  /** The quarters of the trend, oldest first. */
  readonly quarters: readonly Span[];
  /** Total revenues; null where the company has no such line. */
  readonly total: ServiceRow | null;
  readonly segments: readonly SegmentBlock[];
  readonly crossCuts: readonly CrossCutBlock[];
  /** Operating figures of no one segment, and lines chosen for the page that belong to none. */
  readonly others: readonly ServiceRow[];
  readonly missing: readonly Missing[];
}

/**
 * @param range the quarters of the trend; null: from the first known actual figure to the end of the asked span
 * @throws RangeError for a company the book does not have, and for a span that is no stretch of one to four quarters
 */
export function servicesPage(
  book: Book,
  ask: PageAsk,
  checks: readonly Check[] | null = null,
  range: TrendRange | null = null,
): ServicesPage {
  const figures = pageFiguresOf(book, ask, checks);
  const { from, to } = range ?? trendTo(book, ask);
  const quarters = quartersOf({ start: from, length: Math.max(0, to - from) });
  const { total, segments, crossCuts, counts } = segmentsOf(book, ask.company);
  const lines = linesOf(book, ask.company);
  const chosen = lines.chosenFor("services");
  const isShown = ({ id }: ShownLine): boolean => chosen?.some((line) => line.id === id) ?? true;
  const rowsFor = (of: readonly ShownLine[]): readonly ServiceRow[] =>
    of.filter(isShown).map((line) => rowOf(figures, line, quarters));
  const blocks = segments
    .filter((segment) => [segment.line, ...segment.parts, ...segment.ratios, ...segment.counts].some(isShown))
    .map((segment): SegmentBlock => ({
      row: rowOf(figures, segment.line, quarters),
      parts: rowsFor(segment.parts),
      ratios: rowsFor(segment.ratios),
      counts: rowsFor(segment.counts),
    }));
  const across = crossCuts
    .filter(({ line }) => isShown(line))
    .map(({ line, parts }): CrossCutBlock => ({
      row: rowOf(figures, line, quarters),
      parts: parts.map((part) => rowOf(figures, part, quarters)),
    }));
  const placed = new Set(
    [
      ...segments.flatMap((segment) => [segment.line, ...segment.parts, ...segment.ratios, ...segment.counts]),
      ...crossCuts.map(({ line }) => line),
      ...counts,
    ].map(({ id }) => id),
  );
  const besides = (chosen ?? []).filter(({ id }) => !placed.has(id) && id !== total?.id);
  const page = {
    total: total === null ? null : rowOf(figures, total, quarters),
    segments: blocks,
    crossCuts: across,
    others: rowsFor([...counts, ...besides]),
  };
  // A trend shows its own gaps; what the page waits for is the asked span.
  const missing = missingIn(page).filter(({ place }) => endOf(place.span) === endOf(ask.span));
  return { span: ask.span, quarters, ...page, missing };
}

function rowOf(figures: PageFigures, line: ShownLine, quarters: readonly Span[]): ServiceRow {
  const { id } = line;
  const { span, company } = figures.ask;
  const isPercent = isPercentage(figures, id);
  return {
    line,
    now: figures.cell(id, span),
    share: shareOf(figures, linesOf(figures.book, company), id, span),
    qoq: onTheQuarter(figures, id, span),
    yoy: onTheYear(figures, id, span),
    qoqChange: isPercent ? null : changeOnTheQuarter(figures, id, span),
    yoyChange: isPercent ? null : changeOnTheYear(figures, id, span),
    trend: quarters.map((quarter) => figures.cell(id, quarter)),
  };
}

/** From the first actual figure to the end of the asked span; that quarter alone where there is none before it. */
function trendTo(book: Book, ask: PageAsk): TrendRange {
  const to = endOf(ask.span);
  const extent = knownExtent(book, ask);
  return { from: Math.min(extent?.from ?? to, quarterEnding(to).start), to };
}
