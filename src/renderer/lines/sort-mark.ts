/** The mark in the header of the column by whose figures the rows are ordered. */
import { wordsOf, type WindowState } from "../state/window-state.ts";

/** Null: the rows are not ordered by this column. */
export function sortMark(state: WindowState, column: string): HTMLElement | null {
  const { sort } = state.sheet;
  if (sort?.column !== column) return null;
  const mark = document.createElement("span");
  mark.className = "sort-mark";
  // Drawn, and no part of the header's text, which stays the period's.
  mark.dataset["mark"] = sort.direction === "descending" ? "▼" : "▲";
  mark.title = wordsOf(state).lines.sortedBy[sort.direction];
  mark.setAttribute("aria-hidden", "true");
  return mark;
}
