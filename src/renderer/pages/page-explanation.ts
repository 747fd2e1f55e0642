/** What is told of a figure that was put together for a page, or that is not one of the grid's: worded, ready to lay out. */
import type { Basis } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { Route } from "#core/figures/cell.ts";
import { figuresOf, type Figures } from "#core/figures/figures.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { Expression } from "#core/formula/expression.ts";
import { calendarRange } from "#core/period-labels.ts";
import { isPercentage } from "#core/units.ts";
import { printedText } from "../checks/check-text.ts";
import { withMinus } from "../explain/short-forms.ts";
import { inputAt, type ExplainedInput } from "../explain/trace.ts";
import { workedOut, workedText } from "../explain/worked-text.ts";
import { gapText, measureIn, shownUnitLabel } from "../state/figure-text.ts";
import { companyOf, labelOf, periodOf, wordsOf, type WindowState } from "../state/window-state.ts";
import { spokenOfIn, type SpokenOf } from "./expression-inputs.ts";
import { figureName, figureText, measureOf, numberText, rests } from "./figure-words.ts";
import { checkOf } from "./page-in-window.ts";
import type { FigureContent } from "./page-model.ts";

export interface ExplainedFigure {
  readonly name: string;
  readonly period: string;
  readonly range: string;
  /** Null for a gap. */
  readonly value: string | null;
  /** Empty where the figure itself says it. */
  readonly unit: string;
  readonly gap: string | null;
  readonly route: Route | null;
  readonly restsOnImplied: boolean;
  /** What a source prints there, and what is recomputed with one digit more; null where nothing is held against it. */
  readonly printed: { readonly check: Check; readonly text: string; readonly recomputed: string } | null;
  /** Null where it is no expression. */
  readonly formula: string | null;
  /** `14,007 / 11,929 − 1`; null for what cannot be written that way. */
  readonly worked: string | null;
  readonly inputs: readonly ExplainedInput[];
}

export function explainFigure(state: WindowState, content: FigureContent): ExplainedFigure {
  const { cell, scope, basis } = content;
  const expression = cell.expression === null ? null : read(state, cell.expression);
  // On the target's basis the arithmetic would show actual figures in its place.
  const worked =
    expression === null || basis !== "actual"
      ? null
      : workedOut(figuresFor(state, scope, "actual"), expression, cell.span);
  return {
    name: figureName(state, content),
    period: periodOf(state, cell.span),
    range: calendarRange(cell.span, companyOf(state), state.settings.language),
    value: cell.value === null ? null : figureText(state, content),
    unit: isPercentage(cell.unit) ? "" : shownUnitLabel(state, measureOf(state, content)),
    gap: cell.gap === null ? null : gapText(state, cell.gap, measureOf(state, content)),
    route: cell.route,
    restsOnImplied: rests(cell),
    printed: printedBeside(state, content),
    formula: cell.expression === null ? null : withMinus(cell.expression),
    worked: worked === null ? null : workedText(state, worked, measureOf(state, content)),
    inputs:
      expression === null
        ? []
        : spokenOfIn(expression, cell.span, basis).map((spoken) => inputOf(state, content, spoken)),
  };
}

function printedBeside(state: WindowState, content: FigureContent): ExplainedFigure["printed"] {
  const check = checkOf(state, content);
  if (check === null) return null;
  const { computed, unit, decimals } = check;
  const recomputed =
    computed === null
      ? ""
      : numberText(state, computed, { ...measureOf(state, content), unit }, decimals + 1, content.isChange);
  return { check, text: printedText(state, check), recomputed };
}

function read({ edited }: WindowState, text: string): Expression | null {
  const formula = readFormula(text, formulasOf(edited.shown.lines).lines);
  return "problem" in formula ? null : formula.expression;
}

const figuresFor = ({ edited, company, asOf }: WindowState, scope: FigureContent["scope"], basis: Basis): Figures =>
  figuresOf(edited.shown, { company, scope, basis, asOf });

function inputOf(
  state: WindowState,
  { scope }: FigureContent,
  { line, span, basis, isInitial }: SpokenOf,
): ExplainedInput {
  const input = inputAt(state, line, span, basis, figuresFor(state, scope, basis).cell(line, span));
  if (!isInitial) return input;
  // A cell has the target in force; the first one is asked for by its name.
  const first = read(state, `target(${line}, initial)`);
  const value = first === null ? null : figuresFor(state, scope, "actual").evaluate(first, span);
  if (typeof value !== "number") return input;
  const label = wordsOf(state).pages.initialTarget(labelOf(state, line));
  return {
    ...input,
    key: `${input.key} initial`,
    label,
    value: numberText(state, value, measureIn(state, line), null, false),
  };
}
