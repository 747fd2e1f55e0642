/** The selection in the grid: keys and mouse become actions, and what they select is drawn. */
import type { GridApi } from "ag-grid-community";
import type { Actions } from "../state/actions.ts";
import { gridPlanIn, positionOf, type GridRow } from "../state/grid-plan.ts";
import type { Place } from "../state/place.ts";
import { boxesIn, placeAtPosition, samePlace, selectionIn, type Box } from "../state/selection.ts";
import type { Move, Page } from "../state/selection-moves.ts";
import type { WindowState } from "../state/window-state.ts";
import type { CellFocus } from "./cell-focus.ts";
import type { Leave } from "./cell-editor.ts";
import { fillByHandle, handleIn } from "./fill-drag.ts";
import { makeGeometry } from "./selection-geometry.ts";
import { moveOf } from "./selection-keys.ts";
import { makeSelectionLayer } from "./selection-layer.ts";
import { makeSelectionMarks } from "./selection-marks.ts";
import { selectByMouse } from "./selection-mouse.ts";

export interface SelectionControl {
  /** Draws what is selected; to be called when that, or the size of anything, has changed. */
  draw(): void;
  /** On to where Enter, Tab or an arrow leads. */
  goOn(leave: Leave): void;
  stop(): void;
}

export interface TypingInGrid {
  /** A key that types: the editor must have the focus before its character arrives. */
  type(place: Place): void;
  /** The first character of a formula. */
  typeFormula(line: string): void;
  /** Charts the active cell's line, or takes it off the chart. */
  chart(line: string): void;
}

const NO_PAGE: Page = { rows: 0, columns: 0 };

export function controlSelection(
  root: HTMLElement,
  api: GridApi<GridRow>,
  read: () => WindowState,
  actions: Actions,
  focus: CellFocus,
  typing: TypingInGrid,
): SelectionControl {
  const geometry = makeGeometry(root, api, () => gridPlanIn(read()));
  const layer = makeSelectionLayer(geometry);
  const mark = makeSelectionMarks(root, () => ({ plan: gridPlanIn(read()), boxes: boxesIn(read()) }));
  let filled: Box | null = null;
  /** Where Tab began, while it goes on from there: Enter then leads under it, as in a spreadsheet. */
  let tabbed: { readonly column: number; readonly at: Place } | null = null;

  const draw = (): void => {
    const state = read();
    const active = state.focused === null ? null : positionOf(gridPlanIn(state), state.focused);
    layer.draw({ boxes: boxesIn(state), active, handle: handleIn(state), filled });
    mark();
  };

  const takeFocus = (): void => {
    const { focused } = read();
    if (focused !== null) focus.take(focused);
  };

  const showActive = (): void => {
    const { focused } = read();
    if (focused !== null) focus.put(focused);
  };

  const goTo = (move: Move, isStretch: boolean): void => {
    // How much is in sight is measured, which has its price: only for those who turn a page.
    actions.moveSelection(move, isStretch, move.by === "page" ? geometry.page() : NO_PAGE);
    const active = selectionIn(read()).at(-1);
    if (!isStretch) showActive();
    if (!isStretch || active === undefined) return;
    const { reach, head } = active;
    focus.show(head, { row: reach === "cells" || reach === "rows", column: reach === "cells" || reach === "columns" });
  };

  const goOn = (leave: Leave): void => {
    if ("direction" in leave) {
      goTo({ by: leave.by === "page" ? "page" : "cell", direction: leave.direction }, false);
      return;
    }
    const { by, step } = leave;
    if (actions.goRound(by === "tab" ? "rows" : "columns", step)) {
      showActive();
      return;
    }
    const plan = gridPlanIn(read());
    const { focused } = read();
    const column = focused === null ? -1 : (positionOf(plan, focused)?.column ?? -1);
    const began = tabbed !== null && samePlace(tabbed.at, focused) ? tabbed.column : column;
    if (by === "tab") {
      goTo({ by: "cell", direction: step === 1 ? "right" : "left" }, false);
      const at = read().focused;
      tabbed = at === null ? null : { column: began, at };
      return;
    }
    goTo({ by: "cell", direction: step === 1 ? "down" : "up" }, false);
    const at = read().focused;
    const row = at === null ? undefined : positionOf(plan, at)?.row;
    const under = row === undefined || began === column ? null : placeAtPosition(plan, { row, column: began });
    if (under === null) return;
    actions.selectCell(under);
    showActive();
  };

  const escape = (): void => {
    const { sheet } = read();
    if (sheet.overlay !== "value") actions.changeSheet({ overlay: "value" });
    else if (!actions.collapseSelection()) actions.select([]);
  };

  /** True: the key is the grid's, and nothing else may follow from it. */
  const take = (event: KeyboardEvent, place: Place): boolean => {
    // AltGr types characters, though it reads as Ctrl and Alt.
    const isTyped = event.getModifierState("AltGraph") || !(event.ctrlKey || event.metaKey || event.altKey);
    const move = moveOf(event);
    const step = event.shiftKey ? -1 : 1;
    if (move !== null) goTo(move, event.shiftKey);
    else if (!isTyped) return false;
    else if (event.key === "Enter") goOn({ by: "enter", step });
    else if (event.key === "Tab") goOn({ by: "tab", step });
    else if (event.key === "Escape") escape();
    else if (event.key === " ") typing.chart(place.line);
    else if (event.key === "=") typing.typeFormula(place.line);
    else return false;
    return true;
  };

  const onKey = (event: KeyboardEvent): void => {
    const { target } = event;
    if (!(target instanceof Element) || !target.matches(".ag-cell, .ag-full-width-row")) return;
    const place = read().focused;
    if (place === null) return;
    // 229: an input method has the key. The editor must have the focus before the composition begins.
    const isComposed = event.isComposing || event.keyCode === 229;
    if (!isComposed && take(event, place)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const isTyped = event.getModifierState("AltGraph") || !(event.ctrlKey || event.metaKey || event.altKey);
    if (!isComposed && !(isTyped && event.key.length === 1)) return;
    // The character itself goes to the input, which has the focus by the time it is typed.
    event.stopPropagation();
    typing.type(place);
  };

  root.addEventListener("keydown", onKey, { capture: true });
  const stopMouse = selectByMouse(root, geometry, read, actions, takeFocus);
  fillByHandle(layer.handle, geometry, read, actions, (box) => {
    filled = box;
    draw();
  });
  for (const event of ["columnResized", "displayedColumnsChanged", "modelUpdated", "gridSizeChanged"] as const) {
    api.addEventListener(event, draw);
  }
  for (const event of ["viewportChanged", "virtualColumnsChanged"] as const) api.addEventListener(event, mark);
  draw();

  return {
    draw,
    goOn,
    stop() {
      root.removeEventListener("keydown", onKey, { capture: true });
      stopMouse();
    },
  };
}
