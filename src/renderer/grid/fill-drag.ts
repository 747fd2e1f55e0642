/** The small square at the corner of the selection: dragged, it fills the cells beside with copies, or clears its own. */
import type { Actions } from "../state/actions.ts";
import { gridPlanIn } from "../state/grid-plan.ts";
import { boxesIn, type Box, type Position } from "../state/selection.ts";
import { boxFilled, boxLeftOut } from "../state/selection-fill.ts";
import { canEdit, type WindowState } from "../state/window-state.ts";
import { followPointer } from "./pointer-drag.ts";
import type { GridGeometry } from "./selection-geometry.ts";

/** Where the handle stands: at the one range there is, where it can be filled from. */
export function handleIn(state: WindowState): Box | null {
  const [only, ...others] = boxesIn(state);
  return only === undefined || others.length > 0 || !canEdit(state) || state.sheet.overlay !== "value" ? null : only;
}

/** @param show draws what would be filled or cleared, null when it is over */
export function fillByHandle(
  handle: HTMLElement,
  geometry: GridGeometry,
  read: () => WindowState,
  actions: Actions,
  show: (filled: Box | null) => void,
): void {
  handle.addEventListener("mousedown", (event) => {
    const source = handleIn(read());
    if (source === null || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    let at: Position | null = null;
    followPointer(
      geometry,
      { across: true, down: true },
      (point) => {
        at = geometry.positionAt(point);
        const plan = gridPlanIn(read());
        const leftOut = at === null ? null : boxLeftOut(plan, source, at);
        handle.parentElement?.classList.toggle("is-clearing", leftOut !== null);
        show(at === null ? null : (leftOut ?? boxFilled(plan, source, at)));
      },
      (point) => {
        handle.parentElement?.classList.remove("is-clearing");
        show(null);
        if (point !== null && at !== null) actions.fillTo(source, at);
      },
    );
  });
}
