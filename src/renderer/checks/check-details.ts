/** What the pane says of one check: its numbers, the arithmetic, and the cells that it rests on. */
import { homeOf } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import { operandsOf } from "#core/checks/worked.ts";
import { isFigure } from "#core/figures/cell.ts";
import type { Figures } from "#core/figures/figures.ts";
import { termsOf } from "#core/formula/compile.ts";
import type { Expression } from "#core/formula/expression.ts";
import { calendarRange } from "#core/period-labels.ts";
import { sourceOf, type ExplainedSource } from "../explain/explanation.ts";
import { MINUS, PLUS, withMinus } from "../explain/short-forms.ts";
import { inputAt, needAt, type ExplainedInput } from "../explain/trace.ts";
import { workedOut, workedText } from "../explain/worked-text.ts";
import { measureIn } from "../state/figure-text.ts";
import { companyOf, findLine, periodOf, type WindowState } from "../state/window-state.ts";
import { figuresFor, formulaOf } from "./check-figures.ts";
import {
  againstText,
  claimText,
  differenceText,
  endsText,
  type Ends,
  hintText,
  inOwnUnit,
  isOfChange,
  measureOf,
  numberText,
  pathText,
  printedText,
  recomputedText,
  resultText,
  termsOfPath,
} from "./check-text.ts";

export interface CheckDetails {
  readonly claim: string;
  readonly period: string;
  readonly range: string;
  readonly printed: string;
  /** Empty where nothing can be recomputed. */
  readonly recomputed: string;
  readonly ends: Ends | null;
  readonly difference: string;
  /** The claim's formula, or the other way to the figure, as it is written. */
  readonly formula: string;
  /** The other way in words; empty for a claim. */
  readonly against: string;
  /** `26,444 / 25,000 − 1 = 5.78%`; null for what cannot be written that way. */
  readonly arithmetic: string | null;
  readonly operands: readonly ExplainedInput[];
  readonly needs: readonly ExplainedInput[];
  readonly hint: string | null;
  readonly source: ExplainedSource;
  /** The sum that a "not shown" line would close; null where that mends nothing. */
  readonly openSum: string | null;
}

export function detailsOf(state: WindowState, check: Check): CheckDetails {
  const { expression, against, span, computed, low, high, decimals } = check;
  const line = check.kind === "stated" ? undefined : findLine(state, expression);
  const figures = figuresFor(state, check);
  const read = formulaOf(state, check);
  const worked = read === null ? null : workedOut(figures, read, span);
  const text = worked === null ? null : workedText(inOwnUnit(state, check), worked, measureOf(state, check));
  return {
    claim: claimText(state, check),
    period: periodOf(state, span),
    range: calendarRange(line === undefined ? span : homeOf(line, span), companyOf(state), state.settings.language),
    printed: printedText(state, check),
    recomputed: recomputedText(state, check),
    ends:
      low === null || high === null
        ? null
        : endsText(inOwnUnit(state, check), { low, high }, measureOf(state, check), decimals, isOfChange(state, check)),
    difference: check.verdict === "exact" ? "" : differenceText(state, check),
    formula: withMinus(against === "" ? expression : (pathText(state, against) ?? against)),
    against: againstText(state, check),
    arithmetic: text === null || computed === null ? null : `${text} = ${resultText(state, check, computed)}`,
    operands: operandsIn(state, check, figures, read),
    needs: (check.gap?.needs ?? []).map((need) => needAt(state, need, check.basis, figures)),
    hint: check.hint === null ? null : hintText(state, check, check.hint),
    // What is printed is said above, beside what was recomputed.
    source: sourceOf(state, { source: check.source, page: check.page, asPrinted: "", restated: false }, null),
    openSum: check.kind === "identity" && check.verdict === "outside" && isInView(state, check) ? expression : null,
  };
}

const isInView = (state: WindowState, { scope, basis }: Check): boolean =>
  scope === state.scope && basis === state.basis;

function operandsIn(
  state: WindowState,
  check: Check,
  figures: Figures,
  formula: Expression | null,
): readonly ExplainedInput[] {
  if (formula === null) return pathIn(state, check, figures);
  if (check.kind !== "stated" && termsOf(formula).every(({ of }) => of.kind === "line"))
    return termsOf(formula).flatMap(({ sign, of }) => {
      if (of.kind !== "line") return [];
      const input = inputAt(state, of.id, check.span, check.basis, figures.cell(of.id, check.span));
      return [{ ...input, sign: sign === 1 ? PLUS : MINUS }];
    });
  const worked = workedOut(figures, formula, check.span);
  const operands = worked === null ? [] : operandsOf(worked);
  const inputs = operands.map(({ line, span, basis, value }) => {
    const cell = figures.cell(line, span);
    // A line by its bare name is of the basis that is checked.
    const input = inputAt(state, line, span, basis === "actual" ? check.basis : basis, cell);
    if (basis === "actual" && isFigure(cell)) return input;
    return { ...input, value: numberText(state, value, measureIn(state, line), 0), route: "reported" as const };
  });
  return inputs.filter(({ key }, index) => inputs.findIndex((other) => other.key === key) === index);
}

/** A figure held against other spans of its own line, read back from the path as it is written. */
function pathIn(state: WindowState, { kind, basis, expression, against }: Check, figures: Figures): ExplainedInput[] {
  if (kind !== "routes" || findLine(state, expression) === undefined) return [];
  return (termsOfPath(state, against) ?? []).map(({ sign, span }) => {
    const input = inputAt(state, expression, span, basis, figures.cell(expression, span));
    return { ...input, sign: sign === 1 ? PLUS : MINUS };
  });
}
