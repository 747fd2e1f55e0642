/** What stands where in the grid: rows downwards, columns across, and the place in the book where two meet. */
import { columnsOf } from "#core/layout.ts";
import { endOf, sameSpan, spanKey, type Span } from "#core/timeline.ts";
import { columnsInView, extentIn, type GridColumn } from "./columns-in-view.ts";
import type { Place } from "./place.ts";
import { rowsInView, type RowInView } from "./rows-in-view.ts";
import { companyOf, remember, type WindowState } from "./window-state.ts";

/** A fiscal year of the one line that the matrix shows. */
export interface YearRow {
  readonly kind: "year";
  readonly id: string;
  readonly span: Span;
  /** `FY2006`. */
  readonly label: string;
}

export type GridRow = RowInView | YearRow;

export interface GridPlan {
  readonly rows: readonly GridRow[];
  /** From left to right. */
  readonly columns: readonly GridColumn[];
  /** The line of the matrix; null in every other layout. */
  readonly matrixLine: string | null;
}

/** The place where a row and a column meet; null in a heading. */
export function placeAt(plan: GridPlan, row: GridRow, column: GridColumn): Place | null {
  if (row.kind === "line") return { line: row.id, span: column.span };
  if (row.kind === "section" || plan.matrixLine === null) return null;
  return { line: plan.matrixLine, span: { start: row.span.start + column.span.start, length: column.span.length } };
}

/** Where a place stands: the index of its row and of its column; null where the plan has no such cell. */
export function positionOf(
  plan: GridPlan,
  { line, span }: Place,
): { readonly row: number; readonly column: number } | null {
  if (plan.matrixLine !== null && line !== plan.matrixLine) return null;
  const row =
    plan.matrixLine === null
      ? plan.rows.findIndex(({ kind, id }) => kind === "line" && id === line)
      : plan.rows.findIndex(
          (each) => each.kind === "year" && each.span.start <= span.start && endOf(span) <= endOf(each.span),
        );
  const year = plan.rows[row];
  const start = year?.kind === "year" ? year.span.start : 0;
  const column = plan.columns.findIndex((each) =>
    sameSpan({ start: start + each.span.start, length: each.span.length }, span),
  );
  return row < 0 || column < 0 ? null : { row, column };
}

/**
 * The place of the plan that stands for another: the same one; else, on the same line or the one it is
 * folded into, where the same boundary ends a column, the shortest first; else the column in which its
 * end lies. Null: the line is not shown.
 */
export function nearestPlace(plan: GridPlan, sought: Place): Place | null {
  const into = plan.rows.find((row) => row.kind === "line" && row.folded.includes(sought.line));
  const place = into === undefined ? sought : { ...sought, line: into.id };
  if (positionOf(plan, place) !== null) return place;
  const end = endOf(place.span);
  const places = plan.rows.flatMap((row) =>
    (row.kind === "year" ? place.line === plan.matrixLine : row.kind === "line" && row.id === place.line)
      ? plan.columns.flatMap((column) => placeAt(plan, row, column) ?? [])
      : [],
  );
  const byLength = places.toSorted((a, b) => a.span.length - b.span.length);
  return (
    byLength.find(({ span }) => endOf(span) === end) ??
    byLength.find(({ span }) => span.start < end && end <= endOf(span)) ??
    null
  );
}

/** The plan of the window's grid; the same object until rows or columns change. */
export const gridPlanIn: (state: WindowState) => GridPlan = remember(
  (state) => [
    rowsInView(state),
    columnsInView(state),
    state.sheet.layout === "matrix" ? matrixLineIn(state) : null,
    yearRowsIn(state),
  ],
  (rows, columns, matrixLine, years) => ({ rows: matrixLine === null ? rows : years, columns, matrixLine }),
);

/** The rows of the matrix, the newest at the bottom, or at the top where the newest stands on the left elsewhere. */
const yearRowsIn: (state: WindowState) => readonly YearRow[] = remember(
  (state) => [companyOf(state), extentIn(state).from, extentIn(state).to, state.sheet.newest, state.settings.periods],
  (calendar, from, to, newest, style) => {
    const years = columnsOf(calendar, from, to, "FY", style).map(({ span, year }): YearRow => ({
      kind: "year",
      id: `year:${spanKey(span)}`,
      span,
      label: year,
    }));
    return newest === "left" ? years.toReversed() : years;
  },
);

/** The line whose matrix is shown: the one in hand, else the first. */
function matrixLineIn(state: WindowState): string | null {
  const lines = rowsInView(state).flatMap(({ kind, id }) => (kind === "line" ? [id] : []));
  const focused = state.focused?.line;
  return focused !== undefined && lines.includes(focused) ? focused : (lines[0] ?? null);
}
