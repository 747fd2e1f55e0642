/** How a person has the grid: kept for the book, on this machine, a moment after the last change. */
import type { SheetView } from "#contract/questions.ts";
import type { WindowConnection } from "./actions.ts";
import { gridPlanIn } from "./grid-plan.ts";
import { cellSelected } from "./selection-moves.ts";
import { selectionAfter } from "./selection-sheet.ts";
import type { SheetChange } from "./sheet-columns.ts";
import type { WindowState, WindowStore } from "./window-state.ts";

export interface SheetActions {
  /** The cell in hand and what is selected stay on the same figures, where the sheet still shows them. */
  changeSheet(change: Partial<SheetView>): void;
  /** Changes the sheet and goes to a cell of it. Null: nothing. */
  changeAndGo(change: SheetChange | null): void;
  /** Shows another line in the matrix, in the same period. Null: nothing. */
  chooseMatrixLine(line: string | null): void;
  /** Keeps now what would be kept a moment later: the window is about to close. */
  keepSheet(): void;
}

/** A person dragging a border or stepping through layouts writes once. */
const QUIET_MS = 400;

export function makeSheetActions(store: WindowStore, connection: WindowConnection): SheetActions {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const keepSheet = (): void => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    // How the grid stands is a convenience: where it cannot be kept the book is none the worse.
    connection.ask("views.write", store.getState().sheet).catch(() => {});
  };
  const changeSheet = (change: Partial<SheetView>): void => {
    store.setState((state) => withSheet(state, change));
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(keepSheet, QUIET_MS);
  };
  return {
    changeSheet,
    changeAndGo(change) {
      if (change === null) return;
      const { sheet, place } = change;
      changeSheet(sheet);
      if (place !== null) store.setState({ ...cellSelected(place), destination: { ...place } });
    },
    chooseMatrixLine: (line) =>
      store.setState((state) => {
        if (line === null) return {};
        const span = state.focused?.span;
        const plan = gridPlanIn({ ...state, focused: { line, span: span ?? { start: 0, length: 0 } } });
        const [row] = plan.rows;
        if (plan.matrixLine !== line || row?.kind !== "year") return {};
        const place = { line, span: span ?? row.span };
        return { ...cellSelected(place), destination: { ...place } };
      }),
    keepSheet,
  };
}

/** What changes with the sheet: the sheet, and the places that stand for those in hand. */
export function withSheet(state: WindowState, change: Partial<SheetView>): Partial<WindowState> {
  const sheet = { ...state.sheet, ...change };
  const after = { ...state, sheet };
  // Only where cells stand elsewhere is there anywhere to go: a wider column takes nobody out of a menu.
  if (gridPlanIn(after) === gridPlanIn(state)) return { sheet };
  const kept = selectionAfter(state, after);
  return { sheet, ...kept, ...(kept.focused === null ? {} : { destination: { ...kept.focused } }) };
}
