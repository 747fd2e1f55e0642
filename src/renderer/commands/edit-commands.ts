/** Selecting and editing in the grid, and the way out of it. */
import type { WindowState } from "../state/window-state.ts";
import type { Command } from "./command.ts";
import { goToPane } from "./panes.ts";

const hasCell = ({ focused }: WindowState): boolean => focused !== null;

export const EDIT_COMMANDS: readonly Command[] = [
  {
    id: "edit-cell",
    group: "edit",
    name: ({ selection }) => selection.edit,
    keys: ["F2"],
    where: "grid",
    isOffered: hasCell,
    run: (actions, { focused }) => {
      if (focused !== null) actions.requestEdit(focused);
    },
  },
  {
    id: "edit-anew",
    group: "edit",
    name: ({ selection }) => selection.editAnew,
    // Enter in the empty editor clears the cell: a Mac's own delete key is this one.
    keys: ["Backspace"],
    where: "grid",
    isOffered: hasCell,
    run: (actions, { focused }) => {
      if (focused !== null) actions.requestEdit(focused, "anew");
    },
  },
  {
    id: "clear",
    group: "edit",
    name: ({ selection }) => selection.clear,
    keys: ["Delete"],
    where: "grid",
    isOffered: hasCell,
    run: (actions) => actions.clearSelected(),
  },
  {
    id: "fill-down",
    group: "edit",
    name: ({ selection }) => selection.fillDown,
    keys: ["Mod+D"],
    where: "grid",
    isOffered: hasCell,
    run: (actions) => actions.fillWithin("down"),
  },
  {
    id: "fill-right",
    group: "edit",
    name: ({ selection }) => selection.fillRight,
    keys: ["Mod+R"],
    where: "grid",
    isOffered: hasCell,
    run: (actions) => actions.fillWithin("right"),
  },
  {
    id: "select-all",
    group: "edit",
    name: ({ selection }) => selection.selectAll,
    keys: ["Mod+A"],
    where: "grid",
    run: (actions) => actions.selectAll(),
  },
  {
    id: "select-row",
    group: "edit",
    name: ({ selection }) => selection.selectRow,
    keys: ["Shift+ "],
    where: "grid",
    isOffered: hasCell,
    run: (actions) => actions.selectWhole("rows"),
  },
  {
    id: "select-column",
    group: "edit",
    name: ({ selection }) => selection.selectColumn,
    keys: ["Mod+ "],
    where: "grid",
    isOffered: hasCell,
    run: (actions) => actions.selectWhole("columns"),
  },
  {
    id: "next-pane",
    group: "go",
    name: ({ selection }) => selection.nextPane,
    keys: ["F6"],
    where: "anywhere",
    isOffered: ({ dialog }) => dialog === null,
    run: (actions, state) => goToPane(1, () => actions.showView(state.view)),
  },
  {
    id: "previous-pane",
    group: "go",
    name: ({ selection }) => selection.previousPane,
    keys: ["Shift+F6"],
    where: "anywhere",
    isOffered: ({ dialog }) => dialog === null,
    run: (actions, state) => goToPane(-1, () => actions.showView(state.view)),
  },
];
