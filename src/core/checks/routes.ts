/**
 * Printed figures that can also be had another way: derived from other spans, or computed by the
 * line's formula from firm figures. What is implied or summed up proves nothing: it may rest on the
 * very figure it would be held against.
 */
import type { Book, Fact } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import { judgeFact, printedSumOf } from "#core/checks/facts.ts";
import { checkImplied } from "#core/checks/implied.ts";
import type { Judged, Reading, Readings } from "#core/checks/readings.ts";
import { readingsOf, settled } from "#core/checks/readings.ts";
import type { Step } from "#core/figures/derive.ts";
import { bestPath, boundsWithin, graphOf } from "#core/figures/derive.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { Given } from "#core/figures/machine.ts";
import { answerTo, reachOf } from "#core/figures/reach.ts";
import { printFormula } from "#core/formula/print-formula.ts";
import { formatPeriod } from "#core/period-labels.ts";
import { endOf } from "#core/timeline.ts";

export function checkRoutes(book: Book, view: CheckView): Check[] {
  const readings = readingsOf(book, view);
  return [
    ...book.lines.flatMap((line) => (line.kind === "flow" ? derivedOf(book, readings, line.id) : [])),
    ...computedOf(book, readings),
    ...checkImplied(book, view),
  ];
}

/**
 * Every closed chain of reported spans is checked once: at its longest member (of two equally long
 * ones the later), along the best path over the others. Where the chain in force joins vintages, the
 * one that the longest member's source knew is judged, or the one over that source's spans alone.
 */
function derivedOf(book: Book, readings: Readings, line: string): readonly Check[] {
  const calendar = book.companies.find(({ id }) => id === readings.inForce.view.company);
  if (calendar === undefined) return [];
  const shorterIn = new Map<Reading, readonly Fact[]>();
  const shorterThan = (fact: Fact, reading: Reading): readonly Fact[] => {
    let ordered = shorterIn.get(reading);
    if (ordered === undefined) shorterIn.set(reading, (ordered = reading.of(line).toSorted(isShorter)));
    return ordered.filter((other) => isShorter(other, fact) < 0);
  };
  const ordered = readings.inForce.of(line).toSorted(isShorter);
  return ordered.flatMap((fact) => {
    const { stated } = fact;
    if (stated === "does-not-exist") return [];
    const bounds = boundsWithin(breaksOf(book, fact), fact.span.start, endOf(fact.span));
    if (bounds === null) return [];
    const judge = (reading: Reading, isAllowed: (other: Fact) => boolean = () => true): Judged[] => {
      const graph = graphOf(shorterThan(fact, reading).filter(isAllowed));
      const path = bestPath(graph, fact.span, bounds, reading.ledger.rankOf);
      // Dashes alone come to no figure.
      if (path === null || path.every((step) => step.fact.stated === "does-not-exist")) return [];
      const against = path
        .map((step, at) => `${signBefore(step, at)}${formatPeriod(step.fact.span, calendar)}`)
        .join(" ");
      const facts = [fact, ...path.map((step) => step.fact)];
      return [
        {
          check: judgeFact(book, "routes", fact, stated, against, printedSumOf(book, path), reading.view),
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

const signBefore = ({ sign }: Step, at: number): string =>
  at === 0 ? (sign === 1 ? "" : "- ") : sign === 1 ? "+ " : "- ";

const breaksOf = (book: Book, { company, line }: Fact): number[] =>
  book.breaks
    .filter((mark) => mark.company === company && (mark.line === null || mark.line === line))
    .map(({ boundary }) => boundary)
    .toSorted((a, b) => a - b);

/** Reported figures of lines with a formula; where every member of a sum is printed, that is an identity's check. */
function computedOf(book: Book, readings: Readings): Check[] {
  const { formulas, identities } = formulasOf(book.lines);
  const { inForce } = readings;
  const figuresIn = remembered((reading: Reading) => figuresOf(book, reading.view, { isFirm: true }));
  return [...formulas].flatMap(([line, formula]) =>
    inForce.of(line).flatMap((fact) => {
      const { stated, span } = fact;
      const isPrinted =
        identities.get(line)?.members.every((member) => inForce.at(member.line, span) !== undefined) ?? false;
      if (isPrinted || stated === "does-not-exist") return [];
      const asked = [{ sign: 1, expression: formula, span }] as const;
      const judge = (reading: Reading): Check[] => {
        const value = answerTo(asked, figuresIn(reading));
        const reach = Number.isNaN(value) ? null : reachOf(book, reading.view, asked, { isFirm: true });
        const against = printFormula(formula);
        return reach === null ? [] : [judgeFact(book, "routes", fact, stated, against, { value, reach }, reading.view)];
      };
      const isMixed = (reading: Reading): boolean => {
        const facts = [fact];
        const onGiven = (given: Given): void => void ("stated" in given && facts.push(given));
        answerTo(asked, figuresOf(book, reading.view, { isFirm: true, trial: { values: new Map(), onGiven } }));
        return reading.ledger.areMixed(facts);
      };
      const [now] = judge(inForce);
      // What ties needs no second reading.
      if (now === undefined || now.verdict !== "outside") return now === undefined ? [] : [now];
      if (!isMixed(inForce)) return [now];
      const own = readings.asOfSource(fact);
      const asOfSource = judge(own).map((check) => ({ check, isMixed: isMixed(own) }));
      return settled([{ check: now, isMixed: true }, ...asOfSource]);
    }),
  );
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}
