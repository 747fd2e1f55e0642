/** The other routes to the focused figure, as the pane shows them. */
import { homeOf, type Line } from "#core/book.ts";
import type { Verdict } from "#core/checks/check.ts";
import { isFigure, type Route } from "#core/figures/cell.ts";
import type { View } from "#core/figures/ledger.ts";
import { usualDecimals } from "#core/format-amount.ts";
import type { Span } from "#core/timeline.ts";
import { endsText, type Ends } from "../checks/check-text.ts";
import { explainedPlaceIn } from "../pages/page-in-window.ts";
import { writeWhole } from "../state/figure-text.ts";
import type { Place } from "../state/place.ts";
import { figuresIn, figuresViewOf, findLine, type WindowState } from "../state/window-state.ts";
import { compare, comparedKey, compareSteps, type Compared, type Comparison, type OtherRoute } from "./other-routes.ts";
import { pathText, withMinus } from "./short-forms.ts";
import { impliedText } from "./trace.ts";

/** Printed numbers whose rounding one step in an idle moment has room for: two years of quarters of a sum of six. */
const IDLE_INPUTS = 48;

/** However long it takes. Null where no cell is focused or it has no figure. */
export function compareFocused(state: WindowState): Compared | null {
  const { line, view, span } = focusedIn(state) ?? {};
  if (line === undefined || view === undefined || span === undefined) return null;
  return keyed(state, view, line, span, compare(state.edited.shown, view, line, span, Infinity));
}

/** What an idle moment has room for, step by step. */
export function* compareIdly(state: WindowState): Generator<undefined, Compared | null> {
  const { line, view, span } = focusedIn(state) ?? {};
  if (line === undefined || view === undefined || span === undefined) return null;
  const comparison = yield* compareSteps(state.edited.shown, view, line, span, IDLE_INPUTS);
  return keyed(state, view, line, span, comparison);
}

function focusedIn(state: WindowState): { readonly line: Line; readonly view: View; readonly span: Span } | null {
  const place = explainedPlaceIn(state);
  const line = place === null ? undefined : findLine(state, place.line);
  return place === null || line === undefined ? null : { line, view: figuresViewOf(state), span: place.span };
}

const keyed = (
  { edited }: WindowState,
  view: View,
  line: Line,
  span: Span,
  comparison: Comparison | null,
): Compared | null =>
  comparison === null ? null : { ...comparison, book: edited.shown, key: comparedKey(view, line.id, span) };

export interface ShownRoute {
  readonly key: string;
  readonly route: Route;
  /** `1H06 − 1Q06`, the formula, what a sum leaves; empty for a printed figure. */
  readonly how: string;
  readonly value: string;
  readonly verdict: Verdict | null;
  /** It differs, and joins figures of before and after a restatement: then there is no verdict. */
  readonly joinsVintages: boolean;
}

export interface ShownComparison {
  /** Null where there is but one number. */
  readonly ends: Ends | null;
  /** Something was left undone because it takes long. */
  readonly isPartial: boolean;
  /** The verdict on a printed figure that another is shown instead of; null where there is none. */
  readonly printed: Verdict | null;
  readonly routes: readonly ShownRoute[];
}

/** Null while it is not worked out for this very cell and book. */
export function comparisonIn(state: WindowState, { line: id, span }: Place): ShownComparison | null {
  const { compared, edited } = state;
  const line = findLine(state, id);
  const cell = line === undefined ? null : figuresIn(state).cell(id, span);
  if (compared === null || line === undefined || cell === null || !isFigure(cell)) return null;
  if (compared.book !== edited.shown || compared.key !== comparedKey(figuresViewOf(state), id, span)) return null;
  const decimals = cell.decimals ?? usualDecimals(cell.value, line.unit);
  const howOf = ({ route, path, by }: OtherRoute): string => {
    if (path !== null) return pathText(state, path);
    if (by !== null) return impliedText(state, by, id, homeOf(line, span));
    return route === "computed" ? withMinus(line.formula ?? "") : "";
  };
  return {
    ends: compared.reach === null ? null : endsText(state, compared.reach, line, decimals),
    isPartial:
      compared.reach === null ||
      compared.others.some(({ verdict, joinsVintages }) => verdict === null && !joinsVintages),
    printed: compared.others.find(({ route }) => route === "reported")?.verdict ?? null,
    routes: compared.others
      .filter(({ route }) => route !== "reported")
      .map((other, index) => ({
        key: `${other.route} ${index}`,
        route: other.route,
        how: howOf(other),
        value: writeWhole(state, other.value, line, decimals),
        verdict: other.verdict,
        joinsVintages: other.joinsVintages,
      })),
  };
}
