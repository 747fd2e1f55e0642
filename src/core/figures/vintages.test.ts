import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { isFigure } from "#core/figures/cell.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { View } from "#core/figures/ledger.ts";

const NOW: View = { company: "acme", scope: "consolidated", basis: "actual", asOf: null };
const SOURCES = { may: "2006-05-11", august: "2006-08-09", november: "2006-11-02", hand: null };
const [may, august, november, hand] = ["may", "august", "november", "hand"].map((source) => ({ source })) as [
  { source: string },
  { source: string },
  { source: string },
  { source: string },
];
const aimedIn = (source: { source: string }) => ({ ...source, basis: "target" }) as const;

/** A cell in one word: its value, its route, and whether it is mixed. */
function said(book: Book, line: string, period: string, view: Partial<View> = {}): string {
  const cell = figuresOf(book, { ...NOW, ...view }).cell(line, spanOf(period));
  return isFigure(cell) ? `${cell.value} ${cell.route}${cell.mixedVintages ? " mixed" : ""}` : cell.gap;
}

describe("a later source that states another value restates the cell", () => {
  const halves = (...first: readonly (readonly ["x", string, string, { source: string; restated?: boolean }])[]) =>
    tellBook({ x: {} }, [...first, ["x", "1H05", "1,600", may]], SOURCES);
  test("with no mark of its own", () =>
    expect(said(halves(["x", "1Q05", "600", may], ["x", "1Q05", "623", november]), "x", "2Q05")).toBe(
      "977 derived mixed",
    ));
  test("with its own mark, though the first figure is not known", () =>
    expect(said(halves(["x", "1Q05", "623", { ...november, restated: true }]), "x", "2Q05")).toBe("977 derived mixed"));
  test("with a dash in the place of a figure", () =>
    expect(said(halves(["x", "1Q05", "600", may], ["x", "1Q05", "-", november]), "x", "2Q05")).toBe(
      "1600 derived mixed",
    ));
  test("not where it repeats it", () =>
    expect(said(halves(["x", "1Q05", "600", may], ["x", "1Q05", "600", november]), "x", "2Q05")).toBe("1000 derived"));
  test("nor where one prints more digits of it", () =>
    expect(said(halves(["x", "1Q05", "600", may], ["x", "1Q05", "600.4", november]), "x", "2Q05")).toBe(
      "999.6 derived",
    ));
  test("nor where one truncates and the other rounds", () => {
    const book = halves(["x", "1Q05", "600", may], ["x", "1Q05", "601", november]);
    const truncating = {
      ...book,
      sources: book.sources.map((source) =>
        source.id === "may" ? { ...source, rounding: "truncated" as const } : source,
      ),
    };
    expect(said(book, "x", "2Q05")).toBe("999 derived mixed");
    expect(said(truncating, "x", "2Q05")).toBe("999 derived");
  });
  test("nor where it is the user's own hand that differs, or that stands beside it", () => {
    expect(said(halves(["x", "1Q05", "600", may], ["x", "1Q05", "623", hand]), "x", "2Q05")).toBe("1000 derived");
    const beside = tellBook(
      { x: {} },
      [
        ["x", "1Q05", "600", may],
        ["x", "1Q05", "623", november],
        ["x", "1H05", "1,600", hand],
      ],
      SOURCES,
    );
    expect(said(beside, "x", "2Q05")).toBe("977 derived");
    const byHand = halves(["x", "1Q05", "600", may], ["x", "1Q05", "623", { ...hand, restated: true }]);
    expect(said(byHand, "x", "2Q05", { prefer: "hand" })).toBe("977 derived");
  });
  test("nor where both are of one day", () =>
    expect(
      said(
        tellBook(
          { x: {} },
          [
            ["x", "1Q05", "600", { source: "a" }],
            ["x", "1Q05", "623", { source: "b" }],
            ["x", "1H05", "1,600", { source: "before" }],
          ],
          { before: "2006-02-09", a: "2006-05-11", b: "2006-05-11" },
        ),
        "x",
        "2Q05",
      ),
    ).toBe("977 derived"));
  test("nor where one is dated by the month alone, and the other on its last day", () => {
    const book = (last: string) =>
      tellBook(
        { x: {} },
        [
          ["x", "FY2005", "100", { source: "day" }],
          ["x", "9M05", "70", { source: "day" }],
          ["x", "9M05", "72", { source: "month" }],
        ],
        { day: last, month: "2006-06" },
      );
    expect(said(book("2006-06-30"), "x", "4Q05")).toBe("28 derived");
    expect(said(book("2006-06-29"), "x", "4Q05")).toBe("28 derived mixed");
  });
  test("on the day it was first made, however often it is repeated", () => {
    const restated = [
      ["x", "1Q05", "600", may],
      ["x", "1Q05", "623", august],
      ["x", "1Q05", "623", { ...november, restated: true }],
    ] as const;
    expect(said(tellBook({ x: {} }, [...restated, ["x", "1H05", "1,600", august]], SOURCES), "x", "2Q05")).toBe(
      "977 derived",
    );
    expect(said(tellBook({ x: {} }, [...restated, ["x", "1H05", "1,600", may]], SOURCES), "x", "2Q05")).toBe(
      "977 derived mixed",
    );
  });
  test("and joins well with what was stated anew on that day or since", () => {
    const book = halves(["x", "1Q05", "600", may], ["x", "1Q05", "623", november], ["x", "1H05", "1,600", november]);
    expect(said(book, "x", "2Q05")).toBe("977 derived");
    expect(said(book, "x", "2Q05", { asOf: "2006-06-01" })).toBe("1000 derived");
  });
});

