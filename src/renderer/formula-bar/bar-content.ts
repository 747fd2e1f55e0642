/** What the formula bar shows of the active cell. */
import { isFigure } from "#core/figures/cell.ts";
import { derivationText, sourceText } from "../explain/short-forms.ts";
import { editText } from "../grid/edit-text.ts";
import { printedInstead } from "../grid/shown-cell.ts";
import { gapText } from "../state/figure-text.ts";
import type { Place } from "../state/place.ts";
import { figuresIn, findLine, keyIn, labelOf, periodOf, wordsOf, type WindowState } from "../state/window-state.ts";
import { faultText } from "../words/words.ts";

export interface BarContent {
  readonly place: Place;
  readonly label: string;
  readonly period: string;
  /** A formula: the text is that of the line's. Else it is what the cell's editor would open with. */
  readonly isFormula: boolean;
  readonly text: string;
  /** Where the figure comes from, or why there is none. */
  readonly note: string;
  /** The text was typed here before and refused; the note says why. */
  readonly isRefused: boolean;
}

/** Null where no cell is active. */
export function barContentIn(state: WindowState): BarContent | null {
  const { focused: place } = state;
  const line = place === null ? undefined : findLine(state, place.line);
  if (place === null || line === undefined) return null;
  const cell = figuresIn(state).cell(place.line, place.span);
  const fact = figuresIn(state).reportedAt(place.line, place.span);
  const refused = state.refused.get(keyIn(state, place));
  const isWorkedOut = isFigure(cell) ? cell.route === "computed" : fact === null;
  const isFormula = line.formula !== null && isWorkedOut && refused === undefined;
  const words = wordsOf(state);

  const noteOf = (): string => {
    if (refused !== undefined) return faultText(refused.code, words);
    if (!isFigure(cell)) return gapText(state, cell, line);
    switch (cell.route) {
      case "reported":
        return cell.facts.map((each) => sourceText(state, each)).join("; ");
      case "computed": {
        const printed = fact === null ? "" : printedInstead(state, cell, fact, line);
        return printed === "" ? "" : words.grid.printedInstead(printed);
      }
      case "derived":
        return words.grid.cameToBe(words.explain.routes.derived, derivationText(state, cell, place.span));
      case "implied":
      case "summed":
        return words.explain.routes[cell.route];
    }
  };
  return {
    place,
    label: labelOf(state, place.line),
    period: periodOf(state, place.span),
    isFormula,
    text: isFormula ? (line.formula ?? "") : editText(state, place),
    note: noteOf(),
    isRefused: refused !== undefined,
  };
}
