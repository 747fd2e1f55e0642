/** The company's targets and the user's estimates are held against each other as results are. */
import { describe, expect, test } from "vitest";
import type { Basis, Book } from "#core/book.ts";
import { checkBook } from "#core/checks/check-book.ts";
import { MARCH, claim, tellBook } from "#core/figures/book-for-test.ts";
import { formatPeriod } from "#core/period-labels.ts";

/** Every check in a line: `target identity s FY2006 outside: 25 beside 20, a + b`. */
const said = (book: Book): string[] =>
  checkBook(book, { company: "acme", scope: "consolidated", asOf: null }).map(
    ({ basis, kind, expression, span, verdict, stated, computed, against }) =>
      `${basis} ${kind} ${expression} ${formatPeriod(span, MARCH)} ${verdict}: ${stated} beside ${computed}, ${against}`,
  );

const on = (basis: Basis, ...facts: readonly (readonly [line: string, period: string, printed: string])[]) =>
  facts.map(([line, period, printed]) => [line, period, printed, { basis }] as const);

const SUM = { s: { formula: "a + b" }, a: {}, b: {} } as const;
const aims = (s: string) =>
  [
    ["a", "FY2006", "10"],
    ["b", "FY2006", "10"],
    ["s", "FY2006", s],
  ] as const;

describe("targets are exact", () => {
  test.each([
    ["20", "exact"],
    ["21", "outside"],
  ])("10 and 10 aimed at, and %s for their sum: %s", (s, verdict) =>
    expect(said(tellBook(SUM, on("target", ...aims(s))))).toEqual([
      `target identity s FY2006 ${verdict}: ${s} beside 20, a + b`,
    ]),
  );
  test.each([
    ["20", "exact"],
    ["21", "outside"],
  ])("10 for each half and %s for the year: %s", (year, verdict) =>
    expect(
      said(tellBook({ x: {} }, on("target", ["x", "1H06", "10"], ["x", "2H06", "10"], ["x", "FY2006", year]))),
    ).toEqual([`target routes x FY2006 ${verdict}: ${year} beside 20, 1H06 + 2H06`]),
  );
  test("a margin aimed at is held against the amounts aimed at", () =>
    expect(
      said(
        tellBook(
          { m: { kind: "ratio", unit: "%", formula: "a / b" }, a: {}, b: {} },
          on("target", ["m", "FY2006", "5.7%"], ["a", "FY2006", "3,200"], ["b", "FY2006", "56,000"]),
        ),
      ),
    ).toEqual([`target routes m FY2006 exact: 0.057 beside ${3200 / 56_000}, a / b`]));
  test("two sums that leave different targets for one line", () =>
    expect(
      said(
        tellBook(
          { t: { formula: "x + y" }, u: { formula: "y + z" }, x: {}, y: {}, z: {} },
          on("target", ["t", "1H06", "10"], ["x", "1H06", "3"], ["u", "1H06", "18"], ["z", "1H06", "10"]),
        ),
      ),
    ).toEqual(["target routes y 1H06 outside: 7 beside 8, t - x; u - z"]));
});

test("estimates are as fine as they were entered", () => {
  expect(said(tellBook(SUM, on("estimate", ...aims("21"))))).toEqual([
    "estimate identity s FY2006 within: 21 beside 20, a + b",
  ]);
  expect(said(tellBook(SUM, on("estimate", ...aims("25"))))).toEqual([
    "estimate identity s FY2006 outside: 25 beside 20, a + b",
  ]);
});

test("no basis is held against another", () => {
  const [a, b, s] = aims("25");
  expect(said(tellBook(SUM, [...on("target", s), ...on("estimate", a), ...on("actual", b)]))).toEqual([]);
});

test("results come before targets, and claims speak of results", () => {
  const book = tellBook(SUM, [...on("actual", ...aims("20")), ...on("target", ...aims("20"))], undefined, {
    statements: [claim("a / b - 1", "FY2006", 0)],
  });
  expect(said(book).map((check) => check.split(" ").slice(0, 2).join(" "))).toEqual([
    "actual stated",
    "actual identity",
    "target identity",
  ]);
});

describe("targets of one vintage", () => {
  const SOURCES = { may: "2006-05-11", november: "2006-11-02" };
  const revised = (line: string, printed: string) =>
    [line, "FY2006", printed, { basis: "target", source: "november" }] as const;
  test("a sum revised alone says nothing of what was aimed at before", () =>
    expect(said(tellBook(SUM, [...on("target", ...aims("20")), revised("s", "25")], SOURCES))).toEqual([]));
  test("but one that was never tied is outside for its own source", () =>
    expect(said(tellBook(SUM, [...on("target", ...aims("25")), revised("a", "11")], SOURCES))).toEqual([
      "target identity s FY2006 outside: 25 beside 20, a + b",
    ]));
  test("and all revised together are judged together", () =>
    expect(
      said(
        tellBook(
          SUM,
          [...on("target", ...aims("20")), revised("s", "25"), revised("a", "11"), revised("b", "13")],
          SOURCES,
        ),
      ),
    ).toEqual(["target identity s FY2006 outside: 25 beside 24, a + b"]));
});
