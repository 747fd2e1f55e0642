/**
 * Figures that can be had in two ways: printed and derived from other spans, printed or derived and
 * computed by the line's formula from firm figures, left by two sums. Beside what is printed or
 * derived nothing implied or summed up proves anything: it may rest on the very figure it would be
 * held against.
 */
import type { Book, Fact } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import { checkComputed } from "#core/checks/computed.ts";
import { checkImplied } from "#core/checks/implied.ts";
import type { Judged, Reading, Readings } from "#core/checks/readings.ts";
import { readingsOf, settled } from "#core/checks/readings.ts";
import { alongPath, held, isDash, printed } from "#core/checks/ways.ts";
import { addsUp, bestPath, boundsWithin, graphOf } from "#core/figures/derive.ts";
import { endOf } from "#core/timeline.ts";

export function checkRoutes(book: Book, view: CheckView): Check[] {
  const readings = readingsOf(book, view);
  return [
    ...book.lines.flatMap((line) => (addsUp(line) ? derivedOf(book, readings, line.id) : [])),
    ...checkComputed(book, readings),
    ...checkImplied(book, view),
  ];
}

/**
 * Every closed chain of reported spans is checked once: at its longest member (of two equally long
 * ones the later), along the best path over the others. Where the chain in force joins vintages, the
 * one that the longest member's source knew is judged, or the one over that source's spans alone.
 */
function derivedOf(book: Book, readings: Readings, line: string): readonly Check[] {
  const shorterIn = new Map<Reading, readonly Fact[]>();
  const shorterThan = (fact: Fact, reading: Reading): readonly Fact[] => {
    let ordered = shorterIn.get(reading);
    if (ordered === undefined) shorterIn.set(reading, (ordered = reading.of(line).toSorted(isShorter)));
    return ordered.filter((other) => isShorter(other, fact) < 0);
  };
  const ordered = readings.inForce.of(line).toSorted(isShorter);
  return ordered.flatMap((fact) => {
    const bounds = boundsWithin(breaksOf(book, fact), fact.span.start, endOf(fact.span));
    if (bounds === null) return [];
    const judge = (reading: Reading, isAllowed: (other: Fact) => boolean = () => true): Judged[] => {
      const graph = graphOf(shorterThan(fact, reading).filter(isAllowed));
      const path = bestPath(graph, fact.span, bounds, reading.ledger.rankOf);
      const facts = [fact, ...(path ?? []).map((step) => step.fact)];
      // Dashes beside a dash say nothing.
      if (path === null || facts.every(isDash)) return [];
      return [
        {
          check: held("routes", fact, printed(book, fact), alongPath(book, reading.view, path), book, reading),
          isMixed: facts.some(({ source }) => source !== fact.source) && reading.ledger.areMixed(facts),
        },
      ];
    };
    const inForce = judge(readings.inForce);
    if (inForce.every(({ isMixed }) => !isMixed)) return inForce.map(({ check }) => check);
    const own = readings.asOfSource(fact);
    return settled([...inForce, ...judge(own), ...judge(own, ({ source }) => source === fact.source)]);
  });
}

/** Shorter first, of one length the earlier. */
const isShorter = (a: Fact, b: Fact): number => a.span.length - b.span.length || a.span.start - b.span.start;

const breaksOf = (book: Book, { company, line }: Fact): number[] =>
  book.breaks
    .filter((mark) => mark.company === company && (mark.line === null || mark.line === line))
    .map(({ boundary }) => boundary)
    .toSorted((a, b) => a - b);
