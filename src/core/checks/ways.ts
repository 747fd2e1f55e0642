/** Ways to a number, and two of them held against each other. */
import type { Book, Fact } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import { BESIDE } from "#core/checks/check.ts";
import type { Reading } from "#core/checks/readings.ts";
import { verdictOf } from "#core/checks/verdict.ts";
import type { Step } from "#core/figures/derive.ts";
import type { Figures } from "#core/figures/figures.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { Given } from "#core/figures/machine.ts";
import type { Otherwise } from "#core/figures/ground.ts";
import type { View } from "#core/figures/ledger.ts";
import type { Interval } from "#core/figures/reach.ts";
import { answerTo, intervalOf, reachOf, sumReach } from "#core/figures/reach.ts";
import type { Expression } from "#core/formula/expression.ts";
import { printFormula } from "#core/formula/print-formula.ts";
import { formatPeriod } from "#core/period-labels.ts";
import type { Span } from "#core/timeline.ts";
import { valueOf } from "#core/units.ts";

/** One way to a number. */
export interface Way {
  /** As it is written: `common_stock + apic`, `1Q05 + 2Q05`; empty for what is printed. */
  readonly text: string;
  /** From the figures as printed. */
  readonly value: number;
  /** What they let it be. */
  readonly reach: Interval;
  /** The facts that it was worked out from. */
  readonly facts: () => readonly Fact[];
}

/** The way that stands first: the number is held against another. */
export interface Held extends Way {
  /** Of its last printed digit; null for a dash, which has none. */
  readonly decimals: number | null;
  readonly source: string;
  readonly page: string;
}

const unitIn = (book: Book, line: string): string => formulasOf(book.lines).lines.get(line)?.unit ?? "";

/** A dash counts as nothing. */
const numberOf = (book: Book, { stated, line }: Fact): number =>
  stated === "does-not-exist" ? 0 : valueOf(stated, unitIn(book, line));

/** What a fact can stand for, by its source's rounding. */
const standsFor = (book: Book, fact: Fact): Interval =>
  intervalOf(fact, unitIn(book, fact.line), book.sources.find(({ id }) => id === fact.source)?.rounding ?? "nearest");

export const isDash = ({ stated }: Fact): boolean => stated === "does-not-exist";

/** What a source prints. */
export const printed = (book: Book, fact: Fact): Held => ({
  text: "",
  value: numberOf(book, fact),
  reach: standsFor(book, fact),
  facts: () => [fact],
  decimals: finest([fact]),
  source: fact.source,
  page: fact.page,
});

/** A signed sum of different facts. */
export const sumOf = (
  book: Book,
  terms: readonly { readonly sign: 1 | -1; readonly fact: Fact }[],
  text: string,
): Way => ({
  text,
  value: terms.reduce((sum, { sign, fact }) => sum + sign * numberOf(book, fact), 0),
  reach: sumReach(terms.map(({ sign, fact }) => ({ sign, interval: standsFor(book, fact) }))),
  facts: () => terms.map(({ fact }) => fact),
});

/** Spans of one line joined end to end, what is added first: `FY2005 + 1H06 - 1H05`. */
export function alongPath(book: Book, { company }: View, path: readonly Step[]): Way {
  const calendar = book.companies.find(({ id }) => id === company);
  const terms = path.toSorted((a, b) => b.sign - a.sign);
  const labels = terms.map(({ sign, fact }, at) => {
    const label = calendar === undefined ? "" : formatPeriod(fact.span, calendar);
    return `${sign === -1 ? "- " : at === 0 ? "" : "+ "}${label}`;
  });
  return sumOf(book, terms, labels.join(" "));
}

/** What a line's formula comes to; nothing where it is a sum whose members all do not exist, null for any other gap. */
export function formulaValue(
  book: Book,
  figures: Figures,
  line: string,
  formula: Expression,
  span: Span,
): number | null {
  const answer = figures.evaluate(formula, span);
  if (typeof answer === "number") return answer;
  return answer.isDash === true && formulasOf(book.lines).identities.has(line) ? 0 : null;
}

/** The same as a way: of a ratio, which implies nothing and so never rests on itself, from all figures; else from firm ones. */
export function byFormula(
  book: Book,
  { firm, full, view }: Reading,
  line: string,
  formula: Expression,
  span: Span,
): Way | null {
  const isFirm = formulasOf(book.lines).lines.get(line)?.kind !== "ratio";
  const value = formulaValue(book, isFirm ? firm : full, line, formula, span);
  if (value === null) return null;
  const asked = [{ sign: 1, expression: formula, span }] as const;
  return {
    text: printFormula(formula),
    value,
    // What does not exist reaches nowhere.
    reach: reachOf(book, view, asked, { isFirm }) ?? sumReach([]),
    facts: () => factsUsed((figures) => answerTo(asked, figures), book, view, { isFirm }),
  };
}

/** The facts that figures take up while something is asked of them. */
export function factsUsed(
  ask: (figures: Figures) => void,
  book: Book,
  view: View,
  otherwise: Pick<Otherwise, "isFirm">,
): readonly Fact[] {
  const facts: Fact[] = [];
  const onGiven = (given: Given): void => void ("stated" in given && facts.push(given));
  ask(figuresOf(book, view, { ...otherwise, trial: { values: new Map(), onGiven } }));
  return facts;
}

/** The finest decimals among facts; null where all are dashes. */
export function finest(facts: readonly Fact[]): number | null {
  const decimals = facts.flatMap(({ stated }) => (stated === "does-not-exist" ? [] : [stated.decimals]));
  return decimals.length === 0 ? null : Math.max(...decimals);
}

/** The check of a number against another way to it. @param reading what the two were read in */
export function held(
  kind: "identity" | "routes",
  { line, span }: Pick<Fact, "line" | "span">,
  one: Held,
  other: Way,
  book: Book,
  { view }: Pick<Reading, "view">,
): Check {
  const unit = unitIn(book, line);
  const decimals = one.decimals ?? finest(other.facts()) ?? 0;
  return {
    kind,
    expression: line,
    against: [one.text, other.text].filter((text) => text !== "").join(BESIDE),
    company: view.company,
    scope: view.scope,
    basis: view.basis,
    span,
    unit,
    stated: one.value,
    decimals,
    isDash: one.decimals === null,
    computed: other.value,
    low: other.reach.low,
    high: other.reach.high,
    verdict: verdictOf({ value: one.value, decimals, unit }, one.reach, other.value, other.reach),
    gap: null,
    hint: null,
    rival: null,
    statement: null,
    source: one.source,
    page: one.page,
    isAsOfSource: view.prefer !== undefined,
  };
}
