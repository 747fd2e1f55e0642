/** What a person is told of a cell: its facts, its precision, the cells it rests on, what it needs. */
import type { Basis, Fact } from "#core/book.ts";
import { homeOf } from "#core/book.ts";
import type { Cell, Figure } from "#core/figures/cell.ts";
import { isFigure } from "#core/figures/cell.ts";
import type { StatedChange } from "#core/figures/identities.ts";
import { startOf } from "#core/figures/implied.ts";
import type { Asked } from "#core/figures/machine.ts";
import type { Ground } from "#core/figures/ground.ts";
import type { Side } from "#core/figures/side.ts";
import { termsOf } from "#core/formula/compile.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { Gap, Need } from "#core/gaps.ts";
import { NOT_ENTERED, SUMMED, isWaiting, reasonOf, routeOf } from "#core/states.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, quartersOf, sameSpan } from "#core/timeline.ts";

/** A cell that another rests on. */
export interface Input {
  readonly line: string;
  readonly span: Span;
  readonly basis: Basis;
  readonly cell: Cell;
}

type Entered = NonNullable<Gap["entered"]>;

/** Past a fiscal year no document states a span that a shorter one would be taken out of. */
const LONGEST_STATED = 4;

export class Explainer {
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  cell(side: Side, line: string, span: Span): Cell {
    const state = side.state(line, endOf(span), span.length);
    return state <= SUMMED ? this.#figure(side, line, span, state) : this.#gap(side, line, span, state);
  }

  evaluate(side: Side, expression: Expression, span: Span): number | Gap {
    const { value, gap, asked } = side.record(side.program(expression), endOf(span), span.length);
    return Number.isNaN(value) ? gapWith(gap, needsAmong(asked)) : value;
  }

  inputsOf(side: Side, line: string, span: Span): readonly Input[] {
    const state = side.state(line, endOf(span), span.length);
    const route = state <= SUMMED ? routeOf(state) : "computed";
    switch (route) {
      case "reported":
      case "derived":
        return [];
      case "computed":
        return this.#asked(side, line, span).map((asked) => this.#input(asked.side, asked.line, spanAsked(asked)));
      case "implied":
        return this.#implying(side, line, span);
      case "summed":
        return quartersOf(span).map((quarter) => this.#input(side, line, quarter));
    }
  }

  #home(line: string, span: Span): Span {
    const known = this.#ground.formulas.lines.get(line);
    if (known === undefined) throw new RangeError(`the book has no line ${line}`);
    return homeOf(known, span);
  }

  #input(side: Side, line: string, span: Span): Input {
    return { line, span: this.#home(line, span), basis: side.basis, cell: this.cell(side, line, span) };
  }

  #figure(side: Side, line: string, span: Span, state: number): Figure {
    const end = endOf(span);
    const route = routeOf(state);
    const value = side.value(line, end, span.length);
    const weakest = routeOf(side.weakest(line, end, span.length));
    const facts = this.#factsOf(side, line, span, route);
    const decimals =
      route === "reported" || route === "derived"
        ? decimalsOf(facts)
        : route === "computed"
          ? this.#decimalsOfSum(side, line, span)
          : finest(this.inputsOf(side, line, span));
    return { value, route, weakest, decimals, facts, mixedVintages: route === "derived" && this.#mixes(facts) };
  }

