/** A drawing with its figures: one series a line, one point a span; a gap stays a gap. */
import type { Book, Company } from "#core/book.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import type { Check } from "#core/checks/check.ts";
import type { LayoutColumn } from "#core/layout.ts";
import { columnsOf } from "#core/layout.ts";
import { onTheQuarter, onTheYear, shareOf } from "#core/pages/comparison-cells.ts";
import type { TrendRange } from "#core/pages/known-extent.ts";
import { knownExtent } from "#core/pages/known-extent.ts";
import type { Missing, PageCell } from "#core/pages/page-cell.ts";
import { missingIn } from "#core/pages/page-cell.ts";
import type { PageFigures } from "#core/pages/page-figures.ts";
import { pageFiguresOf } from "#core/pages/page-figures.ts";
import type { CompanyLines, ShownLine } from "#core/pages/page-lines.ts";
import { linesOf } from "#core/pages/page-lines.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, quarterEnding, quarterOfYear } from "#core/timeline.ts";
import type { Drawing, DrawnLine, DrawnSpans, Transform } from "./drawing.ts";

export interface DrawingAsk extends CheckView {
  /** The last boundary to draw, which also names the quarter of `same-quarter`; null: the last that has figures. */
  readonly until: number | null;
}

export interface DrawnSeries {
  readonly line: ShownLine;
  readonly drawn: DrawnLine;
  /** What the points are measured in: `%` for growth and shares. */
  readonly unit: string;
  /** One for each column; `isHollow` says which are drawn hollow. */
  readonly points: readonly PageCell[];
}

export interface DrawnChart {
  /** Oldest first; none where the company has no figures and the drawing names no range. */
  readonly columns: readonly LayoutColumn[];
  readonly series: readonly DrawnSeries[];
  /** Lines that the drawing names and the company does not use (any more). */
  readonly unknown: readonly string[];
  readonly missing: readonly Missing[];
}

/** @throws RangeError for a company the book does not have */
export function resolveDrawing(
  book: Book,
  ask: DrawingAsk,
  drawing: Drawing,
  checks: readonly Check[] | null = null,
): DrawnChart {
  const { company, scope, asOf } = ask;
  const calendar = book.companies.find(({ id }) => id === company);
  if (calendar === undefined) throw new RangeError(`the book has no company ${company}`);
  const lines = linesOf(book, company);
  const range = rangeOf(drawing, ask, knownExtent(book, ask));
  const unknown = drawing.lines.map(({ line }) => line).filter((id) => !lines.byId.has(id));
  if (range === null) return { columns: [], series: [], unknown, missing: [] };
  const columns = columnsIn(calendar, range, drawing.spans);
  const figures = pageFiguresOf(book, { company, scope, asOf, span: quarterEnding(range.to) }, checks);
  const series = drawing.lines.flatMap((drawn): DrawnSeries[] => {
    const line = lines.byId.get(drawn.line);
    if (line === undefined) return [];
    const points = columns.map(({ span }) => pointOf(figures, lines, drawn, span));
    return [{ line, drawn, unit: points[0]?.unit ?? line.line.unit, points }];
  });
  return { columns, series, unknown, missing: missingIn(series) };
}

function rangeOf({ range }: Drawing, { until }: DrawingAsk, extent: TrendRange | null): TrendRange | null {
  const whole = range === "all" ? extent : range;
  if (whole === null) return null;
  const to = until === null ? whole.to : Math.min(whole.to, until);
  return to > whole.from ? { from: whole.from, to } : null;
}

function columnsIn(calendar: Company, { from, to }: TrendRange, spans: DrawnSpans): readonly LayoutColumn[] {
  if (spans !== "same-quarter") return columnsOf(calendar, from, to, spans);
  const wanted = quarterOfYear(to);
  return columnsOf(calendar, from, to, "Q").filter(({ span }) => quarterOfYear(endOf(span)) === wanted);
}

/** Where a share says nothing, such as of a balance. */
const NO_SHARE = { gap: "no-such-span" } as const;

const POINTS: Readonly<
  Record<Transform, (figures: PageFigures, lines: CompanyLines, line: string, span: Span) => PageCell>
> = {
  value: (figures, _lines, line, span) => figures.cell(line, span),
  yoy: (figures, _lines, line, span) => onTheYear(figures, line, span),
  qoq: (figures, _lines, line, span) => onTheQuarter(figures, line, span),
  share: (figures, lines, line, span) =>
    shareOf(figures, lines, line, span) ?? figures.expression(line, span, [], { instead: NO_SHARE }),
};

const pointOf = (figures: PageFigures, lines: CompanyLines, { transform, line }: DrawnLine, span: Span): PageCell =>
  POINTS[transform](figures, lines, line, span);
