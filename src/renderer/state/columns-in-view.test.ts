import { expect, test } from "vitest";
import type { SpanLength } from "#core/layout.ts";
import { MARCH, tellBook } from "#core/figures/book-for-test.ts";
import { columnsIn, extentInView } from "./columns-in-view.ts";

const TODAY = { year: 2006, month: 11 };
const OPENED = { earliest: null, latest: null };
const labels = (facts: Parameters<typeof tellBook>[1], mode: SpanLength): string[] =>
  columnsIn(
    extentInView(tellBook({ sales: {} }, facts).facts, "acme", MARCH, TODAY, OPENED, "actual"),
    MARCH,
    mode,
  ).map(({ label }) => label);

test("one empty column follows the newest period", () => {
  expect(
    labels(
      [
        ["sales", "1Q06", "1"],
        ["sales", "2Q06", "1"],
      ],
      "Q",
    ),
  ).toEqual(["1Q06", "2Q06", "3Q06"]);
  expect(labels([["sales", "1H06", "1"]], "H")).toEqual(["1H06", "2H06"]);
});

test("a period that has only begun is itself the place to type", () => {
  expect(labels([["sales", "1Q06", "1"]], "H")).toEqual(["1H06"]);
  expect(labels([["sales", "2Q06", "1"]], "FY")).toEqual(["FY2006"]);
});

test("a book without figures begins with today's fiscal year", () => {
  expect(labels([], "Q")).toEqual(["1Q06", "2Q06", "3Q06"]);
  expect(labels([], "FY")).toEqual(["FY2006"]);
});
