import { LAYOUTS, OVERLAYS } from "#core/layout.ts";
import {
  columnsMeant,
  hiddenColumnsIn,
  hiddenColumnsMeant,
  hideColumns,
  isOpened,
  isOverlayOffered,
  layoutAfter,
  matrixLineAfter,
  openPeriod,
  overlayAfter,
  SHUT,
  unhide,
  USUAL_ZOOM,
  zoomAfter,
} from "../state/sheet-columns.ts";
import { canEdit, type WindowState } from "../state/window-state.ts";
import type { Command } from "./command.ts";

const isSheetShown = ({ view }: WindowState): boolean => view === "results";

/** Stepping through layouts and overlays, and each of them by its name. */
const CHOICES: readonly Command[] = [
  {
    id: "next-layout",
    group: "columns",
    name: ({ columns }) => columns.nextLayout,
    keys: ["Alt+L"],
    where: "anywhere",
    isOffered: isSheetShown,
    run: (actions, { sheet }) => actions.changeSheet({ layout: layoutAfter(sheet.layout, 1) }),
  },
  {
    id: "previous-layout",
    group: "columns",
    name: ({ columns }) => columns.previousLayout,
    keys: ["Alt+Shift+L"],
    where: "anywhere",
    isOffered: isSheetShown,
    run: (actions, { sheet }) => actions.changeSheet({ layout: layoutAfter(sheet.layout, -1) }),
  },
  ...LAYOUTS.map((layout): Command => ({
    id: `layout-${layout}`,
    group: "columns",
    name: ({ columns }) => columns.layout(columns.layouts[layout]),
    keys: [],
    where: "anywhere",
    isOffered: (state) => isSheetShown(state) && state.sheet.layout !== layout,
    run: (actions) => actions.changeSheet({ layout }),
  })),
  {
    id: "newest-left",
    group: "columns",
    name: ({ columns }) => columns.newestLeft,
    keys: [],
    where: "anywhere",
    isOffered: (state) => isSheetShown(state) && state.sheet.newest === "right",
    run: (actions) => actions.changeSheet({ newest: "left" }),
  },
  {
    id: "newest-right",
    group: "columns",
    name: ({ columns }) => columns.newestRight,
    keys: [],
    where: "anywhere",
    isOffered: (state) => isSheetShown(state) && state.sheet.newest === "left",
    run: (actions) => actions.changeSheet({ newest: "right" }),
  },
  {
    id: "next-overlay",
    group: "columns",
    name: ({ columns }) => columns.nextOverlay,
    keys: ["Alt+O"],
    where: "anywhere",
    isOffered: isSheetShown,
    run: (actions, state) => actions.changeSheet({ overlay: overlayAfter(state, 1) }),
  },
  {
    id: "previous-overlay",
    group: "columns",
    name: ({ columns }) => columns.previousOverlay,
    keys: ["Alt+Shift+O"],
    where: "anywhere",
    isOffered: isSheetShown,
    run: (actions, state) => actions.changeSheet({ overlay: overlayAfter(state, -1) }),
  },
  ...OVERLAYS.map((overlay): Command => ({
    id: `overlay-${overlay}`,
    group: "columns",
    name: ({ columns }) => columns.overlay(columns.overlays[overlay]),
    keys: [],
    where: "anywhere",
    isOffered: (state) => isSheetShown(state) && state.sheet.overlay !== overlay && isOverlayOffered(state, overlay),
    run: (actions) => actions.changeSheet({ overlay }),
  })),
  {
    id: "next-matrix-line",
    group: "columns",
    name: ({ columns }) => columns.nextLine,
    keys: ["Alt+PageDown"],
    where: "results",
    isOffered: (state) => isSheetShown(state) && matrixLineAfter(state, 1) !== null,
    run: (actions, state) => actions.chooseMatrixLine(matrixLineAfter(state, 1)),
  },
  {
    id: "previous-matrix-line",
    group: "columns",
    name: ({ columns }) => columns.previousLine,
    keys: ["Alt+PageUp"],
    where: "results",
    isOffered: (state) => isSheetShown(state) && matrixLineAfter(state, -1) !== null,
    run: (actions, state) => actions.chooseMatrixLine(matrixLineAfter(state, -1)),
  },
];

