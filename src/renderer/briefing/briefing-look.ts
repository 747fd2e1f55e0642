/** How the briefing is looked at and handed on. */
import type { Paper } from "#contract/host.ts";

export const PAPERS: readonly Paper[] = ["a4", "wide"];

export interface BriefingLook {
  readonly paper: Paper;
  /** Asks the view to hand its pages on once they are drawn; a new object each time, null once it was done. */
  readonly printRequest: object | null;
}

export const FIRST_BRIEFING: BriefingLook = { paper: "a4", printRequest: null };
