/** Restatements: a figure marked as restated, and one that a later source states anew. */
import { factKey, type Book, type Fact, type Stated } from "#core/book.ts";
import { publishedBy } from "#core/figures/ledger.ts";
import { rowChange, type RowPlan } from "#core/row-plans.ts";

const planOf = (before: Fact | null, after: Fact): RowPlan => ({
  changes: [rowChange("facts", before, after)],
  deed: { kind: "restate", count: 1, line: after.line, span: after.span },
});

/** Marks a fact as restated in its source, where it is not, and the other way round. */
export const planRestatedMark = (fact: Fact): RowPlan => planOf(fact, { ...fact, restated: !fact.restated });

/** What a source states anew. */
export interface Restated {
  readonly source: string;
  readonly stated: Stated;
  readonly text: string;
  readonly page: string;
}

/**
 * Enters what another source says of a cell, beside the figure that is there; what that source said of it
 * before is corrected. Null where it says just this already.
 */
export function planRestated(book: Book, inForce: Fact, { source, stated, text, page }: Restated): RowPlan | null {
  const after: Fact = { ...inForce, source, stated, restated: true, asPrinted: text.trim(), page: page.trim() };
  const before = book.facts.find((fact) => factKey(fact) === factKey(after)) ?? null;
  return before !== null && JSON.stringify(before) === JSON.stringify(after) ? null : planOf(before, after);
}

/** Whether a source's figure would come to be in force before the one that is: it was published no earlier. */
export function wouldBeInForce(book: Book, inForce: Fact, source: string): boolean {
  const rankOf = (id: string): string =>
    publishedBy(book.sources.find((each) => each.id === id) ?? { published: null });
  return source === inForce.source || rankOf(source) >= rankOf(inForce.source);
}
