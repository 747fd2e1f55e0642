/** Making books: the sample, and an empty one. */
import type { Book } from "#core/book.ts";
import { firstBook } from "#core/company-plans.ts";
import { SCALES } from "#core/units.ts";
import { readSample } from "#handlers/sample.ts";
import { readStarter } from "#handlers/starter.ts";
import { createBook } from "#store/create.ts";
import type { Arguments } from "./arguments.ts";
import { Usage, oneOf, required } from "./arguments.ts";
import type { Answer, Surroundings } from "./commands.ts";
import { pathOf } from "./open.ts";

/** `sample BOOK`. @throws Fault `book-exists` */
export async function makeSample(given: Arguments, surroundings: Surroundings): Promise<Answer> {
  const book = await readSample(surroundings.resources);
  return written(book, given, surroundings);
}

/** `new BOOK --company … --year-end … --fy-named-by … --currency … --unit …`: a company with a starting set of lines, no figures. */
export async function makeBook(given: Arguments, surroundings: Surroundings): Promise<Answer> {
  const { options } = given;
  const name = required(given, "company").replace(/\s+/g, " ").trim();
  const yearEnd = required(given, "year-end");
  const yearEndMonth = /^\d{1,2}$/.test(yearEnd) ? Number(yearEnd) : 0;
  if (yearEndMonth < 1 || yearEndMonth > 12) throw new Usage("--year-end is a month, 1 to 12");
  const fyNamedBy = oneOf(required(given, "fy-named-by"), ["start", "end"], "start", "fy-named-by");
  const currency = options.currency ?? "JPY";
  if (!/^[A-Z]{3}$/.test(currency)) throw new Usage("--currency is three letters such as JPY");
  const scale = options.unit ?? "million";
  if (scale !== "one" && !Object.hasOwn(SCALES, scale))
    throw new Usage(`--unit is one of one, ${Object.keys(SCALES).join(", ")}`);

  const start = await readStarter(surroundings.resources);
  const company = { nameEn: name, nameJa: name, yearEndMonth, fyNamedBy, currency, scale };
  const book = firstBook(
    company,
    start,
    start.lines.map(({ id }) => id),
  );
  return written(book, given, surroundings);
}

function written(book: Book, given: Arguments, surroundings: Surroundings): Answer {
  const path = pathOf(given, surroundings);
  createBook({ path, book, dataFolder: surroundings.dataFolder, now: surroundings.now });
  const [company] = book.companies;
  const data = { company: company?.nameEn ?? "", facts: book.facts.length, statements: book.statements.length };
  return {
    data,
    text: `${path}: ${data.company}, ${book.lines.length} lines, ${data.facts} facts, ${data.statements} stated figures`,
  };
}
