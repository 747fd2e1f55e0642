import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { isFigure } from "#core/figures/cell.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { View } from "#core/figures/ledger.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { Gap } from "#core/gaps.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };

/** A cell in one word: its value and its route, or its gap. */
function said(book: Book, line: string, period: string): string {
  const cell = figuresOf(book, NOW).cell(line, spanOf(period));
  return isFigure(cell) ? `${cell.value} ${cell.route}` : cell.gap;
}

function evaluated(book: Book, text: string, period: string): number | Gap {
  const formula = readFormula(text, new Map(book.lines.map((line) => [line.id, line])));
  if ("problem" in formula) throw new Error(formula.problem.code);
  return figuresOf(book, NOW).evaluate(formula.expression, spanOf(period));
}

describe("a break in a series", () => {
  const at = spanOf("1Q06").start;
  const breaks = [{ id: "b", company: "acme", line: "revenue", boundary: at, textEn: "", textJa: "" }];
  const lines = {
    revenue: {},
    costs: {},
    margin: { kind: "ratio", unit: "%", formula: "(revenue - costs) / revenue" },
  } as const;
  const facts = [
    ["revenue", "1Q05", "100"],
    ["revenue", "4Q05", "140"],
    ["revenue", "1Q06", "110"],
    ["revenue", "2Q06", "120"],
    ["revenue", "FY2005", "500"],
    ["costs", "1Q05", "80"],
    ["costs", "1Q06", "88"],
  ] as const;
  const book = tellBook(lines, facts, undefined, { breaks });
  test("makes growth over it not comparable", () => {
    expect(evaluated(book, "yoy(revenue)", "1Q06")).toEqual({ gap: "not-comparable" });
    expect(evaluated(book, "qoq(revenue)", "1Q06")).toEqual({ gap: "not-comparable" });
    expect(evaluated(book, "yoy_change(margin)", "1Q06")).toEqual({ gap: "not-comparable" });
  });
  test("leaves growth on either side alone, and other lines", () => {
    expect(evaluated(book, "qoq(revenue)", "2Q06")).toBeCloseTo(120 / 110 - 1, 12);
    expect(evaluated(book, "yoy(costs)", "1Q06")).toBeCloseTo(0.1, 12);
    expect(evaluated(book, "margin", "1Q06")).toBeCloseTo(0.2, 12);
  });
  test("is crossed by no derived figure and no sum of quarters", () => {
    expect(said(book, "revenue", "LTM 1Q06")).toBe("not-entered");
    expect(
      said(
        tellBook(
          { revenue: {} },
          facts.filter(([line]) => line === "revenue"),
          undefined,
          { breaks: [] },
        ),
        "revenue",
        "LTM 1Q06",
      ),
    ).toBe("510 derived");
  });
  test("is bridged by a figure that a later source restates", () => {
    const bridged = tellBook(
      lines,
      [...facts, ["revenue", "1Q05", "95", { source: "later", restated: true }]],
      { report: "2006-11-02", later: "2006-11-03" },
      { breaks },
    );
    expect(evaluated(bridged, "yoy(revenue)", "1Q06")).toBeCloseTo(110 / 95 - 1, 12);
  });
  test("is not bridged by a figure that was restated before it", () => {
    const early = tellBook(
      lines,
      [...facts, ["revenue", "1Q05", "95", { source: "early", restated: true }]],
      { report: "2006-01-05", early: "2006-01-10" },
      { breaks },
    );
    expect(evaluated(early, "yoy(revenue)", "1Q06")).toEqual({ gap: "not-comparable" });
  });
  test("is not crossed by a path that goes round it", () => {
    const around = [
      ["revenue", "4Q05-2Q06", "100"],
      ["revenue", "4Q05-1Q06", "60"],
    ] as const;
    expect(said(tellBook({ revenue: {} }, around), "revenue", "2Q06")).toBe("40 derived");
    expect(said(tellBook({ revenue: {} }, around, undefined, { breaks }), "revenue", "2Q06")).toBe("not-entered");
  });
  test("without a line it breaks every series of the company", () => {
    const all = tellBook(lines, facts, undefined, {
      breaks: [{ id: "b", company: "acme", line: null, boundary: at, textEn: "", textJa: "" }],
    });
    expect(evaluated(all, "yoy(costs)", "1Q06")).toEqual({ gap: "not-comparable" });
  });
});

