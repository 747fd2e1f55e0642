/** Edits through the journal: `set`, `undo`, `redo`. */
import type { Committed, Questions } from "#contract/questions.ts";
import type { Book, Company, Fact, FactKey, Line, Stated } from "#core/book.ts";
import { factKey, homeOf } from "#core/book.ts";
import { Fault } from "#core/faults.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { formatFigure } from "#core/format-amount.ts";
import { parseAmount } from "#core/parse-amount.ts";
import { formatPeriod } from "#core/period-labels.ts";
import { valueOf } from "#core/units.ts";
import type { HandlerTable } from "#rpc/questions.ts";
import type { Arguments } from "./arguments.ts";
import { basisOf, scopeOf } from "./arguments.ts";
import type { Answer, Surroundings } from "./commands.ts";
import { companyOf, spanNamed, withHandlers } from "./open.ts";
import { cellData } from "./show.ts";

/**
 * `set BOOK LINE PERIOD VALUE`: VALUE as a source prints it, 0.5 in a line of percent being 0.5 %; an empty one removes the figure in force.
 * With `--source` the figure is that source's, whichever is in force.
 */
export const set = (given: Arguments, surroundings: Surroundings): Promise<Answer> =>
  withHandlers(given, surroundings, async (table) => {
    const { book } = await table["books.read"](null);
    const company = companyOf(book, given);
    const [, lineId = "", label = "", text = ""] = given.operands;
    const line = book.lines.find(({ id }) => id === lineId);
    if (line === undefined) throw new Fault("unknown-line", { line: lineId });
    const span = spanNamed(label, company);
    const amount = text.trim() === "" ? { stated: null } : parseAmount(text, line.unit, { origin: "printed" });
    if ("problem" in amount) throw new Fault("bad-amount", { text, problem: amount.problem.code, unit: line.unit });
    const { stated } = amount;
    const view = { company: company.id, scope: scopeOf(given), basis: basisOf(given) };
    const source = sourceOf(book, company, given.options.source);
    if (source === null)
      await table["cells.enter"]({ ...view, source, way: "typed", entries: [{ line: lineId, span, stated, text }] });
    else await stateFor(table, book, { ...view, line: lineId, span: homeOf(line, span), source }, stated, text);
    const { book: after } = await table["books.read"](null);
    return cellAnswer(after, company, { ...view, line: lineId, span }, source);
  });

/** What one source states of a cell, or nothing of it any more; what other sources state stays as it is. */
async function stateFor(
  table: HandlerTable<Questions>,
  book: Book,
  key: FactKey,
  stated: Stated | null,
  text: string,
): Promise<void> {
  const before = factOf(book, key) ?? null;
  if (isSame(before?.stated ?? null, stated)) return;
  const after = stated === null ? null : { restated: false, page: "", ...before, ...key, stated, asPrinted: text };
  const deed = { kind: after === null ? "clear" : "enter", count: 1, line: key.line, span: key.span } as const;
  await table["rows.change"]({ changes: [{ in: "facts", before, after }], deed });
}

/** Whether nothing would change; another number of decimals does. */
function isSame(a: Stated | null, b: Stated | null): boolean {
  if (a === null || b === null || a === "does-not-exist" || b === "does-not-exist") return a === b;
  return a.mantissa === b.mantissa && a.decimals === b.decimals;
}

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

/** The cell as it now stands. @param source whose figure was entered: where another's is in force, both are said */
function cellAnswer(
  book: Book,
  company: Company,
  { line: lineId, span, scope, basis }: Omit<FactKey, "source">,
  source: string | null = null,
): Answer {
  const line = book.lines.find(({ id }) => id === lineId);
  if (line === undefined) throw new Fault("unknown-line", { line: lineId });
  const figures = figuresOf(book, { company: company.id, scope, basis, asOf: null });
  const cell = cellData(figures.cell(lineId, span), line, book, company);
  const inForce = figures.reportedAt(lineId, span);
  // A percentage that can be computed is shown computed; what was typed is kept as printed, and must be said.
  const isOther = cell.gap === undefined && cell.route !== "reported";
  const printed = isOther && inForce !== null ? printedText(inForce, line) : null;
  // A balance stands under the quarter that ends there, however it was asked for.
  const key = { company: company.id, scope, basis, line: lineId, span: homeOf(line, span) };
  const own = source === null ? undefined : factOf(book, { ...key, source });
  const isKept = own !== undefined && own.source !== inForce?.source;
  const kept = isKept ? { source: own.source, text: printedText(own, line) } : null;
  const period = formatPeriod(key.span, company);
  const data = {
    company: company.id,
    scope,
    basis,
    line: lineId,
    period,
    ...cell,
    ...(printed !== null && { printed }),
    ...(kept !== null && { kept }),
  };
  const reportedBy = kept === null || isOther || inForce === null ? "" : ` by ${inForce.source}`;
  const remarks = [
    cell.gap === undefined ? [cell.route + reportedBy] : [],
    printed === null ? [] : [`printed ${printed}`],
    kept === null ? [] : [`${kept.text} of ${kept.source} is kept beside it`],
  ].flat();
  const shown = cell.gap === undefined ? cell.text : cell.detail;
  const text = `${line.labelEn} ${period}: ${shown}${remarks.length === 0 ? "" : ` (${remarks.join("; ")})`}`;
  return { data, text };
}

const factOf = (book: Book, key: FactKey): Fact | undefined =>
  book.facts.find((fact) => factKey(fact) === factKey(key));

const printedText = ({ stated }: Fact, { unit }: Line): string =>
  stated === "does-not-exist"
    ? "-"
    : formatFigure(valueOf(stated, unit), { unit, decimals: stated.decimals, negatives: "minus" });

/** A source by id or title. @throws Fault `unknown-source` */
function sourceOf(book: Book, company: Company, wanted: string | undefined): string | null {
  if (wanted === undefined) return null;
  const own = book.sources.filter(({ company: of }) => of === company.id);
  const source = own.find(({ id }) => id === wanted) ?? own.find(({ title }) => title === wanted);
  if (source === undefined)
    throw new Fault("unknown-source", { source: wanted, known: own.map(({ id }) => id).join(", ") });
  return source.id;
}
