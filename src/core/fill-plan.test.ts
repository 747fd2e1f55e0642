import { describe, expect, test } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { planFill, type FilledCell } from "#core/fill-plan.ts";

const BOOK = tellBook(
  {
    sales: {},
    costs: {},
    profit: { formula: "sales - costs" },
    margin: { kind: "ratio", unit: "%", formula: "profit / sales" },
    traffic: { unit: "Gbps" },
  },
  [
    ["sales", "1Q06", "140.1億円"],
    ["sales", "2Q06", "-"],
    ["sales", "3Q06", "(1,234)"],
    ["costs", "1Q06", "11,448"],
    ["costs", "1H06", "20,000"],
    ["margin", "1Q06", "19.0%"],
    ["traffic", "1Q06", "151.0"],
  ],
);
const FIGURES = figuresOf(BOOK, { company: "acme", scope: "consolidated", basis: "actual", asOf: null });

const cell = (line: string, period: string): FilledCell => ({
  line: BOOK.lines.find(({ id }) => id === line) ?? { id: line, unit: "" },
  span: spanOf(period),
});

/** What a cell gives to another of its line. */
const given = (line: string, period: string) => {
  const { entries } = planFill(FIGURES, [{ from: cell(line, period), to: cell(line, "4Q06") }]);
  return entries[0]?.stated ?? null;
};

describe("a cell gives", () => {
  test.each([
    ["a printed figure as printed, its precision too", "sales", "1Q06", { mantissa: 1401, decimals: -1 }],
    ["a loss", "sales", "3Q06", { mantissa: -1234, decimals: 0 }],
    ["the dash of what does not exist", "sales", "2Q06", "does-not-exist"],
    ["decimals that are printed though they are 0", "traffic", "1Q06", { mantissa: 1510, decimals: 1 }],
    ["a derived figure as shown", "costs", "2Q06", { mantissa: 8552, decimals: 0 }],
    ["a computed figure as shown", "profit", "1Q06", { mantissa: 2562, decimals: 0 }],
    ["a percentage with one decimal, as computed and not as printed", "margin", "1Q06", { mantissa: 183, decimals: 1 }],
    ["nothing where it is blank", "traffic", "2Q06", null],
  ] as const)("%s", (_, line, period, stated) => expect(given(line, period)).toEqual(stated));
});

test("figures are not copied into lines of another unit, which are counted", () => {
  const from = cell("sales", "1Q06");
  const plan = planFill(FIGURES, [
    { from, to: cell("costs", "1Q06") },
    { from, to: cell("margin", "1Q06") },
    { from, to: cell("traffic", "1Q06") },
    // A blank copies nothing, whatever the unit.
    { from: cell("traffic", "2Q06"), to: cell("sales", "1Q06") },
  ]);
  expect(plan.entries.map(({ cell: { line } }) => line.id)).toEqual(["costs"]);
  expect(plan.otherUnit).toBe(2);
});
