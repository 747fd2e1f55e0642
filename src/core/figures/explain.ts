/** What a person is told of a cell: its facts, its precision, the cells it rests on, what it needs. */
import type { Basis, Fact } from "#core/book.ts";
import { homeOf } from "#core/book.ts";
import type { Cell, Figure } from "#core/figures/cell.ts";
import { addsUp } from "#core/figures/derive.ts";
import { askedFor, inputsUnder } from "#core/figures/inputs.ts";
import type { Asked } from "#core/figures/machine.ts";
import { recorded } from "#core/figures/machine.ts";
import type { Ground } from "#core/figures/ground.ts";
import type { Side } from "#core/figures/side.ts";
import type { Rests } from "#core/figures/rests.ts";
import { isMixed, weakestIn } from "#core/figures/rests.ts";
import type { SignedTerm } from "#core/formula/compile.ts";
import { termsOf } from "#core/formula/compile.ts";
import { childrenOf } from "#core/figures/formulas.ts";
import type { Expression } from "#core/formula/expression.ts";
import { isPlain } from "#core/formula/names-in-formula.ts";
import { ENDLESS, Tally } from "#core/formula/settled.ts";
import type { Gap, Need, PartSum } from "#core/gaps.ts";
import { DOES_NOT_EXIST, NOT_ENTERED, SUMMED, isWaiting, reasonOf, routeOf } from "#core/states.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, sameSpan, spanKey } from "#core/timeline.ts";

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

/** A zero has no sign. */
const partSum = ({ sum, decimals }: Tally, sign: 1 | -1): PartSum => ({
  value: sign * sum + 0,
  decimals: decimals === ENDLESS ? null : decimals,
});

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

  restsOn(side: Side, expression: Expression, span: Span): Rests {
    return recorded(this.#ground.machine, side.program(expression), endOf(span), span.length).rests;
  }

  evaluate(side: Side, expression: Expression, span: Span): number | Gap {
    const { value, gap, asked } = recorded(this.#ground.machine, side.program(expression), endOf(span), span.length);
    if (!Number.isNaN(value)) return value;
    const entered = isWaiting(gap) ? this.#termsEntered(side, expression, span) : null;
    return { ...gapWith(gap, needsAmong(side, asked)), ...(entered === null ? {} : { entered }) };
  }

  inputsOf(side: Side, line: string, span: Span): readonly Input[] {
    return this.#under(side, line, span).map((place) => this.#input(place));
  }

  /** Where the inputs of a cell stand. */
  #under(side: Side, line: string, span: Span): readonly Place[] {
    return inputsUnder(this.#ground, this.#askedAt(side, line, span)).map(placeOf);
  }

  #askedAt(side: Side, line: string, span: Span): Asked {
    const home = this.#home(line, span);
    return { side, line, end: endOf(home), length: home.length };
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
    const formula = this.#ground.formulas.formulas.get(line);
    const home = this.#home(line, span);
    const asked = needsAmong(side, askedFor(this.#ground, this.#askedAt(side, line, span)));
    const ofTerms = formula === undefined ? null : this.#termsEntered(side, formula, home);
    const ofQuarters = ofTerms === null ? this.#quartersEntered(side, line, home) : null;
    const needs = missing !== null ? [missing] : asked.length > 0 ? asked : (ofQuarters?.needs ?? []);
    const entered = ofTerms ?? ofQuarters?.entered;
    return { ...gapWith(state, needs), ...(entered === undefined ? {} : { entered }) };
  }

  /** The one span that would let a flow be derived: the rest of the shortest reported span around it that shares an end. */
  #missingSpan(side: Side, line: string, span: Span): Need | null {
    const known = this.#ground.formulas.lines.get(line);
    if (known === undefined || !addsUp(known)) return null;
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

  /** How much of a sum is there, where an expression is one and some of it is. */
  #termsEntered(side: Side, expression: Expression, span: Span): Entered | null {
    const terms = this.#membersOf(expression).filter(({ of }) => !isPlain(of));
    if (terms.length < 2) return null;
    const sum = new Tally();
    const signs = new Set<number>();
    let count = 0;
    for (const { sign, of } of terms) {
      const { value, decimals, gap } = recorded(this.#ground.machine, side.program(of), endOf(span), span.length);
      // A dash was entered too, and counts as nothing.
      if (!Number.isNaN(value)) {
        sum.add(sign * value, decimals);
        signs.add(sign);
      } else if (gap !== DOES_NOT_EXIST) continue;
      count += 1;
    }
    if (sum.count === 0) return null;
    // A cost by itself is no negative amount.
    return { count, of: terms.length, sum: partSum(sum, signs.has(1) ? 1 : -1) };
  }

  /** The members of a sum, whichever way it is written. */
  #membersOf(expression: Expression): readonly SignedTerm[] {
    const { formulas, isUsed } = this.#ground;
    const added = (parts: readonly Expression[]): readonly SignedTerm[] => parts.map((of) => ({ sign: 1, of }));
    if (expression.kind !== "call") return termsOf(expression);
    const [first] = expression.args;
    if (expression.name === "sum") return added(expression.args);
    if (expression.name !== "children" || first?.kind !== "line") return [];
    return added(childrenOf(formulas, first.id, isUsed) ?? []);
  }

  /** How many quarters of a flow's span are there, by themselves or in a longer span, and which are not. */
  #quartersEntered(
    side: Side,
    line: string,
    { start, length }: Span,
  ): { readonly entered: Entered; readonly needs: readonly Need[] } | null {
    const known = this.#ground.formulas.lines.get(line);
    const end = start + length;
    if (known === undefined || !addsUp(known) || length < 2 || side.isBroken(line, start, end)) return null;
    const sum = new Tally();
    const needs: Need[] = [];
    let at = start;
    while (at < end) {
      const longest = this.#longestFrom(side, line, at, end);
      if (longest === 0) needs.push({ line, span: { start: at, length: 1 } });
      else if (side.state(line, at + longest, longest) <= SUMMED)
        sum.add(side.value(line, at + longest, longest), side.decimals(line, at + longest, longest));
      at += Math.max(longest, 1);
    }
    if (sum.count === 0 || needs.length === 0) return null;
    return { entered: { count: length - needs.length, of: length, sum: partSum(sum, 1) }, needs };
  }

  /** The length of the longest span from a boundary that has a figure or a dash; 0 where none has. */
  #longestFrom(side: Side, line: string, at: number, end: number): number {
    for (let length = Math.min(end - at, LONGEST_STATED); length > 0; length -= 1) {
      const state = side.state(line, at + length, length);
      if (state <= SUMMED || state === DOES_NOT_EXIST) return length;
    }
    return 0;
  }
}

const placeOf = ({ side, line, end, length }: Asked): Place => ({ side, line, span: { start: end - length, length } });

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
