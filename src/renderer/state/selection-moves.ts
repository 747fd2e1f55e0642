/** Where keys lead in the grid, and how they stretch the selection: as in a spreadsheet. */
import { isFigure } from "#core/figures/cell.ts";
import { gridPlanIn, positionOf, type GridPlan } from "./grid-plan.ts";
import type { Place } from "./place.ts";
import {
  boxesIn,
  boxOf,
  cellRows,
  isInBox,
  placeAtPosition,
  rangeOf,
  samePlace,
  selectionIn,
  type Box,
  type Position,
} from "./selection.ts";
import { figuresIn, type CellRange, type WindowState } from "./window-state.ts";

export type Direction = "up" | "down" | "left" | "right";

export type Move =
  /** One cell; to the edge of data; as far as the view reaches. */
  | { readonly by: "cell" | "edge" | "page"; readonly direction: Direction }
  /** To the row's ends; to the grid's first cell; to the last one with data. */
  | { readonly by: "home" | "end" | "first" | "last" };

/** How many rows and columns with cells are in sight. */
export interface Page {
  readonly rows: number;
  readonly columns: number;
}

type Selected = Pick<WindowState, "focused" | "ranges">;

export const cellSelected = (place: Place): Selected => ({ focused: place, ranges: [rangeOf(place)] });

const isVertical = (direction: Direction): boolean => direction === "up" || direction === "down";
const stepOf = (direction: Direction): 1 | -1 => (direction === "up" || direction === "left" ? -1 : 1);

/** Where a move leads from a cell; where it cannot go further it stays. */
function targetOf(
  plan: GridPlan,
  from: Position,
  move: Move,
  page: Page,
  isFilled: (at: Position) => boolean,
): Position {
  const rows = cellRows(plan);
  const lastColumn = plan.columns.length - 1;
  switch (move.by) {
    case "home":
      return { ...from, column: 0 };
    case "end":
      return { ...from, column: lastColumn };
    case "first":
      return { row: rows[0] ?? from.row, column: 0 };
    case "last": {
      const filled = plan.columns.findLastIndex((_, column) => rows.some((row) => isFilled({ row, column })));
      return { row: rows.at(-1) ?? from.row, column: filled < 0 ? lastColumn : filled };
    }
    default: {
      // The cells of one row or column in their order, headings left out.
      const isDown = isVertical(move.direction);
      const track = isDown ? rows : [...plan.columns.keys()];
      const at = (index: number): Position => {
        const there = track[index] ?? 0;
        return isDown ? { row: there, column: from.column } : { row: from.row, column: there };
      };
      const index = track.indexOf(isDown ? from.row : from.column);
      const step = stepOf(move.direction);
      if (move.by === "edge") return at(edgeFrom(track.length, index, step, (each) => isFilled(at(each))));
      const far = move.by === "cell" ? 1 : Math.max(1, isDown ? page.rows : page.columns);
      return at(Math.min(Math.max(index + step * far, 0), track.length - 1));
    }
  }
}

/** Excel's edge of data: the last of a run of filled cells; from its end, or from a blank, the next filled one. */
function edgeFrom(length: number, from: number, step: 1 | -1, isFilled: (index: number) => boolean): number {
  const last = step === 1 ? length - 1 : 0;
  let at = from;
  if (at === last) return at;
  if (isFilled(at) && isFilled(at + step)) {
    while (at !== last && isFilled(at + step)) at += step;
    return at;
  }
  do at += step;
  while (at !== last && !isFilled(at));
  return at;
}

const isFilledIn =
  (state: WindowState, plan: GridPlan) =>
  (at: Position): boolean => {
    const place = placeAtPosition(plan, at);
    return place !== null && isFigure(figuresIn(state).cell(place.line, place.span));
  };

