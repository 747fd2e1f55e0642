/** What a line's unit means for its numbers. The unit is kept as its name, `JPY million`; this reads it. */
import type { LineKind, Printed } from "#core/book.ts";

export interface Unit {
  readonly kind: "money" | "percent" | "points" | "count";
  /** ISO 4217, for money. */
  readonly currency: string | null;
  /** How many of the smallest named unit one of these is: 1,000,000 for JPY million. */
  readonly scale: number;
}

/** Scale words as they stand in unit names. */
export const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  "100 million": 1e8,
  billion: 1e9,
  trillion: 1e12,
};

/** Units by their names: a book has a handful of them and asks for every cell. */
const known = new Map<string, Unit>();

/** Reads a unit's name. Whatever is neither a percentage nor money counts things: `contracts`, `Gbps`. */
export function unitOf(name: string): Unit {
  let unit = known.get(name);
  if (unit === undefined) known.set(name, (unit = readUnit(name)));
  return unit;
}

function readUnit(name: string): Unit {
  if (name === "%") return { kind: "percent", currency: null, scale: 1 };
  if (name === "percentage points") return { kind: "points", currency: null, scale: 1 };
  const money = /^([A-Z]{3})(?: (.+))?$/.exec(name);
  const scale = money?.[2] === undefined ? 1 : SCALES[money[2]];
  if (money?.[1] !== undefined && scale !== undefined) return { kind: "money", currency: money[1], scale };
  return { kind: "count", currency: null, scale: 1 };
}

/** What amounts of money are shown in, whatever their lines' own units; `entered`: as each line has them. */
export const AMOUNT_SCALES = ["entered", "one", "thousand", "million", "100 million", "billion"] as const;

export type AmountScale = (typeof AMOUNT_SCALES)[number];

/** The part of a line that says what its figures measure; without a kind, an amount. */
export interface Measured {
  readonly unit: string;
  readonly kind?: LineKind;
}

/**
 * The unit in which figures are shown: `JPY million` in hundred millions is `JPY 100 million`. Percentages and counts
 * keep theirs, and so do ratios in money: earnings per share say nothing in billions.
 */
export function unitShown({ unit, kind }: Measured, amounts: AmountScale): string {
  const { currency } = unitOf(unit);
  if (amounts === "entered" || currency === null || kind === "ratio") return unit;
  return amounts === "one" ? currency : `${currency} ${amounts}`;
}

/** How many places the decimal point moves to the left from one unit of money to another: 2 from millions to 億. */
export const placesBetween = (from: string, to: string): number =>
  // The scales are powers of ten; logarithms come out a hair beside whole numbers.
  Math.round(Math.log10(unitOf(to).scale / unitOf(from).scale));

/** A value in another unit of the same money: 14,007 of JPY million is 140.07 of JPY 100 million. */
export function valueIn(value: number, from: string, to: string): number {
  const places = placesBetween(from, to);
  return places >= 0 ? value / 10 ** places : value * 10 ** -places;
}

/**
 * Whether a unit is per cent or percentage points. Such figures are printed in hundredths of what they
 * are (18.3 % is 0.183), have no sum over time, and are rounded to nearest in a source that truncates its amounts.
 */
export function isPercentage(unit: string): boolean {
  const { kind } = unitOf(unit);
  return kind === "percent" || kind === "points";
}

/** Decimals of the value as held for decimals as printed: 3 for 18.3 %, 0 for 14,007. */
export const heldDecimals = (decimals: number, unit: string): number => decimals + (isPercentage(unit) ? 2 : 0);

/** Decimals as printed for decimals as held: 1 for three of a percentage. */
export const printedDecimals = (decimals: number, unit: string): number => decimals - (isPercentage(unit) ? 2 : 0);

/** The number a printed figure stands for, in the unit; `%` as a plain number (18.3 % is 0.183). */
export function valueOf(printed: Printed, unit: string): number {
  const decimals = heldDecimals(printed.decimals, unit);
  // One division or multiplication by an exact power of ten: the nearest double to the printed figure.
  return decimals >= 0 ? printed.mantissa / 10 ** decimals : printed.mantissa * 10 ** -decimals;
}

/** The value of one unit in a printed figure's last digit: 1 for 14,007, 0.001 for 18.3 %. */
export const lastDigit = (decimals: number, unit: string): number => 10 ** -heldDecimals(decimals, unit);
