import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Book, StatedFigure } from "#core/book.ts";
import { factKey } from "#core/book.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { isFigure } from "#core/figures/cell.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { View } from "#core/figures/ledger.ts";
import { lineOn, reachOf } from "#core/figures/reach.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };
const valueOf = (book: Book, line: string, period: string): number => figuresOf(book, NOW).value(line, spanOf(period));
const reversed = (book: Book): Book => ({
  ...book,
  lines: book.lines.toReversed(),
  companyLines: book.companyLines.toReversed(),
  sources: book.sources.toReversed(),
  facts: book.facts.toReversed(),
  statements: book.statements.toReversed(),
});

describe("where nothing tells two figures apart the order of the book does not either", () => {
  test("two sources of one day, and two without any: the later by its name", () => {
    for (const day of ["2006-11-02", null]) {
      const book = tellBook(
        { x: {} },
        [
          ["x", "1Q06", "5", { source: "b" }],
          ["x", "1Q06", "7", { source: "a" }],
        ],
        { b: day, a: day },
      );
      expect(valueOf(book, "x", "1Q06")).toBe(5);
      expect(valueOf(reversed(book), "x", "1Q06")).toBe(5);
    }
  });
  test("two sums that leave a member as wide an interval: the line that stands first in the sheet", () => {
    const book = tellBook({ x: {}, y: {}, z: {}, p: { formula: "x + y" }, q: { formula: "x + z" } }, [
      ["y", "1Q06", "1"],
      ["z", "1Q06", "1"],
      ["p", "1Q06", "10"],
      ["q", "1Q06", "12"],
    ]);
    expect(valueOf(book, "x", "1Q06")).toBe(9);
    expect(valueOf(reversed(book), "x", "1Q06")).toBe(9);
  });
  test("two printed changes: the latest source's, then by the name of the claim", () => {
    const change = (id: string, expression: string, printed: number, source: string): StatedFigure => ({
      ...claim(expression, "1Q06", printed, 0, "contracts", source),
      id,
    });
    const told = (statements: readonly StatedFigure[]): Book =>
      tellBook(
        { x: { kind: "stock", unit: "contracts" } },
        [
          ["x", "4Q05", "100", { source: "may" }],
          ["x", "1Q05", "50", { source: "may" }],
        ],
        { may: "2006-05-11", nov: "2006-11-02" },
        { statements },
      );
    const late = [change("a", "yoy_change(x)", 60, "may"), change("b", "qoq_change(x)", 20, "nov")];
    const alike = [change("a", "yoy_change(x)", 60, "nov"), change("b", "qoq_change(x)", 20, "nov")];
    for (const [statements, expected] of [
      [late, 120],
      [alike, 110],
    ] as const) {
      expect(valueOf(told(statements), "x", "1Q06")).toBe(expected);
      expect(valueOf(told(statements.toReversed()), "x", "1Q06")).toBe(expected);
    }
  });
});

describe("however every list of a book is shuffled", () => {
  const PERIODS = ["1Q05", "2Q05", "3Q05", "1H05", "9M05", "FY2005", "1Q06"] as const;
  const LINES = {
    x: {},
    y: { parent: "x" },
    z: { parent: "x" },
    p: { formula: "x + y" },
    q: { formula: "x + z" },
    r: { formula: "children(x)" },
    cash: { kind: "stock" },
    debt: { kind: "stock" },
    net: { kind: "stock", formula: "cash - debt" },
    free: { kind: "stock", formula: "cash - z_debt" },
    z_debt: { kind: "stock" },
    share: { kind: "ratio", unit: "%", formula: "y / p + z / q - x / (x + y + z)" },
    grown: { kind: "ratio", unit: "%", formula: "yoy(p)" },
  } as const;
  const SOURCES = { may: "2006-05", same: "2006-05-31", november: "2006-11-02", hand: null, pencil: null };
  const source = fc.constantFrom(...(Object.keys(SOURCES) as (keyof typeof SOURCES)[]));
  const figure = fc.tuple(
    fc.constantFrom("x", "y", "z", "p", "q", "cash", "debt", "net", "free", "z_debt"),
    fc.constantFrom(...PERIODS),
    fc.constantFrom("0", "7", "12", "30.5", "0.1", "0.2", "-", "(4)"),
    source,
    fc.boolean(),
  );
  const change = fc.tuple(
    fc.constantFrom("yoy_change(cash)", "qoq_change(cash)", "ytd_change(cash)", "qoq_change( cash )", "yoy_change(x)"),
    fc.constantFrom("1Q05", "2Q05", "1Q06"),
    fc.integer({ min: -9, max: 9 }),
    source,
  );
  const book = fc
    .tuple(
      fc.uniqueArray(figure, {
        maxLength: 30,
        selector: ([line, period, , of]) => `${line} ${endOf(line, period)} ${of}`,
      }),
      fc.uniqueArray(change, { maxLength: 6, selector: ([text, period, , of]) => `${text} ${period} ${of}` }),
    )
    .map(([figures, changes]) =>
      tellBook(
        LINES,
        figures.map(([line, period, printed, of, restated]) => [line, period, printed, { source: of, restated }]),
        SOURCES,
        {
          statements: changes.map(([text, period, printed, of]) => {
            const one = claim(text, period, printed, 0, "JPY million", of);
            return { ...one, id: `${one.id} ${of}` };
          }),
          breaks: [
            { id: "b", company: "acme", line: "y", boundary: spanOf("1Q06").start, textEn: "", textJa: "" },
            { id: "c", company: "acme", line: null, boundary: spanOf("2Q05").start, textEn: "", textJa: "" },
          ],
        },
      ),
    );
  const endOf = (line: string, period: string): string =>
    ["cash", "debt", "net", "free", "z_debt"].includes(line)
      ? String(spanOf(period).start + spanOf(period).length)
      : period;
  const everything = (of: Book): unknown => {
    const figures = figuresOf(of, NOW);
    return Object.keys(LINES).map((line) =>
      PERIODS.map((period) => {
        const cell = figures.cell(line, spanOf(period));
        const reach = reachOf(of, NOW, [lineOn(line, spanOf(period))]);
        return isFigure(cell) ? { ...cell, facts: cell.facts.map(factKey), reach } : cell;
      }),
    );
  };
  const shuffled = <T>(list: readonly T[]): fc.Arbitrary<readonly T[]> =>
    fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

  test("every cell is the same: its value, its route, its marks, its facts, how far it reaches", () =>
    fc.assert(
      fc.property(
        book.chain((told) =>
          fc.tuple(
            fc.constant(told),
            fc.record({
              lines: shuffled(told.lines),
              companyLines: shuffled(told.companyLines),
              sources: shuffled(told.sources),
              facts: shuffled(told.facts),
              statements: shuffled(told.statements),
              breaks: shuffled(told.breaks),
            }),
          ),
        ),
        ([told, lists]) => {
          expect(everything({ ...told, ...lists })).toEqual(everything(told));
        },
      ),
    ));
});
