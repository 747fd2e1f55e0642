import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFormula } from "#core/formula/check-formula.ts";
import { compile } from "#core/formula/compile.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { Setting } from "#core/formula/functions.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";
import { parseFormula } from "#core/formula/parse-formula.ts";
import { printFormula } from "#core/formula/print-formula.ts";
import type { Program } from "#core/formula/program.ts";
import { gap, numbersOn } from "#core/formula/program.ts";
import { unitOfExpression } from "#core/formula/unit-of-expression.ts";
import { DOES_NOT_EXIST, NEEDS, reasonOf } from "#core/states.ts";

const LINES = new Map(
  [
    ["revenue", "flow", "JPY million"],
    ["costs", "flow", "JPY million"],
    ["contracts", "stock", "contracts"],
    ["margin", "ratio", "%"],
  ].map(([id, kind, unit]) => [id ?? "", { kind: kind as "flow", unit: unit ?? "" }]),
);

/** A formula on lines with fixed values or gaps, the span playing no part. */
function value(
  text: string,
  lines: Readonly<Record<string, number>> = {},
  gaps: readonly string[] = [],
): number | string {
  const parsed = parseFormula(text);
  if ("problem" in parsed) return parsed.problem.code;
  const machine = { gap: 0, decimals: 0, rests: 0 };
  const at = (expression: Expression): Program =>
    compile(setting, expression, (id) => () => {
      const known = lines[id];
      if (known !== undefined) return known;
      return gap(machine, gaps.includes(id) ? DOES_NOT_EXIST : NEEDS);
    });
  const setting: Setting = {
    arithmetic: numbersOn(machine),
    compile: at,
    earlier: at,
    on: (_basis, _vintage, expression) => at(expression),
    childrenOf: () => [],
    isStock: () => false,
  };
  const result = at(parsed.expression)(8, 1);
  return Number.isNaN(result) ? reasonOf(machine.gap).gap : result;
}

const problem = (text: string): unknown => {
  const read = readFormula(text, LINES);
  return "problem" in read ? read.problem : null;
};

describe("arithmetic has Excel's precedence", () => {
  test.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["2 ^ 3 ^ 2", 64],
    ["-2 ^ 2", 4],
    ["0 - 2 ^ 2", -4],
    ["10 - 4 - 3", 3],
    ["100 / 10 / 2", 5],
    ["5%", 0.05],
    ["200 * 5%", 10],
    ["--3", 3],
    ["if(2 > 1, 10, 20)", 10],
    ["if(2 <> 2, 10, 20)", 20],
    ["round(2.5, 0)", 3],
    ["round(-2.5, 0)", -3],
    ["round(14567, -3)", 15_000],
    ["round(-14567, -3)", -15_000],
    ["round(499, -3)", 0],
    ["round(14567, -500)", 0],
    ["round(14567, 500)", 14_567],
    ["max(1, 3, 2) - min(1, 3, 2)", 2],
    ["abs(-4)", 4],
    ["1.5e2", 150],
  ])("%s = %d", (text, expected) => expect(value(text)).toBe(expected));
});

describe("gaps flow as values", () => {
  const there = { a: 2, b: 3 };
  const at = (text: string): number | string => value(text, there, ["none"]);
  test("a sum with a member that is not entered is a gap", () => expect(at("a + b - missing")).toBe("needs"));
  test("what does not exist counts as nothing in a sum", () => expect(at("a + none + b")).toBe(5));
  test("and is a gap in a product and a quotient", () => {
    expect(at("a * none")).toBe("does-not-exist");
    expect(at("a / none")).toBe("does-not-exist");
  });
  test.each([
    "a / none - 1",
    "1 - a / none",
    "a + none * 2",
    "a - 2 * (b + none * b)",
    "a - abs(none)",
    "a + max(b, none)",
    "a + round(none)",
    "a + none ^ 2",
    "a + if(none > 0, a, b)",
    "sum(a, yoy(none))",
    "coalesce(missing, a / none) + b",
  ])("which stays a gap in the sum around it: %s", (text) => expect(at(text)).toBe("does-not-exist"));
  test.each([
    ["a - (none + b)", -1],
    ["a + (none - none)", 2],
    ["a + -none", 2],
    ["sum(a, none, sum(none, b))", 5],
    ["a - lag(none, 1)", 2],
    ["b + coalesce(missing, none)", 3],
    ["b + if(a > 1, none, a)", 3],
    ["(a + none) * b", 6],
  ])("a dash that stands in a sum within it still counts as nothing: %s", (text, expected) =>
    expect(at(text)).toBe(expected),
  );
  test("a sum of nothing that exists does not exist", () => expect(at("none + none")).toBe("does-not-exist"));
  test("division by zero is a gap", () => expect(at("a / (b - 3)")).toBe("division-by-zero"));
  test("the gravest of two gaps names the result", () => {
    expect(at("missing / none")).toBe("does-not-exist");
    expect(at("none * (a / 0)")).toBe("division-by-zero");
  });
  test("coalesce takes the first that is there", () => expect(at("coalesce(missing, none, b)")).toBe(3));
  test("an overflow is no figure", () => expect(at("10 ^ 400")).toBe("not-meaningful"));
  test("nor is a root of a negative", () => expect(at("(0 - 4) ^ 0.5")).toBe("not-meaningful"));
});

