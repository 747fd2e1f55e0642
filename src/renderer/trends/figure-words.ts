/** The figures of charts as text, in the grid's format. */
import type { Transform } from "#core/charts/drawing.ts";
import type { PageCell } from "#core/pages/page-cell.ts";
import { unitOf, valueIn, type Measured } from "#core/units.ts";
import { gapText, measureIn, shownUnitIn, writeChange, writeFigure } from "../state/figure-text.ts";
import { wordsOf, type WindowState } from "../state/window-state.ts";

export const isChange = (transform: Transform): boolean => transform === "yoy" || transform === "qoq";

/** `14,007`, `+17.4%`, `-1.2pp`, 黒字転換; empty where there is nothing to print. */
export function cellFigure(state: WindowState, cell: PageCell, signed: boolean): string {
  const { columns, grid } = wordsOf(state);
  const { value, gap } = cell;
  if (value !== null) return amountText(state, value, measureOf(state, cell), cell.decimals, signed);
  if (gap?.growth !== undefined) return columns.growth[gap.growth];
  return gap?.isDash === true ? grid.doesNotExist : "";
}

/** What the figure of a page or a chart measures: a line's own cell as its line does. */
export const measureOf = (state: WindowState, { unit, place }: PageCell): Measured =>
  place === null ? { unit } : { ...measureIn(state, place.line), unit };

/** Where a figure stands on an axis: in the unit that it is shown in. */
export function drawnValue(state: WindowState, cell: PageCell): number | null {
  const of = measureOf(state, cell);
  return cell.value === null ? null : valueIn(cell.value, of.unit, shownUnitIn(state, of));
}

export function amountText(
  state: WindowState,
  value: number,
  of: Measured,
  decimals: number | null,
  signed: boolean,
): string {
  if (signed) return writeChange(state, value, of, decimals);
  const text = writeFigure(state, value, of, decimals);
  // As `(2.5%)`: what points are stands within the parentheses.
  const { points } = wordsOf(state).columns;
  return unitOf(of.unit).kind === "points" ? text.replace(/(?=\)?$)/u, points) : text;
}

/** How a figure came to be, or why there is none. */
export function wayOf(state: WindowState, cell: PageCell): string {
  const { explain, legend } = wordsOf(state);
  if (cell.gap !== null) return gapText(state, cell.gap, measureOf(state, cell));
  if (cell.route === null) return "";
  const route = legend.routes[cell.route];
  return cell.weakest === "implied" && cell.route !== "implied" ? explain.restingOnImplied(route) : route;
}
