import { expect, test } from "vitest";
import { MARCH, spanOf } from "#core/figures/book-for-test.ts";
import { parseFormula } from "#core/formula/parse-formula.ts";
import { formatPeriod } from "#core/period-labels.ts";
import { spokenOfIn } from "./expression-inputs.ts";

function spokenOf(text: string, period: string, basis: "actual" | "target" = "actual"): string[] {
  const parsed = parseFormula(text);
  if ("problem" in parsed) throw new RangeError(text);
  return spokenOfIn(parsed.expression, spanOf(period), basis).map(
    ({ line, span, basis: on, isInitial }) =>
      `${line} ${formatPeriod(span, MARCH)}${on === "actual" ? "" : ` ${on}`}${isInitial ? " initial" : ""}`,
  );
}

test.each([
  ["yoy(revenue)", "1H06", ["revenue 1H06", "revenue 1H05"]],
  ["qoq(revenue)", "1Q06", ["revenue 1Q06", "revenue 4Q05"]],
  ["ytd_change(cash)", "2Q06", ["cash 2Q06", "cash 4Q05"]],
  ["income / revenue", "2Q06", ["income 2Q06", "revenue 2Q06"]],
  ["yoy_change(income / revenue)", "2Q06", ["income 2Q06", "revenue 2Q06", "income 2Q05", "revenue 2Q05"]],
  ["revenue / target(revenue, initial) - 1", "1H06", ["revenue 1H06", "revenue 1H06 target initial"]],
  ["target(revenue) - target(revenue, initial)", "1H06", ["revenue 1H06 target", "revenue 1H06 target initial"]],
  ["progress(revenue)", "2Q06", ["revenue 1H06", "revenue FY2006 target"]],
  ["prior_year(ytd(revenue)) / lag(ytd(revenue), 2)", "2Q06", ["revenue 1H05", "revenue FY2005"]],
  [
    "remainder(revenue) / (lag(ytd(revenue), 2) - prior_year(ytd(revenue))) - 1",
    "2Q06",
    ["revenue FY2006 target", "revenue 1H06", "revenue FY2005", "revenue 1H05"],
  ],
])("%s of %s speaks of these cells, each once", (text, period, cells) => {
  expect(spokenOf(text, period)).toEqual(cells);
});

test("growth of a target is against what was reached the year before", () => {
  expect(spokenOf("yoy(revenue)", "FY2006", "target")).toEqual(["revenue FY2006 target", "revenue FY2005"]);
});
