/** The mouse on cells, labels and headers, read as selecting: press, drag, Shift, Ctrl. */
import type { Actions } from "../state/actions.ts";
import { gridPlanIn, positionOf } from "../state/grid-plan.ts";
import { boxesIn, isAmong, isInBox, placeAtPosition, rangeOf, selectionIn, type Position } from "../state/selection.ts";
import { withoutPressed } from "../state/deselect.ts";
import type { CellRange, WindowState } from "../state/window-state.ts";
import { LABEL_COLUMN } from "./columns.ts";
import { followPointer, type DragWays } from "./pointer-drag.ts";
import type { GridGeometry } from "./selection-geometry.ts";

/** Parts of labels and headers that have a use of their own. */
const CONTROLS = "button, input, select, a, .row-handle, .ag-header-cell-resize";

const WAYS: Readonly<Record<CellRange["reach"], DragWays>> = {
  cells: { across: true, down: true },
  rows: { across: false, down: true },
  columns: { across: true, down: false },
  all: { across: false, down: false },
};

/** What was pressed: the first and the last of it, and how far it reaches. */
interface Pressed {
  readonly reach: CellRange["reach"];
  readonly from: Position;
  readonly to: Position;
}

/** @returns stops listening */
export function selectByMouse(
  root: HTMLElement,
  geometry: GridGeometry,
  read: () => WindowState,
  actions: Actions,
  takeFocus: () => void,
): () => void {
  const onPress = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    if (target === null || event.button > 2 || target.closest(CONTROLS) !== null) return;
    const pressed = pressedAt(target, event);
    if (pressed === null && target.closest(".ag-full-width-row") === null) return;
    // The grid would put its focus under the pointer, also where that only stretches the selection.
    event.stopPropagation();
    event.preventDefault();
    if (pressed !== null) {
      if (event.button === 0) select(pressed, event);
      // The other button asks about what is selected, where it is pressed within that.
      else if (!isSelected(pressed)) select(pressed, { shiftKey: false, ctrlKey: false, metaKey: false });
    }
    // A heading holds no cell: the keys stay with the active one.
    takeFocus();
  };

  const isSelected = ({ from }: Pressed): boolean => boxesIn(read()).some((box) => isInBox(box, from));

  function pressedAt(target: Element, event: MouseEvent): Pressed | null {
    const header = target.closest(".ag-header-cell, .ag-header-group-cell");
    if (header !== null) return headerPressed(header);
    const cell = target.closest(".ag-cell");
    const at = cell === null ? null : geometry.positionAt(event);
    if (cell === null || at === null) return null;
    return cell.getAttribute("col-id") === LABEL_COLUMN ? beside("rows", at) : { reach: "cells", from: at, to: at };
  }

  function headerPressed(header: Element): Pressed | null {
    if (header.getAttribute("col-id") === LABEL_COLUMN) return beside("all", { row: -1, column: -1 });
    const { left, right } = header.getBoundingClientRect();
    const columns = geometry.columnsBetween(left, right);
    if (columns === null) return null;
    const at = beside("columns", { row: -1, column: columns.first });
    return at === null ? null : { ...at, to: { ...at.to, column: columns.last } };
  }

  /** The row or column pressed, with the active cell's own column or row where that is in sight: nothing needs to scroll. */
  function beside(reach: "rows" | "columns" | "all", { row, column }: Position): Pressed | null {
    const { left, right, top, bottom } = geometry.sight();
    const first = geometry.positionAt({ clientX: left, clientY: top });
    const last = geometry.positionAt({ clientX: right, clientY: bottom });
    if (first === null || last === null) return null;
    const { focused } = read();
    const active = focused === null ? null : positionOf(gridPlanIn(read()), focused);
    const isBetween = (value: number, low: number, high: number): boolean => low <= value && value <= high;
    const at = {
      row:
        reach === "rows" ? row : active !== null && isBetween(active.row, first.row, last.row) ? active.row : first.row,
      column:
        reach === "columns"
          ? column
          : active !== null && isBetween(active.column, first.column, last.column)
            ? active.column
            : first.column,
    };
    return { reach, from: at, to: at };
  }

  function select(
    pressed: Pressed,
    { shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, "shiftKey" | "ctrlKey" | "metaKey">,
  ): void {
    const { reach } = pressed;
    const plan = gridPlanIn(read());
    const ranges = selectionIn(read());
    const active = ranges.at(-1);
    const start = placeAtPosition(plan, pressed.from);
    const end = placeAtPosition(plan, pressed.to);
    if (start === null || end === null) return;
    // A label pressed again with Ctrl leaves the chart; its row goes with a press on its cells.
    const takesOut = (ctrlKey || metaKey) && !shiftKey && reach !== "rows";
    const without = takesOut ? withoutPressed(plan, ranges, reach, pressed.from) : null;
    if (without !== null) {
      actions.selectRanges(without);
      return;
    }
    // Shift stretches from where the active range began, also from cells to whole rows.
    const anchor = shiftKey && active !== undefined && isAmong(plan, [active], active.anchor) ? active.anchor : start;
    const kept = shiftKey ? ranges.slice(0, -1) : ctrlKey || metaKey ? ranges : [];
    actions.selectRanges([...kept, rangeOf(anchor, end, reach)]);
    if (!shiftKey) actions.focus(anchor);
    followPointer(
      geometry,
      WAYS[reach],
      (point) => {
        const at = geometry.positionAt(point);
        const { from, to } = pressed;
        if (at === null || reach === "all") return;
        // Within the header of a year the whole year stays.
        const isInside = from.column <= at.column && at.column <= to.column;
        actions.stretchTo({
          row: reach === "columns" ? to.row : at.row,
          column: reach === "rows" || (reach === "columns" && isInside) ? to.column : at.column,
        });
      },
      () => undefined,
    );
  }

  root.addEventListener("mousedown", onPress, { capture: true });
  return () => root.removeEventListener("mousedown", onPress, { capture: true });
}
