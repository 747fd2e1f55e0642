/** Copying, cutting and pasting. The browser answers their usual keys by itself; the rest is asked of it. */
import { AS_SHOWN } from "../grid/clipboard-actions.ts";
import type { WindowState } from "../state/window-state.ts";
import type { Command } from "./command.ts";

const hasCell = ({ focused }: WindowState): boolean => focused !== null;

export const CLIPBOARD_COMMANDS: readonly Command[] = [
  {
    id: "cut",
    group: "edit",
    name: ({ clipboard }) => clipboard.cut,
    keys: ["Mod+X"],
    isNative: true,
    where: "grid",
    isOffered: hasCell,
    run: (actions) => actions.cut(),
  },
  {
    id: "copy",
    group: "edit",
    name: ({ clipboard }) => clipboard.copy,
    keys: ["Mod+C"],
    isNative: true,
    where: "grid",
    isOffered: hasCell,
    run: (actions) => actions.copy(AS_SHOWN),
  },
  {
    id: "copy-exact",
    group: "edit",
    name: ({ clipboard }) => clipboard.copyExact,
    keys: ["Mod+Shift+C"],
    where: "grid",
    isOffered: hasCell,
    run: (actions) => actions.copy({ digits: "exact", isHeaded: false }),
  },
  {
    id: "copy-headed",
    group: "edit",
    name: ({ clipboard }) => clipboard.copyHeaded,
    // Ctrl+Alt types a letter on many keyboards.
    keys: [],
    where: "grid",
    isOffered: hasCell,
    run: (actions) => actions.copy({ digits: "shown", isHeaded: true }),
  },
  {
    id: "paste",
    group: "edit",
    name: ({ clipboard }) => clipboard.paste,
    keys: ["Mod+V"],
    isNative: true,
    where: "grid",
    isOffered: hasCell,
    run: (actions) => actions.requestPaste(),
  },
];
