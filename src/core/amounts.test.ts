import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatFigure } from "#core/format-amount.ts";
import type { NegativeStyle } from "#core/format-amount.ts";
import { parseAmount } from "#core/parse-amount.ts";
import { roundHalfAway } from "#core/rounding.ts";
import { valueOf } from "#core/units.ts";

/** A typed figure's value in its line's unit; or the problem's code. */
function read(text: string, unit = "JPY million"): number | string {
  const parsed = parseAmount(text, unit);
  if ("problem" in parsed) return parsed.problem.code;
  return parsed.stated === "does-not-exist" ? parsed.stated : valueOf(parsed.stated, unit);
}

describe("figures are read as people type and print them", () => {
  test.each([
    ["1,234", 1234],
    ["1234", 1234],
    ["(1,234)", -1234],
    ["（１，２３４）", -1234],
    ["△1,234", -1234],
    ["▲ 1,234", -1234],
    ["−1,234", -1234],
    ["–5", -5],
    // Every hyphen and dash that programs put for a minus.
    ...["\u2010", "\u2011", "\u2012", "\u2013", "\u2212"].map((dash): [string, number] => [`${dash}5`, -5]),
    // French and ISO style: spaces that hold a number together.
    ["1\u00a0234\u00a0567", 1234567],
    ["△1\u202f234.5", -1234.5],
    ["1\u2009234百万円", 1234],
    ["１\u00a0２３４", 1234],
    ["\u00a0(6,500)\u00a0", -6500],
    ["-1,234", -1234],
    ["+1,234", 1234],
    ["１，２３４", 1234],
    ["¥1,234", 1234],
    ["-¥1,234", -1234],
    ["140.1億", 14010],
    ["140.1億円", 14010],
    ["14,007百万円", 14007],
    ["12.3bn", 12300],
    ["12.3 billion", 12300],
    ["1兆", 1_000_000],
    ["1e3", 1000],
    ["1.5E-3", 0.0015],
    [".5", 0.5],
    ["0", 0],
    ["-", "does-not-exist"],
    ["\u2010", "does-not-exist"],
    ["\u2012", "does-not-exist"],
    ["－", "does-not-exist"],
    ["―", "does-not-exist"],
  ])("%s", (text, value) => expect(read(text)).toBe(value));
  test("18.3 and 18.3% are the same in a line of percent", () => {
    expect(read("18.3", "%")).toBe(0.183);
    expect(read("18.3%", "%")).toBe(0.183);
    expect(read("△1.2％", "%")).toBe(-0.012);
  });
  test("a percent sign may stand within the parentheses of a minus or behind them", () => {
    expect(read("(29%)", "%")).toBe(-0.29);
    expect(read("(29)%", "%")).toBe(-0.29);
    expect(read("（２．５） ％", "percentage points")).toBe(-0.025);
    expect(read("(29)%")).toBe("percent");
    expect(read("(29%)%", "%")).toBe("not-a-number");
    expect(read("(-29)%", "%")).toBe("sign");
  });
});

