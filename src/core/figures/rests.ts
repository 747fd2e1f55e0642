/**
 * What a figure rests on, however far down, as one whole number, so that it fits a typed array and
 * is passed on without an object: the weakest route, and four days. Figures are mixed when these
 * days do not go together (`vintages.ts`).
 */
import { REPORTED } from "#core/states.ts";

/** Made by the functions here alone. */
export type Rests = number;

/** Room for 4,000 days on which something was published: forty years of a hundred such days. */
const DAY_BITS = 12;
/** Later than every day: what has no date makes nothing older, and nothing overtakes it. */
export const UNDATED = 2 ** DAY_BITS - 1;
/** Earlier than every day. */
export const NEVER_RESTATED = 0;

/** Two days fill the lower half; bitwise operators take no more than a half at once. */
const HALF = 2 ** (2 * DAY_BITS);
const upper = (rests: Rests): number => Math.floor(rests / HALF);
const lower = (rests: Rests): number => rests % HALF;

/** The weakest route, by its state. */
export const weakestIn = (rests: Rests): number => upper(rests) >> (2 * DAY_BITS);

function restsOf(weakest: number, oldest: number, restated: number, overtaken: number, newest: number): Rests {
  const above = (weakest << (2 * DAY_BITS)) | (oldest << DAY_BITS) | restated;
  return above * HALF + ((overtaken << DAY_BITS) | newest);
}

/** What rests on nothing yet. */
export const NOTHING: Rests = restsOf(REPORTED, UNDATED, NEVER_RESTATED, UNDATED, NEVER_RESTATED);

/**
 * A figure that a source states.
 * @param day of the source
 * @param restated the day on which the figure was; {@link NEVER_RESTATED} for most
 * @param overtaken the day on which a part of it was restated since; {@link UNDATED} for most
 */
export const restsOnSource = (day: number, restated: number, overtaken: number): Rests =>
  restsOf(REPORTED, day, restated, overtaken, day === UNDATED ? NEVER_RESTATED : day);

/** What rests on both. */
export function joined(a: Rests, b: Rests): Rests {
  // Most figures rest on one day's source: this runs for every cell.
  if (a === b || b === NOTHING) return a;
  if (a === NOTHING) return b;
  const upperA = upper(a);
  const upperB = upper(b);
  const lowerA = lower(a);
  const lowerB = lower(b);
  return restsOf(
    Math.max(upperA >> (2 * DAY_BITS), upperB >> (2 * DAY_BITS)),
    Math.min((upperA >> DAY_BITS) & UNDATED, (upperB >> DAY_BITS) & UNDATED),
    Math.max(upperA & UNDATED, upperB & UNDATED),
    Math.min(lowerA >> DAY_BITS, lowerB >> DAY_BITS),
    Math.max(lowerA & UNDATED, lowerB & UNDATED),
  );
}

/** The same by another route, where that is a weaker one. */
export function byRoute(rests: Rests, route: number): Rests {
  const weaker = route - weakestIn(rests);
  return weaker > 0 ? rests + weaker * HALF * HALF : rests;
}

/** Joined with figures of another basis: their days do not count here, but what is mixed there stays mixed. */
export const joinedApart = (rests: Rests, other: Rests): Rests =>
  joined(
    rests,
    isMixed(other)
      ? restsOf(weakestIn(other), NEVER_RESTATED, UNDATED, UNDATED, NEVER_RESTATED)
      : byRoute(NOTHING, weakestIn(other)),
  );

/** Whether figures of before and after a restatement are joined. */
export function isMixed(rests: Rests): boolean {
  const above = upper(rests);
  const below = lower(rests);
  const oldest = (above >> DAY_BITS) & UNDATED;
  const restated = above & UNDATED;
  const overtaken = below >> DAY_BITS;
  const newest = below & UNDATED;
  return oldest < restated || overtaken <= newest;
}
