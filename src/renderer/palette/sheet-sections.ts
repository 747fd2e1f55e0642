/** What the cheat sheet lists: every command under its group, and the keys of the grid itself. */
import { comparable } from "#core/find-in-book.ts";
import { COMMAND_GROUPS, type Command } from "../commands/command.ts";
import { keyText } from "../commands/keys.ts";
import { WORDS, type Words } from "../words/words.ts";

export interface SheetRow {
  readonly id: string;
  readonly name: string;
  /** As they are written for people; none for a command that the palette alone has. */
  readonly keys: readonly string[];
}

export interface SheetSection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly SheetRow[];
}

type GridKeys = keyof Words["commands"]["sheet"]["keysOfGrid"];

/** What the grid does with keys by itself, as spreadsheets do: these are no commands. */
const KEYS_OF_GRID: Readonly<Record<GridKeys, readonly string[]>> = {
  move: ["←", "→", "↑", "↓"],
  edge: ["Mod+←", "Mod+→", "Mod+↑", "Mod+↓"],
  extend: ["Shift+←", "Shift+→", "Shift+↑", "Shift+↓"],
  extendEdge: ["Mod+Shift+←", "Mod+Shift+→", "Mod+Shift+↑", "Mod+Shift+↓"],
  page: ["PageUp", "PageDown"],
  pageSideways: ["Alt+PageUp", "Alt+PageDown"],
  rowEnds: ["Home", "End"],
  ends: ["Mod+Home", "Mod+End"],
  down: ["Enter", "Shift+Enter"],
  right: ["Tab", "Shift+Tab"],
  type: ["0–9"],
  leave: ["Escape"],
  chart: [" "],
};

/** The sections in the order of the menus, the grid's own keys first; of a search, what has it in its name or its keys. */
export function sheetSections(commands: readonly Command[], words: Words, wanted: string): SheetSection[] {
  const { sheet, groups } = words.commands;
  const ofGrid = Object.entries(KEYS_OF_GRID).map(([id, keys]) => ({
    row: { id, name: sheet.keysOfGrid[id as GridKeys], keys: keys.map((key) => keyText(key)) },
    names: [WORDS.en.commands.sheet.keysOfGrid[id as GridKeys], WORDS.ja.commands.sheet.keysOfGrid[id as GridKeys]],
  }));
  const sections = [
    { id: "grid", title: sheet.grid, listed: ofGrid },
    ...COMMAND_GROUPS.map((group) => ({
      id: group,
      title: groups[group],
      listed: commands
        .filter((command) => command.group === group)
        .map((command) => ({
          row: { id: command.id, name: command.name(words), keys: command.keys.map((key) => keyText(key)) },
          names: [command.name(WORDS.en), command.name(WORDS.ja)],
        })),
    })),
  ];
  const text = comparable(wanted);
  return sections.flatMap(({ id, title, listed }): SheetSection[] => {
    const rows = listed
      .filter(({ row, names }) => [...names, ...row.keys].some((name) => comparable(name).includes(text)))
      .map(({ row }) => row);
    return rows.length === 0 ? [] : [{ id, title, rows }];
  });
}
