import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { MARCH, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { isFigure } from "#core/figures/cell.ts";
import type { View } from "#core/figures/ledger.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { Gap } from "#core/gaps.ts";
import { formatPeriod } from "#core/period-labels.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };

/** A cell in one word: `14007 derived`, or its gap with what it needs. */
function said(book: Book, line: string, period: string, view: Partial<View> = {}): string {
  const cell = figuresOf(book, { ...NOW, ...view }).cell(line, spanOf(period));
  if (isFigure(cell)) return `${Number(cell.value.toPrecision(12))} ${cell.route}${cell.mixedVintages ? " mixed" : ""}`;
  const needs = (cell.needs ?? []).map((need) => `${need.line} ${formatPeriod(need.span, MARCH)}`);
  return [cell.gap, ...needs].join(" ");
}

function evaluated(book: Book, text: string, period: string, view: Partial<View> = {}): number | Gap {
  const formula = readFormula(text, new Map(book.lines.map((line) => [line.id, line])));
  if ("problem" in formula) throw new Error(formula.problem.code);
  return figuresOf(book, { ...NOW, ...view }).evaluate(formula.expression, spanOf(period));
}

describe("a flow is known wherever its ends are connected", () => {
  const revenue = { revenue: {} };
  test.each([
    [
      "2Q06",
      [
        ["revenue", "1H06", "26,444"],
        ["revenue", "1Q06", "12,437"],
      ],
      "14007 derived",
    ],
    [
      "1H06",
      [
        ["revenue", "1Q06", "12,437"],
        ["revenue", "2Q06", "14,007"],
      ],
      "26444 derived",
    ],
    [
      "4Q05",
      [
        ["revenue", "FY2005", "49,812"],
        ["revenue", "9M05", "33,679"],
      ],
      "16133 derived",
    ],
    [
      "2H05",
      [
        ["revenue", "FY2005", "49,812"],
        ["revenue", "1H05", "21,809"],
      ],
      "28003 derived",
    ],
    [
      "LTM 2Q06",
      [
        ["revenue", "FY2005", "49,812"],
        ["revenue", "1H05", "21,809"],
        ["revenue", "1H06", "26,444"],
      ],
      "54447 derived",
    ],
    [
      "3Q05",
      [
        ["revenue", "9M05", "33,679"],
        ["revenue", "1Q05", "9,880"],
        ["revenue", "2Q05", "11,929"],
      ],
      "11870 derived",
    ],
    ["2Q06", [["revenue", "1H06", "26,444"]], "needs revenue 1Q06"],
    [
      "3Q06",
      [
        ["revenue", "FY2006", "100"],
        ["revenue", "2H06", "60"],
      ],
      "needs revenue 4Q06",
    ],
    ["1Q05", [["revenue", "1Q06", "12,437"]], "not-entered"],
  ] as const)("%s", (period, facts, expected) =>
    expect(said(tellBook(revenue, facts), "revenue", period)).toBe(expected),
  );

  test("a reported figure wins over a derived one", () =>
    expect(
      said(
        tellBook(revenue, [
          ["revenue", "1H05", "1,623"],
          ["revenue", "1Q05", "623"],
          ["revenue", "2Q05", "1,001"],
        ]),
        "revenue",
        "2Q05",
      ),
    ).toBe("1001 reported"));
  test("the other spans that would give a reported figure are told", () => {
    const book = tellBook(revenue, [
      ["revenue", "1H05", "1,623"],
      ["revenue", "1Q05", "623"],
      ["revenue", "2Q05", "1,001"],
    ]);
    const path = figuresOf(book, NOW).pathOf("revenue", spanOf("2Q05")) ?? [];
    expect(path.map(({ sign, fact }) => [sign, fact.asPrinted])).toEqual([
      [-1, "623"],
      [1, "1,623"],
    ]);
    expect(figuresOf(tellBook(revenue, [["revenue", "1Q05", "1"]]), NOW).pathOf("revenue", spanOf("1Q05"))).toBeNull();
  });
  test("the path with the fewest reported spans is taken", () =>
    expect(
      said(
        tellBook(revenue, [
          ["revenue", "1H06", "100"],
          ["revenue", "9M06", "151"],
          ["revenue", "1Q06", "40"],
          ["revenue", "2Q06", "61"],
        ]),
        "revenue",
        "3Q06",
      ),
    ).toBe("51 derived"));
  test("balances and ratios are never derived", () => {
    const book = tellBook({ cash: { kind: "stock" }, per_share: { kind: "ratio", unit: "JPY" } }, [
      ["cash", "1Q06", "10"],
      ["per_share", "1H06", "30"],
      ["per_share", "1Q06", "10"],
    ]);
    expect(said(book, "cash", "2Q06")).toBe("not-entered");
    expect(said(book, "per_share", "2Q06")).toBe("not-entered");
  });
  test("a dash counts as nothing on the way, and stays a dash", () => {
    const book = tellBook(revenue, [
      ["revenue", "1H06", "100"],
      ["revenue", "1Q06", "-"],
    ]);
    expect(said(book, "revenue", "1Q06")).toBe("does-not-exist");
    expect(said(book, "revenue", "2Q06")).toBe("100 derived");
    const figure = figuresOf(book, NOW).cell("revenue", spanOf("2Q06"));
    expect(isFigure(figure) ? figure.facts.map(({ asPrinted }) => asPrinted) : figure).toEqual(["-", "100"]);
  });
  test("dashes alone come to no figure, and never to zero", () => {
    const dashes = [
      ["revenue", "1H06", "-"],
      ["revenue", "1Q06", "-"],
    ] as const;
    expect(said(tellBook(revenue, dashes), "revenue", "2Q06")).toBe("does-not-exist");
    const year = tellBook(revenue, [...dashes, ["revenue", "FY2006", "100"], ["revenue", "9M06", "100"]]);
    expect(said(year, "revenue", "2H06")).toBe("100 derived");
    expect(said(year, "revenue", "4Q06")).toBe("0 derived");
  });
  test("a zero is a figure", () =>
    expect(
      said(
        tellBook(revenue, [
          ["revenue", "1H06", "100"],
          ["revenue", "1Q06", "0"],
        ]),
        "revenue",
        "2Q06",
      ),
    ).toBe("100 derived"));
});

test("whatever subset of spans is reported, every derived figure is the truth", () => {
  const quarters = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 12, maxLength: 12 });
  const spans = fc.uniqueArray(
    fc
      .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 12 }))
      .filter(([start, length]) => start + length <= 12),
    { maxLength: 20, selector: ([start, length]) => `${start}+${length}` },
  );
  fc.assert(
    fc.property(quarters, spans, (truth, reported) => {
      const base = spanOf("1Q04").start;
      const total = (start: number, length: number): number =>
        truth.slice(start, start + length).reduce((sum, x) => sum + x, 0);
      const told = tellBook({ revenue: {} }, []);
      const book: Book = {
        ...told,
        facts: reported.map(([start, length]) => ({
          company: "acme",
          scope: "consolidated",
          basis: "actual",
          line: "revenue",
          span: { start: base + start, length },
          source: "report",
          stated: { mantissa: total(start, length), decimals: 0 },
          restated: false,
          page: "",
          asPrinted: "",
        })),
      };
      const figures = figuresOf(book, NOW);
      for (let start = 0; start < 12; start += 1)
        for (let length = 1; start + length <= 12; length += 1) {
          const cell = figures.cell("revenue", { start: base + start, length });
          if (isFigure(cell)) expect(cell.value).toBe(total(start, length));
        }
      for (const [start, length] of reported)
        expect(figures.cell("revenue", { start: base + start, length })).toMatchObject({ route: "reported" });
    }),
  );
});

