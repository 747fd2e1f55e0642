/**
 * The figures of a company: for every cell the first route that answers.
 *
 *   reported   the fact in force
 *   derived    flows only: the signed sum along the best path of reported spans
 *   computed   the line's formula on that very span
 *
 * A `%` line prefers computed over reported, since the printed percentage is the coarser of the
 * two; where it cannot be computed the reported one shows, and it is never stretched to other spans.
 *
 * Nothing is stored: make new figures after a change. Cells are worked out when asked for and kept.
 */
import type { Book, Fact, Line } from "#core/book.ts";
import { homeOf } from "#core/book.ts";
import type { Cell, Figure } from "#core/figures/cell.ts";
import { isFigure } from "#core/figures/cell.ts";
import type { Graph, Step } from "#core/figures/derive.ts";
import { bestPath, graphOf } from "#core/figures/derive.ts";
import type { FactsByLine, View } from "#core/figures/facts-in-force.ts";
import { factsInForce, rankOfSources } from "#core/figures/facts-in-force.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { evaluateWith, termsOf } from "#core/formula/evaluate.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { Evaluation, TargetVintage } from "#core/formula/functions.ts";
import type { Result } from "#core/formula/results.ts";
import { CYCLE, DOES_NOT_EXIST, NOT_ENTERED, NO_SUCH_SPAN, isNumber } from "#core/formula/results.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, sameSpan, spanKey } from "#core/timeline.ts";
import { unitOf, valueOf } from "#core/units.ts";

/** A cell that another rests on. */
export interface Input {
  readonly line: string;
  readonly span: Span;
  readonly cell: Cell;
}

export interface Figures {
  /**
   * The answer for a line on a span, in the line's unit (`%` as a plain number). A balance asked
   * for a span answers with its value at the span's end. A gap where no route answers.
   * @throws RangeError for a line the book does not have.
   */
  cell(line: string, span: Span): Cell;
  /** An expression on a span; its lines must be known (`readFormula`). */
  evaluate(expression: Expression, span: Span): Result;
  /** The cells a computed answer, or a gap in its place, rests on directly; none for other routes. */
  inputsOf(line: string, span: Span): readonly Input[];
  /** The fact in force of a cell, even where another route is shown; null where there is none. */
  reportedAt(line: string, span: Span): Fact | null;
}

/** What one set of figures needs beside the book: stand-ins for some facts' values, and who is told of each fact used. */
export interface Trial {
  /** Values that stand in for the printed ones. */
  readonly values: ReadonlyMap<Fact, number>;
  readonly onFact: (fact: Fact) => void;
}

const AS_PRINTED: Trial = { values: new Map(), onFact: () => undefined };

/** Everything that stays the same while one book is looked at from several sides. */
interface Ground {
  readonly book: Book;
  readonly view: View;
  readonly lines: ReadonlyMap<string, Line>;
  readonly formulas: ReadonlyMap<string, Expression>;
  readonly children: ReadonlyMap<string, readonly Expression[]>;
  readonly rankOf: (fact: Fact) => number;
  /** The first boundary any fact of the company touches: nothing is known before it. */
  readonly earliest: number;
  readonly trial: Trial;
  /** The figures of another basis or vintage over the same ground. */
  readonly on: (basis: View["basis"], vintage: TargetVintage) => Internals;
}

interface Internals extends Figures {
  result(line: string, span: Span): Result;
}

/** The figures of one company, scope and basis, as of a date. */
export function figuresOf(book: Book, view: View, trial: Trial = AS_PRINTED): Figures {
  const ranks = rankOfSources(book);
  const sides = new Map<string, Internals>();
  let earliest = Infinity;
  for (const { company, scope, span } of book.facts)
    if (company === view.company && scope === view.scope) earliest = Math.min(earliest, span.start);
  const ground: Ground = {
    book,
    view,
    ...formulasOf(book.lines),
    rankOf: (fact) => ranks.get(fact.source) ?? -1,
    earliest,
    trial,
    on: (basis, vintage) => {
      const key = `${basis}/${vintage}`;
      let side = sides.get(key);
      if (side === undefined) sides.set(key, (side = sideOf(ground, basis, vintage)));
      return side;
    },
  };
  return ground.on(view.basis, "latest");
}

