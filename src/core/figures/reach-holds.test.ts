import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { View } from "#core/figures/ledger.ts";
import type { Given } from "#core/figures/machine.ts";
import type { Interval } from "#core/figures/reach.ts";
import { answerTo, intervalOf, reachOf } from "#core/figures/reach.ts";
import type { Part } from "#core/figures/workings.ts";
import { readFormula } from "#core/formula/check-formula.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };
const LINES = ["a", "b", "c", "d"] as const;

/** Four lines of two years' second quarters, and one worked out from them. */
function bookOf(printed: readonly number[], rounding: "nearest" | "truncated", formula = "a + b"): Book {
  const facts = printed.map(
    (value, index) => [LINES[index >> 1] ?? "a", index % 2 === 0 ? "2Q06" : "2Q05", String(value)] as const,
  );
  const book = tellBook({ a: {}, b: {}, c: {}, d: {}, e: { formula } }, facts);
  return { ...book, sources: book.sources.map((source) => ({ ...source, rounding })) };
}

function partsOf(book: Book, text: string): readonly Part[] {
  const formula = readFormula(text, new Map(book.lines.map((line) => [line.id, line])));
  if ("problem" in formula) throw new Error(`${text}: ${formula.problem.code}`);
  return [{ sign: 1, expression: formula.expression, span: spanOf("2Q06") }];
}

function at(book: Book, parts: readonly Part[], values: ReadonlyMap<Given, number>): number {
  return answerTo(parts, figuresOf(book, NOW, { trial: { values, onGiven: () => undefined } }));
}

/** The answers at every corner of the box of all facts. */
function corners(book: Book, parts: readonly Part[]): number[] {
  return Array.from({ length: 2 ** book.facts.length }, (_, corner) =>
    at(book, parts, new Map(book.facts.map((fact, index) => [fact, endOf(book, fact, (corner >> index) % 2)]))),
  );
}

function endOf(book: Book, fact: Book["facts"][number], part: number): number {
  const { low, high } = intervalOf(fact, "JPY million", book.sources[0]?.rounding ?? "nearest");
  return low + (high - low) * part;
}

const reachIn = (book: Book, text: string): Interval => {
  const reach = reachOf(book, NOW, partsOf(book, text));
  if (reach === null) throw new Error(`${text} has no answer`);
  return reach;
};

const expressions = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie("expression");
  return {
    expression: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom("a", "b", "c", "d", "e", "a", "b", "2", "0.5", "0"),
      fc.tuple(inner, fc.constantFrom("+", "-", "*", "/"), inner).map(([x, sign, y]) => `(${x} ${sign} ${y})`),
      fc.tuple(inner, fc.constantFrom("2", "3", "0.5", "0 - 1", "0 - 2", "c")).map(([x, y]) => `(${x}) ^ (${y})`),
      fc
        .tuple(fc.constantFrom("yoy", "yoy_change", "abs", "prior_year", "-", "ytd", "ttm"), inner)
        .map(([name, x]) => `${name}(${x})`),
      fc
        .tuple(fc.constantFrom("min", "max", "coalesce", "sum"), inner, inner)
        .map(([name, x, y]) => `${name}(${x}, ${y})`),
      fc.tuple(inner, fc.constantFrom("0", "1", "0 - 1")).map(([x, y]) => `round(${x}, ${y === "0 - 1" ? "0" : y})`),
      fc
        .tuple(inner, fc.constantFrom("<", "<=", ">", ">=", "=", "<>"), inner, inner, inner)
        .map(([x, sign, y, z, w]) => `if(${x} ${sign} ${y}, ${z}, ${w})`),
    ),
  };
}).expression;

/** Mostly near zero, where divisors, bases and signs turn. */
const figure = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 3 }) },
  fc.integer({ min: -2000, max: 2000 }),
);

test("a sum of fifty, and a product of two sums of fifty, at once", () => {
  const named = Array.from({ length: 50 }, (_, index) => `m${index}`);
  const told = tellBook(
    Object.fromEntries([...named, "a", "b", "c", "d"].map((id) => [id, {}])),
    named.map((id, index) => [id, "2Q06", String(100 + index)] as const),
  );
  const sum = named.join(" + ");
  const total = 50 * 100 + (50 * 49) / 2;
  const before = performance.now();
  expect(reachIn(told, sum)).toMatchObject({ low: total - 25, high: total + 25 });
  expect(reachIn(told, named.join(" - "))).toMatchObject({ low: 200 - total - 25, high: 200 - total + 25 });
  const product = reachIn(told, `(${sum}) * (${sum} - 3 * m0)`);
  // Every member but the first pushes it up; the first, taken off three times, pushes it down.
  const ends = [-0.5, 0.5].map((by) => (total + 48 * by) * (total + 48 * by - 3 * (100 - by)));
  expect(product.low / (ends[0] ?? 0)).toBeCloseTo(1, 9);
  expect(product.high / (ends[1] ?? 0)).toBeCloseTo(1, 9);
  expect(performance.now() - before).toBeLessThan(2000);
});

