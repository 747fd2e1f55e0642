/**
 * Printed figures that can also be had another way: derived from other spans, or computed by the
 * line's formula from firm figures. What is implied or summed up proves nothing: it may rest on the
 * very figure it would be held against.
 */
import type { Book, Fact } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import type { FactsInForce } from "#core/checks/facts.ts";
import { factsInForce, judgeFact, printedSumOf } from "#core/checks/facts.ts";
import type { Step } from "#core/figures/derive.ts";
import { bestPath, boundsWithin, graphOf } from "#core/figures/derive.ts";
import type { Figures } from "#core/figures/figures.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { reachOf } from "#core/figures/reach.ts";
import { printFormula } from "#core/formula/print-formula.ts";
import { formatPeriod } from "#core/period-labels.ts";
import { endOf } from "#core/timeline.ts";

export function checkRoutes(book: Book, view: CheckView): Check[] {
  const inForce = factsInForce(book, view);
  return [
    ...book.lines.flatMap((line) => (line.kind === "flow" ? derivedOf(book, view, inForce.of(line.id)) : [])),
    ...computedOf(book, view, inForce),
  ];
}

/**
 * Every closed chain of reported spans is checked once: at its longest member (of two equally long
 * ones the later), along the best path over the others.
 */
function derivedOf(book: Book, view: CheckView, facts: readonly Fact[]): Check[] {
  const ordered = facts
    .filter(({ stated }) => stated !== "does-not-exist")
    .toSorted((a, b) => a.span.length - b.span.length || a.span.start - b.span.start);
  const calendar = book.companies.find(({ id }) => id === view.company);
  return ordered.flatMap((fact, index) => {
    const bounds = boundsWithin(breaksOf(book, fact), fact.span.start, endOf(fact.span));
    // Shorter spans alone: a chain closes at its longest.
    const path = bounds === null ? null : bestPath(graphOf(ordered.slice(0, index)), fact.span, bounds, () => 0);
    if (path === null || fact.stated === "does-not-exist" || calendar === undefined) return [];
    const against = path
      .map((step, at) => `${signBefore(step, at)}${formatPeriod(step.fact.span, calendar)}`)
      .join(" ");
    return [judgeFact(book, "routes", fact, fact.stated, against, printedSumOf(book, path))];
  });
}

const signBefore = ({ sign }: Step, at: number): string =>
  at === 0 ? (sign === 1 ? "" : "- ") : sign === 1 ? "+ " : "- ";

const breaksOf = (book: Book, { company, line }: Fact): number[] =>
  book.breaks
    .filter((mark) => mark.company === company && (mark.line === null || mark.line === line))
    .map(({ boundary }) => boundary)
    .toSorted((a, b) => a - b);

/** Reported figures of lines with a formula; where every member of a sum is printed, that is an identity's check. */
function computedOf(book: Book, view: CheckView, inForce: FactsInForce): Check[] {
  const { formulas, identities } = formulasOf(book.lines);
  const firm = { ...view, basis: "actual" } as const;
  const figures = figuresOf(book, firm, { isFirm: true });
  return [...formulas].flatMap(([line, formula]) =>
    inForce.of(line).flatMap((fact) => {
      const { stated, span } = fact;
      const isPrinted =
        identities.get(line)?.members.every((member) => inForce.at(member.line, span) !== undefined) ?? false;
      if (isPrinted || stated === "does-not-exist") return [];
      const ask = (of: Figures): number => {
        const answer = of.evaluate(formula, span);
        return typeof answer === "number" ? answer : Number.NaN;
      };
      const value = ask(figures);
      const reach = Number.isNaN(value) ? null : reachOf(book, firm, ask, { isFirm: true });
      return reach === null ? [] : [judgeFact(book, "routes", fact, stated, printFormula(formula), { value, reach })];
    }),
  );
}