function sideOf(ground: Ground, basis: View["basis"], vintage: TargetVintage): Internals {
  const { lines, formulas, trial } = ground;
  const facts: FactsByLine = factsInForce(ground.book, { ...ground.view, basis }, vintage);
  const graphs = new Map<string, Graph>();
  const cells = new Map<string, Map<string, Cell>>();
  const underWay = new Set<string>();

  const lineOf = (id: string): Line => {
    const line = lines.get(id);
    if (line === undefined) throw new RangeError(`the book has no line ${id}`);
    return line;
  };

  const valueOfFact = (fact: Fact, unit: string): number => {
    trial.onFact(fact);
    return trial.values.get(fact) ?? (fact.stated === "does-not-exist" ? 0 : valueOf(fact.stated, unit));
  };

  function cell(id: string, span: Span): Cell {
    const line = lineOf(id);
    const home = homeOf(line, span);
    let known = cells.get(id);
    if (known === undefined) cells.set(id, (known = new Map()));
    const key = spanKey(home);
    const present = known.get(key);
    if (present !== undefined) return present;
    if (line.kind !== "stock" && home.length <= 0) return NO_SUCH_SPAN;
    if (endOf(home) < ground.earliest) return NOT_ENTERED;
    const path = `${id} ${key}`;
    if (underWay.has(path)) return CYCLE;
    underWay.add(path);
    const answer = firstAnswer(line, home);
    underWay.delete(path);
    known.set(key, answer);
    return answer;
  }

  function firstAnswer(line: Line, home: Span): Cell {
    const fact = facts.get(line.id)?.get(spanKey(home));
    const formula = formulas.get(line.id);
    const reported = fact === undefined ? null : reportedCell(fact, line);
    const coarse = unitOf(line.unit).kind === "percent" && formula !== undefined;
    if (reported !== null && !coarse) return reported;
    const derived = line.kind === "flow" ? derivedCell(line, home) : null;
    if (derived !== null) return derived;
    const computed = formula === undefined ? null : computedCell(formula, home);
    if (computed !== null && (isFigure(computed) || reported === null)) return computed;
    return reported ?? NOT_ENTERED;
  }

  function reportedCell(fact: Fact, line: Line): Cell {
    if (fact.stated === "does-not-exist") return DOES_NOT_EXIST;
    const value = valueOfFact(fact, line.unit);
    return { value, route: "reported", decimals: fact.stated.decimals, facts: [fact], mixedVintages: false };
  }

  function derivedCell(line: Line, home: Span): Figure | null {
    const own = facts.get(line.id);
    if (own === undefined) return null;
    let graph = graphs.get(line.id);
    if (graph === undefined) graphs.set(line.id, (graph = graphOf(own.values())));
    const path = bestPath(graph, home, ground.rankOf);
    if (path === null) return null;
    let value = 0;
    let decimals = -Infinity;
    for (const { fact, sign } of path) {
      value += sign * valueOfFact(fact, line.unit);
      if (fact.stated !== "does-not-exist") decimals = Math.max(decimals, fact.stated.decimals);
    }
    return { value, route: "derived", decimals, facts: path.map((step) => step.fact), mixedVintages: mixes(path) };
  }

  /** A restated figure beside one from a source published before the restatement. */
  const mixes = (path: readonly Step[]): boolean =>
    path.some(({ fact }) => fact.restated && path.some((other) => ground.rankOf(other.fact) < ground.rankOf(fact)));

  function computedCell(formula: Expression, home: Span): Cell {
    const result = evaluate(formula, home);
    if (!isNumber(result)) return result;
    return { value: result, route: "computed", decimals: decimalsOf(formula, home), facts: [], mixedVintages: false };
  }

  /** A plain sum of printed amounts has their last digit; anything else has none of its own. */
  function decimalsOf(formula: Expression, span: Span): number | null {
    let decimals = -Infinity;
    for (const { of } of termsOf(formula)) {
      if (of.kind !== "line") return null;
      const part = cell(of.id, span);
      if (!isFigure(part)) continue;
      if (part.decimals === null) return null;
      decimals = Math.max(decimals, part.decimals);
    }
    return decimals;
  }

  function result(id: string, span: Span): Result {
    const answer = cell(id, span);
    if (isFigure(answer)) return answer.value;
    // Whoever reads the gap is sent to the line itself, which then says what it needs in turn.
    if (answer.gap === "not-entered" || answer.gap === "needs")
      return { gap: "needs", needs: [{ line: id, span: homeOf(lineOf(id), span) }] };
    return answer;
  }

  function evaluationOn(span: Span, asked: (id: string, span: Span) => Result): Evaluation {
    const earlierSide = basis === "target" ? ground.on("actual", "latest") : null;
    const evaluation: Evaluation = {
      span,
      at: (inner, on) => evaluateWith(evaluationOn(on, asked), inner, (id) => asked(id, on)),
      before: (inner, on) => (earlierSide === null ? evaluation.at(inner, on) : earlierSide.evaluate(inner, on)),
      on: (wanted, which, inner, on) =>
        wanted === basis && which === vintage ? evaluation.at(inner, on) : ground.on(wanted, which).evaluate(inner, on),
      childrenOf: (id) => ground.children.get(id) ?? [],
      isStock: (inner) => isStock(inner, lines),
    };
    return evaluation;
  }

  const evaluate = (expression: Expression, span: Span): Result =>
    evaluateWith(evaluationOn(span, result), expression, (id) => result(id, span));

  function inputsOf(id: string, span: Span): readonly Input[] {
    const home = homeOf(lineOf(id), span);
    const formula = formulas.get(id);
    const shown = cell(id, span);
    if (formula === undefined || (isFigure(shown) && shown.route !== "computed")) return [];
    const inputs: Input[] = [];
    const asked = (inputId: string, on: Span): Result => {
      const input = { line: inputId, span: homeOf(lineOf(inputId), on), cell: cell(inputId, on) };
      if (!inputs.some((other) => other.line === inputId && sameSpan(other.span, input.span))) inputs.push(input);
      return result(inputId, on);
    };
    evaluateWith(evaluationOn(home, asked), formula, (inputId) => asked(inputId, home));
    return inputs;
  }

  const reportedAt = (id: string, span: Span): Fact | null =>
    facts.get(id)?.get(spanKey(homeOf(lineOf(id), span))) ?? null;

  return { cell, result, evaluate, inputsOf, reportedAt };
}

function isStock(expression: Expression, lines: ReadonlyMap<string, Line>): boolean {
  switch (expression.kind) {
    case "number":
      return true;
    case "line":
      return lines.get(expression.id)?.kind === "stock";
    case "negate":
      return isStock(expression.of, lines);
    case "arithmetic":
    case "comparison":
      return isStock(expression.left, lines) && isStock(expression.right, lines);
    case "call":
      return expression.args.every((arg) => arg.kind === "number" || isStock(arg, lines));
  }
}
