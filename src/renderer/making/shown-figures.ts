/** What the figures in view leave out, and where others stand. */
import type { SheetView } from "#contract/questions.ts";
import type { Fact } from "#core/book.ts";
import { sameSpan } from "#core/timeline.ts";
import { gridPlanIn, positionOf } from "../state/grid-plan.ts";
import { layoutShowing } from "../state/place.ts";
import { remember, type WindowState } from "../state/window-state.ts";

const undatedByCompany: (state: WindowState) => ReadonlyMap<string, readonly Fact[]> = remember(
  (state) => [state.edited.shown.facts, state.edited.shown.sources],
  (facts, sources) => {
    const undated = new Set(sources.flatMap(({ id, published }) => (published === null ? [id] : [])));
    return Map.groupBy(
      facts.filter(({ source }) => undated.has(source)),
      ({ company }) => company,
    );
  },
);

/** How many figures of a company, by default the window's, count as known at every date, as their source has none. */
export const undatedIn = (state: WindowState, company = state.company): number =>
  undatedByCompany(state).get(company)?.length ?? 0;

/** The company's figures of the shown basis and scope. */
const ownFacts: (state: WindowState) => readonly Fact[] = remember(
  (state) => [state.edited.shown.facts, state.company, state.scope, state.basis],
  (facts, company, scope, basis) =>
    facts.filter((fact) => fact.company === company && fact.scope === scope && fact.basis === basis),
);

/** Where the figures of the shown basis stand: in the periods side by side, only in others, or nowhere yet. */
export function whereFigures(state: WindowState): "here" | "elsewhere" | "nowhere" {
  const own = ownFacts(state);
  if (own.length === 0) return "nowhere";
  const plan = gridPlanIn(state);
  const isHere = own.some(({ line, span }) =>
    span.length === 0
      ? plan.columns.some((column) => column.span.start + column.span.length === span.start)
      : plan.matrixLine === null
        ? plan.columns.some((column) => sameSpan(column.span, span))
        : positionOf(plan, { line, span }) !== null,
  );
  return isHere ? "here" : "elsewhere";
}

/** The layout in which most of the basis's figures stand: for targets of halves and years, the year to date. */
export function layoutOfFigures(state: WindowState): SheetView["layout"] | null {
  const own = ownFacts(state).filter(({ span }) => span.length > 0);
  const [first] = own;
  if (first === undefined) return null;
  const isToDate = own.every(({ span }) => span.start % 4 === 0);
  return isToDate && own.some(({ span }) => span.length !== first.span.length) ? "YTD" : layoutShowing(first.span);
}
