import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { compare } from "./other-routes.ts";

const VIEW = { company: "acme", scope: "consolidated", basis: "actual", asOf: null } as const;

const BOOK = tellBook(
  {
    sales: { formula: "goods + services" },
    goods: {},
    services: {},
    profit: {},
    margin: { kind: "ratio", unit: "%", formula: "profit / sales" },
    contracts: { kind: "stock", unit: "contracts" },
  },
  [
    ["sales", "1Q06", "100"],
    ["sales", "2Q06", "110"],
    ["sales", "1H06", "211"],
    ["goods", "2Q06", "60"],
    ["services", "2Q06", "50"],
    ["profit", "2Q06", "10"],
    ["margin", "2Q06", "9.4%"],
    ["contracts", "1Q06", "90"],
    ["contracts", "2Q06", "100"],
  ],
  { report: "2006-11-02" },
  { statements: [claim("qoq_change(contracts)", "2Q06", 11, 0, "contracts")] },
);

function compared(line: string, period: string, mostInputs = Infinity, book: Book = BOOK) {
  const found = book.lines.find(({ id }) => id === line);
  if (found === undefined) throw new RangeError(line);
  return compare(book, VIEW, found, spanOf(period), mostInputs);
}

const told = (line: string, period: string): string[] =>
  (compared(line, period)?.others ?? []).map(({ route, value, verdict }) => `${route} ${value} ${verdict}`);

describe("the other routes to a figure", () => {
  test("of a reported flow: the path over other spans, and its formula", () => {
    expect(told("sales", "2Q06")).toEqual(["derived 111 within", "computed 110 exact"]);
  });

  test("none of them rests on the figure itself", () => {
    const facts = BOOK.facts.map((fact) =>
      fact.line === "sales" && fact.asPrinted === "110" ? { ...fact, stated: { mantissa: 150, decimals: 0 } } : fact,
    );
    const others = compared("sales", "2Q06", Infinity, { ...BOOK, facts })?.others ?? [];
    expect(others.map(({ value, verdict }) => [value, verdict])).toEqual([
      [111, "outside"],
      [110, "outside"],
    ]);
  });

  test("one that joins figures of before and after a restatement and does not tie proves nothing", () => {
    const restated = tellBook(
      { sales: {} },
      [
        ["sales", "1Q06", "100", { source: "first" }],
        ["sales", "2Q06", "110", { source: "first" }],
        ["sales", "1H06", "210", { source: "first" }],
        ["sales", "1Q06", "140", { source: "later", restated: true }],
      ],
      { first: "2006-11-02", later: "2007-05-10" },
    );
    const others = (period: string) =>
      compared("sales", period, Infinity, restated)?.others.map(({ value, verdict, joinsVintages }) => [
        value,
        verdict,
        joinsVintages,
      ]);
    expect(others("2Q06")).toEqual([[70, null, true]]);
    expect(others("1H06")).toEqual([[250, null, true]]);
  });

  test("nor does a percentage printed before one of its parts was restated", () => {
    const restated = tellBook(
      { sales: {}, profit: {}, margin: { kind: "ratio", unit: "%", formula: "profit / sales" } },
      [
        ["sales", "2Q06", "110", { source: "first" }],
        ["profit", "2Q06", "10", { source: "first" }],
        ["margin", "2Q06", "9.1%", { source: "first" }],
        ["sales", "2Q06", "90", { source: "later", restated: true }],
        ["profit", "2Q06", "30", { source: "later", restated: true }],
      ],
      { first: "2006-11-02", later: "2007-05-10" },
    );
    expect(compared("margin", "2Q06", Infinity, restated)?.others).toMatchObject([
      { route: "reported", value: 0.091, verdict: null, joinsVintages: true },
    ]);
  });

  test("of a printed ratio: its formula, over what is implied too", () => {
    const book = tellBook(
      {
        contracts: { kind: "stock", unit: "contracts" },
        sales: {},
        other: {},
        total: { formula: "sales + other" },
        each: { kind: "ratio", formula: "sales / contracts" },
      },
      [
        ["total", "2Q06", "300"],
        ["other", "2Q06", "100"],
        ["contracts", "2Q06", "100"],
        ["each", "2Q06", "5"],
      ],
    );
    expect(compared("each", "2Q06", Infinity, book)?.others).toMatchObject([
      { route: "computed", value: 2, verdict: "outside" },
    ]);
  });

  test("of a member of a sum: what the total leaves", () => {
    expect(told("goods", "2Q06")).toEqual(["implied 60 exact"]);
  });

  test("of a computed percentage: the printed one, with its verdict", () => {
    // 10 of 110 is 9.09 %; with rounding at most 9.59 %, at least 8.6 %.
    expect(told("margin", "2Q06")).toEqual(["reported 0.094 within"]);
  });

  test("of a level: what its printed change leads to", () => {
    expect(told("contracts", "2Q06")).toEqual(["implied 101 within"]);
  });

  test("of a gap: nothing", () => {
    expect(compared("profit", "1Q06")).toBeNull();
  });
});

describe("how far rounding reaches", () => {
  test("of a printed figure: half its last digit", () => {
    expect(compared("sales", "2Q06")?.reach).toMatchObject({ low: 109.5, high: 110.5 });
  });

  test("of a computed one: the corners of its inputs", () => {
    const reach = compared("margin", "2Q06")?.reach;
    expect(reach?.low).toBeCloseTo(9.5 / 110.5, 10);
    expect(reach?.high).toBeCloseTo(10.5 / 109.5, 10);
  });

  test("what takes long is left undone, and no verdict is made up for it", () => {
    expect(compared("margin", "2Q06", 1)).toMatchObject({ reach: null, others: [{ route: "reported" }] });
    expect(compared("sales", "2Q06", 1)?.others.map(({ verdict }) => verdict)).toEqual([null, "exact"]);
  });
});
