/** Ctrl with a click on what is selected takes it out of the selection. */
import type { GridPlan } from "./grid-plan.ts";
import { boxOf, cellRows, isInBox, placeAtPosition, rangeOf, type Box, type Position } from "./selection.ts";
import type { CellRange } from "./window-state.ts";

type Reach = CellRange["reach"];

/**
 * The ranges without a cell, a whole row or a whole column; each range it was in falls into what is left of it.
 * Null where it is not selected, or where nothing would be left.
 */
export function withoutPressed(
  plan: GridPlan,
  ranges: readonly CellRange[],
  reach: Reach,
  at: Position,
): readonly CellRange[] | null {
  if (reach === "all") return null;
  const isHit = (range: CellRange, box: Box): boolean =>
    (reach === "cells" ? isInBox(box, at) : range.reach === reach || range.reach === "all") &&
    (reach === "columns" || (box.top <= at.row && at.row <= box.bottom)) &&
    (reach === "rows" || (box.left <= at.column && at.column <= box.right));
  let isAny = false;
  const left = ranges.flatMap((range) => {
    const box = boxOf(plan, range);
    if (box === null || !isHit(range, box)) return [range];
    isAny = true;
    return piecesOf(box, range.reach, reach, at).flatMap((piece) => rangeIn(plan, piece.box, piece.reach) ?? []);
  });
  return isAny && left.length > 0 ? left : null;
}

interface Piece {
  readonly box: Box;
  readonly reach: Reach;
}

/** What is left of a box above, below, before and behind. What is left of whole rows beside a row are whole rows. */
function piecesOf(box: Box, was: Reach, pressed: Reach, { row, column }: Position): Piece[] {
  const rows: Reach = was === "rows" || was === "all" ? "rows" : "cells";
  const columns: Reach = pressed === "columns" && (was === "columns" || was === "all") ? "columns" : "cells";
  const beside = pressed === "columns" ? box : { ...box, top: row, bottom: row };
  const vertical: readonly Piece[] = [
    { box: { ...box, bottom: row - 1 }, reach: rows },
    { box: { ...box, top: row + 1 }, reach: rows },
  ];
  const horizontal: readonly Piece[] = [
    { box: { ...beside, right: column - 1 }, reach: columns },
    { box: { ...beside, left: column + 1 }, reach: columns },
  ];
  const pieces = [...(pressed === "columns" ? [] : vertical), ...(pressed === "rows" ? [] : horizontal)];
  return pieces.filter(({ box: { top, bottom, left, right } }) => top <= bottom && left <= right);
}

/** A range over a box, from its first row with cells to its last. */
function rangeIn(plan: GridPlan, { top, bottom, left, right }: Box, reach: Reach): CellRange | null {
  const rows = cellRows(plan).filter((row) => top <= row && row <= bottom);
  const from = placeAtPosition(plan, { row: rows[0] ?? -1, column: left });
  const to = placeAtPosition(plan, { row: rows.at(-1) ?? -1, column: right });
  return from === null || to === null ? null : rangeOf(from, to, reach);
}
