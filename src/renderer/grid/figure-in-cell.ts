/** The number in a cell, as it is shown: the figure itself, or the share, growth or change in its place. */
import type { LineKind } from "#core/book.ts";
import { isFigure } from "#core/figures/cell.ts";
import { usualDecimals } from "#core/format-amount.ts";
import { overlaid } from "#core/overlays.ts";
import { isPercentage } from "#core/units.ts";
import type { Place } from "../state/place.ts";
import { figuresIn, findLine, type WindowState } from "../state/window-state.ts";
import { finestOf, ruleOf } from "./overlay-cell.ts";

export interface FigureInCell {
  /** In the unit; percentages as plain numbers. */
  readonly value: number;
  readonly unit: string;
  /** Of its line; without one, an amount. */
  readonly kind?: LineKind;
  /** The decimals it is shown with. */
  readonly decimals: number;
  /** Whether these are all its digits, as they were printed. */
  readonly isPrinted: boolean;
  /** Growth or a difference: no parentheses stand round it. */
  readonly isChange?: boolean;
}

/** Null where the cell shows a dash, words, or nothing. */
export function figureInCell(state: WindowState, place: Place): FigureInCell | null {
  const line = findLine(state, place.line);
  const rule = ruleOf(state, place.line);
  if (line === undefined || rule === "none") return null;
  const figures = figuresIn(state);
  if (rule === "itself") {
    const cell = figures.cell(place.line, place.span);
    return isFigure(cell) ? figureOf(cell.value, line.unit, line.kind, cell.decimals) : null;
  }
  const value = overlaid(figures, rule, place.span);
  if (typeof value !== "number") return null;
  const isAmount = !isPercentage(rule.unit);
  return {
    ...figureOf(value, rule.unit, line.kind, isAmount ? finestOf(state, rule, line, place) : 1),
    isPrinted: false,
    isChange: rule.isChange,
  };
}

const figureOf = (value: number, unit: string, kind: LineKind, decimals: number | null): FigureInCell => ({
  value,
  unit,
  kind,
  decimals: decimals ?? usualDecimals(value, unit),
  isPrinted: decimals !== null,
});
