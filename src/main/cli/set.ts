/** Edits through the journal: `set`, `undo`, `redo`. */
import type { Committed } from "#contract/questions.ts";
import type { Book, Company, Printed } from "#core/book.ts";
import { homeOf } from "#core/book.ts";
import { Fault } from "#core/faults.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { formatFigure } from "#core/format-amount.ts";
import { parseAmount } from "#core/parse-amount.ts";
import { formatPeriod } from "#core/period-labels.ts";
import type { Span } from "#core/timeline.ts";
import { valueOf } from "#core/units.ts";
import type { Arguments } from "./arguments.ts";
import { basisOf, scopeOf } from "./arguments.ts";
import type { Answer, Surroundings } from "./commands.ts";
import { companyOf, spanNamed, withHandlers } from "./open.ts";
import { cellData } from "./show.ts";

/** `set BOOK LINE PERIOD VALUE`: VALUE as a source prints it, 0.5 in a line of percent being 0.5 %; an empty one removes the figure in force. */
export const set = (given: Arguments, surroundings: Surroundings): Promise<Answer> =>
  withHandlers(given, surroundings, async (table) => {
    const { book } = await table["books.read"](null);
    const company = companyOf(book, given);
    const [, lineId = "", label = "", text = ""] = given.operands;
    const line = book.lines.find(({ id }) => id === lineId);
    if (line === undefined) throw new Fault("unknown-line", { line: lineId });
    const span = spanNamed(label, company);
    const amount = text.trim() === "" ? { stated: null } : parseAmount(text, line.unit, "printed");
    if ("problem" in amount) throw new Fault("bad-amount", { text, problem: amount.problem.code, unit: line.unit });
    const source = sourceOf(book, company, given.options.source);
    const [scope, basis] = [scopeOf(given), basisOf(given)];
    await table["cells.enter"]({
      company: company.id,
      scope,
      basis,
      source,
      way: "typed",
      entries: [{ line: lineId, span, stated: amount.stated, text }],
    });
    const { book: after } = await table["books.read"](null);
    return cellAnswer(after, company, { line: lineId, span, scope, basis });
  });

/** `undo BOOK`. The cell it changed, or that there was nothing to undo. */
export const undo = (given: Arguments, surroundings: Surroundings): Promise<Answer> =>
  withHandlers(given, surroundings, async (table) =>
    travelled(await table["journals.undo"](null), (await table["books.read"](null)).book, "undo"),
  );

/** `redo BOOK`. The cell it changed, or that there was nothing to redo. */
export const redo = (given: Arguments, surroundings: Surroundings): Promise<Answer> =>
  withHandlers(given, surroundings, async (table) =>
    travelled(await table["journals.redo"](null), (await table["books.read"](null)).book, "redo"),
  );

function travelled(committed: Committed | null, book: Book, way: "undo" | "redo"): Answer {
  if (committed === null) throw new Fault("nothing-to-do", { way });
  const fact = committed.changes
    .map((change) => (change.in === "facts" ? (change.after ?? change.before) : null))
    .find((row) => row !== null);
  const company = book.companies.find(({ id }) => id === fact?.company);
  if (fact === undefined || fact === null || company === undefined)
    return { data: { changes: committed.changes.length }, text: `${committed.changes.length} rows` };
  return cellAnswer(book, company, fact);
}

function cellAnswer(
  book: Book,
  company: Company,
  {
    line: lineId,
    span,
    scope,
    basis,
  }: { line: string; span: Span; scope: "consolidated" | "non-consolidated"; basis: "actual" | "target" | "estimate" },
): Answer {
  const line = book.lines.find(({ id }) => id === lineId);
  if (line === undefined) throw new Fault("unknown-line", { line: lineId });
  const figures = figuresOf(book, { company: company.id, scope, basis, asOf: null });
  const cell = cellData(figures.cell(lineId, span), line, book, company);
  // A percentage that can be computed is shown computed; what was typed is kept as printed, and must be said.
  const fact = cell.route === "reported" ? null : figures.reportedAt(lineId, span);
  const printed = fact === null || fact.stated === "does-not-exist" ? null : printedText(fact.stated, line.unit);
  // A balance stands under the quarter that ends there, however it was asked for.
  const period = formatPeriod(homeOf(line, span), company);
  const data = {
    company: company.id,
    scope,
    basis,
    line: lineId,
    period,
    ...cell,
    ...(printed !== null && { printed }),
  };
  const route = printed === null ? cell.route : `${cell.route}; printed ${printed}`;
  return {
    data,
    text: `${line.labelEn} ${period}: ${cell.gap === undefined ? `${cell.text} (${route})` : cell.detail}`,
  };
}

const printedText = (printed: Printed, unit: string): string =>
  formatFigure(valueOf(printed, unit), { unit, decimals: printed.decimals, negatives: "minus" });

/** A source by id or title. @throws Fault `unknown-source` */
function sourceOf(book: Book, company: Company, wanted: string | undefined): string | null {
  if (wanted === undefined) return null;
  const own = book.sources.filter(({ company: of }) => of === company.id);
  const source = own.find(({ id, title }) => id === wanted || title === wanted);
  if (source === undefined)
    throw new Fault("unknown-source", { source: wanted, known: own.map(({ id }) => id).join(", ") });
  return source.id;
}
