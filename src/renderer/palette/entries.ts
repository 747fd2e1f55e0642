/** What the palette offers for what was typed into it. */
import type { Company } from "#core/book.ts";
import { comparable, linesCalled, readDestination } from "#core/find-in-book.ts";
import { COMMAND_GROUPS, isOfferedIn, type Command } from "../commands/command.ts";
import { goOptions, namedLinesIn, type GoOption } from "../find/go-options.ts";
import { companiesIn } from "../compare/compare-choice.ts";
import { companyNameOf, companyOf, wordsOf, type WindowState } from "../state/window-state.ts";
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
  | { readonly kind: "go"; readonly option: GoOption }
  | { readonly kind: "company"; readonly company: string; readonly name: string };

/** Beside commands, a way to a cell is a convenience: one or two, not a list. */
const MOST_WAYS = 3;

/**
 * The commands whose name fits in either language, the best fit first; with nothing typed every command, those
 * used lately first. Where the text is itself a line, a period or both, ways to there come before them; so do
 * companies that are called so.
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
  return [...waysTo(state, typed), ...companiesCalled(state, typed), ...entries];
}

/** The other companies of the book whose name fits in either language; none before anything is typed. */
function companiesCalled(state: WindowState, typed: string): PaletteEntry[] {
  if (typed.trim() === "") return [];
  const words = wordsOf(state).compare;
  const namesOf = ({ nameEn, nameJa }: Company): string[] =>
    [nameEn, nameJa].flatMap((name) =>
      name === "" ? [] : [name, WORDS.en.compare.showCompany(name), WORDS.ja.compare.showCompany(name)],
    );
  return companiesIn(state).flatMap((company): PaletteEntry[] => {
    const isCalled = namesOf(company).some((name) => comparable(name).includes(comparable(typed)));
    if (company.id === state.company || !isCalled) return [];
    const name = words.showCompany(companyNameOf(company, state.settings.language));
    return [{ kind: "company", company: company.id, name }];
  });
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
