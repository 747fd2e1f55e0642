/** Makes the cells of pages: a line's own figure, or one put together by an expression, each held against what is printed. */
import type { Basis, Book, Company, Line, Printed } from "#core/book.ts";
import { homeOf } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import { isFigure } from "#core/figures/cell.ts";
import type { Route } from "#core/figures/cell.ts";
import type { Figures } from "#core/figures/figures.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { usualDecimals } from "#core/format-amount.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import { unitOfExpression } from "#core/formula/unit-of-expression.ts";
import { growth } from "#core/formula/program.ts";
import type { Gap } from "#core/gaps.ts";
import { reasonOf } from "#core/states.ts";
import type { Span } from "#core/timeline.ts";
import { lastDigit, unitOf, valueOf } from "#core/units.ts";
import { claimsOf } from "./claims.ts";
import type { PageAsk, PageCell, PagePlace } from "./page-cell.ts";
import { weakestOf } from "./page-cell.ts";

/** A cell that an expression rests on: its digits and its route are the expression's. */
export interface Rest {
  readonly line: string;
  readonly span: Span;
  readonly basis?: Basis;
}

/** What an expression's cell may be besides its value. */
export interface Asked {
  /** The basis it is evaluated on; actual unless said. On the target basis growth compares with actuals. */
  readonly basis?: Basis;
  /** A cell of the book that is the same figure, for its printed percentage and its explanation. */
  readonly same?: Rest;
  /** A gap that stands in for the value: growth that would mislead. What a source prints does not undo it. */
  readonly instead?: Gap | null;
}

export interface PageFigures {
  readonly book: Book;
  readonly ask: PageAsk;
  readonly company: Company;
  line(id: string): Line;
  /** A line's own figure. @throws RangeError for a line the book does not have. */
  cell(line: string, span: Span, basis?: Basis): PageCell;
  /** A figure put together. @throws RangeError for an expression that cannot be read. */
  expression(text: string, span: Span, rests: readonly Rest[], asked?: Asked): PageCell;
}

/**
 * @param checks what was found in this very book as of the asked date, where that is known already
 * @throws RangeError for a company the book does not have, and for a span that is no stretch of one to four quarters
 */
export function pageFiguresOf(book: Book, ask: PageAsk, checks: readonly Check[] | null): PageFigures {
  const { company, scope, span, asOf } = ask;
  const known = book.companies.find(({ id }) => id === company);
  if (known === undefined) throw new RangeError(`the book has no company ${company}`);
  if (span.length < 1 || span.length > 4) throw new RangeError(`a page has one to four quarters, not ${span.length}`);
  const { lines } = formulasOf(book.lines);
  const claims = claimsOf(book, { company, scope, asOf }, checks);
  const bases = new Map<Basis, Figures>();
  const figures = (basis: Basis): Figures => {
    let of = bases.get(basis);
    if (of === undefined) bases.set(basis, (of = figuresOf(book, { company, scope, basis, asOf })));
    return of;
  };
  const lineOf = (id: string): Line => {
    const line = lines.get(id);
    if (line === undefined) throw new RangeError(`the book has no line ${id}`);
    return line;
  };
  const placeOf = (line: string, at: Span, basis: Basis): PagePlace => ({
    line,
    span: homeOf(lineOf(line), at),
    scope,
    basis,
  });

  const cell = (id: string, at: Span, basis: Basis = "actual"): PageCell => {
    const line = lineOf(id);
    const place = placeOf(id, at, basis);
    const found = figures(basis).cell(id, at);
    const bare = { unit: line.unit, span: at, place, expression: null };
    const check = basis === "actual" ? claims.on(id, place.span) : null;
    if (!isFigure(found)) return { ...bare, ...gapOf(found) };
    const fact = basis === "actual" && found.route === "computed" ? figures(basis).reportedAt(id, at) : null;
    const { value, decimals, route, weakest } = found;
    const shown = { ...bare, value, decimals, route, weakest, gap: null, printed: null };
    if (fact !== null && fact.stated !== "does-not-exist" && check !== null)
      return { ...shown, ...againstPrint(check, fact.stated, shown, line.unit) };
    const verdict = route === "reported" ? (check?.verdict ?? null) : null;
    return { ...shown, verdict, flagged: verdict === "outside" };
  };

  const expression = (text: string, at: Span, rests: readonly Rest[], asked: Asked = {}): PageCell => {
    const formula = readFormula(text, lines);
    if ("problem" in formula) throw new RangeError(`${text}: ${formula.problem.code} at ${formula.problem.from}`);
    const { basis = "actual", same, instead = null } = asked;
    const unit = unitOfExpression(formula.expression, lines) ?? "";
    const place = same === undefined ? null : placeOf(same.line, same.span, same.basis ?? "actual");
    const bare = { unit, span: at, place, expression: text };
    if (instead !== null) return { ...bare, ...gapOf(instead) };
    const claim = basis === "actual" ? claims.of(formula.expression, at) : null;
    const answer = figures(basis).evaluate(formula.expression, at);
    if (typeof answer !== "number") {
      // What only waits for figures may be printed all the same; growth that would mislead is not shown even then.
      const isWaiting = answer.gap === "not-entered" || answer.gap === "needs";
      if (!isWaiting || claim?.statement == null) return { ...bare, ...gapOf(answer) };
      return { ...bare, ...ofPrint(claim.statement.printed, unit), verdict: claim.verdict };
    }
    const cells = rests.map((rest) => cell(rest.line, rest.span, rest.basis));
    const shown = {
      ...bare,
      value: answer,
      decimals: unitOf(unit).kind === "percent" || unitOf(unit).kind === "points" ? null : finestOf(cells, unit),
      route: "computed" as const,
      weakest: weakestOf(["computed", ...cells.map((rest) => rest.weakest)]),
      gap: null,
      printed: null,
    };
    if (claim?.statement != null) return { ...shown, ...againstPrint(claim, claim.statement.printed, shown, unit) };
    const printed = same === undefined ? null : cell(same.line, same.span, same.basis);
    if (printed?.printed == null || printed.unit !== unit) return { ...shown, verdict: null, flagged: false };
    const { value, decimals, route, weakest, verdict, flagged } = printed;
    return { ...shown, value, decimals, route, weakest, printed: printed.printed, verdict, flagged };
  };

  return { book, ask, company: known, line: lineOf, cell, expression };
}

