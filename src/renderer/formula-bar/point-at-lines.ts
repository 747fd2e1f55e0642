import { gridPlanIn } from "../state/grid-plan.ts";
import type { WindowStore } from "../state/window-state.ts";

/** What a press of the mouse is made of; the grid must see nothing of it. */
const PRESS = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "dblclick"] as const;

/** While a formula is written, a click on a row of the grid means its line, as in a spreadsheet; nothing is selected. */
export function pointAtLines(store: WindowStore, point: (line: string) => void): () => void {
  const onPress = (event: MouseEvent): void => {
    const row = event.target instanceof Element ? event.target.closest(".results-grid .ag-row") : null;
    if (row === null || event.button !== 0) return;
    event.stopPropagation();
    if (event.type !== "mousedown") return;
    // The text keeps the focus.
    event.preventDefault();
    const { rows, matrixLine } = gridPlanIn(store.getState());
    const id = row.getAttribute("row-id");
    const line = rows.find((each) => each.id === id)?.kind === "line" ? id : matrixLine;
    if (line !== null) point(line);
  };
  for (const type of PRESS) window.addEventListener(type, onPress, { capture: true });
  return () => {
    for (const type of PRESS) window.removeEventListener(type, onPress, { capture: true });
  };
}
