import { describe, expect, test } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { describeGap } from "#core/gap-words.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { View } from "#core/figures/ledger.ts";
import { readFormula } from "#core/formula/check-formula.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };

describe("a longer span of which something is missing says what is there", () => {
  const book = tellBook({ x: {}, y: {}, z: {} }, [
    ["x", "1Q06", "0.1"],
    ["x", "2Q06", "0.2"],
    ["x", "4Q06", "4"],
    ["y", "1H06", "20"],
    ["y", "3Q06", "-"],
    ["z", "FY2006", "100"],
    ["z", "1Q06", "10"],
  ]);
  const cell = (line: string, period: string): unknown => figuresOf(book, NOW).cell(line, spanOf(period));
  test("three of four quarters", () =>
    expect(cell("x", "FY2006")).toEqual({
      gap: "needs",
      needs: [{ line: "x", span: spanOf("3Q06") }],
      entered: { count: 3, of: 4, sum: { value: 4.3, decimals: 1 } },
    }));
  test("a half-year and a dash", () =>
    expect(cell("y", "FY2006")).toEqual({
      gap: "needs",
      needs: [{ line: "y", span: spanOf("4Q06") }],
      entered: { count: 3, of: 4, sum: { value: 20, decimals: 0 } },
    }));
  test("also where the rest of a year would tell it", () =>
    expect(cell("z", "1H06")).toEqual({
      gap: "needs",
      needs: [{ line: "z", span: spanOf("2H06") }],
      entered: { count: 1, of: 2, sum: { value: 10, decimals: 0 } },
    }));
  test("nothing where nothing is there", () => expect(cell("x", "FY2005")).toEqual({ gap: "not-entered" }));
  test("nor of a quarter", () => expect(cell("x", "3Q06")).toEqual({ gap: "not-entered" }));
});

describe("a sum that was only asked for says it too", () => {
  const book = tellBook({ t: {}, a: { parent: "t" }, b: { parent: "t" }, c: { parent: "t" }, d: { parent: "t" } }, [
    ["a", "1Q06", "0.1"],
    ["b", "1Q06", "0.2"],
    ["c", "1Q06", "-"],
  ]);
  test.each([
    ["a + b + c + d", 0.3],
    ["a - (d - b) - c", 0.3],
    ["sum(a, b, c, d)", 0.3],
    ["children(t)", 0.3],
  ])("%s", (text, sum) => {
    const formula = readFormula(text, new Map(book.lines.map((line) => [line.id, line])));
    if ("problem" in formula) throw new Error(formula.problem.code);
    expect(figuresOf(book, NOW).evaluate(formula.expression, spanOf("1Q06"))).toEqual({
      gap: "needs",
      needs: [{ line: "d", span: spanOf("1Q06") }],
      entered: { count: 3, of: 4, sum: { value: sum, decimals: 1 } },
    });
  });
});

describe("what is there of a sum is told as it was entered", () => {
  const book = tellBook(
    {
      revenue: {},
      cost: {},
      tax: {},
      margin: { formula: "revenue - cost" },
      profit: { formula: "revenue - cost - tax" },
      growth: { formula: "revenue / prior_year(revenue) - 1", kind: "ratio", unit: "%" },
      less: { formula: "revenue - cost - 5" },
    },
    [
      ["cost", "1Q06", "90"],
      ["tax", "1Q06", "0.50"],
      ["revenue", "2Q06", "100"],
      ["tax", "2Q06", "30"],
    ],
  );
  const enteredOf = (line: string, period: string): unknown => {
    const cell = figuresOf(book, NOW).cell(line, spanOf(period));
    return "gap" in cell ? cell.entered : cell;
  };

  test("a cost by itself without a minus, and costs with the decimals they have", () => {
    expect(enteredOf("margin", "1Q06")).toEqual({ count: 1, of: 2, sum: { value: 90, decimals: 0 } });
    expect(enteredOf("profit", "1Q06")).toEqual({ count: 2, of: 3, sum: { value: 90.5, decimals: 2 } });
  });
  test("with their signs where some are added and some taken away", () =>
    expect(enteredOf("profit", "2Q06")).toEqual({ count: 2, of: 3, sum: { value: 70, decimals: 0 } }));
  test("in words of both languages, with no brackets around brackets", () => {
    const gap = figuresOf(book, NOW).cell("margin", spanOf("1Q06"));
    if (!("gap" in gap)) throw new Error("A part is missing.");
    const words = (language: "en" | "ja") =>
      describeGap(
        gap,
        language,
        ({ line }) => line,
        ({ value }) => `(${value})`,
      );
    expect(words("en")).toBe("needs revenue; 1 of 2 entered: (90)");
    expect(words("ja")).toBe("revenueが必要、2件中1件入力済み：(90)");
  });
  test("a number of the formula was not entered", () => {
    expect(enteredOf("growth", "2Q06")).toBeUndefined();
    expect(enteredOf("less", "1Q06")).toEqual({ count: 1, of: 2, sum: { value: 90, decimals: 0 } });
  });
});
