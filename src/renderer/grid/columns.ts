/** Which columns the grid has in a layout, and how each reads its cells. */
import type { ColDef, ColGroupDef } from "ag-grid-community";
import { calendarRange } from "#core/period-labels.ts";
import type { GridColumn } from "../state/columns-in-view.ts";
import { gridPlanIn, placeAt, type GridRow } from "../state/grid-plan.ts";
import { shownUnitIn, shownUnitLabel } from "../state/figure-text.ts";
import type { Place } from "../state/place.ts";
import { notesAt, subjectKey, toldNotes } from "../notes/notes-in-view.ts";
import type { SheetActions } from "../state/sheet-actions.ts";
import { companyOf, labelOf, rowsIn, wordsOf, type WindowState, type WindowStore } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import { cellHint } from "./cell-hint.ts";
import { labelsAt, LEAST_LABELS_PX } from "./column-width.ts";
import { FigureRenderer } from "./figure-renderer.ts";
import { CornerHeader, LabelHeader, sharedUnit } from "./label-header.ts";
import { LabelRenderer, type ShownLabel } from "./label-renderer.ts";
import { PeriodHeader, YearHeader } from "./period-header.ts";
import { breaksAt, sideBefore } from "./period-marks.ts";
import { sameShown, shownCell, type ShownCell } from "./shown-cell.ts";
import "./columns.css";

export const LABEL_COLUMN = "label";

/** What headers follow, and what is done from them. */
export interface HeaderContext {
  readonly store: WindowStore;
  readonly actions: SheetActions;
}

type Def = ColDef<GridRow>;
type GroupDef = ColGroupDef<GridRow>;

/**
 * The definitions AG Grid takes. They read the state when a cell is drawn, so they hold until columns,
 * rows or words change. Every layout has two rows of headers: stepping through them moves no figure.
 * @param labelsPx how wide the labels are where nobody chose, at 100 %
 * @param gridPx how wide the grid is
 */
export function columnDefs({ store, actions }: HeaderContext, labelsPx: number, gridPx: number): GroupDef[] {
  const state = store.getState();
  const { columns } = gridPlanIn(state);
  const context: HeaderContext = { store, actions };
  const corner: GroupDef = {
    groupId: "corner",
    headerClass: "corner-header",
    headerGroupComponentParams: { innerHeaderGroupComponent: CornerHeader, innerHeaderGroupComponentParams: context },
    children: [labelColumn(context, labelsAt(state.sheet.zoom, state.sheet.labelWidth ?? labelsPx, gridPx))],
  };
  const newest = columns.at(state.sheet.newest === "left" ? 0 : -1);
  const groups = groupsOf(columns).map((members): GroupDef => {
    const [first] = members;
    const isYears = first?.under === "years";
    const isFirst = first === columns[0];
    const isNewest = newest !== undefined && members.includes(newest);
    return {
      groupId: `${first?.under}:${isYears ? "" : first?.year}`,
      headerName: isYears ? wordsOf(state).columns.years : (first?.year ?? ""),
      marryChildren: true,
      headerClass: ["year-group", isFirst ? "is-first" : "", isYears ? "apart" : "", isNewest ? "is-newest" : ""],
      headerGroupComponentParams: {
        innerHeaderGroupComponent: YearHeader,
        innerHeaderGroupComponentParams: { ...context, isNewest },
      },
      children: members.map((column) => figureColumn(column, columns[columns.indexOf(column) - 1], context)),
    };
  });
  return [corner, ...groups];
}

/** Neighbours under the same heading. */
function groupsOf(columns: readonly GridColumn[]): GridColumn[][] {
  const groups: GridColumn[][] = [];
  for (const column of columns) {
    const open = groups.at(-1);
    const [first] = open ?? [];
    const isTogether = first?.under === column.under && (column.under === "years" || first.year === column.year);
    if (open !== undefined && isTogether) open.push(column);
    else groups.push([column]);
  }
  return groups;
}

function labelColumn(context: HeaderContext, width: number): Def {
  const read = context.store.getState;
  const state = read();
  const shared = sharedUnit(rowsIn(state), state.settings.amounts);
  return {
    colId: LABEL_COLUMN,
    headerName: wordsOf(state).grid.line,
    headerClass: "label-header",
    headerComponentParams: { innerHeaderComponent: LabelHeader, innerHeaderComponentParams: context },
    pinned: "left",
    lockPinned: true,
    resizable: false,
    suppressMovable: true,
    width,
    minWidth: Math.min(width, LEAST_LABELS_PX),
    cellClass: "label-cell",
    cellRenderer: LabelRenderer,
    cellRendererParams: { language: () => read().settings.language },
    valueGetter: ({ data }): ShownLabel | null => {
      if (data?.kind === "year") return { label: data.label, unit: "", hasNote: false, isFound: false };
      if (data?.kind !== "line") return null;
      const now = read();
      const unit = shownUnitIn(now, data.line);
      return {
        label: labelOf(now, data.id),
        unit: unit === shared ? "" : unitLabel(unit, wordsOf(now)),
        hasNote: notesAt(now, data.id, null).length > 0,
        isFound: now.find.found.has(subjectKey({ line: data.id, span: null })),
      };
    },
    equals: sameLabel,
    tooltipValueGetter: ({ data }) => {
      if (data == null || !("line" in data)) return null;
      const now = read();
      const hint = wordsOf(now).grid.labelHint(labelOf(now, data.id), shownUnitLabel(now, data.line));
      return withNotes(hint, toldNotes(now, data.id, null));
    },
  };
}

const sameLabel = (a?: ShownLabel | null, b?: ShownLabel | null): boolean =>
  a?.label === b?.label && a?.unit === b?.unit && a?.hasNote === b?.hasNote && a?.isFound === b?.isFound;

const withNotes = (hint: string, notes: string): string => (notes === "" ? hint : `${hint}\n${notes}`);

function figureColumn(column: GridColumn, before: GridColumn | undefined, context: HeaderContext): Def {
  const read = context.store.getState;
  const state = read();
  const placeOf = (row: GridRow | undefined): Place | null =>
    row === undefined ? null : placeAt(gridPlanIn(read()), row, column);
  const marks = [
    column.isAnnual ? "is-annual" : "",
    before !== undefined && before.under !== column.under ? "apart" : "",
    before !== undefined && column.under === "year" && before.year !== column.year ? "year-start" : "",
  ];
  const breakClass = `break-${sideBefore(state)}`;
  return {
    colId: column.id,
    headerName: column.label,
    // In the matrix the year is the row's.
    ...(column.year === "" ? {} : { headerTooltip: headerHint(state, column) }),
    headerClass: [
      "ag-right-aligned-header",
      ...marks,
      ...(breaksAt(state, column, null).length > 0 ? [breakClass] : []),
    ],
    headerComponentParams: { innerHeaderComponent: PeriodHeader, innerHeaderComponentParams: context },
    resizable: false,
    suppressMovable: true,
    cellClass: ["figure-cell", ...marks],
    cellClassRules: {
      [breakClass]: ({ data }) => data?.kind === "line" && breaksAt(read(), column, data.id).length > 0,
    },
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

/** The months of a quarter. */
const MONTHS = 3;

/** `3 months: Jul – Sep 2006`, and whether they are counted from the year's start. */
function headerHint(state: WindowState, { span, counts }: GridColumn): string {
  const { columns } = wordsOf(state);
  const range = calendarRange(span, companyOf(state), state.settings.language);
  const months = MONTHS * span.length;
  const hint = counts === "year-to-date" ? columns.monthsFromStart(months, range) : columns.months(months, range);
  return withNotes(hint, toldNotes(state, null, span));
}
