import { describe, expect, test } from "vitest";
import { MARCH, spanOf } from "#core/figures/book-for-test.ts";
import { comparable, linesCalled, linesNamed, readDestination } from "./find-in-book.ts";

const LINES = [
  { id: "revenue", labelEn: "Total revenues", labelJa: "売上高合計" },
  { id: "operating_margin", labelEn: "Operating income margin", labelJa: "営業利益率" },
  { id: "operating_income", labelEn: "Operating income (loss)", labelJa: "営業利益" },
  { id: "connectivity", labelEn: "Connectivity and value-added services", labelJa: "接続サービス" },
  { id: "goodwill", labelEn: "Goodwill", labelJa: "のれん" },
  { id: "x_1q06", labelEn: "One-off 1Q06", labelJa: "一時費用" },
];
const read = (text: string) => readDestination(text, LINES, MARCH);

describe("text as it is compared", () => {
  test.each([
    ["14,007", "14007"],
    ["１４，００７", "14007"],
    ["(238)", "-238"],
    ["△238", "-238"],
    ["▲ 238", "-238"],
    ["−1.5%", "-1.5%"],
    ["(1.5%)", "-1.5%"],
    ["  Total   Revenues ", "total revenues"],
    ["income (loss)", "income (loss)"],
  ])("%s is %s", (text, expected) => {
    expect(comparable(text)).toBe(expected);
  });

  test("what is typed of an amount is part of the amount, also before it is closed", () => {
    expect(comparable("(26,827)")).toContain(comparable("(26,8"));
  });
});

describe("a destination", () => {
  test.each(["2Q06", "2q06", "FY2006 2Q", "Q2 FY06", "2007/3 2Q", "2007年3月期 第2四半期", "２Ｑ０６"])(
    "%s is a period",
    (text) => expect(read(text)).toEqual({ lines: [], span: spanOf("2Q06") }),
  );

  test.each(["1H06", "2007/3 1H", "2007年3月期 第2四半期累計"])("%s is a half", (text) =>
    expect(read(text)).toEqual({ lines: [], span: spanOf("1H06") }),
  );

  test.each(["operating_income", "Operating income (loss)", "operating income", "営業利益"])(
    "%s is one line before all that begin like it",
    (text) => {
      const destination = read(text);
      expect(destination).toMatchObject({ span: null });
      expect("lines" in destination && destination.lines[0]).toBe("operating_income");
    },
  );

  test.each([
    "operating income 2Q06",
    "2Q06 operating income",
    "operating income in 2Q06",
    "営業利益 2007年3月期 第2四半期",
    "2007年3月期 第2四半期の営業利益",
    "営業利益2Q06",
    "FY2006 2Q operating income",
  ])("%s is a line in a period", (text) =>
    expect(read(text)).toMatchObject({ lines: ["operating_income", "operating_margin"], span: spanOf("2Q06") }),
  );

  test("a label may begin with の, and may look like a line in a period", () => {
    expect(read("2Q06 のれん")).toEqual({ lines: ["goodwill"], span: spanOf("2Q06") });
    expect(read("one-off 1Q06")).toEqual({ lines: ["x_1q06"], span: null });
  });

  test("the beginnings of words are enough; what several lines have, several lines answer", () => {
    expect(linesNamed("op inc", LINES)).toEqual(["operating_margin", "operating_income"]);
    expect(linesNamed("value", LINES)).toEqual(["connectivity"]);
    expect(linesCalled("operating", LINES)).toEqual([]);
  });

  test("what is neither says so, and a year that ends in another month says that", () => {
    expect(read("flubber")).toEqual({ problem: "unknown" });
    expect(read("flubber 2Q06")).toEqual({ problem: "unknown" });
    expect(read("")).toEqual({ problem: "unknown" });
    expect(read("2006/12 2Q")).toEqual({ problem: "not-this-year-end" });
    expect(read("営業利益 2006年12月期 第2四半期")).toEqual({ problem: "not-this-year-end" });
  });
});
