/** What the menus of a row and of a cell offer: ids of commands, in groups. */
import type { Command } from "../commands/command.ts";

/** By the id, so that a menu can be told of before its command is there. */
export const MENUS: Readonly<Record<"line" | "cell", readonly (readonly string[])[]>> = {
  line: [
    ["edit-line", "edit-formula", "add-line"],
    ["move-line-up", "move-line-down"],
    ["fold-row", "unfold-row", "hide-rows", "unhide-rows"],
    ["note-of-row"],
    ["take-out-line", "delete-line", "company-lines"],
  ],
  cell: [
    ["cut", "copy", "paste"],
    ["edit-cell", "clear", "fill-down", "fill-right"],
    ["note", "history"],
    ["restate", "mark-restated", "break", "lock", "unlock"],
    ["sort-descending", "sort-ascending", "sort-off"],
    ["hide-rows", "hide-columns", "edit-line"],
  ],
};

/** The groups of a menu with the commands that would do something now; groups without one are left out. */
export function itemsOf(
  menu: keyof typeof MENUS,
  commands: readonly Command[],
  isOffered: (command: Command) => boolean,
): Command[][] {
  const byId = new Map(commands.map((command) => [command.id, command]));
  return MENUS[menu]
    .map((group) => group.flatMap((id) => byId.get(id) ?? []).filter(isOffered))
    .filter((group) => group.length > 0);
}
