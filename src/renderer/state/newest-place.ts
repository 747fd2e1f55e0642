import { isFigure } from "#core/figures/cell.ts";
import { endOf } from "#core/timeline.ts";
import { gridPlanIn, placeAt } from "./grid-plan.ts";
import type { Place } from "./place.ts";
import { figuresIn, type WindowState } from "./window-state.ts";

/** Where somebody begins to read: on the first line of the newest period with figures; null where it has none. */
export function newestPlace(state: WindowState): Place | null {
  const plan = gridPlanIn(state);
  const figures = figuresIn(state);
  const first = plan.rows.find(({ kind }) => kind !== "section");
  if (first === undefined) return null;
  return (
    plan.columns
      .flatMap((column) => placeAt(plan, first, column) ?? [])
      .toSorted((a, b) => endOf(b.span) - endOf(a.span))
      .find(({ line, span }) => isFigure(figures.cell(line, span))) ?? null
  );
}
