/** Reads a command's words into operands and options. */
import { parseArgs } from "node:util";
import type { Basis, Scope } from "#core/book.ts";
import { BASES, SCOPES } from "#core/book.ts";
import { date } from "#handlers/row-forms.ts";

/** The words do not make a command: exit 2. */
export class Usage extends Error {
  override readonly name = "Usage";
}

export type OptionName =
  | "company"
  | "scope"
  | "basis"
  | "as-of"
  | "period"
  | "source"
  | "spans"
  | "year-end"
  | "fy-named-by"
  | "currency"
  | "unit";

/** What a command takes, for reading and for its usage line. */
export interface Form {
  readonly operands: readonly string[];
  readonly options: readonly OptionName[];
}

export interface Arguments {
  readonly operands: readonly string[];
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
  readonly json: boolean;
}

/** There are no options of one dash: what begins with one is a figure or an expression, -100 or -revenue. */
const ONE_DASH = /^-(?!-)/;

/** @throws Usage for an unknown option, or too few or too many operands. */
export function readArguments(words: readonly string[], form: Form): Arguments {
  const hidden = words.map((word) => (ONE_DASH.test(word) ? `\0${word}` : word));
  const options = Object.fromEntries(form.options.map((name) => [name, { type: "string" as const }]));
  try {
    const { values, positionals } = parseArgs({
      args: hidden,
      options: { ...options, json: { type: "boolean" } },
      allowPositionals: true,
    });
    const operands = positionals.map((word) => (word.startsWith("\0") ? word.slice(1) : word));
    if (operands.length !== form.operands.length) throw new Usage(`it takes ${form.operands.join(" ")}`);
    const { json = false, ...given } = values as Partial<Record<OptionName, string>> & { json?: boolean };
    return { operands, options: given, json };
  } catch (error) {
    if (error instanceof TypeError) throw new Usage(error.message.split(". ")[0] ?? error.message);
    throw error;
  }
}

/** An option that must be one of a few words. @throws Usage */
export function oneOf<Word extends string>(
  given: string | undefined,
  words: readonly Word[],
  fallback: Word,
  option: OptionName,
): Word {
  if (given === undefined) return fallback;
  const word = words.find((known) => known === given);
  if (word === undefined) throw new Usage(`--${option} is one of ${words.join(", ")}`);
  return word;
}

export const scopeOf = ({ options }: Arguments): Scope => oneOf(options.scope, SCOPES, "consolidated", "scope");
export const basisOf = ({ options }: Arguments): Basis => oneOf(options.basis, BASES, "actual", "basis");

/** The as-of date, or null for now. @throws Usage for a text that is no date. */
export function asOfOf({ options }: Arguments): string | null {
  const given = options["as-of"];
  if (given === undefined) return null;
  if (!date.safeParse(given).success) throw new Usage("--as-of takes a date such as 2006-11-02");
  return given;
}

/** An option the command cannot do without. @throws Usage */
export function required({ options }: Arguments, name: OptionName): string {
  const given = options[name];
  if (given === undefined || given === "") throw new Usage(`--${name} is needed`);
  return given;
}
