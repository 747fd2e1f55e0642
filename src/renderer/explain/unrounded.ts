import { unitOf } from "#core/units.ts";
import { formatFigure, type FigureFormat } from "#core/format-amount.ts";

/** Digits behind the point past which a ratio says nothing more. */
const MOST_DECIMALS = 8;
/** A double holds 15 for certain; what differs only beyond twelve is noise of the division. */
const SIGNIFICANT = 12;

/** A figure with all its digits, or with eight decimals and a mark that more follow; null where `format` shows them all. */
export function unrounded(value: number, format: FigureFormat): string | null {
  const usual = formatFigure(value, format);
  // A whole amount has no digits behind the point, however many before it.
  if (Number.isInteger(value) && unitOf(format.unit).kind !== "percent" && (format.decimals ?? 0) >= 0) return null;
  const held = Number(value.toPrecision(SIGNIFICANT));
  const full = formatFigure(held, { ...format, decimals: MOST_DECIMALS });
  const trimmed = full.replace(/(\.\d*?)0+(?=\D*$)/, "$1").replace(/\.(?=\D*$)/, "");
  if (trimmed === full) return full.replace(/(?=\D*$)/, "…");
  return trimmed === usual || trimmed.length < usual.length ? null : trimmed;
}
