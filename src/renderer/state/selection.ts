/** What is selected in the grid: where its ranges stand, and which cells are in them. */
import { sameSpan } from "#core/timeline.ts";
import { gridPlanIn, nearestPlace, placeAt, positionOf, type GridPlan } from "./grid-plan.ts";
import type { Place } from "./place.ts";
import { remember, type CellRange, type WindowState } from "./window-state.ts";

/** Indices of a plan's row and column. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of a plan's cells, edges included. Headings inside hold no cells. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const samePlace = (a: Place | null, b: Place | null): boolean =>
  a === b || (a !== null && b !== null && a.line === b.line && sameSpan(a.span, b.span));

export const rangeOf = (anchor: Place, head: Place = anchor, reach: CellRange["reach"] = "cells"): CellRange => ({
  anchor,
  head,
  reach,
});

/** The indices of the rows that hold cells. */
export const cellRows = ({ rows }: GridPlan): number[] =>
  rows.flatMap(({ kind }, index) => (kind === "section" ? [] : [index]));

/** Where a range stands; null where a corner of it is not shown. */
export function boxOf(plan: GridPlan, { anchor, head, reach }: CellRange): Box | null {
  const whole = { top: 0, bottom: plan.rows.length - 1, left: 0, right: plan.columns.length - 1 };
  if (reach === "all") return whole.bottom < 0 || whole.right < 0 ? null : whole;
  // Whole rows stand wherever their line does, also while the column they were chosen in is hidden.
  const stand = (place: Place): Position | null => {
    const shown = reach === "cells" ? place : nearestPlace(plan, place);
    return shown === null ? null : positionOf(plan, shown);
  };
  const from = stand(anchor);
  const to = stand(head);
  if (from === null || to === null) return null;
  const box = boxBetween(from, to);
  if (reach === "rows") return { ...box, left: whole.left, right: whole.right };
  return reach === "columns" ? { ...box, top: whole.top, bottom: whole.bottom } : box;
}

export const boxBetween = (a: Position, b: Position): Box => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
});

export const isInBox = ({ top, bottom, left, right }: Box, { row, column }: Position): boolean =>
  top <= row && row <= bottom && left <= column && column <= right;

export const boxesOf = (plan: GridPlan, ranges: readonly CellRange[]): Box[] =>
  ranges.flatMap((range) => boxOf(plan, range) ?? []);

/** The cell at a position; null in a heading and outside of the plan. */
export function placeAtPosition(plan: GridPlan, { row, column }: Position): Place | null {
  const rowThere = plan.rows[row];
  const columnThere = plan.columns[column];
  return rowThere === undefined || columnThere === undefined ? null : placeAt(plan, rowThere, columnThere);
}

/** The cells of all boxes, each once, row by row. */
export function placesIn(plan: GridPlan, boxes: readonly Box[]): Place[] {
  return plan.rows.flatMap((row, rowIndex) => {
    const here = boxes.filter(({ top, bottom }) => top <= rowIndex && rowIndex <= bottom);
    if (here.length === 0) return [];
    return plan.columns.flatMap((column, index) =>
      here.some(({ left, right }) => left <= index && index <= right) ? (placeAt(plan, row, column) ?? []) : [],
    );
  });
}

/**
 * What is selected, the active range last: the ranges of the state as long as the active cell is in
 * one of them; else the active cell alone, since something else has gone there.
 */
export const selectionIn: (state: WindowState) => readonly CellRange[] = remember(
  (state) => [gridPlanIn(state), state.ranges, state.focused],
  (plan, ranges, focused) => {
    if (focused === null) return [];
    const shown = ranges.filter((range) => boxOf(plan, range) !== null);
    return isAmong(plan, shown, focused) ? shown : [rangeOf(focused)];
  },
);

/** Where the selection stands, the active range last. */
export const boxesIn: (state: WindowState) => readonly Box[] = remember(
  (state) => [gridPlanIn(state), selectionIn(state)],
  boxesOf,
);

/** The selected cells, each once, row by row. */
export const placesSelectedIn: (state: WindowState) => readonly Place[] = remember(
  (state) => [gridPlanIn(state), boxesIn(state)],
  placesIn,
);

export function isAmong(plan: GridPlan, ranges: readonly CellRange[], place: Place): boolean {
  const at = positionOf(plan, place);
  return at !== null && boxesOf(plan, ranges).some((box) => isInBox(box, at));
}

/** Whether more than one cell is selected: Enter and Tab then go round in the selection. */
export const hasManyCells = (state: WindowState): boolean => {
  const boxes = boxesIn(state);
  if (boxes.length === 1 && boxes[0]?.top === boxes[0]?.bottom && boxes[0]?.left === boxes[0]?.right) return false;
  return placesSelectedIn(state).length > 1;
};
