import type { Actions } from "../state/actions.ts";

/** One cell on from the active one counts nothing by the page. */
const NO_PAGE = { rows: 1, columns: 1 };

/** From the bar back into the grid: to the cell below or beside, within a selection to its next one, or where one was. */
export function leaveBar(actions: Actions, to: "down" | "up" | "right" | "left" | "stay"): void {
  if (to !== "stay") {
    const isDown = to === "down" || to === "up";
    const step = to === "down" || to === "right" ? 1 : -1;
    if (!actions.goRound(isDown ? "columns" : "rows", step))
      actions.moveSelection({ by: "cell", direction: to }, false, NO_PAGE);
  }
  actions.showView("results");
}
