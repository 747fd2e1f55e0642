/** What a check found: a printed number held against another way to get it. */
import type { Basis, Scope, StatedFigure } from "#core/book.ts";
import type { Gap } from "#core/gaps.ts";
import type { Span } from "#core/timeline.ts";

/**
 * *Exact*: recomputed and rounded, it is what is printed. *Within*: the printed number's own
 * interval meets the reachable one. *Outside*: it does not. *Not computable*: something is missing.
 */
export type Verdict = "exact" | "within" | "outside" | "not-computable";

/** `stated`: a printed claim; `identity`: a sum whose members are all printed; `routes`: a printed figure that can also be derived or computed, a derived one that can also be computed, or one that two sums imply. */
export type CheckKind = "stated" | "identity" | "routes";

/** An operand whose neighbour reproduces what was printed. */
export interface Hint {
  /** The claim with its numbers, the neighbour in place: `26,400 / 25,000 - 1`. */
  readonly text: string;
  readonly line: string;
  readonly span: Span;
  /** What the operand is, and what would reproduce the print. */
  readonly from: number;
  readonly to: number;
  /** Where the neighbour stands. */
  readonly neighbour: "latest-target" | "initial-target" | "other-vintage" | "other-scope" | "other-period";
  readonly neighbourSpan: Span;
}

/** What is printed of the same number elsewhere, as old and not the same. */
export interface Rival {
  readonly asPrinted: string;
  readonly source: string;
  readonly page: string;
}

/** Stands between two ways to a figure that nobody prints. */
export const BESIDE = "; ";

export interface Check {
  readonly kind: CheckKind;
  /** A claim's expression; the line of an identity or of a figure with two routes. */
  readonly expression: string;
  /**
   * Identity and routes: the other way, `common_stock + apic`, `1Q05 + 2Q05`; of a figure that nobody
   * prints both, the one that is shown first ({@link BESIDE}); claims, and beside a rival: empty.
   */
  readonly against: string;
  readonly company: string;
  readonly scope: Scope;
  /** Of the figures held against each other; a claim speaks of results, and of targets by name. */
  readonly basis: Basis;
  readonly span: Span;
  /** What the numbers are measured in; `%` and percentage points as plain numbers. */
  readonly unit: string;
  /** As printed, and its decimals; of a figure that nobody prints what the first way comes to. */
  readonly stated: number;
  readonly decimals: number;
  /** The source prints a dash, or all that the first way joins are dashes: `stated` is 0, for a dash counts as nothing. */
  readonly isDash: boolean;
  /** What was recomputed; null where it cannot be. */
  readonly computed: number | null;
  /** The interval that can be reached, an end infinite where nothing bounds it; null where nothing can be recomputed. */
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: Verdict;
  /** Why nothing can be recomputed. */
  readonly gap: Gap | null;
  readonly hint: Hint | null;
  /** Instead of another way, where two prints of one day contradict each other: nothing tells which is right. */
  readonly rival: Rival | null;
  /** The claim, for a claim. */
  readonly statement: StatedFigure | null;
  /** The source of the printed number, of the longest span it is derived from, or of the total that implies it. */
  readonly source: string;
  readonly page: string;
  /** Judged as of its own source and with that source's figures first, as every claim is; else by what is in force. */
  readonly isAsOfSource: boolean;
}
