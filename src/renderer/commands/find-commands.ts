import type { Actions } from "../state/actions.ts";
import type { Command } from "./command.ts";

/** The checks have their own field of search. */
const focusSearchOfChecks = (): void => document.querySelector<HTMLInputElement>(".checks-search")?.focus();

/** Somebody who is typing what to look for goes on typing; else the focus goes along to the match. */
function goOn(actions: Actions, step: 1 | -1): void {
  const from = document.activeElement;
  actions.findNext(step);
  if (from instanceof HTMLElement && from.matches(".find-input")) from.focus();
}

/** Finding, going, and the lists of all commands. */
export const FIND_COMMANDS: readonly Command[] = [
  {
    id: "find",
    group: "go",
    name: ({ find }) => find.find,
    keys: ["Mod+F"],
    where: "anywhere",
    run(actions, { view }) {
      if (view === "checks") focusSearchOfChecks();
      else actions.show({ kind: "find" });
    },
  },
  {
    id: "find-next",
    group: "go",
    name: ({ find }) => find.next,
    keys: ["F3"],
    where: "anywhere",
    isOffered: ({ find }) => find.text.trim() !== "",
    run: (actions) => goOn(actions, 1),
  },
  {
    id: "find-previous",
    group: "go",
    name: ({ find }) => find.previous,
    keys: ["Shift+F3"],
    where: "anywhere",
    isOffered: ({ find }) => find.text.trim() !== "",
    run: (actions) => goOn(actions, -1),
  },
  {
    id: "go",
    group: "go",
    name: ({ find }) => find.go,
    keys: ["Mod+G"],
    where: "anywhere",
    run: (actions) => actions.show({ kind: "go" }),
  },
  {
    id: "palette",
    group: "help",
    name: ({ commands }) => commands.palette,
    keys: ["Mod+K", "Mod+Shift+P"],
    where: "anywhere",
    run: (actions) => actions.show({ kind: "palette" }),
  },
  {
    id: "cheat-sheet",
    group: "help",
    name: ({ commands }) => commands.cheatSheet,
    keys: ["F1"],
    where: "anywhere",
    run: (actions) => actions.show({ kind: "cheat-sheet" }),
  },
];
