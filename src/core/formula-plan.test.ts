import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { applyChanges } from "#core/changes.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import type { View } from "#core/figures/ledger.ts";
import {
  consequencesOfFormula,
  formulaText,
  hintOnFormula,
  planFormula,
  type FormulaObjection,
  type FormulaPlan,
} from "#core/formula-plan.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };
const SPANS = ["1Q06", "2Q06"].map(spanOf);

const BOOK = tellBook(
  {
    revenue: {},
    costs: {},
    turnover: {},
    profit: { formula: "revenue - costs" },
    margin: { kind: "ratio", unit: "%", formula: "profit / revenue" },
    fees: { unit: "JPY thousand" },
    spread: { kind: "ratio", unit: "%", formula: "margin - 5%" },
    cash: { kind: "stock" },
    debt: { kind: "stock" },
  },
  [
    ["revenue", "1Q06", "100"],
    ["revenue", "2Q06", "120"],
    ["costs", "1Q06", "90"],
    ["costs", "2Q06", "100"],
    ["profit", "2Q06", "20"],
  ],
);

function plan(line: string, text: string, book: Book = BOOK): FormulaPlan {
  const planned = planFormula(book, line, text);
  if ("objection" in planned) throw new Error(planned.objection.code);
  return planned;
}

function objection(line: string, text: string, book: Book = BOOK): FormulaObjection | null {
  const planned = planFormula(book, line, text);
  return "objection" in planned ? planned.objection : null;
}

const formulaAfter = (line: string, text: string): string | null | undefined =>
  applyChanges(BOOK, plan(line, text).changes).lines.find(({ id }) => id === line)?.formula;

describe("what is typed is read as a person means it", () => {
  test.each([
    ["= profit / revenue", "profit / revenue"],
    ["＝ｐｒｏｆｉｔ　÷（ｒｅｖｅｎｕｅ＋５％）", "profit /(revenue+5%)"],
    ["max（profit、costs）", "max(profit,costs)"],
    ["profit・revenue × 2 − 1", "profit/revenue * 2 - 1"],
    ["営業利益 = 0", "営業利益 = 0"],
  ])("%s", (typed, read) => {
    expect(formulaText(typed).trim()).toBe(read);
    expect(formulaText(typed)).toHaveLength(typed.length);
  });

  test("capitals as spreadsheets write them; it is stored as the book calls its lines", () => {
    expect(formulaAfter("margin", "Costs / REVENUE + ABS(5%)")).toBe("costs / revenue + abs(5%)");
    expect(plan("margin", "PROFIT / Revenue").changes).toEqual([]);
    expect(objection("margin", "Sales / REVENUE")).toMatchObject({ code: "unknown-line", word: "Sales", from: 0 });
    const twins = tellBook({ rev: {}, REV: {}, x: {} }, []);
    expect(objection("x", "Rev", twins)).toMatchObject({ code: "unknown-line" });
    expect(objection("x", "REV", twins)).toBeNull();
  });

  test("it is stored without the spaces around it", () => {
    expect(formulaAfter("margin", "=  costs / revenue ")).toBe("costs / revenue");
  });
});

describe("the change", () => {
  test("is one row of the line, in the journal as a change of that line's formula", () => {
    const { changes, deed } = plan("margin", "costs / revenue");
    expect(changes).toHaveLength(1);
    expect(deed).toEqual({ kind: "formula", count: 1, line: "margin" });
    expect(formulaAfter("margin", "costs / revenue")).toBe("costs / revenue");
  });

  test("is nothing where the line has this very formula", () => {
    expect(plan("margin", "= profit / revenue").changes).toEqual([]);
    expect(plan("costs", " ").changes).toEqual([]);
  });

  test("an empty text takes the formula away", () => {
    expect(formulaAfter("margin", " ")).toBeNull();
  });

  test("a line that is not there is a bug of the caller", () => {
    expect(() => planFormula(BOOK, "nowhere", "1")).toThrow(RangeError);
  });
});

