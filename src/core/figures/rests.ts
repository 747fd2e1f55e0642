/**
 * What a figure rests on, however far down, as one whole number, so that it fits a typed array and
 * is passed on without an object: the weakest route, the oldest day of a source, and the latest day
 * of a restatement. Figures are mixed when the former day is before the latter (`vintages.ts`).
 */
import { REPORTED } from "#core/states.ts";

/** Made by the functions here alone. */
export type Rests = number;

/** Room for 16,000 days on which something was published: forty years of a document a day. */
const DAY_BITS = 14;
/** Later than every day: what has no date makes nothing older. */
export const UNDATED = 2 ** DAY_BITS - 1;
/** Earlier than every day. */
export const NEVER_RESTATED = 0;

/** The weakest route, by its state. */
export const weakestIn = (rests: Rests): number => rests >> (2 * DAY_BITS);
const oldestIn = (rests: Rests): number => (rests >> DAY_BITS) & UNDATED;
const restatedIn = (rests: Rests): number => rests & UNDATED;

const restsOf = (weakest: number, oldest: number, restated: number): Rests =>
  (weakest << (2 * DAY_BITS)) | (oldest << DAY_BITS) | restated;

/** What rests on nothing yet. */
export const NOTHING: Rests = restsOf(REPORTED, UNDATED, NEVER_RESTATED);

/** A figure that a source states. @param day of the source @param restated {@link NEVER_RESTATED} for most */
export const restsOnSource = (day: number, restated: number): Rests => restsOf(REPORTED, day, restated);

/** What rests on both. */
export function joined(a: Rests, b: Rests): Rests {
  if (a === b) return a;
  return restsOf(
    Math.max(weakestIn(a), weakestIn(b)),
    Math.min(oldestIn(a), oldestIn(b)),
    Math.max(restatedIn(a), restatedIn(b)),
  );
}

/** The same by another route, where that is a weaker one. */
export const byRoute = (rests: Rests, route: number): Rests => joined(rests, restsOf(route, UNDATED, NEVER_RESTATED));

/** Joined with figures of another basis: their days do not count here, but what is mixed there stays mixed. */
export const joinedApart = (rests: Rests, other: Rests): Rests =>
  joined(
    rests,
    isMixed(other) ? restsOf(weakestIn(other), NEVER_RESTATED, UNDATED) : byRoute(NOTHING, weakestIn(other)),
  );

/** Whether figures of before and after a restatement are joined. */
export const isMixed = (rests: Rests): boolean => oldestIn(rests) < restatedIn(rests);
