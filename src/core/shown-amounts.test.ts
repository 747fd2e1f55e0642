import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRoundedOff, showFigure } from "#core/format-amount.ts";
import { AMOUNT_SCALES, unitShown, valueIn, type AmountScale, type Measured } from "#core/units.ts";

const shown = (value: number, of: Measured, decimals: number | null, amounts: AmountScale): string =>
  showFigure(value, { of, decimals, negatives: "parentheses", amounts });

describe("the printed digits stay, the point moves", () => {
  test.each<[number, string, number | null, readonly string[]]>([
    [14007, "JPY million", 0, ["14,007", "14,007,000,000", "14,007,000", "14,007", "140.07", "14.007"]],
    [-100, "JPY million", 0, ["(100)", "(100,000,000)", "(100,000)", "(100)", "(1.00)", "(0.100)"]],
    [13000.5, "JPY million", 1, ["13,000.5", "13,000,500,000", "13,000,500", "13,000.5", "130.005", "13.001"]],
    [14010, "JPY million", -1, ["14,010", "14,010,000,000", "14,010,000", "14,010", "140.1", "14.01"]],
    [14007.3333, "JPY million", null, ["14,007", "14,007,000,000", "14,007,000", "14,007", "140.07", "14.007"]],
    [1.5, "USD billion", 1, ["1.5", "1,500,000,000", "1,500,000", "1,500", "15", "1.5"]],
    [0.183, "%", 1, ["18.3%", "18.3%", "18.3%", "18.3%", "18.3%", "18.3%"]],
    [16112, "contracts", 0, ["16,112", "16,112", "16,112", "16,112", "16,112", "16,112"]],
  ])("%d of %s", (value, unit, decimals, texts) => {
    expect(AMOUNT_SCALES.map((amounts) => shown(value, { unit }, decimals, amounts))).toEqual(texts);
  });

  test("a ratio in money keeps its unit", () => {
    for (const amounts of AMOUNT_SCALES) {
      expect(unitShown({ unit: "JPY", kind: "ratio" }, amounts)).toBe("JPY");
      expect(shown(52.3, { unit: "JPY", kind: "ratio" }, 1, amounts)).toBe("52.3");
    }
  });
});

describe("more than three decimals are rounded off, and that is known", () => {
  test.each([
    [14_007_123_456, "million", "14,007.123", true],
    [14_007_123_456, "thousand", "14,007,123.456", false],
    [14_007_123_456, "100 million", "140.071", true],
    // What is small keeps three digits: no figure is shown as nothing.
    [45_678, "100 million", "0.000457", true],
    [1, "billion", "0.000000001", false],
    [0, "billion", "0.000", false],
    [14_000_000_000, "million", "14,000.000", false],
  ] as const)("%d yen in %s", (value, amounts, text, isRounded) => {
    expect(shown(value, { unit: "JPY" }, 0, amounts)).toBe(text);
    expect(isRoundedOff(value, { of: { unit: "JPY" }, decimals: 0, amounts })).toBe(isRounded);
  });
});

test("no unit turns a figure into nothing or into another", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(...AMOUNT_SCALES), (value, amounts) => {
      const of = { unit: "JPY" };
      const read = Number(showFigure(value, { of, decimals: 0, negatives: "minus", amounts }).replaceAll(",", ""));
      const exact = valueIn(value, "JPY", unitShown(of, amounts));
      expect(Math.sign(read)).toBe(Math.sign(exact));
      // Three significant digits at the least.
      expect(Math.abs(read - exact)).toBeLessThanOrEqual(Math.abs(exact) * 0.005);
    }),
  );
});
