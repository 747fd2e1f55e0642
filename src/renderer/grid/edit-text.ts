import { isFigure } from "#core/figures/cell.ts";
import { measureIn, shownUnitIn, writeWhole } from "../state/figure-text.ts";
import { figuresIn, keyIn, type WindowState } from "../state/window-state.ts";
import type { Place } from "../state/place.ts";

/**
 * What an editor opens with: text that was refused before, else the characters of the fact in force,
 * else what the cell shows; where that is another unit than the line's own, the figure with all its digits in it. Confirming it unchanged stores nothing, save for refused text.
 */
export function editText(state: WindowState, place: Place): string {
  const refused = state.refused.get(keyIn(state, place));
  if (refused !== undefined) return refused.text;
  const fact = figuresIn(state).reportedAt(place.line, place.span);
  const of = measureIn(state, place.line);
  const isOwn = shownUnitIn(state, of) === of.unit;
  if (isOwn && fact !== null && fact.asPrinted !== "") return fact.asPrinted;
  if (fact?.stated === "does-not-exist") return "-";
  const cell = figuresIn(state).cell(place.line, place.span);
  return isFigure(cell) ? writeWhole(state, cell.value, of, cell.decimals) : "";
}
