/** What the slides of a briefing are made with. */
import type { Book } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { Briefing } from "#core/pages/briefing.ts";
import { sameSpan } from "#core/timeline.ts";
import type { PageWriting } from "../pages/page-model.ts";
import { periodOf, wordsOf, type WindowState } from "../state/window-state.ts";

export interface SlideMaking {
  readonly state: WindowState;
  readonly book: Book;
  readonly checks: readonly Check[];
  readonly writing: PageWriting;
  readonly briefing: Briefing;
}

/** `2Q06 and 1H06`; one name where they are the same. */
export function periodsText({ state, briefing: { quarter, toDate } }: SlideMaking): string {
  const names = sameSpan(quarter, toDate) ? [quarter] : [quarter, toDate];
  return wordsOf(state).briefing.and(names.map((span) => periodOf(state, span)));
}
