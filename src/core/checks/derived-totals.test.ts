/** Totals that nobody prints: what their own spans come to is held against what their formula does. */
import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { checkBook } from "#core/checks/check-book.ts";
import { MARCH, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { formatPeriod } from "#core/period-labels.ts";

/** Every check in a line: `routes t 2Q05 outside: 90 beside 40, 1H05 - 1Q05; a + b`. */
const said = (book: Book): string[] =>
  checkBook(book, { company: "acme", scope: "consolidated", asOf: null }).map(
    ({ kind, expression, span, verdict, stated, computed, against }) =>
      `${kind} ${expression} ${formatPeriod(span, MARCH)} ${verdict}: ${stated} beside ${computed}, ${against}`,
  );

type Facts = Parameters<typeof tellBook>[1];

const lines = { t: { formula: "a + b" }, a: {}, b: {} } as const;
const total: Facts = [
  ["t", "1Q05", "10"],
  ["t", "1H05", "100"],
];
const parts = (period: string, a: string, b: string): Facts => [
  ["a", period, a],
  ["b", period, b],
];

describe("a total that its own spans derive, beside its printed members", () => {
  test.each([
    ["20", "20", "outside: 90 beside 40"],
    ["50", "42", "within: 90 beside 92"],
    ["50", "40", "exact: 90 beside 90"],
    ["50", "42.1", "outside: 90 beside 92.1"],
  ])("%s and %s: %s", (a, b, verdict) =>
    expect(said(tellBook(lines, [...total, ...parts("2Q05", a, b)]))).toEqual([
      `routes t 2Q05 ${verdict}, 1H05 - 1Q05; a + b`,
    ]),
  );
  test("names the source that its longest span is of", () => {
    const book = tellBook(
      lines,
      [["t", "1Q05", "10"], ["t", "1H05", "100", { source: "half" }], ...parts("2Q05", "20", "20")],
      { quarter: "2005-08-11", half: "2005-11-10" },
    );
    const [check] = checkBook(book, { company: "acme", scope: "consolidated", asOf: null });
    expect(check).toMatchObject({ source: "half", low: 39, high: 41, decimals: 0 });
  });
  test("a member that is itself derived, or worked out, is one too", () => {
    const members = { ...lines, b: { formula: "c + d" }, c: {}, d: {} };
    const told: Facts = [
      ["a", "1Q05", "5"],
      ["a", "1H05", "25"],
      ["c", "2Q05", "10"],
      ["d", "2Q05", "10"],
    ];
    expect(said(tellBook(members, [...total, ...told]))).toEqual([
      "routes t 2Q05 outside: 90 beside 40, 1H05 - 1Q05; a + b",
    ]);
  });
  test("dashes on the way count as nothing, and dashes alone are nothing", () =>
    expect(said(tellBook(lines, [["t", "1Q05", "-"], ["t", "1H05", "-"], ...parts("2Q05", "20", "-")]))).toEqual([
      "routes t 2Q05 outside: 0 beside 20, 1H05 - 1Q05; a + b",
    ]));
  test("whatever the formula is", () =>
    expect(
      said(
        tellBook({ tax: { formula: "income * 40%" }, income: {} }, [
          ["tax", "1Q05", "4"],
          ["tax", "1H05", "10"],
          ["income", "2Q05", "20"],
        ]),
      ),
    ).toEqual(["routes tax 2Q05 outside: 6 beside 8, 1H05 - 1Q05; income * 40%"]));
  test("what is implied proves nothing", () =>
    expect(said(tellBook(lines, [...total, ["a", "2Q05", "20"]]))).toEqual([]));
  test("nor does a path across a break", () => {
    const book = tellBook(lines, [...total, ...parts("2Q05", "20", "20")]);
    const breaks = [{ id: "b", company: "acme", line: "a", boundary: spanOf("2Q05").start, textEn: "", textJa: "" }];
    expect(said({ ...book, breaks })).toEqual([]);
  });
});

describe("one conflict is one finding", () => {
  test("where the members are known on the printed spans too, it is found there", () =>
    expect(said(tellBook(lines, [...total, ...parts("1Q05", "5", "5"), ...parts("2Q05", "20", "20")]))).toEqual([
      "identity t 1Q05 exact: 10 beside 10, a + b",
      "routes t 1H05 outside: 100 beside 50, a + b",
    ]));
  test("where all are derived from the same spans, the sums of these have said it", () =>
    expect(
      said(
        tellBook({ ...lines, x: {} }, [
          ...total,
          ...parts("1Q05", "5", "5"),
          ...parts("1H05", "25", "25"),
          ["x", "2Q05", "1"],
        ]),
      ),
    ).toEqual(["identity t 1Q05 exact: 10 beside 10, a + b", "identity t 1H05 outside: 100 beside 50, a + b"]));
  test("a quarter that conflicts makes no finding of the twelve months around it", () => {
    const later = ["3Q05", "4Q05", "1Q06"].flatMap((period): Facts => [
      ["t", period, "40"],
      ...parts(period, "20", "20"),
    ]);
    const book = tellBook({ x: {}, ...lines }, [
      ...total,
      ...parts("2Q05", "20", "20"),
      ...later,
      ["x", "LTM 1Q06", "1"],
      ["x", "LTM 2Q06", "1"],
    ]);
    expect(said(book).filter((check) => check.includes("outside"))).toEqual([
      "routes t 2Q05 outside: 90 beside 40, 1H05 - 1Q05; a + b",
    ]);
  });
  test("but twelve months of which no quarter is known both ways are held against their members", () =>
    expect(
      said(
        tellBook(lines, [
          ["t", "FY2005", "400"],
          ["t", "1H05", "100"],
          ["t", "1H06", "120"],
          ...parts("LTM 2Q06", "200", "200"),
        ]),
      ),
    ).toEqual(["routes t LTM 2Q06 outside: 420 beside 400, FY2005 + 1H06 - 1H05; a + b"]));
});

describe("figures of one vintage", () => {
  const SOURCES = { may: "2006-05-11", november: "2006-11-02" };
  const may = { source: "may" };
  const november = { source: "november" };
  const told = (...more: Facts): Book =>
    tellBook(
      lines,
      [["t", "1Q05", "10", may], ["t", "1H05", "50", may], ["a", "2Q05", "20", may], ["b", "2Q05", "20", may], ...more],
      SOURCES,
    );
  test("a half restated since leaves the quarter beside what was known before", () =>
    expect(said(told(["t", "1H05", "60", november]))).toEqual([
      "routes t 2Q05 exact: 40 beside 40, 1H05 - 1Q05; a + b",
    ]));
  test("a member restated since is none that the spans of before are held against", () =>
    expect(said(told(["b", "2Q05", "30", november]))).toEqual([
      "routes t 2Q05 exact: 40 beside 40, 1H05 - 1Q05; a + b",
    ]));
  test("all restated are judged together", () =>
    expect(
      said(
        told(
          ["t", "1Q05", "20", november],
          ["t", "1H05", "90", november],
          ["a", "2Q05", "30", november],
          ["b", "2Q05", "30", november],
        ),
      ),
    ).toEqual(["routes t 2Q05 outside: 70 beside 60, 1H05 - 1Q05; a + b"]));
});

describe("a dash says that there is nothing", () => {
  test.each([
    ["-", "3", "5", "outside: 0 beside 8"],
    ["-", "3", "(3)", "exact: 0 beside 0"],
    ["-", "3", "(4)", "within: 0 beside -1"],
    ["-", "0.3", "-", "outside: 0 beside 0.3"],
    ["5", "-", "-", "outside: 5 beside 0"],
  ])("a total of %s and members of %s and %s: %s", (t, a, b, verdict) =>
    expect(said(tellBook(lines, [["t", "2Q06", t], ...parts("2Q06", a, b)]))).toEqual([
      `identity t 2Q06 ${verdict}, a + b`,
    ]),
  );
  test("and is told apart from a nought", () => {
    const book = tellBook(lines, [
      ["t", "2Q06", "-"],
      ...parts("2Q06", "3", "5"),
      ["t", "3Q06", "0"],
      ...parts("3Q06", "3", "5"),
    ]);
    const checks = checkBook(book, { company: "acme", scope: "consolidated", asOf: null });
    expect(checks.map(({ isDash, stated }) => [isDash, stated])).toEqual([
      [true, 0],
      [false, 0],
    ]);
  });
  test("what is worked out with a dash is not known, and says nothing against a total", () =>
    expect(
      said(
        tellBook(
          { hours: {}, fee: {}, a: { formula: "hours * fee" }, b: { formula: "fee * hours" }, t: { formula: "a + b" } },
          [
            ["t", "2Q06", "8"],
            ["hours", "2Q06", "-"],
            ["fee", "2Q06", "2"],
          ],
        ),
      ),
    ).toEqual([]));
  test("dashes beside dashes say nothing", () =>
    expect(said(tellBook(lines, [["t", "2Q06", "-"], ...parts("2Q06", "-", "-")]))).toEqual([]));
  test.each([
    ["-", "3", "5", ["routes x 1H06 outside: 0 beside 8, 1Q06 + 2Q06"]],
    ["8", "-", "-", ["routes x 1H06 outside: 8 beside 0, 1Q06 + 2Q06"]],
    ["0", "-", "-", ["routes x 1H06 exact: 0 beside 0, 1Q06 + 2Q06"]],
    ["-", "-", "-", []],
  ])("a half of %s and quarters of %s and %s", (half, first, second, checks) =>
    expect(
      said(
        tellBook({ x: {} }, [
          ["x", "1H06", half],
          ["x", "1Q06", first],
          ["x", "2Q06", second],
        ]),
      ),
    ).toEqual(checks),
  );
  test("a member that is derived tells against a total's dash, and one that does not exist against a total", () => {
    const told = (t: string, first: string, half: string): string[] =>
      said(
        tellBook(lines, [
          ["t", "2Q06", t],
          ["a", "1Q06", first],
          ["a", "1H06", half],
          ["b", "2Q06", "-"],
        ]),
      );
    expect(told("-", "3", "8")).toEqual(["routes t 2Q06 outside: 0 beside 5, a + b"]);
    expect(told("5", "-", "-")).toEqual(["routes t 2Q06 outside: 5 beside 0, a + b"]);
    expect(told("-", "-", "-")).toEqual([]);
  });
  test("a dash for a percentage is no nought", () =>
    expect(
      said(
        tellBook({ m: { kind: "ratio", unit: "%", formula: "a / b" }, a: {}, b: {} }, [
          ["m", "2Q06", "-"],
          ...parts("2Q06", "3", "5"),
        ]),
      ),
    ).toEqual([]));
});