describe("what rests on figures of before and after a restatement is mixed", () => {
  const restated = [
    ["x", "1Q05", "600", may],
    ["x", "1Q05", "623", november],
  ] as const;
  test("a formula that joins them", () =>
    expect(
      said(
        tellBook({ x: {}, y: {}, z: { formula: "x - y" } }, [...restated, ["y", "1Q05", "400", may]], SOURCES),
        "z",
        "1Q05",
      ),
    ).toBe("223 computed mixed"));
  test("a formula over a formula, the older figure coming last", () =>
    expect(
      said(
        tellBook(
          { x: {}, y: {}, z: {}, inner: { formula: "x - y" }, outer: { formula: "inner - z" } },
          [...restated, ["y", "1Q05", "400", november], ["z", "1Q05", "23", may]],
          SOURCES,
        ),
        "outer",
        "1Q05",
      ),
    ).toBe("200 computed mixed"));
  test("a formula over a derived figure that is mixed", () =>
    expect(
      said(
        tellBook({ x: {}, twice: { formula: "x * 2" } }, [...restated, ["x", "1H05", "1,600", may]], SOURCES),
        "twice",
        "2Q05",
      ),
    ).toBe("1954 computed mixed"));
  test("a comparison over time", () => {
    const grown = { x: {}, grown: { kind: "ratio", unit: "JPY million", formula: "yoy_change(x)" } } as const;
    const told = (source: { source: string }) => tellBook(grown, [...restated, ["x", "1Q06", "700", source]], SOURCES);
    expect(said(told(august), "grown", "1Q06")).toBe("77 computed mixed");
    expect(said(told(november), "grown", "1Q06")).toBe("77 computed");
  });
  test("a member of a sum that a restated total leaves, the others being older", () => {
    const lines = { t: { formula: "x + y + z" }, x: {}, y: {}, z: {} } as const;
    const others = [
      ["x", "1Q05", "600", may],
      ["y", "1Q05", "300", may],
    ] as const;
    const total = [
      ["t", "1Q05", "1,000", may],
      ["t", "1Q05", "1,050", november],
    ] as const;
    expect(said(tellBook(lines, [...others, ...total], SOURCES), "z", "1Q05")).toBe("150 implied mixed");
    expect(said(tellBook(lines, [...others, ...total.slice(0, 1)], SOURCES), "z", "1Q05")).toBe("100 implied");
    const anew = others.map(([line, period, printed]) => [line, period, printed, november] as const);
    expect(said(tellBook(lines, [...others, ...anew, ...total], SOURCES), "z", "1Q05")).toBe("150 implied");
  });
  test("a level that an earlier stated change leads to from one restated since", () => {
    const told = (source: { source: string }) =>
      tellBook(
        { n: { kind: "stock", unit: "contracts" } },
        [
          ["n", "2Q05", "1,000", may],
          ["n", "2Q05", "1,020", source],
        ],
        SOURCES,
        { statements: [claim("qoq_change(n)", "2Q05", 100, 0, "contracts", "august")] },
      );
    expect(said(told(november), "n", "1Q05")).toBe("920 implied mixed");
    expect(said(told(august), "n", "1Q05")).toBe("920 implied");
  });
  test("a year summed from quarters", () => {
    const lines = { t: { formula: "x + y" }, x: {}, y: {} } as const;
    const book = tellBook(
      lines,
      [...restated, ["t", "2Q05", "900", may], ["y", "2Q05", "400", may], ["y", "1Q05", "1", november]],
      SOURCES,
    );
    expect(said(book, "x", "2Q05")).toBe("500 implied");
    expect(said(book, "x", "1H05")).toBe("1123 summed mixed");
  });
  test("a year of quarters alone that are reported", () =>
    expect(said(tellBook({ x: {} }, [...restated, ["x", "2Q05", "400", may]], SOURCES), "x", "1H05")).toBe(
      "1023 derived mixed",
    ));
  test("a sum with a member that no longer exists", () =>
    expect(
      said(
        tellBook(
          { t: { formula: "x + y" }, x: {}, y: {} },
          [
            ["x", "1Q05", "600", may],
            ["y", "1Q05", "5", may],
            ["y", "1Q05", "-", november],
          ],
          SOURCES,
        ),
        "t",
        "1Q05",
      ),
    ).toBe("600 computed mixed"));
});

