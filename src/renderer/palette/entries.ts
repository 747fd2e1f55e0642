/** What the palette offers for what was typed into it. */
import { linesCalled, readDestination } from "#core/find-in-book.ts";
import { COMMAND_GROUPS, isOfferedIn, type Command } from "../commands/command.ts";
import { goOptions, namedLinesIn, type GoOption } from "../find/go-options.ts";
import { companyOf, wordsOf, type WindowState } from "../state/window-state.ts";
import { WORDS } from "../words/words.ts";
import { misfit } from "./fuzzy.ts";

export type PaletteEntry =
  | {
      readonly kind: "command";
      readonly command: Command;
      readonly name: string;
      readonly isOffered: boolean;
      readonly isRecent: boolean;
    }
  | { readonly kind: "go"; readonly option: GoOption };

/** Beside commands, a way to a cell is a convenience: one or two, not a list. */
const MOST_WAYS = 3;

/**
 * The commands whose name fits in either language, the best fit first; with nothing typed every command, those
 * used lately first. Where the text is itself a line, a period or both, ways to there come before them.
 */
export function paletteEntries(state: WindowState, commands: readonly Command[], typed: string): PaletteEntry[] {
  const before: WindowState = { ...state, dialog: null };
  const words = wordsOf(state);
  const isEmpty = typed.trim() === "";
  const found = commands.flatMap((command) => {
    const names = [command.name(WORDS.en), command.name(WORDS.ja)];
    const misfits = names.flatMap((name) => misfit(name, typed) ?? []);
    return misfits.length === 0 ? [] : [{ command, misfit: Math.min(...misfits) }];
  });
  const recency = ({ id }: Command): number => {
    const at = state.recentCommands.indexOf(id);
    return at < 0 ? state.recentCommands.length : at;
  };
  const order = (command: Command): number => COMMAND_GROUPS.indexOf(command.group);
  const entries = found
    .toSorted(
      (a, b) =>
        (isEmpty ? 0 : a.misfit - b.misfit) ||
        recency(a.command) - recency(b.command) ||
        order(a.command) - order(b.command),
    )
    .map(({ command }): PaletteEntry => ({
      kind: "command",
      command,
      name: command.name(words),
      isOffered: isOfferedIn(command, before),
      isRecent: isEmpty && state.recentCommands.includes(command.id),
    }));
  return [...waysTo(state, typed), ...entries];
}

function waysTo(state: WindowState, typed: string): PaletteEntry[] {
  const lines = namedLinesIn(state);
  const read = readDestination(typed, lines, companyOf(state));
  if ("problem" in read) return [];
  // A few letters fit many lines; a line is meant only by its name.
  const most = read.span === null ? linesCalled(typed, lines).length : MOST_WAYS;
  return goOptions(state, typed)
    .options.slice(0, most)
    .map((option) => ({ kind: "go", option }));
}
