import { hasPicture } from "../trends/trend-actions.ts";
import { pictureIn } from "../trends/plot-in-view.ts";
import { chosenChart, isChanged } from "../trends/charts-in-view.ts";
import { canEdit } from "../state/window-state.ts";
import type { Command } from "./command.ts";

/** The commands of the view of trends. */
export const TREND_COMMANDS: readonly Command[] = [
  {
    id: "chart-copy",
    group: "edit",
    name: ({ trends }) => trends.commands.copy,
    keys: ["Mod+Shift+X"],
    where: "anywhere",
    isOffered: hasPicture,
    run: (actions) => actions.copyPicture(),
  },
  {
    id: "chart-png",
    group: "file",
    name: ({ trends }) => trends.commands.png,
    keys: [],
    where: "anywhere",
    isOffered: hasPicture,
    run: (actions) => actions.savePicture("png"),
  },
  {
    id: "chart-svg",
    group: "file",
    name: ({ trends }) => trends.commands.svg,
    keys: [],
    where: "anywhere",
    isOffered: hasPicture,
    run: (actions) => actions.savePicture("svg"),
  },
  {
    id: "chart-line",
    group: "edit",
    name: ({ trends }) => trends.commands.addLine,
    keys: [],
    where: "anywhere",
    isOffered: (state) => hasPicture(state) && pictureIn(state)?.kind === "trend",
    run: (actions) => actions.show({ kind: "chart-line" }),
  },
  {
    id: "chart-save",
    group: "file",
    name: ({ trends }) => trends.commands.save,
    keys: [],
    where: "anywhere",
    isOffered: (state) => {
      const chart = state.view === "trends" ? chosenChart(state) : null;
      return canEdit(state) && chart !== null && chart.saved !== null && isChanged(state, chart);
    },
    run: (actions) => actions.saveChart(),
  },
];
