/**
 * Turns a figure of the book into a formula of the sheet that comes to the same value, and to the
 * same blank.
 *
 * A cell of the sheet is a number, `""` (no figure) or `"-"` (a dash, which counts as nothing in a
 * sum). A blank must never count as zero, so a formula first counts the numbers it needs, then asks
 * what the book would refuse (a divisor of zero, growth on a loss), and only then calculates:
 *
 *   =IF(COUNT(C6,C20)<2,"",IF(C6=0,"",C20/C6))
 *
 * Arithmetic keeps its form, for the language has Excel's precedence. What lies on a span without a
 * column is worked out in place where the cells for that are there: twelve months from four quarters.
 */
import type { Basis, Line } from "#core/book.ts";
import { homeOf } from "#core/book.ts";
import type { Cell, Figure } from "#core/figures/cell.ts";
import { isDash, isFigure } from "#core/figures/cell.ts";
import type { Figures } from "#core/figures/figures.ts";
import type { LineFormulas } from "#core/figures/formulas.ts";
import { childrenOf, isStock } from "#core/figures/formulas.ts";
import { termsOf } from "#core/formula/compile.ts";
import type { Expression } from "#core/formula/expression.ts";
import { isTooNested } from "#core/formula/nesting.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, quartersOf, spanKey } from "#core/timeline.ts";
import type { Member, Term } from "#workbook/formula-terms.ts";
import {
  ATOM,
  CannotSay,
  MOST_CHARACTERS,
  arithmetic,
  cellTerm,
  finished,
  isWithinLimits,
  needing,
  sumOf,
} from "#workbook/formula-terms.ts";
import type { Translation } from "#workbook/translate-functions.ts";
import { TRANSLATIONS } from "#workbook/translate-functions.ts";

/** What stands where in the sheet. */
interface SheetGround extends LineFormulas {
  readonly basis: Basis;
  readonly figures: Figures;
  /** The cell of a line on a span, `C8`; null where the sheet has none. */
  readonly place: (line: string, span: Span) => string | null;
  /** Whether any cell of a line says `-`. Where none does, formulas need not ask. */
  readonly mayBeDash: (line: string) => boolean;
  /** The earliest boundary that a fact of any basis touches; null where there is none. */
  readonly begins: number | null;
  /** Whether the company uses a line of the book. */
  readonly isUsed: (line: string) => boolean;
  /** The boundaries at which something breaks that a line's figures can rest on. */
  readonly breaksBeneath: (line: string) => readonly number[];
}

export type Translated =
  | { readonly formula: string }
  /** The line has no figure on such a span, whatever is entered. */
  | { readonly problem: "no-such-span" }
  /** Something it rests on is not in the sheet, or cannot be said in a sheet's formula. */
  | { readonly problem: "not-in-sheet" };

