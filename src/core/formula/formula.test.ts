import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFormula } from "#core/formula/check-formula.ts";
import { evaluateWith } from "#core/formula/evaluate.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { Evaluation } from "#core/formula/functions.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";
import { parseFormula } from "#core/formula/parse-formula.ts";
import { printFormula } from "#core/formula/print-formula.ts";
import type { Result } from "#core/formula/results.ts";
import { unitOfExpression } from "#core/formula/unit-of-expression.ts";

const LINES = new Map(
  [
    ["revenue", "flow", "JPY million"],
    ["costs", "flow", "JPY million"],
    ["contracts", "stock", "contracts"],
    ["margin", "ratio", "%"],
  ].map(([id, kind, unit]) => [id ?? "", { kind: kind as "flow", unit: unit ?? "" }]),
);

/** A formula on lines with fixed values, the span playing no part. */
function value(text: string, lines: Readonly<Record<string, Result>> = {}): Result | string {
  const parsed = parseFormula(text);
  if ("problem" in parsed) return parsed.problem.code;
  const lineAt = (id: string): Result => lines[id] ?? { gap: "not-entered" };
  const at = (inner: Expression): Result => evaluateWith(evaluation, inner, lineAt);
  const evaluation: Evaluation = {
    span: { start: 0, length: 1 },
    at,
    before: at,
    on: (_basis, _vintage, inner) => at(inner),
    childrenOf: () => [],
    isStock: () => false,
  };
  return at(parsed.expression);
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
    ["max(1, 3, 2) - min(1, 3, 2)", 2],
    ["abs(-4)", 4],
    ["1.5e2", 150],
  ])("%s = %d", (text, expected) => expect(value(text)).toBe(expected));
});

describe("gaps flow as values", () => {
  const there = {
    a: 2,
    b: 3,
    none: { gap: "does-not-exist" },
    missing: { gap: "needs", needs: [{ line: "missing", span: { start: 0, length: 1 } }] },
  } as const;
  test("a sum says how much of it is there", () =>
    expect(value("a + b - missing", there)).toMatchObject({ gap: "needs", entered: { count: 2, of: 3, sum: 5 } }));
  test("what does not exist counts as nothing in a sum", () => expect(value("a + none + b", there)).toBe(5));
  test("and is a gap in a product and a quotient", () => {
    expect(value("a * none", there)).toEqual({ gap: "does-not-exist" });
    expect(value("a / none", there)).toEqual({ gap: "does-not-exist" });
  });
  test("a sum of nothing that exists does not exist", () =>
    expect(value("none + none", there)).toEqual({ gap: "does-not-exist" }));
  test("division by zero is a gap", () => expect(value("a / (b - 3)", there)).toEqual({ gap: "division-by-zero" }));
  test("coalesce takes the first that is there", () => expect(value("coalesce(missing, none, b)", there)).toBe(3));
  test("an overflow is no figure", () => expect(value("10 ^ 400")).toEqual({ gap: "not-meaningful" }));
});

describe("a problem says where it is", () => {
  test.each([
    ["", "empty", 0, 0],
    ["revenue +", "unexpected-end", 9, 9],
    ["revenue + @", "unexpected-character", 10, 11],
    ["(revenue", "unclosed-parenthesis", 0, 1],
    ["revenue)", "unexpected-token", 7, 8],
    ["revenue costs", "unexpected-token", 8, 13],
    ["sales / 2", "unknown-line", 0, 5],
    ["1 + grow(revenue)", "unknown-function", 4, 17],
    ["constructor(revenue)", "unknown-function", 0, 20],
    ["yoy()", "argument-count", 0, 5],
    ["yoy(revenue, 2)", "argument-count", 0, 15],
    ["lag(revenue, costs)", "argument-kind", 13, 18],
    ["lag(revenue, -1)", "argument-kind", 13, 15],
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
