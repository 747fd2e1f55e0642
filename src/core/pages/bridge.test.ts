/** From one period's result to another's: its steps and what is left. */
import { expect, test } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { bridgeOf } from "./bridge.ts";

test("a bridge needs a sum, and opens the sums within it but for breakdowns", () => {
  const lines = {
    sales: { formula: "goods + services" },
    goods: { parent: "sales" },
    services: { parent: "sales" },
    cost_of_sales: {},
    gross_profit: { formula: "sales - cost_of_sales" },
    overhead: { formula: "selling - rebates" },
    selling: {},
    rebates: {},
    operating_income: { formula: "gross_profit - overhead" },
  };
  const book = tellBook(lines, [
    ["goods", "1Q05", "60"],
    ["services", "1Q05", "40"],
    ["cost_of_sales", "1Q05", "70"],
    ["selling", "1Q05", "20"],
    ["rebates", "1Q05", "2"],
    ["goods", "1Q06", "80"],
    ["services", "1Q06", "50"],
    ["cost_of_sales", "1Q06", "85"],
    ["selling", "1Q06", "-"],
    ["rebates", "1Q06", "5"],
  ]);
  const of = { company: "acme", scope: "consolidated", asOf: null, from: spanOf("1Q05"), to: spanOf("1Q06") } as const;
  const bridge = bridgeOf(book, { ...of, line: null });
  expect(bridge?.steps.map(({ line, effect }) => [line.id, effect.value])).toEqual([
    ["sales", 30],
    ["cost_of_sales", -15],
    ["selling", 20],
    ["rebates", 3],
  ]);
  expect(bridge?.rest?.value).toBe(0);
  expect(bridgeOf(book, { ...of, line: "sales" })?.steps.map(({ line }) => line.id)).toEqual(["goods", "services"]);
  expect(bridgeOf(book, { ...of, line: "goods" })).toBeNull();
});

test.each([
  ["dashes", {}, 5],
  ["what is worked out with a dash", { formula: "hours * fee" }, null],
])("a bridge counts %s as it is known", (_, services, rest) => {
  const periods = ["1Q05", "1Q06"] as const;
  const book = tellBook(
    { hours: {}, fee: {}, services, support: services, goods: {}, sales: { formula: "goods + services + support" } },
    [
      ["sales", "1Q05", "60"],
      ["sales", "1Q06", "85"],
      ["goods", "1Q05", "60"],
      ["goods", "1Q06", "80"],
      ...periods.map((period) => ["fee", period, "2"] as const),
      ...(rest === null ? ["hours"] : ["services", "support"]).flatMap((line) =>
        periods.map((period) => [line, period, "-"] as const),
      ),
    ],
  );
  const of = { company: "acme", scope: "consolidated", asOf: null, line: "sales" } as const;
  expect(bridgeOf(book, { ...of, from: spanOf("1Q05"), to: spanOf("1Q06") })?.rest?.value ?? null).toBe(rest);
});
