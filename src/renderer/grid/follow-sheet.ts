/** Carries the sheet's zoom, widths and overlay into the grid, and the wheel's zoom into the sheet. */
import type { GridApi } from "ag-grid-community";
import { gridPlanIn, positionOf, type GridRow } from "../state/grid-plan.ts";
import { zoomAfter } from "../state/sheet-columns.ts";
import type { WindowState } from "../state/window-state.ts";
import { labelsAt, labelsPxIn } from "./column-width.ts";
import { LABEL_COLUMN, type HeaderContext } from "./columns.ts";
import { gridThemeAt } from "./grid-theme.ts";

/** What a notch of a wheel turns, in pixels; a pinch on a touchpad comes in smaller ones, which add up. */
const NOTCH_PX = 100;

/** In percent: below it the room under the digits cuts off the wave under a figure that does not tie. */
const WAVES_FROM = 80;

/** @param layWidths lays all columns of figures by what stands in them */
export function followSheet(
  element: HTMLElement,
  api: GridApi<GridRow>,
  { store, actions }: HeaderContext,
  layWidths: () => void,
): () => void {
  const magnify = ({ sheet: { zoom } }: WindowState): void => {
    element.style.setProperty("--zoom", String(zoom / 100));
    element.classList.toggle("is-far", zoom < WAVES_FROM);
    api.setGridOption("theme", gridThemeAt(zoom));
  };

  const layAll = ({ sheet: { labelWidth, zoom } }: WindowState): void => {
    const newWidth = labelsAt(zoom, labelWidth ?? labelsPxIn(window.innerWidth), element.clientWidth);
    api.setColumnWidths([{ key: LABEL_COLUMN, newWidth }]);
    layWidths();
  };

  const showInHand = (state: WindowState): void => {
    const plan = gridPlanIn(state);
    const at = state.focused === null ? null : positionOf(plan, state.focused);
    const column = plan.columns[at?.column ?? -1];
    if (at === null || column === undefined) return;
    api.ensureColumnVisible(column.id);
    api.ensureIndexVisible(at.row);
  };

  let turned = 0;
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    // Else the browser would zoom the whole window.
    event.preventDefault();
    turned += event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : Math.sign(event.deltaY) * NOTCH_PX;
    if (Math.abs(turned) < NOTCH_PX) return;
    actions.changeSheet({ zoom: zoomAfter(store.getState().sheet.zoom, turned < 0 ? 1 : -1) });
    turned = 0;
  };
  element.addEventListener("wheel", onWheel, { passive: false });

  if (store.getState().sheet.zoom !== 100) magnify(store.getState());
  let line = gridPlanIn(store.getState()).matrixLine;
  const forget = store.subscribe((state, before) => {
    const { sheet } = state;
    const { matrixLine } = gridPlanIn(state);
    // The rows of the matrix are years, whatever their line.
    if (matrixLine !== line) api.refreshCells();
    line = matrixLine;
    if (sheet === before.sheet) return;
    const isMagnified = sheet.zoom !== before.sheet.zoom;
    if (isMagnified) magnify(state);
    // What is in hand stays in sight; the rows have their new height with the next frame.
    if (isMagnified) requestAnimationFrame(() => showInHand(store.getState()));
    if (isMagnified || sheet.labelWidth !== before.sheet.labelWidth || sheet.figureWidth !== before.sheet.figureWidth)
      layAll(state);
    if (sheet.overlay !== before.sheet.overlay) api.refreshCells();
  });
  return () => {
    forget();
    element.removeEventListener("wheel", onWheel);
  };
}
