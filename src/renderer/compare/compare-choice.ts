/** What is compared: as it was chosen, as far as the book still has it. */
import type { Company } from "#core/book.ts";
import { comparableLines, usualLines } from "#core/pages/compare-lines.ts";
import { FEWEST_COMPARED, MOST_COMPARED } from "#core/pages/compare-page.ts";
import { quartersBetween, spansOfKind } from "#core/pages/compare-spans.ts";
import { knownExtent } from "#core/pages/known-extent.ts";
import type { ShownLine } from "#core/pages/page-lines.ts";
import { endOf, sameSpan, type Span } from "#core/timeline.ts";
import type { CompareView } from "#contract/questions.ts";
import { nearestSpan } from "../pages/page-spans.ts";
import { pageSpanIn } from "../state/page-in-view.ts";
import { companyOf, remember, rememberBy, type WindowState } from "../state/window-state.ts";
import { FIRST_COMPARE } from "./compare-state.ts";

export const compareViewIn = ({ sheet }: WindowState): CompareView => sheet.compare ?? FIRST_COMPARE;

/** The companies of the book in its order. */
export const companiesIn: (state: WindowState) => readonly Company[] = remember(
  ({ edited }) => [edited.shown.companies],
  (companies) => companies.toSorted((a, b) => a.position - b.position),
);

/** The companies compared, in their order: those chosen, else the book's first; fewer than two in a book of one. */
export const comparedCompaniesIn: (state: WindowState) => readonly string[] = remember(
  (state) => [companiesIn(state), compareViewIn(state).companies],
  (companies, chosen) => {
    const kept = (chosen ?? []).filter((id) => companies.some((company) => company.id === id));
    return kept.length >= FEWEST_COMPARED ? kept : companies.slice(0, MOST_COMPARED).map(({ id }) => id);
  },
);

/** Every line that can be chosen, those of the first company first. */
export const comparableLinesIn: (state: WindowState) => readonly ShownLine[] = rememberBy(
  (state) => {
    const { lines, sections, companyLines } = state.edited.shown;
    return [lines, sections, companyLines, comparedCompaniesIn(state)];
  },
  (state) => comparableLines(state.edited.shown, comparedCompaniesIn(state)),
);

/** The lines compared, in their order. */
export const comparedLinesIn: (state: WindowState) => readonly string[] = rememberBy(
  (state) => [state.edited.shown.lines, state.edited.shown.companyLines, comparedCompaniesIn(state), state.sheet],
  (state) => {
    const { lines } = state.edited.shown;
    const kept = (compareViewIn(state).lines ?? []).filter((id) => lines.some((line) => line.id === id));
    return kept.length > 0 ? kept : usualLines(state.edited.shown, comparedCompaniesIn(state));
  },
);

/** The line followed over time; null where the companies have none. */
export function followedLineIn(state: WindowState): string | null {
  const chosen = compareViewIn(state).line;
  const isThere = comparableLinesIn(state).some(({ id }) => id === chosen);
  return isThere ? chosen : (comparedLinesIn(state)[0] ?? comparableLinesIn(state)[0]?.id ?? null);
}

/** The periods in which any of the companies has figures, as the shown company counts them, oldest first. */
export const comparedSpansIn: (state: WindowState) => readonly Span[] = rememberBy(
  (state) => [
    state.edited.shown,
    state.company,
    state.scope,
    state.asOf,
    comparedCompaniesIn(state),
    compareViewIn(state).alignment,
    compareViewIn(state).kind,
  ],
  (state) => {
    const { edited, scope, asOf } = state;
    const { alignment, kind } = compareViewIn(state);
    const by = companyOf(state);
    const extents = companiesIn(state)
      .filter(({ id }) => comparedCompaniesIn(state).includes(id))
      .flatMap((company) => {
        const extent = knownExtent(edited.shown, { company: company.id, scope, asOf });
        const quarters = quartersBetween(company, by, alignment);
        return extent === null ? [] : [{ from: extent.from + quarters, to: extent.to + quarters }];
      });
    if (extents.length === 0) return [];
    return spansOfKind(Math.min(...extents.map(({ from }) => from)), Math.max(...extents.map(({ to }) => to)), kind);
  },
);

/** The period compared: of the chosen kind, the one that stands for the period that the pages tell of. */
export const comparedSpanIn = (state: WindowState): Span =>
  nearestSpan(comparedSpansIn(state), pageSpanIn(state)) ?? pageSpanIn(state);

/** The next period of the same kind, or with −1 the one before; null at the end. */
export function comparedSpanBeside(state: WindowState, step: 1 | -1): Span | null {
  const spans = comparedSpansIn(state);
  const shown = comparedSpanIn(state);
  return spans[spans.findIndex((span) => sameSpan(span, shown)) + step] ?? null;
}

/** The periods over time in the window's order. */
export const orderedSpansIn = (state: WindowState): readonly Span[] => {
  const spans = comparedSpansIn(state).toSorted((a, b) => endOf(a) - endOf(b));
  return state.sheet.newest === "left" ? spans.toReversed() : spans;
};
