/**
 * Figures and gaps as text, in the window's language, number style and unit of amounts. Every figure that a person
 * reads is written here, so that none stands on screen in another unit than the heading over it says.
 */
import type { Fact, Stated, StatedFigure } from "#core/book.ts";
import { isDash, isFigure, type Cell, type Figure } from "#core/figures/cell.ts";
import { isRoundedOff, showFigure, type NumberStyle } from "#core/format-amount.ts";
import { describeGap } from "#core/gap-words.ts";
import type { Gap, PartSum } from "#core/gaps.ts";
import { printedDecimals, unitOf, unitShown, valueOf, type Measured } from "#core/units.ts";
import { asOfDay } from "../making/day-text.ts";
import { unitLabel } from "../words/words.ts";
import { findLine, labelOf, periodOf, wordsOf, type WindowState } from "./window-state.ts";

export const numberStyleIn = ({ settings: { negatives, amounts } }: WindowState): NumberStyle => ({
  negatives,
  amounts,
});

/** `14,007` of JPY million; `140.07` where amounts are shown in 億. @param decimals in the unit of the figure; null: as is usual */
export const writeFigure = (state: WindowState, value: number, of: Measured, decimals: number | null): string =>
  showFigure(value, { of, decimals, ...numberStyleIn(state) });

/** How a change is negative: parentheses round one would read as a loss. */
const changeStyleIn = (state: WindowState): NumberStyle => {
  const style = numberStyleIn(state);
  return style.negatives === "parentheses" ? { ...style, negatives: "minus" } : style;
};

/** `+17.4%`, `-362`, `+1.5pp`: growth, differences and steps carry their sign, also a plus. */
export function writeChange(
  state: WindowState,
  value: number,
  of: Measured,
  decimals: number | null,
  isWhole = false,
): string {
  const digits = showFigure(value, { of, decimals, ...changeStyleIn(state), isWhole });
  const plus = value > 0 && /[1-9]/u.test(digits) ? "+" : "";
  return `${plus}${digits}${unitOf(of.unit).kind === "points" ? wordsOf(state).columns.points : ""}`;
}

/** The same with every digit, where two figures are told apart by their last ones. */
export const writeWhole = (state: WindowState, value: number, of: Measured, decimals: number | null): string =>
  showFigure(value, { of, decimals, ...numberStyleIn(state), isWhole: true });

/** The name of the unit that a line's figures are shown in. */
export const shownUnitIn = ({ settings }: WindowState, of: Measured): string => unitShown(of, settings.amounts);

/** That unit as it is read: 億円. */
export const shownUnitLabel = (state: WindowState, of: Measured): string =>
  unitLabel(shownUnitIn(state, of), wordsOf(state));

/** `14,007`, `18.3%`; a dash where the item does not exist; empty for every other gap. */
export function cellText(state: WindowState, cell: Cell, of: Measured): string {
  if (isFigure(cell)) return writeFigure(state, cell.value, of, cell.decimals);
  return isDash(cell) ? wordsOf(state).grid.doesNotExist : "";
}

/** A figure in full, with the unit, where the one shown is rounded; else empty. */
export function wholeText(state: WindowState, { value, decimals }: Figure, of: Measured): string {
  if (!isRoundedOff(value, { of, decimals, ...numberStyleIn(state) })) return "";
  return wordsOf(state).display.inFull(writeWhole(state, value, of, decimals), shownUnitLabel(state, of));
}

export const factText = (state: WindowState, { stated }: Fact, of: Measured): string => statedText(state, stated, of);

/** What a source states, with the digits it printed. */
export function statedText(state: WindowState, stated: Stated, of: Measured): string {
  if (stated === "does-not-exist") return wordsOf(state).grid.doesNotExist;
  return writeFigure(state, valueOf(stated, of.unit), of, stated.decimals);
}

/** The window's state as it writes amounts in the units that they were printed in. */
export const asEntered = (state: WindowState): WindowState =>
  state.settings.amounts === "entered" ? state : { ...state, settings: { ...state.settings, amounts: "entered" } };

/** A claim's number in the characters of its source: whatever amounts are shown in, it was printed so. */
export function claimedText(state: WindowState, { printed, asPrinted, unit }: StatedFigure): string {
  const text = asPrinted || writeWhole(asEntered(state), valueOf(printed, unit), { unit }, printed.decimals);
  return printedIn(state, { asPrinted: text }, { unit });
}

/** The characters of a source, with their unit where figures are shown in another. */
export function printedIn(state: WindowState, { asPrinted }: Pick<Fact, "asPrinted">, of: Measured): string {
  // What has letters in it says its unit itself.
  const isBare = asPrinted !== "" && !/\p{L}/u.test(asPrinted);
  return isBare && shownUnitIn(state, of) !== of.unit
    ? `${asPrinted} ${unitLabel(of.unit, wordsOf(state))}`
    : asPrinted;
}

/** What there is of a sum, with the decimals that were entered. */
export const partText = (state: WindowState, { value, decimals }: PartSum, of: Measured): string =>
  writeFigure(state, value, of, decimals === null ? null : printedDecimals(decimals, of.unit));

/** Why there is no figure, with the window's labels and periods; `of` is what the empty cell would measure. */
export function gapText(state: WindowState, gap: Gap, of: Measured): string {
  const words = wordsOf(state);
  const { cell } = words.deeds;
  const text = describeGap(
    gap,
    state.settings.language,
    ({ line, span }) => cell(labelOf(state, line), periodOf(state, span)),
    (sum) => partText(state, sum, of),
  );
  // As of a day it may well be in the book, from a later source.
  return gap.gap === "not-entered" ? asOfDay(state, words.making.asOf.notKnown, text) : text;
}

/** The unit of any line of the book; empty for one it does not have. */
export const unitIn = (state: WindowState, line: string): string => findLine(state, line)?.unit ?? "";

const NOTHING: Measured = { unit: "" };

/** What any line of the book measures; nothing for one it does not have. */
export const measureIn = (state: WindowState, line: string): Measured => findLine(state, line) ?? NOTHING;
