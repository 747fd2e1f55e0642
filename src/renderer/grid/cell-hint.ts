import { isFigure, type Figure } from "#core/figures/cell.ts";
import { homeOf } from "#core/book.ts";
import type { Span } from "#core/timeline.ts";
import { claimText, printedText } from "../checks/check-text.ts";
import { outsideOf } from "../checks/findings.ts";
import { derivationText, sourceText, withMinus } from "../explain/short-forms.ts";
import { impliedText, restsOnImplied } from "../explain/trace.ts";
import { toldNotes } from "../notes/notes-in-view.ts";
import { gapText, measureIn, wholeText } from "../state/figure-text.ts";
import { figuresIn, findLine, keyIn, periodOf, wordsOf, type WindowState } from "../state/window-state.ts";
import { quartersOf } from "#core/timeline.ts";
import { faultText } from "../words/words.ts";
import { overlayHint } from "./overlay-cell.ts";
import { printedInstead } from "./shown-cell.ts";

/** What a cell says on hover, a line each: how its figure came to be, or why it is empty, what its marks mean, its notes. */
export const cellHint = (state: WindowState, line: string, span: Span): string =>
  [figureHint(state, line, span), toldNotes(state, line, span)].filter((part) => part !== "").join("\n");

function figureHint(state: WindowState, line: string, span: Span): string {
  const instead = overlayHint(state, { line, span });
  if (instead !== null) return instead;
  const words = wordsOf(state);
  const key = keyIn(state, { line, span });
  const refused = state.refused.get(key);
  if (refused !== undefined) return words.grid.refused(refused.text, faultText(refused.code, words));
  if (state.unsaved.has(key)) return words.grid.notSaved;
  const figures = figuresIn(state);
  const cell = figures.cell(line, span);
  const fact = figures.reportedAt(line, span);
  const of = measureIn(state, line);
  const printed = fact === null ? "" : printedInstead(state, cell, fact, of);
  const lines = [
    isFigure(cell)
      ? words.grid.cameToBe(words.explain.routes[cell.route], wayOf(state, cell, line, span))
      : gapText(state, cell, of),
    isFigure(cell) ? wholeText(state, cell, of) : "",
    isFigure(cell) && restsOnImplied(cell) ? words.legend.marks.rests : "",
    isFigure(cell) && cell.mixedVintages ? words.explain.mixed : "",
    fact?.restated === true ? words.explain.restated : "",
    printed === "" ? "" : words.grid.printedInstead(printed),
    ...(fact === null ? [] : outsideOf(state, key)).map((check) =>
      words.grid.outside(claimText(state, check), printedText(state, check)),
    ),
  ];
  return lines.filter((each) => each !== "").join("\n");
}

/** The way in short: the source, the path, the formula, what implies it, its quarters. */
function wayOf(state: WindowState, figure: Figure, line: string, span: Span): string {
  switch (figure.route) {
    case "reported":
      return figure.facts.map((fact) => sourceText(state, fact)).join("; ");
    case "derived":
      return derivationText(state, figure, span);
    case "computed":
      return withMinus(findLine(state, line)?.formula ?? "");
    case "implied": {
      const by = figuresIn(state).impliedBy(line, span);
      const kind = findLine(state, line)?.kind ?? "flow";
      return by === null ? "" : impliedText(state, by, line, homeOf({ kind }, span));
    }
    case "summed":
      return quartersOf(span)
        .map((quarter) => periodOf(state, quarter))
        .join(" + ");
  }
}
