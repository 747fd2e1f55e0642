/** How far back a trend goes. */
import type { Book } from "#core/book.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import { isKnownBy } from "#core/figures/ledger.ts";
import { extentOf } from "#core/layout.ts";

/** Boundaries between which a trend runs. */
export interface TrendRange {
  readonly from: number;
  readonly to: number;
}

/** The boundaries between which a scope's actual figures lie, as far as they were known at the date; null where there are none. */
export function knownExtent(book: Book, { company, scope, asOf }: CheckView): TrendRange | null {
  const known = new Set(book.sources.filter((source) => isKnownBy(source, asOf)).map(({ id }) => id));
  const facts = book.facts.filter((fact) => fact.scope === scope && known.has(fact.source));
  return extentOf({ ...book, facts }, company);
}
