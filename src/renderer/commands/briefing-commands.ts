import type { Command } from "./command.ts";

export const PRINT_KEY = "Mod+P";

/** The commands of the briefing. */
export const BRIEFING_COMMANDS: readonly Command[] = [
  {
    id: "print-briefing",
    group: "file",
    name: ({ briefing }) => briefing.printCommand,
    keys: [PRINT_KEY],
    // From any view: what a person prints of a book is its briefing.
    where: "anywhere",
    run: (actions) => actions.printBriefing(),
  },
];
