import { expect, test } from "vitest";
import { spanOf } from "#core/figures/book-for-test.ts";
import { endOf } from "#core/timeline.ts";
import { layoutShowing } from "./place.ts";

const boundaryAfter = (label: string) => ({ start: endOf(spanOf(label)), length: 0 });

test.each([
  ["a quarter", spanOf("2Q06"), "Q"],
  ["a half", spanOf("1H06"), "H"],
  ["nine months", spanOf("9M06"), "YTD"],
  ["a year", spanOf("FY2005"), "FY"],
  ["twelve months to any quarter's end", spanOf("LTM 2Q06"), "LTM"],
  ["a balance", boundaryAfter("1Q06"), "Q"],
] as const)("%s has a layout that shows it", (_, span, layout) => {
  expect(layoutShowing(span)).toBe(layout);
});
