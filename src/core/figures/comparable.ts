/**
 * Comparisons over a break: a figure of before it stands beside those after it only where a source
 * of after it has restated it. What restates a figure is said in `vintages.ts`; a mark in the source
 * is one way, another value than before is the other.
 *
 * A figure that was worked out is as comparable as what it rests on, however far down: a quarter
 * derived from restated halves is, a margin of which one amount was left as it was is not, and
 * neither is what a total with a break implies, though the line itself has none. A break that is
 * marked on a line asks the same of everything its figures are worked out from.
 */
import type { Fact } from "#core/book.ts";
import type { Ground } from "#core/figures/ground.ts";
import { inputsUnder } from "#core/figures/inputs.ts";
import type { Asked } from "#core/figures/machine.ts";
import { DERIVED, IMPLIED, REPORTED, SUMMED } from "#core/states.ts";

/** A cell, and the latest break that what it rests on must have been restated after. */
interface Wanted extends Asked {
  readonly since: number;
}

/** No break has to be got over. */
const ANY_TIME = Number.NEGATIVE_INFINITY;

/** What was asked of the cells of one side, each question answered once. */
export class Comparisons {
  readonly #ground: Ground;
  readonly #answers = new Map<string, boolean>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /**
   * Whether a figure may be compared with those of spans up to the boundary `comparedWith`.
   * @param breaks of everything that the line's figures can rest on
   */
  allow(figure: Asked, breaks: readonly number[], comparedWith: number): boolean {
    if (!breaks.some((at) => isBefore(figure, at) && at < comparedWith)) return true;
    const key = `${figure.line} ${figure.end} ${figure.length} ${comparedWith}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = isComparable(this.#ground, figure, comparedWith);
    // What had to be put off is not settled yet.
    if (this.#ground.machine.putOff === null) this.#answers.set(key, answer);
    return answer;
  }
}

function isComparable(ground: Ground, figure: Asked, comparedWith: number): boolean {
  const waiting: Wanted[] = [{ ...figure, since: ANY_TIME }];
  const met = new Set<string>();
  for (const { since, ...cell } of waiting) {
    const { side, line, end, length } = cell;
    const key = `${side.basis} ${line} ${end} ${length} ${since}`;
    const state = side.state(line, end, length);
    // What is a gap was passed over, by a choice between several.
    if (met.has(key) || state > SUMMED) continue;
    met.add(key);
    const lastBetween = (breaks: readonly number[]): number =>
      Math.max(since, breaks.findLast((at) => isBefore(cell, at) && at < comparedWith) ?? ANY_TIME);
    if (state === REPORTED || state === DERIVED) {
      const at = lastBetween(ground.breaksOf(line));
      if (at === ANY_TIME) continue;
      const day = ground.ledger.dayBy(ground.dayOf(at));
      if (!factsOf(cell, state).every((fact) => side.restatedOn(fact) > day)) return false;
    } else {
      const by = state === IMPLIED ? side.implication(line, end, length)?.by : undefined;
      // A printed change says how far apart two levels were as they were counted then.
      if (by !== undefined && "statement" in by && lastBetween(ground.breaksOf(line)) !== ANY_TIME) return false;
      const own = lastBetween(ground.breaksOn(line));
      waiting.push(...inputsUnder(ground, cell).map((input) => ({ ...input, since: own })));
    }
  }
  return true;
}

/** Whether any of a figure lies before a break. */
const isBefore = ({ end, length }: Pick<Asked, "end" | "length">, at: number): boolean =>
  length === 0 ? end <= at : end - length < at;

function factsOf({ side, line, end, length }: Asked, state: number): readonly Fact[] {
  if (state === DERIVED) return (side.path(line, end, length) ?? []).map(({ fact }) => fact);
  const fact = side.fact(line, end, length);
  return fact === undefined ? [] : [fact];
}
