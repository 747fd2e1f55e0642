/** An expression with its numbers in place: `2,559 / 14,007`. */
import {
  operandsOf,
  printWorked,
  valueWith,
  workOut,
  type Operand,
  type Worked,
  type WorkedFrom,
} from "#core/checks/worked.ts";
import type { Figures } from "#core/figures/figures.ts";
import { showFigure } from "#core/format-amount.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { TargetVintage } from "#core/formula/functions.ts";
import type { Span } from "#core/timeline.ts";
import { unitOf, valueIn, type AmountScale, type Measured } from "#core/units.ts";
import { measureIn, numberStyleIn, shownUnitIn } from "../state/figure-text.ts";
import { wordsOf, type WindowState } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import { withMinus } from "./short-forms.ts";

/** Null for what cannot be written that way, or where an operand has no value. */
export const workedOut = (figures: Figures, expression: Expression, span: Span): Worked | null =>
  workOut(expression, span, workedFrom(figures));

const workedFrom = (actual: Figures): WorkedFrom => ({
  actual,
  target: (vintage) => ({ value: (line, span) => targetOf(actual, vintage, line, span) }),
});

function targetOf(figures: Figures, vintage: TargetVintage, line: string, span: Span): number {
  const named = (id: string): Expression => ({ kind: "line", id, from: 0, to: 0 });
  const call: Expression = { kind: "call", name: "target", args: [named(line), named(vintage)], from: 0, to: 0 };
  const answer = figures.evaluate(call, span);
  return typeof answer === "number" ? answer : Number.NaN;
}

/**
 * Null where the arithmetic is nothing but the operand itself.
 * @param result what it comes to
 * @param swapped operands that stand for other numbers than their own
 */
export function workedText(
  state: WindowState,
  worked: Worked,
  result: Measured,
  swapped: ReadonlyMap<Operand, number> = new Map(),
): string | null {
  if (worked.kind !== "arithmetic") return null;
  const isShown = holdsInShownUnits(state, worked, result);
  const amounts: AmountScale = isShown ? state.settings.amounts : "entered";
  const print = (operand: Operand): string => {
    const of = measureIn(state, operand.line);
    const value = swapped.get(operand) ?? operand.value;
    // Amounts as whole as they are; percentages with the decimal they are printed with.
    const decimals = unitOf(of.unit).kind === "percent" ? 1 : Number.isInteger(value) ? 0 : null;
    return showFigure(value, { of, decimals, ...numberStyleIn(state), amounts, isWhole: true });
  };
  const text = withMinus(printWorked(worked, print));
  // In another unit than everything around it, it says its own.
  const units = isShown ? [] : operandsOf(worked).map(({ line }) => measureIn(state, line).unit);
  const own = units.find((unit) => unitOf(unit).kind === "money");
  return own === undefined ? text : `${text} (${unitLabel(own, wordsOf(state))})`;
}

/** Two results that differ by less are the same. */
const SAME = 1e-9;

/**
 * Whether the arithmetic is true with its amounts in the units that they are shown in: `revenue - 500` and
 * `revenue * 1000 / contracts` are so in their own alone.
 */
function holdsInShownUnits(state: WindowState, worked: Worked, result: Measured): boolean {
  const inShown = (value: number, of: Measured): number => valueIn(value, of.unit, shownUnitIn(state, of));
  const shown = new Map(
    operandsOf(worked).map((operand) => [operand, inShown(operand.value, measureIn(state, operand.line))]),
  );
  const wanted = inShown(valueWith(worked, new Map()), result);
  return Math.abs(valueWith(worked, shown) - wanted) <= SAME * Math.abs(wanted);
}
