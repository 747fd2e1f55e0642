/** Why a cell has no value. Gaps flow through formulas as values; a blank is never a zero. */
import type { Basis } from "#core/book.ts";
import type { Span } from "#core/timeline.ts";

export type GapReason =
  | "not-entered"
  | "does-not-exist"
  | "needs"
  | "not-meaningful"
  | "division-by-zero"
  | "cycle"
  | "not-comparable"
  | "no-such-span";

/** How a result moved where a percentage would mislead. */
export type GrowthWord = "turned-to-profit" | "turned-to-loss" | "loss-widened" | "loss-narrowed" | "from-zero";

/** A cell of a line that something else waits for. */
export interface Need {
  readonly line: string;
  readonly span: Span;
  /** Where it is another basis than the one that was asked: `target(x)` needs x's target. */
  readonly basis?: Basis;
}

/** What a part of a sum adds up to. */
export interface PartSum {
  readonly value: number;
  /** Of the value as held (18.3 % has three): the most that any member has; null: it has no last digit. */
  readonly decimals: number | null;
}

/** No value, and why. */
export interface Gap {
  readonly gap: GapReason;
  /**
   * `does-not-exist`: the cell is itself a dash, which counts as nothing in sums. Without it, the cell
   * is worked out with one in another way, and no sum passes over it.
   */
  readonly isDash?: true;
  /** `needs`: the cells that are missing, each once. */
  readonly needs?: readonly Need[];
  /** `not-meaningful`: what happened instead. */
  readonly growth?: GrowthWord;
  /**
   * A sum of which only some members are there: how many, of how many, and what they add up to. Where all of those are
   * taken away, they are added up as they were entered. Numbers written out in a formula are no members.
   */
  readonly entered?: { readonly count: number; readonly of: number; readonly sum: PartSum };
}
