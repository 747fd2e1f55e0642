/** The other routes to the focused figure, as the pane shows them. */
import { homeOf } from "#core/book.ts";
import type { Verdict } from "#core/checks/check.ts";
import type { Route } from "#core/figures/cell.ts";
import { formatFigure, usualDecimals } from "#core/format-amount.ts";
import { endsText } from "../checks/check-text.ts";
import type { Place } from "../state/place.ts";
import { figuresIn, figuresViewOf, findLine, type WindowState } from "../state/window-state.ts";
import { isFigure } from "#core/figures/cell.ts";
import { compare, comparedKey, type Compared, type OtherRoute } from "./other-routes.ts";
import { pathText, withMinus } from "./short-forms.ts";
import { impliedText } from "./trace.ts";

/** Sets of figures that an idle moment has room for; with eight rounded numbers there are as many corners. */
export const IDLE_CORNERS = 2 ** 8;

/** Null where no cell is focused or it has no figure. */
export function compareFocused(state: WindowState, mostCorners: number): Compared | null {
  const { focused, edited } = state;
  const line = focused === null ? undefined : findLine(state, focused.line);
  if (focused === null || line === undefined) return null;
  const view = figuresViewOf(state);
  const comparison = compare(edited.shown, view, line, focused.span, mostCorners);
  const key = comparedKey(view, line.id, focused.span);
  return comparison === null ? null : { ...comparison, book: edited.shown, key };
}

export interface ShownRoute {
  readonly key: string;
  readonly route: Route;
  /** `1H06 − 1Q06`, the formula, what a sum leaves; empty for a printed figure. */
  readonly how: string;
  readonly value: string;
  readonly verdict: Verdict | null;
}

export interface ShownComparison {
  /** Null where there is but one number. */
  readonly ends: readonly [low: string, high: string] | null;
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
  const { negatives } = state.settings;
  const howOf = ({ route, path, by }: OtherRoute): string => {
    if (path !== null) return pathText(state, path);
    if (by !== null) return impliedText(state, by, id, homeOf(line, span));
    return route === "computed" ? withMinus(line.formula ?? "") : "";
  };
  return {
    ends: compared.reach === null ? null : endsText(state, compared.reach, line.unit, decimals),
    isPartial: compared.reach === null || compared.others.some(({ verdict }) => verdict === null),
    printed: compared.others.find(({ route }) => route === "reported")?.verdict ?? null,
    routes: compared.others
      .filter(({ route }) => route !== "reported")
      .map((other, index) => ({
        key: `${other.route} ${index}`,
        route: other.route,
        how: howOf(other),
        value: formatFigure(other.value, { unit: line.unit, decimals, negatives }),
        verdict: other.verdict,
      })),
  };
}
