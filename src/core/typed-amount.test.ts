import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { showFigure } from "#core/format-amount.ts";
import { parseAmount } from "#core/parse-amount.ts";
import { readTyped } from "#core/typed-amount.ts";
import { AMOUNT_SCALES, unitShown, valueOf, type AmountScale } from "#core/units.ts";

const MILLION = "JPY million";
const OKU = "JPY 100 million";

const typed = (text: string, shown: string, near: readonly number[] = []) =>
  readTyped(text, { unit: MILLION, shown, near });

describe("a number alone is in the unit that is shown, and its text says which", () => {
  test.each([
    ["140.07", OKU, 14007, 0, "140.07億円"],
    ["140.1", OKU, 1401, -1, "140.1億円"],
    ["(5)", OKU, -5, -2, "(5億円)"],
    ["△140.07", OKU, -14007, 0, "△140.07億円"],
    ["14.007", "JPY billion", 14007, 0, "14.007 billion"],
    ["14,007,123", "JPY thousand", 14007123, 3, "14,007,123千円"],
    ["14007000000", "JPY", 14007, 0, "14007000000円"],
  ])("%s in %s", (text, shown, mantissa, decimals, kept) => {
    const read = typed(text, shown);
    expect(read).toEqual({ stated: { mantissa, decimals }, text: kept });
    // Edited later in the line's own unit, the text is the same amount.
    const again = parseAmount(kept, MILLION);
    expect("stated" in again && again.stated !== "does-not-exist" ? valueOf(again.stated, MILLION) : null).toBe(
      valueOf({ mantissa, decimals }, MILLION),
    );
  });

  test("zeros that the smaller unit adds are no digits; typed with their unit they are", () => {
    expect(typed("14,007,000", "JPY thousand")).toEqual({
      stated: { mantissa: 14007, decimals: 0 },
      text: "14,007,000千円",
    });
    expect(typed("14,007,000千円", "JPY thousand")).toMatchObject({ stated: { mantissa: 14007000, decimals: 3 } });
  });

  test("a unit that is typed counts, whatever is shown", () => {
    expect(typed("14,007百万円", OKU)).toEqual({ stated: { mantissa: 14007, decimals: 0 }, text: "14,007百万円" });
    expect(typed("140.1億", MILLION)).toEqual({ stated: { mantissa: 1401, decimals: -1 }, text: "140.1億" });
    expect(readTyped("5", { unit: "USD million", shown: "USD", near: [] })).toEqual({
      stated: { mantissa: 5, decimals: 6 },
      text: "5 USD",
    });
  });

  test("in the line's own unit nothing is added, and a dash stays one", () => {
    expect(typed("14,007", MILLION)).toEqual({ stated: { mantissa: 14007, decimals: 0 }, text: "14,007" });
    expect(typed("-", OKU)).toEqual({ stated: "does-not-exist", text: "-" });
    expect(typed("x", OKU)).toMatchObject({ problem: { code: "not-a-number" } });
  });
});

describe("a number that would fit the line's own unit better is asked about", () => {
  test.each([
    ["14,007", OKU, [13206, 12437], true],
    ["14,007", "JPY thousand", [13206], true],
    ["14,007,000", "JPY thousand", [13206], false],
    ["140.1", OKU, [13206], false],
    // A tenth of it, or ten times as much, is a figure; a hundred times is not.
    ["14", OKU, [13206], false],
    ["1,300", OKU, [13206], false],
    ["1,400", OKU, [13206], true],
    ["0", OKU, [13206], false],
    ["14,007", OKU, [], false],
    ["14,007", OKU, [0], false],
  ])("%s in %s beside %j", (text, shown, near, isAsked) => {
    expect("problem" in typed(text, shown, near)).toBe(isAsked);
  });

  test("with its unit it is taken", () => {
    expect(typed("14,007億円", OKU, [13206])).toMatchObject({ stated: { mantissa: 14007, decimals: -2 } });
  });
});

test("whatever is shown, typed back with all its digits, is the same figure to the last printed digit", () => {
  const stated = fc.record({
    mantissa: fc.integer({ min: -99_999_999, max: 99_999_999 }),
    decimals: fc.integer({ min: 0, max: 3 }),
  });
  const scale = fc.constantFrom<AmountScale>(...AMOUNT_SCALES);
  const unit = fc.constantFrom("JPY", "JPY thousand", MILLION, "USD million", "JPY billion");
  fc.assert(
    fc.property(stated, unit, scale, (figure, own, amounts) => {
      const of = { unit: own };
      const shown = unitShown(of, amounts);
      const value = valueOf(figure, own);
      const text = showFigure(value, { of, decimals: figure.decimals, negatives: "minus", amounts, isWhole: true });
      const read = readTyped(text, { unit: own, shown, near: [value] });
      // More digits than are held exactly are refused, in whatever unit.
      if ("problem" in read && read.problem.code === "too-long") return;
      if ("problem" in read || read.stated === "does-not-exist") throw new Error(`${text} was not read`);
      expect(valueOf(read.stated, own)).toBe(valueOf(figure, own));
      // In a larger unit the digits are the same; in a smaller one the zeros behind them may be fewer.
      expect(read.stated.decimals).toBeLessThanOrEqual(figure.decimals);
      const again = parseAmount(read.text, own);
      expect("stated" in again && again.stated !== "does-not-exist" && valueOf(again.stated, own)).toBe(value);
    }),
  );
});
