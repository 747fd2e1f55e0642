/** Companies: a book for the first one, further ones beside it, and what goes with one that goes. */
import { EMPTY_BOOK, type Book, type Company, type CompanyLine, type Line, type Section } from "#core/book.ts";
import type { BookRows, RowChange } from "#core/changes.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { linesNamedIn, withLineRenamed, withoutMember } from "#core/formula/names-in-formula.ts";
import { changedRows, planRow, planStep, rowChange, type RowPlan } from "#core/row-plans.ts";
import { unitOf } from "#core/units.ts";
import { fiscalYearNamed, monthOf, type FiscalCalendar, type Month } from "#core/timeline.ts";

/** The lines a company can start with. Money lines have the unit {@link MONEY} until it is known whose they are. */
export interface StartingSet {
  readonly sections: readonly Section[];
  readonly lines: readonly Line[];
}

export const MONEY = "MONEY";

/** What a person says of a company. */
export type CompanyDraft = Omit<Company, "id" | "position">;

/** Which lines a new company uses: lines of the book, and those of the starting set. */
export interface LinesWanted {
  readonly ofBook: readonly string[];
  readonly ofStart: readonly string[];
}

/** Why a company cannot be as the draft has it. */
export type CompanyRefusal = "no-name" | "name-is-taken" | "no-currency" | "year-end-has-figures";

/** The unit of a company's amounts: `JPY million`; the currency alone where its scale is `one`. */
export const moneyUnit = ({ currency, scale }: Pick<Company, "currency" | "scale">): string =>
  scale === "one" ? currency : `${currency} ${scale}`;

/**
 * The lines that a company with amounts in a unit cannot share: those in another, and all that rest on them. A line has
 * one unit whoever uses it, and a figure of another currency would be taken for this. Single units of the currency fit
 * any scale: a share's earnings are in them.
 */
export function linesInOtherUnits({ lines }: Pick<Book, "lines">, money: string): ReadonlySet<string> {
  const { restingOn } = formulasOf(lines);
  const { currency } = unitOf(money);
  const others = lines.filter(({ unit }) => {
    const of = unitOf(unit);
    return of.kind === "money" && unit !== money && !(of.currency === currency && of.scale === 1);
  });
  return new Set(others.flatMap(({ id }) => [...restingOn(id)]));
}

/** The first and the last month of the fiscal year that a company calls by a number: FY2006 is April 2006 to March 2007. */
export function monthsOfYear(year: number, calendar: FiscalCalendar): { readonly first: Month; readonly last: Month } {
  const { start, length } = fiscalYearNamed(year, calendar);
  const before = monthOf(start, calendar);
  const first = { year: before.month === 12 ? before.year + 1 : before.year, month: (before.month % 12) + 1 };
  return { first, last: monthOf(start + length, calendar) };
}

/** Whether figures or printed claims of a company are counted from its year-end. */
export const hasFigures = ({ facts, statements }: Book, company: string): boolean =>
  [facts, statements].some((rows) => rows.some((row) => row.company === company));

/** What speaks against a company as drafted. @param id null: a new one */
export function refusalsOfCompany(book: Book, id: string | null, draft: CompanyDraft): CompanyRefusal[] {
  const names = [draft.nameEn, draft.nameJa].map((name) => name.trim()).filter((name) => name !== "");
  const before = book.companies.find((company) => company.id === id);
  const isTaken = book.companies.some(
    (other) => other.id !== id && [other.nameEn, other.nameJa].some((name) => names.includes(name)),
  );
  const isMoved = before !== undefined && before.yearEndMonth !== draft.yearEndMonth;
  return [
    ...(names.length === 0 ? (["no-name"] as const) : isTaken ? (["name-is-taken"] as const) : []),
    ...(/^[A-Z]{3}$/u.test(draft.currency) ? [] : (["no-currency"] as const)),
    ...(isMoved && hasFigures(book, before.id) ? (["year-end-has-figures"] as const) : []),
  ];
}

