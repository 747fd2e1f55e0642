import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { isFigure } from "#core/figures/cell.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { View } from "#core/figures/ledger.ts";
import { lineOn, reachOf } from "#core/figures/reach.ts";
import { shift } from "#core/timeline.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };
const NOON = spanOf("1Q06");

type ToldLines = Parameters<typeof tellBook>[0];

const chain = (length: number, link: (before: string, index: number) => string): ToldLines => ({
  x0: {},
  ...Object.fromEntries(
    Array.from({ length }, (_, index) => [`x${index + 1}`, { formula: link(`x${index}`, index) }] as const),
  ),
});

const valueIn = (book: Book, line: string): number => figuresOf(book, NOW).value(line, NOON);

describe("a chain of formulas may be as long as it likes", () => {
  const start = [["x0", "1Q06", "1"]] as const;
  test.each([
    ["plain", 6000, (before: string) => `${before} + 1`, 6001],
    ["nested", 1500, (before: string) => `abs(max(min((${before} + 1) * 1, 1e9), 0))`, 1501],
    [
      "branching, as rabbits do",
      3000,
      (before: string, index: number) => `${before} - ${index < 1 ? "x0" : `x${index - 1}`}`,
      Number.NaN,
    ],
    ["through the year to date", 3000, (before: string) => `ytd(${before}) + 1`, 3001],
  ])("%s", (_, length, link, answer) => {
    const book = tellBook(chain(length, link), start);
    const last = `x${length}`;
    const figures = figuresOf(book, NOW);
    const cell = figures.cell(last, NOON);
    if (!Number.isNaN(answer)) expect(cell).toMatchObject({ value: answer });
    expect(figures.inputsOf(last, NOON)).not.toHaveLength(0);
    // Whoever asks first: the answers are the same from the near end and from the middle.
    const other = figuresOf(book, NOW);
    const middle = `x${Math.floor(length / 2)}`;
    expect(other.value(middle, NOON)).toBe(figures.value(middle, NOON));
    expect(other.value(last, NOON)).toBe(figures.value(last, NOON));
    expect(reachOf(book, NOW, [lineOn(last, NOON)])).not.toBeNull();
  });

  test("one formula of two thousand factors, on another, and another", () => {
    const book = tellBook(
      chain(40, (before) => `${before}${" * 1".repeat(990)}`),
      start,
    );
    expect(valueIn(book, "x40")).toBe(1);
  });

  test("and without a beginning is a gap that names what is missing", () => {
    const book = tellBook({ ...chain(4000, (before) => `${before} + 1`), y: {} }, [["y", "1Q06", "1"]]);
    expect(figuresOf(book, NOW).cell("x4000", NOON)).toMatchObject({ gap: "needs", needs: [{ line: "x3999" }] });
  });
});

test("a circle of thousands of formulas is a gap wherever it is entered", () => {
  const length = 5003;
  const round = { ...chain(length, (before) => `${before} + 1`), x0: { formula: `x${length} + 1` }, y: {} };
  const book = tellBook(round, [["y", "1Q06", "1"]]);
  for (const entry of ["x0", "x1", "x2500", `x${length}`]) {
    const figures = figuresOf(book, NOW);
    expect(figures.cell(entry, NOON)).toEqual({ gap: "cycle" });
    expect(figures.cell("x17", NOON)).toEqual({ gap: "cycle" });
  }
});

describe("a corkscrew over a hundred years", () => {
  const last = spanOf("4Q05");
  const told = tellBook(
    {
      opening_balance: { kind: "flow", formula: "lag(closing_balance, 1)" },
      additions: {},
      disposals: {},
      closing_balance: { kind: "flow", formula: "coalesce(opening_balance, 0) + additions - disposals" },
      ...chain(200, (before) => `${before} + closing_balance * 0`),
      x0: { formula: "closing_balance" },
    },
    [
      ["additions", "4Q05", "3"],
      ["disposals", "4Q05", "1"],
    ],
  );
  const book = {
    ...told,
    facts: Array.from({ length: 400 }, (_, back) =>
      told.facts.map((fact) => ({ ...fact, span: shift(fact.span, -back) })),
    ).flat(),
  };
  test("answers in full, and chains on it do", () => {
    expect(figuresOf(book, NOW).value("closing_balance", last)).toBe(800);
    expect(figuresOf(book, NOW).cell("x200", last)).toMatchObject({ value: 800 });
  });
  test("and tells how far rounding reaches", () => {
    const reach = reachOf(book, NOW, [lineOn("closing_balance", last)]);
    expect(reach).toMatchObject({ low: 400, high: 1200 });
  });
});

test("a sum has the finest digit of all beneath it, and none where something beneath is no sum", () => {
  const book = tellBook(
    {
      a: {},
      b: {},
      c: {},
      inner: { formula: "b + c" },
      sum: { formula: "a + inner" },
      turned: { formula: "inner + a" },
      double: { formula: "c * 2" },
      mixed: { formula: "a + double" },
    },
    [
      ["a", "1Q06", "1.5"],
      ["b", "1Q06", "2.25"],
      ["c", "1Q06", "3"],
    ],
  );
  const decimals = ["inner", "sum", "turned", "double", "mixed"].map((line) => {
    const cell = figuresOf(book, NOW).cell(line, NOON);
    return isFigure(cell) ? cell.decimals : "gap";
  });
  expect(decimals).toEqual([2, 2, 2, null, null]);
});