/** The selection after a key: the cell where it leads, or the active range stretched to there. */
export function afterMove(state: WindowState, move: Move, isStretch: boolean, page: Page): Selected | null {
  const plan = gridPlanIn(state);
  const isFilled = isFilledIn(state, plan);
  const active = selectionIn(state).at(-1);
  if (!isStretch) {
    const from = state.focused === null ? null : positionOf(plan, state.focused);
    const to = from === null ? null : placeAtPosition(plan, targetOf(plan, from, move, page, isFilled));
    return to === null ? null : cellSelected(to);
  }
  const anchor = active === undefined ? null : positionOf(plan, active.anchor);
  const head = active === undefined ? null : positionOf(plan, active.head);
  if (anchor === null || head === null) return null;
  // Data is looked for along the active cell's own row or column, as Excel does it.
  const along =
    "direction" in move && isVertical(move.direction)
      ? { ...head, column: anchor.column }
      : { ...head, row: anchor.row };
  const target = targetOf(plan, "direction" in move ? along : head, move, page, isFilled);
  const isAcross = !("direction" in move) || !isVertical(move.direction);
  const isDown = "direction" in move ? isVertical(move.direction) : move.by === "first" || move.by === "last";
  return afterStretch(state, {
    row: isDown ? target.row : head.row,
    column: isAcross ? target.column : head.column,
  });
}

/** The active range stretched from its anchor to a cell. */
export function afterStretch(state: WindowState, to: Position): Selected | null {
  const head = placeAtPosition(gridPlanIn(state), to);
  const ranges = selectionIn(state);
  const active = ranges.at(-1);
  if (head === null || active === undefined) return null;
  if (samePlace(head, active.head) && samePlace(state.focused, active.anchor)) return null;
  return { focused: active.anchor, ranges: [...ranges.slice(0, -1), { ...active, head }] };
}

/** Enter goes down the columns of the selection, Tab along its rows; from the last cell of a range into the next. */
export function afterRound(state: WindowState, along: "rows" | "columns", step: 1 | -1): Place | null {
  const plan = gridPlanIn(state);
  const boxes = boxesIn(state);
  const at = state.focused === null ? null : positionOf(plan, state.focused);
  const boxIndex = at === null ? -1 : boxes.findLastIndex((box) => isInBox(box, at));
  const box = boxes[boxIndex];
  if (at === null || box === undefined) return null;
  const { rows, columns, count } = tracksOf(plan, box);
  const row = rows.indexOf(at.row);
  const column = columns.indexOf(at.column);
  const next = (along === "rows" ? row * columns.length + column : column * rows.length + row) + step;
  if (next >= 0 && next < count) return placeAtPosition(plan, nth(plan, box, along, next));
  const other = boxes[(boxIndex + step + boxes.length) % boxes.length] ?? box;
  return placeAtPosition(plan, nth(plan, other, along, step === 1 ? 0 : tracksOf(plan, other).count - 1));
}

interface Tracks {
  readonly rows: number[];
  readonly columns: number[];
  readonly count: number;
}

function tracksOf(plan: GridPlan, { top, bottom, left, right }: Box): Tracks {
  const rows = cellRows(plan).filter((row) => top <= row && row <= bottom);
  const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  return { rows, columns, count: rows.length * columns.length };
}

function nth(plan: GridPlan, box: Box, along: "rows" | "columns", index: number): Position {
  const { rows, columns } = tracksOf(plan, box);
  const across = along === "rows" ? columns.length : rows.length;
  const [outer, inner] = [Math.floor(index / across), index % across];
  return { row: rows[along === "rows" ? outer : inner] ?? 0, column: columns[along === "rows" ? inner : outer] ?? 0 };
}

/** The active range widened to its whole rows or columns; rows that are whole already widen to everything. */
export function widened(state: WindowState, reach: "rows" | "columns"): readonly CellRange[] {
  const ranges = selectionIn(state);
  const active = ranges.at(-1);
  if (active === undefined || boxOf(gridPlanIn(state), active) === null) return ranges;
  const other = reach === "rows" ? "columns" : "rows";
  return [
    ...ranges.slice(0, -1),
    { ...active, reach: active.reach === other || active.reach === "all" ? "all" : reach },
  ];
}