describe("formulas hold on every span", () => {
  const lines = {
    revenue: {},
    costs: {},
    gross: { formula: "revenue - costs" },
    margin: { kind: "ratio", unit: "%", formula: "gross / revenue" },
    cash: { kind: "stock" },
    turnover: { kind: "ratio", unit: "times", formula: "ttm(revenue) / avg(cash)" },
  } as const;
  const book = tellBook(lines, [
    ["revenue", "1Q05", "100"],
    ["revenue", "2Q05", "120"],
    ["revenue", "3Q05", "130"],
    ["revenue", "4Q05", "150"],
    ["revenue", "1Q06", "110"],
    ["costs", "1H05", "176"],
    ["costs", "1Q05", "80"],
    ["margin", "1Q05", "19.9%"],
    ["margin", "4Q05", "21.3%"],
    ["cash", "4Q04", "40"],
    ["cash", "4Q05", "60"],
  ]);
  test("a half-year margin divides half-year amounts", () => expect(said(book, "margin", "1H05")).toBe("0.2 computed"));
  test("a computed percentage wins over the printed, coarser one", () =>
    expect(said(book, "margin", "1Q05")).toBe("0.2 computed"));
  test("where it cannot be computed the printed one shows", () =>
    expect(said(book, "margin", "4Q05")).toBe("0.213 reported"));
  test("and is never stretched to another span", () =>
    expect(said(book, "margin", "FY2005")).toBe("needs gross FY2005"));
  test("what is missing is named one step at a time", () => {
    expect(said(book, "gross", "3Q05")).toBe("needs costs 3Q05");
    expect(said(book, "margin", "3Q05")).toBe("needs gross 3Q05");
  });
  test("a balance over a span is its value at the end", () => expect(said(book, "cash", "FY2005")).toBe("60 reported"));
  test("averages of a balance take its ends", () => expect(said(book, "turnover", "FY2005")).toBe("10 computed"));
  test("growth on the year and on the quarter", () => {
    expect(evaluated(book, "yoy(revenue)", "1Q06")).toBeCloseTo(0.1, 12);
    expect(evaluated(book, "qoq(revenue)", "2Q05")).toBeCloseTo(0.2, 12);
    expect(evaluated(book, "qoq(revenue)", "1H05")).toEqual({ gap: "no-such-span" });
    expect(evaluated(book, "ytd_change(cash)", "4Q05")).toBe(20);
    expect(evaluated(book, "lag(revenue, 4)", "1Q06")).toBe(100);
    expect(evaluated(book, "prior_year(revenue)", "1Q06")).toBe(100);
    expect(evaluated(book, "ttm(revenue)", "4Q05")).toBe(500);
    expect(evaluated(book, "ytd(revenue)", "3Q05")).toBe(350);
  });
  test("the inputs of a computed figure are told", () => {
    const inputs = figuresOf(book, NOW).inputsOf("margin", spanOf("1H05"));
    expect(inputs.map(({ line, span }) => `${line} ${formatPeriod(span, MARCH)}`)).toEqual([
      "gross 1H05",
      "revenue 1H05",
    ]);
  });
  test("the printed percentage is still told beside the computed one", () =>
    expect(figuresOf(book, NOW).reportedAt("margin", spanOf("1Q05"))?.stated).toEqual({ mantissa: 199, decimals: 1 }));
});

