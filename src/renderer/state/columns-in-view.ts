/** The columns of the grid, and those of the chart. */
import { EMPTY_BOOK, type Basis, type Fact } from "#core/book.ts";
import { columnsOf, extentOf, MATRIX_COLUMNS, newestFirst, type Layout, type LayoutColumn } from "#core/layout.ts";
import { formatPart, type PeriodStyle } from "#core/period-labels.ts";
import { boundaryAt, endOf, spanKey, type FiscalCalendar, type Month, type Span } from "#core/timeline.ts";
import type { SheetView } from "#contract/questions.ts";
import { companyOf, remember, type WindowState } from "./window-state.ts";

/** A column as the grid has it; in the matrix its span is counted from the start of the row's year, and it has no year. */
export interface GridColumn extends LayoutColumn {
  /** The span's key; hidden columns and AG Grid know it by this. */
  readonly id: string;
}

/** Boundaries that the columns reach from and to. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** What a person opened for figures still to come. */
export type Opened = Pick<SheetView, "earliest" | "latest">;

const NOTHING_OPENED: Opened = { earliest: null, latest: null };

/** A fiscal year in quarters: an empty book shows a whole one. */
const YEAR = 4;

/** How far from its figures, or from today where there are none, a book can be opened, in quarters: thirty years are typed in by hand, a slip is not. */
const FURTHEST_OPENED = 120;

/**
 * Between which boundaries the columns lie: every period with figures, and one more to enter the
 * next period in. A book without figures begins with today's fiscal year. What was opened for more
 * figures comes before and behind.
 */
export function extentInView(
  facts: readonly Fact[],
  company: string,
  calendar: FiscalCalendar,
  today: Month,
  { earliest, latest }: Opened,
  basis: Basis,
): Extent {
  const { from, to: behind } = extentOfFigures(facts, company, calendar, today);
  const to = basis === "actual" ? behind : Math.max(behind, aheadOf(facts, company, basis, behind));
  return {
    from: Math.max(Math.min(from, earliest ?? from), from - FURTHEST_OPENED),
    to: Math.min(Math.max(to, latest ?? to), to + FURTHEST_OPENED),
  };
}

function extentOfFigures(facts: readonly Fact[], company: string, calendar: FiscalCalendar, today: Month): Extent {
  const extent = extentOf({ ...EMPTY_BOOK, facts }, company);
  // One boundary further: a whole last period is followed by an empty one, a begun one is itself the place to type.
  if (extent !== null) return { from: extent.from, to: extent.to + 1 };
  const to = boundaryBefore(today, calendar);
  return { from: Math.floor(to / YEAR) * YEAR, to: to + 1 };
}

/**
 * Where the columns of targets and estimates end: with the fiscal year after the one that has begun, as that
 * is what companies are asked about, or with the last figure of theirs.
 */
function aheadOf(facts: readonly Fact[], company: string, basis: Basis, behind: number): number {
  const own = facts.filter((fact) => fact.company === company && fact.basis === basis);
  const nextYear = (Math.ceil((behind - 1) / YEAR) + 1) * YEAR;
  return Math.max(nextYear, ...own.map(({ span }) => endOf(span)));
}

/** The columns of a layout between two boundaries, oldest first; hidden ones included. */
export function columnsIn(
  { from, to }: Extent,
  calendar: FiscalCalendar,
  layout: Layout,
  style: PeriodStyle = "deck",
): GridColumn[] {
  if (layout === "matrix") return matrixColumns(style);
  return columnsOf(calendar, from, to, layout, style).map((column) => ({ ...column, id: spanKey(column.span) }));
}

const matrixColumns = (style: PeriodStyle): GridColumn[] =>
  MATRIX_COLUMNS.map(({ span }) => ({
    id: spanKey(span),
    label: formatPart(span, style),
    year: "",
    span,
    under: "year",
    counts: "period",
    isAnnual: span.length === YEAR,
  }));

/** The last boundary that is not after a month. */
function boundaryBefore({ year, month }: Month, calendar: FiscalCalendar): number {
  for (let back = 0; back < 3; back++) {
    const months = year * 12 + month - 1 - back;
    const boundary = boundaryAt({ year: Math.floor(months / 12), month: (months % 12) + 1 }, calendar);
    if (boundary !== null) return boundary;
  }
  throw new RangeError("one month in three ends a quarter");
}

/** Between which boundaries the columns of the window lie. */
export const extentIn: (state: WindowState) => Extent = remember(
  (state) => [
    state.edited.shown.facts,
    state.company,
    companyOf(state),
    state.today,
    state.sheet.earliest,
    state.sheet.latest,
    state.basis,
  ],
  (facts, company, calendar, today, earliest, latest, basis) =>
    extentInView(facts, company, calendar, today, { earliest, latest }, basis),
);

/** Whether a period has columns, or lies partly in them. */
export function isOpenTo(state: WindowState, span: Span): boolean {
  const { from, to } = extentIn(state);
  return span.start < to && endOf(span) > from;
}

/** What is to be opened for a period to have its column, from the first quarter of its year; null where that is too far. */
export function openedFor(state: WindowState, { start, length }: Span): Opened | null {
  const { earliest, latest } = state.sheet;
  const wanted = {
    earliest: Math.min(earliest ?? Infinity, Math.floor(start / YEAR) * YEAR),
    latest: Math.max(latest ?? -Infinity, start + length),
  };
  const { from, to } = extentInView(
    state.edited.shown.facts,
    state.company,
    companyOf(state),
    state.today,
    wanted,
    state.basis,
  );
  return from <= start && start + length <= to ? wanted : null;
}

/** Every column of the layout from left to right, hidden ones included; the same array until one changes. */
export const allColumnsIn: (state: WindowState) => readonly GridColumn[] = remember(
  (state) => [
    // By its boundaries: figures come and go, and the columns stay.
    extentIn(state).from,
    extentIn(state).to,
    companyOf(state),
    state.sheet.layout,
    state.sheet.newest,
    state.settings.periods,
  ],
  (from, to, calendar, layout, newest, style) => {
    const columns = columnsIn({ from, to }, calendar, layout, style);
    // The years of the matrix run downwards, and there the newest comes first.
    return newest === "left" && layout !== "matrix" ? newestFirst(columns) : columns;
  },
);

/** The columns of the grid from left to right; the same array until one changes. Never none: a sheet without columns could not be left. */
export const columnsInView: (state: WindowState) => readonly GridColumn[] = remember(
  (state) => [allColumnsIn(state), state.sheet.hiddenColumns],
  (columns, hidden) => {
    const shown = columns.filter(({ id }) => !hidden.includes(id));
    return shown.length === 0 ? columns : shown;
  },
);

/** The layouts whose columns are all of one length, which a time axis needs; those that begin with the year grow within it. */
const CHART_LAYOUT: Readonly<Record<Layout, Exclude<Layout, "matrix">>> = {
  Q: "Q",
  H: "H",
  FY: "FY",
  QQQQY: "Q",
  "Q-Y": "Q",
  YTD: "YTD",
  LTM: "LTM",
  matrix: "Q",
};

/** The columns of the chart, oldest first whatever the grid does. */
export const chartColumnsInView: (state: WindowState) => readonly LayoutColumn[] = remember(
  (state) => [
    state.edited.shown.facts,
    state.company,
    companyOf(state),
    CHART_LAYOUT[state.sheet.layout],
    state.today,
    state.basis,
    state.settings.periods,
  ],
  (facts, company, calendar, layout, today, basis, style) =>
    columnsIn(extentInView(facts, company, calendar, today, NOTHING_OPENED, basis), calendar, layout, style),
);
