/** What the small buttons of rows do, and the menu of a row: by mouse, on behalf of whatever the grid has drawn. */
import type { GridApi } from "ag-grid-community";
import type { Actions } from "../state/actions.ts";
import type { GridRow } from "../state/grid-plan.ts";
import type { WindowState } from "../state/window-state.ts";
import { folded, withoutHidden } from "./sheet-rows.ts";

/** The grid's row under an element of the page. */
export function rowAt(api: GridApi<GridRow>, target: EventTarget | null): GridRow | null {
  const id = target instanceof Element ? target.closest(".ag-row")?.getAttribute("row-id") : null;
  return id == null ? null : (api.getRowNode(id)?.data ?? null);
}

/** @returns stops listening */
export function listenToRowClicks(
  element: HTMLElement,
  api: GridApi<GridRow>,
  read: () => WindowState,
  actions: Actions,
): () => void {
  const stop = new AbortController();
  const isButton = (target: EventTarget | null): boolean =>
    target instanceof Element && target.closest(".row-fold, .row-hidden, .row-handle") !== null;

  const onClick = (event: MouseEvent): void => {
    if (!isButton(event.target) || !(event.target instanceof Element)) return;
    // The grid would take it for a click on the row.
    event.stopPropagation();
    const row = rowAt(api, event.target);
    if (row === null || row.kind === "year") return;
    if (event.target.closest(".row-fold") !== null) actions.changeSheet(folded(read(), row.id, !row.isFolded));
    if (event.target.closest(".row-hidden") !== null) actions.changeSheet(withoutHidden(read(), row.hidden));
  };

  const onMenu = (event: MouseEvent): void => {
    const row = rowAt(api, event.target);
    const cell = event.target instanceof Element ? event.target.closest(".ag-cell") : null;
    if (row === null || row.kind === "section" || cell === null) return;
    event.preventDefault();
    // By the keyboard's own key it comes without a place of the pointer: then it opens at the cell.
    const isByKey = event.button !== 2;
    const { left, bottom } = cell.getBoundingClientRect();
    const at = isByKey ? { x: left, y: bottom } : { x: event.clientX, y: event.clientY };
    actions.show({ kind: "context-menu", at, of: cell.getAttribute("col-id") === "label" ? "line" : "cell" });
  };

  const options = { capture: true, signal: stop.signal };
  element.addEventListener("click", onClick, options);
  // Two clicks on a triangle are two clicks, not one on the cell behind it.
  element.addEventListener("dblclick", (event) => isButton(event.target) && event.stopPropagation(), options);
  element.addEventListener(
    "mousedown",
    (event) => {
      // The focus stays where it is.
      if (isButton(event.target)) event.preventDefault();
    },
    options,
  );
  element.addEventListener("contextmenu", onMenu, options);
  return () => stop.abort();
}