  #factsOf(side: Side, line: string, span: Span, route: Figure["route"]): readonly Fact[] {
    const end = endOf(span);
    if (route === "derived") return (side.path(line, end, span.length) ?? []).map(({ fact }) => fact);
    const fact = route === "reported" ? side.fact(line, end, span.length) : undefined;
    return fact === undefined ? [] : [fact];
  }

  /** A restated figure beside one from a source published before the restatement. */
  #mixes(facts: readonly Fact[]): boolean {
    const { rankOf } = this.#ground.ledger;
    return facts.some((fact) => fact.restated && facts.some((other) => rankOf(other) < rankOf(fact)));
  }

  /** A plain sum of printed amounts has their last digit; anything else has none of its own. */
  #decimalsOfSum(side: Side, line: string, span: Span): number | null {
    const formula = this.#ground.formulas.formulas.get(line);
    if (formula === undefined || termsOf(formula).some(({ of }) => of.kind !== "line")) return null;
    return finest(this.inputsOf(side, line, span));
  }

  #gap(side: Side, line: string, span: Span, state: number): Gap {
    if (!isWaiting(state)) return reasonOf(state);
    const missing = state === NOT_ENTERED ? this.#missingSpan(side, line, span) : null;
    if (missing !== null) return { gap: "needs", needs: [missing] };
    const entered = this.#enteredOf(side, line, span);
    return { ...gapWith(state, needsAmong(this.#asked(side, line, span))), ...(entered === null ? {} : { entered }) };
  }

  /** The one span that would let a flow be derived: the rest of the shortest reported span around it that shares an end. */
  #missingSpan(side: Side, line: string, span: Span): Need | null {
    if (this.#ground.formulas.lines.get(line)?.kind !== "flow") return null;
    for (let length = span.length + 1; length <= LONGEST_STATED; length += 1) {
      const rests: readonly Span[] = [
        { start: endOf(span) - length, length: length - span.length },
        { start: endOf(span), length: length - span.length },
      ];
      for (const rest of rests) {
        const around = Math.max(endOf(span), endOf(rest));
        const fact = side.fact(line, around, length);
        if (fact === undefined || fact.stated === "does-not-exist") continue;
        if (isWaiting(side.state(line, endOf(rest), rest.length))) return { line, span: rest };
      }
    }
    return null;
  }

  /** How much of a sum is there, where the formula is one and some of it is. */
  #enteredOf(side: Side, line: string, span: Span): Entered | null {
    const formula = this.#ground.formulas.formulas.get(line);
    const terms = formula === undefined ? [] : termsOf(formula);
    if (terms.length < 2) return null;
    const home = this.#home(line, span);
    const there = terms
      .map(({ sign, of }) => sign * side.program(of)(endOf(home), home.length))
      .filter((value) => !Number.isNaN(value));
    return there.length === 0
      ? null
      : { count: there.length, of: terms.length, sum: there.reduce((sum, value) => sum + value, 0) };
  }

  /** The cells that a line's formula asks for, each once. */
  #asked(side: Side, line: string, span: Span): readonly Asked[] {
    const formula = this.#ground.formulas.formulas.get(line);
    if (formula === undefined) return [];
    const home = this.#home(line, span);
    const { asked } = side.record(side.program(formula), endOf(home), home.length);
    return asked.filter(
      (one, index) =>
        asked.findIndex(
          (other) =>
            other.line === one.line && other.side === one.side && other.end === one.end && other.length === one.length,
        ) === index,
    );
  }

  #implying(side: Side, line: string, span: Span): readonly Input[] {
    const home = this.#home(line, span);
    const by = side.implication(line, endOf(home), home.length)?.by;
    if (by === undefined) return [];
    if ("statement" in by) return [this.#input(side, line, otherEnd(by, home))];
    const others = by.members.filter((member) => member.line !== line);
    return [by.total, ...others.map((member) => member.line)].map((id) => this.#input(side, id, home));
  }
}

/** Where the level stands that a stated change starts from, seen from the level it leads to. */
function otherEnd(change: StatedChange, home: Span): Span {
  const now = endOf(change.statement.span);
  const end = endOf(home) === now ? startOf(change) : now;
  return { start: end - home.length, length: home.length };
}

const spanAsked = ({ end, length }: Asked): Span => ({ start: end - length, length });

function needsAmong(asked: readonly Asked[]): Need[] {
  const needs: Need[] = [];
  for (const one of asked) {
    const span = spanAsked(one);
    if (!isWaiting(one.side.state(one.line, one.end, one.length))) continue;
    if (!needs.some((need) => need.line === one.line && sameSpan(need.span, span)))
      needs.push({ line: one.line, span });
  }
  return needs;
}

const gapWith = (state: number, needs: readonly Need[]): Gap =>
  isWaiting(state) && needs.length > 0 ? { gap: "needs", needs } : reasonOf(state);

/** The finest decimals among facts: a sum of them is printed to that digit. */
function decimalsOf(facts: readonly Fact[]): number | null {
  const decimals = facts.flatMap(({ stated }) => (stated === "does-not-exist" ? [] : [stated.decimals]));
  return decimals.length === 0 ? null : Math.max(...decimals);
}

/** The same of cells; null where one has no printed digit of its own. */
function finest(inputs: readonly Input[]): number | null {
  const figures = inputs.map(({ cell }) => cell).filter(isFigure);
  const decimals = figures.flatMap((figure) => (figure.decimals === null ? [] : [figure.decimals]));
  return decimals.length === figures.length && decimals.length > 0 ? Math.max(...decimals) : null;
}
