import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { MARCH, claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { isFigure } from "#core/figures/cell.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { View } from "#core/figures/ledger.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { Gap } from "#core/gaps.ts";
import { formatPeriod } from "#core/period-labels.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };

/** A cell in one word: its value, its route, and the weakest it rests on where that is another. */
function said(book: Book, line: string, period: string, view: Partial<View> = {}): string {
  const cell = figuresOf(book, { ...NOW, ...view }).cell(line, spanOf(period));
  if (!isFigure(cell))
    return [cell.gap, ...(cell.needs ?? []).map((need) => `${need.line} ${formatPeriod(need.span, MARCH)}`)].join(" ");
  return `${cell.value} ${cell.route}${cell.weakest === cell.route ? "" : ` on ${cell.weakest}`}`;
}

function evaluated(book: Book, text: string, period: string): number | Gap {
  const formula = readFormula(text, new Map(book.lines.map((line) => [line.id, line])));
  if ("problem" in formula) throw new Error(formula.problem.code);
  return figuresOf(book, NOW).evaluate(formula.expression, spanOf(period));
}

describe("the only missing member of an identity", () => {
  const lines = {
    revenue: { formula: "si + equipment" },
    si: { formula: "onetime + recurring" },
    onetime: {},
    recurring: {},
    equipment: {},
    share: { kind: "ratio", unit: "%", formula: "onetime / revenue" },
  } as const;
  const book = tellBook(lines, [
    ["revenue", "4Q05", "16,133"],
    ["si", "4Q05", "9,242"],
    ["recurring", "4Q05", "2,984"],
    ["onetime", "1Q05", "1,193"],
    ["onetime", "2Q05", "2,405"],
    ["onetime", "3Q05", "2,440"],
    ["revenue", "1Q06", "100"],
    ["onetime", "1Q06", "60"],
  ]);
  test("is implied by the others", () => {
    expect(said(book, "onetime", "4Q05")).toBe("6258 implied");
    expect(said(book, "equipment", "4Q05")).toBe("6891 implied");
  });
  test("is told with what implies it", () => {
    const figures = figuresOf(book, NOW);
    expect(figures.impliedBy("onetime", spanOf("4Q05"))).toMatchObject({ total: "si" });
    expect(figures.inputsOf("onetime", spanOf("4Q05")).map(({ line }) => line)).toEqual(["si", "recurring"]);
  });
  test("is not implied where two are missing", () => expect(said(book, "recurring", "1Q06")).toBe("not-entered"));
  test("a formula rests on it, and says so", () =>
    expect(said(book, "share", "4Q05")).toBe(`${6258 / 16133} computed on implied`));
  test("a year is then the sum of its quarters, marked by the weakest", () =>
    expect(said(book, "onetime", "FY2005")).toBe("12296 summed on implied"));
  test("a quarter that does not exist counts as nothing in its year", () => {
    const told = tellBook({ x: {} }, [
      ["x", "1Q06", "542"],
      ["x", "2Q06", "-"],
    ]);
    expect(said(told, "x", "1H06")).toBe("542 derived");
    expect(
      said(
        tellBook({ x: {} }, [
          ["x", "1Q06", "-"],
          ["x", "2Q06", "-"],
        ]),
        "x",
        "1H06",
      ),
    ).toBe("does-not-exist");
  });
  test("an implied value never rests on an implied one", () => {
    const chain = tellBook({ a: { formula: "b + c" }, b: { formula: "d + e" }, c: {}, d: {}, e: {} }, [
      ["a", "1Q06", "10"],
      ["c", "1Q06", "3"],
      ["d", "1Q06", "2"],
    ]);
    expect(said(chain, "b", "1Q06")).toBe("7 implied");
    expect(said(chain, "e", "1Q06")).toBe("not-entered");
    const beside = tellBook({ t: { formula: "x + y" }, u: { formula: "y + z" }, x: {}, y: {}, z: {} }, [
      ["t", "1Q06", "10"],
      ["x", "1Q06", "3"],
      ["u", "1Q06", "20"],
    ]);
    expect(said(beside, "y", "1Q06")).toBe("7 implied");
    expect(said(beside, "z", "1Q06")).toBe("not-entered");
  });
  test("a dash counts as nothing", () =>
    expect(
      said(
        tellBook({ a: { formula: "b + c - d" }, b: {}, c: {}, d: {} }, [
          ["a", "1Q06", "10"],
          ["b", "1Q06", "-"],
          ["d", "1Q06", "4"],
        ]),
        "c",
        "1Q06",
      ),
    ).toBe("14 implied"));
  test("a subtracted member is implied with its sign", () =>
    expect(
      said(
        tellBook({ gross: { formula: "revenue - costs" }, revenue: {}, costs: {} }, [
          ["gross", "1Q06", "4"],
          ["revenue", "1Q06", "10"],
        ]),
        "costs",
        "1Q06",
      ),
    ).toBe("6 implied"));
  test("ratios imply nothing", () =>
    expect(
      said(
        tellBook({ margin: { kind: "ratio", unit: "%", formula: "income / revenue" }, income: {}, revenue: {} }, [
          ["margin", "1Q06", "10%"],
          ["income", "1Q06", "4"],
        ]),
        "revenue",
        "1Q06",
      ),
    ).toBe("not-entered"));
  test("nor does the display tree", () =>
    expect(
      said(
        tellBook({ total: {}, a: { parent: "total" }, b: { parent: "total" } }, [
          ["total", "1Q06", "10"],
          ["a", "1Q06", "4"],
        ]),
        "b",
        "1Q06",
      ),
    ).toBe("not-entered"));
});

describe("a level that a stated change leads to", () => {
  const book = tellBook(
    { contracts: { kind: "stock", unit: "contracts" } },
    [["contracts", "2Q06", "16,112"]],
    undefined,
    {
      statements: [
        claim("qoq_change(contracts)", "2Q06", 758, 0, "contracts"),
        claim("yoy_change(contracts)", "2Q06", 3410, 0, "contracts"),
        claim("yoy(contracts)", "2Q06", 26.8, 1),
      ],
    },
  );
  test("is implied on both sides of the change", () => {
    expect(said(book, "contracts", "1Q06")).toBe("15354 implied");
    expect(said(book, "contracts", "2Q05")).toBe("12702 implied");
    const before = tellBook(
      { contracts: { kind: "stock", unit: "contracts" } },
      [["contracts", "1Q06", "15,354"]],
      undefined,
      { statements: book.statements },
    );
    expect(said(before, "contracts", "2Q06")).toBe("16112 implied");
  });
  test("growth can be computed on it", () =>
    expect(evaluated(book, "qoq(contracts)", "2Q06")).toBeCloseTo(758 / 15354, 12));
  test("but never on a stated percentage", () => expect(said(book, "contracts", "3Q06")).toBe("not-entered"));
  test("and not by the claim that is to be checked", () => {
    const [own] = book.statements;
    if (own === undefined) throw new Error("no claim");
    expect(figuresOf(book, NOW, { without: [own] }).cell("contracts", spanOf("1Q06"))).toEqual({ gap: "not-entered" });
  });
  test("is not implied by a change that the line cannot have on that span", () => {
    const flow = tellBook(
      { r: {} },
      [
        ["r", "2Q06", "100"],
        ["r", "1H06", "180"],
      ],
      undefined,
      {
        statements: [
          claim("ytd_change(r)", "2Q06", 10, 0, "JPY million"),
          claim("qoq_change(r)", "1H06", 10, 0, "JPY million"),
        ],
      },
    );
    expect(said(flow, "r", "4Q05")).toBe("not-entered");
    expect(said(flow, "r", "4Q05-1Q06")).toBe("needs r 4Q05");
  });
  test("is not known before its source is published", () =>
    expect(said(book, "contracts", "1Q06", { asOf: "2006-06-30" })).toBe("not-entered"));
  test("starts from the last year-end for a change since then", () => {
    const cash = tellBook({ cash: { kind: "stock" } }, [["cash", "2Q06", "12,860"]], undefined, {
      statements: [claim("ytd_change(cash)", "2Q06", -867, 0, "JPY million")],
    });
    expect(said(cash, "cash", "4Q05")).toBe("13727 implied");
  });
});