describe("what could be read in two ways is refused with the reason", () => {
  test.each([
    ["abc", "not-a-number"],
    ["0x10", "not-a-number"],
    ["1e", "not-a-number"],
    ["12 apples", "not-a-number"],
    ["5.", "not-a-number"],
    ["()", "not-a-number"],
    ["Infinity", "not-a-number"],
    ["NaN", "not-a-number"],
    ["", "empty"],
    ["  ", "empty"],
    ["1,23", "grouping"],
    ["1.234,56", "grouping"],
    ["1.234,5", "grouping"],
    ["12,34", "grouping"],
    ["1/2", "not-a-number"],
    ["12,34,567", "grouping"],
    // One figure, or two that lost their column?
    ["1 234", "spaces"],
    ["12 .3", "spaces"],
    ["12. 3", "spaces"],
    ["1　234", "spaces"],
    ["12\u00a034", "spaces"],
    ["1\u00a0 234", "spaces"],
    ["1,234\u00a0567", "spaces"],
    ["3,2933,248", "grouping"],
    ["1.234.567", "points"],
    ["(△5)", "sign"],
    ["--5", "sign"],
    ["(5", "sign"],
    ["5)", "sign"],
    ["5.2%", "percent"],
    ["$5", "unit"],
    ["99999999999999999", "too-long"],
    ["9007199254740991億円", "too-long"],
    ["234²", "not-a-number"],
    ["①", "not-a-number"],
    ["½", "not-a-number"],
  ])("%s: %s", (text, code) => expect(read(text)).toBe(code));
  test.each(["0.183", ".5", "-0.5", "(0.05)", "△0.9", "1e-1", "０．１"])("%s in a line of percent", (text) => {
    expect(read(text, "%")).toBe("fraction");
    // In a source it is what it says; elsewhere there is no other way to read it.
    expect(parseAmount(text, "%", { origin: "printed" })).toHaveProperty("stated");
    expect(parseAmount(text.replace(/\)?$/u, "%$&"), "%")).toHaveProperty("stated");
    expect(parseAmount(text, "percentage points")).toHaveProperty("stated");
    expect(parseAmount(text, "JPY million")).toHaveProperty("stated");
  });
  test.each(["0", "0.0", "1", "-1.5", "0.5%", "0.5 ％", "(0.5%)"])("%s in a line of percent is clear", (text) =>
    expect(parseAmount(text, "%")).toHaveProperty("stated"),
  );
  test("a scale in a line of percent", () => expect(read("1.2億", "%")).toBe("unit"));
});

test("a figure with a scale keeps the precision it was printed with", () => {
  expect(parseAmount("140.1億円", "JPY million")).toEqual({ stated: { mantissa: 1401, decimals: -1 } });
  expect(parseAmount("151.0", "Gbps")).toEqual({ stated: { mantissa: 1510, decimals: 1 } });
});

describe("figures are printed", () => {
  test.each([
    [14007, "JPY million", 0, "parentheses", "14,007"],
    [-26827, "JPY million", 0, "parentheses", "(26,827)"],
    [-26827, "JPY million", 0, "triangle", "△26,827"],
    [-26827, "JPY million", 0, "minus", "-26,827"],
    [0.183, "%", 1, "parentheses", "18.3%"],
    [-0.012, "%", 1, "parentheses", "(1.2%)"],
    [151, "Gbps", 1, "parentheses", "151.0"],
    [14010, "JPY million", -1, "parentheses", "14,010"],
    [-0.4, "JPY million", 0, "triangle", "0"],
    [0.16677, "JPY million", null, "parentheses", "0.167"],
    [0, "JPY million", null, "parentheses", "0"],
    [9007199254740991, "JPY", 0, "parentheses", "9,007,199,254,740,991"],
    // 246/480 is 51.25 %; its double lies a hair below.
    [246 / 480, "%", 1, "parentheses", "51.3%"],
  ] as const)("%d %s", (value, unit, decimals, negatives, text) =>
    expect(formatFigure(value, { unit, decimals, negatives })).toBe(text),
  );
});

test("what is printed reads back as the same figure, in every style", () => {
  const styles = fc.constantFrom<NegativeStyle>("parentheses", "triangle", "minus");
  const units = fc.constantFrom("JPY million", "%", "Gbps");
  fc.assert(
    fc.property(
      fc.integer({ min: -1e14, max: 1e14 }),
      fc.integer({ min: 0, max: 3 }),
      styles,
      units,
      (mantissa, decimals, negatives, unit) => {
        const text = formatFigure(valueOf({ mantissa, decimals }, unit), { unit, decimals, negatives });
        expect(parseAmount(text, unit)).toEqual({ stated: { mantissa, decimals } });
      },
    ),
  );
});

test("any text is read without an exception", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      parseAmount(text, "JPY million");
    }),
  );
});

test("percentages round half away from zero, as exact fractions do", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (a, b) => {
      // a/b in tenths of a percent, exactly: floor((2·1000·|a| + b) / 2b).
      const exact = (BigInt(Math.abs(a)) * 2000n + BigInt(b)) / (2n * BigInt(b));
      expect(Math.abs(roundHalfAway(a / b, 3))).toBe(Number(exact) / 1000);
    }),
    { numRuns: 2000 },
  );
});