describe("vintages", () => {
  const sources = { first: "2006-05-11", second: "2006-11", hand: null };
  const book = tellBook(
    { income: {} },
    [
      ["income", "1Q05", "600", { source: "first" }],
      ["income", "1Q05", "623", { source: "second", restated: true }],
      ["income", "1Q05", "999", { source: "hand" }],
      ["income", "1H05", "1,600", { source: "first" }],
    ],
    sources,
  );
  test("the latest published is in force, and the user's hand ranks lowest", () =>
    expect(said(book, "income", "1Q05")).toBe("623 reported"));
  test("as of a date shows what was known then", () =>
    expect(said(book, "income", "1Q05", { asOf: "2006-11-02" })).toBe("600 reported"));
  test("a month alone counts as its last day", () => {
    expect(said(book, "income", "1Q05", { asOf: "2006-11-29" })).toBe("600 reported");
    expect(said(book, "income", "1Q05", { asOf: "2006-11-30" })).toBe("623 reported");
  });
  test("a path over a restatement is marked", () => expect(said(book, "income", "2Q05")).toBe("977 derived mixed"));
  test("a path within one vintage is not", () =>
    expect(said(book, "income", "2Q05", { asOf: "2006-06-01" })).toBe("1000 derived"));
});

test("the other scope's figures are never mixed in", () => {
  const told = tellBook({ revenue: {}, costs: {}, gross: { formula: "revenue - costs" } }, [
    ["revenue", "1Q06", "100"],
    ["costs", "1Q06", "80"],
  ]);
  const book: Book = {
    ...told,
    facts: told.facts.map((fact) => (fact.line === "costs" ? { ...fact, scope: "non-consolidated" } : fact)),
  };
  expect(said(book, "gross", "1Q06")).toBe("needs costs 1Q06");
  expect(said(book, "gross", "1Q06", { scope: "non-consolidated" })).toBe("needs revenue 1Q06");
});

test("a formula that looks back for ever ends where the book begins", () => {
  const book = tellBook({ x: {}, level: { kind: "ratio", unit: "index", formula: "lag(level, 1) + x" } }, [
    ["x", "1Q06", "1"],
  ]);
  expect(said(book, "level", "1Q06")).toBe("needs level 4Q05");
});

test("a flow in percent adds up to no longer span", () => {
  const book = tellBook({ rate: { unit: "%" } }, [
    ["rate", "1Q06", "10.0%"],
    ["rate", "2Q06", "20.0%"],
    ["rate", "1H05", "30.0%"],
    ["rate", "1Q05", "10.0%"],
  ]);
  expect(said(book, "rate", "1H06")).toBe("not-entered");
  expect(said(book, "rate", "2Q05")).toBe("not-entered");
  expect(figuresOf(book, NOW).pathOf("rate", spanOf("2Q05"))).toBeNull();
});