/** What the menu of columns has a button for. */
export const NEXT_QUARTER: Command = {
  id: "next-quarter",
  group: "columns",
  name: ({ columns }) => columns.nextQuarter,
  keys: ["Alt+N"],
  where: "anywhere",
  isOffered: (state) => isSheetShown(state) && canEdit(state),
  run: (actions, state) => actions.changeAndGo(openPeriod(state, "next")),
};

export const EARLIER_QUARTER: Command = {
  id: "earlier-quarter",
  group: "columns",
  name: ({ columns }) => columns.earlierQuarter,
  keys: ["Alt+Shift+N"],
  where: "anywhere",
  isOffered: (state) => isSheetShown(state) && canEdit(state),
  run: (actions, state) => actions.changeAndGo(openPeriod(state, "earlier")),
};

export const SHUT_QUARTERS: Command = {
  id: "shut-quarters",
  group: "columns",
  name: ({ columns }) => columns.shutQuarters,
  keys: [],
  where: "anywhere",
  isOffered: (state) => isSheetShown(state) && isOpened(state),
  run: (actions) => actions.changeSheet(SHUT),
};

export const HIDE_COLUMNS: Command = {
  id: "hide-columns",
  group: "columns",
  name: ({ columns }) => columns.hide,
  keys: ["Mod+0"],
  where: "anywhere",
  isOffered: (state) => isSheetShown(state) && columnsMeant(state).length > 0 && hideColumns(state) !== null,
  run: (actions, state) => actions.changeAndGo(hideColumns(state)),
};

export const UNHIDE_COLUMNS: Command = {
  id: "unhide-columns",
  group: "columns",
  name: ({ columns }) => columns.unhide,
  keys: ["Mod+Shift+0"],
  where: "anywhere",
  isOffered: (state) => isSheetShown(state) && hiddenColumnsIn(state).length > 0,
  run: (actions, state) => actions.changeSheet(unhide(state, hiddenColumnsMeant(state))),
};

export const ZOOM_OUT: Command = {
  id: "zoom-out",
  group: "view",
  name: ({ columns }) => columns.zoomOut,
  keys: ["Mod+-"],
  where: "anywhere",
  isOffered: ({ sheet }) => zoomAfter(sheet.zoom, -1) !== sheet.zoom,
  run: (actions, { sheet }) => actions.changeSheet({ zoom: zoomAfter(sheet.zoom, -1) }),
};

export const ZOOM_IN: Command = {
  id: "zoom-in",
  group: "view",
  name: ({ columns }) => columns.zoomIn,
  keys: ["Mod+=", "Mod++"],
  where: "anywhere",
  isOffered: ({ sheet }) => zoomAfter(sheet.zoom, 1) !== sheet.zoom,
  run: (actions, { sheet }) => actions.changeSheet({ zoom: zoomAfter(sheet.zoom, 1) }),
};

export const USUAL_SIZE: Command = {
  id: "zoom-usual",
  group: "view",
  name: ({ columns }) => columns.zoomUsual,
  keys: ["Alt+0"],
  where: "anywhere",
  isOffered: ({ sheet }) => sheet.zoom !== USUAL_ZOOM,
  run: (actions) => actions.changeSheet({ zoom: USUAL_ZOOM }),
};

export const AUTOMATIC_WIDTHS: Command = {
  id: "automatic-widths",
  group: "columns",
  name: ({ columns }) => columns.automatic,
  keys: [],
  where: "anywhere",
  isOffered: ({ sheet }) => sheet.labelWidth !== null || sheet.figureWidth !== null,
  run: (actions) => actions.changeSheet({ labelWidth: null, figureWidth: null }),
};

/** The commands on the grid's columns and its zoom. */
export const COLUMN_COMMANDS: readonly Command[] = [
  ...CHOICES,
  NEXT_QUARTER,
  EARLIER_QUARTER,
  SHUT_QUARTERS,
  HIDE_COLUMNS,
  UNHIDE_COLUMNS,
  AUTOMATIC_WIDTHS,
  ZOOM_IN,
  ZOOM_OUT,
  USUAL_SIZE,
];
