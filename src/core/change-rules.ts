/** Whether a book still holds together after its rows were changed: what references, ids and a person's sense ask for. */
import { hasFigures } from "#core/company-plans.ts";
import type { Book, Line } from "#core/book.ts";
import { homeOf } from "#core/book.ts";
import {
  applyChanges,
  ChangeMismatch,
  ROW_KEYS,
  type BookRows,
  type Collection,
  type RowChange,
} from "#core/changes.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";
import { parseFormula } from "#core/formula/parse-formula.ts";
import { tokensOf } from "#core/formula/tokens.ts";
import { lockInTheWay } from "#core/lock-rules.ts";
import { sameSpan } from "#core/timeline.ts";

/** Why a change is refused. */
export type ObjectionReason =
  /** The row was changed meanwhile, or is there already. */
  | "not-as-before"
  /** It names a line, company, source or section that the book would not have. */
  | "names-what-is-not-there"
  /** A line's id could not stand in a formula, or would mean a function there. */
  | "id-is-no-name"
  /** The text is no formula. */
  | "bad-formula"
  /** A line would stand under itself. */
  | "circle-of-parents"
  /** A company of the group would be held by itself. */
  | "circle-of-holders"
  /** A flow's figure at a boundary, or a balance over a span. */
  | "wrong-kind-of-span"
  /** Figures are counted from the old year-end: another would move them all to other months. */
  | "year-end-has-figures"
  /** A figure or a printed claim of a locked quarter. */
  | "quarter-locked";

/** What speaks against a change: the row, as its collection and key, and why. */
export interface Objection {
  readonly row: string;
  readonly why: ObjectionReason;
}

/** The first objection to a change of a book; null where there is none. Wrong data never throws. */
export function objectionTo(book: Book, changes: readonly RowChange[]): Objection | null {
  let after: Book;
  try {
    after = applyChanges(book, changes);
  } catch (error) {
    if (error instanceof ChangeMismatch) return { row: error.message, why: "not-as-before" };
    throw error;
  }
  return (
    danglingIn(after) ??
    wrongLine(after, changes) ??
    wrongFact(after, changes) ??
    wrongClaim(after, changes) ??
    wrongHolder(after, changes) ??
    movedYearEnd(book, changes) ??
    locked(book, changes)
  );
}

const objection = (collection: Collection, key: string, why: ObjectionReason): Objection => ({
  row: `${collection} ${key}`,
  why,
});

/** What a row of each collection names: pairs of a collection and an id in it; null names nothing. */
const NAMES: { readonly [C in Collection]: (row: BookRows[C]) => readonly (readonly [Collection, string | null])[] } = {
  sections: () => [],
  lines: ({ section, parent }) => [
    ["sections", section],
    ["lines", parent],
  ],
  companies: () => [],
  companyLines: ({ company, line }) => [
    ["companies", company],
    ["lines", line],
  ],
  sources: ({ company }) => [["companies", company]],
  facts: ({ company, line, source }) => [
    ["companies", company],
    ["lines", line],
    ["sources", source],
  ],
  statements: ({ company, source }) => [
    ["companies", company],
    ["sources", source],
  ],
  notes: ({ company, line, source }) => [
    ["companies", company],
    ["lines", line],
    ["sources", source],
  ],
  breaks: ({ company, line }) => [
    ["companies", company],
    ["lines", line],
  ],
  events: ({ company, source }) => [
    ["companies", company],
    ["sources", source],
  ],
  affiliates: ({ company, holder }) => [
    ["companies", company],
    ["affiliates", holder],
  ],
  particulars: ({ company, affiliate }) => [
    ["companies", company],
    ["affiliates", affiliate],
  ],
  charts: ({ company }) => [["companies", company]],
  locks: ({ company }) => [["companies", company]],
  pageLines: ({ company, line }) => [
    ["companies", company],
    ["lines", line],
  ],
};

const COLLECTIONS = Object.keys(NAMES) as Collection[];

/** Every row is looked at: taking one away leaves those that name it dangling. */
function danglingIn(book: Book): Objection | null {
  const ids = new Map<Collection, ReadonlySet<string>>(
    (["sections", "lines", "companies", "sources", "affiliates"] as const).map((named) => [
      named,
      new Set(book[named].map(({ id }) => id)),
    ]),
  );
  for (const collection of COLLECTIONS) {
    const namesOf = NAMES[collection] as (row: unknown) => readonly (readonly [Collection, string | null])[];
    const keyOf = ROW_KEYS[collection] as (row: unknown) => string;
    for (const row of book[collection]) {
      for (const [named, id] of namesOf(row)) {
        if (id !== null && ids.get(named)?.has(id) !== true)
          return objection(collection, keyOf(row), "names-what-is-not-there");
      }
    }
  }
  return null;
}

