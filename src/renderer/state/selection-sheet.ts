/** The selection stays on the same figures while rows and columns are laid out anew. */
import { spanKey } from "#core/timeline.ts";
import { gridPlanIn, nearestPlace, positionOf, type GridPlan } from "./grid-plan.ts";
import type { Place } from "./place.ts";
import {
  boxBetween,
  boxOf,
  cellRows,
  isAmong,
  placeAtPosition,
  placesIn,
  rangeOf,
  samePlace,
  type Box,
  type Position,
} from "./selection.ts";
import type { CellRange, WindowState } from "./window-state.ts";

type Kept = Pick<WindowState, "focused" | "ranges" | "stoodIn">;

/**
 * The selection as it stands in another sheet. As long as nothing else is selected, it is worked out
 * from what was selected first: 1Q06 shows as 1H06 among halves, and is 1Q06 again among quarters.
 */
export function selectionAfter(before: WindowState, after: WindowState): Kept {
  const { focused, ranges, stoodIn } = before;
  const isUntouched = stoodIn !== null && stoodIn.ranges === ranges && samePlace(stoodIn.focused, focused);
  const first = isUntouched ? stoodIn.first : { plan: gridPlanIn(before), focused, ranges };
  const plan = gridPlanIn(after);
  const stand = standsIn(plan);
  const laid = first.ranges.flatMap((range) => rangesAfter(first.plan, plan, range, stand));
  const near = first.focused === null ? null : nearestPlace(plan, first.focused);
  const shown = near ?? focused;
  return { focused: shown, ranges: laid, stoodIn: { ranges: laid, focused: shown, first } };
}

/** The ranges around a cell somebody was led to: those it lies in, else the cell alone. */
export const rangesAround = (state: WindowState, place: Place): readonly CellRange[] =>
  isAmong(gridPlanIn(state), state.ranges, place) ? state.ranges : [rangeOf(place)];

type Stand = (place: Place) => Position | null;

/** Where places stand in a plan; thousands are asked for, of few lines and few spans. */
function standsIn(plan: GridPlan): Stand {
  const rows = new Map(plan.rows.map(({ id }, index) => [id, index]));
  const columns = new Map<string, number | null>();
  const nearest = (place: Place): Position | null => {
    const shown = nearestPlace(plan, place);
    return shown === null ? null : positionOf(plan, shown);
  };
  return (place) => {
    if (plan.matrixLine !== null) return nearest(place);
    const row = rows.get(place.line);
    if (row === undefined) return null;
    const key = spanKey(place.span);
    let column = columns.get(key);
    if (column === undefined) columns.set(key, (column = nearest(place)?.column ?? null));
    return column === null ? null : { row, column };
  };
}

function rangesAfter(before: GridPlan, after: GridPlan, range: CellRange, stand: Stand): CellRange[] {
  const box = boxOf(before, range);
  const { reach } = range;
  if (box === null || reach === "all") return box === null ? [] : [range];
  const anchor = positionOf(before, range.anchor);
  // Of whole rows one column says which they are.
  const told =
    anchor === null || reach === "cells"
      ? box
      : reach === "rows"
        ? { ...box, left: anchor.column, right: anchor.column }
        : { ...box, top: anchor.row, bottom: anchor.row };
  const boxes = boxesOver(
    after,
    placesIn(before, [told]).flatMap((place) => stand(place) ?? []),
  );
  const from = stand(range.anchor);
  const to = stand(range.head);
  return boxes
    .map((each): CellRange | null => {
      const isWhole = from !== null && to !== null && sameBox(boxBetween(from, to), each);
      const [a, b] = isWhole
        ? [from, to]
        : [
            { row: each.top, column: each.left },
            { row: each.bottom, column: each.right },
          ];
      const anchored = placeAtPosition(after, a);
      const headed = placeAtPosition(after, b);
      return anchored === null || headed === null ? null : rangeOf(anchored, headed, reach);
    })
    .filter((each) => each !== null);
}

const sameBox = (a: Box, b: Box): boolean =>
  a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right;

/** The fewest rectangles that go by rows and hold just these cells; headings between rows do not part them. */
function boxesOver(plan: GridPlan, positions: readonly Position[]): Box[] {
  const byRow = Map.groupBy(positions, ({ row }) => row);
  const done: Box[] = [];
  let open = new Map<string, Box>();
  for (const row of cellRows(plan)) {
    const here = new Map<string, Box>();
    for (const [left, right] of runsOf((byRow.get(row) ?? []).map(({ column }) => column))) {
      const key = `${left}:${right}`;
      const above = open.get(key);
      here.set(key, { top: above?.top ?? row, bottom: row, left, right });
      open.delete(key);
    }
    done.push(...open.values());
    open = here;
  }
  return [...done, ...open.values()];
}

/** Numbers without gaps between them, as first and last. */
function runsOf(numbers: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const each of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === each - 1) last[1] = each;
    else runs.push([each, each]);
  }
  return runs;
}
