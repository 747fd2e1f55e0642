import { describe, expect, test } from "vitest";
import type { Book, Company, Fact, Line } from "#core/book.ts";
import { EMPTY_BOOK, homeOf } from "#core/book.ts";
import { parseAmount } from "#core/parse-amount.ts";
import { formatPeriod, parsePeriod } from "#core/period-labels.ts";
import type { Span } from "#core/timeline.ts";
import { comparableLines, counterpartsOf, usualLines } from "./compare-lines.ts";
import { comparisonOf, hasMeasure, measured, orderOf, type CompareAsk } from "./compare-page.ts";

const company = (id: string, more: Partial<Company> = {}): Company => ({
  id,
  nameEn: id,
  nameJa: "",
  yearEndMonth: 3,
  fyNamedBy: "start",
  currency: "JPY",
  scale: "million",
  position: 0,
  ...more,
});
const MARCH = company("march");
const DECEMBER = company("december", { yearEndMonth: 12, fyNamedBy: "end", scale: "thousand", position: 1 });
const DOLLAR = company("dollar", { currency: "USD", position: 2 });

const line = (id: string, unit: string, more: Partial<Line> = {}): Line => ({
  id,
  labelEn: id,
  labelJa: "",
  section: "income",
  parent: null,
  unit,
  kind: "flow",
  formula: null,
  note: "",
  position: 0,
  ...more,
});
const LINES = [
  line("revenue", "JPY million", { labelEn: "Total revenues" }),
  line("operating_income", "JPY million"),
  line("margin", "%", { kind: "ratio", formula: "operating_income / revenue" }),
  line("staff", "people", { kind: "stock" }),
  line("revenue_jpy_thousand", "JPY thousand"),
  line("operating_income_jpy_thousand", "JPY thousand"),
  line("margin_jpy_thousand", "%", {
    kind: "ratio",
    formula: "operating_income_jpy_thousand / revenue_jpy_thousand",
  }),
  line("net_sales", "USD million", { labelEn: "total revenues" }),
  line("operating_income_usd_million", "USD million"),
  line("other", "USD million", { labelEn: "staff" }),
].map((each, position) => ({ ...each, position }));

const USES: Readonly<Record<string, readonly string[]>> = {
  march: ["revenue", "operating_income", "margin", "staff"],
  december: ["revenue_jpy_thousand", "operating_income_jpy_thousand", "margin_jpy_thousand"],
  dollar: ["net_sales", "operating_income_usd_million", "other"],
};

function bookOf(facts: readonly (readonly [of: Company, line: string, period: string, printed: string])[]): Book {
  const companies = [MARCH, DECEMBER, DOLLAR];
  return {
    ...EMPTY_BOOK,
    sections: [{ id: "income", labelEn: "Income", labelJa: "", position: 0 }],
    lines: LINES,
    companies,
    companyLines: companies.flatMap(({ id }) =>
      (USES[id] ?? []).map((of, position) => ({ company: id, line: of, position, labelEn: null, labelJa: null })),
    ),
    sources: companies.map(({ id }) => ({
      id: `of-${id}`,
      company: id,
      title: id,
      kind: "report",
      published: "2007-05-01",
      rounding: "nearest",
    })),
    facts: facts.map(([of, id, period, printed]): Fact => {
      const known = LINES.find((each) => each.id === id);
      const parsed = parseAmount(printed, known?.unit ?? "");
      if (known === undefined || !("stated" in parsed)) throw new RangeError(printed);
      return {
        company: of.id,
        scope: "consolidated",
        basis: "actual",
        line: id,
        span: homeOf(known, spanIn(period, of)),
        source: `of-${of.id}`,
        stated: parsed.stated,
        restated: false,
        page: "",
        asPrinted: printed,
      };
    }),
  };
}

function spanIn(label: string, of: Company): Span {
  const period = parsePeriod(label, of);
  if ("problem" in period) throw new RangeError(label);
  return period.span;
}

const BOOK = bookOf([
  [MARCH, "revenue", "2Q05", "11,929"],
  [MARCH, "revenue", "2Q06", "14,007"],
  [MARCH, "operating_income", "2Q06", "811"],
  [MARCH, "staff", "2Q06", "1,200"],
  [DECEMBER, "revenue_jpy_thousand", "2Q06", "2,000,000"],
  [DECEMBER, "revenue_jpy_thousand", "3Q05", "2,000,000"],
  [DECEMBER, "revenue_jpy_thousand", "3Q06", "2,500,400"],
  [DECEMBER, "operating_income_jpy_thousand", "3Q06", "250,040"],
  [DOLLAR, "net_sales", "2Q06", "100"],
  [DOLLAR, "operating_income_usd_million", "2Q06", "20"],
]);

