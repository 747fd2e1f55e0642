/** What is typed or pasted into a cell, read in the unit that the cell is shown in. */
import { isFigure } from "#core/figures/cell.ts";
import { showFigure } from "#core/format-amount.ts";
import type { AmountProblem } from "#core/parse-amount.ts";
import { shift } from "#core/timeline.ts";
import { readTyped, type TypedAmount } from "#core/typed-amount.ts";
import { unitShown, valueOf, type AmountScale } from "#core/units.ts";
import { unitLabel } from "../words/words.ts";
import { measureIn, shownUnitIn, shownUnitLabel } from "./figure-text.ts";
import type { Place } from "./place.ts";
import { figuresIn, wordsOf, type WindowState } from "./window-state.ts";

/** Periods before and after a cell whose figures tell the size of what belongs there: two years of quarters. */
const NEIGHBOURS = 8;

/** The figure that a text stands for in a cell, with its unit said where it is not the line's own; or what is wrong with it. */
export const readTypedAt = (
  state: WindowState,
  place: Place,
  text: string,
): TypedAmount | { readonly problem: AmountProblem } =>
  readTyped(text, {
    unit: measureIn(state, place.line).unit,
    shown: shownUnitIn(state, measureIn(state, place.line)),
    near: nearTo(state, place),
  });

/** The same of a text that was copied from figures shown in `amounts`: nothing about it is doubtful. */
export function readCopiedAt(
  state: WindowState,
  { line }: Place,
  text: string,
  amounts: AmountScale,
): TypedAmount | { readonly problem: AmountProblem } {
  const of = measureIn(state, line);
  return readTyped(text, { unit: of.unit, shown: unitShown(of, amounts), near: [] });
}

/** The values by which the size of a new figure is judged: what stands there, else what stands beside it. */
function nearTo(state: WindowState, { line, span }: Place): readonly number[] {
  const figures = figuresIn(state);
  const valueAt = (quarters: number): number => {
    const cell = figures.cell(line, shift(span, quarters));
    return isFigure(cell) ? cell.value : 0;
  };
  const own = valueAt(0);
  if (own !== 0) return [own];
  const steps = Array.from({ length: NEIGHBOURS }, (_, index) => index + 1);
  return steps.flatMap((step) => [valueAt(-step), valueAt(step)]).filter((value) => value !== 0);
}

/**
 * What is said beside a text while it is typed: the unit it is read in and what that comes to in the line's own,
 * `億円 → 14,010 百万円`. Empty where the line is shown in its own unit.
 */
export function typingNote(state: WindowState, place: Place, text: string): string {
  const of = measureIn(state, place.line);
  const shown = shownUnitIn(state, of);
  if (shown === of.unit) return "";
  const words = wordsOf(state);
  const read = readTyped(text, { unit: of.unit, shown, near: [] });
  if ("problem" in read || read.stated === "does-not-exist") return shownUnitLabel(state, of);
  const { negatives } = state.settings;
  const value = valueOf(read.stated, of.unit);
  const { decimals } = read.stated;
  const own = showFigure(value, { of, decimals: Math.max(decimals, 0), negatives, amounts: "entered" });
  return words.display.typedAs(shownUnitLabel(state, of), own, unitLabel(of.unit, words));
}
