import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { checkFormula, readFormula } from "#core/formula/check-formula.ts";
import { parseFormula } from "#core/formula/parse-formula.ts";
import { printFormula } from "#core/formula/print-formula.ts";
import { problemWords } from "#core/formula/problem-words.ts";
import { tokensOf } from "#core/formula/tokens.ts";

const LINES = new Map(
  [
    ["revenue", "flow", "JPY million"],
    ["costs", "flow", "JPY million"],
    ["fees", "flow", "JPY thousand"],
    ["contracts", "stock", "contracts"],
    ["margin", "ratio", "%"],
    ["networks", "flow", "JPY million", "revenue"],
    ["systems", "flow", "JPY million", "revenue"],
    ["labour", "flow", "JPY million", "costs"],
    ["staff", "stock", "people", "costs"],
  ].map(([id, kind, unit, parent]) => [id ?? "", { kind: kind as "flow", unit: unit ?? "", parent: parent ?? null }]),
);

const problem = (text: string): unknown => {
  const read = checkFormula(text, LINES);
  return "problem" in read ? read.problem : null;
};

describe("units that do not go together are refused where a formula is written", () => {
  test.each([
    ["revenue + contracts", 10, 19, "JPY million, contracts"],
    ["revenue - margin", 10, 16, "JPY million, %"],
    ["revenue + costs - contracts * 2", 18, 31, "JPY million, contracts"],
    ["2 * (contracts - revenue)", 17, 24, "contracts, JPY million"],
    ["revenue + fees", 10, 14, "JPY million, JPY thousand"],
    ["sum(revenue, costs, contracts)", 20, 29, "JPY million, contracts"],
    ["yoy(revenue + contracts)", 14, 23, "JPY million, contracts"],
    ["min(revenue, contracts)", 13, 22, "JPY million, contracts"],
    ["max(0, revenue, costs, fees)", 23, 27, "JPY million, JPY thousand"],
    ["coalesce(margin, revenue)", 17, 24, "%, JPY million"],
    ["if(revenue > 0, revenue, contracts)", 25, 34, "JPY million, contracts"],
    ["if(revenue > contracts, 1, 2)", 13, 22, "JPY million, contracts"],
    ["if(min(revenue, margin) > 0, 1, 2)", 16, 22, "JPY million, %"],
    ["children(costs)", 0, 15, "JPY million, people"],
    ["margin + yoy_change(margin) - revenue", 30, 37, "%, JPY million"],
    ["contracts + children(revenue)", 12, 29, "contracts, JPY million"],
  ])("%s", (text, from, to, word) => {
    expect(problem(text)).toEqual({ code: "mixed-units", from, to, word });
    // A book that holds it keeps its figures.
    expect(readFormula(text, LINES)).toHaveProperty("expression");
  });
  test.each([
    ["remainder(margin)", "remainder"],
    ["progress(revenue / costs)", "progress"],
    ["progress(margin * 1)", "progress"],
  ])("%s: a ratio has no part of a year", (text, word) => {
    expect(problem(text)).toMatchObject({ code: "part-of-ratio", from: 0, to: text.length, word });
    expect(readFormula(text, LINES)).toHaveProperty("expression");
  });
  test("what the rest of the year has to bring of it is a quotient", () =>
    expect(problem("remainder(revenue) / remainder(costs)")).toBeNull());
  test.each([
    ["yoy(margin * 1)", "yoy_change"],
    ["yoy(revenue / costs)", "yoy_change"],
    ["qoq(-margin)", "qoq_change"],
    ["cagr(max(margin, 0), 3)", "yoy_change"],
  ])("%s names %s", (text, word) =>
    expect(problem(text)).toMatchObject({ code: "growth-of-percentage", from: 0, to: text.length, word }),
  );
  test.each([
    "revenue - costs + 5",
    "1 - margin",
    "margin + yoy_change(margin)",
    "revenue + contracts * (revenue / contracts)",
    "revenue * margin + costs",
    "yoy(revenue / contracts)",
    "yoy(revenue) - yoy(costs)",
    "sum(revenue, costs, 1)",
    "min(revenue, costs, 0)",
    "max(margin, yoy_change(margin), 5%)",
    "coalesce(revenue, 0)",
    "if(revenue > 0, revenue, costs)",
    "if(contracts > 0, revenue / contracts, 0)",
    "children(revenue) + costs",
    "children(contracts)",
  ])("%s is taken", (text) => expect(problem(text)).toBeNull());
});

