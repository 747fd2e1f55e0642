import { describe, expect, test } from "vitest";
import type { Book, PageLine } from "#core/book.ts";
import { EMPTY_BOOK } from "#core/book.ts";
import { checkBook } from "#core/checks/check-book.ts";
import { MARCH, claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { balancePage } from "./balance-page.ts";
import { headlinePage } from "./headline-page.ts";
import type { PageAsk, PageCell } from "./page-cell.ts";
import { cellsIn, weakestOf } from "./page-cell.ts";
import { linesOf } from "./page-lines.ts";
import { periodPage } from "./period-page.ts";
import { profitPage } from "./profit-page.ts";
import { servicesPage } from "./services-page.ts";
import { targetsPage } from "./targets-page.ts";

const ask = (label: string, asOf: string | null = null): PageAsk => ({
  company: "acme",
  scope: "consolidated",
  span: spanOf(label),
  asOf,
});

const LINES = {
  sales: {},
  cost_of_sales: {},
  operating_income: { formula: "sales - cost_of_sales" },
  operating_margin: { kind: "ratio", unit: "%", formula: "operating_income / sales" },
  net_income: {},
} as const;

const everyPage = (book: Book, of: PageAsk): Readonly<Record<string, { readonly missing: readonly unknown[] }>> => ({
  period: periodPage(book, of),
  headline: headlinePage(book, of),
  services: servicesPage(book, of),
  balance: balancePage(book, of),
  profit: profitPage(book, of),
  targets: targetsPage(book, of),
});

describe("a page never breaks on what is not there", () => {
  const SPANS = ["1Q06", "2Q06", "1H06", "9M06", "FY2006", "LTM 2Q06"];
  const nobody: Book = {
    ...EMPTY_BOOK,
    companies: [
      { id: "acme", nameEn: "Acme", nameJa: "アクメ", ...MARCH, currency: "JPY", scale: "million", position: 0 },
    ],
  };

  test.each(SPANS)("%s of a company without lines is empty", (label) => {
    for (const page of Object.values(everyPage(nobody, ask(label)))) {
      expect(cellsIn(page)).toEqual([]);
      expect(page.missing).toEqual([]);
    }
  });

  test.each(SPANS)("%s of a company without figures has its lines, all of them missing", (label) => {
    const pages = everyPage(tellBook(LINES, []), ask(label));
    const { rows, missing } = periodPage(tellBook(LINES, []), ask(label));
    expect(rows.map(({ line }) => line.id)).toEqual(["sales", "cost_of_sales", "operating_income", "net_income"]);
    expect(missing.length).toBeGreaterThan(0);
    for (const page of Object.values(pages)) expect(cellsIn(page).every(({ value }) => value === null)).toBe(true);
    expect(headlinePage(tellBook(LINES, []), ask(label)).headlines.map(({ textEn }) => textEn)).toEqual([null, null]);
  });

  test("three figures make a page of three figures", () => {
    const book = tellBook(LINES, [
      ["sales", "1Q06", "100"],
      ["cost_of_sales", "1Q06", "90"],
      ["net_income", "1Q06", "4"],
    ]);
    const { rows, missing } = periodPage(book, ask("1Q06"));
    expect(rows.map(({ line, amount, share }) => [line.id, amount.value, share?.value])).toEqual([
      ["sales", 100, 1],
      ["cost_of_sales", 90, 0.9],
      ["operating_income", 10, 0.1],
      ["net_income", 4, 0.04],
    ]);
    expect(rows[2]?.amount.route).toBe("computed");
    // A year earlier is before the book begins.
    expect(missing.map(({ place, gap }) => [place.line, place.span, gap.gap])).toEqual([
      ["sales", spanOf("1Q05"), "not-entered"],
      ["cost_of_sales", spanOf("1Q05"), "not-entered"],
      ["net_income", spanOf("1Q05"), "not-entered"],
    ]);
    expect(servicesPage(book, ask("1Q06"))).toMatchObject({ segments: [], total: { now: { value: 100 } } });
    expect(headlinePage(book, ask("1Q06")).headlines.map(({ textEn }) => textEn)).toEqual([
      "sales JPY 100 million",
      "operating_income JPY 10 million",
    ]);
  });

  test("a results table leaves out no line on the way to an income, entered or not", () => {
    const tabled = (lines: Parameters<typeof tellBook>[0], facts: Parameters<typeof tellBook>[1]) =>
      periodPage(tellBook(lines, facts), ask("1Q06")).rows.map(({ line }) => line.id);
    const all = ["sales", "cost_of_sales", "operating_income", "ordinary_income", "net_income"];
    const { net_income, ...upToOperating } = LINES;
    const lines = { ...upToOperating, ordinary_income: {}, net_income };
    expect(tabled(lines, [["cost_of_sales", "1Q06", "90"]])).toEqual(all);
    const entered = ["sales", "cost_of_sales", "ordinary_income", "net_income"] as const;
    const facts = entered.map((id) => [id, "1Q06", "9"] as const);
    expect(tabled(lines, facts)).toEqual(all);
    // Whoever keeps the share of every step has said which lines the table has.
    const shares = Object.fromEntries(
      entered.map((id) => [`${id}_share`, { kind: "ratio", unit: "%", formula: `${id} / sales` }] as const),
    );
    const kept = { ...lines, tax: {}, ...shares };
    expect(tabled(kept, [...facts, ["tax", "1Q06", "2"]])).toEqual(all);
    expect(tabled({ ...lines, tax: {} }, [...facts, ["tax", "1Q06", "2"]])).toEqual([...all, "tax"]);
  });

  test("a quarter before the first figure is all gaps", () => {
    const book = tellBook(LINES, [["sales", "1Q06", "100"]]);
    for (const page of Object.values(everyPage(book, ask("3Q02"))))
      expect(cellsIn(page).every(({ value }) => value === null)).toBe(true);
    expect(servicesPage(book, ask("3Q02")).quarters).toEqual([spanOf("3Q02")]);
  });

  test("a company that does not exist, a boundary and five quarters are wrong calls", () => {
    const book = tellBook(LINES, []);
    expect(() => periodPage(book, { ...ask("1Q06"), company: "nobody" })).toThrow(RangeError);
    expect(() => periodPage(book, { ...ask("1Q06"), span: { start: 8024, length: 0 } })).toThrow(RangeError);
    expect(() => periodPage(book, { ...ask("1Q06"), span: { start: 8024, length: 5 } })).toThrow(RangeError);
  });
});

describe("a printed percentage", () => {
  const told = (printed: number, extra: Parameters<typeof tellBook>[1] = []): Book =>
    tellBook(
      LINES,
      [["sales", "2Q05", "100"], ["sales", "2Q06", "117"], ...extra],
      { report: "2006-11-02", restatement: "2007-02-01" },
      { statements: [claim("yoy(sales)", "2Q06", printed, 1)] },
    );
  const growth = (book: Book, of = ask("2Q06")): PageCell | undefined => periodPage(book, of).rows[0]?.yoy;

  test("is shown where it is exact or within", () => {
    expect(growth(told(17))).toMatchObject({ value: 0.17, verdict: "exact", route: "reported", flagged: false });
    expect(growth(told(17.4))).toMatchObject({ value: 0.174, verdict: "within", route: "reported", decimals: 1 });
  });

  test("is recomputed and flagged where it is outside", () => {
    const cell = growth(told(21.5));
    expect(cell).toMatchObject({ verdict: "outside", route: "computed", flagged: true, decimals: 1 });
    expect(cell?.printed).toEqual({ mantissa: 215, decimals: 1 });
    expect(cell?.value).toBeCloseTo(0.17, 9);
  });

  test("says nothing of figures that were restated since; as of its own day it does", () => {
    const book = told(17.4, [["sales", "2Q05", "110", { source: "restatement", restated: true }]]);
    expect(growth(book)).toMatchObject({ route: "computed", printed: null, verdict: null, flagged: false });
    expect(growth(book)?.value).toBeCloseTo(117 / 110 - 1, 9);
    expect(growth(book, ask("2Q06", "2006-12-31"))).toMatchObject({ value: 0.174, verdict: "within" });
  });

  test("of growth from a loss does not undo the words of the turn", () => {
    const book = tellBook(
      LINES,
      [
        ["sales", "2Q06", "10"],
        ["net_income", "2Q05", "-5"],
        ["net_income", "2Q06", "10"],
      ],
      undefined,
      {
        statements: [claim("yoy(net_income)", "2Q06", 300, 1)],
      },
    );
    const net = profitPage(book, ask("2Q06")).profits.find(({ line }) => line.id === "net_income");
    expect(net?.yoy).toMatchObject({ value: null, gap: { gap: "not-meaningful", growth: "turned-to-profit" } });
  });

  test("is judged by what the window has found already, where it has", () => {
    const book = told(21.5);
    const checks = checkBook(book, { company: "acme", scope: "consolidated", asOf: null });
    expect(periodPage(book, ask("2Q06"), checks)).toEqual(periodPage(book, ask("2Q06")));
    expect(periodPage(book, ask("2Q06"), []).rows[0]?.yoy).toMatchObject({ printed: null, flagged: false });
  });

  test("of a line stands in the place of the finer computed one", () => {
    const book = tellBook(LINES, [
      ["sales", "2Q06", "117"],
      ["cost_of_sales", "2Q06", "100"],
      ["operating_margin", "2Q06", "14.6"],
    ]);
    const row = periodPage(book, ask("2Q06")).rows.find(({ line }) => line.id === "operating_income");
    expect(row?.share).toMatchObject({ value: 0.146, verdict: "within", place: { line: "operating_margin" } });
  });
});

describe("sentences", () => {
  const half = (before: string, now: string, target?: string): readonly (string | null)[] => {
    const facts: Parameters<typeof tellBook>[1] = [
      ["net_income", "1H05", before],
      ["net_income", "1H06", now],
      ...(target === undefined ? [] : [["net_income", "1H06", target, { basis: "target" }] as const]),
    ];
    const [headline] = headlinePage(tellBook({ net_income: {} }, facts), ask("1H06")).headlines;
    return [headline?.textEn ?? null, headline?.textJa ?? null];
  };
  test.each([
    [
      "1000",
      "1100",
      "net_income JPY 1,100 million (+10.0% compared to 1H05)",
      "net_income 11.0億円（前年同期比 10.0%増）",
    ],
    ["1000", "900", "net_income JPY 900 million (-10.0% compared to 1H05)", "net_income 9.0億円（前年同期比 10.0%減）"],
    ["1000", "1000", "net_income JPY 1,000 million (level with 1H05)", "net_income 10.0億円（前年同期比 横ばい）"],
    [
      "1000",
      "-200",
      "net_income JPY -200 million (turned to loss from a profit of JPY 1,000 million in 1H05)",
      "net_income -2.0億円（前年同期の利益10.0億円から赤字転落）",
    ],
    [
      "-100",
      "-200",
      "net_income JPY -200 million (loss widened from JPY 100 million in 1H05)",
      "net_income -2.0億円（前年同期の損失1.0億円から赤字拡大）",
    ],
    [
      "-200",
      "-50",
      "net_income JPY -50 million (loss narrowed from JPY 200 million in 1H05)",
      "net_income -50百万円（前年同期の損失2.0億円から赤字縮小）",
    ],
    ["0", "50", "net_income JPY 50 million (from zero in 1H05)", "net_income 50百万円（前年同期はゼロ）"],
  ])("from %s to %s", (before, now, en, ja) => expect(half(before, now)).toEqual([en, ja]));

  test("a result against a target of a loss is told in amounts", () => {
    expect(half("1000", "1100", "-500")).toEqual([
      "net_income JPY 1,100 million (+10.0% compared to 1H05, the target was JPY -500 million)",
      "net_income 11.0億円（前年同期比 10.0%増、会社予想は-5.0億円）",
    ]);
    expect(half("1000", "1100", "1050")[0]).toContain("+4.8% compared to the target");
  });

  test("a loss has its own name, in both languages, and years and quarters their own words", () => {
    const book = tellBook({ net_income: {} }, [
      ["net_income", "FY2005", "-1000"],
      ["net_income", "FY2006", "-2000"],
    ]);
    const named: Book = {
      ...book,
      lines: book.lines.map((line) => ({ ...line, labelEn: "Net income (loss)", labelJa: "当期純利益" })),
    };
    const [headline] = headlinePage(named, ask("FY2006")).headlines;
    expect(headline?.textEn).toBe("Net loss JPY 2,000 million (loss widened from JPY 1,000 million in FY2005)");
    expect(headline?.textJa).toBe("当期純損失 20.0億円（前期の損失10.0億円から赤字拡大）");
  });

  test("across a break nothing is compared", () => {
    const book = tellBook(
      { net_income: {} },
      [
        ["net_income", "1H05", "1000"],
        ["net_income", "1H06", "1100"],
      ],
      undefined,
      {
        breaks: [
          { id: "b", company: "acme", line: null, boundary: spanOf("1Q06").start, textEn: "IFRS", textJa: "IFRS" },
        ],
      },
    );
    const [headline] = headlinePage(book, ask("1H06")).headlines;
    expect(headline?.textEn).toBe("net_income JPY 1,100 million (not comparable with 1H05)");
    expect(headline?.textJa).toBe("net_income 11.0億円（前年同期とは比較不可）");
  });

  test("money that is not yen stays as it is", () => {
    const book = tellBook({ net_income: { unit: "USD million" } }, [["net_income", "1Q06", "1500"]]);
    const [headline] = headlinePage(book, ask("1Q06")).headlines;
    expect([headline?.textEn, headline?.textJa]).toEqual([
      "net_income USD 1,500 million",
      "net_income 1,500百万米ドル",
    ]);
  });
});

describe("targets", () => {
  const told = (...targets: readonly string[]): Book =>
    tellBook(
      LINES,
      targets.map((printed, at) => ["operating_income", "FY2006", printed, { basis: "target", source: `t${at}` }]),
      Object.fromEntries(targets.map((_, at) => [`t${at}`, `2006-0${at + 4}-20`])),
    );
  const revisions = (...targets: readonly string[]): readonly (boolean | null)[] =>
    targetsPage(told(...targets), ask("2Q06")).blocks[0]?.rows[0]?.revisions.map(({ passes }) => passes) ?? [];

  test("pass the disclosure line at exactly three tenths, either way, publication by publication", () => {
    expect(revisions("1000", "1299", "1299", "909")).toEqual([false, false, true]);
    expect(revisions("10", "13")).toEqual([true]);
    expect(revisions("3", "3.9")).toEqual([true]);
    expect(revisions("-100", "-60")).toEqual([true]);
    expect(revisions("0", "1")).toEqual([true]);
    expect(revisions("0", "0")).toEqual([false]);
  });

  test("of a loss have no rate", () => {
    const [row] = targetsPage(told("-100", "50"), ask("2Q06")).blocks[0]?.rows ?? [];
    expect(row?.revision).toMatchObject({ amount: { value: 150 }, rate: { value: null }, passes: true });
    expect(targetsPage(told("-100"), ask("2Q06")).blocks[0]?.rows[0]?.progress?.progress.gap).toEqual({
      gap: "not-meaningful",
    });
  });

  test("the first and the last of three, revised from the second", () => {
    const [row] = targetsPage(told("1000", "1200", "1100"), ask("2Q06")).blocks[0]?.rows ?? [];
    expect([row?.initial.value, row?.latest.value, row?.revision?.amount.value]).toEqual([1000, 1100, -100]);
    expect(row?.vintages).toHaveLength(3);
  });

  test("a year that is over leaves no remainder", () => {
    const [row] = targetsPage(told("1000"), ask("4Q06")).blocks[0]?.rows ?? [];
    expect(row?.progress?.remainder).toBeNull();
    expect(row?.actual).not.toBeNull();
  });
});

test("a company chooses the lines of a page, and their order", () => {
  const row = (page: PageLine["page"], line: string, position: number): PageLine => ({
    company: "acme",
    page,
    line,
    position,
  });
  const book: Book = {
    ...tellBook({ ...LINES, loans: { kind: "stock" }, staff: { kind: "stock", unit: "people" } }, [
      ["sales", "1Q06", "1"],
    ]),
    pageLines: [
      row("period", "net_income", 1),
      row("period", "sales", 2),
      row("services", "staff", 1),
      row("balance", "net_income", 1),
    ],
  };
  expect(periodPage(book, ask("1Q06")).rows.map(({ line }) => line.id)).toEqual(["net_income", "sales"]);
  expect(servicesPage(book, ask("1Q06")).others.map(({ line }) => line.id)).toEqual(["staff"]);
  const { stocks, otherData } = balancePage(book, ask("1Q06"));
  expect([stocks, otherData.map(({ line }) => line.id)]).toEqual([[], ["net_income"]]);
});

test("the parts that lines play are found by their formulas and names", () => {
  const { base, role } = linesOf(
    tellBook(
      {
        uriage: {},
        eigyo: {},
        zeimae: {},
        jun: {},
        hito: { kind: "stock", unit: "people" },
        margin: { kind: "ratio", unit: "%", formula: "eigyo / uriage" },
      },
      [],
    ),
    "acme",
  );
  expect([base?.id, role("revenue")?.id, role("operating")]).toEqual(["uriage", "uriage", null]);
  const labels: Readonly<Record<string, string>> = {
    eigyo: "営業利益",
    zeimae: "税引前当期純利益",
    jun: "親会社株主に帰属する当期純利益",
  };
  const book = tellBook({ uriage: {}, eigyo: {}, zeimae: {}, jun: {} }, []);
  const named = { ...book, lines: book.lines.map((line) => ({ ...line, labelJa: labels[line.id] ?? line.labelJa })) };
  const found = linesOf(named, "acme");
  expect([found.role("operating")?.id, found.role("pretax")?.id, found.role("net")?.id]).toEqual([
    "eigyo",
    "zeimae",
    "jun",
  ]);
});

test("the weakest of several routes is a gap where one of them is", () => {
  expect(weakestOf(["reported", "implied", "computed"])).toBe("implied");
  expect(weakestOf(["reported", null])).toBeNull();
  expect(weakestOf([])).toBeNull();
});
