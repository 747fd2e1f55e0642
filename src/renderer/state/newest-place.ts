import { isFigure } from "#core/figures/cell.ts";
import { endOf } from "#core/timeline.ts";
import { gridPlanIn, placeAt } from "./grid-plan.ts";
import type { Place } from "./place.ts";
import { figuresIn, type WindowState } from "./window-state.ts";

/**
 * Where somebody begins: on the first line of the newest period with figures; where that line has none, in its
 * oldest period, to type. Null where there are no lines.
 */
export function newestPlace(state: WindowState): Place | null {
  const plan = gridPlanIn(state);
  const figures = figuresIn(state);
  const first = plan.rows.find(({ kind }) => kind !== "section");
  if (first === undefined) return null;
  const newestFirst = plan.columns
    .flatMap((column) => placeAt(plan, first, column) ?? [])
    .toSorted((a, b) => endOf(b.span) - endOf(a.span));
  return newestFirst.find(({ line, span }) => isFigure(figures.cell(line, span))) ?? newestFirst.at(-1) ?? null;
}
