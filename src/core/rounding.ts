/**
 * Rounds half away from zero at a number of decimals (negative: tens, hundreds), as Excel's ROUND
 * and Japanese filings do.
 *
 * Scaling by a power of ten can land a hair beside the half (246/480 × 100 is 51.24999999999999),
 * so the scaled value is first read at 15 significant digits, the most a double holds for certain.
 */
export function roundHalfAway(value: number, decimals: number): number {
  const digits = roundedDigits(value, decimals);
  return Math.sign(value) * (decimals >= 0 ? digits / 10 ** decimals : digits * 10 ** -decimals);
}

/** The rounded magnitude as a whole number of last digits: 12.35 at one decimal is 124. */
export function roundedDigits(value: number, decimals: number): number {
  const scaled = decimals >= 0 ? Math.abs(value) * 10 ** decimals : Math.abs(value) / 10 ** -decimals;
  // A whole number needs no rounding, and one of sixteen digits would lose its last.
  return Number.isInteger(scaled) ? scaled : Math.floor(Number(scaled.toPrecision(15)) + 0.5);
}
