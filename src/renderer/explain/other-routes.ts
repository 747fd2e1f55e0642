/**
 * Every number is held against every other way to get it: the routes that could have answered for a
 * cell besides the one shown, what each comes to, and how far rounding lets the shown figure reach.
 */
import type { Book, Fact, Line } from "#core/book.ts";
import { homeOf } from "#core/book.ts";
import type { Verdict } from "#core/checks/check.ts";
import { verdictOf, type PrintedNumber } from "#core/checks/verdict.ts";
import { factsUsed } from "#core/checks/ways.ts";
import { isDash, isFigure, type Figure, type Route } from "#core/figures/cell.ts";
import type { Step } from "#core/figures/derive.ts";
import { figuresOf, type Figures } from "#core/figures/figures.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { Otherwise } from "#core/figures/ground.ts";
import type { Identity, StatedChange } from "#core/figures/identities.ts";
import { ledgerOf, type View } from "#core/figures/ledger.ts";
import type { Given } from "#core/figures/machine.ts";
import { answerTo, intervalOf, lineOn, reachOf, type Interval } from "#core/figures/reach.ts";
import type { Part } from "#core/figures/workings.ts";
import { isMixed, joined } from "#core/figures/rests.ts";
import { usualDecimals } from "#core/format-amount.ts";
import { roundHalfAway } from "#core/rounding.ts";
import { sameSpan, type Span } from "#core/timeline.ts";
import { heldDecimals, valueOf } from "#core/units.ts";

export interface OtherRoute {
  readonly route: Route;
  readonly value: number;
  /** Null: telling it takes longer than an idle moment. */
  readonly verdict: Exclude<Verdict, "not-computable"> | null;
  /** It and the shown figure are of before and after a restatement: that they differ proves nothing (docs/decisions/0013). */
  readonly joinsVintages: boolean;
  /** How it is gone: the path of a derived figure, what implies an implied one. */
  readonly path: readonly Step[] | null;
  readonly by: Identity | StatedChange | null;
}

export interface Comparison {
  /** What the shown figure can stand for, its inputs being rounded; null: it takes longer than an idle moment. */
  readonly reach: Interval | null;
  readonly others: readonly OtherRoute[];
}

/** A comparison with what it is of. */
export interface Compared extends Comparison {
  readonly book: Book;
  /** `comparedKey` of the cell. */
  readonly key: string;
}

export const comparedKey = ({ company, scope, basis }: View, line: string, { start, length }: Span): string =>
  [company, scope, basis, line, start, length].join("|");

interface Candidate {
  readonly route: Route;
  readonly parts: readonly Part[];
  readonly otherwise: Otherwise;
  readonly path?: readonly Step[];
  readonly by?: Identity | StatedChange;
}

