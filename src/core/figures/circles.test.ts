import { expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { View } from "#core/figures/ledger.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };

test("formulas that go round in a circle are a gap, not a hang", () => {
  const book = tellBook({ a: { formula: "b + 1" }, b: { formula: "c + 1" }, c: { formula: "a + 1" }, x: {} }, [
    ["x", "1Q06", "1"],
  ]);
  for (const line of ["a", "b", "c"]) expect(figuresOf(book, NOW).cell(line, spanOf("1Q06"))).toEqual({ gap: "cycle" });
});

test("a circle gives the same answers wherever it is entered", () => {
  const stepped = tellBook({ a: { formula: "coalesce(b, 1)" }, b: { formula: "coalesce(a, 2)" }, x: {} }, [
    ["x", "1Q06", "1"],
  ]);
  const printed = tellBook(
    { m: { kind: "ratio", unit: "%", formula: "1 - k" }, k: { kind: "ratio", unit: "%", formula: "1 - m" } },
    [
      ["m", "1Q06", "19.0%"],
      ["k", "1Q06", "80.5%"],
    ],
  );
  const answers = (book: Book, order: readonly string[]): unknown => {
    const figures = figuresOf(book, NOW);
    const found = new Map(order.map((line) => [line, figures.value(line, spanOf("1Q06"))]));
    return order.toSorted().map((line) => found.get(line));
  };
  expect(answers(stepped, ["a", "b"])).toEqual([NaN, NaN]);
  expect(answers(stepped, ["b", "a"])).toEqual([NaN, NaN]);
  expect(answers(printed, ["m", "k"])).toEqual([0.805, 0.19]);
  expect(answers(printed, ["k", "m"])).toEqual([0.805, 0.19]);
});
