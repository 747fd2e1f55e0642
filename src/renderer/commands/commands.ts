/** Every command of the window. Keys, palette, menu and cheat sheet read this list and nothing else. */
import { BRIEFING_COMMANDS } from "./briefing-commands.ts";
import { CLIPBOARD_COMMANDS } from "./clipboard-commands.ts";
import { COLUMN_COMMANDS } from "./column-commands.ts";
import type { Command } from "./command.ts";
import { COMPARE_COMMANDS } from "./compare-commands.ts";
import { DISPLAY_COMMANDS } from "./display-commands.ts";
import { EDIT_COMMANDS } from "./edit-commands.ts";
import { FORMULA_COMMANDS } from "./formula-commands.ts";
import { FIND_COMMANDS } from "./find-commands.ts";
import { LINE_COMMANDS } from "./line-commands.ts";
import { MAKING_COMMANDS } from "./making-commands.ts";
import { NOTE_COMMANDS } from "./note-commands.ts";
import { PAGE_COMMANDS } from "./page-commands.ts";
import { TREND_COMMANDS } from "./trend-commands.ts";
import { VIEW_COMMANDS } from "./view-commands.ts";

export const COMMANDS: readonly Command[] = [
  ...CLIPBOARD_COMMANDS,
  ...EDIT_COMMANDS,
  ...FORMULA_COMMANDS,
  ...LINE_COMMANDS,
  ...COLUMN_COMMANDS,
  ...VIEW_COMMANDS,
  ...DISPLAY_COMMANDS,
  ...FIND_COMMANDS,
  ...NOTE_COMMANDS,
  ...TREND_COMMANDS,
  ...PAGE_COMMANDS,
  ...COMPARE_COMMANDS,
  ...MAKING_COMMANDS,
  ...BRIEFING_COMMANDS,
];
