/**
 * The workings of one answer, step by step in the order they are taken, so that they can be gone
 * through again for any ranges of the numbers given: forwards for what the answer can be, backwards
 * for how it moves with each of them.
 *
 * Nothing a step is said to be is too narrow: it may be wider than the truth where one number is
 * used in several places. Sums are kept as sums of different steps, so that there at least it is not.
 */
import type { Range } from "#core/figures/interval.ts";
import {
  ANY,
  NONE,
  RULES,
  absolute,
  absoluteSlope,
  around,
  isEmpty,
  isOnly,
  holds,
  only,
  plus,
  scaled,
  times,
} from "#core/figures/interval.ts";
import type { Possible, SumOfSteps } from "#core/figures/possible.ts";
import {
  ABSENT,
  GRAVE,
  WAITING,
  certainly,
  finite,
  gapOf,
  isCertain,
  isOneGap,
  possibleOfBoth,
  possibleSum,
  worked,
} from "#core/figures/possible.ts";
import type { Operation } from "#core/formula/program.ts";
import { ENDLESS, multipliedDecimals, settled } from "#core/formula/settled.ts";

/** A step, by its number. */
export type Step = number;

type Node =
  | { readonly kind: "given"; readonly index: number }
  | { readonly kind: "constant"; readonly value: number; readonly decimals: number }
  /** What no number given has a part in: a gap, or whatever it may be. */
  | { readonly kind: "unknown"; readonly canBeNumber: boolean; readonly gaps: number }
  | ({ readonly kind: "sum" } & SumOfSteps)
  | { readonly kind: "both"; readonly operation: Operation; readonly left: Step; readonly right: Step }
  | { readonly kind: "absolute"; readonly of: Step }
  | { readonly kind: "choose"; readonly condition: Step; readonly yes: Step; readonly no: Step }
  | { readonly kind: "first"; readonly of: readonly Step[] };

export class Tape {
  readonly #nodes: Node[] = [];
  /** What each step can be while the numbers given range as far as they can. */
  readonly #widest: Possible[] = [];
  readonly #byText = new Map<string, Step>();
  readonly #box: Range[] = [];

  /** How far each number given can range, in the order they were met. */
  get box(): readonly Range[] {
    return this.#box;
  }

  /** Steps in all: what going through them costs. */
  get length(): number {
    return this.#nodes.length;
  }

