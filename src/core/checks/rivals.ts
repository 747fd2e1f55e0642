/**
 * Figures of one cell that documents of one day print differently. A later one restates an earlier
 * one; of one day neither restates the other, so that one of them is wrong, and which of them is
 * shown (`figures/ledger.ts`) proves nothing. Only conflicts are told: that two documents print the
 * same is no other way to a number.
 */
import type { Book, Fact } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { Reading } from "#core/checks/readings.ts";
import { held, printed } from "#core/checks/ways.ts";
import { spanKey } from "#core/timeline.ts";

/** One check per figure in force and document that prints another. Estimates are opinions, and may differ. */
export function checkRivals(book: Book, inForce: Reading): Check[] {
  const { ledger, view } = inForce;
  if (view.basis === "estimate") return [];
  return book.lines.flatMap(({ id }) => {
    const facts = ledger.facts(view.basis, id);
    // One document prints a cell once; most lines have no more.
    if (facts.every(({ source }) => source === facts[0]?.source)) return [];
    const cells = Map.groupBy(facts, ({ span }) => spanKey(span));
    return inForce.of(id).flatMap((fact) =>
      (cells.get(spanKey(fact.span)) ?? [])
        .filter((other) => isRival(fact, other, inForce))
        .map((other) => {
          const { asPrinted, source, page } = other;
          const check = held("routes", fact, printed(book, fact), printed(book, other), book, inForce);
          return { ...check, rival: { asPrinted, source, page } };
        })
        .filter(({ verdict }) => verdict === "outside"),
    );
  });
}

/** What a document marks as restated is meant to differ. */
const isRival = (fact: Fact, other: Fact, { ledger: { dayOf } }: Reading): boolean =>
  other !== fact && dayOf(other.source) === dayOf(fact.source) && other.restated === fact.restated;
