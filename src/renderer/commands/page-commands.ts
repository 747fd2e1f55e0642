import { chosenFigureIn } from "../pages/page-in-window.ts";
import { isPage } from "../pages/page-model.ts";
import { spanBeside } from "../pages/page-spans.ts";
import { canEdit } from "../state/window-state.ts";
import type { Command } from "./command.ts";

export const PREVIOUS_PERIOD_KEY = "Alt+PageUp";
export const NEXT_PERIOD_KEY = "Alt+PageDown";

/** Going about on the pages of a period. */
export const PAGE_COMMANDS: readonly Command[] = [
  {
    id: "previous-period",
    group: "go",
    name: ({ pages }) => pages.previous,
    keys: [PREVIOUS_PERIOD_KEY],
    where: "page",
    isOffered: (state) => spanBeside(state, -1) !== null,
    run: (actions) => actions.stepPeriod(-1),
  },
  {
    id: "next-period",
    group: "go",
    name: ({ pages }) => pages.next,
    keys: [NEXT_PERIOD_KEY],
    where: "page",
    isOffered: (state) => spanBeside(state, 1) !== null,
    run: (actions) => actions.stepPeriod(1),
  },
  {
    id: "show-in-results",
    group: "go",
    name: ({ pages }) => pages.showInResults,
    keys: ["Alt+Enter"],
    where: "page",
    isOffered: (state) => chosenFigureIn(state) !== null,
    run: (actions) => actions.showInResults(),
  },
  {
    id: "page-lines",
    group: "view",
    name: ({ pages }) => pages.lines,
    keys: [],
    where: "page",
    isOffered: (state) => canEdit(state) && isPage(state.view),
    run(actions, { view }) {
      if (isPage(view)) actions.show({ kind: "page-lines", page: view });
    },
  },
];
