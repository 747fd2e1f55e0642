/** What identity and route checks have in common: a printed figure held against another way to get it. */
import type { Book, Fact, Printed } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import { verdictOf } from "#core/checks/verdict.ts";
import type { View } from "#core/figures/ledger.ts";
import type { Interval } from "#core/figures/reach.ts";
import { intervalOf, sumReach } from "#core/figures/reach.ts";
import { valueOf } from "#core/units.ts";

/** What another way comes to: the value from the figures as printed, and what they can reach. */
export interface Recomputed {
  readonly value: number;
  readonly reach: Interval;
}

/** A signed sum of different facts. */
export function printedSumOf(book: Book, terms: readonly { readonly sign: 1 | -1; readonly fact: Fact }[]): Recomputed {
  const value = terms.reduce(
    (sum, { sign, fact }) =>
      sum + sign * (fact.stated === "does-not-exist" ? 0 : valueOf(fact.stated, unitOfLine(book, fact))),
    0,
  );
  return { value, reach: sumReach(terms.map(({ sign, fact }) => ({ sign, interval: standsFor(book, fact) }))) };
}

const unitOfLine = (book: Book, { line }: Pick<Fact, "line">): string =>
  book.lines.find(({ id }) => id === line)?.unit ?? "";

/** What a fact can stand for, by its source's rounding. */
const standsFor = (book: Book, fact: Fact): Interval =>
  intervalOf(fact, unitOfLine(book, fact), book.sources.find(({ id }) => id === fact.source)?.rounding ?? "nearest");

/** The check of a printed figure against another way. @param view what the other way was read in */
export function judgeFact(
  book: Book,
  kind: "identity" | "routes",
  fact: Fact,
  printed: Printed,
  against: string,
  { value, reach }: Recomputed,
  view: View,
): Check {
  const unit = unitOfLine(book, fact);
  const stated = valueOf(printed, unit);
  const { decimals } = printed;
  return {
    kind,
    expression: fact.line,
    against,
    company: fact.company,
    scope: fact.scope,
    span: fact.span,
    unit,
    stated,
    decimals,
    computed: value,
    low: reach.low,
    high: reach.high,
    verdict: verdictOf({ value: stated, decimals, unit }, standsFor(book, fact), value, reach),
    gap: null,
    hint: null,
    statement: null,
    source: fact.source,
    page: fact.page,
    isAsOfSource: view.prefer !== undefined,
  };
}
