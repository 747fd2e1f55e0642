import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { View } from "#core/figures/ledger.ts";
import { reachOf } from "#core/figures/reach.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { Gap } from "#core/gaps.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };

function parsed(book: Book, text: string) {
  const formula = readFormula(text, new Map(book.lines.map((line) => [line.id, line])));
  if ("problem" in formula) throw new Error(`${text}: ${formula.problem.code}`);
  return formula.expression;
}

const evaluated = (book: Book, text: string, period: string, view: Partial<View> = {}): number | Gap =>
  figuresOf(book, { ...NOW, ...view }).evaluate(parsed(book, text), spanOf(period));

describe("a quarter in which nothing was earned, known only from the others", () => {
  const book = tellBook({ x: {}, other: {}, share: { kind: "ratio", unit: "times", formula: "other / x" } }, [
    ["x", "1Q06", "0.1"],
    ["x", "2Q06", "0.2"],
    ["x", "9M06", "0.3"],
    ["x", "3Q05", "(0.5)"],
    ["other", "3Q06", "5"],
  ]);
  test("is zero", () => expect(evaluated(book, "x", "3Q06")).toBe(0));
  test("is no base of a ratio", () => expect(evaluated(book, "share", "3Q06")).toEqual({ gap: "division-by-zero" }));
  test("has turned nothing", () =>
    expect(evaluated(book, "yoy(x)", "3Q06")).toEqual({ gap: "not-meaningful", growth: "loss-narrowed" }));
  test("is not below zero", () => expect(evaluated(book, "if(x < 0, 1, 2)", "3Q06")).toBe(2));
});

test("a sum of printed decimals is the number that it would be printed as", () => {
  const told = tellBook({ a: {}, b: {}, c: {}, s: { formula: "a + b" } }, [
    ["a", "1Q06", "1,000,000.1"],
    ["b", "1Q06", "(1,000,000)"],
    ["c", "1Q06", "0.2"],
  ]);
  expect(evaluated(told, "s", "1Q06")).toBe(0.1);
  expect(evaluated(told, "s + c", "1Q06")).toBe(0.3);
  expect(evaluated(told, "s - 0.1", "1Q06")).toBe(0);
  expect(evaluated(told, "c - 2 * s", "1Q06")).toBe(0);
  expect(evaluated(told, "if(s + c = 0.3, 1, 2)", "1Q06")).toBe(1);
});

test("a yen among thousands of billions is a yen", () => {
  const told = tellBook({ a: { unit: "JPY" }, b: { unit: "JPY" } }, [
    ["a", "1Q06", "1,234,567,890,123"],
    ["b", "1Q06", "1,234,567,890,122"],
  ]);
  expect(evaluated(told, "a - b", "1Q06")).toBe(1);
});

test("parts that make up the whole leave nothing, though each is a quotient", () => {
  const told = tellBook({ a: {}, b: {}, c: {}, t: {} }, [
    ["a", "1Q06", "1"],
    ["b", "1Q06", "3"],
    ["c", "1Q06", "45"],
    ["t", "1Q06", "49"],
  ]);
  expect(evaluated(told, "a / t + b / t + c / t - 1", "1Q06")).toBe(0);
});

describe("whatever decimals were printed, what comes to nothing is zero", () => {
  const FINEST = 4;
  const term = fc
    .tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.nat({ max: FINEST }))
    .map(([mantissa, decimals]) => ({ mantissa, decimals }));
  type Term = { readonly mantissa: number; readonly decimals: number };
  const told = ({ mantissa, decimals }: Term): string => {
    const digits = String(Math.abs(mantissa)).padStart(decimals + 1, "0");
    const cut = digits.length - decimals;
    const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
    return mantissa < 0 ? `(${text})` : text;
  };
  const total = (terms: readonly Term[]): Term => ({
    mantissa: terms.reduce((sum, { mantissa, decimals }) => sum + mantissa * 10 ** (FINEST - decimals), 0),
    decimals: FINEST,
  });
  const terms = fc.array(term, { minLength: 1, maxLength: 12 });
  const name = (index: number): string => `m${index}`;

  test("the missing quarter of a long span", () =>
    fc.assert(
      fc.property(terms, fc.nat({ max: 12 }), (quarters, at) => {
        const label = (index: number): string => `${(index % 4) + 1}Q0${2 + Math.floor(index / 4)}`;
        const missing = Math.min(at, quarters.length);
        const book = tellBook({ x: {} }, [
          ...quarters.map((of, index) => ["x", label(index < missing ? index : index + 1), told(of)] as const),
          ["x", `1Q02-${label(quarters.length)}`, told(total(quarters))],
        ]);
        expect(evaluated(book, "x", label(missing))).toBe(0);
      }),
    ));

  test("the missing member of a sum, of sums within the sum, and what a formula takes off it", () =>
    fc.assert(
      fc.property(terms, (members) => {
        const chain = members.map(
          (_, index) => [`s${index}`, { formula: index === 0 ? "m0" : `s${index - 1} + m${index}` }] as const,
        );
        const last = `s${members.length - 1}`;
        const whole = members.map((_, index) => name(index)).join(" + ");
        const book = tellBook(
          {
            ...Object.fromEntries(members.map((_, index) => [name(index), {}])),
            ...Object.fromEntries(chain),
            flat: { formula: `${whole} + rest` },
            nested: { formula: `${last} + left` },
            rest: {},
            left: {},
          },
          [
            ...members.map((of, index) => [name(index), "1Q06", told(of)] as const),
            ["flat", "1Q06", told(total(members))],
            ["nested", "1Q06", told(total(members))],
          ],
        );
        for (const text of ["rest", "left", `flat - ${last}`, `${last} - nested`, `sum(${last}, -flat)`])
          expect(evaluated(book, text, "1Q06"), text).toBe(0);
      }),
    ));

  test("also among aims, which are exact: how far it reaches is nothing", () =>
    fc.assert(
      fc.property(terms, (members) => {
        const book = tellBook({ ...Object.fromEntries(members.map((_, index) => [name(index), {}])), all: {} }, [
          ...members.map((of, index) => [name(index), "1Q06", told(of), { basis: "target" }] as const),
          ["all", "1Q06", told(total(members)), { basis: "target" }],
        ]);
        const text = [...members.map((_, index) => `target(${name(index)})`), "0"].join(" + ");
        const off = parsed(book, `${text} - target(all)`);
        expect(reachOf(book, NOW, [{ sign: 1, expression: off, span: spanOf("1Q06") }])).toMatchObject({
          low: 0,
          high: 0,
        });
        const over = parsed(book, `coalesce(1 / (${text} - target(all)), 7)`);
        expect(reachOf(book, NOW, [{ sign: 1, expression: over, span: spanOf("1Q06") }])).toMatchObject({
          low: 7,
          high: 7,
        });
      }),
    ));
});
