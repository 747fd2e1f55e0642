import { unitOf, unitShown, valueIn } from "#core/units.ts";
import { showFigure, type ShownFormat } from "#core/format-amount.ts";

/** Digits behind the point past which a ratio says nothing more. */
const MOST_DECIMALS = 8;
/** A double holds 15 for certain; what differs only beyond twelve is noise of the division. */
const SIGNIFICANT = 12;

/** A figure with all its digits, or with eight decimals and a mark that more follow; null where `format` shows them all. */
export function unrounded(value: number, format: ShownFormat): string | null {
  const { of, amounts } = format;
  const unit = unitShown(of, amounts);
  const usual = showFigure(value, format);
  const shown = valueIn(value, of.unit, unit);
  // A whole amount has no digits behind the point, however many before it.
  if (Number.isInteger(shown) && unitOf(unit).kind !== "percent" && (format.decimals ?? 0) >= 0) return null;
  const held = Number(shown.toPrecision(SIGNIFICANT));
  const full = showFigure(held, { ...format, of: { unit }, amounts: "entered", decimals: MOST_DECIMALS });
  const trimmed = full.replace(/(\.\d*?)0+(?=\D*$)/, "$1").replace(/\.(?=\D*$)/, "");
  if (trimmed === full) return full.replace(/(?=\D*$)/, "…");
  return trimmed === usual || trimmed.length < usual.length ? null : trimmed;
}
