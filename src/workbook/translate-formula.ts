/**
 * Turns a figure of the book into a formula of the sheet that comes to the same value, and to the
 * same blank.
 *
 * A cell of the sheet is a number, `""` (no figure) or `"-"` (does not exist). A blank must never
 * count as zero, so a formula first counts the numbers it needs, then asks what the book would
 * refuse (a divisor of zero, growth on a loss), and only then calculates:
 *
 *   =IF(COUNT(C6,C20)<2,"",IF(C6=0,"",C20/C6))
 *
 * Arithmetic keeps its form, for the language has Excel's precedence. What lies on a span without a
 * column is worked out in place where the cells for that are there: twelve months from four quarters.
 */
import type { Basis, Line } from "#core/book.ts";
import { homeOf } from "#core/book.ts";
import type { Figure } from "#core/figures/cell.ts";
import { isFigure } from "#core/figures/cell.ts";
import type { Figures } from "#core/figures/figures.ts";
import type { LineFormulas } from "#core/figures/formulas.ts";
import { isStock } from "#core/figures/formulas.ts";
import { termsOf } from "#core/formula/compile.ts";
import type { Expression } from "#core/formula/expression.ts";
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
  readonly mayNotExist: (line: string) => boolean;
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
  const { lines, formulas, children, figures, place, mayNotExist, basis } = ground;
  const underWay = new Set<string>();

  function reference(id: string, span: Span): Term | null {
    const line = lines.get(id);
    if (line === undefined) throw new RangeError(`the book has no line ${id}`);
    if (line.kind !== "stock" && span.length <= 0) return null;
    const cell = place(id, span);
    if (cell !== null) return cellTerm(cell, mayNotExist(id));
    const figure = figures.cell(id, span);
    // What is missing where the sheet has no cell for it stays missing; what does not exist would count as nothing.
    if (!isFigure(figure) && figure.gap !== "does-not-exist") return null;
    if (!isFigure(figure)) throw new CannotSay();
    const inner = byRoute(line, homeOf(line, span), figure);
    return inner === null || inner.binding === ATOM ? inner : { ...inner, text: `(${inner.text})`, binding: ATOM };
  }

  function byRoute(line: Line, home: Span, figure: Figure): Term | null {
    switch (figure.route) {
      case "computed":
        return byFormula(line, home);
      case "derived":
        return sumOf(stepsOf(figure, home).map(({ sign, span }) => ({ sign, term: factTerm(line, span) })));
      case "summed":
        return sumOf(quartersOf(home).map((quarter) => ({ sign: 1, term: reference(line.id, quarter) })));
      case "implied":
        return byIdentity(line, home);
      case "reported":
        throw new CannotSay();
    }
  }

  /** The total less the other members. A level that a printed change implies has no cell to be worked out from. */
  function byIdentity(line: Line, home: Span): Term | null {
    const by = figures.impliedBy(line.id, home);
    if (by === null || "statement" in by) throw new CannotSay();
    const own = by.members.find((member) => member.line === line.id)?.sign ?? 1;
    const others = by.members.filter((member) => member.line !== line.id);
    return sumOf([
      { sign: own, term: reference(by.total, home) },
      ...others.map((member): Member => ({ sign: own === member.sign ? -1 : 1, term: reference(member.line, home) })),
    ]);
  }

  /** The cell of a reported figure that a derived one rests on: it must show that very figure, or the dash. */
  function factTerm(line: Line, span: Span): Term {
    const cell = place(line.id, span);
    const shown = figures.cell(line.id, span);
    const isDash = !isFigure(shown) && shown.gap === "does-not-exist";
    if (cell === null || !(isDash || (isFigure(shown) && shown.route === "reported"))) throw new CannotSay();
    return cellTerm(cell, isDash);
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
    switch (expression.kind) {
      case "number":
        return { ...needing([], String(expression.value).toUpperCase(), ATOM), constant: true };
      case "line":
        return reference(expression.id, span);
      case "negate":
      case "arithmetic":
      case "comparison":
        return operation(expression, span);
      case "call": {
        const translate = TRANSLATIONS[expression.name];
        if (translate === undefined) throw new CannotSay();
        return translate(translationOn(span), expression.args);
      }
    }
  }

  function operation(
    expression: Extract<Expression, { kind: "negate" | "arithmetic" | "comparison" }>,
    span: Span,
  ): Term | null {
    if (expression.kind === "negate") {
      const inner = at(expression.of, span);
      return inner === null ? null : arithmetic("negate", [inner]);
    }
    if (expression.kind === "arithmetic" && (expression.operator === "+" || expression.operator === "-"))
      return sumOf(membersOf(expression, span));
    const left = at(expression.left, span);
    const right = at(expression.right, span);
    return left === null || right === null ? null : arithmetic(expression.operator, [left, right]);
  }

  /** A sum within a sum is one sum: what does not exist counts as nothing in either. */
  function membersOf(expression: Expression, span: Span): readonly Member[] {
    return termsOf(expression).flatMap(({ sign, of }): readonly Member[] => {
      const inner = innerSum(of);
      if (inner === null) return [{ sign, term: at(of, span) }];
      return inner
        .flatMap((part) => membersOf(part, span))
        .map((member) => ({ ...member, sign: sign === member.sign ? 1 : -1 }));
    });
  }

  function innerSum(expression: Expression): readonly Expression[] | null {
    if (expression.kind !== "call") return null;
    if (expression.name === "sum") return expression.args;
    const [parent] = expression.args;
    return expression.name === "children" && parent?.kind === "line" ? (children.get(parent.id) ?? []) : null;
  }

  const translationOn = (span: Span): Translation => ({
    span,
    basis,
    at,
    before: (inner, on) => {
      if (basis === "target") throw new CannotSay();
      return at(inner, on);
    },
    membersOf,
    isStock: (inner) => isStock(inner, lines),
  });

  const said = (make: () => Term | null): Translated => {
    try {
      const term = make();
      if (term === null) return { problem: "no-such-span" };
      const formula = finished(term);
      return formula.length > MOST_CHARACTERS ? { problem: "not-in-sheet" } : { formula };
    } catch (error) {
      if (error instanceof CannotSay) return { problem: "not-in-sheet" };
      throw error;
    }
  };

  return {
    figure: (line, span) => {
      const home = homeOf(line, span);
      const shown = figures.cell(line.id, home);
      return said(() => (isFigure(shown) ? byRoute(line, home, shown) : byFormula(line, home)));
    },
    link: (line, cell) => said(() => cellTerm(cell, mayNotExist(line.id))),
  };
}

/** The reported spans of a derived figure with their signs: its facts are in the order of their path. */
export function stepsOf(figure: Figure, home: Span): readonly { readonly sign: 1 | -1; readonly span: Span }[] {
  let boundary = home.start;
  return figure.facts.map(({ span }) => {
    const sign = span.start === boundary ? 1 : -1;
    boundary = sign === 1 ? endOf(span) : span.start;
    return { sign, span };
  });
}
