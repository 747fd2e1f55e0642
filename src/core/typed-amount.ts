/**
 * Reads what is typed into a figure that is shown in another unit than its line's own. A number alone is in the unit
 * that is seen; where that can hardly be meant the unit is asked for, because a wrong power of ten looks like a figure.
 */
import type { Stated } from "#core/book.ts";
import { parseAmount, type AmountProblem } from "#core/parse-amount.ts";
import { unitOf } from "#core/units.ts";

/** The figure that is typed over. */
export interface TypedInto {
  /** The line's own unit, in which the figure is kept. */
  readonly unit: string;
  /** The unit it is shown in. */
  readonly shown: string;
  /** Values to judge a number's size by, in the line's unit: what stands there, else its neighbours. None: it is not judged. */
  readonly near: readonly number[];
}

/** A figure as it was typed; its text says its unit where that is not the line's own. */
export interface TypedAmount {
  readonly stated: Stated;
  readonly text: string;
}

/** @returns the figure, or what is wrong with it: `which-unit` where the number fits the line's own unit better. Never throws. */
export function readTyped(text: string, { unit, shown, near }: TypedInto): TypedAmount | { problem: AmountProblem } {
  const read = parseAmount(text, unit, { bareUnit: shown });
  if ("problem" in read || shown === unit) return "problem" in read ? read : { ...read, text };
  const own = parseAmount(text, unit);
  if ("problem" in own || isSame(own.stated, read.stated)) return { ...read, text };
  if (isNearer(own.stated, read.stated, near)) return { problem: { code: "which-unit", text } };
  return { ...read, text: withUnit(text, shown) };
}

const isSame = (a: Stated, b: Stated): boolean =>
  a === "does-not-exist" || b === "does-not-exist" ? a === b : a.mantissa === b.mantissa && a.decimals === b.decimals;

/** By orders of magnitude from the middle one of the values beside it. */
function isNearer(own: Stated, read: Stated, near: readonly number[]): boolean {
  const sizes = near.filter((value) => value !== 0).map((value) => Math.log10(Math.abs(value)));
  const middle = sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)];
  const [ownSize, readSize] = [sizeOf(own), sizeOf(read)];
  if (middle === undefined || ownSize === null || readSize === null) return false;
  return Math.abs(ownSize - middle) < Math.abs(readSize - middle);
}

/** Null for nothing: zero is zero in every unit. */
const sizeOf = (stated: Stated): number | null =>
  stated === "does-not-exist" || stated.mantissa === 0 ? null : Math.log10(Math.abs(stated.mantissa)) - stated.decimals;

/** The words that {@link parseAmount} reads as the scales. */
const SUFFIXES: readonly (readonly [scale: number, yen: string, other: string])[] = [
  [1, "円", ""],
  [1e3, "千円", " thousand"],
  [1e6, "百万円", " million"],
  [1e8, "億円", "億"],
  [1e9, " billion", " billion"],
];

/** `140.1` as `140.1億円`, `(5)` as `(5億円)`: read in any unit it is the same amount. */
function withUnit(text: string, shown: string): string {
  const { currency, scale } = unitOf(shown);
  const [, yen = "", other = ""] = SUFFIXES.find(([of]) => of === scale) ?? [];
  const suffix = currency === "JPY" ? yen : other === "" ? ` ${currency ?? ""}` : other;
  return text.trim().replace(/(?=[)）]?$)/u, suffix);
}