function wrongLine(after: Book, changes: readonly RowChange[]): Objection | null {
  const lines = new Map(after.lines.map((line) => [line.id, line]));
  for (const change of changes) {
    if (change.in !== "lines" || change.after === null) continue;
    const line = change.after;
    if (change.before?.id !== line.id && !isName(line.id)) return objection("lines", line.id, "id-is-no-name");
    const isNewFormula = change.before?.formula !== line.formula;
    if (isNewFormula && line.formula !== null && "problem" in parseFormula(line.formula))
      return objection("lines", line.id, "bad-formula");
    if (isUnderItself(line, lines)) return objection("lines", line.id, "circle-of-parents");
  }
  return null;
}

/** Whether an id is one name to the formula language, and not that of a function. */
export function isName(id: string): boolean {
  const read = tokensOf(id);
  const [only, more] = "tokens" in read ? read.tokens : [];
  return only?.kind === "name" && more === undefined && only.text === id && !Object.hasOwn(FUNCTIONS, id);
}

function isUnderItself(line: Line, lines: ReadonlyMap<string, Line>): boolean {
  const seen = new Set<string>();
  for (let at: Line | undefined = line; at !== undefined; at = at.parent === null ? undefined : lines.get(at.parent)) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}

/** A changed fact, or any fact of a line whose kind changed, that does not stand where its line's figures stand. */
function wrongFact(after: Book, changes: readonly RowChange[]): Objection | null {
  const lines = new Map(after.lines.map((line) => [line.id, line]));
  const changed = changes.flatMap((change) => (change.in === "facts" && change.after !== null ? [change.after] : []));
  const otherKind = new Set(
    changes.flatMap((change) =>
      change.in === "lines" && change.before?.kind !== change.after?.kind && change.after !== null
        ? [change.after.id]
        : [],
    ),
  );
  const facts = otherKind.size === 0 ? changed : after.facts.filter(({ line }) => otherKind.has(line)).concat(changed);
  for (const fact of facts) {
    const line = lines.get(fact.line);
    if (line === undefined) continue;
    const isAtHome = sameSpan(homeOf(line, fact.span), fact.span) && (line.kind === "stock" || fact.span.length > 0);
    if (!isAtHome) return objection("facts", ROW_KEYS.facts(fact), "wrong-kind-of-span");
  }
  return null;
}

/** A claim that nobody could work out: it would be listed nowhere. */
function wrongClaim(after: Book, changes: readonly RowChange[]): Objection | null {
  const { lines } = formulasOf(after.lines);
  for (const change of changes) {
    if (change.in !== "statements" || change.after === null) continue;
    // A claim whose lines went is told of where they are taken out; it is not made worse here.
    if (change.before?.expression === change.after.expression) continue;
    if ("problem" in readFormula(change.after.expression, lines))
      return objection("statements", change.after.id, "bad-formula");
  }
  return null;
}

function wrongHolder(after: Book, changes: readonly RowChange[]): Objection | null {
  const holders = new Map(after.affiliates.map(({ id, holder }) => [id, holder]));
  for (const change of changes) {
    if (change.in !== "affiliates" || change.after === null) continue;
    const seen = new Set<string>();
    for (let at: string | null = change.after.id; at !== null; at = holders.get(at) ?? null) {
      if (seen.has(at)) return objection("affiliates", change.after.id, "circle-of-holders");
      seen.add(at);
    }
  }
  return null;
}

function locked(before: Book, changes: readonly RowChange[]): Objection | null {
  const lock = lockInTheWay(before, changes);
  return lock === null ? null : objection("locks", ROW_KEYS.locks(lock), "quarter-locked");
}

function movedYearEnd(before: Book, changes: readonly RowChange[]): Objection | null {
  for (const change of changes) {
    if (change.in !== "companies" || change.before === null || change.after === null) continue;
    const { id, yearEndMonth } = change.before;
    if (change.after.yearEndMonth !== yearEndMonth && hasFigures(before, id))
      return objection("companies", id, "year-end-has-figures");
  }
  return null;
}
