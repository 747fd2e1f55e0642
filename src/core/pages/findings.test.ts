import { describe, expect, test } from "vitest";
import type { Book, Line } from "#core/book.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { balancePage } from "./balance-page.ts";
import type { PageAsk } from "./page-cell.ts";
import { linesOf } from "./page-lines.ts";
import { periodPage } from "./period-page.ts";
import { segmentsOf } from "./segments.ts";
import { servicesPage } from "./services-page.ts";
import { targetsPage } from "./targets-page.ts";

const ask = (label: string): PageAsk => ({
  company: "acme",
  scope: "consolidated",
  span: spanOf(label),
  asOf: null,
});

/** The same book with other words on its lines. */
const named = (book: Book, names: Readonly<Record<string, Partial<Line>>>): Book => ({
  ...book,
  lines: book.lines.map((line) => ({ ...line, ...names[line.id] })),
});

describe("what is printed", () => {
  test("of one figure by two sources, the later one's counts", () => {
    const book = tellBook(
      { sales: {} },
      [
        ["sales", "2Q05", "100"],
        ["sales", "2Q06", "117"],
      ],
      { report: "2006-11-02", correction: "2006-11-09" },
      {
        statements: [
          claim("yoy(sales)", "2Q06", 16.8, 1),
          claim("yoy(sales)", "2Q06", 17.4, 1, "%", "correction"),
          claim("yoy(sales)", "2Q06", 17.2, 1),
        ],
      },
    );
    expect(periodPage(book, ask("2Q06")).rows[0]?.yoy.printed).toEqual({ mantissa: 174, decimals: 1 });
  });

  test("of a balance's change is the same on every span that ends there", () => {
    const book = tellBook(
      { cash: { kind: "stock" } },
      [
        ["cash", "4Q05", "100"],
        ["cash", "2Q06", "110"],
      ],
      undefined,
      { statements: [claim("ytd_change(cash)", "2Q06", 11, 0, "JPY million")] },
    );
    for (const label of ["2Q06", "1H06"])
      expect(balancePage(book, ask(label)).stocks[0]?.change).toMatchObject({ value: 11, verdict: "within" });
  });

  test("of a level that is printed nowhere stands, until a later source prints another", () => {
    const told = (...later: Parameters<typeof tellBook>[1]): Book =>
      tellBook(
        { contracts: { kind: "stock", unit: "contracts" } },
        [["contracts", "2Q06", "16112"], ...later],
        { report: "2006-11-02", correction: "2007-02-01" },
        { statements: [claim("yoy_change(contracts)", "2Q06", 3410, 0, "contracts")] },
      );
    const change = (book: Book) => servicesPage(book, ask("2Q06")).others[0]?.yoyChange;
    expect(change(told())).toMatchObject({ value: 3410, verdict: "not-computable", route: "reported" });
    expect(change(told(["contracts", "2Q05", "12000", { source: "correction" }]))).toMatchObject({
      value: 4112,
      verdict: null,
      route: "computed",
    });
  });

  test("is flagged by the gravest of its findings", () => {
    const book = tellBook({ sales: { formula: "goods + services" }, goods: {}, services: {} }, [
      ["sales", "1Q06", "50"],
      ["sales", "2Q06", "50"],
      ["sales", "1H06", "120"],
      ["goods", "1H06", "100"],
      ["services", "1H06", "20"],
    ]);
    const [sales] = periodPage(book, ask("1H06")).rows;
    expect(sales?.amount).toMatchObject({ value: 120, route: "reported", verdict: "outside", flagged: true });
  });
});

