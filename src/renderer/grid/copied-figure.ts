/** One figure as text for other programs, and as the number and its format that spreadsheets keep. */
import { decimalsShown, showFigure, type NegativeStyle, type NumberStyle } from "#core/format-amount.ts";
import { parseAmount } from "#core/parse-amount.ts";
import { heldDecimals, unitOf, unitShown, valueIn, type AmountScale } from "#core/units.ts";
import type { Stated } from "#core/book.ts";
import type { FigureInCell } from "./figure-in-cell.ts";

/** `shown`: rounded as on screen. `exact`: every digit there is. */
export type CopyDigits = "shown" | "exact";

export interface CopiedFigure {
  /** What every spreadsheet, and Kessan, reads as the number. */
  readonly plain: string;
  /** As on screen. */
  readonly shown: string;
  /** The number a spreadsheet keeps behind it; percentages as plain numbers. */
  readonly value: number;
  /** The spreadsheet's format that shows it so. */
  readonly format: string;
}

/** A double holds no more digits for certain, and a spreadsheet keeps no more. */
const MOST_DIGITS = 15;

/**
 * A figure as it is copied: as shown, in the unit it is shown in; with all its digits, in its own. A percentage keeps its sign also with all its digits, since 0.183 pasted among
 * percentages would be read as 0.183 %.
 */
export function copiedFigure(figure: FigureInCell, digits: CopyDigits, style: NumberStyle): CopiedFigure {
  const { value, unit, decimals, isChange = false } = figure;
  const { amounts } = style;
  const negatives = isChange && style.negatives === "parentheses" ? "minus" : style.negatives;
  const isPercent = unitOf(unit).kind === "percent";
  if (digits === "exact") {
    const plain = exactText(figure);
    return { plain, shown: plain, value: numberOf(value, unit), format: isPercent ? "0.00%" : "General" };
  }
  // No spreadsheet reads △1,234 as a number, and LibreOffice not (9.9%) either; a minus they all read.
  const plain = negatives === "parentheses" && !isPercent ? negatives : "minus";
  return {
    plain: showFigure(value, { of: figure, decimals, negatives: plain, amounts }),
    shown: showFigure(value, { of: figure, decimals, negatives, amounts }),
    value: numberOf(valueIn(value, unit, unitShown(figure, amounts)), unit),
    format: numberFormat(unit, decimalsShown(value, { of: figure, decimals, amounts }), negatives),
  };
}

/** The number as spreadsheets have it: points have no sign of their own there, so 1.5 of them are 1.5. */
function numberOf(value: number, unit: string): number {
  return unitOf(unit).kind === "points" ? Number((value * 100).toPrecision(MOST_DIGITS)) : value;
}

/** All the digits there are: those printed, else as many as are certain; without grouping, negatives with a minus. */
export function exactText({ value, unit, decimals, isPrinted }: FigureInCell): string {
  const format = { of: { unit }, decimals, negatives: "minus", amounts: "entered" } as const;
  if (isPrinted) return showFigure(value, format).replaceAll(",", "");
  const printed = Number((value * 10 ** heldDecimals(0, unit)).toPrecision(MOST_DIGITS));
  const whole = Math.max(Math.floor(Math.log10(Math.abs(printed) || 1)) + 1, 0);
  // Decimals beyond the fifteenth are not held either, as in 0.000…: parse-amount takes no more.
  const text = printed.toFixed(Math.max(MOST_DIGITS - Math.max(whole, 1), 0));
  const digits = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return unitOf(unit).kind === "percent" ? `${digits}%` : digits;
}

/** What pasting reads from the texts that a figure is copied as, with amounts shown in a unit. */
export function statedByCopies(figure: FigureInCell, amounts: AmountScale): readonly Stated[] {
  const { value, unit, decimals } = figure;
  const shown = showFigure(value, { of: figure, decimals, negatives: "minus", amounts });
  const read = [
    parseAmount(shown, unit, { bareUnit: unitShown(figure, amounts) }),
    parseAmount(exactText(figure), unit),
  ];
  return read.flatMap((parsed) => ("stated" in parsed ? [parsed.stated] : []));
}

/** `#,##0_);(#,##0)`, `0.0%;"△"0.0%`: Excel's own language, which the others speak too. */
function numberFormat(unit: string, decimals: number, negatives: NegativeStyle): string {
  const isPercent = unitOf(unit).kind === "percent";
  const digits = `#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}${isPercent ? "%" : ""}`;
  switch (negatives) {
    case "parentheses":
      return `${digits}_);(${digits})`;
    case "triangle":
      return `${digits};"△"${digits}`;
    case "minus":
      return `${digits};-${digits}`;
  }
}
