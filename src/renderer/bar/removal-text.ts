/** What is told after figures were removed. */
import { isFigure } from "#core/figures/cell.ts";
import { cellText, gapText, measureIn, statedText } from "../state/figure-text.ts";
import type { Place } from "../state/place.ts";
import type { Removal } from "../state/removal.ts";
import { figuresIn, wordsOf, type WindowState } from "../state/window-state.ts";

/** `Removed 14,007. Now shown: 14,007, derived from other periods.`; of several, how many show what. */
export function removalText(state: WindowState, { count, only, now }: Removal): string {
  const { removal: words } = wordsOf(state).selection;
  if (only !== null) {
    const { place, stated } = only;
    const removed = stated === null ? null : words.removed(statedText(state, stated, measureIn(state, place.line)));
    return removed === null ? words.none(waysText(state, now)) : `${removed}${words.space}${nowText(state, place)}`;
  }
  return count === 0 ? words.none(waysText(state, now)) : words.removedSeveral(count, countsText(state, now));
}

function nowText(state: WindowState, { line, span }: Place): string {
  const { removal: words } = wordsOf(state).selection;
  const cell = figuresIn(state).cell(line, span);
  const measure = measureIn(state, line);
  if (!isFigure(cell)) return words.empty(gapText(state, cell, measure));
  return words.now(cellText(state, cell, measure), words.ways[cell.route]);
}

function waysText(state: WindowState, now: Removal["now"]): string {
  const { removal: words } = wordsOf(state).selection;
  const ways = [...now.keys()].filter((way) => way !== "gap");
  return ways.map((way) => words.ways[way]).join(words.between);
}

function countsText(state: WindowState, now: Removal["now"]): string {
  const { removal: words } = wordsOf(state).selection;
  return [...now].map(([way, count]) => words.counts[way](count)).join(words.between);
}
