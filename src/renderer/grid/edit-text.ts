import { isFigure } from "#core/figures/cell.ts";
import { cellText, unitIn } from "../state/figure-text.ts";
import { figuresIn, keyIn, type WindowState } from "../state/window-state.ts";
import type { Place } from "../state/place.ts";

/**
 * What an editor opens with: text that was refused before, else the characters of the fact in force,
 * else what the cell shows. Confirming it unchanged stores nothing, save for refused text.
 */
export function editText(state: WindowState, place: Place): string {
  const refused = state.refused.get(keyIn(state, place));
  if (refused !== undefined) return refused.text;
  const fact = figuresIn(state).reportedAt(place.line, place.span);
  if (fact !== null && fact.asPrinted !== "") return fact.asPrinted;
  if (fact?.stated === "does-not-exist") return "-";
  const cell = figuresIn(state).cell(place.line, place.span);
  return isFigure(cell) ? cellText(state, cell, unitIn(state, place.line)) : "";
}
