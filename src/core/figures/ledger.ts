/** The facts of one company and scope, sorted by basis and line once, for every side the figures are looked at from. */
import type { Basis, Book, Fact, Scope, Source } from "#core/book.ts";
import type { TargetVintage } from "#core/formula/functions.ts";
import type { Axis } from "#core/figures/columns.ts";
import { axisOf } from "#core/figures/columns.ts";
import { groupsOf } from "#core/figures/fact-groups.ts";
import type { Rests } from "#core/figures/rests.ts";
import { NEVER_RESTATED, NOTHING, UNDATED, isMixed, joined, restsOnSource } from "#core/figures/rests.ts";
import type { Dated } from "#core/figures/vintages.ts";
import { overtakenOn, restatedOn } from "#core/figures/vintages.ts";
import { endOf, lastDayOf, sameSpan, spanKey } from "#core/timeline.ts";

/** What is looked at: one company, one scope, one basis, as of a date or now. */
export interface View {
  readonly company: string;
  readonly scope: Scope;
  readonly basis: Basis;
  /** `2006-11-02`: only what was published by then; null: everything. */
  readonly asOf: string | null;
  /** A source whose facts come before every other's, whenever published: for judging its own claims. */
  readonly prefer?: string;
}

/** The day a source counts from, as sortable text: a month alone counts as its last day, undated comes first. */
export function publishedBy({ published }: Pick<Source, "published">): string {
  if (published === null) return "";
  if (published.length !== "2006-05".length) return published;
  return lastDayOf({ year: Number(published.slice(0, 4)), month: Number(published.slice(5)) });
}

/** Whether a source was known by a date; undated ones are known at every date. */
export const isKnownBy = (source: Pick<Source, "published">, asOf: string | null): boolean =>
  asOf === null || publishedBy(source) <= asOf;

export interface Ledger {
  readonly axis: Axis;
  /** What is known of a line on a basis, every vintage of it. */
  facts(basis: Basis, line: string): readonly Fact[];
  /** Whether one vintage of a cell is in force rather than the other. */
  outranks(candidate: Fact, present: Fact, vintage: TargetVintage): boolean;
  /** How late a fact's source was published; higher is later. */
  rankOf(fact: Pick<Fact, "source">): number;
  /** The day a source was published, as a rank among such days (`vintages.ts`). */
  dayOf(source: string): number;
  /** The rank of the latest such day that is no later than a date. */
  dayBy(date: string): number;
  /** The day on which a figure was restated, given every vintage of its cell. */
  restatedOn(fact: Fact, vintages: readonly Fact[]): number;
  /** Whether facts of before and after a restatement are among these. */
  areMixed(facts: readonly Fact[]): boolean;
  source(id: string): Source | undefined;
}

/**
 * Vintages by their sources: the latest published is in force; undated ones (the user's own hand)
 * rank lowest. Of one day's, and of undated ones, the one whose id sorts later: which was entered
 * later cannot be known, and an edit and its inverse must leave the figures as they were. Among initial targets the first published
 * counts, an undated one only where there is no dated one.
 */
