/** The columns of the grid, and those of the chart. */
import { EMPTY_BOOK, type Fact } from "#core/book.ts";
import { columnsOf, extentOf, MATRIX_COLUMNS, type Layout, type LayoutColumn } from "#core/layout.ts";
import { boundaryAt, spanKey, type FiscalCalendar, type Month, type Span } from "#core/timeline.ts";
import { companyOf, remember, type WindowState } from "./window-state.ts";

export interface GridColumn {
  /** The span's key; hidden columns and AG Grid know it by this. */
  readonly id: string;
  /** `2Q06`; in the matrix `2Q`. */
  readonly label: string;
  /** The fiscal year above it; empty in the matrix. */
  readonly year: string;
  /** In the matrix counted from the start of the row's year. */
  readonly span: Span;
}

/** A fiscal year in quarters: an empty book shows a whole one. */
const YEAR = 4;

/**
 * Between which boundaries the columns lie: every period with figures, and one more to enter the
 * next period in. A book without figures begins with today's fiscal year.
 */
export function extentInView(
  facts: readonly Fact[],
  company: string,
  calendar: FiscalCalendar,
  today: Month,
): { readonly from: number; readonly to: number } {
  const extent = extentOf({ ...EMPTY_BOOK, facts }, company);
  // One boundary further: a whole last period is followed by an empty one, a begun one is itself the place to type.
  if (extent !== null) return { from: extent.from, to: extent.to + 1 };
  const to = boundaryBefore(today, calendar);
  return { from: Math.floor(to / YEAR) * YEAR, to: to + 1 };
}

/** The columns of a layout, oldest first; hidden ones included. */
export function columnsIn(
  facts: readonly Fact[],
  company: string,
  calendar: FiscalCalendar,
  layout: Layout,
  today: Month,
): GridColumn[] {
  if (layout === "matrix")
    return MATRIX_COLUMNS.map(({ span, label }) => ({ id: spanKey(span), label, year: "", span }));
  const { from, to } = extentInView(facts, company, calendar, today);
  return columnsOf(calendar, from, to, layout).map((column) => ({ ...column, id: spanKey(column.span) }));
}

/** The last boundary that is not after a month. */
function boundaryBefore({ year, month }: Month, calendar: FiscalCalendar): number {
  for (let back = 0; back < 3; back++) {
    const months = year * 12 + month - 1 - back;
    const boundary = boundaryAt({ year: Math.floor(months / 12), month: (months % 12) + 1 }, calendar);
    if (boundary !== null) return boundary;
  }
  throw new RangeError("one month in three ends a quarter");
}

/** Every column of the layout, oldest first, hidden ones included; the same array until one changes. */
const allColumns: (state: WindowState) => readonly GridColumn[] = remember(
  (state) => [state.edited.shown.facts, state.company, companyOf(state), state.sheet.layout, state.today],
  (facts, company, calendar, layout, today) => columnsIn(facts, company, calendar, layout, today),
);

/** The columns of the grid from left to right; the same array until one changes. */
export const columnsInView: (state: WindowState) => readonly GridColumn[] = remember(
  (state) => [allColumns(state), state.sheet.hiddenColumns, state.sheet.newest],
  (columns, hidden, newest) => {
    const shown = columns.filter(({ id }) => !hidden.includes(id));
    return newest === "left" ? shown.toReversed() : shown;
  },
);

/** The layouts whose columns are all of one length, which a time axis needs. */
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
  (state) => [state.edited.shown.facts, state.company, companyOf(state), CHART_LAYOUT[state.sheet.layout], state.today],
  (facts, company, calendar, layout, today) => columnsIn(facts, company, calendar, layout, today),
);