/** `acme-corp`, from a name in any script; a number behind it where that is taken. */
function idFromName(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? ["company"];
  const base = words.join("-");
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** A book with one company and the lines of the starting set that it wants, without a figure. */
export function firstBook(draft: CompanyDraft, start: StartingSet, wanted: readonly string[]): Book {
  const { changes } = planAddCompany({ ...EMPTY_BOOK, sections: start.sections }, draft, start, {
    ofBook: [],
    ofStart: wanted,
  });
  const rowsIn = <Row>(of: RowChange["in"]): Row[] =>
    changes.flatMap((change) => (change.in === of && change.after !== null ? [change.after as Row] : []));
  return {
    ...EMPTY_BOOK,
    sections: start.sections,
    lines: rowsIn<Line>("lines"),
    companies: rowsIn<Company>("companies"),
    companyLines: rowsIn<CompanyLine>("companyLines"),
  };
}

/**
 * Adds a company, last, with the lines it wants in their order: those of the book, then those of the
 * starting set. A line of the starting set that the book has in the same unit is the book's; in another
 * unit it is added under a name with the currency. A formula that names a line left out loses it.
 */
export function planAddCompany(book: Book, draft: CompanyDraft, start: StartingSet, wanted: LinesWanted): RowPlan {
  const names = { ...draft, nameEn: draft.nameEn.trim(), nameJa: draft.nameJa.trim() };
  const company: Company = {
    ...names,
    id: idFromName(names.nameEn || names.nameJa, new Set(book.companies.map(({ id }) => id))),
    position: Math.max(-1, ...book.companies.map(({ position }) => position)) + 1,
  };
  const { used, added } = startingLines(book, moneyUnit(draft), start, wanted.ofStart);
  const known = new Set(book.sections.map(({ id }) => id));
  const sections = start.sections.filter(({ id }) => !known.has(id) && added.some(({ section }) => section === id));
  const uses = [...new Set([...wanted.ofBook, ...used])];
  return {
    changes: [
      ...sections.map((section, index) =>
        rowChange("sections", null, { ...section, position: book.sections.length + index }),
      ),
      ...added.map((line) => rowChange("lines", null, line)),
      rowChange("companies", null, company),
      ...uses.map((line, position) =>
        rowChange("companyLines", null, { company: company.id, line, position, labelEn: null, labelJa: null }),
      ),
    ],
    deed: { kind: "companies", count: 1 },
  };
}

/** The lines of a starting set as the book has them or gets them; what is not wanted is named by no formula. */
function startingLines(
  book: Book,
  money: string,
  start: StartingSet,
  wanted: readonly string[],
): { readonly used: readonly string[]; readonly added: readonly Line[] } {
  const inBook = new Map(book.lines.map((line) => [line.id, line]));
  const lines = start.lines
    .filter(({ id }) => wanted.includes(id))
    .map((line) => ({ ...line, unit: line.unit === MONEY ? money : line.unit }));
  const ids = idsBeside(lines, inBook, money);
  const first = Math.max(-1, ...book.lines.map(({ position }) => position)) + 1;
  const left = start.lines.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
  const added = lines
    .filter(({ id }) => !inBook.has(ids.get(id) ?? id))
    .map((line, index): Line => ({
      ...line,
      id: ids.get(line.id) ?? line.id,
      parent: line.parent === null ? null : (ids.get(line.parent) ?? null),
      formula: line.formula === null ? null : formulaBeside(line.formula, ids, left),
      position: first + index,
    }));
  return { used: lines.map(({ id }) => ids.get(id) ?? id), added };
}

/** A unit as it stands behind the id of a line that the book has in another: `usd_thousand`. */
export const unitInId = (unit: string): string => unit.toLowerCase().replace(/[^a-z0-9]+/gu, "_");

/** The ids that lines get. One that is worked out of a line under another name cannot be the book's either. */
function idsBeside(lines: readonly Line[], inBook: ReadonlyMap<string, Line>, money: string): Map<string, string> {
  const ids = new Map(lines.map((line) => [line.id, idBeside(line, inBook, money, 1)]));
  const isRenamed = (id: string): boolean => (ids.get(id) ?? id) !== id;
  const follows = ({ id, formula }: Line): boolean =>
    formula !== null && inBook.has(id) && !isRenamed(id) && [...linesNamedIn(formula)].some(isRenamed);
  for (let line = lines.find(follows); line !== undefined; line = lines.find(follows))
    ids.set(line.id, idBeside(line, inBook, money, 2));
  return ids;
}

/** A line's own id, or one with the currency where the book measures the line of that name in something else. */
function idBeside(line: Line, inBook: ReadonlyMap<string, Line>, money: string, from: number): string {
  const suffix = unitInId(money);
  for (let number = from; ; number++) {
    const id = number === 1 ? line.id : number === 2 ? `${line.id}_${suffix}` : `${line.id}_${suffix}_${number}`;
    const other = inBook.get(id);
    if (other === undefined || (other.unit === line.unit && other.kind === line.kind)) return id;
  }
}

function formulaBeside(formula: string, ids: ReadonlyMap<string, string>, left: readonly string[]): string | null {
  let text: string | null = formula;
  for (const id of left) if (text !== null && linesNamedIn(text).has(id)) text = withoutMember(text, id);
  for (const [from, to] of ids) if (text !== null && from !== to) text = withLineRenamed(text, from, to);
  return text;
}

/** Has a company as the draft says; null where it is so already. @throws RangeError for one the book does not have */
export function planEditCompany(book: Book, id: string, draft: CompanyDraft): RowPlan | null {
  const before = companyIn(book, id);
  const after = { ...before, ...draft, nameEn: draft.nameEn.trim(), nameJa: draft.nameJa.trim() };
  return planRow("companies", before, after, "companies");
}

/** Moves a company one place up or down; null at either end. */
export const planStepCompany = (book: Book, id: string, step: -1 | 1): RowPlan | null =>
  planStep(
    "companies",
    book.companies.toSorted((a, b) => a.position - b.position),
    id,
    step,
    "companies",
  );

/** Everything of a book that is one company's own. */
const OWN = [
  "companyLines",
  "sources",
  "facts",
  "statements",
  "notes",
  "breaks",
  "events",
  "affiliates",
  "particulars",
  "charts",
  "locks",
  "pageLines",
] as const;

/** How many rows of each kind go with a company. */
export const ownRows = (book: Book, id: string): Readonly<Record<(typeof OWN)[number], number>> =>
  Object.fromEntries(OWN.map((of) => [of, book[of].filter(({ company }) => company === id).length])) as Readonly<
    Record<(typeof OWN)[number], number>
  >;

/**
 * Takes a company out of the book with everything that is its own; lines stay in the book. Null for the last
 * one: a book without a company could not be shown.
 * @throws RangeError for one the book does not have
 */
export function planRemoveCompany(book: Book, id: string): RowPlan | null {
  const company = companyIn(book, id);
  if (book.companies.length === 1) return null;
  return {
    changes: [...OWN.toReversed().flatMap((of) => goneWith(book, of, id)), rowChange("companies", company, null)],
    deed: { kind: "companies", count: 1 },
  };
}

const goneWith = <C extends (typeof OWN)[number]>(book: Book, of: C, company: string): RowChange[] =>
  changedRows(of, book[of] as readonly BookRows[C][], (row) => (row.company === company ? null : row));

function companyIn(book: Book, id: string): Company {
  const found = book.companies.find((company) => company.id === id);
  if (found === undefined) throw new RangeError(`the book has no company ${id}`);
  return found;
}
