/** Pointing: clicking a line in the grid while its formula is written puts the line's name into the text. */
import { kindsOf, tokensIn } from "./formula-tokens.ts";

/** A change of the text; the caret comes after what is put in. */
export interface Insertion {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Where a name goes that was pointed at: in place of what is selected or of the line named at the caret,
 * else at the caret. Null where no name can stand, as after a number.
 */
export function pointedAt(text: string, from: number, to: number, id: string): Insertion | null {
  if (from < to) return { from, to, text: id };
  const tokens = tokensIn(text);
  const kinds = kindsOf(tokens);
  const named = tokens.find((token, index) => kinds[index] === "line" && token.from <= from && from <= token.to);
  if (named !== undefined) return { from: named.from, to: named.to, text: id };
  const before = tokens.findLast((token) => token.to <= from);
  const isInside = tokens.some((token) => token.from < from && from < token.to);
  if (isInside || before?.kind === "number" || before?.kind === "close") return null;
  const isCalled = kinds[tokens.findIndex((token) => token.from === from)] === "function";
  const needsSpace = before !== undefined && before.kind !== "open" && before.to === from;
  return isCalled ? null : { from, to, text: needsSpace ? ` ${id}` : id };
}