const ASK: CompareAsk = {
  companies: ["march", "december"],
  scope: "consolidated",
  asOf: null,
  alignment: "calendar",
  by: MARCH,
};
const Q2 = spanIn("2Q06", MARCH);

describe("a March and a December company", () => {
  test("by the calendar, July to September of both, in millions", () => {
    const row = comparisonOf(BOOK, ASK).row("revenue", Q2);
    expect(row.unit).toBe("JPY million");
    expect(row.rescaled).toEqual(["JPY thousand"]);
    const [march, december] = row.cells;
    expect(march?.scaled?.value).toBe(14_007);
    expect(formatPeriod(december?.span ?? Q2, DECEMBER)).toBe("3Q06");
    expect(december?.scaled).toMatchObject({ value: 2500.4, unit: "JPY million", route: "reported" });
    // What is explained is the figure as it is stated.
    expect(december?.value).toMatchObject({ value: 2_500_400, unit: "JPY thousand", decimals: 0 });
    // 2,500,400 / 2,000,000 − 1, and 14,007 / 11,929 − 1.
    expect(december?.yoy?.value).toBeCloseTo(0.2502, 10);
    expect(march?.yoy?.value).toBeCloseTo(2078 / 11_929, 10);
  });

  test("by the fiscal quarter, 2Q06 of each, which end three months apart", () => {
    const comparison = comparisonOf(BOOK, { ...ASK, alignment: "fiscal" });
    const columns = comparison.columns(Q2);
    expect(columns.map((each) => formatPeriod(each.span, each.company))).toEqual(["2Q06", "2Q06"]);
    expect(comparison.monthsApart(Q2)).toBe(3);
    expect(comparisonOf(BOOK, ASK).monthsApart(Q2)).toBe(0);
    expect(comparison.row("revenue", Q2).cells[1]?.scaled?.value).toBe(2000);
  });

  test("shares and ratios of amounts in other units are held against each other as they are", () => {
    const comparison = comparisonOf(BOOK, ASK);
    const shares = comparison.row("operating_income", Q2).cells.map(({ share }) => share?.value);
    expect(shares[0]).toBeCloseTo(811 / 14_007, 12);
    expect(shares[1]).toBeCloseTo(0.1, 12);
    const margins = comparison.row("margin", Q2);
    expect(margins.unit).toBe("%");
    expect(margins.cells.map(({ scaled }) => scaled?.route)).toEqual(["computed", "computed"]);
    expect(margins.cells[1]?.scaled?.value).toBeCloseTo(0.1, 12);
  });

  test("total revenues are the whole of themselves: there is nothing to compare in that", () => {
    const comparison = comparisonOf(BOOK, ASK);
    expect(comparison.row("revenue", Q2).cells[0]?.share?.value).toBe(1);
    expect(hasMeasure(comparison.row("revenue", Q2), "share")).toBe(false);
    expect(hasMeasure(comparison.row("operating_income", Q2), "share")).toBe(true);
  });

  test("a company without the line has no cells; one with it and without a figure says why", () => {
    const comparison = comparisonOf(BOOK, ASK);
    expect(comparison.row("staff", Q2).cells[1]).toMatchObject({ line: null, value: null, scaled: null, yoy: null });
    const { cells } = comparison.row("operating_income", spanIn("1Q06", MARCH));
    expect(cells.map(({ scaled }) => scaled?.gap?.gap)).toEqual(["not-entered", "not-entered"]);
  });
});

describe("mixed currencies", () => {
  const comparison = comparisonOf(BOOK, { ...ASK, companies: ["march", "december", "dollar"], alignment: "fiscal" });

  test("refuse amounts and name themselves", () => {
    const row = comparison.row("revenue", Q2);
    expect(row.unit).toBeNull();
    expect(row.currencies).toEqual(["JPY", "USD"]);
    expect(row.cells.map(({ scaled }) => scaled)).toEqual([null, null, null]);
    expect(hasMeasure(row, "value")).toBe(false);
  });

  test("leave shares and growth to be compared", () => {
    const row = comparison.row("operating_income", Q2);
    expect(row.cells.map((cells) => measured(cells, "share")?.value)).toEqual([811 / 14_007, null, 0.2]);
    expect(hasMeasure(row, "yoy")).toBe(true);
  });

  test("do not matter where only one company has the line", () => {
    const row = comparison.row("other", Q2);
    expect(row).toMatchObject({ unit: "USD million", currencies: ["USD"] });
  });
});

