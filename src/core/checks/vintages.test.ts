import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { checkBook } from "#core/checks/check-book.ts";
import { MARCH, claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { formatPeriod } from "#core/period-labels.ts";

const SOURCES = { may: "2006-05-11", november: "2006-11-02" };
const may = { source: "may" };
const november = { source: "november" };

/** Every check in a line: `identity total 1Q05 exact: 100 = 60 + 40`. */
const said = (book: Book, asOf: string | null = null): string[] =>
  checkBook(book, { company: "acme", scope: "consolidated", asOf }).map(
    ({ kind, expression, span, verdict, stated, computed, against }) =>
      `${kind} ${expression} ${formatPeriod(span, MARCH)} ${verdict}: ${stated} beside ${computed}, ${against}`,
  );

describe("a sum is judged by figures of one vintage", () => {
  const lines = { t: { formula: "a + b" }, a: {}, b: {} } as const;
  const printed = (total: string, a: string, b: string, source = may) =>
    [
      ["t", "1Q05", total, source],
      ["a", "1Q05", a, source],
      ["b", "1Q05", b, source],
    ] as const;
  test("a member restated since leaves the total beside the members its own source knew", () =>
    expect(said(tellBook(lines, [...printed("100", "60", "40"), ["b", "1Q05", "45", november]], SOURCES))).toEqual([
      "identity t 1Q05 exact: 100 beside 100, a + b",
    ]));
  test("a misprint within one source is outside, before a later source and after", () => {
    const book = tellBook(lines, [...printed("100", "60", "45"), ...printed("100", "60", "47", november)], SOURCES);
    expect(said(book)).toEqual(["identity t 1Q05 outside: 100 beside 107, a + b"]);
    expect(said(book, "2006-06-01")).toEqual(["identity t 1Q05 outside: 100 beside 105, a + b"]);
  });
  test("a misprint that a later source has put right is none of what is in force", () => {
    const book = tellBook(lines, [...printed("100", "60", "45"), ["b", "1Q05", "40", november]], SOURCES);
    expect(said(book)).toEqual(["identity t 1Q05 exact: 100 beside 100, a + b"]);
    expect(said(book, "2006-06-01")).toEqual(["identity t 1Q05 outside: 100 beside 105, a + b"]);
  });
  test("and one that it has not put right stays a finding", () =>
    expect(said(tellBook(lines, [...printed("100", "60", "45"), ["b", "1Q05", "47", november]], SOURCES))).toEqual([
      "identity t 1Q05 outside: 100 beside 105, a + b",
    ]));
  test("a restated total beside a member not stated anew: it ties, or says nothing", () => {
    const told = (b: string): Book =>
      tellBook(
        lines,
        [...printed("100", "60", "40"), ["t", "1Q05", "105", november], ["b", "1Q05", b, november]],
        SOURCES,
      );
    expect(said(told("45"))).toEqual(["identity t 1Q05 exact: 105 beside 105, a + b"]);
    expect(said(told("50"))).toEqual([]);
  });
  test("figures that nobody restated are judged together, whoever printed them", () =>
    expect(
      said(
        tellBook(
          lines,
          [
            ["t", "1Q05", "100", november],
            ["a", "1Q05", "60", may],
            ["b", "1Q05", "50", may],
          ],
          SOURCES,
        ),
      ),
    ).toEqual(["identity t 1Q05 outside: 100 beside 110, a + b"]));
});

describe("a chain of spans is judged by figures of one vintage", () => {
  const half = [
    ["x", "1H05", "100", may],
    ["x", "1Q05", "60", may],
    ["x", "2Q05", "40", may],
  ] as const;
  test("a quarter restated since leaves the half beside what its own source knew", () =>
    expect(said(tellBook({ x: {} }, [...half, ["x", "1Q05", "66", november]], SOURCES))).toEqual([
      "routes x 1H05 exact: 100 beside 100, 1Q05 + 2Q05",
    ]));
  test("a half restated since says nothing of quarters not stated anew", () =>
    expect(said(tellBook({ x: {} }, [...half, ["x", "1H05", "110", november]], SOURCES))).toEqual([]));
  test("a misprint that a later source has put right is none", () =>
    expect(
      said(
        tellBook(
          { x: {} },
          [
            ["x", "1H05", "100", may],
            ["x", "1Q05", "66", may],
            ["x", "2Q05", "40", may],
            ["x", "1Q05", "60", november],
          ],
          SOURCES,
        ),
      ),
    ).toEqual(["routes x 1H05 exact: 100 beside 100, 1Q05 + 2Q05"]));
  test.each([
    ["does not tie", "100"],
    ["happens to tie", "130"],
  ])("where a chain over fewer spans is mixed and %s, the source's own is judged", (_how, firstHalf) => {
    const book = tellBook(
      { x: {} },
      [
        ["x", "FY2005", "300", may],
        ["x", "1H05", firstHalf, may],
        ["x", "2H05", "200", may],
        ["x", "FY2005", "330", november],
        ["x", "1Q05", "66", november],
        ["x", "2Q05", "44", november],
        ["x", "3Q05", "110", november],
        ["x", "4Q05", "120", november],
      ],
      SOURCES,
    );
    expect(said(book)).toContain("routes x FY2005 outside: 330 beside 340, 1Q05 + 2Q05 + 3Q05 + 4Q05");
  });
  test("a dash counts as nothing in a chain, and so do dashes alone", () => {
    const told = (first: string, second: string): Book =>
      tellBook({ x: {} }, [
        ["x", "1H05", "100"],
        ["x", "1Q05", first],
        ["x", "2Q05", second],
      ]);
    expect(said(told("-", "90"))).toEqual(["routes x 1H05 outside: 100 beside 90, 1Q05 + 2Q05"]);
    expect(said(told("-", "-"))).toEqual(["routes x 1H05 outside: 100 beside 0, 1Q05 + 2Q05"]);
  });
});

describe("a printed percentage is held against figures of one vintage", () => {
  const lines = { m: { kind: "ratio", unit: "%", formula: "a / b" }, a: {}, b: {} } as const;
  const printed = [
    ["m", "1Q05", "20.0%", may],
    ["a", "1Q05", "20", may],
    ["b", "1Q05", "100", may],
  ] as const;
  test("those its own source knew, where one was restated since", () => {
    expect(said(tellBook(lines, [...printed, ["a", "1Q05", "30", november]], SOURCES))).toEqual([
      "routes m 1Q05 exact: 0.2 beside 0.2, a / b",
    ]);
    const misprinted = [["m", "1Q05", "25.0%", may], ...printed.slice(1)] as const;
    expect(said(tellBook(lines, misprinted, SOURCES))).toEqual(["routes m 1Q05 outside: 0.25 beside 0.2, a / b"]);
  });
});

describe("a claim that rests on figures of before and after a restatement", () => {
  const half = [
    ["x", "1H05", "200", may],
    ["x", "1Q05", "80", may],
    ["x", "1Q05", "60", { ...november, restated: true }],
    ["x", "2Q06", "150", november],
  ] as const;
  const growth = (printed: number, ...more: Parameters<typeof tellBook>[1]) => {
    const statements = [claim("yoy(x)", "2Q06", printed, 1, "%", "november")];
    const book = tellBook({ x: {} }, [...half, ...more], SOURCES, { statements });
    return checkBook(book, { company: "acme", scope: "consolidated", asOf: null })[0];
  };
  test("waits for what was not stated anew, and is not outside", () =>
    expect(growth(25)).toMatchObject({
      verdict: "not-computable",
      computed: null,
      low: null,
      high: null,
      hint: null,
      gap: { gap: "needs", needs: [{ line: "x", span: spanOf("1H05") }] },
    }));
  test("and ties where it does", () => expect(growth(7.1)?.verdict).toBe("exact"));
  test.each([
    ["180", 25, "exact"],
    ["180", 20, "outside"],
    ["200", 25, "outside"],
  ])("once the half is stated anew as %s, %d %% is %s", (anew, printed, verdict) =>
    expect(growth(printed, ["x", "1H05", anew, november])?.verdict).toBe(verdict),
  );
  test("a revised target beside the first one mixes nothing", () => {
    const targets = [
      ["x", "FY2006", "300", { ...may, basis: "target" }],
      ["x", "1H06", "100", { ...may, basis: "target" }],
      ["x", "FY2006", "310", { ...november, basis: "target" }],
      ["x", "1H06", "105", { ...november, basis: "target" }],
    ] as const;
    const revised = (printed: number) =>
      checkBook(
        tellBook({ x: {} }, targets, SOURCES, {
          statements: [claim("target(x) / target(x, initial) - 1", "2H06", printed, 1, "%", "november")],
        }),
        { company: "acme", scope: "consolidated", asOf: null },
      )[0];
    expect(revised(2.5)?.verdict).toBe("exact");
    expect(revised(5)?.verdict).toBe("outside");
  });
});

describe("two sums that leave different figures for one member", () => {
  const lines = { t: { formula: "x + y" }, u: { formula: "y + z" }, x: {}, y: {}, z: {} } as const;
  const told = (t: string, u: string): Book =>
    tellBook(lines, [
      ["t", "1Q06", t],
      ["x", "1Q06", "3"],
      ["u", "1Q06", u],
      ["z", "1Q06", "10"],
    ]);
  test.each([
    ["10", "17", "exact: 7 beside 7"],
    ["10", "19", "within: 7 beside 9"],
    ["10", "20", "outside: 7 beside 10"],
  ])("%s and %s: %s", (t, u, verdict) => expect(said(told(t, u))).toEqual([`routes y 1Q06 ${verdict}, t - x; u - z`]));
  test("the finer one is shown, and stands first", () =>
    expect(said(told("10", "20.0"))).toEqual(["routes y 1Q06 outside: 10 beside 7, u - z; t - x"]));
  test("a sum in which the member is taken away is written the other way round", () =>
    expect(
      said(
        tellBook(
          { gross: { formula: "sales - costs" }, all: { formula: "costs + tax" }, sales: {}, costs: {}, tax: {} },
          [
            ["gross", "1Q06", "4"],
            ["sales", "1Q06", "10"],
            ["all", "1Q06", "9"],
            ["tax", "1Q06", "-"],
          ],
        ),
      ),
    ).toEqual(["routes costs 1Q06 outside: 9 beside 6, all - tax; sales - gross"]));
  test("nothing is said where one of them joins vintages and they do not tie", () =>
    expect(
      said(
        tellBook(
          lines,
          [
            ["t", "1Q06", "10", may],
            ["x", "1Q06", "3", may],
            ["u", "1Q06", "20", may],
            ["u", "1Q06", "30", november],
            ["z", "1Q06", "10", november],
          ],
          SOURCES,
        ),
      ),
    ).toEqual([]));
});