export function ledgerOf(book: Book, view: View): Ledger {
  const order = book.sources.toSorted((a, b) => {
    const [mine, theirs] = [publishedBy(a), publishedBy(b)];
    return mine < theirs ? -1 : mine > theirs ? 1 : a.id < b.id ? -1 : 1;
  });
  const ranks = new Map(order.map(({ id }, rank) => [id, id === view.prefer ? order.length : rank]));
  const sources = new Map(book.sources.map((source) => [source.id, source]));
  const groups = groupsOf(book.facts);
  const isKnown = ({ source }: Pick<Fact, "source">): boolean => {
    const of = sources.get(source);
    return of !== undefined && isKnownBy(of, view.asOf);
  };
  // A formula that looks back for ever ends where the first figure stands, of those that were known.
  const { latest, ...extent } = groups.extent(
    view.company,
    view.scope,
    (source) => view.asOf === null || isKnown({ source }),
  );
  let { earliest } = extent;
  // A stated change leads back to a level a year before any figure of its source.
  for (const { company, scope, span, source } of book.statements)
    if (company === view.company && scope === view.scope && isKnown({ source }))
      earliest = Math.min(earliest, endOf(span) - 4);
  const rankOf = ({ source }: Pick<Fact, "source">): number => ranks.get(source) ?? -1;
  const isDated = ({ source }: Fact): boolean => (sources.get(source)?.published ?? null) !== null;
  const facts = (basis: Basis, line: string): readonly Fact[] => {
    const all = groups.of(view.company, view.scope, basis, line);
    return view.asOf === null ? all : all.filter(isKnown);
  };
  const days = daysOf(order);
  const dayOf = (source: string): number => days.get(source) ?? UNDATED;
  const dated = (fact: Fact): Dated => ({
    fact,
    day: dayOf(fact.source),
    rounding: sources.get(fact.source)?.rounding ?? "nearest",
  });
  const restated = (fact: Fact, vintages: readonly Fact[]): number => {
    const unit = book.lines.find(({ id }) => id === fact.line)?.unit ?? "";
    const ranked = vintages.toSorted((a, b) => rankOf(a) - rankOf(b));
    return restatedOn(dated(fact), ranked.map(dated), unit);
  };
  const restatedOfLine = new Map<string, ReadonlyMap<Fact, number>>();
  const restatedIn = (basis: Basis, line: string): ReadonlyMap<Fact, number> => {
    const key = `${basis} ${line}`;
    let known = restatedOfLine.get(key);
    if (known === undefined) {
      const cells = Map.groupBy(facts(basis, line), ({ span }) => spanKey(span));
      const inForce = [...cells.values()].map((all) => all.reduce((a, b) => (rankOf(b) > rankOf(a) ? b : a)));
      known = new Map(inForce.map((fact) => [fact, restated(fact, cells.get(spanKey(fact.span)) ?? [])]));
      restatedOfLine.set(key, known);
    }
    return known;
  };
  return {
    axis: axisOf(earliest, latest),
    facts,
    dayOf,
    dayBy: (date) => Math.max(NEVER_RESTATED, ...order.filter(isDatedBy(date)).map(({ id }) => dayOf(id))),
    restatedOn: restated,
    areMixed: (among) => {
      const byBasis = new Map<Basis, Rests>();
      for (const fact of among) {
        const vintages = facts(fact.basis, fact.line).filter(({ span }) => sameSpan(span, fact.span));
        const day = dayOf(fact.source);
        const overtaken = overtakenOn(fact, day, restatedIn(fact.basis, fact.line));
        const own = restsOnSource(day, restated(fact, vintages), overtaken);
        byBasis.set(fact.basis, joined(byBasis.get(fact.basis) ?? NOTHING, own));
      }
      return [...byBasis.values()].some(isMixed);
    },
    outranks: (candidate, present, vintage) => {
      if (vintage === "latest") return rankOf(candidate) > rankOf(present);
      return isDated(candidate) === isDated(present) ? rankOf(candidate) < rankOf(present) : isDated(candidate);
    },
    rankOf,
    source: (id) => sources.get(id),
  };
}

const isDatedBy =
  (date: string) =>
  (source: Source): boolean =>
    source.published !== null && publishedBy(source) <= date;

/** Every dated source with the rank of its day. */
function daysOf(sources: readonly Source[]): ReadonlyMap<string, number> {
  const dated = sources.filter(({ published }) => published !== null);
  const ranks = new Map(
    [...new Set(dated.map(publishedBy))].map((day, index) => [day, Math.min(index + 1, UNDATED - 1)]),
  );
  return new Map(dated.map((source) => [source.id, ranks.get(publishedBy(source)) ?? UNDATED]));
}
