/** The rows of the grid: folding, hiding, their order, and the lines behind them. */
import { rowsIn, canEdit, type WindowState } from "../state/window-state.ts";
import { hasLine, moveLine, stepOf, takeOut, usesOf } from "../lines/line-actions.ts";
import {
  folded,
  foldedAt,
  hiddenLinesMeant,
  hideRows,
  isSorted,
  LEVELS,
  levelIn,
  lineInHand,
  rowToFold,
  rowToUnfold,
  sortedBy,
  withoutHidden,
} from "../lines/sheet-rows.ts";
import { menuPlace } from "../menu/menu-place.ts";
import type { Command } from "./command.ts";

const isTree = ({ sheet }: WindowState): boolean => sheet.layout !== "matrix";
const canChange = (state: WindowState): boolean => canEdit(state) && hasLine(state);

export const LINE_COMMANDS: readonly Command[] = [
  {
    id: "add-line",
    group: "rows",
    name: ({ lines }) => lines.add,
    keys: ["Insert", "Mod+I"],
    where: "grid",
    isOffered: canEdit,
    run: (actions) => actions.show({ kind: "line", line: null }),
  },
  {
    id: "edit-line",
    group: "rows",
    name: ({ lines }) => lines.edit,
    keys: ["Alt+Enter"],
    where: "grid",
    isOffered: canChange,
    run: (actions, state) => actions.show({ kind: "line", line: lineInHand(state) }),
  },
  {
    id: "move-line-up",
    group: "rows",
    name: ({ lines }) => lines.moveUp,
    keys: ["Alt+ArrowUp"],
    where: "grid",
    isOffered: (state) => canChange(state) && isTree(state) && !isSorted(state) && stepOf(state, -1) !== null,
    run(actions, state) {
      const step = stepOf(state, -1);
      if (step !== null) moveLine(actions, state, step.line, step.spot);
    },
  },
  {
    id: "move-line-down",
    group: "rows",
    name: ({ lines }) => lines.moveDown,
    keys: ["Alt+ArrowDown"],
    where: "grid",
    isOffered: (state) => canChange(state) && isTree(state) && !isSorted(state) && stepOf(state, 1) !== null,
    run(actions, state) {
      const step = stepOf(state, 1);
      if (step !== null) moveLine(actions, state, step.line, step.spot);
    },
  },
  {
    id: "take-out-line",
    group: "rows",
    name: ({ lines }) => lines.takeOut,
    keys: [],
    where: "grid",
    isOffered: (state) => canChange(state) && usesOf(state, lineInHand(state) ?? "") > 0,
    run(actions, state) {
      const line = lineInHand(state);
      if (line !== null) takeOut(actions, state, line);
    },
  },
  {
    id: "delete-line",
    group: "rows",
    name: ({ lines }) => lines.remove,
    keys: [],
    where: "grid",
    isOffered: canChange,
    run(actions, state) {
      const line = lineInHand(state);
      if (line !== null) actions.show({ kind: "remove-line", line });
    },
  },
  {
    id: "company-lines",
    group: "rows",
    name: ({ lines }) => lines.ofCompany,
    keys: ["Mod+Shift+L"],
    where: "anywhere",
    isOffered: canEdit,
    run: (actions) => actions.show({ kind: "lines" }),
  },
  {
    id: "hide-rows",
    group: "rows",
    name: ({ lines }) => lines.hide,
    keys: ["Mod+9"],
    where: "grid",
    isOffered: (state) => hideRows(state) !== null,
    run: (actions, state) => actions.changeAndGo(hideRows(state)),
  },
  {
    id: "unhide-rows",
    group: "rows",
    name: ({ lines }) => lines.unhide,
    keys: ["Mod+Shift+9"],
    where: "grid",
    isOffered: (state) => hiddenLinesMeant(state).length > 0,
    run: (actions, state) => actions.changeSheet(withoutHidden(state, hiddenLinesMeant(state))),
  },
  {
    id: "fold-row",
    group: "rows",
    name: ({ lines }) => lines.fold,
    keys: ["Alt+Shift+ArrowLeft"],
    where: "grid",
    isOffered: (state) => isTree(state) && rowToFold(state) !== null,
    run(actions, state) {
      const row = rowToFold(state);
      if (row !== null) actions.changeSheet(folded(state, row, true));
    },
  },
  {
    id: "unfold-row",
    group: "rows",
    name: ({ lines }) => lines.unfold,
    keys: ["Alt+Shift+ArrowRight"],
    where: "grid",
    isOffered: (state) => isTree(state) && rowToUnfold(state) !== null,
    run(actions, state) {
      const row = rowToUnfold(state);
      if (row !== null) actions.changeSheet(folded(state, row, false));
    },
  },
  ...LEVELS.map((level): Command => ({
    id: `outline-${level}`,
    group: "rows",
    name: ({ lines }) => lines.levels[level],
    keys: [`Alt+Shift+${level}`],
    where: "grid",
    isOffered: (state) => isTree(state) && levelIn(state) !== level,
    run: (actions, state) => actions.changeSheet({ folded: foldedAt(rowsIn(state), level) }),
  })),
  ...(["descending", "ascending"] as const).map((direction): Command => ({
    id: `sort-${direction}`,
    group: "rows",
    name: ({ lines }) => lines.sort[direction],
    keys: [],
    where: "grid",
    isOffered: (state) => sortedBy(state, direction) !== null,
    run: (actions, state) => actions.changeSheet(sortedBy(state, direction) ?? {}),
  })),
  {
    id: "sort-off",
    group: "rows",
    name: ({ lines }) => lines.sort.off,
    keys: [],
    where: "grid",
    isOffered: ({ sheet }) => sheet.sort !== null,
    run: (actions) => actions.changeSheet({ sort: null }),
  },
  {
    id: "context-menu",
    group: "edit",
    name: ({ lines }) => lines.menu,
    keys: ["Shift+F10", "ContextMenu"],
    where: "grid",
    isOffered: ({ focused }) => focused !== null,
    run: (actions) => actions.show({ kind: "context-menu", at: menuPlace(), of: "cell" }),
  },
];
