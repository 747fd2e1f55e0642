/** Which cells a fill copies into which: down or right within the selection, or out of it by its handle. */
import type { GridPlan } from "./grid-plan.ts";
import type { Place } from "./place.ts";
import { cellRows, isInBox, placeAtPosition, type Box, type Position } from "./selection.ts";

export interface PlacePair {
  readonly from: Place;
  readonly to: Place;
}

const rowsIn = (plan: GridPlan, { top, bottom }: Box): number[] =>
  cellRows(plan).filter((row) => top <= row && row <= bottom);

const columnsIn = ({ left, right }: Box): number[] => Array.from({ length: right - left + 1 }, (_, at) => left + at);

/** The first row of a box into the others, or its first column; a box of one takes from the one before it. */
export function pairsWithin(plan: GridPlan, box: Box, way: "down" | "right"): PlacePair[] {
  const rows = rowsIn(plan, box);
  const columns = columnsIn(box);
  if (way === "down") {
    const all = cellRows(plan);
    const [first = -1, ...others] = rows.length > 1 ? rows : [all[all.indexOf(box.top) - 1] ?? -1, ...rows];
    return others.flatMap((row) => columns.flatMap((column) => pair(plan, { row: first, column }, { row, column })));
  }
  const [first = -1, ...others] = columns.length > 1 ? columns : [box.left - 1, ...columns];
  return rows.flatMap((row) => others.flatMap((column) => pair(plan, { row, column: first }, { row, column })));
}

/** The box that a dragged handle fills besides its own: as far as the pointer, the farther of both ways. Null: none. */
export function boxFilled(plan: GridPlan, source: Box, at: Position): Box | null {
  const beyond = (value: number, low: number, high: number): number => Math.max(low - value, value - high, 0);
  const rows = beyond(at.row, source.top, source.bottom);
  const columns = beyond(at.column, source.left, source.right);
  if (rows === 0 && columns === 0) return null;
  if (rows < columns) {
    return at.column < source.left
      ? { ...source, left: at.column, right: source.left - 1 }
      : { ...source, left: source.right + 1, right: at.column };
  }
  const filled =
    at.row < source.top
      ? { ...source, top: at.row, bottom: source.top - 1 }
      : { ...source, top: source.bottom + 1, bottom: at.row };
  return rowsIn(plan, filled).length === 0 ? null : filled;
}

/** What a handle dragged back into its own box leaves out: the rows or columns behind the pointer, the more of both. */
export function boxLeftOut(plan: GridPlan, source: Box, at: Position): Box | null {
  if (!isInBox(source, at)) return null;
  const below = { ...source, top: at.row + 1 };
  const beside = { ...source, left: at.column + 1 };
  const rows = rowsIn(plan, below).length;
  const columns = source.right - at.column;
  if (rows === 0 && columns === 0) return null;
  return rows >= columns ? below : beside;
}

/** The cells of a block again and again over the cells beside it. */
export function pairsInto(plan: GridPlan, source: Box, filled: Box): PlacePair[] {
  const from = { rows: rowsIn(plan, source), columns: columnsIn(source) };
  const to = { rows: rowsIn(plan, filled), columns: columnsIn(filled) };
  // Filled upwards or to the left the block ends at its own edge, as it would begin there the other way.
  const turned = <T>(list: readonly T[], isBack: boolean): readonly T[] => (isBack ? list.toReversed() : list);
  const isUp = filled.bottom < source.top;
  const isLeft = filled.right < source.left;
  const sourceRows = turned(from.rows, isUp);
  const sourceColumns = turned(from.columns, isLeft);
  return turned(to.rows, isUp).flatMap((row, rowAt) =>
    turned(to.columns, isLeft).flatMap((column, columnAt) =>
      pair(
        plan,
        {
          row: sourceRows[rowAt % sourceRows.length] ?? -1,
          column: sourceColumns[columnAt % sourceColumns.length] ?? -1,
        },
        { row, column },
      ),
    ),
  );
}

function pair(plan: GridPlan, a: Position, b: Position): PlacePair[] {
  const from = placeAtPosition(plan, a);
  const to = placeAtPosition(plan, b);
  return from === null || to === null ? [] : [{ from, to }];
}
