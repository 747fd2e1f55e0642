/** The commands, one line each. */
import type { Isolate } from "#handlers/isolate.ts";
import type { Arguments, Form } from "./arguments.ts";
import { check } from "./check.ts";
import { evaluate } from "./evaluate.ts";
import { exportBook } from "./export.ts";
import { listFacts, listLines } from "./list.ts";
import { makeBook, makeSample } from "./make.ts";
import { redo, set, undo } from "./set.ts";
import { show } from "./show.ts";

/** Where a command runs. */
export interface Surroundings {
  readonly dataFolder: string;
  readonly resources: string;
  /** The folder that relative paths start from. */
  readonly folder: string;
  readonly isolate: Isolate;
  readonly now: () => Date;
}

/** What a command says: for scripts, and for a person. */
export interface Answer {
  readonly data: unknown;
  readonly text: string;
}

export interface Command extends Form {
  readonly does: string;
  readonly run: (given: Arguments, surroundings: Surroundings) => Promise<Answer>;
}

const VIEW = ["company", "scope", "basis", "as-of"] as const;
const BOOK_FORM = ["year-end", "fy-named-by", "currency", "unit"] as const;

export const COMMANDS: Readonly<Record<string, Command>> = {
  sample: { operands: ["BOOK"], options: [], does: "write the IIJ sample book", run: makeSample },
  new: {
    operands: ["BOOK"],
    options: ["company", ...BOOK_FORM],
    does: "write an empty book of one company",
    run: makeBook,
  },
  lines: { operands: ["BOOK"], options: ["company"], does: "list the lines a company uses", run: listLines },
  facts: { operands: ["BOOK"], options: VIEW, does: "list the facts", run: listFacts },
  eval: {
    operands: ["BOOK", "EXPR"],
    options: [...VIEW, "period"],
    does: "evaluate an expression on a period",
    run: evaluate,
  },
  check: {
    operands: ["BOOK"],
    options: ["company", "scope", "as-of"],
    does: "hold every printed figure against every other way to get it",
    run: check,
  },
  show: { operands: ["BOOK"], options: [...VIEW, "period"], does: "print the results of a period", run: show },
  set: {
    operands: ["BOOK", "LINE", "PERIOD", "VALUE"],
    options: ["company", "scope", "basis", "source"],
    does: "enter a figure, of --source or in force (an empty VALUE removes it)",
    run: set,
  },
  undo: { operands: ["BOOK"], options: [], does: "take the latest change back", run: undo },
  redo: { operands: ["BOOK"], options: [], does: "make the change taken back again", run: redo },
  export: {
    operands: ["BOOK", "OUT.xlsx|OUT.csv"],
    options: ["company", "scope", "basis", "spans"],
    does: "write a workbook or a table",
    run: exportBook,
  },
};

/** One line per command. */
export function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { operands, options, does }]) => {
    const words = [name, ...operands, ...options.map((option) => `[--${option} …]`)].join(" ");
    return `  ${words}\n      ${does}`;
  });
  return ["npm run -s kessan -- COMMAND …   (add --json for scripts)", "", ...lines].join("\n");
}
