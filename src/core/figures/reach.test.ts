import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import type { View } from "#core/figures/ledger.ts";
import { lineOn, reachOf } from "#core/figures/reach.ts";
import { readFormula } from "#core/formula/check-formula.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };

describe("how far a figure reaches", () => {
  const book = tellBook({ income: {} }, [
    ["income", "2Q05", "507"],
    ["income", "2Q06", "811"],
  ]);
  const reach = (text: string): unknown => {
    const formula = readFormula(text, new Map(book.lines.map((line) => [line.id, line])));
    if ("problem" in formula) throw new Error(formula.problem.code);
    return reachOf(book, NOW, [{ sign: 1, expression: formula.expression, span: spanOf("2Q06") }]);
  };
  test("growth of two rounded amounts", () => {
    const { low, high } = reach("yoy(income)") as { low: number; high: number };
    expect(low).toBeCloseTo(810.5 / 507.5 - 1, 12);
    expect(high).toBeCloseTo(811.5 / 506.5 - 1, 12);
  });
  test("an input used twice is not counted twice", () =>
    expect(reach("income / income")).toMatchObject({ low: 1, high: 1 }));
  test("no answer, no reach", () => expect(reach("lag(income, 1)")).toBeNull());
});

test("whatever was printed, rounded or truncated, the truth lies within reach, and one more figure moves nothing beyond it", () => {
  // Thousands, printed in millions.
  const quarters = fc.array(fc.integer({ min: -2_000_000, max: 2_000_000 }), { minLength: 8, maxLength: 8 });
  const spans = fc.uniqueArray(
    fc
      .tuple(fc.integer({ min: 0, max: 7 }), fc.constantFrom(1, 2, 3, 4))
      .filter(([start, length]) => start + length <= 8 && start % 4 <= 4 - length),
    { minLength: 2, maxLength: 10, selector: ([start, length]) => `${start}+${length}` },
  );
  fc.assert(
    fc.property(
      quarters,
      spans,
      fc.constantFrom("nearest" as const, "truncated" as const),
      (truth, reported, rounding) => {
        const base = spanOf("1Q04").start;
        const exact = (start: number, length: number): number =>
          truth.slice(start, start + length).reduce((sum, x) => sum + x, 0) / 1000;
        const print = (value: number): number =>
          (rounding === "truncated" ? Math.trunc(value) : Math.sign(value) * Math.floor(Math.abs(value) + 0.5)) + 0;
        const told = tellBook({ revenue: {} }, []);
        const bookOf = (of: typeof reported): Book => ({
          ...told,
          sources: told.sources.map((source) => ({ ...source, rounding })),
          facts: of.map(([start, length]) => ({
            company: "acme",
            scope: "consolidated",
            basis: "actual",
            line: "revenue",
            span: { start: base + start, length },
            source: "report",
            stated: { mantissa: print(exact(start, length)), decimals: 0 },
            restated: false,
            page: "",
            asPrinted: "",
          })),
        });
        const book = bookOf(reported);
        const fewer = bookOf(reported.slice(1));
        for (let start = 0; start < 8; start += 1)
          for (let length = 1; length <= 4 && start + length <= 8; length += 1) {
            const span = { start: base + start, length };
            const reach = reachOf(book, NOW, [lineOn("revenue", span)]);
            if (reach === null) continue;
            expect(reach.low).toBeLessThanOrEqual(exact(start, length) + 1e-9);
            expect(reach.high).toBeGreaterThanOrEqual(exact(start, length) - 1e-9);
            const before = reachOf(fewer, NOW, [lineOn("revenue", span)]);
            if (before === null) continue;
            // Both hold the truth, so they meet: what one more figure changed is rounding.
            expect(Math.max(before.low, reach.low)).toBeLessThanOrEqual(Math.min(before.high, reach.high) + 1e-9);
          }
      },
    ),
    { numRuns: 60 },
  );
});
