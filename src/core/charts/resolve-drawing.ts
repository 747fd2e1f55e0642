/** A drawing with its figures: one series a line, one point a span; a gap stays a gap. */
import type { Book, Company } from "#core/book.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import type { Check } from "#core/checks/check.ts";
import type { LayoutColumn } from "#core/layout.ts";
import { columnsOf, MATRIX_COLUMNS } from "#core/layout.ts";
import { onTheQuarter, onTheYear, shareOf } from "#core/pages/comparison-cells.ts";
import type { TrendRange } from "#core/pages/known-extent.ts";
import { knownExtent } from "#core/pages/known-extent.ts";
import type { Missing, PageCell } from "#core/pages/page-cell.ts";
import { missingIn } from "#core/pages/page-cell.ts";
import type { PageFigures } from "#core/pages/page-figures.ts";
import { pageFiguresOf } from "#core/pages/page-figures.ts";
import type { CompanyLines, ShownLine } from "#core/pages/page-lines.ts";
import { linesOf } from "#core/pages/page-lines.ts";
import { formatPart, formatYear, type PeriodStyle } from "#core/period-labels.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, fiscalYearOf, quarterEnding, shift } from "#core/timeline.ts";
import type { DrawnAs, Drawing, DrawnLine, Transform } from "./drawing.ts";
import { drawnAs, stackOf, totalOf } from "./stacks.ts";

export interface DrawingAsk extends CheckView {
  /** The last boundary to draw; null: the last that has figures. */
  readonly until: number | null;
  /** How the columns are named; as the reference deck does where it is left out. */
  readonly periods?: PeriodStyle;
}

export interface DrawnSeries {
  readonly line: ShownLine;
  readonly drawn: DrawnLine;
  /** As what it is drawn: what cannot be stacked and was asked to be is bars. */
  readonly as: DrawnAs;
  /** `FY2006`, where each year is a series of its own; else null. */
  readonly year: string | null;
  /** What the points are measured in: `%` for growth and shares. */
  readonly unit: string;
  /** One for each column; `isHollow` says which are drawn hollow. */
  readonly points: readonly PageCell[];
}

/** What the parts of a stack add up to, by the line that says so. */
export interface DrawnTotal {
  /** The `stackOf` its series. */
  readonly stack: string;
  readonly line: ShownLine;
  /** One for each column. */
  readonly points: readonly PageCell[];
}

export interface DrawnChart {
  /**
   * Oldest first; none where the company has no figures and the drawing names no range. Where years stand
   * side by side: the four quarters, with the newest year's spans; each point has its own.
   */
  readonly columns: readonly LayoutColumn[];
  readonly series: readonly DrawnSeries[];
  /** Of stacks whose sum is a line of the company. */
  readonly totals: readonly DrawnTotal[];
  /** Lines that the drawing names and the company does not use (any more). */
  readonly unknown: readonly string[];
  /** Lines that were to be stacked and do not add up as they are shown: they are bars. */
  readonly unstacked: readonly string[];
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
  if (range === null) return { columns: [], series: [], totals: [], unknown, unstacked: [], missing: [] };
  const figures = pageFiguresOf(book, { company, scope, asOf, span: quarterEnding(range.to) }, checks);
  const { columns, rows } = spansIn(calendar, range, drawing, ask.periods ?? "deck");
  const pointsOf = (drawn: DrawnLine, { spans }: Row): PageCell[] =>
    spans.map((span) => (span === null ? nowhere(figures, drawn.line, range) : pointOf(figures, lines, drawn, span)));
  const series = drawing.lines.flatMap((drawn): DrawnSeries[] => {
    const line = lines.byId.get(drawn.line);
    if (line === undefined) return [];
    return rows.map((row) => {
      const points = pointsOf(drawn, row);
      const unit = points.find(({ gap }) => gap !== OUT_OF_RANGE)?.unit ?? line.line.unit;
      return { line, drawn, as: drawnAs(line.line, drawn), year: row.year, unit, points };
    });
  });
  const totals = rows.flatMap((row) => {
    const ofRow = series.filter(({ year }) => year === row.year);
    return [...Map.groupBy(ofRow, stackOf)].flatMap(([stack, parts]): DrawnTotal[] => {
      const isAmounts = parts.every(({ as }) => as === "stacked");
      const ids = parts.map(({ line }) => line.id);
      const line = stack === null || !isAmounts ? null : totalOf(book, lines, ids);
      if (stack === null || line === null) return [];
      return [
        { stack, line, points: pointsOf({ line: line.id, as: "stacked", axis: "left", transform: "value" }, row) },
      ];
    });
  });
  const unstacked = series.filter(({ as, drawn }) => as !== drawn.as).map(({ line }) => line.id);
  return { columns, series, totals, unknown, unstacked: [...new Set(unstacked)], missing: missingIn(series) };
}

function rangeOf({ range }: Drawing, { until }: DrawingAsk, extent: TrendRange | null): TrendRange | null {
  const whole = typeof range === "string" || "last" in range ? extent : range;
  if (whole === null) return null;
  const to = until === null ? whole.to : Math.min(whole.to, until);
  const from = typeof range === "object" && "last" in range ? Math.max(whole.from, to - range.last) : whole.from;
  return to > from ? { from, to } : null;
}

/** A series' spans, one for each column; null where the column's span lies outside of the range. */
interface Row {
  readonly year: string | null;
  readonly spans: readonly (Span | null)[];
}

function spansIn(
  calendar: Company,
  range: TrendRange,
  { spans }: Drawing,
  style: PeriodStyle,
): { readonly columns: readonly LayoutColumn[]; readonly rows: readonly Row[] } {
  const { from, to } = range;
  if (spans !== "same-quarter") {
    const columns = columnsOf(calendar, from, to, spans, style);
    return { columns, rows: [{ year: null, spans: columns.map(({ span }) => span) }] };
  }
  const quarters = MATRIX_COLUMNS.filter(({ span }) => span.length === 1);
  const rows = columnsOf(calendar, from, to, "FY", style).map(({ span: year, year: label }): Row => {
    const inYear = quarters.map(({ span }) => shift(span, year.start));
    return { year: label, spans: inYear.map((span) => (span.start >= from && endOf(span) <= to ? span : null)) };
  });
  const newest = fiscalYearOf(quarterEnding(to));
  const columns = quarters.map(({ span }): LayoutColumn => {
    const year = formatYear(newest, calendar, style);
    return {
      span: shift(span, newest.start),
      label: formatPart(span, style),
      year,
      under: "year",
      counts: "period",
      isAnnual: false,
    };
  });
  return { columns, rows };
}

/** The gap of a point that has no place in the chart: it is not asked for, so it is not missing. */
const OUT_OF_RANGE = { gap: "no-such-span" } as const;

const nowhere = (figures: PageFigures, line: string, { to }: TrendRange): PageCell =>
  figures.expression(line, quarterEnding(to), [], { instead: OUT_OF_RANGE });

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
