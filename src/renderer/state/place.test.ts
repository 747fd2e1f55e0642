import { describe, expect, test } from "vitest";
import { spanOf } from "#core/figures/book-for-test.ts";
import { endOf } from "#core/timeline.ts";
import { columnEnding, columnShowing } from "./place.ts";

const boundaryAfter = (label: string) => ({ start: endOf(spanOf(label)), length: 0 });

describe("the column that shows a figure", () => {
  test.each([
    ["a quarter, whatever the mode", spanOf("2Q06"), "FY", "Q", spanOf("2Q06")],
    ["a half from the quarters", spanOf("1H06"), "Q", "H", spanOf("1H06")],
    ["a year", spanOf("FY2005"), "H", "FY", spanOf("FY2005")],
    ["nine months: the quarter in which they end", spanOf("9M06"), "H", "Q", spanOf("3Q06")],
    ["last twelve months: likewise", spanOf("LTM 2Q06"), "FY", "Q", spanOf("2Q06")],
    ["a balance stays in the mode whose column ends there", boundaryAfter("4Q05"), "FY", "FY", spanOf("FY2005")],
    ["a balance within the year leaves the years", boundaryAfter("1Q06"), "FY", "Q", spanOf("1Q06")],
  ] as const)("%s", (_, span, from, mode, column) => {
    expect(columnShowing(span, from)).toEqual({ mode, span: column });
  });
});

test("the cell in hand keeps its end when the mode changes", () => {
  expect(columnEnding(spanOf("2Q06"), "H")).toEqual(spanOf("1H06"));
  expect(columnEnding(spanOf("3Q06"), "FY")).toEqual(spanOf("FY2006"));
  expect(columnEnding(spanOf("FY2005"), "Q")).toEqual(spanOf("4Q05"));
});
