/**
 * How high an answer can get while the numbers given range within a box. Never too low: where it
 * takes too long to tell, what is said is too high.
 *
 * A number that pushes the answer one way all over a box is put at that end of it; where all do,
 * one corner decides. Else the box is halved along the number that matters most, and the half that
 * promises most is looked at first, until what is promised is what some point of it reaches.
 */
import type { Range } from "#core/figures/interval.ts";
import { isEmpty, isOnly, only, plus, scaled, times } from "#core/figures/interval.ts";
import type { Possible } from "#core/figures/possible.ts";
import type { Step, Tape } from "#core/figures/tape.ts";

/** The end of what an answer can be, and a point of the box that comes as near to it as any that was tried. */
export interface Outermost {
  readonly end: number;
  readonly at: readonly number[];
}

/** What is promised and what is reached are the same to this part of either. */
const CLOSE = 1e-10;
/** Steps gone through for one end: a few milliseconds, far more than anything but a contrived formula needs. */
const MOST_STEPS = 150_000;
/** Halvings for one end: beyond, what is promised no longer falls by anything that could be seen. */
const MOST_HALVINGS = 400;

interface Box {
  readonly ranges: readonly Range[];
  /** No answer in the box is higher. */
  readonly promise: number;
  /** The number to halve along; null where one corner has decided. */
  readonly widest: number | null;
}

/** @param sign 1 for the high end, −1 for the low end. */
export function outermost(tape: Tape, answer: Step, sign: 1 | -1): Outermost {
  let best: { readonly value: number; readonly at: readonly number[] } = { value: -Infinity, at: tape.box.map(middle) };
  let spent = 0;
  const look = (ranges: readonly Range[]): Box => {
    const upper = (found: readonly Possible[]): number => {
      const { range } = found[answer] ?? tape.widest(answer);
      return isEmpty(range) ? -Infinity : sign === 1 ? range.high : -range.low;
    };
    const tryPoint = (at: readonly number[]): number => {
      spent += tape.length;
      const value = upper(tape.forwards(at.map(only)));
      if (Number.isFinite(value) && value > best.value) best = { value, at };
      return value;
    };
    spent += 2 * tape.length;
    const found = tape.forwards(ranges);
    let promise = upper(found);
    if (promise <= best.value) return { ranges, promise, widest: null };
    // Where some points of the box have no answer nothing is known of the slopes, and nothing is put at an end.
    const slopes = tape.backwards(answer, found).map((slope) => scaled(slope, sign));
    const put = ranges.map((range, index) => endFor(range, slopes[index] ?? only(0)));
    const at = put.map(middle);
    const value = tryPoint(at);
    if (put.every(isOnly)) return { ranges: put, promise: Math.min(promise, value), widest: null };
    promise = Math.min(promise, plus(only(value), stray(put, slopes, at)).high);
    return { ranges: put, promise, widest: steepestOf(put, slopes, tape.box) };
  };
  const boxes = [look(tape.box)];
  for (let halvings = 0; halvings < MOST_HALVINGS && spent < MOST_STEPS; halvings += 1) {
    const next = highestOf(boxes);
    const top = boxes[next];
    if (top === undefined || top.widest === null || isClose(top.promise, best.value)) break;
    boxes.splice(next, 1, ...halves(top.ranges, top.widest).map(look));
  }
  const promise = Math.max(best.value, ...boxes.map((box) => box.promise));
  return { end: sign * promise, at: best.at };
}

function isClose(promise: number, value: number): boolean {
  return Number.isFinite(promise) && promise - value <= CLOSE * Math.max(Math.abs(promise), Math.abs(value));
}

const middle = ({ low, high }: Range): number => low + (high - low) / 2;

function endFor(range: Range, slope: Range): Range {
  if (slope.low >= 0) return only(range.high);
  return slope.high <= 0 ? only(range.low) : range;
}

/** How far the answer can stray from that in the middle. */
function stray(ranges: readonly Range[], slopes: readonly Range[], at: readonly number[]): Range {
  return ranges.reduce((sum, range, index) => {
    const from = at[index] ?? 0;
    return plus(sum, times(slopes[index] ?? only(0), { low: range.low - from, high: range.high - from }));
  }, only(0));
}

function halves(ranges: readonly Range[], along: number): readonly (readonly Range[])[] {
  const range = ranges[along] ?? only(0);
  const cut = middle(range);
  return [ranges.with(along, { low: range.low, high: cut }), ranges.with(along, { low: cut, high: range.high })];
}

function highestOf(boxes: readonly Box[]): number {
  let highest = 0;
  for (const [index, { promise }] of boxes.entries())
    if (promise > (boxes[highest]?.promise ?? promise)) highest = index;
  return highest;
}

const width = ({ low, high }: Range): number => high - low;

/** The widest, each beside how wide it was; null where none is wider than one number. */
function widestOf(ranges: readonly Range[], whole: readonly Range[]): number | null {
  return largest(ranges.map((range, index) => width(range) / width(whole[index] ?? range)));
}

/** The one that moves the answer most. */
function steepestOf(ranges: readonly Range[], slopes: readonly Range[], whole: readonly Range[]): number | null {
  const moves = ranges.map((range, index) => {
    const { low, high } = slopes[index] ?? only(0);
    return isOnly(range) ? 0 : Math.max(-low, high) * width(range);
  });
  return moves.every(Number.isFinite) ? largest(moves) : widestOf(ranges, whole);
}

function largest(sizes: readonly number[]): number | null {
  let found: number | null = null;
  for (const [index, size] of sizes.entries()) if (size > (found === null ? 0 : (sizes[found] ?? 0))) found = index;
  return found;
}
