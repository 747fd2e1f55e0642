/** Prints figures. Counterpart of parse-amount: what this prints, that reads back as the same figure. */
import { roundedDigits } from "#core/rounding.ts";
import { heldDecimals, unitOf } from "#core/units.ts";

/** `(1,234)` in English filings, `△1,234` in Japanese ones, `-1,234` where neither fits. */
export type NegativeStyle = "parentheses" | "triangle" | "minus";

export interface FigureFormat {
  /** The line's unit; the sign `%` is printed, other units stand once in a header. */
  readonly unit: string;
  /** Decimals to print; null: {@link usualDecimals}. Negative: rounded to tens, hundreds. */
  readonly decimals: number | null;
  readonly negatives: NegativeStyle;
}

/**
 * Decimals for a figure without a last printed digit: one for percentages (the Tokyo Stock
 * Exchange's practice), otherwise enough to show three significant digits.
 */
export function usualDecimals(value: number, unit: string): number {
  const { kind } = unitOf(unit);
  if (kind === "percent" || kind === "points") return 1;
  if (value === 0) return 0;
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  // Past six decimals digits say nothing a reader of accounts could use.
  return Math.min(Math.max(2 - magnitude, 0), 6);
}

/** A value as held, in print: 14007 is `14,007`, 0.183 of a `%` line is `18.3%`, −100 is `(100)`. */
export function formatFigure(value: number, { unit, decimals, negatives }: FigureFormat): string {
  const shown = decimals ?? usualDecimals(value, unit);
  const digits = wholeDigits(value, heldDecimals(shown, unit));
  const percent = unitOf(unit).kind === "percent" ? "%" : "";
  const text = pointed(digits, shown) + percent;
  // A loss that rounds to zero is printed as zero: a sign before nothing reads as a slip.
  if (value >= 0 || digits === 0n) return text;
  if (negatives === "parentheses") return `(${text})`;
  return negatives === "triangle" ? `△${text}` : `-${text}`;
}

/** The rounded magnitude as a whole number of last digits; what is too large for a double to hold them is whole already. */
function wholeDigits(value: number, held: number): bigint {
  const digits = roundedDigits(value, held);
  // BigInt prints every digit where Number would turn to 1e+21.
  return Number.isFinite(digits) ? BigInt(digits) : BigInt(Math.abs(value)) * 10n ** BigInt(held);
}

/** The digits as text with grouping and decimal point; negative decimals put the zeros back. */
function pointed(digits: bigint, decimals: number): string {
  const whole = decimals >= 0 ? digits : digits * 10n ** BigInt(-decimals);
  const text = whole.toString().padStart(Math.max(decimals, 0) + 1, "0");
  const cut = text.length - Math.max(decimals, 0);
  const grouped = text.slice(0, cut).replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals > 0 ? `${grouped}.${text.slice(cut)}` : grouped;
}