/** Null for a gap. @param mostInputs leaves undone what rests on more printed numbers than this. */
export function compare(book: Book, view: View, line: Line, span: Span, mostInputs: number): Comparison | null {
  const steps = compareSteps(book, view, line, span, mostInputs);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** {@link compare}, one route a step, so that typing comes between them. */
export function* compareSteps(
  book: Book,
  view: View,
  line: Line,
  span: Span,
  mostInputs: number,
): Generator<undefined, Comparison | null> {
  const figures = figuresOf(book, view);
  const shown = figures.cell(line.id, span);
  if (!isFigure(shown)) return null;
  const home = homeOf(line, span);
  const isOwn = (fact: Fact): boolean =>
    fact.line === line.id &&
    fact.company === view.company &&
    fact.scope === view.scope &&
    fact.basis === view.basis &&
    sameSpan(fact.span, home);
  // Nothing that is held against a figure may rest on it.
  const bare: Book = { ...book, facts: book.facts.filter((fact) => !isOwn(fact)) };
  const reachWithin = (of: Book, parts: readonly Part[], otherwise: Otherwise): Interval | null =>
    inputCount(of, view, parts, otherwise) > mostInputs ? null : reachOf(of, view, parts, otherwise);
  const reach = reachWithin(book, [lineOn(line.id, span)], {});
  const fact = figures.reportedAt(line.id, span);
  const printed = fact === null || fact.stated === "does-not-exist" ? null : { ...fact, stated: fact.stated };
  const rounding = book.sources.find(({ id }) => id === fact?.source)?.rounding ?? "nearest";
  const held: { readonly number: PrintedNumber; readonly own: Interval | null } =
    printed === null
      ? { number: asPrinted(shown, line.unit), own: reach }
      : {
          number: { value: valueOf(printed.stated, line.unit), decimals: printed.stated.decimals, unit: line.unit },
          own: intervalOf(printed, line.unit, rounding),
        };
  const ownRests = figures.restsOn(lineOn(line.id, span).expression, span);
  const others: OtherRoute[] = [];
  if (printed !== null && shown.route !== "reported") {
    const verdict = judge(held.number, held.own, shown.value, reach);
    const used = (): readonly Fact[] => factsUsed((over) => answerTo([lineOn(line.id, span)], over), book, view, {});
    const joinsVintages = verdict === "outside" && ledgerOf(book, view).areMixed([printed, ...used()]);
    const { value } = held.number;
    others.push({
      route: "reported",
      value,
      verdict: joinsVintages ? null : verdict,
      joinsVintages,
      path: null,
      by: null,
    });
  }
  for (const { route, parts, otherwise, path = null, by = null } of candidatesFor(bare, view, line, span, shown)) {
    yield;
    const over = figuresOf(bare, view, otherwise);
    const value = answerTo(parts, over);
    if (Number.isNaN(value)) continue;
    const verdict = judge(held.number, held.own, value, reachWithin(bare, parts, otherwise));
    const rests = parts.map(({ expression, span: of }) => over.restsOn(expression, of));
    const joinsVintages = verdict === "outside" && isMixed(rests.reduce(joined, ownRests));
    others.push({ route, value, verdict: joinsVintages ? null : verdict, joinsVintages, path, by });
  }
  return { reach, others };
}

function judge(number: PrintedNumber, own: Interval | null, value: number, reach: Interval | null) {
  const point = { low: value, high: value, lowOpen: false, highOpen: false };
  const known = { low: number.value, high: number.value, lowOpen: false, highOpen: false };
  const verdict = verdictOf(number, own ?? known, value, reach ?? point);
  if (verdict === "not-computable" || (verdict === "outside" && (own === null || reach === null))) return null;
  return verdict;
}

/** A figure without a printed digit, as it would be printed. */
function asPrinted({ value, decimals }: Figure, unit: string): PrintedNumber {
  const shown = decimals ?? usualDecimals(value, unit);
  return { value: roundHalfAway(value, heldDecimals(shown, unit)), decimals: shown, unit };
}

/** How many printed numbers an answer rests on. */
function inputCount(book: Book, view: View, parts: readonly Part[], otherwise: Otherwise): number {
  const used = new Set<Given>();
  const trial = { values: new Map<Given, number>(), onGiven: (given: Given) => void used.add(given) };
  answerTo(parts, figuresOf(book, view, { ...otherwise, trial }));
  return used.size;
}

/** The routes besides the shown one, over figures that do not know the cell's own facts. */
function candidatesFor(bare: Book, view: View, { id, kind }: Line, span: Span, shown: Figure): Candidate[] {
  const { formulas, memberOf } = formulasOf(bare.lines);
  const figures = figuresOf(bare, view);
  const isFirm = { isFirm: true };
  const candidates: Candidate[] = [];
  const path = shown.route === "derived" ? null : figures.pathOf(id, span);
  if (path !== null) {
    // A dash on the way counts as nothing.
    const told = path.filter(({ fact }) => fact.stated !== "does-not-exist");
    const parts = told.map(({ fact, sign }) => ({ ...lineOn(id, fact.span), sign }));
    candidates.push({ route: "derived", parts, otherwise: {}, path });
  }
  const formula = formulas.get(id);
  if (formula !== undefined && shown.route !== "computed")
    candidates.push({
      route: "computed",
      parts: [{ sign: 1, expression: formula, span }],
      // A ratio implies nothing, and is held against all figures (`checks/ways.ts`).
      otherwise: kind === "ratio" ? {} : isFirm,
    });
  const shownBy = shown.route === "implied" ? figures.impliedBy(id, span) : null;
  const firm = figuresOf(bare, view, isFirm);
  for (const by of memberOf.get(id) ?? []) {
    const parts = by === shownBy ? null : restOf(firm, by, id, span);
    if (parts !== null) candidates.push({ route: "implied", parts, otherwise: isFirm, by });
  }
  const change = figures.impliedBy(id, span);
  if (shownBy === null && change !== null && "statement" in change)
    candidates.push({ route: "implied", parts: [lineOn(id, span)], otherwise: {}, by: change });
  return candidates;
}

/** What a sum's total leaves for one member; null where the total is itself computed, or another member is missing. */
function restOf(figures: Figures, { total, members }: Identity, line: string, span: Span): Part[] | null {
  const whole = figures.cell(total, span);
  if (!isFigure(whole) || (whole.route !== "reported" && whole.route !== "derived")) return null;
  const own = members.find((member) => member.line === line)?.sign ?? 1;
  const parts: Part[] = [{ ...lineOn(total, span), sign: own }];
  for (const { line: member, sign } of members) {
    if (member === line) continue;
    const cell = figures.cell(member, span);
    if (isFigure(cell)) parts.push({ ...lineOn(member, span), sign: sign === own ? -1 : 1 });
    else if (!isDash(cell)) return null;
  }
  return parts;
}