describe("a problem says where it is", () => {
  test.each([
    ["", "empty", 0, 0],
    ["revenue +", "unexpected-end", 9, 9],
    ["revenue + @", "unexpected-character", 10, 11],
    ["(revenue", "unclosed-parenthesis", 0, 1],
    ["yoy(revenue", "unclosed-parenthesis", 3, 4],
    ["sum (revenue, costs", "unclosed-parenthesis", 4, 5],
    ["revenue)", "unexpected-token", 7, 8],
    ["revenue costs", "unexpected-token", 8, 13],
    ["sales / 2", "unknown-line", 0, 5],
    ["1 + grow(revenue)", "unknown-function", 4, 17],
    ["constructor(revenue)", "unknown-function", 0, 20],
    ["yoy()", "argument-count", 0, 5],
    ["yoy(revenue, 2)", "argument-count", 0, 15],
    ["lag(revenue, costs)", "argument-kind", 13, 18],
    ["lag(revenue, -1)", "argument-kind", 13, 15],
    ["cagr(revenue, 0)", "argument-kind", 14, 15],
    ["round(revenue, 0.5)", "argument-kind", 15, 18],
    ["round(revenue, costs)", "argument-kind", 15, 20],
    ["target(revenue, first)", "argument-kind", 16, 21],
    ["revenue > 2", "comparison-outside-if", 0, 11],
    ["yoy(margin)", "growth-of-percentage", 0, 11],
  ])("%s", (text, code, from, to) => expect(problem(text)).toMatchObject({ code, from, to }));
  test("growth of a percentage names the function that is meant", () =>
    expect(problem("qoq(margin)")).toMatchObject({ word: "qoq_change" }));
  test("deep nesting is refused, not overflowed", () =>
    expect(problem("(".repeat(1500) + "1")).toMatchObject({ code: "too-deep" }));
  test("a formula of four thousand characters is the longest", () => {
    expect(problem("1+".repeat(1999) + "1")).toBeNull();
    expect(problem("1+".repeat(2001) + "1")).toMatchObject({ code: "too-long" });
  });
});

describe("the unit of an expression", () => {
  test.each([
    ["revenue", "JPY million"],
    ["revenue - costs", "JPY million"],
    ["revenue / costs", "%"],
    ["revenue / target(revenue, initial) - 1", "%"],
    ["yoy(revenue)", "%"],
    ["yoy_change(margin)", "percentage points"],
    ["yoy_change(contracts)", "contracts"],
    ["revenue / contracts", null],
    ["revenue * margin", "JPY million"],
    ["2 + 3", null],
    ["revenue + contracts", null],
    ["max(revenue, contracts)", null],
    ["if(1 > 2, revenue, contracts)", null],
    ["margin - margin", "percentage points"],
    ["1 - margin", "%"],
    ["coalesce(contracts, 0)", "contracts"],
  ])("%s is in %s", (text, unit) => {
    const read = readFormula(text, LINES);
    expect("expression" in read && unitOfExpression(read.expression, LINES)).toBe(unit);
  });
});

/** Formulas as a person might write them, of any depth. */
const formulas = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("revenue", "costs", "contracts", "3", "0.5", "5%", "1e3"),
    fc
      .tuple(tie("expression"), fc.constantFrom("+", "-", "*", "/", "^"), tie("expression"))
      .map(([a, operator, b]) => `${a} ${operator} ${b}`),
    tie("expression").map((inner) => `(${inner})`),
    tie("expression").map((inner) => `-${inner}`),
    fc
      .tuple(fc.constantFrom("yoy", "qoq", "ttm", "abs", "opening"), tie("expression"))
      .map(([name, inner]) => `${name}(${inner})`),
  ),
})).expression;

const withoutPlaces = (expression: Expression): unknown =>
  JSON.parse(JSON.stringify(expression, (key, inner: unknown) => (key === "from" || key === "to" ? undefined : inner)));

test("printing a formula and reading it again gives the same formula", () => {
  fc.assert(
    fc.property(formulas, (text) => {
      const first = parseFormula(text);
      if ("problem" in first) throw new Error(`${text}: ${first.problem.code}`);
      const again = parseFormula(printFormula(first.expression));
      if ("problem" in again) throw new Error(`${printFormula(first.expression)}: ${again.problem.code}`);
      expect(withoutPlaces(again.expression)).toEqual(withoutPlaces(first.expression));
    }),
    { numRuns: 1000 },
  );
});

test("printing keeps only the parentheses that are needed", () => {
  const printed = (text: string): string => {
    const parsed = parseFormula(text);
    return "expression" in parsed ? printFormula(parsed.expression) : parsed.problem.code;
  };
  expect(printed("((revenue)) - (costs - (2 * 3))")).toBe("revenue - (costs - 2 * 3)");
  expect(printed("-(2 ^ 2)")).toBe("-(2 ^ 2)");
  expect(printed("yoy( revenue )/(costs)")).toBe("yoy(revenue) / costs");
});

test("any text is read without an exception and in good time", () => {
  const pieces = fc.constantFrom(
    "revenue",
    "yoy",
    "(",
    ")",
    ",",
    "+",
    "-",
    "^",
    "5%",
    "1e9",
    "<",
    "=",
    "if",
    " ",
    "é",
    "売上",
    "\u0000",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 80 }),
        fc.array(pieces, { maxLength: 200 }).map((words) => words.join("")),
      ),
      (text) => {
        readFormula(text, LINES);
      },
    ),
    { numRuns: 1000 },
  );
});

test("every function of the language is documented by its arguments", () => {
  for (const [name, { arguments: args, needed }] of Object.entries(FUNCTIONS)) {
    expect(needed, name).toBeGreaterThan(0);
    expect(needed, name).toBeLessThanOrEqual(args.length);
  }
});