const MALFORMED = [
  "",
  " ",
  "+",
  "revenue +",
  "* revenue",
  "(revenue",
  "revenue)",
  "()",
  "revenue costs",
  "revenue,",
  "1 2",
  "5%%",
  "revenue @ 2",
  "revenue \u0000",
  "revenue \u3000+",
  "＋1",
  "sales",
  "grow(revenue)",
  "yoy",
  "yoy()",
  "yoy(,)",
  "yoy(revenue, 2)",
  "lag(revenue)",
  "lag(revenue, costs)",
  "lag(revenue, -1)",
  "lag(revenue, 1.5)",
  "cagr(revenue, 0)",
  "target(revenue, first)",
  "children(1)",
  "if(revenue, 1)",
  "revenue > 2",
  "if(1, 2 > 1, 3)",
  "yoy(margin)",
  "qoq(margin * 2)",
  "revenue + contracts",
  "round(revenue, x)",
  "1e999",
  "(".repeat(300),
  "-".repeat(300) + "1",
  "1+".repeat(3000) + "1",
  "constructor(revenue)",
  "__proto__",
] as const;

test.each(MALFORMED.map((text) => [text.slice(0, 30), text]))(
  "what is wrong with %j is told in a sentence",
  (_, text) => {
    const read = checkFormula(text, LINES);
    if (!("problem" in read)) throw new Error(`${text} is well formed`);
    for (const language of ["en", "ja"] as const) {
      const words = problemWords(read.problem, language);
      expect(words).not.toMatch(/undefined|unexpected|argument|token|null|[a-z]-[a-z]+-/);
      expect(words.length).toBeGreaterThan(8);
      expect(words).not.toMatch(/[\p{Cc}]/u);
    }
  },
);

test("no text makes reading throw or hang", () => {
  const words = "revenue margin contracts yoy( sum( lag( round( if( target( ( ) , + - * / ^ 5% 1e9 1e . < <> = é 売上";
  const pieces = fc.constantFrom(...words.split(" "), " ", "\n", "\u0000", "\ud800", "initial");
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(pieces, { maxLength: 300 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = checkFormula(text, LINES);
      if ("problem" in read) {
        expect(read.problem.from).toBeLessThanOrEqual(read.problem.to);
        expect(read.problem.to).toBeLessThanOrEqual(text.length);
      } else expect(parseFormula(printFormula(read.expression))).toHaveProperty("expression");
    }),
    { numRuns: 1000 },
  );
});

test("a line is looked up as often as it is named, however long the sum", () => {
  const lookedUp = (members: number): number => {
    const lines = new Map([["x", { kind: "flow", unit: "JPY million" } as const]]);
    const get = vi.spyOn(lines, "get");
    expect(checkFormula("x+".repeat(members - 1) + "x", lines)).toHaveProperty("expression");
    return get.mock.calls.length;
  };
  expect(lookedUp(1900)).toBe(10 * lookedUp(190));
});

describe("texts made to break a reader", () => {
  test.each([
    ["ten thousand parentheses", "(".repeat(10_000)],
    ["ten thousand closed ones", `${"(".repeat(10_000)}1${")".repeat(10_000)}`],
    ["ten thousand minus signs", `${"-".repeat(10_000)}1`],
    ["ten thousand calls", `${"abs(".repeat(10_000)}1`],
    ["a megabyte of digits", "1".repeat(2 ** 20)],
    ["a megabyte of spaces", " ".repeat(2 ** 20)],
    ["a megabyte of letters", "a".repeat(2 ** 20)],
    ["a megabyte of powers", "2^".repeat(2 ** 19)],
  ])("%s", (_, text) => {
    const before = performance.now();
    expect(checkFormula(text, LINES)).toHaveProperty("problem");
    expect(performance.now() - before).toBeLessThan(1000);
  });
  test.each([
    ["the longest sum", "revenue+".repeat(444) + "costs"],
    ["the longest chain of powers", "1^".repeat(1999) + "1"],
    ["the deepest parentheses", `${"(".repeat(100)}1${")".repeat(100)}`],
    ["a hundred minus signs", `${"-".repeat(100)}1`],
  ])("%s is read, and read again as it is printed", (_, text) => {
    const read = checkFormula(text, LINES);
    if ("problem" in read) throw new Error(read.problem.code);
    const printed = printFormula(read.expression);
    expect(checkFormula(printed, LINES)).toHaveProperty("expression");
    expect(tokensOf(printed)).toHaveProperty("tokens");
  });
});