describe("objections say where in the text", () => {
  test.each([
    ["profit / revenu", "unknown-line", 9, 15],
    ["＝profit /", "unexpected-end", 9, 9],
    ["yoy(margin)", "growth-of-percentage", 0, 11],
    ["margin + 1 / (3 - 3)", "division-by-zero", 14, 19],
  ])("%s", (text, code, from, to) => {
    expect(objection("spread", text)).toMatchObject({ code, from, to, circle: [] });
  });

  test("a share is no amount and an amount no share; what has another unit may be meant", () => {
    expect(objection("debt", "profit / revenue")).toEqual({
      code: "unit",
      word: "%, JPY million",
      from: 0,
      to: 16,
      circle: [],
    });
    expect(objection("margin", "revenue")).toMatchObject({ code: "unit", word: "JPY million, %" });
    for (const text of ["revenue * margin", "fees", "5 + 3", "revenue / fees"])
      expect(objection("debt", text), text).toBeNull();
  });

  test("a circle names the lines it goes through", () => {
    expect(objection("revenue", "costs * spread")).toEqual({
      code: "circle",
      word: "spread",
      from: 8,
      to: 14,
      circle: ["revenue", "spread", "margin", "profit", "revenue"],
    });
    expect(objection("costs", "2 * costs")).toMatchObject({ code: "circle", circle: ["costs", "costs"] });
  });

  test("a line may rest on its own past", () => {
    for (const text of ["lag(costs, 1) + 1", "prior_year(costs) * 2", "lag(revenue, 1)"])
      expect(objection("costs", text), text).toBeNull();
    expect(objection("cash", "opening(cash) + 1")).toBeNull();
    expect(objection("costs", "lag(costs, 0) + 1")).toMatchObject({ code: "circle" });
    expect(objection("costs", "yoy_change(costs)")).toMatchObject({ code: "circle" });
  });

  test("a circle through the lines shown under a line is found too", () => {
    const book = tellBook({ total: {}, part: { parent: "total" }, other: { parent: "total" } }, []);
    expect(objection("part", "children(total)", book)).toMatchObject({
      code: "circle",
      from: 0,
      circle: ["part", "part"],
    });
    expect(objection("total", "children(total)", book)).toBeNull();
  });
});

describe("whom a change reaches", () => {
  test("the cells that the formula answers, not those with a figure of their own", () => {
    expect(consequencesOfFormula(BOOK, NOW, plan("margin", "costs / revenue"), SPANS).cells).toBe(2);
    expect(consequencesOfFormula(BOOK, NOW, plan("profit", "revenue - 2 * costs"), SPANS).cells).toBe(1);
    expect(consequencesOfFormula(BOOK, NOW, plan("turnover", "revenue + costs"), SPANS).cells).toBe(2);
  });

  test("what has no figure any more, and every line that rests on it", () => {
    expect(consequencesOfFormula(BOOK, NOW, plan("margin", ""), SPANS)).toEqual({
      cells: 2,
      lost: 2,
      users: ["spread"],
    });
    expect(consequencesOfFormula(BOOK, NOW, plan("profit", ""), SPANS)).toEqual({
      cells: 1,
      lost: 1,
      users: ["margin", "spread"],
    });
    expect(consequencesOfFormula(BOOK, NOW, plan("margin", "costs / revenue"), SPANS).lost).toBe(0);
  });
});

describe("hints where formula and line differ", () => {
  const lines = new Map(BOOK.lines.map((line) => [line.id, line]));
  const hint = (id: string, text: string): unknown => {
    const { expression } = plan(id, text);
    const line = lines.get(id);
    if (expression === null || line === undefined) throw new Error(id);
    return hintOnFormula(line, expression, lines);
  };

  test("in their unit", () => {
    expect(hint("debt", "fees")).toEqual({ code: "unit", gives: "JPY thousand", line: "JPY million" });
    expect(hint("margin", "profit / revenue")).toBeNull();
    expect(hint("margin", "2 + 2")).toBeNull();
  });

  test("in their kind", () => {
    expect(hint("costs", "cash + debt")).toEqual({ code: "kind", gives: "stock", line: "flow" });
    expect(hint("cash", "costs * 2")).toEqual({ code: "kind", gives: "flow", line: "stock" });
    expect(hint("cash", "2 * debt")).toBeNull();
    expect(hint("costs", "qoq_change(cash)")).toBeNull();
    expect(hint("costs", "5 + 3")).toBeNull();
  });
});
