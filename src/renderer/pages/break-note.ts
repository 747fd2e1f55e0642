/** What is said below a table in which figures are not comparable: which breaks lie between, and why. */
import { breaksBeneath } from "#core/breaks.ts";
import { endOf } from "#core/timeline.ts";
import { wordsOf, type WindowState } from "../state/window-state.ts";
import { breakText } from "../trends/break-texts.ts";
import { figuresOfPage, type PageTable } from "./page-model.ts";

/** No comparison of a page reaches further back than a year, in quarters. */
const FURTHEST = 4;

/** Empty where everything in the table is comparable. */
export function breakNote(state: WindowState, table: PageTable): string {
  const { edited, company } = state;
  if (edited.shown.breaks.length === 0) return "";
  const over = figuresOfPage({ tables: [table] }).flatMap(({ cell, line }) =>
    cell.gap?.gap !== "not-comparable"
      ? []
      : breaksBeneath(edited.shown, company, line.id).filter(
          ({ boundary }) => boundary > cell.span.start - FURTHEST && boundary < endOf(cell.span),
        ),
  );
  const { pages, trends } = wordsOf(state);
  const texts = [...new Set(over)].map((row) => breakText(state, row));
  return texts.length === 0 ? "" : pages.notComparableNote(texts.join(trends.describeBetween));
}
