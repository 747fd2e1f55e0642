import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { isFigure } from "#core/figures/cell.ts";
import type { View } from "#core/figures/ledger.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { Gap } from "#core/gaps.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };

/** A cell in one word: `14007 derived`, or its gap. */
function said(book: Book, line: string, period: string): string {
  const cell = figuresOf(book, NOW).cell(line, spanOf(period));
  return isFigure(cell) ? `${cell.value} ${cell.route}` : cell.gap;
}

function evaluated(book: Book, text: string, period: string, view: Partial<View> = {}): number | Gap {
  const formula = readFormula(text, new Map(book.lines.map((line) => [line.id, line])));
  if ("problem" in formula) throw new Error(formula.problem.code);
  return figuresOf(book, { ...NOW, ...view }).evaluate(formula.expression, spanOf(period));
}

describe("what is worked out with a dash is no dash", () => {
  const book = tellBook(
    {
      revenue: {},
      contracts: { kind: "stock", unit: "contracts" },
      per_contract: { kind: "ratio", unit: "JPY million", formula: "revenue / contracts" },
      grown: { kind: "ratio", unit: "%", formula: "revenue / prior_year(revenue) - 1" },
      above: { kind: "ratio", unit: "JPY million", formula: "per_contract - 1" },
      change: { formula: "revenue - prior_year(revenue)" },
    },
    [
      ["revenue", "1Q05", "-"],
      ["revenue", "1Q06", "100"],
      ["contracts", "1Q06", "-"],
    ],
  );
  test("growth on nothing is no loss of everything", () => expect(said(book, "grown", "1Q06")).toBe("does-not-exist"));
  test("nor does it count as nothing on the line after", () => {
    expect(said(book, "per_contract", "1Q06")).toBe("does-not-exist");
    expect(said(book, "above", "1Q06")).toBe("does-not-exist");
  });
  test("a change from nothing is all there is", () => expect(said(book, "change", "1Q06")).toBe("100 computed"));
});

describe("the lines under a line", () => {
  const told = (lines: Parameters<typeof tellBook>[0]) =>
    tellBook({ sales: {}, total: { formula: "children(sales)" }, goods: { parent: "sales" }, ...lines }, [
      ["goods", "1Q06", "60"],
      ["others", "1Q06", "40"],
    ]);
  test("are added up", () => expect(said(told({ others: { parent: "sales" } }), "total", "1Q06")).toBe("100 computed"));
  test.each(["contracts", "%", "USD million"])("are not where one is in %s", (unit) =>
    expect(said(told({ others: { parent: "sales", unit } }), "total", "1Q06")).toBe("not-meaningful"),
  );
});

test("a dash among the members of a sum was entered", () => {
  const lines = { total: { formula: "a - b + c + d" }, a: {}, b: {}, c: {}, d: {} } as const;
  const entered = (facts: Parameters<typeof tellBook>[1]): Gap["entered"] => {
    const cell = figuresOf(tellBook(lines, facts), NOW).cell("total", spanOf("1Q06"));
    return isFigure(cell) ? undefined : cell.entered;
  };
  const dash = ["b", "1Q06", "-"] as const;
  expect(entered([["a", "1Q06", "5"], dash])).toEqual({ count: 2, of: 4, sum: { value: 5, decimals: 0 } });
  expect(
    entered([
      ["a", "1Q06", "5"],
      ["b", "1Q06", "7"],
      ["c", "1Q06", "-"],
    ]),
  ).toEqual({ count: 3, of: 4, sum: { value: -2, decimals: 0 } });
  expect(entered([dash])).toBeUndefined();
});

test("a balance worked out from an opening or an average is none: a boundary has neither", () => {
  const lines = {
    equity: { kind: "stock" },
    opened: { kind: "stock", formula: "opening(equity)" },
    middle: { kind: "stock", formula: "avg(equity)" },
    average: { kind: "ratio", unit: "JPY million", formula: "avg(equity)" },
  } as const;
  const book = tellBook(lines, [
    ["equity", "1Q06", "100"],
    ["equity", "2Q06", "200"],
  ]);
  expect(said(book, "opened", "2Q06")).toBe("no-such-span");
  expect(said(book, "middle", "2Q06")).toBe("no-such-span");
  expect(said(book, "average", "2Q06")).toBe("150 computed");
  expect(evaluated(book, "qoq(avg(equity))", "1H06")).toEqual({ gap: "no-such-span" });
});

test("a figure does not rest on what was passed over for it", () => {
  const lines = { total: { formula: "a + b" }, a: {}, b: {}, c: {}, d: {}, chosen: { formula: "coalesce(a + d, c)" } };
  const sources = { old: "2006-05-11", new: "2006-11-02" };
  const book = tellBook(
    lines,
    [
      ["total", "1Q06", "9", { source: "new", restated: true }],
      ["b", "1Q06", "4", { source: "new" }],
      ["c", "1Q06", "7", { source: "old" }],
    ],
    sources,
  );
  expect(said(book, "a", "1Q06")).toBe("5 implied");
  const cell = figuresOf(book, NOW).cell("chosen", spanOf("1Q06"));
  expect(cell).toMatchObject({ value: 7, weakest: "computed", mixedVintages: false });
});
