/** The period that the pages tell of. */
import { EMPTY_BOOK } from "#core/book.ts";
import { extentOf } from "#core/layout.ts";
import { quarterEnding, type Span } from "#core/timeline.ts";
import { extentIn } from "./columns-in-view.ts";
import { remember, type WindowState } from "./window-state.ts";

/** The period chosen; else the newest quarter in which the company has actual figures; else the first of an empty book. */
export const pageSpanIn: (state: WindowState) => Span = remember(
  (state) => [state.pageSpan, state.edited.shown.facts, state.company, extentIn(state).from],
  (chosen, facts, company, first) =>
    chosen ?? quarterEnding(extentOf({ ...EMPTY_BOOK, facts }, company)?.to ?? first + 1),
);
