/** What can be done on the pages of a period. */
import { sameSpan, type Span } from "#core/timeline.ts";
import type { MoveActions } from "../state/moves.ts";
import { pageSpanIn } from "../state/page-in-view.ts";
import type { WindowStore } from "../state/window-state.ts";
import { chosenFigureIn, placeInResults } from "./page-in-window.ts";
import { kindOf, nearestSpan, spanBeside, spansIn, type SpanKind } from "./page-spans.ts";

export interface PageActions {
  /** Takes a figure of the page in hand: it is explained. @param key as the page's model has it */
  chooseFigure(key: string): void;
  /** Shows the next period of the same kind, or with −1 the one before. Does nothing at the end. */
  stepPeriod(step: 1 | -1): void;
  /**
   * Shows the period of another kind that is nearest to the one shown; going from kind to kind, to the one that this
   * began with. Does nothing where there is none.
   */
  showKind(kind: SpanKind): void;
  /** Goes to the cell of the figure in hand in Results; Back returns. Does nothing where none is in hand. */
  showInResults(): void;
}

export function makePageActions(
  store: WindowStore,
  { follow, showBasis, showPeriod }: Pick<MoveActions, "follow" | "showBasis" | "showPeriod">,
): PageActions {
  // Where going from kind to kind began, as long as nothing else is chosen: 3Q06, FY2005, LTM 3Q06, 3Q06.
  let round: { readonly from: Span; readonly shown: Span } | null = null;
  return {
    chooseFigure: (pageCell) => store.setState({ pageCell }),
    stepPeriod(step) {
      const next = spanBeside(store.getState(), step);
      if (next !== null) showPeriod(next);
    },
    showKind(kind) {
      const state = store.getState();
      const now = pageSpanIn(state);
      const from = round !== null && sameSpan(round.shown, now) ? round.from : now;
      const span = kindOf(from) === kind ? from : nearestSpan(spansIn(state)[kind], from);
      if (span === null) return;
      round = { from, shown: span };
      store.setState({ pageInTwelves: kind === "twelve" });
      showPeriod(span);
    },
    showInResults() {
      const chosen = chosenFigureIn(store.getState());
      if (chosen === null) return;
      const place = placeInResults(chosen);
      follow(place, place.scope);
      showBasis(place.basis);
    },
  };
}
