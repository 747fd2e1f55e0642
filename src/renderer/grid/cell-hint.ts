import { isFigure } from "#core/figures/cell.ts";
import type { Span } from "#core/timeline.ts";
import { derivationText, sourceText } from "../explain/short-forms.ts";
import { gapText, unitIn } from "../state/figure-text.ts";
import { figuresIn, findLine, keyIn, wordsOf, type WindowState } from "../state/window-state.ts";
import { faultText } from "../words/words.ts";

/** What a cell says on hover: why it is marked, why it is empty, or in short how its figure came to be. */
export function cellHint(state: WindowState, line: string, span: Span): string {
  const words = wordsOf(state);
  const key = keyIn(state, { line, span });
  const refused = state.refused.get(key);
  if (refused !== undefined) return words.grid.refused(refused.text, faultText(refused.code, words));
  if (state.unsaved.has(key)) return words.grid.notSaved;
  const cell = figuresIn(state).cell(line, span);
  if (!isFigure(cell)) return gapText(state, cell, unitIn(state, line));
  switch (cell.route) {
    case "reported":
      return cell.facts.map((fact) => sourceText(state, fact)).join("; ");
    case "derived":
      return derivationText(state, cell, span);
    case "computed":
      return findLine(state, line)?.formula ?? "";
    default:
      return words.legend.hints[cell.route];
  }
}
