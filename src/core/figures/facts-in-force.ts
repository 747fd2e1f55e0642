/** Which fact of several vintages counts. */
import type { Basis, Book, Fact, Scope, Source } from "#core/book.ts";
import type { TargetVintage } from "#core/formula/functions.ts";
import { spanKey } from "#core/timeline.ts";

/** What is looked at: one company, one scope, one basis, as of a date or now. */
export interface View {
  readonly company: string;
  readonly scope: Scope;
  readonly basis: Basis;
  /** `2006-11-02`: only what was published by then; null: everything. */
  readonly asOf: string | null;
}

/** Facts by line, then by the key of their span. */
export type FactsByLine = ReadonlyMap<string, ReadonlyMap<string, Fact>>;

/** The day a source counts from, as sortable text: a month alone counts as its end, undated comes first. */
export const publishedBy = ({ published }: Pick<Source, "published">): string =>
  published === null ? "" : published.length === 7 ? `${published}-31` : published;

/** Sources of a book by how late they were published; of one day's, the later in the book. */
export function rankOfSources(book: Book): ReadonlyMap<string, number> {
  const order = book.sources.toSorted((a, b) =>
    publishedBy(a) < publishedBy(b) ? -1 : publishedBy(a) > publishedBy(b) ? 1 : 0,
  );
  return new Map(order.map(({ id }, rank) => [id, rank]));
}

/**
 * The fact in force of every cell: the latest published, or the first for initial targets.
 *
 * Undated sources (the user's own hand) rank lowest and are known at every date. Among initial
 * targets an undated one counts only where there is no dated one.
 */
export function factsInForce(book: Book, view: View, vintage: TargetVintage): FactsByLine {
  const ranks = rankOfSources(book);
  const sources = new Map(book.sources.map((source) => [source.id, source]));
  const better = (candidate: Fact, present: Fact): boolean => {
    const [mine, theirs] = [ranks.get(candidate.source) ?? -1, ranks.get(present.source) ?? -1];
    if (vintage === "latest") return mine > theirs;
    const dated = (fact: Fact): boolean => (sources.get(fact.source)?.published ?? null) !== null;
    return dated(candidate) === dated(present) ? mine < theirs : dated(candidate);
  };
  const byLine = new Map<string, Map<string, Fact>>();
  for (const fact of book.facts) {
    if (fact.company !== view.company || fact.scope !== view.scope || fact.basis !== view.basis) continue;
    const source = sources.get(fact.source);
    if (source === undefined) continue;
    if (view.asOf !== null && source.published !== null && publishedBy(source) > view.asOf) continue;
    let cells = byLine.get(fact.line);
    if (cells === undefined) byLine.set(fact.line, (cells = new Map()));
    const key = spanKey(fact.span);
    const present = cells.get(key);
    if (present === undefined || better(fact, present)) cells.set(key, fact);
  }
  return byLine;
}