describe("a longer span that was left as it was while a part of it was restated", () => {
  const lines = { x: {}, change: { formula: "x - prior_year(x)" } } as const;
  const facts = [
    ["x", "FY2005", "100", may],
    ["x", "1H05", "40", may],
    ["x", "1Q05", "20", may],
    ["x", "1Q05", "30", { ...november, restated: true }],
    ["x", "2Q05", "25", { ...november, restated: true }],
  ] as const;
  const book = tellBook(lines, [...facts, ["x", "1H06", "60", november]], SOURCES);
  test("is what was published", () => expect(said(book, "x", "1H05")).toBe("40 reported"));
  test("goes with what is as old", () => expect(said(book, "x", "2H05")).toBe("60 derived"));
  test("is mixed with what was published on that day or since", () => {
    expect(said(book, "x", "LTM 2Q06")).toBe("120 derived mixed");
    expect(said(book, "change", "1H06")).toBe("20 computed mixed");
    const year = tellBook(lines, [...facts.slice(1), ["x", "FY2005", "110", november]], SOURCES);
    expect(said(year, "x", "2H05")).toBe("70 derived mixed");
  });
  test("but not with what was published before that day", () => {
    const earlier = tellBook(lines, [...facts, ["x", "1H06", "60", august]], SOURCES);
    expect(said(earlier, "x", "LTM 2Q06")).toBe("120 derived");
  });
  test("nor where the part is not its own", () => {
    const beside = tellBook(
      lines,
      [...facts.slice(0, 2), ["x", "3Q05", "25", { ...november, restated: true }], ["x", "1H06", "60", november]],
      SOURCES,
    );
    expect(said(beside, "change", "1H06")).toBe("20 computed");
  });
});

describe("every basis stands by itself", () => {
  const lines = { x: {}, reached: { kind: "ratio", unit: "times", formula: "x / target(x)" } } as const;
  test("a restated result is held against an older aim as ever", () =>
    expect(
      said(
        tellBook(
          lines,
          [
            ["x", "1H05", "90", august],
            ["x", "1H05", "100", november],
            ["x", "1H05", "50", aimedIn(may)],
          ],
          SOURCES,
        ),
        "reached",
        "1H05",
      ),
    ).toBe("2 computed"));
  test("but an aim that is mixed makes what is held against it mixed", () =>
    expect(
      said(
        tellBook(
          lines,
          [
            ["x", "2Q05", "100", august],
            ["x", "1Q05", "50", aimedIn(may)],
            ["x", "1Q05", "60", aimedIn(august)],
            ["x", "1H05", "110", aimedIn(may)],
          ],
          SOURCES,
        ),
        "reached",
        "2Q05",
      ),
    ).toBe("2 computed mixed"));
});
