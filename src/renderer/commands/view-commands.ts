import { viewKey, VIEWS } from "../state/views.ts";
import type { Command } from "./command.ts";

/** The commands of the window itself: undo, views, panes. */
export const VIEW_COMMANDS: readonly Command[] = [
  {
    id: "export",
    group: "file",
    name: ({ bar }) => bar.export,
    keys: [],
    where: "anywhere",
    isOffered: ({ isExporting, isConnected }) => !isExporting && isConnected,
    run: (actions) => actions.exportWorkbook(),
  },
  {
    id: "undo",
    group: "edit",
    name: ({ bar }) => bar.undo,
    keys: ["Mod+Z"],
    where: "anywhere",
    run: (actions) => actions.undo(),
  },
  {
    id: "redo",
    group: "edit",
    name: ({ bar }) => bar.redo,
    keys: ["Mod+Y", "Mod+Shift+Z"],
    where: "anywhere",
    run: (actions) => actions.redo(),
  },
  {
    id: "pane",
    group: "view",
    name: ({ commands }) => commands.pane,
    keys: ["Mod+\\"],
    where: "anywhere",
    run: (actions) => actions.togglePane(),
  },
  {
    id: "sidebar",
    group: "view",
    name: ({ commands }) => commands.sidebar,
    keys: ["Mod+B"],
    where: "anywhere",
    run: (actions) => actions.toggleSidebar(),
  },
  ...VIEWS.map((view): Command => ({
    id: view,
    group: "view",
    name: ({ bar }) => bar.views[view],
    keys: [viewKey(view)],
    where: "anywhere",
    run: (actions) => actions.showView(view),
  })),
  {
    id: "back",
    group: "go",
    name: ({ explain }) => explain.back,
    keys: ["Alt+ArrowLeft"],
    where: "anywhere",
    isOffered: ({ trail }) => trail.length > 0,
    run: (actions) => actions.back(),
  },
];
