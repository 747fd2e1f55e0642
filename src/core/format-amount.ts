/** Prints figures. Counterpart of parse-amount: what this prints, that reads back as the same figure. */
import { roundedDigits } from "#core/rounding.ts";
import { heldDecimals, placesBetween, unitOf, unitShown, type AmountScale, type Measured } from "#core/units.ts";

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
  return inPrint(value, unit, shown, shown, negatives);
}

/** How a window shows numbers. */
export interface NumberStyle {
  readonly negatives: NegativeStyle;
  readonly amounts: AmountScale;
}

export interface ShownFormat extends NumberStyle {
  /** What is measured, in the line's own unit. */
  readonly of: Measured;
  /** Decimals in that unit; null: {@link usualDecimals}. */
  readonly decimals: number | null;
  /** Every digit is shown, however many follow the point. */
  readonly isWhole?: boolean;
}

/** Behind the point of an amount in a larger unit; millions in billions keep every digit. */
const MOST_DECIMALS = 3;
/** What is small in a larger unit keeps so many significant digits: no figure is shown as nothing. */
const LEAST_DIGITS = 3;

/**
 * The decimals a figure is shown with in its shown unit: those it has, the point moved. Past three they are rounded
 * off; negative: the digits end before the point. See `isRoundedOff`.
 */
export function decimalsShown(value: number, format: Omit<ShownFormat, "negatives">): number {
  const { of, decimals, amounts, isWhole = false } = format;
  const places = placesShown(of, amounts);
  const whole = (decimals ?? usualDecimals(value, of.unit)) + places;
  // In its own unit, or in a smaller one, a figure shows what it has.
  if (isWhole || places <= 0 || whole <= MOST_DECIMALS) return whole;
  const magnitude = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value))) - places;
  return Math.min(whole, Math.max(MOST_DECIMALS, LEAST_DIGITS - 1 - magnitude));
}

/** Whether a figure has digits that are not shown. */
export function isRoundedOff(value: number, format: Omit<ShownFormat, "negatives">): boolean {
  const { of, decimals } = format;
  const lost = decimalsShown(value, { ...format, isWhole: true }) - decimalsShown(value, format);
  const digits = wholeDigits(value, heldDecimals(decimals ?? usualDecimals(value, of.unit), of.unit));
  return lost > 0 && digits % 10n ** BigInt(lost) !== 0n;
}

/** A value as held in its own unit, in print in the unit that amounts are shown in: 14007 of JPY million is `140.07`. */
export function showFigure(value: number, format: ShownFormat): string {
  const { of, amounts, negatives } = format;
  const shown = decimalsShown(value, format);
  return inPrint(value, of.unit, shown - placesShown(of, amounts), shown, negatives);
}

const placesShown = (of: Measured, amounts: AmountScale): number =>
  amounts === "entered" ? 0 : placesBetween(of.unit, unitShown(of, amounts));

/** @param own decimals in the value's unit; `shown`: as printed. They differ where the point moves. */
function inPrint(value: number, unit: string, own: number, shown: number, negatives: NegativeStyle): string {
  const digits = wholeDigits(value, heldDecimals(own, unit));
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