describe("which line stands beside which", () => {
  const lineOf = (id: string): Line => LINES.find((each) => each.id === id) ?? LINES[0]!;
  const found = (of: Company, id: string): string | null => counterpartsOf(BOOK, of.id)(lineOf(id))?.id ?? null;

  test.each([
    ["its own", MARCH, "revenue", "revenue"],
    ["the same in another unit", DECEMBER, "revenue", "revenue_jpy_thousand"],
    ["and back", MARCH, "operating_income_jpy_thousand", "operating_income"],
    ["a ratio of such lines", DECEMBER, "margin", "margin_jpy_thousand"],
    ["from one such unit to the next", DOLLAR, "operating_income_jpy_thousand", "operating_income_usd_million"],
    ["one that is called the same", DOLLAR, "revenue", "net_sales"],
    ["none that counts something else", DOLLAR, "staff", null],
    ["none", DECEMBER, "staff", null],
  ] as const)("%s", (_, of, id, expected) => {
    expect(found(of, id)).toBe(expected);
  });

  test("its own, though it has the same in another unit too", () => {
    const also = line("revenue_usd_million", "USD million", { position: 20 });
    const uses = ["revenue", also.id].map((of, position) => ({
      company: "dollar",
      line: of,
      position: 9 + position,
      labelEn: null,
      labelJa: null,
    }));
    const book = { ...BOOK, lines: [...LINES, also], companyLines: [...BOOK.companyLines, ...uses] };
    expect(counterpartsOf(book, "dollar")(lineOf("revenue"))?.id).toBe("revenue");
  });

  test.each([
    ["another kind", line("debt", "USD million", { kind: "stock" })],
    ["another count", line("debt", "contracts")],
  ])("none of %s, though it is called the same", (_, asked) => {
    const named = line("net_debt", "USD million", { labelEn: "debt", position: 20 });
    const use = { company: "dollar", line: named.id, position: 9, labelEn: null, labelJa: null };
    const book = { ...BOOK, lines: [...LINES, named, asked], companyLines: [...BOOK.companyLines, use] };
    expect(counterpartsOf(book, "dollar")(asked)).toBeNull();
    expect(counterpartsOf(book, "dollar")({ ...asked, kind: "flow", unit: "JPY million" })?.id).toBe("net_debt");
  });

  test("of two that are called the same, none", () => {
    const twin = line("turnover", "USD million", { labelEn: "Total revenues", position: 20 });
    const use = { company: "dollar", line: "turnover", position: 9, labelEn: null, labelJa: null };
    const book = { ...BOOK, lines: [...LINES, twin], companyLines: [...BOOK.companyLines, use] };
    expect(counterpartsOf(book, "dollar")(lineOf("revenue"))).toBeNull();
  });

  test("every line can be chosen once, whichever company has it", () => {
    const ids = comparableLines(BOOK, ["march", "december", "dollar"]).map(({ id }) => id);
    expect(ids).toEqual(["revenue", "operating_income", "margin", "staff", "other"]);
  });

  test("first come total revenues and the results", () => {
    expect(usualLines(BOOK, ["march", "december"])).toEqual(["revenue", "operating_income"]);
    expect(usualLines(BOOK, [])).toEqual([]);
  });
});

test("values are put in order with what is missing last, and equals as they stood", () => {
  const values = [3, null, 5, 3, null, -1];
  expect(orderOf(values, "descending")).toEqual([2, 0, 3, 5, 1, 4]);
  expect(orderOf(values, "ascending")).toEqual([5, 0, 3, 2, 1, 4]);
});

test("a company that the book does not have is a wrong call", () => {
  expect(() => comparisonOf(BOOK, { ...ASK, companies: ["nobody"] })).toThrow(RangeError);
  expect(() => comparisonOf(BOOK, ASK).row("nothing", Q2)).toThrow(RangeError);
});
