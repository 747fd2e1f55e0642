/** The figures of charts as text, in the grid's format. */
import type { Transform } from "#core/charts/drawing.ts";
import { formatFigure } from "#core/format-amount.ts";
import type { PageCell } from "#core/pages/page-cell.ts";
import { unitOf } from "#core/units.ts";
import { PLUS } from "../explain/short-forms.ts";
import { gapText } from "../state/figure-text.ts";
import { wordsOf, type WindowState } from "../state/window-state.ts";

export const isChange = (transform: Transform): boolean => transform === "yoy" || transform === "qoq";

/** `14,007`, `+17.4%`, `(1.2pp)`, 黒字転換; empty where there is nothing to print. */
export function cellFigure(state: WindowState, cell: PageCell, signed: boolean): string {
  const { columns, grid } = wordsOf(state);
  const { value, gap } = cell;
  if (value !== null) return amountText(state, value, cell.unit, cell.decimals, signed);
  if (gap?.growth !== undefined) return columns.growth[gap.growth];
  return gap?.gap === "does-not-exist" ? grid.doesNotExist : "";
}

export function amountText(
  state: WindowState,
  value: number,
  unit: string,
  decimals: number | null,
  signed: boolean,
): string {
  const text = formatFigure(value, { unit, decimals, negatives: state.settings.negatives });
  const sign = signed && value > 0 ? PLUS : "";
  // As `(2.5%)`: what points are stands within the parentheses.
  const { points } = wordsOf(state).columns;
  return sign + (unitOf(unit).kind === "points" ? text.replace(/(?=\)?$)/u, points) : text);
}

/** How a figure came to be, or why there is none. */
export function wayOf(state: WindowState, cell: PageCell): string {
  const { explain, legend } = wordsOf(state);
  if (cell.gap !== null) return gapText(state, cell.gap, cell.unit);
  if (cell.route === null) return "";
  const route = legend.routes[cell.route];
  return cell.weakest === "implied" && cell.route !== "implied" ? explain.restingOnImplied(route) : route;
}
