/** What identity and route checks have in common: a printed figure held against another way to get it. */
import type { Book, Fact, Printed } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import { verdictOf } from "#core/checks/verdict.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { Interval } from "#core/figures/reach.ts";
import { intervalOf, sumReach } from "#core/figures/reach.ts";
import type { Span } from "#core/timeline.ts";
import { spanKey } from "#core/timeline.ts";
import { valueOf } from "#core/units.ts";

/** The actual facts in force of a company and scope. */
export interface FactsInForce {
  of(line: string): readonly Fact[];
  at(line: string, span: Span): Fact | undefined;
}

export function factsInForce(book: Book, { company, scope, asOf }: CheckView): FactsInForce {
  const figures = figuresOf(book, { company, scope, basis: "actual", asOf });
  const byLine = new Map<string, Map<string, Fact>>();
  for (const fact of book.facts) {
    if (fact.company !== company || fact.scope !== scope || fact.basis !== "actual") continue;
    if (figures.reportedAt(fact.line, fact.span) !== fact) continue;
    const own = byLine.get(fact.line);
    if (own === undefined) byLine.set(fact.line, new Map([[spanKey(fact.span), fact]]));
    else own.set(spanKey(fact.span), fact);
  }
  return {
    of: (line) => [...(byLine.get(line)?.values() ?? [])],
    at: (line, span) => byLine.get(line)?.get(spanKey(span)),
  };
}

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

/** The check of a printed figure against another way. */
export function judgeFact(
  book: Book,
  kind: "identity" | "routes",
  fact: Fact,
  printed: Printed,
  against: string,
  { value, reach }: Recomputed,
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
  };
}
