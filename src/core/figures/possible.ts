/** What a step of the workings can be, a number or a gap, and what becomes of that in sums and by operations. */
import type { Range } from "#core/figures/interval.ts";
import { NONE, RULES, around, isEmpty, only, plus, scaled } from "#core/figures/interval.ts";
import type { Operation } from "#core/formula/program.ts";
import { ENDLESS, settled } from "#core/formula/settled.ts";
import { DOES_NOT_EXIST, isWaiting } from "#core/states.ts";

/** Why a step may be a gap, as bits that rise with gravity (`states.ts`). */
export const WAITING = 1;
export const ABSENT = 2;
export const GRAVE = 4;

/** The gaps of what is worked out with something by more than a sum: a dash is none any more (`program.ts`). */
export const worked = (gaps: number): number => ((gaps & ABSENT) === 0 ? gaps : (gaps & ~ABSENT) | GRAVE);

export const gapOf = (reason: number): number =>
  isWaiting(reason) ? WAITING : reason === DOES_NOT_EXIST ? ABSENT : GRAVE;

/** What a step can be: a number of the range, or one of the gaps. */
export interface Possible {
  readonly range: Range;
  readonly gaps: number;
}

/** A sum: steps, each with its factor, and what is added besides. */
export interface SumOfSteps {
  readonly terms: readonly (readonly [step: number, factor: number])[];
  readonly more: number;
  /** Whether one of them surely exists. */
  readonly isThere: boolean;
}

export const certainly = (range: Range): Possible => ({ range, gaps: 0 });
export const isCertain = ({ range, gaps }: Possible): boolean => gaps === 0 && !isEmpty(range);

/** A gap of one kind wherever the numbers given stand: what rests on it does not move with it. */
export const isOneGap = ({ range, gaps }: Possible): boolean =>
  isEmpty(range) && (gaps === WAITING || gaps === ABSENT || gaps === GRAVE);

/** What overflows is no figure, and what may be as large as it likes may overflow. */
export const finite = ({ range, gaps }: Possible): Possible =>
  isEmpty(range) || (Number.isFinite(range.low) && Number.isFinite(range.high))
    ? { range, gaps }
    : { range, gaps: gaps | GRAVE };

export function possibleSum({ terms, more, isThere }: SumOfSteps, of: (step: number) => Possible): Possible {
  let range = only(more);
  /** The ends that were added, each without its sign: a sum of doubles may be off by a hair of these. */
  let magnitude = only(Math.abs(more));
  let gaps = 0;
  let canBeAbsent = !isThere;
  let canBeNumber = isThere;
  for (const [step, factor] of terms) {
    const possible = of(step);
    const isNumber = !isEmpty(possible.range);
    const isAbsent = (possible.gaps & ABSENT) !== 0;
    gaps |= possible.gaps & ~ABSENT;
    if (!isNumber && !isAbsent) return { range: NONE, gaps };
    canBeAbsent &&= isAbsent;
    canBeNumber ||= isNumber;
    if (!isNumber) continue;
    const scaledPart = scaled(possible.range, factor);
    const part = isAbsent ? around(scaledPart, only(0)) : scaledPart;
    range = plus(range, part);
    magnitude = { low: magnitude.low + Math.abs(part.low), high: magnitude.high + Math.abs(part.high) };
  }
  return {
    range: canBeNumber ? settledRange(range, magnitude, terms.length + 1) : NONE,
    gaps: canBeAbsent ? gaps | ABSENT : gaps,
  };
}

/** One number is settled as the figures settle it; a wider range may grow until it touches zero, and never shrinks. */
function settledRange({ low, high }: Range, magnitude: Range, terms: number): Range {
  const [settledLow, settledHigh] = [
    settled(low, magnitude.low, terms, ENDLESS),
    settled(high, magnitude.high, terms, ENDLESS),
  ];
  if (low === high) return { low: settledLow, high: settledHigh };
  return { low: Math.min(low, settledLow), high: Math.max(high, settledHigh) };
}

export function possibleOfBoth(operation: Operation, a: Possible, b: Possible): Possible {
  const { range, gaps } = ofBoth(operation, a, b);
  return { range, gaps: worked(gaps) };
}

function ofBoth(operation: Operation, a: Possible, b: Possible): Possible {
  let gaps = 0;
  if (!isEmpty(a.range)) gaps |= b.gaps;
  if (!isEmpty(b.range)) gaps |= a.gaps;
  // Of two gaps the graver names the result.
  for (const one of [WAITING, ABSENT, GRAVE])
    for (const other of [WAITING, ABSENT, GRAVE])
      if ((a.gaps & one) !== 0 && (b.gaps & other) !== 0) gaps |= Math.max(one, other);
  if (isEmpty(a.range) || isEmpty(b.range)) return { range: NONE, gaps };
  const { range, isPartial } = RULES[operation].outcome(a.range, b.range);
  return { range, gaps: isPartial ? gaps | GRAVE : gaps };
}
