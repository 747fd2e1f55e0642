/** Opening a book for a command, and what every reading command needs of it. */
import { resolve } from "node:path";
import type { Questions, SavedState } from "#contract/questions.ts";
import type { Book, Company } from "#core/book.ts";
import { Fault } from "#core/faults.ts";
import { parsePeriod } from "#core/period-labels.ts";
import type { Span } from "#core/timeline.ts";
import type { View } from "#core/figures/ledger.ts";
import { openHandlers } from "#handlers/index.ts";
import type { HandlerTable } from "#rpc/questions.ts";
import { openToRead } from "#store/open.ts";
import type { Arguments } from "./arguments.ts";
import { asOfOf, basisOf, scopeOf } from "./arguments.ts";
import type { Surroundings } from "./commands.ts";

/** The operand that names a file, from where the person stands. */
export const pathOf = (given: Arguments, { folder }: Surroundings, index = 0): string =>
  resolve(folder, given.operands[index] ?? "");

/** The book as its file has it; it may be open in a window meanwhile. @throws Fault */
export function readBookOf(given: Arguments, surroundings: Surroundings): Book {
  const { dataFolder, now } = surroundings;
  const reading = openToRead({ path: pathOf(given, surroundings), dataFolder, now });
  try {
    return reading.reader.readBook();
  } finally {
    reading.close();
  }
}

/** Asks the handlers something about a book, then publishes and gives the book back. @throws Fault */
export async function withHandlers<T>(
  given: Arguments,
  surroundings: Surroundings,
  ask: (table: HandlerTable<Questions>) => Promise<T>,
): Promise<T> {
  const { dataFolder, resources, isolate, now } = surroundings;
  const handlers = await openHandlers({ path: pathOf(given, surroundings), dataFolder, resources, isolate, now });
  let saved: SavedState;
  let answer: T;
  try {
    answer = await ask(handlers.table);
  } finally {
    saved = await handlers.close();
  }
  // The edit is kept in the private copy, but whoever reads the file next would not see it.
  if (saved.at === "failed") throw new Fault("not-published", { path: saved.path, what: saved.what });
  return answer;
}

/** The company of `--company`, by id or name; without it, the book's only one. @throws Fault `unknown-company` */
export function companyOf(book: Book, { options }: Arguments): Company {
  const wanted = options.company;
  const found =
    wanted === undefined
      ? book.companies.length === 1
        ? book.companies[0]
        : undefined
      : book.companies.find(({ id, nameEn, nameJa }) => id === wanted || nameEn === wanted || nameJa === wanted);
  if (found === undefined)
    throw new Fault("unknown-company", { company: wanted ?? "", known: book.companies.map(({ id }) => id).join(", ") });
  return found;
}

/** @throws Fault `unknown-period` */
export function spanNamed(label: string, company: Company): Span {
  const period = parsePeriod(label, company);
  if ("problem" in period) throw new Fault("unknown-period", { period: label, problem: period.problem });
  return period.span;
}

/** What the view options ask for. */
export const viewOf = (given: Arguments, company: Company): View => ({
  company: company.id,
  scope: scopeOf(given),
  basis: basisOf(given),
  asOf: asOfOf(given),
});
