/** Every command of the window. Keys, palette, menu and cheat sheet read this list and nothing else. */
import type { Command } from "./command.ts";
import { VIEW_COMMANDS } from "./view-commands.ts";

export const COMMANDS: readonly Command[] = [...VIEW_COMMANDS];