test("whatever the formula, no answer lies beyond its reach", () => {
  fc.assert(
    fc.property(
      expressions,
      expressions,
      fc.array(figure, { minLength: 8, maxLength: 8 }),
      fc.constantFrom("nearest" as const, "truncated" as const),
      fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }), {
        minLength: 6,
        maxLength: 6,
      }),
      (text, formula, printed, rounding, points) => {
        const book = bookOf(printed, rounding, /\be\b/.test(formula) ? "a / b" : formula);
        const parts = partsOf(book, text);
        const reach = reachOf(book, NOW, parts);
        if (reach === null) return;
        expect(reach.low).toBeLessThanOrEqual(reach.high);
        const inside = points.map((point) =>
          at(book, parts, new Map(book.facts.map((fact, index) => [fact, endOf(book, fact, point[index] ?? 0)]))),
        );
        for (const answer of [...inside, ...corners(book, parts)]) {
          if (Number.isNaN(answer)) continue;
          const hair = 1e-9 * Math.max(1, Math.abs(answer));
          expect(reach.low, `${text} with e = ${formula}`).toBeLessThanOrEqual(answer + hair);
          expect(reach.high, `${text} with e = ${formula}`).toBeGreaterThanOrEqual(answer - hair);
        }
      },
    ),
    { numRuns: 400 },
  );
});

describe("what rises or falls with each of its inputs reaches its corners and no further", () => {
  const positive = fc.array(fc.integer({ min: 20, max: 5000 }), { minLength: 8, maxLength: 8 });
  test.each([
    "a - b + c - d",
    "a / b - 1",
    "yoy(a)",
    "yoy_change(a + b)",
    "(a - b) / a",
    "(a + b) / (a + b + c)",
    "a / (a + b) * c",
    "(a + b) * (c + d)",
    "(a / b) ^ 0.5 - 1",
    "prior_year(a) / (a + prior_year(a))",
    "e / a",
    "yoy(a / b)",
    "min(a, b) / c",
    "cagr(a, 1)",
  ])("%s", (text) => {
    fc.assert(
      fc.property(positive, (printed) => {
        const book = bookOf(printed, "nearest");
        const reach = reachIn(book, text);
        const reached = corners(book, partsOf(book, text)).filter((answer) => !Number.isNaN(answer));
        const [low, high] = [Math.min(...reached), Math.max(...reached)];
        expect(Math.abs(reach.low - low)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(low), 1e-3));
        expect(Math.abs(reach.high - high)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(high), 1e-3));
      }),
      { numRuns: 25 },
    );
  });
});

describe("extremes that no corner has", () => {
  const book = bookOf([5, 4, 1, 3, 2, 2, 7, 7], "nearest");
  test.each([
    ["(a - 5) ^ 2", 0, 0.25],
    ["a * (10 - a)", 24.75, 25],
    ["abs(a - 5)", 0, 0.5],
    ["(a - 5) * (a - 5) + b", 0.5, 1.75],
    ["max(a, 10 - a)", 5, 5.5],
    ["if(a > 5, a, 0 - a)", -5, 5.5],
    // Where a is 5 the quotient is a gap, and what stands behind it answers.
    ["coalesce(min(c / (a - 5), 0 - 1), c)", -Infinity, 2.5],
    ["coalesce(b + 0 / (a - 5), 20)", 0.5, 20],
    ["min(coalesce(b + 0 / (a - 5), 20), c + 5)", 0.5, 7.5],
    ["a - a", 0, 0],
    ["(a - b) / (a - b)", 1, 1],
  ])("%s reaches from %d to %d", (text, low, high) => {
    const reach = reachIn(book, text);
    expect(reach.low).toBeCloseTo(low, 8);
    expect(reach.high).toBeCloseTo(high, 8);
    expect(reach.low).toBeLessThanOrEqual(low);
    expect(reach.high).toBeGreaterThanOrEqual(high);
  });
});

describe("a divisor that may be zero leaves the answer without a bound", () => {
  const book = bookOf([4, 100, 3, 1, 2, 2, 7, 7], "nearest");
  test.each([
    // c is 2 and a − b is 1: from nothing to 2.
    ["c / (a - b)", 0.75, Infinity],
    ["(0 - c) / (a - b)", -Infinity, -0.75],
    // Where a − b is nearly 0, a is below 4.
    ["(a - 4) / (a - b)", -Infinity, 0.5],
    ["(b - 3) / (a - b)", -0.5, Infinity],
    ["(b - 3 + a - 4) / (a - b)", -Infinity, Infinity],
  ])("%s reaches from %d to %d", (text, low, high) => {
    const reach = reachIn(book, text);
    expect(reach.low).toBeCloseTo(low, 8);
    expect(reach.high).toBeCloseTo(high, 8);
  });
});

test("the route behind one that may be a gap is in reach too", () => {
  const book = tellBook(
    {
      a: {},
      b: {},
      c: {},
      m: { kind: "ratio", unit: "%", formula: "a / (b - c)" },
      total: { formula: "a + rest" },
      rest: { formula: "b / (b - c)" },
    },
    [
      ["a", "2Q06", "4"],
      ["b", "2Q06", "3"],
      ["c", "2Q06", "2"],
      ["m", "2Q06", "50.0%"],
      ["total", "2Q06", "5"],
    ],
  );
  // 3.5 to 4.5 over up to 2; and where b is c, the 50.0 % that is printed.
  const margin = reachIn(book, "m");
  expect(margin.low).toBeCloseTo(0.4995, 9);
  expect(margin.high).toBe(Infinity);
  // 2.5 over 1.5 is least; and where b is c, what the total leaves: 5 less 4, give or take one.
  const rest = reachIn(book, "rest");
  expect(rest.low).toBeCloseTo(0, 9);
  expect(rest.high).toBe(Infinity);
});