/** A translator for the figures of one sheet. */
export function formulasOfSheet(ground: SheetGround): {
  /** The figure of a line on a span, by the route it came, or by the line's formula where it has none yet. */
  figure(line: Line, span: Span): Translated;
  /** The same figure as another cell of the sheet. */
  link(line: Line, cell: string): Translated;
} {
  const { lines, formulas, figures, place, mayBeDash, basis } = ground;
  const underWay = new Set<string>();
  /** The end of the latest span that what is asked now will be compared with. */
  let comparedWith = Number.NEGATIVE_INFINITY;

  function reference(id: string, span: Span): Term | null {
    const line = lines.get(id);
    if (line === undefined) throw new RangeError(`the book has no line ${id}`);
    if (line.kind !== "stock" && span.length <= 0) return null;
    // Which figures of before a break were restated since, the sheet does not say.
    const isBefore = (at: number): boolean => (line.kind === "stock" ? endOf(span) <= at : span.start < at);
    if (ground.breaksBeneath(id).some((at) => isBefore(at) && at < comparedWith)) throw new CannotSay();
    const cell = place(id, span);
    if (cell !== null) return cellTerm(cell, mayBeDash(id));
    const figure = figures.cell(id, span);
    // What is missing where the sheet has no cell for it stays missing; a dash would count as nothing.
    if (!isFigure(figure) && !isDash(figure)) return null;
    // A dash that is reported there stands in no cell, and what other cells join to may be a number.
    if (isDash(figure) && figures.reportedAt(id, homeOf(line, span)) !== null) throw new CannotSay();
    const outer = comparedWith;
    comparedWith = Number.NEGATIVE_INFINITY;
    const inner = worked(line, homeOf(line, span), figure);
    comparedWith = outer;
    return inner === null || inner.binding === ATOM ? inner : { ...inner, text: `(${inner.text})`, binding: ATOM };
  }

  /** By the route the figure came, dashes that were joined among them; else by the line's formula. */
  function worked(line: Line, home: Span, cell: Cell): Term | null {
    if (isFigure(cell)) return byRoute(line, home, cell);
    const path = isDash(cell) ? figures.pathOf(line.id, home) : null;
    if (path === null) return byFormula(line, home);
    const dashes = path.map(({ fact, sign }) => ({ sign, span: fact.span }));
    return joined(line, dashes);
  }

  function byRoute(line: Line, home: Span, figure: Figure): Term | null {
    switch (figure.route) {
      case "computed":
        return byFormula(line, home);
      case "derived":
        return joined(line, stepsOf(figure, home));
      case "summed":
        return sumOf(quartersOf(home).map((quarter) => ({ sign: 1, term: reference(line.id, quarter) })));
      case "implied":
        return byIdentity(line, home, figure);
      case "reported":
        throw new CannotSay();
    }
  }

  const joined = (line: Line, steps: readonly Walked[]): Term | null =>
    sumOf(steps.map(({ sign, span }) => ({ sign, term: factTerm(line, span) })));

  /** The total less the other members. A level that a printed change implies has no cell to be worked out from. */
  function byIdentity(line: Line, home: Span, { value }: Figure): Term | null {
    const by = figures.impliedBy(line.id, home);
    if (by === null || "statement" in by) throw new CannotSay();
    const own = by.members.find((member) => member.line === line.id)?.sign ?? 1;
    const parts = [
      { line: by.total, sign: own },
      ...by.members
        .filter((member) => member.line !== line.id)
        .map((member) => ({ line: member.line, sign: own === member.sign ? (-1 as const) : (1 as const) })),
    ];
    // An implied value never rests on an implied one, which the cell of a member may show.
    const shown = parts.map((part) => part.sign * numberIn(figures.cell(part.line, home)));
    const off = Math.abs(shown.reduce((sum, part) => sum + part, 0) - value);
    if (!(off <= SAME * Math.max(...shown.map(Math.abs)))) throw new CannotSay();
    return sumOf(parts.map((part): Member => ({ sign: part.sign, term: reference(part.line, home) })));
  }

  /** The cell of a reported figure that a derived one rests on: it must show that very figure, or the dash. */
  function factTerm(line: Line, span: Span): Term {
    const cell = place(line.id, span);
    const shown = figures.cell(line.id, span);
    if (cell === null || !(isDash(shown) || (isFigure(shown) && shown.route === "reported"))) throw new CannotSay();
    return cellTerm(cell, isDash(shown));
  }

  function byFormula(line: Line, home: Span): Term | null {
    const formula = formulas.get(line.id);
    const key = `${line.id} ${spanKey(home)}`;
    if (formula === undefined || underWay.has(key)) throw new CannotSay();
    underWay.add(key);
    try {
      return at(formula, home);
    } finally {
      underWay.delete(key);
    }
  }

  function at(expression: Expression, span: Span): Term | null {
    const term = translated(expression, span);
    // Terms are repeated in the questions about them: they would grow past all bounds before the whole is looked at.
    if (term !== null && Math.max(term.text.length, term.shown?.length ?? 0) > MOST_CHARACTERS) throw new CannotSay();
    return term;
  }

  function translated(expression: Expression, span: Span): Term | null {
    switch (expression.kind) {
      case "number":
        return { ...needing([], String(expression.value).toUpperCase(), ATOM), constant: true };
      case "line":
        return reference(expression.id, span);
      case "negate":
        return sumOf(membersOf(expression, span));
      case "arithmetic":
      case "comparison": {
        if (expression.operator === "+" || expression.operator === "-") return sumOf(membersOf(expression, span));
        const left = at(expression.left, span);
        const right = at(expression.right, span);
        return left === null || right === null ? null : arithmetic(expression.operator, left, right);
      }
      case "call": {
        const translate = TRANSLATIONS[expression.name];
        if (translate === undefined) throw new CannotSay();
        return isTooNested(expression) ? null : translate(translationOn(span), expression.args);
      }
    }
  }

  /** A sum within a sum is one sum: a dash counts as nothing in either. */
  function membersOf(expression: Expression, span: Span): readonly Member[] {
    return termsOf(expression).flatMap(({ sign, of }): readonly Member[] => {
      if (of.kind !== "call" || (of.name !== "sum" && of.name !== "children")) return [{ sign, term: at(of, span) }];
      const inner = of.name === "sum" ? of.args : childrenIn(of.args);
      if (inner === null) return [{ sign, term: null }];
      return inner
        .flatMap((part) => membersOf(part, span))
        .map((member) => ({ ...member, sign: sign === member.sign ? 1 : -1 }));
    });
  }

  /** Null where they are measured in several units, and so have no sum. */
  const childrenIn = ([parent]: readonly Expression[]): readonly Expression[] | null =>
    parent?.kind === "line" ? childrenOf(ground, parent.id, ground.isUsed) : null;

  const translationOn = (span: Span): Translation => ({
    span,
    basis,
    at,
    before: (inner, on) => {
      if (basis === "target") throw new CannotSay();
      const outer = comparedWith;
      comparedWith = Math.max(outer, endOf(span));
      const term = at(inner, on);
      comparedWith = outer;
      return term;
    },
    membersOf,
    isStock: (inner) => isStock(inner, lines),
  });

  const said = (make: () => Term | null): Translated => {
    comparedWith = Number.NEGATIVE_INFINITY;
    try {
      const term = make();
      if (term === null) return { problem: "no-such-span" };
      const formula = finished(term);
      return isWithinLimits(formula) ? { formula } : { problem: "not-in-sheet" };
    } catch (error) {
      if (error instanceof CannotSay) return { problem: "not-in-sheet" };
      throw error;
    }
  };

  return {
    figure: (line, span) => {
      const home = homeOf(line, span);
      const shown = figures.cell(line.id, home);
      // Before everything nothing is known, be the formula a mere number.
      if (!isFigure(shown) && endOf(home) < (ground.begins ?? Infinity)) return { problem: "no-such-span" };
      return said(() => worked(line, home, shown));
    },
    link: (line, cell) => said(() => cellTerm(cell, mayBeDash(line.id))),
  };
}

/** A reported span, walked forwards or backwards. */
interface Walked {
  readonly sign: 1 | -1;
  readonly span: Span;
}

/** The reported spans of a derived figure with their signs: its facts are in the order of their path. */
export function stepsOf(figure: Figure, home: Span): readonly Walked[] {
  let boundary = home.start;
  return figure.facts.map(({ span }) => {
    const sign = span.start === boundary ? 1 : -1;
    boundary = sign === 1 ? endOf(span) : span.start;
    return { sign, span };
  });
}

const numberIn = (cell: Cell): number => (isFigure(cell) ? cell.value : isDash(cell) ? 0 : Number.NaN);

/** Two ways to one sum differ by less than this share of its largest member, by the rounding of doubles alone. */
const SAME = 1e-9;
