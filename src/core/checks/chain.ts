/**
 * Spans of one line that can all be true at once: laid end to end they say, between any two
 * boundaries, how much and how little can lie there.
 *
 * The path over the fewest spans is not always the one that says most: two halves in ten millions
 * let a year be what its quarters in millions forbid, and of four quarters each a rounding high
 * none tells by itself. So a span is held against the path that leaves it the least room, found as
 * the shortest way through what each span can come to at most. Where no span lies across a break, no
 * path does.
 */
import type { Fact } from "#core/book.ts";
import { meets } from "#core/checks/verdict.ts";
import type { Step } from "#core/figures/derive.ts";
import type { Interval } from "#core/figures/reach.ts";
import { sumReach } from "#core/figures/reach.ts";
import { endOf, spanKey } from "#core/timeline.ts";

/** A printed span and what it can stand for. */
interface Stretch {
  readonly fact: Fact;
  readonly interval: Interval;
}

/** Sums of doubles that differ by less than this part of the largest summand are one. */
const HAIR = 1e-12;

export class Chain {
  /** The earlier first. */
  #stretches: readonly Stretch[] = [];

  add(fact: Fact, interval: Interval): void {
    const later = this.#stretches.findIndex((other) => other.fact.span.start > fact.span.start);
    this.#stretches = this.#stretches.toSpliced(later === -1 ? this.#stretches.length : later, 0, { fact, interval });
  }

  /**
   * A conflict was told of these: any of them may be the misprint, so each may be off by as much,
   * and what that explains is no finding of its own.
   */
  doubt(facts: readonly Fact[], by: number): void {
    const doubted = new Set(facts.map(({ span }) => spanKey(span)));
    this.#stretches = this.#stretches.map(({ fact, interval }) =>
      doubted.has(spanKey(fact.span)) ? { fact, interval: wider(interval, by) } : { fact, interval },
    );
  }

  /**
   * The path that leaves a span no room for what it is printed as; null where all leave it some.
   * @param isAllowed which facts the path may go over
   */
  pathAgainst({ span }: Fact, interval: Interval, isAllowed: (fact: Fact) => boolean): readonly Step[] | null {
    const stretches = this.#stretches.filter(({ fact }) => isAllowed(fact));
    const [start, end] = [span.start, endOf(span)];
    const isEnd = (at: number) => (stretch: Stretch) =>
      stretch.fact.span.start === at || endOf(stretch.fact.span) === at;
    if (!stretches.some(isEnd(start)) || !stretches.some(isEnd(end))) return null;
    const most = leastMost(stretches, start, end);
    if (most === null) return null;
    const least = (leastMost(stretches, end, start) ?? []).map(turned).toReversed();
    return [most, least].find((path) => !meets(interval, sumReach(path), hairIn(stretches)))?.map(stepAlong) ?? null;
  }
}

/** A stretch walked forwards (+1) or backwards (−1). */
interface Walk extends Stretch {
  readonly sign: 1 | -1;
}

const turned = ({ fact, interval, sign }: Walk): Walk => ({ fact, interval, sign: sign === 1 ? -1 : 1 });
const stepAlong = ({ fact, sign }: Walk): Step => ({ fact, sign });

const wider = ({ low, high }: Interval, by: number): Interval => ({
  low: low - by,
  high: high + by,
  lowOpen: false,
  highOpen: false,
});

const hairIn = (stretches: readonly Stretch[]): number =>
  HAIR * Math.max(0, ...stretches.map(({ interval: { low, high } }) => Math.max(-low, high)));

/** The path along which the most that can lie is least, of several the one over the fewest spans; null where there is none. */
function leastMost(stretches: readonly Stretch[], from: number, to: number): readonly Walk[] | null {
  const hair = hairIn(stretches);
  const first = Math.min(from, to, ...stretches.map(({ fact }) => fact.span.start));
  const last = Math.max(from, to, ...stretches.map(({ fact }) => endOf(fact.span)));
  // By boundary: the most that lies on the way to it, over how many spans, and the last of these.
  const most = new Float64Array(last - first + 1).fill(Number.POSITIVE_INFINITY);
  const count = new Uint32Array(most.length);
  const by: (Walk | undefined)[] = [];
  most[from - first] = 0;
  const latestFirst = stretches.toReversed();
  let isSettled = false;
  const relax = (stretch: Stretch, sign: 1 | -1): void => {
    const { span } = stretch.fact;
    const [at, next] =
      sign === 1 ? [span.start - first, endOf(span) - first] : [endOf(span) - first, span.start - first];
    const sum = (most[at] ?? Infinity) + (sign === 1 ? stretch.interval.high : -stretch.interval.low);
    const known = most[next] ?? Infinity;
    const steps = (count[at] ?? 0) + 1;
    const isTighter = sum < known - hair || (sum <= known + hair && steps < (count[next] ?? 0));
    if (sum === Infinity || next === from - first || !isTighter) return;
    most[next] = sum;
    count[next] = steps;
    by[next] = { ...stretch, sign };
    isSettled = false;
  };
  // Later and earlier in turn: what runs one way is found in one go. No path passes a boundary
  // twice, since spans that can all be true leave no gain in a round trip.
  for (let left = stretches.length; left >= 0 && !isSettled; left--) {
    isSettled = true;
    for (const stretch of stretches) relax(stretch, 1);
    for (const stretch of latestFirst) relax(stretch, -1);
  }
  const path: Walk[] = [];
  let at = to;
  for (let walk = by[at - first]; walk !== undefined && path.length < stretches.length; walk = by[at - first]) {
    path.push(walk);
    at = walk.sign === 1 ? walk.fact.span.start : endOf(walk.fact.span);
  }
  return at === from && path.length > 0 ? path.toReversed() : null;
}
