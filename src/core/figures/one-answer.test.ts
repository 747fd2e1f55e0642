import { expect, test } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { View } from "#core/figures/ledger.ts";
import type { Interval } from "#core/figures/reach.ts";
import { reachOf } from "#core/figures/reach.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { Book } from "#core/book.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };

function reachIn(book: Book, text: string, period: string): Interval | null {
  const formula = readFormula(text, new Map(book.lines.map((line) => [line.id, line])));
  if ("problem" in formula) throw new Error(formula.problem.code);
  const span = spanOf(period);
  expect(figuresOf(book, NOW).evaluate(formula.expression, span)).toEqual(expect.any(Number));
  return reachOf(book, NOW, [{ sign: 1, expression: formula.expression, span }]);
}

const SHARES = {
  a: {},
  b: {},
  c: {},
  d: {},
  m1: { kind: "ratio", unit: "%", formula: "a / b" },
  m2: { kind: "ratio", unit: "%", formula: "c / d" },
} as const;

test("a percentage printed as a dash counts as nothing in how far a sum reaches, though its formula waits", () => {
  const book = tellBook(SHARES, [
    ["a", "1Q05", "5"],
    ["b", "1Q05", "30"],
    ["m2", "1Q05", "-"],
  ]);
  const alone = reachIn(book, "m1", "1Q05");
  expect(alone?.low).toBeLessThan(0.15);
  expect(alone?.high).toBeGreaterThan(0.18);
  expect(reachIn(book, "m1 + m2", "1Q05")).toEqual(alone);
});
