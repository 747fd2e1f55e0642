/** The sources of the window's company, and the one that new figures go to. */
import type { Source } from "#core/book.ts";
import { isKnownBy, publishedBy } from "#core/figures/ledger.ts";
import { nameOfSource } from "../notes/name-of-source.ts";
import { remember, type WindowState } from "../state/window-state.ts";
import { dayText } from "./day-text.ts";

/** Every source of the company, the latest first, undated ones last; as of a date, those that were known then. */
export const sourcesIn: (state: WindowState) => readonly Source[] = remember(
  (state) => [state.edited.shown.sources, state.company, state.asOf],
  (sources, company, asOf) =>
    sources
      .filter((source) => source.company === company && isKnownBy(source, asOf))
      .toSorted((a, b) => (publishedBy(a) < publishedBy(b) ? 1 : publishedBy(a) > publishedBy(b) ? -1 : 0)),
);

/** The sources that a document stands behind: those a person chooses among. */
export const documentsIn: (state: WindowState) => readonly Source[] = remember(
  (state) => [sourcesIn(state)],
  (sources) => sources.filter(({ kind }) => kind !== "hand"),
);

/** The source that new figures go to; null: entered by hand, also where the one chosen is gone. */
export function sourceIn({ sheet, company, edited }: WindowState): string | null {
  const chosen = sheet.goesTo.find((each) => each.company === company)?.source ?? null;
  return edited.shown.sources.some(({ id, company: of }) => id === chosen && of === company) ? chosen : null;
}

/** A source with its date: what tells two of one title apart. */
export function sourceText(state: WindowState, { id, published }: Source): string {
  const name = nameOfSource(state, id);
  return published === null ? name : `${name} (${dayText(published, state.settings.language)})`;
}
