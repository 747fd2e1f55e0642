/** Which columns the grid has in a mode, and how each reads its cells. */
import type { ColDef, ColGroupDef } from "ag-grid-community";
import type { LayoutRow } from "#core/layout.ts";
import { calendarRange } from "#core/period-labels.ts";
import { unitOf } from "#core/units.ts";
import type { GridColumn } from "../state/columns-in-view.ts";
import { gridPlanIn, placeAt, type GridRow } from "../state/grid-plan.ts";
import type { Place } from "../state/place.ts";
import { companyOf, labelOf, rowsIn, wordsOf, type WindowState } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import { cellHint } from "./cell-hint.ts";
import { FigureRenderer } from "./figure-renderer.ts";
import { LabelRenderer, type ShownLabel } from "./label-renderer.ts";
import { sameShown, shownCell, type ShownCell } from "./shown-cell.ts";

export const LABEL_COLUMN = "label";

const LABEL_WIDTH_PX = { narrow: 232, wide: 316 };
/** Below this the labels would leave room for three periods beside the explanation. */
const WIDE_WINDOW_PX = 1280;

/** How wide the labels are in a window of this width. */
export const labelsPxIn = (windowPx: number): number =>
  windowPx < WIDE_WINDOW_PX ? LABEL_WIDTH_PX.narrow : LABEL_WIDTH_PX.wide;

/** The unit that the header says once for all rows: the money unit, where all money lines share one. */
export function sharedUnit(rows: readonly LayoutRow[]): string | null {
  const units = new Set(
    rows.flatMap((row) => (row.kind === "line" && unitOf(row.line.unit).kind === "money" ? [row.line.unit] : [])),
  );
  const [only] = units;
  return units.size === 1 && only !== undefined ? only : null;
}

/** The definitions AG Grid takes. They read the state when a cell is drawn, so they hold until mode, rows or words change. */
export function columnDefs(
  columns: readonly GridColumn[],
  read: () => WindowState,
  labelsPx: number,
): (ColDef<GridRow> | ColGroupDef<GridRow>)[] {
  const labels = labelColumn(read, labelsPx);
  const figures = columns.map((column, index) => figureColumn(column, columns[index - 1], read));
  // A group above FY2006 that says FY2006 again would be noise.
  if (columns.every((column) => isYear(column) || column.year === "")) return [labels, ...figures];
  const groups = Map.groupBy(columns.keys(), (index) => columns[index]?.year ?? "");
  return [
    labels,
    ...[...groups].map(([year, indexes]): ColGroupDef<GridRow> => ({
      groupId: year,
      headerName: year,
      marryChildren: true,
      headerClass: "year-group",
      children: indexes.flatMap((index) => figures[index] ?? []),
    })),
  ];
}

const isYear = ({ label, year }: GridColumn): boolean => label === year;

function labelColumn(read: () => WindowState, width: number): ColDef<GridRow> {
  const state = read();
  const shared = sharedUnit(rowsIn(state));
  const words = wordsOf(state);
  return {
    colId: LABEL_COLUMN,
    headerName: shared === null ? words.grid.line : unitLabel(shared, words),
    headerClass: "label-header",
    pinned: "left",
    lockPinned: true,
    suppressMovable: true,
    width,
    minWidth: 140,
    cellClass: "label-cell",
    cellRenderer: LabelRenderer,
    valueGetter: ({ data }): ShownLabel | null => {
      if (data?.kind === "year") return { label: data.label, unit: "" };
      if (data?.kind !== "line") return null;
      const now = read();
      const { unit } = data.line;
      return { label: labelOf(now, data.id), unit: unit === shared ? "" : unitLabel(unit, wordsOf(now)) };
    },
    equals: (a?: ShownLabel | null, b?: ShownLabel | null) => a?.label === b?.label && a?.unit === b?.unit,
    tooltipValueGetter: ({ data }) => {
      if (data == null || !("line" in data)) return null;
      const now = read();
      return wordsOf(now).grid.labelHint(labelOf(now, data.id), unitLabel(data.line.unit, wordsOf(now)));
    },
  };
}

function figureColumn(column: GridColumn, before: GridColumn | undefined, read: () => WindowState): ColDef<GridRow> {
  const { id, span, label, year } = column;
  const state = read();
  const placeOf = (row: GridRow | undefined): Place | null =>
    row === undefined ? null : placeAt(gridPlanIn(read()), row, column);
  const startsYear = before !== undefined && before.year !== year && !isYear(column);
  return {
    colId: id,
    headerName: label,
    // In the matrix the year is the row's.
    ...(year === "" ? {} : { headerTooltip: calendarRange(span, companyOf(state), state.settings.language) }),
    headerClass: ["ag-right-aligned-header", ...(startsYear ? ["year-start"] : [])],
    resizable: false,
    suppressMovable: true,
    cellClass: ["figure-cell", ...(startsYear ? ["year-start"] : [])],
    cellRenderer: FigureRenderer,
    valueGetter: ({ data }): ShownCell | null => {
      const place = placeOf(data);
      return place === null ? null : shownCell(read(), place);
    },
    equals: sameShown,
    tooltipValueGetter: ({ data }) => {
      const place = placeOf(data ?? undefined);
      return place === null ? null : cellHint(read(), place.line, place.span);
    },
  };
}
