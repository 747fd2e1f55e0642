/** Two value axes whose zeros stand on one line, with round steps and common grid lines. */

/** What the series of one axis need: their smallest and largest value. */
export interface Extent {
  readonly min: number;
  readonly max: number;
}

export interface AxisScale {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

/** Fewer grid lines than four say little, more than seven crowd a chart a hand high. */
const INTERVALS = { fewest: 3, most: 7, best: 5 };
/** What one interval too many or too few is worth, in shares of the axis left empty. */
const COST_PER_INTERVAL = 0.03;
const ROUND_STEPS: readonly number[] = [1, 2, 2.5, 5, 10];
/** Those that can still be read, for axes that have to leave room for figures. */
export const FINE_STEPS: readonly number[] = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The smallest round number that is not below a step; steps like 2.4 make labels nobody can read. */
export function roundStep(step: number, steps = ROUND_STEPS): number {
  const magnitude = 10 ** Math.floor(Math.log10(step));
  // A hair below, since 0.3 / 3 is more than 0.1.
  const round = steps.find((each) => each * magnitude >= step * (1 - 1e-9));
  return (round ?? 10) * magnitude;
}

/** The extent of values, gaps left out; null where there are none. */
export function extentOfValues(values: Iterable<number | null>): Extent | null {
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    if (value === null) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return min <= max ? { min, max } : null;
}

/**
 * Scales for up to two axes with zero at the same height. Both get the same number of intervals above
 * and below zero, so that one set of grid lines serves both; among all such pairs the one that
 * leaves the least of the axes empty. Null for an axis without values.
 * @param steps what an interval may begin with
 */
export function levelAxes(extents: readonly (Extent | null)[], steps = ROUND_STEPS): (AxisScale | null)[] {
  const spreads = extents.map((extent) =>
    extent === null ? null : { up: Math.max(extent.max, 0), down: Math.max(-extent.min, 0) },
  );
  const used = spreads.filter((spread) => spread !== null);
  const isFlat = used.every(({ up, down }) => up === 0 && down === 0);
  let best: { readonly cost: number; readonly above: number; readonly below: number } | null = null;
  for (let above = 0; above <= INTERVALS.most; above++) {
    for (let below = 0; above + below <= INTERVALS.most; below++) {
      const intervals = above + below;
      if (intervals < INTERVALS.fewest || (isFlat && above === 0)) continue;
      if (used.some(({ up, down }) => (up > 0 && above === 0) || (down > 0 && below === 0))) continue;
      const empty = used.map(
        (spread) => 1 - (spread.up + spread.down) / (intervals * stepOf(spread, above, below, steps)),
      );
      const cost =
        empty.reduce((sum, each) => sum + each, 0) + COST_PER_INTERVAL * Math.abs(intervals - INTERVALS.best);
      if (best === null || cost < best.cost) best = { cost, above, below };
    }
  }
  if (best === null) return extents.map(() => null);
  const { above, below } = best;
  return spreads.map((spread) => {
    if (spread === null) return null;
    const interval = stepOf(spread, above, below, steps);
    // Zero minus zero, not minus zero: an axis label would print its sign.
    return { min: 0 - below * interval, max: above * interval, interval };
  });
}

function stepOf(
  { up, down }: { readonly up: number; readonly down: number },
  above: number,
  below: number,
  steps: readonly number[],
): number {
  const least = Math.max(above === 0 ? 0 : up / above, below === 0 ? 0 : down / below);
  // All values are zero: any scale shows them, one is the plainest.
  return least === 0 ? 1 : roundStep(least, steps);
}

/**
 * The scale of lines that stand alone: without bars no length starts at zero, so a margin between
 * 17 % and 19 % may fill its axis.
 */
export function closeAxis({ min, max }: Extent): AxisScale {
  const range = max - min || Math.abs(max) || 1;
  const interval = roundStep(range / (INTERVALS.best - 1));
  const low = Math.floor(min / interval - 1e-9) * interval;
  const high = Math.ceil(max / interval + 1e-9) * interval;
  return { min: low, max: high, interval };
}
