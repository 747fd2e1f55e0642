import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { lineColoursOf } from "#core/charts/line-colours.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { rowsOf, type LayoutColumn } from "#core/layout.ts";
import type { LineRow } from "../state/window-state.ts";
import { chartScales } from "./chart-scales.ts";
import { chartData, REST, type ChartData } from "./chart-series.ts";

const column = (label: string): LayoutColumn => ({
  span: spanOf(label),
  label,
  year: "FY2005",
  under: "year",
  counts: "period",
  isAnnual: false,
});
const COLUMNS = ["3Q05", "4Q05", "1Q06"].map(column);

function draw(book: Book, selected: readonly string[], columns: readonly LayoutColumn[] = COLUMNS): ChartData {
  const figures = figuresOf(book, { company: "acme", scope: "consolidated", basis: "actual", asOf: null });
  const rows = rowsOf(book, "acme").filter((row): row is LineRow => row.kind === "line");
  return chartData(
    figures,
    new Map(rows.map((row) => [row.id, row])),
    columns,
    selected,
    "entered",
    lineColoursOf(book),
  );
}

const BOOK = tellBook(
  {
    revenue: {},
    connectivity_revenue: {},
    si_onetime_revenue: {},
    operating_income: {},
    gross_margin_ratio: { kind: "ratio", unit: "%" },
    contracts: { kind: "stock", unit: "contracts" },
    bandwidth: { kind: "stock", unit: "Gbps" },
    revenue_per_contract: { kind: "ratio", formula: "revenue / contracts" },
  },
  [
    ["revenue", "3Q05", "1,001"],
    ["revenue", "4Q05", "1,500"],
    ["connectivity_revenue", "3Q05", "600"],
    ["connectivity_revenue", "4Q05", "610"],
    ["si_onetime_revenue", "3Q05", "400"],
    ["operating_income", "3Q05", "(50)"],
    ["gross_margin_ratio", "3Q05", "18.7%"],
    ["gross_margin_ratio", "4Q05", "17.1%"],
    ["contracts", "4Q05", "100"],
  ],
);

describe("the company's own picture", () => {
  test("stacks the services it uses and draws the margin as a line on the second axis", () => {
    const { series, units } = draw(BOOK, []);
    expect(series.map(({ id, kind, axis, isStacked }) => [id, kind, axis, isStacked])).toEqual([
      ["connectivity_revenue", "bar", 0, true],
      ["si_onetime_revenue", "bar", 0, true],
      [REST, "bar", 0, true],
      ["gross_margin_ratio", "line", 1, false],
    ]);
    expect(units).toEqual(["JPY million", "%"]);
  });

  test("a service that is not printed is a gap, and what the total has beyond the others is shown as such", () => {
    const byId = new Map(draw(BOOK, []).series.map((each) => [each.id, each.values]));
    expect(byId.get("si_onetime_revenue")).toEqual([400, null]);
    // 1,001 against 600 + 400 is rounding, not a service that nobody printed.
    expect(byId.get(REST)).toEqual([null, 890]);
  });

  test("the empty column at the end is not drawn", () => {
    expect(draw(BOOK, []).columns.map(({ label }) => label)).toEqual(["3Q05", "4Q05"]);
  });

  test("a service that is missing where no total is known is named, and said to be", () => {
    const book = tellBook({ revenue: {}, connectivity_revenue: {}, si_onetime_revenue: {} }, [
      ["connectivity_revenue", "3Q05", "600"],
      ["si_onetime_revenue", "3Q05", "-"],
      ["connectivity_revenue", "4Q05", "610"],
    ]);
    expect(draw(book, []).missing).toEqual([null, { lines: ["si_onetime_revenue"], top: 610 }]);
    // Where the total is known, its rest says so.
    expect(draw(BOOK, []).missing).toEqual([null, null]);
  });

  test("a company without services is drawn by its total, and is not said to have any", () => {
    const book = tellBook({ revenue: {}, gross_margin_ratio: { kind: "ratio", unit: "%" } }, [
      ["revenue", "3Q05", "1"],
    ]);
    const { kind, series } = draw(book, []);
    expect([kind, series.map(({ id }) => id)]).toEqual(["lines", ["revenue", "gross_margin_ratio"]]);
  });

  test("scales reach the top of the stack with the zeros on one line", () => {
    const [left, right] = chartScales(draw(BOOK, []).series);
    expect(left?.max).toBeGreaterThanOrEqual(1500);
    expect(left?.min).toBe(0);
    expect(right?.min).toBe(0);
  });
});

describe("selected lines", () => {
  test("amounts are bars side by side, percentages a line on the second axis", () => {
    const { kind, series } = draw(BOOK, ["gross_margin_ratio", "revenue", "operating_income"]);
    expect(kind).toBe("lines");
    expect(series.map(({ id, kind: drawn, axis, isStacked }) => [id, drawn, axis, isStacked])).toEqual([
      ["gross_margin_ratio", "line", 1, false],
      ["revenue", "bar", 0, false],
      ["operating_income", "bar", 0, false],
    ]);
  });

  test("a percentage alone keeps to the second axis", () => {
    const data = draw(BOOK, ["gross_margin_ratio"]);
    expect(data.units).toEqual([null, "%"]);
    expect(chartScales(data.series)[0]).toBeNull();
    expect(chartScales(data.series)[1]?.min).toBeGreaterThan(0.15);
  });

  test("a third unit is left out and named", () => {
    const data = draw(BOOK, ["revenue", "contracts", "gross_margin_ratio"]);
    expect(data.leftOut).toEqual(["contracts"]);
    expect(data.units).toEqual(["JPY million", "%"]);
  });

  test("without a percentage the second unit takes the second axis; a ratio is a line in any unit", () => {
    const data = draw(BOOK, ["contracts", "revenue_per_contract"]);
    expect(data.series.map(({ id, kind, axis }) => [id, kind, axis])).toEqual([
      ["contracts", "bar", 0],
      ["revenue_per_contract", "line", 1],
    ]);
  });

  test("what rests on an implied figure is hollow, and a line has the colour that the book gives it", () => {
    const book = tellBook(
      {
        revenue: { formula: "connectivity_revenue + si_onetime_revenue" },
        connectivity_revenue: {},
        si_onetime_revenue: {},
      },
      [
        ["revenue", "3Q05", "100"],
        ["connectivity_revenue", "3Q05", "60"],
      ],
    );
    const [series] = draw(book, ["si_onetime_revenue"]).series;
    expect([series?.values, series?.hollow]).toEqual([[40], [true]]);
    const colour = draw(book, ["connectivity_revenue", "si_onetime_revenue"]).series[1]?.colour;
    expect(series?.colour).toBe(colour);
  });

  test("a line that the company no longer uses falls back to its own picture", () => {
    expect(draw(BOOK, ["gone"]).kind).toBe("service");
  });
});
