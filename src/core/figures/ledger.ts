/** The facts of one company and scope, sorted by basis and line once, for every side the figures are looked at from. */
import type { Basis, Book, Fact, Scope, Source } from "#core/book.ts";
import type { TargetVintage } from "#core/formula/functions.ts";
import type { Axis } from "#core/figures/columns.ts";
import { axisOf } from "#core/figures/columns.ts";
import { groupsOf } from "#core/figures/fact-groups.ts";
import type { Rests } from "#core/figures/rests.ts";
import { NOTHING, UNDATED, isMixed, joined, restsOnSource } from "#core/figures/rests.ts";
import type { Dated } from "#core/figures/vintages.ts";
import { restatedOn } from "#core/figures/vintages.ts";
import { endOf, sameSpan } from "#core/timeline.ts";

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

/** The day a source counts from, as sortable text: a month alone counts as its end, undated comes first. */
export const publishedBy = ({ published }: Pick<Source, "published">): string =>
  published === null ? "" : published.length === 7 ? `${published}-31` : published;

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
  rankOf(fact: Fact): number;
  /** The day a source was published, as a rank among such days (`vintages.ts`). */
  dayOf(source: string): number;
  /** The day on which a figure was restated, given every vintage of its cell. */
  restatedOn(fact: Fact, vintages: readonly Fact[]): number;
  /** Whether facts of before and after a restatement are among these. */
  areMixed(facts: readonly Fact[]): boolean;
  source(id: string): Source | undefined;
}

/**
 * Vintages by their sources: the latest published is in force, of one day's the later in the book;
 * undated sources (the user's own hand) rank lowest. Among initial targets the first published
 * counts, an undated one only where there is no dated one.
 */
export function ledgerOf(book: Book, view: View): Ledger {
  const order = book.sources.toSorted((a, b) => {
    const [mine, theirs] = [publishedBy(a), publishedBy(b)];
    return mine < theirs ? -1 : mine > theirs ? 1 : 0;
  });
  const ranks = new Map(order.map(({ id }, rank) => [id, id === view.prefer ? order.length : rank]));
  const sources = new Map(book.sources.map((source) => [source.id, source]));
  const groups = groupsOf(book.facts);
  const isKnown = ({ source }: Fact): boolean => {
    const of = sources.get(source);
    return of !== undefined && isKnownBy(of, view.asOf);
  };
  const { latest, ...extent } = groups.extent(view.company, view.scope);
  let { earliest } = extent;
  // A stated change leads back to a level a year before any figure of its source.
  for (const { company, scope, span } of book.statements)
    if (company === view.company && scope === view.scope) earliest = Math.min(earliest, endOf(span) - 4);
  const rankOf = ({ source }: Fact): number => ranks.get(source) ?? -1;
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
  return {
    axis: axisOf(earliest, latest),
    facts,
    dayOf,
    restatedOn: restated,
    areMixed: (among) => {
      const byBasis = new Map<Basis, Rests>();
      for (const fact of among) {
        const vintages = facts(fact.basis, fact.line).filter(({ span }) => sameSpan(span, fact.span));
        const own = restsOnSource(dayOf(fact.source), restated(fact, vintages));
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

/** Every dated source with the rank of its day. */
function daysOf(sources: readonly Source[]): ReadonlyMap<string, number> {
  const dated = sources.filter(({ published }) => published !== null);
  const ranks = new Map(
    [...new Set(dated.map(publishedBy))].map((day, index) => [day, Math.min(index + 1, UNDATED - 1)]),
  );
  return new Map(dated.map((source) => [source.id, ranks.get(publishedBy(source)) ?? UNDATED]));
}
