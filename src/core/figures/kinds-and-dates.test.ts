import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { isFigure } from "#core/figures/cell.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { View } from "#core/figures/ledger.ts";
import { intervalOf } from "#core/figures/reach.ts";
import { readFormula } from "#core/formula/check-formula.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };

describe("percentage points", () => {
  test("are rounded to nearest in a source that truncates its amounts, as percentages are", () => {
    const points = { stated: { mantissa: 15, decimals: 1 }, basis: "actual" } as const;
    const interval = intervalOf(points, "percentage points", "truncated");
    expect(interval).toEqual(intervalOf(points, "%", "truncated"));
    expect(interval.low).toBeCloseTo(0.0145, 12);
    expect(interval.high).toBeCloseTo(0.0155, 12);
  });
  test("of 1.5 and of 1.46 later are the same figure, not a restatement", () => {
    const book = tellBook(
      {
        x: { kind: "ratio", unit: "percentage points" },
        y: { kind: "ratio", unit: "percentage points", formula: "yoy_change(x)" },
      },
      [
        ["x", "1Q05", "1.5", { source: "may" }],
        ["x", "1Q05", "1.46", { source: "nov" }],
        ["x", "1Q06", "1.5", { source: "may" }],
      ],
      { may: "2006-05-11", nov: "2006-11-02" },
    );
    const sources = book.sources.map((source) => ({ ...source, rounding: "truncated" as const }));
    expect(figuresOf({ ...book, sources }, NOW).cell("y", spanOf("1Q06"))).toMatchObject({ mixedVintages: false });
  });
  test("are never added up over time", () => {
    const book = tellBook({ x: { unit: "percentage points" } }, [
      ["x", "1Q06", "1.0"],
      ["x", "2Q06", "2.0"],
    ]);
    expect(isFigure(figuresOf(book, NOW).cell("x", spanOf("1H06")))).toBe(false);
  });
});

describe("as of a date nothing depends on what was not known yet", () => {
  const lines = {
    x: {},
    w: {},
    age: { kind: "ratio", unit: "quarters", formula: "coalesce(lag(age, 1), 0) + 1" },
  } as const;
  const sources = { may: "2006-05-11", nov: "2006-11-02" };
  const early = [["x", "1Q05", "5", { source: "may" }]] as const;
  const aged = (book: Book, asOf: string | null): number =>
    figuresOf(book, { ...NOW, asOf }).value("age", spanOf("1Q05"));
  test("neither on a later source's figures of long ago", () => {
    const book = tellBook(lines, [...early, ["w", "1Q03", "5", { source: "nov" }]], sources);
    expect(aged(book, "2006-06-30")).toBe(aged(tellBook(lines, early, sources), "2006-06-30"));
    expect(aged(book, null)).toBeGreaterThan(aged(book, "2006-06-30"));
  });
  test("nor on what a later source says had changed", () => {
    const statements = [claim("yoy_change(w)", "1Q03", 5, 0, "JPY million", "nov")];
    const book = tellBook(lines, early, sources, { statements });
    expect(aged(book, "2006-06-30")).toBe(aged(tellBook(lines, early, sources), "2006-06-30"));
  });
});

describe("the lines shown under a line", () => {
  const book = tellBook({ x: {}, a: { parent: "x" }, b: { parent: "x" }, c: { parent: "x", unit: "contracts" } }, [
    ["a", "1Q06", "5"],
    ["b", "1Q06", "7"],
  ]);
  const using = (...ids: readonly string[]): Book => ({
    ...book,
    companyLines: [
      ...book.companyLines.filter(({ line }) => ids.includes(line)),
      ...book.companyLines.map((line) => ({ ...line, company: "other" })),
    ],
  });
  const sum = (of: Book): unknown => {
    const formula = readFormula("children(x)", new Map(of.lines.map((line) => [line.id, line])));
    if ("problem" in formula) return formula.problem.code;
    return figuresOf(of, NOW).evaluate(formula.expression, spanOf("1Q06"));
  };
  test("are added up where the company uses them", () => {
    expect(sum(using("x", "a"))).toBe(5);
    expect(sum(using("x", "a", "b"))).toBe(12);
  });
  test("have no sum in unlike units", () => expect(sum(using("x", "a", "b", "c"))).toEqual({ gap: "not-meaningful" }));
});
