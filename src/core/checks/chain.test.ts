import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { checkBook } from "#core/checks/check-book.ts";
import { MARCH, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { formatPeriod } from "#core/period-labels.ts";

/** Every check that does not hold: `FY2005: 14010 beside 13920, 1Q05 + 2Q05 + 3Q05 + 4Q05`. */
const outside = (book: Book): string[] =>
  checkBook(book, { company: "acme", scope: "consolidated", asOf: null })
    .filter(({ verdict }) => verdict === "outside")
    .map(
      ({ span, stated, computed, against }) => `${formatPeriod(span, MARCH)}: ${stated} beside ${computed}, ${against}`,
    );

const told = (
  figures: Readonly<Record<string, string>>,
  more: Parameters<typeof tellBook>[1] = [],
  sources?: Parameters<typeof tellBook>[2],
): Book =>
  tellBook({ x: {} }, [...Object.entries(figures).map(([span, as]) => ["x", span, as] as const), ...more], sources);

const QUARTERS = { "1Q05": "3,480", "2Q05": "3,480", "3Q05": "3,480", "4Q05": "3,480" };
const OF_QUARTERS = "1Q05 + 2Q05 + 3Q05 + 4Q05";

describe("a year is held against whatever leaves it the least room", () => {
  test("fine quarters tell what coarse halves hide", () =>
    expect(outside(told({ ...QUARTERS, FY2005: "14,010", "1H05": "70億円", "2H05": "70億円" }))).toEqual([
      `FY2005: 14010 beside 13920, ${OF_QUARTERS}`,
    ]));
  test("and nothing is added where they agree with it", () => {
    const book = told({ ...QUARTERS, FY2005: "13,921", "1H05": "70億円", "2H05": "70億円" });
    const checks = checkBook(book, { company: "acme", scope: "consolidated", asOf: null });
    expect(checks.map(({ verdict, against }) => `${verdict} ${against}`)).toEqual([
      "exact 1Q05 + 2Q05",
      "exact 3Q05 + 4Q05",
      "within 1H05 + 2H05",
    ]);
  });
  test.each([
    [{ "1Q05": "26", "2Q05": "26", "1H05": "51", "3Q05": "25", "4Q05": "26", "2H05": "50" }, 103],
    [{ "1Q05": "24", "2Q05": "24", "1H05": "49", "3Q05": "25", "4Q05": "24", "2H05": "50" }, 97],
  ])("so do quarters of which each half still allows its own two: %o", (parts, sum) =>
    expect(outside(told({ ...parts, FY2005: "100" }))).toEqual([`FY2005: 100 beside ${sum}, ${OF_QUARTERS}`]),
  );
  test("from below as from above", () =>
    expect(outside(told({ ...QUARTERS, FY2005: "13,905", "1H05": "70億円", "2H05": "70億円" }))).toEqual([
      `FY2005: 13905 beside 13920, ${OF_QUARTERS}`,
    ]));
  test("over spans that reach past its ends", () =>
    expect(
      outside(
        told({
          FY2005: "14,010",
          "1H05": "70億円",
          "1Q05": "3,480",
          "2Q05": "3,480",
          "1H06": "7,000",
          "LTM 2Q06": "14,005",
        }),
      ),
    ).toEqual(["LTM 2Q06: 14005 beside 14050, FY2005 + 1H06 - 2Q05 - 1Q05"]));
});

describe("one conflict is one finding", () => {
  test("a misprinted quarter is told at its half, not again at the nine months and the year", () =>
    expect(
      outside(
        told({ ...QUARTERS, "1Q05": "3,840", "1H05": "6,960", "9M05": "10,440", FY2005: "13,920", "2H05": "6,960" }),
      ),
    ).toEqual(["1H05: 6960 beside 7320, 1Q05 + 2Q05"]));
  test("what is told at a year is not told again at the twelve months around it", () =>
    expect(
      outside(
        told({
          ...QUARTERS,
          FY2005: "14,010",
          "1H05": "70億円",
          "2H05": "70億円",
          "1H06": "70億円",
          "1Q06": "3,480",
          "2Q06": "3,480",
          "LTM 2Q06": "13,920",
        }),
      ),
    ).toEqual([`FY2005: 14010 beside 13920, ${OF_QUARTERS}`]));
  test("another, of another year, is another", () => {
    const next = { "1Q06": "3,480", "2Q06": "3,480", "3Q06": "3,480", "4Q06": "3,480" };
    expect(
      outside(
        told({
          ...QUARTERS,
          FY2005: "14,010",
          "1H05": "70億円",
          "2H05": "70億円",
          ...next,
          FY2006: "14,010",
          "1H06": "70億円",
          "2H06": "70億円",
        }),
      ),
    ).toEqual([`FY2005: 14010 beside 13920, ${OF_QUARTERS}`, "FY2006: 14010 beside 13920, 1Q06 + 2Q06 + 3Q06 + 4Q06"]);
  });
});

test("quarters not stated anew say nothing of a restated year that they do not tie to", () => {
  const sources = { may: "2006-05-11", november: "2006-11-02" };
  const coarse = { "1H05": "70億円", "2H05": "70億円" };
  const restated = [["x", "FY2005", "14,010", { source: "november", restated: true }]] as const;
  expect(outside(told({ ...QUARTERS, ...coarse }, restated, sources))).toEqual([]);
});

test("a path over a break says nothing", () => {
  const halves = { FY2005: "13,920", "1H05": "6,960", "2H05": "70億円", "1H06": "70億円" };
  const book = told({ ...halves, "LTM 2Q06": "14,060" });
  expect(outside(book)).toEqual(["LTM 2Q06: 14060 beside 13960, FY2005 + 1H06 - 1H05"]);
  const breaks = [{ id: "b", company: "acme", line: null, boundary: spanOf("2Q05").start, textEn: "", textJa: "" }];
  expect(outside({ ...book, breaks })).toEqual([]);
});
