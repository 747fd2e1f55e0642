import { describe, expect, test } from "vitest";
import { MARCH, spanOf } from "#core/figures/book-for-test.ts";
import { columnsOf, newestFirst, type Layout, type LayoutColumn } from "#core/layout.ts";
import { endOf } from "#core/timeline.ts";

/** From the third quarter of one year to the second of the next. */
const FROM = spanOf("3Q05").start;
const TO = endOf(spanOf("2Q06"));

const columns = (layout: Exclude<Layout, "matrix">, from = FROM, to = TO): LayoutColumn[] =>
  columnsOf(MARCH, from, to, layout);
const labels = (shown: readonly LayoutColumn[]): string[] => shown.map(({ label }) => label);

test.each([
  ["Q", ["3Q05", "4Q05", "1Q06", "2Q06"]],
  ["H", ["2H05", "1H06"]],
  ["FY", ["FY2005", "FY2006"]],
  ["QQQQY", ["3Q05", "4Q05", "FY2005", "1Q06", "2Q06", "FY2006"]],
  ["Q-Y", ["3Q05", "4Q05", "1Q06", "2Q06", "FY2005", "FY2006"]],
  ["YTD", ["9M05", "FY2005", "1Q06", "1H06"]],
  ["LTM", ["LTM 2Q06"]],
] as const)("%s", (layout, shown) => {
  expect(labels(columns(layout))).toEqual(shown);
});

describe("twelve months", () => {
  test("begin where four quarters lie behind them, and are called so at the year's end as well", () => {
    expect(labels(columns("LTM", spanOf("2Q05").start))).toEqual(["LTM 1Q06", "LTM 2Q06"]);
    expect(labels(columns("LTM", spanOf("1Q05").start, endOf(spanOf("1Q06"))))).toEqual(["LTM 4Q05", "LTM 1Q06"]);
  });

  test("are there once where fewer quarters are: a sheet has columns", () => {
    expect(labels(columns("LTM", spanOf("2Q06").start))).toEqual(["LTM 2Q06"]);
  });
});

test("only what is counted from the year's start is cumulative", () => {
  expect(columns("YTD").every(({ counts }) => counts === "year-to-date")).toBe(true);
  expect(columns("LTM").every(({ counts }) => counts === "twelve-months")).toBe(true);
  expect(columns("QQQQY").every(({ counts }) => counts === "period")).toBe(true);
});

test("years are annual columns where quarters stand beside them; where they stand apart they have a heading together", () => {
  const marked = (layout: Exclude<Layout, "matrix">): unknown =>
    columns(layout).map(({ isAnnual, under }) => `${under}${isAnnual ? " annual" : ""}`);
  expect(marked("QQQQY")).toEqual(["year", "year", "year annual", "year", "year", "year annual"]);
  expect(marked("Q-Y")).toEqual(["year", "year", "year", "year", "years annual", "years annual"]);
  expect(marked("FY")).toEqual(["years", "years"]);
});

test("the newest first: years among their quarters turn with them, years that stand apart stay behind", () => {
  expect(labels(newestFirst(columns("QQQQY")))).toEqual(["FY2006", "2Q06", "1Q06", "FY2005", "4Q05", "3Q05"]);
  expect(labels(newestFirst(columns("Q-Y")))).toEqual(["2Q06", "1Q06", "4Q05", "3Q05", "FY2006", "FY2005"]);
  expect(labels(newestFirst(columns("FY")))).toEqual(["FY2006", "FY2005"]);
});