describe("a comparison within a comparison", () => {
  const breaks = [{ id: "b", company: "acme", line: "x", boundary: spanOf("1Q06").start, textEn: "", textJa: "" }];
  const book = tellBook(
    { x: {} },
    [
      ["x", "2Q06", "110"],
      ["x", "2Q05", "100"],
      ["x", "2Q04", "90"],
      ["x", "2Q03", "80"],
    ],
    undefined,
    { breaks },
  );
  test.each([
    "lag(x, 8)",
    "prior_year(prior_year(x))",
    "lag(lag(x, 4), 4)",
    "x / prior_year(prior_year(x)) - 1",
    "yoy_change(yoy(x))",
    "prior_year(yoy(x))",
    "cagr(x, 2)",
  ])("sees a break between either: %s", (text) =>
    expect(evaluated(book, text, "2Q06")).toEqual({ gap: "not-comparable" }),
  );
  test("is a figure where there is none between", () => {
    expect(evaluated(book, "prior_year(prior_year(x))", "2Q05")).toBe(80);
    expect(evaluated(book, "yoy_change(yoy_change(x))", "2Q05")).toBe(0);
  });
});

describe("a figure of before a break may be compared once it is restated", () => {
  const at = spanOf("1Q06").start;
  const breakOn = (line: string | null) => [{ id: "b", company: "acme", line, boundary: at, textEn: "", textJa: "" }];
  const breaks = breakOn(null);
  const sources = { before: "2005-11-02", after: "2006-11-02" };
  const [old, now] = [{ source: "before" }, { source: "after" }];
  const anew = { ...now, restated: true };
  const notComparable = { gap: "not-comparable" };

  test("though a later source only prints another value", () => {
    const book = tellBook(
      { x: {} },
      [
        ["x", "2Q06", "60", now],
        ["x", "2Q05", "55", old],
        ["x", "2Q05", "50", now],
      ],
      sources,
      { breaks },
    );
    expect(evaluated(book, "yoy(x)", "2Q06")).toBeCloseTo(0.2, 12);
  });
  test("but not where it is printed again as it was, or for the first time without a mark", () => {
    const printed = (more: { source: string }) =>
      tellBook(
        { x: {} },
        [
          ["x", "2Q06", "60", now],
          ["x", "2Q05", "50", more],
          ["x", "2Q05", "50", now],
        ],
        sources,
        { breaks },
      );
    expect(evaluated(printed(old), "yoy(x)", "2Q06")).toEqual(notComparable);
    expect(evaluated(printed(now), "yoy(x)", "2Q06")).toEqual(notComparable);
  });
  test("and so may what is derived from restated spans, of which every one is", () => {
    const spans = (half: typeof anew | typeof old) =>
      tellBook(
        { x: {} },
        [
          ["x", "1Q06", "60", now],
          ["x", "1H06", "130", now],
          ["x", "1Q05", "50", anew],
          ["x", "1H05", "100", half],
        ],
        sources,
        { breaks },
      );
    expect(evaluated(spans(anew), "yoy(x)", "2Q06")).toBeCloseTo(0.4, 12);
    expect(evaluated(spans(old), "yoy(x)", "2Q06")).toEqual(notComparable);
  });
  test("and what is computed from restated amounts, of which every one is", () => {
    const amounts = (more: typeof anew | typeof old) =>
      tellBook(
        {
          t: { formula: "a + b" },
          a: {},
          b: {},
          share: { kind: "ratio", unit: "%", formula: "a / t" },
        },
        [
          ["a", "2Q06", "60", now],
          ["b", "2Q06", "40", now],
          ["a", "2Q05", "50", anew],
          ["b", "2Q05", "30", more],
        ],
        sources,
        { breaks },
      );
    expect(evaluated(amounts(anew), "yoy(t)", "2Q06")).toBeCloseTo(0.25, 12);
    expect(evaluated(amounts(anew), "yoy_change(share)", "2Q06")).toBeCloseTo(0.6 - 50 / 80, 12);
    expect(evaluated(amounts(old), "yoy(t)", "2Q06")).toEqual(notComparable);
    expect(evaluated(amounts(old), "yoy_change(share)", "2Q06")).toEqual(notComparable);
  });
  test("an amount whose series has no break need not be", () => {
    const book = tellBook(
      {
        x: {},
        people: { kind: "stock", unit: "persons" },
        each: { kind: "ratio", unit: "JPY", formula: "x / people" },
      },
      [
        ["x", "2Q06", "60", now],
        ["people", "2Q06", "10", now],
        ["x", "2Q05", "50", anew],
        ["people", "2Q05", "10", old],
      ],
      sources,
      { breaks: breakOn("x") },
    );
    expect(evaluated(book, "yoy(each)", "2Q06")).toBeCloseTo(0.2, 12);
  });
  test("unless what is worked out from it is marked to break itself", () => {
    const told = (more: typeof anew | typeof old) =>
      tellBook(
        { t: { formula: "a + b" }, a: {}, b: {} },
        [
          ["a", "2Q06", "60", now],
          ["b", "2Q06", "40", now],
          ["a", "2Q05", "50", more],
          ["b", "2Q05", "30", more],
        ],
        sources,
        { breaks: breakOn("t") },
      );
    expect(evaluated(told(old), "yoy(t)", "2Q06")).toEqual(notComparable);
    expect(evaluated(told(anew), "yoy(t)", "2Q06")).toBeCloseTo(0.25, 12);
    expect(evaluated(told(old), "yoy(a)", "2Q06")).toBeCloseTo(0.2, 12);
  });
  test("what a total with a break implies is no more comparable than the total", () => {
    const told = (more: typeof anew | typeof old) =>
      tellBook(
        {
          t: { formula: "x + z" },
          x: {},
          z: {},
          r: {},
          share: { kind: "ratio", unit: "%", formula: "x / r" },
        },
        [
          ["t", "2Q05", "100", more],
          ["z", "2Q05", "10", old],
          ["t", "2Q06", "120", now],
          ["z", "2Q06", "20", now],
          ["r", "2Q05", "1,000", old],
          ["r", "2Q06", "1,000", now],
        ],
        sources,
        { breaks: breakOn("t") },
      );
    expect(said(told(old), "x", "2Q05")).toBe("90 implied");
    expect(evaluated(told(old), "yoy(x)", "2Q06")).toEqual(notComparable);
    expect(evaluated(told(old), "yoy_change(share)", "2Q06")).toEqual(notComparable);
    expect(evaluated(told(old), "yoy(z)", "2Q06")).toBe(1);
    expect(evaluated(told(anew), "yoy(x)", "2Q06")).toBeCloseTo(100 / 90 - 1, 12);
  });
  test("a level that an older printed change leads to is not comparable", () => {
    const told = (more: typeof anew | typeof old) =>
      tellBook(
        { n: { kind: "stock", unit: "contracts" } },
        [
          ["n", "3Q05", "1,000", more],
          ["n", "2Q06", "1,300", now],
        ],
        sources,
        { breaks, statements: [claim("qoq_change(n)", "3Q05", 100, 0, "contracts", "before")] },
      );
    expect(said(told(anew), "n", "2Q05")).toBe("900 implied");
    expect(evaluated(told(anew), "yoy(n)", "2Q06")).toEqual(notComparable);
    expect(evaluated(told(anew), "n - lag(n, 3)", "2Q06")).toBe(300);
  });
  test("a chain of thousands of formulas over a break is seen through", () => {
    const length = 3000;
    const chain = Object.fromEntries(
      Array.from({ length }, (_, index) => [`x${index + 1}`, { formula: `x${index} + 1` }] as const),
    );
    const told = (more: typeof anew | typeof old) =>
      tellBook(
        { x0: {}, ...chain },
        [
          ["x0", "2Q06", "60", now],
          ["x0", "2Q05", "50", more],
        ],
        sources,
        { breaks: breakOn("x0") },
      );
    expect(evaluated(told(anew), `yoy_change(x${length})`, "2Q06")).toBe(10);
    expect(evaluated(told(old), `yoy_change(x${length})`, "2Q06")).toEqual(notComparable);
  });
});
