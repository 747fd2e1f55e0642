import { formulaEditIn } from "../formula-bar/formula-actions.ts";
import { leaveBar } from "../formula-bar/leave-bar.ts";
import { canEdit } from "../state/window-state.ts";
import type { Command } from "./command.ts";

/** Beside F2, which edits the cell. */
export const EDIT_FORMULA_KEY = "Mod+F2";

/** The commands of the formula bar. */
export const FORMULA_COMMANDS: readonly Command[] = [
  {
    id: "edit-formula",
    group: "rows",
    name: ({ formulaBar }) => formulaBar.edit,
    keys: [EDIT_FORMULA_KEY],
    where: "anywhere",
    isOffered: (state) => state.view === "results" && state.focused !== null && canEdit(state),
    run: (actions, { focused }) => {
      if (focused !== null) actions.editFormula(focused.line);
    },
  },
  {
    id: "leave-formula",
    group: "rows",
    name: ({ formulaBar }) => formulaBar.leave,
    keys: ["Escape"],
    where: "anywhere",
    isOffered: (state) => state.view === "results" && state.dialog === null && formulaEditIn(state) !== null,
    run: (actions) => {
      actions.leaveFormula();
      leaveBar(actions, "stay");
    },
  },
];
