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

describe("growth on a loss is not a percentage", () => {
  const book = (before: string, now: string): Book =>
    tellBook({ income: {} }, [
      ["income", "1Q04", before],
      ["income", "1Q05", now],
    ]);
  test.each([
    ["(100)", "247", "turned-to-profit"],
    ["100", "(247)", "turned-to-loss"],
    ["(100)", "(247)", "loss-widened"],
    ["(247)", "(100)", "loss-narrowed"],
    ["(100)", "0", "loss-narrowed"],
    ["0", "(247)", "turned-to-loss"],
    ["0", "247", "from-zero"],
  ])("%s then %s: %s", (before, now, growth) =>
    expect(evaluated(book(before, now), "yoy(income)", "1Q05")).toEqual({ gap: "not-meaningful", growth }),
  );
  test("a loss that stays as it is has neither widened nor narrowed", () =>
    expect(evaluated(book("(100)", "(100)"), "yoy(income)", "1Q05")).toEqual({ gap: "not-meaningful" }));
});

describe("targets", () => {
  const book = tellBook(
    { revenue: {} },
    [
      ["revenue", "FY2006", "55,000", { basis: "target", source: "may" }],
      ["revenue", "FY2006", "56,000", { basis: "target", source: "november" }],
      ["revenue", "1H06", "26,444", { source: "november" }],
      ["revenue", "FY2005", "50,000", { source: "may" }],
    ],
    { may: "2006-05", november: "2006-11-02" },
  );
  test("the latest and the first", () => {
    expect(evaluated(book, "target(revenue)", "FY2006")).toBe(56_000);
    expect(evaluated(book, "target(revenue, initial)", "FY2006")).toBe(55_000);
    expect(evaluated(book, "target(revenue)", "FY2006", { asOf: "2006-06-30" })).toBe(55_000);
  });
  test("the first is the first that was published, not what was typed without a date", () => {
    const typed = tellBook(
      { revenue: {} },
      [
        ["revenue", "FY2006", "1", { basis: "target", source: "hand" }],
        ["revenue", "FY2006", "55,000", { basis: "target", source: "may" }],
      ],
      { may: "2006-05", hand: null },
    );
    expect(evaluated(typed, "target(revenue, initial)", "FY2006")).toBe(55_000);
  });
  test("progress to the full year", () =>
    expect(evaluated(book, "progress(revenue)", "2Q06")).toBeCloseTo(26_444 / 56_000, 12));
  test("what the rest of the year has to bring", () =>
    expect(evaluated(book, "remainder(revenue)", "2Q06")).toBe(56_000 - 26_444));
  test("growth of a target compares with the actual of the year before", () =>
    expect(evaluated(book, "yoy(revenue)", "FY2006", { basis: "target" })).toBeCloseTo(0.12, 12));
  test("a target is no actual", () => expect(said(book, "revenue", "FY2006")).toBe("needs"));
  const reached = (aim: string, soFar: string) =>
    tellBook({ income: {} }, [
      ["income", "FY2006", aim, { basis: "target" }],
      ["income", "1H06", soFar],
    ]);
  test("there is no progress to an expected loss", () => {
    expect(evaluated(reached("(100)", "20"), "progress(income)", "2Q06")).toEqual({ gap: "not-meaningful" });
    expect(evaluated(reached("(100)", "(20)"), "progress(income)", "2Q06")).toEqual({ gap: "not-meaningful" });
    expect(evaluated(reached("0", "20"), "progress(income)", "2Q06")).toEqual({ gap: "division-by-zero" });
    expect(evaluated(reached("100", "(20)"), "progress(income)", "2Q06")).toBe(-0.2);
  });
  test("where nothing was there so far, all of it remains", () => {
    expect(evaluated(reached("100", "-"), "remainder(income)", "2Q06")).toBe(100);
    expect(evaluated(reached("(100)", "20"), "remainder(income)", "2Q06")).toBe(-120);
  });
  test("of an aim that was withdrawn nothing remains to be told", () => {
    expect(evaluated(reached("-", "20"), "remainder(income)", "2Q06")).toEqual({ gap: "does-not-exist" });
    expect(evaluated(reached("-", "20"), "progress(income)", "2Q06")).toEqual({ gap: "does-not-exist" });
  });
  test("what progress waits for is told in full", () =>
    expect(evaluated(tellBook({ income: {} }, [["income", "1Q05", "1"]]), "progress(income)", "2Q06")).toEqual({
      gap: "needs",
      needs: [
        { line: "income", span: spanOf("1H06") },
        { line: "income", span: spanOf("FY2006"), basis: "target" },
      ],
    }));
  test("a line that is called initial or latest is no part of the word", () => {
    const told = tellBook({ cash: { kind: "stock" }, initial: {} }, [
      ["cash", "1Q06", "100", { basis: "target" }],
      ["cash", "2Q06", "120", { basis: "target" }],
    ]);
    expect(evaluated(told, "qoq(target(cash, initial))", "1H06")).toBeCloseTo(0.2, 12);
  });
});

test("comparisons within comparisons end before they take for ever", () => {
  const book = tellBook(
    { x: {} },
    Array.from({ length: 20 }, (_, back) => ["x", `1Q${String(87 + back).slice(-2)}`, "1"] as const),
  );
  const nested = (depth: number): string => `${"yoy_change(".repeat(depth)}x${")".repeat(depth)}`;
  expect(evaluated(book, nested(8), "1Q06")).toBe(0);
  expect(evaluated(book, nested(60), "1Q06")).toEqual({ gap: "not-meaningful" });
});
