/** What is asked before a formula that is typed becomes the formula of its row. */
import type { Stated } from "#core/book.ts";
import { isPlain } from "#core/formula/names-in-formula.ts";
import type { FormulaPlan } from "#core/formula-plan.ts";
import { parseAmount } from "#core/parse-amount.ts";
import { exactText } from "../grid/copied-figure.ts";
import { shownUnitIn, writeFigure } from "../state/figure-text.ts";
import type { Place } from "../state/place.ts";
import {
  figuresIn,
  figuresViewOf,
  findLine,
  labelOf,
  periodOf,
  wordsOf,
  type WindowState,
} from "../state/window-state.ts";
import { consequenceText, spansIn } from "./formula-in-view.ts";

export interface FormulaQuestion {
  readonly plan: FormulaPlan;
  readonly asks: string;
  /** What changes by it, in a few short sentences. */
  readonly says: readonly string[];
  /** The answer that changes the row's formula. */
  readonly agrees: string;
  /** What plain arithmetic gives for the active cell alone; null where lines are named, or no cell of the row is active. */
  readonly figure: PlainFigure | null;
}

export interface PlainFigure {
  readonly place: Place;
  readonly stated: Stated;
  readonly text: string;
  /** The answer that enters it. */
  readonly enters: string;
}

/**
 * The question before a plan is carried out; null where nobody needs to be asked: nothing changes, or the line has
 * neither a formula nor a figure in view, and lines are named.
 */
export function questionIn(state: WindowState, plan: FormulaPlan): FormulaQuestion | null {
  const line = findLine(state, plan.line);
  if (line === undefined || plan.changes.length === 0) return null;
  const figure = plainFigureIn(state, plan);
  const { formula } = line;
  const view = figuresViewOf(state);
  const hasFigures = state.edited.shown.facts.some(
    ({ line: id, company, scope, basis }) =>
      id === line.id && company === view.company && scope === view.scope && basis === view.basis,
  );
  if (formula === null && !hasFigures && figure === null) return null;
  const { question: words } = wordsOf(state).formulaBar;
  const way = plan.expression === null ? "removes" : formula === null ? "gives" : "changes";
  const [, ...consequences] = consequenceText(state, plan);
  const printed = spansIn(state).filter((span) => figuresIn(state).reportedAt(line.id, span) !== null).length;
  return {
    plan,
    asks: words.asks[way](labelOf(state, line.id)),
    says: [
      ...(formula === null ? [] : [words.now(formula)]),
      ...(printed === 0 ? [] : [words.printed[plan.expression === null ? "stay" : "held"](printed)]),
      ...consequences,
    ],
    agrees: words.agrees[way],
    figure,
  };
}

/** What spreadsheets do with `=5+3`: a figure for the one cell. */
function plainFigureIn(state: WindowState, { line: id, expression }: FormulaPlan): PlainFigure | null {
  const { focused: place, sheet } = state;
  const line = findLine(state, id);
  if (line === undefined || expression === null || place?.line !== id || sheet.overlay !== "value") return null;
  // Shown in another unit, 5+3 could be meant in either.
  if (!isPlain(expression) || shownUnitIn(state, line) !== line.unit) return null;
  const value = figuresIn(state).evaluate(expression, place.span);
  if (typeof value !== "number") return null;
  const { unit } = line;
  const text = exactText({ value, unit, decimals: 0, isPrinted: false });
  const parsed = parseAmount(text, unit);
  if ("problem" in parsed || parsed.stated === "does-not-exist") return null;
  const shown = writeFigure(state, value, line, parsed.stated.decimals);
  const { question: words } = wordsOf(state).formulaBar;
  return { place, stated: parsed.stated, text, enters: words.enters(shown, periodOf(state, place.span)) };
}
