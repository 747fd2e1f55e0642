/** What a person is told of a cell: its facts, its precision, the cells it rests on, what it needs. */
import type { Basis, Fact } from "#core/book.ts";
import { homeOf } from "#core/book.ts";
import type { Cell, Figure } from "#core/figures/cell.ts";
import type { StatedChange } from "#core/figures/identities.ts";
import { otherEndOf } from "#core/figures/implied.ts";
import type { Asked } from "#core/figures/machine.ts";
import type { Ground } from "#core/figures/ground.ts";
import type { Side } from "#core/figures/side.ts";
import { isMixed, weakestIn } from "#core/figures/rests.ts";
import { termsOf } from "#core/formula/compile.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { Gap, Need } from "#core/gaps.ts";
import { NOT_ENTERED, SUMMED, isWaiting, reasonOf, routeOf } from "#core/states.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, quartersOf, sameSpan, spanKey } from "#core/timeline.ts";

/** A cell that another rests on. */
export interface Input {
  readonly line: string;
  readonly span: Span;
  readonly basis: Basis;
  readonly cell: Cell;
}

/** Where a cell is asked for. */
interface Place {
  readonly side: Side;
  readonly line: string;
  readonly span: Span;
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
    return Number.isNaN(value) ? gapWith(gap, needsAmong(side, asked)) : value;
  }

  inputsOf(side: Side, line: string, span: Span): readonly Input[] {
    return this.#under(side, line, span).map((place) => this.#input(place));
  }

  /** Where the inputs of a cell stand. */
  #under(side: Side, line: string, span: Span): readonly Place[] {
    const state = side.state(line, endOf(span), span.length);
    const route = state <= SUMMED ? routeOf(state) : "computed";
    switch (route) {
      case "reported":
      case "derived":
        return [];
      case "computed":
        return this.#asked(side, line, span).map((asked) => ({
          side: asked.side,
          line: asked.line,
          span: spanAsked(asked),
        }));
      case "implied":
        return this.#implying(side, line, span);
      case "summed":
        return quartersOf(span).map((quarter) => ({ side, line, span: quarter }));
    }
  }

  #home(line: string, span: Span): Span {
    const known = this.#ground.formulas.lines.get(line);
    if (known === undefined) throw new RangeError(`the book has no line ${line}`);
    return homeOf(known, span);
  }

  #input({ side, line, span }: Place): Input {
    return { line, span: this.#home(line, span), basis: side.basis, cell: this.cell(side, line, span) };
  }

  #figure(side: Side, line: string, span: Span, state: number): Figure {
    const end = endOf(span);
    const route = routeOf(state);
    const value = side.value(line, end, span.length);
    const rests = side.rests(line, end, span.length);
    const facts = this.#factsOf(side, line, span, route);
    const decimals = this.#decimals({ side, line, span });
    return { value, route, weakest: routeOf(weakestIn(rests)), decimals, facts, mixedVintages: isMixed(rests) };
  }

  #factsOf(side: Side, line: string, span: Span, route: Figure["route"]): readonly Fact[] {
    const end = endOf(span);
    if (route === "derived") return (side.path(line, end, span.length) ?? []).map(({ fact }) => fact);
    const fact = route === "reported" ? side.fact(line, end, span.length) : undefined;
    return fact === undefined ? [] : [fact];
  }

  /**
   * A plain sum of printed amounts has their finest digit; anything else has none of its own. Goes
   * from place to place, not down into each: sums of sums may be thousands of lines deep.
   */
  #decimals(from: Place): number | null {
    const waiting = [from];
    const met = new Set<string>();
    let finest: number | null = null;
    for (const { side, line, span } of waiting) {
      const state = side.state(line, endOf(span), span.length);
      if (state > SUMMED) continue;
      const route = routeOf(state);
      if (route === "reported" || route === "derived") {
        const own = decimalsOf(this.#factsOf(side, line, span, route));
        if (own === null) return null;
        finest = Math.max(finest ?? own, own);
      }
      if (route === "computed" && !this.#isPlainSum(line)) return null;
      for (const place of this.#under(side, line, span)) {
        const key = `${place.line} ${spanKey(place.span)}`;
        if (!met.has(key)) waiting.push(place);
        met.add(key);
      }
    }
    return finest;
  }

  #isPlainSum(line: string): boolean {
    const formula = this.#ground.formulas.formulas.get(line);
    return formula !== undefined && termsOf(formula).every(({ of }) => of.kind === "line");
  }

  #gap(side: Side, line: string, span: Span, state: number): Gap {
    if (!isWaiting(state)) return reasonOf(state);
    const missing = state === NOT_ENTERED ? this.#missingSpan(side, line, span) : null;
    if (missing !== null) return { gap: "needs", needs: [missing] };
    const entered = this.#enteredOf(side, line, span);
    return {
      ...gapWith(state, needsAmong(side, this.#asked(side, line, span))),
      ...(entered === null ? {} : { entered }),
    };
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

  #implying(side: Side, line: string, span: Span): readonly Place[] {
    const home = this.#home(line, span);
    const by = side.implication(line, endOf(home), home.length)?.by;
    if (by === undefined) return [];
    if ("statement" in by) return [{ side, line, span: otherEnd(by, home) }];
    const others = by.members.filter((member) => member.line !== line);
    return [by.total, ...others.map((member) => member.line)].map((id) => ({ side, line: id, span: home }));
  }
}

/** Where the level stands that a stated change starts from, seen from the level it leads to. */
const otherEnd = (change: StatedChange, home: Span): Span => ({
  start: otherEndOf(change, endOf(home)) - home.length,
  length: home.length,
});

const spanAsked = ({ end, length }: Asked): Span => ({ start: end - length, length });

function needsAmong({ basis: own }: Side, asked: readonly Asked[]): Need[] {
  const needs: Need[] = [];
  for (const { side, line, end, length } of asked) {
    if (!isWaiting(side.state(line, end, length))) continue;
    const need: Need = {
      line,
      span: { start: end - length, length },
      ...(side.basis === own ? {} : { basis: side.basis }),
    };
    if (!needs.some((known) => isSameNeed(known, need))) needs.push(need);
  }
  return needs;
}

const isSameNeed = (a: Need, b: Need): boolean => a.line === b.line && a.basis === b.basis && sameSpan(a.span, b.span);

const gapWith = (state: number, needs: readonly Need[]): Gap =>
  isWaiting(state) && needs.length > 0 ? { gap: "needs", needs } : reasonOf(state);

/** The finest decimals among facts: a sum of them is printed to that digit. */
function decimalsOf(facts: readonly Fact[]): number | null {
  const decimals = facts.flatMap(({ stated }) => (stated === "does-not-exist" ? [] : [stated.decimals]));
  return decimals.length === 0 ? null : Math.max(...decimals);
}
