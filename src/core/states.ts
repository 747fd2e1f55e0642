/**
 * The state of a cell as one byte, so that a line's cells fit typed arrays: not asked yet, the
 * route of its value, or the reason of its gap.
 *
 * Gaps are numbered by gravity: where several inputs are gaps, the highest names the result.
 */
import type { Route } from "#core/figures/cell.ts";
import type { Gap } from "#core/gaps.ts";

export const UNKNOWN = 0;
/** Being worked out: meeting it again is a circle. */
export const UNDER_WAY = 1;

export const REPORTED = 2;
export const DERIVED = 3;
export const COMPUTED = 4;
export const IMPLIED = 5;
export const SUMMED = 6;

/** Routes from the firmest to the weakest, by their state. */
const ROUTES: Readonly<Record<number, Route>> = {
  [REPORTED]: "reported",
  [DERIVED]: "derived",
  [COMPUTED]: "computed",
  [IMPLIED]: "implied",
  [SUMMED]: "summed",
};

export const NOT_ENTERED = 16;
export const NEEDS = 17;
export const DOES_NOT_EXIST = 18;
/** Worked out with something that does not exist, by more than a sum: no dash, which would count as nothing in a sum. */
export const OPERAND_DOES_NOT_EXIST = 19;
export const DIVISION_BY_ZERO = 20;
export const NOT_MEANINGFUL = 21;
export const FROM_ZERO = 22;
export const LOSS_NARROWED = 23;
export const LOSS_WIDENED = 24;
export const TURNED_TO_LOSS = 25;
export const TURNED_TO_PROFIT = 26;
export const NOT_COMPARABLE = 27;
export const NO_SUCH_SPAN = 28;
export const CYCLE = 29;

/** What a state says of a gap by itself; what is missing, and how much is there, only the cells know. */
type Reason = Pick<Gap, "gap" | "isDash" | "growth">;

const GAPS: Readonly<Record<number, Reason>> = {
  [NOT_ENTERED]: { gap: "not-entered" },
  [NEEDS]: { gap: "needs" },
  [DOES_NOT_EXIST]: { gap: "does-not-exist", isDash: true },
  [OPERAND_DOES_NOT_EXIST]: { gap: "does-not-exist" },
  [DIVISION_BY_ZERO]: { gap: "division-by-zero" },
  [NOT_MEANINGFUL]: { gap: "not-meaningful" },
  [FROM_ZERO]: { gap: "not-meaningful", growth: "from-zero" },
  [LOSS_NARROWED]: { gap: "not-meaningful", growth: "loss-narrowed" },
  [LOSS_WIDENED]: { gap: "not-meaningful", growth: "loss-widened" },
  [TURNED_TO_LOSS]: { gap: "not-meaningful", growth: "turned-to-loss" },
  [TURNED_TO_PROFIT]: { gap: "not-meaningful", growth: "turned-to-profit" },
  [NOT_COMPARABLE]: { gap: "not-comparable" },
  [NO_SUCH_SPAN]: { gap: "no-such-span" },
  [CYCLE]: { gap: "cycle" },
};

/** The route of a state. @throws RangeError for a state that is no route. */
export function routeOf(state: number): Route {
  const route = ROUTES[state];
  if (route === undefined) throw new RangeError(`state ${state} is no route`);
  return route;
}

/** The reason of a state that is a gap, without what it needs. @throws RangeError for a state that is no gap. */
export function reasonOf(state: number): Reason {
  const reason = GAPS[state];
  if (reason === undefined) throw new RangeError(`state ${state} is no gap`);
  return reason;
}

/** Whether a gap only waits for figures to be entered. */
export const isWaiting = (state: number): boolean => state === NOT_ENTERED || state === NEEDS;
