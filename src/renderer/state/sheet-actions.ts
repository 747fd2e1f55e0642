/** How a person has the grid: kept for the book, on this machine, a moment after the last change. */
import type { SheetView } from "#contract/questions.ts";
import type { WindowConnection } from "./actions.ts";
import { gridPlanIn, nearestPlace } from "./grid-plan.ts";
import type { WindowState, WindowStore } from "./window-state.ts";

export interface SheetActions {
  /** The cell in hand and what is selected stay on the same figures, where the sheet still shows them. */
  changeSheet(change: Partial<SheetView>): void;
}

/** A person dragging a border or stepping through layouts writes once. */
const QUIET_MS = 400;

export function makeSheetActions(store: WindowStore, connection: WindowConnection): SheetActions {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const keep = (): void => {
    timer = null;
    // How the grid stands is a convenience: where it cannot be kept the book is none the worse.
    connection.ask("views.write", store.getState().sheet).catch(() => {});
  };
  return {
    changeSheet(change) {
      store.setState((state) => withSheet(state, change));
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(keep, QUIET_MS);
    },
  };
}

/** What changes with the sheet: the sheet, and the places that stand for those in hand. */
export function withSheet(state: WindowState, change: Partial<SheetView>): Partial<WindowState> {
  const after: WindowState = { ...state, sheet: { ...state.sheet, ...change } };
  const plan = gridPlanIn(after);
  const focused = state.focused === null ? null : nearestPlace(plan, state.focused);
  const ranges = state.ranges.flatMap(({ anchor, head, reach }) => {
    const from = nearestPlace(plan, anchor);
    const to = nearestPlace(plan, head);
    return from === null || to === null ? [] : [{ anchor: from, head: to, reach }];
  });
  return { sheet: after.sheet, ranges, ...(focused === null ? {} : { focused, destination: { ...focused } }) };
}
