/** Turns what a person entered into changes of the book. The window and the store's side run the same lines. */
import type { Basis, Book, Fact, QuarterLock, Scope, Source, Stated } from "#core/book.ts";
import { homeOf } from "#core/book.ts";
import type { Deed, RowChange } from "#core/changes.ts";
import { Fault } from "#core/faults.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { publishedBy } from "#core/figures/ledger.ts";
import { lockInTheWay } from "#core/lock-rules.ts";
import { formatPeriod } from "#core/period-labels.ts";
import type { RowPlan } from "#core/row-plans.ts";
import type { Span } from "#core/timeline.ts";
import { quarterEnding, spanKey } from "#core/timeline.ts";

export const ENTRY_WAYS = ["typed", "pasted", "filled"] as const;

export type EntryWay = (typeof ENTRY_WAYS)[number];

const DEED_OF: Readonly<Record<EntryWay, Deed["kind"]>> = { typed: "enter", pasted: "paste", filled: "fill" };

/** Cells entered together, as one deed. */
export interface Entered {
  readonly company: string;
  readonly scope: Scope;
  readonly basis: Basis;
  /** The source for figures in cells that have none; null: entered by hand. */
  readonly source: string | null;
  /** How they came into their cells; the journal names it. */
  readonly way: EntryWay;
  readonly entries: readonly {
    readonly line: string;
    readonly span: Span;
    /** Null: remove the fact in force. */
    readonly stated: Stated | null;
    readonly text: string;
  }[];
}

type FactChange = Extract<RowChange, { in: "facts" }>;

/** The id of a company's source for what its user types: undated, ranked lowest. */
const handSourceOf = (company: string): string => `${company}-by-hand`;

/**
 * The changes that enter these figures.
 *
 * Over a reported cell the fact in force is corrected and keeps its source; into an empty one the
 * figure goes to `source`. A target or an estimate given to a source published later than the one in
 * force is a revision: it goes beside the earlier, which stays. Removing takes the fact in force away,
 * and what then shows is whatever answers next. Typing what is there already changes nothing. A cell
 * entered twice keeps the last.
 *
 * @throws RangeError for a company, line or source the book does not have, and for a span on which
 *   the line cannot have a fact: check the arguments first.
 * @throws Fault `quarter-locked` where a cell that changes is of a locked quarter.
 */
export function planEntry(book: Book, entered: Entered): RowPlan {
  const plan = planUnlocked(book, entered);
  const lock = lockInTheWay(book, plan.changes);
  if (lock !== null) throw lockFault(book, lock);
  return plan;
}

/** That a quarter is locked, with its name and why. */
export function lockFault(book: Pick<Book, "companies">, { company, boundary, text }: QuarterLock): Fault {
  const calendar = book.companies.find(({ id }) => id === company);
  const period = calendar === undefined ? "" : formatPeriod(quarterEnding(boundary), calendar);
  return new Fault("quarter-locked", { period, reason: text });
}

/** The lock that an entry runs into; null: it changes nothing that is locked. @throws RangeError as {@link planEntry} */
export const lockOnEntry = (book: Book, entered: Entered): QuarterLock | null =>
  lockInTheWay(book, book.locks.length === 0 ? [] : planUnlocked(book, entered).changes);

function planUnlocked(book: Book, entered: Entered): RowPlan {
  const { company, scope, basis } = entered;
  if (!book.companies.some(({ id }) => id === company)) throw new RangeError(`the book has no company ${company}`);
  if (entered.source !== null && !book.sources.some(({ id, company: of }) => id === entered.source && of === company))
    throw new RangeError(`the book has no source ${entered.source} of ${company}`);
  const lines = new Map(book.lines.map((line) => [line.id, line]));
  const figures = figuresOf(book, { company, scope, basis, asOf: null });
  const facts = new Map<string, FactChange>();
  const sources: RowChange[] = [];
  for (const { line: id, span, stated, text } of entered.entries) {
    const line = lines.get(id);
    if (line === undefined) throw new RangeError(`the book has no line ${id}`);
    const home = homeOf(line, span);
    if (line.kind !== "stock" && home.length <= 0) throw new RangeError(`${id} has no figure at a boundary`);
    const cell = `${id} ${spanKey(home)}`;
    const before = figures.reportedAt(id, home);
    facts.delete(cell);
    if (stated === null ? before === null : before !== null && same(before.stated, stated)) continue;
    let after: Fact | null = null;
    let corrected = before;
    if (stated !== null && before !== null && !isRevision(book, before, entered.source))
      after = { ...before, stated, asPrinted: text };
    else if (stated !== null) {
      corrected = null;
      const source = entered.source ?? handSourceOf(company);
      if (sources.length === 0 && !book.sources.some((known) => known.id === source))
        sources.push({ in: "sources", before: null, after: handSource(company) });
      after = {
        company,
        scope,
        basis,
        line: id,
        span: home,
        source,
        stated,
        restated: false,
        page: "",
        asPrinted: text,
      };
    }
    facts.set(cell, { in: "facts", before: corrected, after });
  }
  const changed = [...facts.values()];
  const [only] = changed.length === 1 ? changed : [];
  const fact = only?.after ?? only?.before ?? null;
  const deed: Deed = {
    kind: changed.every(({ after }) => after === null) ? "clear" : DEED_OF[entered.way],
    count: changed.length,
    ...(fact === null ? {} : { line: fact.line, span: fact.span }),
  };
  return { changes: changed.length === 0 ? [] : [...sources, ...changed], deed };
}

/** Whether a source's figure is a later word on what another source aimed at, rather than a correction of it. */
function isRevision({ sources }: Book, inForce: Fact, source: string | null): boolean {
  if (inForce.basis === "actual" || source === null || source === inForce.source) return false;
  const [given, earlier] = [source, inForce.source].map((wanted) => sources.find(({ id }) => id === wanted));
  return given !== undefined && earlier !== undefined && publishedBy(given) > publishedBy(earlier);
}

const same = (a: Stated, b: Stated): boolean =>
  a === "does-not-exist" || b === "does-not-exist" ? a === b : a.mantissa === b.mantissa && a.decimals === b.decimals;

const handSource = (company: string): Source => ({
  id: handSourceOf(company),
  company,
  title: "Entered by hand",
  kind: "hand",
  published: null,
  rounding: "nearest",
});