describe("against a target", () => {
  test("a loss has no percentage", () => {
    const book = tellBook({ operating_income: {} }, [
      ["operating_income", "1H06", "-5"],
      ["operating_income", "1H06", "100", { basis: "target" }],
    ]);
    const [row] = periodPage(book, ask("1H06")).rows;
    expect(row?.targets?.againstLatest).toMatchObject({ value: null, gap: { gap: "not-meaningful" } });
  });

  test("the rest of a year after one of a loss has no growth, but its word", () => {
    const book = tellBook({ operating_income: {} }, [
      ["operating_income", "1H05", "20"],
      ["operating_income", "FY2005", "-10"],
      ["operating_income", "1H06", "30"],
      ["operating_income", "FY2006", "100", { basis: "target" }],
    ]);
    const progress = targetsPage(book, ask("1H06")).blocks[0]?.rows[0]?.progress;
    expect([progress?.remainder?.amount.value, progress?.remainder?.prior.value]).toEqual([70, -30]);
    expect(progress?.remainder?.growth.gap).toEqual({ gap: "not-meaningful", growth: "turned-to-profit" });
    expect(progress?.priorProgress).toMatchObject({ value: null, gap: { gap: "not-meaningful" } });
  });

  test("what somebody typed undated is no first target", () => {
    const book = tellBook(
      { sales: {} },
      [
        ["sales", "FY2006", "90", { basis: "target", source: "hand" }],
        ["sales", "FY2006", "100", { basis: "target", source: "first" }],
      ],
      { hand: null, first: "2006-05-01" },
    );
    const [row] = targetsPage(book, ask("1H06")).blocks[0]?.rows ?? [];
    expect(row?.vintages.map(({ source }) => source.id)).toEqual(["first", "hand"]);
    expect([row?.initial.value, row?.latest.value]).toEqual([100, 100]);
  });

  test("a revision of exactly a tenth passes, though a tenth of three is a hair more in doubles", () => {
    const book = tellBook(
      { sales: {} },
      [
        ["sales", "FY2006", "3.0", { basis: "target", source: "first" }],
        ["sales", "FY2006", "3.3", { basis: "target", source: "second" }],
      ],
      { first: "2006-05-01", second: "2006-11-01" },
    );
    expect(targetsPage(book, ask("1H06")).blocks[0]?.rows[0]?.revision).toMatchObject({ threshold: 0.1, passes: true });
  });
});

describe("segments", () => {
  const book = named(
    tellBook(
      {
        sales: { formula: "cloud + devices" },
        cloud: { parent: "sales", formula: "hosting + support" },
        hosting: { parent: "cloud" },
        support: { parent: "cloud" },
        devices: { parent: "sales" },
        recurring: { formula: "hosting + support" },
        across: { formula: "hosting + devices" },
        billings: { formula: "hosting + devices + deposits" },
        deposits: {},
        margin_a: { kind: "ratio", unit: "%" },
        cloud_margin: { kind: "ratio", unit: "%" },
        sales_per_head: { kind: "ratio", formula: "sales / staff" },
        staff: { kind: "stock", unit: "people" },
        seats: { kind: "stock", unit: "seats" },
      },
      [],
    ),
    {
      devices: { labelEn: "Devices", labelJa: "機器" },
      margin_a: { labelEn: "Gross margin: devices" },
      seats: { labelJa: "機器の台数" },
      staff: { section: "people" },
    },
  );

  test("have the percentages and counts that carry their names", () => {
    const people = { id: "people", labelEn: "People", labelJa: "人員", position: 1 };
    const { segments, counts } = segmentsOf({ ...book, sections: [...book.sections, people] }, "acme");
    expect(segments.map(({ line, ratios, counts: own }) => [line.id, ratios.concat(own).map(({ id }) => id)])).toEqual([
      ["cloud", ["cloud_margin"]],
      ["devices", ["margin_a", "seats"]],
    ]);
    expect(counts.map(({ id }) => id)).toEqual(["staff"]);
  });

  test("are cut across by sums over several of them, not over one alone, nor over what is no revenue", () => {
    expect(segmentsOf(book, "acme").crossCuts.map(({ line }) => line.id)).toEqual(["across"]);
  });
});

test("a share rests on what was put together, and is none of another currency", () => {
  const book = tellBook(
    {
      sales: {},
      profit: {},
      abroad: { unit: "USD million" },
      margin: { kind: "ratio", unit: "%", formula: "profit / sales" },
    },
    [
      ["sales", "1Q06", "100"],
      ["profit", "1Q06", "10"],
      ["abroad", "1Q06", "1"],
    ],
  );
  const chosen = ["profit", "abroad"].map((line, position) => ({
    company: "acme",
    page: "period" as const,
    line,
    position,
  }));
  const { rows } = periodPage({ ...book, pageLines: chosen }, ask("1Q06"));
  expect(rows[0]?.share).toMatchObject({ value: 0.1, route: "computed", weakest: "computed" });
  expect(rows[1]?.share).toBeNull();
});

test("what is left to minorities is not net income", () => {
  const book = named(tellBook({ sales: {}, minorities: {}, net: {} }, []), {
    minorities: { labelJa: "少数株主に帰属する当期純利益" },
    net: { labelJa: "当期純利益" },
  });
  expect(linesOf(book, "acme").role("net")?.id).toBe("net");
});
