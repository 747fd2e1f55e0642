/** Opening and leaving the formula of a line. Storing it is a change of rows like any other. */
import { canEdit, findLine, type FormulaEdit, type WindowState, type WindowStore } from "../state/window-state.ts";

export interface FormulaActions {
  /**
   * Opens the formula of a line in the formula bar, all of it selected. While another one is open, that one
   * gets the focus back: what was typed there is not given up.
   * @param text what to begin with, where it is not the formula that the line has
   */
  editFormula(line: string, text?: string): void;
  /** Leaves the open formula; what was typed is gone. */
  leaveFormula(): void;
}

export function makeFormulaActions(store: WindowStore, explainBlocked: () => void): FormulaActions {
  return {
    editFormula(line, text) {
      const state = store.getState();
      const row = findLine(state, line);
      if (!canEdit(state)) explainBlocked();
      else if (row !== undefined) {
        const open = formulaEditIn(state) ?? { line, text: text ?? row.formula ?? "" };
        store.setState({ view: "results", formulaEdit: { ...open } });
      }
    },
    leaveFormula: () => store.setState({ formulaEdit: null }),
  };
}

/** The formula that is open; null also where its line was taken back meanwhile. */
export const formulaEditIn = (state: WindowState): FormulaEdit | null =>
  state.formulaEdit !== null && findLine(state, state.formulaEdit.line) !== undefined ? state.formulaEdit : null;
