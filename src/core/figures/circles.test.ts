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

test("what falls back beside a circle says so, wherever it is entered", () => {
  const book = tellBook(
    {
      round: { formula: "coalesce(total + round, 1)" },
      total: { formula: "twice + beside" },
      beside: { kind: "ratio", unit: "index", formula: "coalesce(ytd(round), target(x))" },
      twice: { formula: "round + round" },
      x: {},
    },
    [
      ["twice", "2Q05", "(2)"],
      ["twice", "1Q05", "5"],
      ["twice", "1H06", "30"],
    ],
  );
  const cells = ["round", "total", "beside", "twice"].flatMap((line) =>
    ["1Q05", "2Q05", "3Q05", "1H05", "9M05", "1H06"].map((period) => [line, period] as const),
  );
  const answers = (order: typeof cells): unknown => {
    const figures = figuresOf(book, NOW);
    const found = new Map(order.map(([line, period]) => [`${line} ${period}`, figures.cell(line, spanOf(period))]));
    return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
  };
  for (const [index] of cells.entries())
    expect(answers([...cells.slice(index), ...cells.slice(0, index)])).toEqual(answers(cells));
});

test("no member of a circle is computed, though another of them has a figure after all", () => {
  const ratio = { kind: "ratio", unit: "index" } as const;
  const book = tellBook(
    {
      first: { ...ratio, formula: "second + third" },
      second: { formula: "first + x" },
      third: { ...ratio, formula: "second + x" },
      whole: { formula: "second + rest" },
      rest: {},
      x: {},
    },
    [
      ["whole", "1Q06", "12"],
      ["rest", "1Q06", "5"],
      ["x", "1Q06", "1"],
    ],
  );
  for (const entry of ["first", "second", "third"]) {
    const figures = figuresOf(book, NOW);
    figures.cell(entry, spanOf("1Q06"));
    expect(figures.cell("first", spanOf("1Q06"))).toEqual({ gap: "cycle" });
    expect(figures.cell("second", spanOf("1Q06"))).toMatchObject({ value: 7, route: "implied" });
    expect(figures.cell("third", spanOf("1Q06"))).toEqual({ gap: "cycle" });
  }
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