  widest(step: Step): Possible {
    return at(this.#widest, step);
  }

  /** Whether a step is a number whatever the numbers given are. */
  isCertain(step: Step): boolean {
    return isCertain(this.widest(step));
  }

  /** A new number given; ask once for each. */
  given(range: Range): Step {
    if (isOnly(range)) return this.constant(range.low);
    this.#box.push(range);
    return this.#put({ kind: "given", index: this.#box.length - 1 });
  }

  /** @param decimals as held (`settled.ts`) */
  constant(value: number, decimals = ENDLESS): Step {
    return this.#put({ kind: "constant", value, decimals });
  }

  gap(reason: number): Step {
    return this.#put({ kind: "unknown", canBeNumber: false, gaps: gapOf(reason) });
  }

  /** Any number, or a gap of any kind. */
  anything(): Step {
    return this.#put({ kind: "unknown", canBeNumber: true, gaps: WAITING | ABSENT | GRAVE });
  }

  /** What would be a number is a gap for this reason, what is a gap stays one. */
  barred(step: Step, reason: number): Step {
    const { range, gaps } = this.widest(step);
    return this.#put({ kind: "unknown", canBeNumber: false, gaps: isEmpty(range) ? gaps : gaps | gapOf(reason) });
  }

  sum(terms: readonly { readonly sign: 1 | -1; readonly of: Step }[]): Step {
    const factors = new Map<Step, number>();
    const constants: { value: number; decimals: number }[] = [];
    let isThere = false;
    const add = (step: Step, factor: number): void => {
      const node = at(this.#nodes, step);
      if (!this.isCertain(step)) factors.set(step, (factors.get(step) ?? 0) + factor);
      else {
        isThere = true;
        // Multiples of constants are constants, so only a sign can stand before one that has a last digit.
        if (node.kind === "constant") constants.push({ value: factor * node.value, decimals: node.decimals });
        else if (node.kind !== "sum") factors.set(step, (factors.get(step) ?? 0) + factor);
        else {
          constants.push({ value: factor * node.more, decimals: ENDLESS });
          for (const [of, inner] of node.terms) add(of, factor * inner);
        }
      }
    };
    for (const { sign, of } of terms) add(of, sign);
    const { value: more, decimals } = sumOfConstants(constants);
    // What may be a gap counts even where it adds nothing.
    const left = [...factors].filter(([step, factor]) => factor !== 0 || !this.isCertain(step));
    const [[alone, factor] = [0, 0]] = left;
    if (left.length === 1 && factor === 1 && more === 0 && this.isCertain(alone)) return alone;
    if (left.length === 0 && isThere) return this.constant(more, decimals);
    return this.#put({ kind: "sum", terms: left.toSorted(([a], [b]) => a - b), more, isThere });
  }

  both(operation: Operation, left: Step, right: Step): Step {
    const areCertain = this.isCertain(left) && this.isCertain(right);
    if (areCertain && left === right) {
      if (operation === "-") return this.constant(0);
      if (operation === "*") return this.#put({ kind: "both", operation: "^", left, right: this.constant(2) });
      if (operation === "/" && !holds(this.widest(left).range, 0)) return this.constant(1);
      if (operation === "growth" && this.widest(left).range.low > 0) return this.constant(0);
    }
    if (areCertain && (operation === "+" || operation === "-"))
      return this.sum([
        { sign: 1, of: left },
        { sign: operation === "+" ? 1 : -1, of: right },
      ]);
    if (areCertain && operation === "*") {
      const [a, b] = [at(this.#nodes, left), at(this.#nodes, right)];
      if (a.kind === "constant" && b.kind === "constant") {
        const decimals = multipliedDecimals(a.decimals, b.decimals);
        const value = a.value * b.value;
        return this.constant(settled(value, Math.abs(value), 1, decimals), decimals);
      }
      if (a.kind === "constant") return this.#multiple(right, a.value);
      if (b.kind === "constant") return this.#multiple(left, b.value);
    }
    return this.#put({ kind: "both", operation, left, right });
  }

  absolute(of: Step): Step {
    return this.#put({ kind: "absolute", of });
  }

  /** `yes` unless the condition is 0. */
  choose(condition: Step, yes: Step, no: Step): Step {
    return this.#put({ kind: "choose", condition, yes, no });
  }

  /** The first that is no gap; the last one's gap where all are. */
  first(of: readonly Step[]): Step {
    const open = of.filter((step, index) => index === of.length - 1 || !isOneGap(this.widest(step)));
    const [alone] = open;
    return alone !== undefined && (open.length === 1 || this.isCertain(alone))
      ? alone
      : this.#put({ kind: "first", of: open });
  }

  #multiple(of: Step, factor: number): Step {
    const node = at(this.#nodes, of);
    if (node.kind !== "sum")
      return this.#put({ kind: "sum", terms: factor === 0 ? [] : [[of, factor]], more: 0, isThere: true });
    const terms = node.terms.map(([step, inner]) => [step, inner * factor] as const);
    return this.#put({ kind: "sum", terms: factor === 0 ? [] : terms, more: node.more * factor, isThere: true });
  }

  #put(node: Node): Step {
    const possible = this.#possible(node, (step) => this.widest(step), this.#box);
    const { range } = possible;
    if (isCertain(possible) && isOnly(range) && node.kind !== "constant") return this.constant(range.low);
    const text = JSON.stringify(node);
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    this.#byText.set(text, this.#nodes.push(node) - 1);
    this.#widest.push(possible);
    return this.#nodes.length - 1;
  }

  /** What every step can be while the numbers given range within a box. */
  forwards(box: readonly Range[]): Possible[] {
    const found: Possible[] = [];
    for (const node of this.#nodes) found.push(this.#possible(node, (step) => at(found, step), box));
    return found;
  }

  #possible(node: Node, of: (step: Step) => Possible, box: readonly Range[]): Possible {
    switch (node.kind) {
      case "given":
        return certainly(at(box, node.index));
      case "constant":
        return certainly(only(node.value));
      case "unknown":
        return { range: node.canBeNumber ? ANY : NONE, gaps: node.gaps };
      case "sum":
        return finite(possibleSum(node, of));
      case "both":
        return finite(possibleOfBoth(node.operation, of(node.left), of(node.right)));
      case "absolute": {
        const { range, gaps } = of(node.of);
        return { range: isEmpty(range) ? NONE : absolute(range), gaps: worked(gaps) };
      }
      case "choose": {
        const condition = of(node.condition);
        let gaps = worked(condition.gaps);
        let range = NONE;
        for (const branch of branches(node, condition)) {
          range = around(range, of(branch).range);
          gaps |= of(branch).gaps;
        }
        return { range, gaps };
      }
      case "first": {
        let range = NONE;
        let gaps = 0;
        for (const step of node.of) {
          const possible = of(step);
          range = around(range, possible.range);
          gaps = possible.gaps;
          if (gaps === 0) break;
        }
        return { range, gaps };
      }
    }
  }

  /**
   * How much the last of the steps moves with each number given, anywhere in the box that `found`
   * is of. Only where it is certain.
   */
  backwards(from: Step, found: readonly Possible[]): Range[] {
    const moves: (Range | undefined)[] = [];
    const answers = this.#box.map(() => only(0));
    const add = (step: Step, by: Range): void => {
      const present = moves[step];
      moves[step] = present === undefined ? by : plus(present, by);
    };
    moves[from] = only(1);
    for (let step = from; step >= 0; step -= 1) {
      const move = moves[step];
      if (move === undefined || (move.low === 0 && move.high === 0)) continue;
      const node = at(this.#nodes, step);
      const own = at(found, step);
      if (node.kind === "given") answers[node.index] = plus(at(answers, node.index), move);
      else if (isOneGap(own)) continue;
      // A step that is a gap here and a number there makes what rests on it jump.
      else if (own.gaps !== 0) for (const part of partsOf(node)) add(part, ANY);
      else this.#pass(node, found, move, add);
    }
    return answers;
  }

  #pass(node: Node, found: readonly Possible[], move: Range, add: (step: Step, by: Range) => void): void {
    const of = (step: Step): Possible => at(found, step);
    switch (node.kind) {
      case "given":
      case "constant":
      case "unknown":
        return;
      case "sum":
        for (const [step, factor] of node.terms) add(step, scaled(move, factor));
        return;
      case "both": {
        const [left, right] = [of(node.left).range, of(node.right).range];
        const answer = RULES[node.operation].outcome(left, right).range;
        const [ofLeft, ofRight] = RULES[node.operation].slopes(left, right, answer);
        add(node.left, times(move, ofLeft));
        add(node.right, times(move, ofRight));
        return;
      }
      case "absolute":
        return add(node.of, times(move, absoluteSlope(of(node.of).range)));
      case "choose": {
        const taken = branches(node, of(node.condition));
        for (const branch of taken) add(branch, taken.length === 1 ? move : around(move, only(0)));
        if (taken.length > 1) add(node.condition, ANY);
        return;
      }
      case "first":
        for (const step of node.of) {
          add(step, step === node.of[0] ? move : around(move, only(0)));
          if (of(step).gaps === 0) return;
        }
    }
  }
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`no step ${index}`);
  return found;
}

/** What is known exactly adds up as the figures add it up. */
function sumOfConstants(constants: readonly { readonly value: number; readonly decimals: number }[]): {
  readonly value: number;
  readonly decimals: number;
} {
  const sum = constants.reduce((all, { value }) => all + value, 0);
  const magnitude = constants.reduce((all, { value }) => all + Math.abs(value), 0);
  const decimals = constants.reduce((finest, one) => Math.max(finest, one.decimals), 0);
  return { value: settled(sum, magnitude, constants.length, decimals), decimals };
}

/** The branches that a condition lets be taken. */
function branches({ yes, no }: Extract<Node, { kind: "choose" }>, { range }: Possible): readonly Step[] {
  if (isEmpty(range)) return [];
  if (!holds(range, 0)) return [yes];
  return isOnly(range) ? [no] : [yes, no];
}

function partsOf(node: Node): readonly Step[] {
  switch (node.kind) {
    case "given":
    case "constant":
    case "unknown":
      return [];
    case "sum":
      return node.terms.map(([step]) => step);
    case "both":
      return [node.left, node.right];
    case "absolute":
      return [node.of];
    case "choose":
      return [node.condition, node.yes, node.no];
    case "first":
      return node.of;
  }
}
