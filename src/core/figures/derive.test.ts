import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Book, Fact } from "#core/book.ts";
import { MARCH, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { isFigure } from "#core/figures/cell.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { View } from "#core/figures/ledger.ts";
import { formatPeriod } from "#core/period-labels.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };

/** The spans that a cell was derived from, in order. */
function pathOf(book: Book, period: string): string {
  const cell = figuresOf(book, NOW).cell("x", spanOf(period));
  return isFigure(cell) ? cell.facts.map(({ span }) => formatPeriod(span, MARCH)).join(" ") : cell.gap;
}

function* orders<T>(of: readonly T[]): Generator<readonly T[]> {
  if (of.length < 2) yield of;
  for (const [index, first] of of.entries()) for (const rest of orders(of.toSpliced(index, 1))) yield [first, ...rest];
}

describe("of several paths of equally many spans the one is taken", () => {
  const x = { x: {} };
  const sources = { old: "2006-05-11", new: "2006-11-02" };
  test("that leaves the narrowest interval, however much time it goes over", () => {
    const coarse = [
      ["x", "1H05", "100.0"],
      ["x", "1Q05", "45"],
    ] as const;
    const fine = [
      ["x", "2Q05-4Q06", "600.2"],
      ["x", "3Q05-4Q06", "545.1"],
    ] as const;
    expect(pathOf(tellBook(x, [...coarse, ...fine]), "2Q05")).toBe("2Q05-4Q06 3Q05-4Q06");
  });
  test("then the one of the latest sources, by their oldest", () => {
    const facts = [
      ["x", "1H05", "100", { source: "new" }],
      ["x", "1Q05", "45", { source: "old" }],
      ["x", "2Q05-3Q05", "90", { source: "new" }],
      ["x", "3Q05", "35", { source: "new" }],
    ] as const;
    expect(pathOf(tellBook(x, facts, sources), "2Q05")).toBe("2Q05-3Q05 3Q05");
  });
  test("then the one that starts the earliest", () => {
    const facts = [
      ["x", "2Q05-3Q05", "90"],
      ["x", "3Q05", "35"],
      ["x", "1H05", "100"],
      ["x", "1Q05", "45"],
    ] as const;
    expect(pathOf(tellBook(x, facts), "2Q05")).toBe("1Q05 1H05");
  });
  test("and in whichever order they were entered it is the same one", () => {
    const facts = [
      ["x", "9M05", "75"],
      ["x", "4Q05", "24"],
      ["x", "1H05", "50"],
      ["x", "2H05", "51"],
    ] as const;
    for (const order of orders(facts)) expect(pathOf(tellBook(x, order), "FY2005")).toBe("1H05 2H05");
  });
});

describe("the order of the facts decides nothing", () => {
  const SOURCES = { may: "2006-05", june: "2006-06-30", november: "2006-11-02", hand: null };
  const PERIODS = [
    "1Q05",
    "2Q05",
    "3Q05",
    "4Q05",
    "1H05",
    "2H05",
    "9M05",
    "FY2005",
    "1Q06",
    "2Q06",
    "1H06",
    "LTM 2Q06",
  ];
  const LINES = {
    x: {},
    y: {},
    cash: { kind: "stock" },
    total: { formula: "x + y" },
    share: { kind: "ratio", unit: "%", formula: "x / total" },
    grown: { kind: "ratio", unit: "%", formula: "yoy(x)" },
    age: { kind: "ratio", unit: "quarters", formula: "coalesce(lag(age, 1), 0) + 1" },
    turns: { kind: "ratio", unit: "times", formula: "ttm(total) / avg(cash)" },
  } as const;
  const figure = fc.tuple(
    fc.constantFrom("x", "y", "cash", "total"),
    fc.constantFrom(...PERIODS),
    fc.oneof(fc.integer({ min: -50, max: 50 }).map(String), fc.constantFrom("-", "12.5", "7.25")),
    fc.constantFrom("may", "june", "november", "hand"),
    fc.boolean(),
    fc.constantFrom("actual" as const, "actual" as const, "target" as const),
  );
  const mixed = fc
    .uniqueArray(figure, {
      maxLength: 24,
      selector: ([line, period, , source, , basis]) =>
        `${line} ${line === "cash" ? spanEnd(period) : period} ${source} ${basis}`,
    })
    .map((figures) =>
      tellBook(
        LINES,
        figures.map(([line, period, printed, source, restated, basis]) => [
          line,
          period,
          printed.startsWith("-") && printed !== "-" ? `(${printed.slice(1)})` : printed,
          { source, restated, basis },
        ]),
        SOURCES,
        { breaks: [{ id: "b", company: "acme", line: "y", boundary: spanOf("1Q06").start, textEn: "", textJa: "" }] },
      ),
    );
  /** Spans of one line and one source, of which many paths are alike but for the boundaries they pass. */
  const dense = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...PERIODS, "2Q05-3Q05", "3Q05-1Q06", "4Q05-1Q06"), fc.nat(50)), {
      minLength: 6,
      selector: ([period]) => period,
    })
    .map((figures) =>
      tellBook(
        LINES,
        figures.map(([period, value]) => ["x", period, String(value)]),
        SOURCES,
      ),
    );
  const book = fc.oneof(mixed, dense);
  const spanEnd = (period: string): number => spanOf(period).start + spanOf(period).length;
  const everything = (of: Book): unknown =>
    (["actual", "target"] as const).map((basis) => {
      const figures = figuresOf(of, { ...NOW, basis });
      return Object.keys(LINES).map((line) => PERIODS.map((period) => figures.cell(line, spanOf(period))));
    });

  test("however they are shuffled every cell is the same: its value, its route, its marks, its facts", () =>
    fc.assert(
      fc.property(
        book.chain((told) =>
          fc.tuple(
            fc.constant(told),
            fc.shuffledSubarray([...told.facts], { minLength: told.facts.length, maxLength: told.facts.length }),
          ),
        ),
        ([told, facts]) => {
          expect(everything({ ...told, facts })).toEqual(everything(told));
        },
      ),
    ));

  test("an edit and its inverse leave every cell as it was", () =>
    fc.assert(
      fc.property(book, fc.nat(), fc.constantFrom(0, -40, 40), (told, pick, by) => {
        const before = everything(told);
        const put = (facts: Book["facts"], from: Fact, to: Fact): Book["facts"] =>
          facts.map((fact) => (fact === from ? to : fact));
        const fact = told.facts[pick % Math.max(told.facts.length, 1)];
        if (fact === undefined) return;
        const edited: Fact = {
          ...fact,
          span: { ...fact.span, start: fact.span.start + by },
          stated: { mantissa: 99, decimals: 0 },
        };
        const after = put(told.facts, fact, edited);
        everything({ ...told, facts: after });
        expect(everything({ ...told, facts: put(after, edited, fact) })).toEqual(before);
      }),
    ));
});