type Found = Omit<PageCell, "unit" | "span" | "place" | "expression">;

const gapOf = (gap: Gap): Found => ({
  value: null,
  decimals: null,
  route: null,
  weakest: null,
  gap,
  printed: null,
  verdict: null,
  flagged: false,
});

const ofPrint = (printed: Printed, unit: string): Found => ({
  value: valueOf(printed, unit),
  decimals: printed.decimals,
  route: "reported",
  weakest: "reported",
  gap: null,
  printed,
  verdict: null,
  flagged: false,
});

/** Two ways to one double differ by less than this part of it. */
const HAIR = 1e-9;

/**
 * The printed figure where it agrees with the recomputed one, else the recomputed one, flagged. A
 * print speaks of its own source's figures: where they have been restated since, it says nothing of these.
 */
function againstPrint(
  { verdict, computed }: Check,
  printed: Printed,
  shown: {
    readonly value: number;
    readonly decimals: number | null;
    readonly route: Route;
    readonly weakest: Route | null;
  },
  unit: string,
): Found {
  const { value, decimals, route, weakest } = shown;
  // A claim that could not be judged by its own source's figures may be by what has been entered since.
  const isOutdated =
    computed === null
      ? Math.abs(valueOf(printed, unit) - value) > lastDigit(printed.decimals, unit)
      : Math.abs(computed - value) > HAIR * Math.max(1, Math.abs(value));
  const recomputed = { value, decimals, route, weakest, gap: null };
  if (isOutdated) return { ...recomputed, printed: null, verdict: null, flagged: false };
  if (verdict === "outside") return { ...recomputed, decimals: printed.decimals, printed, verdict, flagged: true };
  return { ...ofPrint(printed, unit), verdict };
}

/**
 * The finest digit among cells, as printed, or of a worked out one in the result's own unit as it is shown; null where
 * one has neither.
 */
function finestOf(cells: readonly PageCell[], unit: string): number | null {
  const decimals = cells.flatMap((cell) => {
    const shown = cell.value === null || cell.unit !== unit ? null : usualDecimals(cell.value, unit);
    return cell.decimals ?? shown ?? [];
  });
  return decimals.length === 0 || decimals.length < cells.length ? null : Math.max(...decimals);
}

/** Why growth from one figure to another would mislead in percent, and what happened instead; null where it would not. */
export function misleadingGrowth(now: number | null, before: number | null): Gap | null {
  if (now === null || before === null) return null;
  const machine = { gap: 0, decimals: 0, rests: 0 };
  return Number.isNaN(growth(machine, now, before)) ? reasonOf(machine.gap) : null;
}
