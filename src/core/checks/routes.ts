/**
 * Figures that can be had in two ways: printed and derived from other spans, printed or derived and
 * computed by the line's formula from firm figures, left by two sums. Beside what is printed or
 * derived nothing implied or summed up proves anything: it may rest on the very figure it would be
 * held against. A ratio implies nothing, so that it is held against these too.
 */
import type { Book, Fact } from "#core/book.ts";
import { Chain } from "#core/checks/chain.ts";
import type { Check } from "#core/checks/check.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import { checkComputed } from "#core/checks/computed.ts";
import { checkImplied } from "#core/checks/implied.ts";
import type { Judged, Reading, Readings } from "#core/checks/readings.ts";
import { basesIn, readingsOf, settled } from "#core/checks/readings.ts";
import { checkRivals } from "#core/checks/rivals.ts";
import { alongPath, held, isDash, printed } from "#core/checks/ways.ts";
import type { Bounds, Step } from "#core/figures/derive.ts";
import { addsUp, bestPath, boundsWithin, graphOf } from "#core/figures/derive.ts";
import type { Interval } from "#core/figures/reach.ts";
import { endOf } from "#core/timeline.ts";

export function checkRoutes(book: Book, view: CheckView): Check[] {
  return basesIn(book, view).flatMap((basis) => {
    const readings = readingsOf(book, view, basis);
    return [
      ...book.lines.flatMap((line) => (addsUp(line) ? derivedOf(book, readings, line.id) : [])),
      ...checkComputed(book, readings),
      ...checkImplied(book, readings.inForce.view),
      ...checkRivals(book, readings.inForce),
    ];
  });
}

/** A figure held against others of its own line, and along which path. */
interface Along extends Judged {
  readonly path: readonly Step[];
}

/**
 * Every closed chain of reported spans is checked once: at its longest member (of two equally long
 * ones the later), along the best path over the others. Where the chain in force joins vintages, the
 * one that the longest member's source knew is judged, or the one over that source's spans alone.
 * What holds along that path is held against the one that leaves it the least room too (`chain.ts`),
 * and told where it fails there.
 */
function derivedOf(book: Book, readings: Readings, line: string): readonly Check[] {
  const shorterIn = new Map<Reading, readonly Fact[]>();
  const shorterThan = (fact: Fact, reading: Reading): readonly Fact[] => {
    let ordered = shorterIn.get(reading);
    if (ordered === undefined) shorterIn.set(reading, (ordered = reading.of(line).toSorted(isShorter)));
    return ordered.filter((other) => isShorter(other, fact) < 0);
  };
  const along = (fact: Fact, path: readonly Step[] | null, reading: Reading): readonly Along[] => {
    const facts = [fact, ...(path ?? []).map((step) => step.fact)];
    // Dashes beside a dash say nothing.
    if (path === null || facts.every(isDash)) return [];
    return [
      {
        path,
        check: held("routes", fact, printed(book, fact), alongPath(book, reading.view, path), book, reading),
        isMixed: facts.some(({ source }) => source !== fact.source) && reading.ledger.areMixed(facts),
      },
    ];
  };
  const bestOf = (fact: Fact, bounds: Bounds): readonly Along[] => {
    const judge = (reading: Reading, isAllowed: (other: Fact) => boolean = () => true): readonly Along[] => {
      const graph = graphOf(shorterThan(fact, reading).filter(isAllowed));
      return along(fact, bestPath(graph, fact.span, bounds, reading.ledger.rankOf), reading);
    };
    const inForce = judge(readings.inForce);
    if (inForce.every(({ isMixed }) => !isMixed)) return inForce;
    const own = readings.asOfSource(fact);
    return settled([...inForce, ...judge(own), ...judge(own, ({ source }) => source === fact.source)]);
  };
  const chain = new Chain();
  const tightestOf = (fact: Fact, isAllowed: (other: Fact) => boolean = () => true): readonly Along[] =>
    along(fact, chain.pathAgainst(fact, printed(book, fact).reach, isAllowed), readings.inForce);
  return readings.inForce
    .of(line)
    .toSorted(isShorter)
    .flatMap((fact) => {
      const bounds = boundsWithin(breaksOf(book, fact), fact.span.start, endOf(fact.span));
      if (bounds === null) return [];
      const best = bestOf(fact, bounds);
      const failing = best.some(isOutside) ? best : tightestOf(fact);
      if (failing.length === 0) chain.add(fact, printed(book, fact).reach);
      const isMixed = failing.some((one) => one.isMixed);
      const ofOneVintage = isMixed ? tightestOf(fact, ({ source }) => source === fact.source) : failing;
      const told = ofOneVintage.filter(isOutside);
      for (const { check, path } of told) {
        const facts = path.map((step) => step.fact);
        chain.doubt(facts, mostApart(printed(book, fact).reach, check));
      }
      return [...new Set([...best, ...told])].map(({ check }) => check);
    });
}

const isOutside = ({ check }: Judged): boolean => check.verdict === "outside";

/** How far apart a printed figure and what was recomputed can be. */
const mostApart = (own: Interval, { low, high }: Check): number =>
  Math.max(own.high - (low ?? own.high), (high ?? own.low) - own.low);

/** Shorter first, of one length the earlier. */
const isShorter = (a: Fact, b: Fact): number => a.span.length - b.span.length || a.span.start - b.span.start;

const breaksOf = (book: Book, { company, line }: Fact): number[] =>
  book.breaks
    .filter((mark) => mark.company === company && (mark.line === null || mark.line === line))
    .map(({ boundary }) => boundary)
    .toSorted((a, b) => a - b);
