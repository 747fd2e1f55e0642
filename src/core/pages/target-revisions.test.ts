import { describe, expect, test } from "vitest";
import type { Book, Note } from "#core/book.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import type { PageAsk } from "./page-cell.ts";
import type { TargetBlock, TargetRow } from "./targets-page.ts";
import { targetsPage } from "./targets-page.ts";

const ask = (asOf: string | null = null, label = "2Q06"): PageAsk => ({
  company: "acme",
  scope: "consolidated",
  span: spanOf(label),
  asOf,
});

const SOURCES = { may: "2006-05", november: "2006-11-02", february: "2007-02-08", hand: null };

/** A year of three publications: revenues and pre-tax income named by the last, operating income by the first two alone. */
const BOOK = tellBook(
  { revenue: {}, operating_income: {}, pretax_income: {}, net_income: {} },
  [
    ["revenue", "FY2006", "55,000", { basis: "target", source: "may" }],
    ["revenue", "FY2006", "56,000", { basis: "target", source: "november" }],
    ["revenue", "FY2006", "57,500", { basis: "target", source: "february" }],
    ["operating_income", "FY2006", "3,000", { basis: "target", source: "may" }],
    ["operating_income", "FY2006", "3,200", { basis: "target", source: "november" }],
    ["pretax_income", "FY2006", "6,300", { basis: "target", source: "may" }],
    ["pretax_income", "FY2006", "5,000", { basis: "target", source: "november" }],
    ["pretax_income", "FY2006", "4,300", { basis: "target", source: "february" }],
    ["net_income", "FY2006", "(200)", { basis: "target", source: "november" }],
    ["net_income", "FY2006", "-300", { basis: "target", source: "february" }],
  ],
  SOURCES,
);

const reason = (id: string, line: string, source: string | null): Note => ({
  id,
  company: "acme",
  line,
  span: spanOf("FY2006"),
  source,
  textEn: id,
  textJa: id,
  scope: null,
  basis: "target",
});

const withReasons = (...notes: readonly Note[]): Book => ({ ...BOOK, notes });

function blockOf(book: Book, asOf: string | null = null): TargetBlock {
  const [block] = targetsPage(book, ask(asOf)).blocks;
  if (block === undefined) throw new RangeError("no targets");
  return block;
}

const rowOf = (line: string, book: Book = BOOK, asOf: string | null = null): TargetRow | undefined =>
  blockOf(book, asOf).rows.find((row) => row.line.id === line);

const round = (value: number | null | undefined): number | null =>
  value == null ? null : Number((value * 100).toFixed(1));

describe("a revision", () => {
  test.each([
    ["revenue", 56_000, 1500, 2.7, false],
    ["pretax_income", 5000, -700, -14, false],
    ["net_income", -200, -100, null, true],
  ])("of %s is measured from the target before it, %d", (line, before, amount, rate, passes) => {
    const revision = rowOf(line)?.revision;
    expect([revision?.from.id, revision?.to.id]).toEqual(["november", "february"]);
    expect([revision?.before.value, revision?.amount.value, round(revision?.rate.value), revision?.passes]).toEqual([
      before,
      amount,
      rate,
      passes,
    ]);
    expect(revision?.amount.unit).toBe("JPY million");
  });

  test("that does not name a line keeps it; the first target is shown all the same", () => {
    const row = rowOf("operating_income");
    expect([row?.initial.value, row?.latest.value]).toEqual([3000, 3200]);
    expect(row?.revision).toMatchObject({ from: { id: "november" }, to: { id: "february" }, passes: false });
    expect([row?.revision?.amount.value, row?.revision?.rate.value]).toEqual([0, 0]);
    expect(blockOf(BOOK).revised?.id).toBe("february");
  });

  test("as of a date is the last one known then", () => {
    expect(rowOf("pretax_income", BOOK, "2006-12-31")?.revision).toMatchObject({ from: { id: "may" } });
    expect(round(rowOf("pretax_income", BOOK, "2006-12-31")?.revision?.rate.value)).toBe(-20.6);
    expect(rowOf("net_income", BOOK, "2006-12-31")?.revision).toBeNull();
    expect(blockOf(BOOK, "2006-06-30").revised).toBeNull();
  });

  test("of percentages is in points, from the one before", () => {
    const book = tellBook(
      { margin: { kind: "ratio", unit: "%" } },
      [
        ["margin", "FY2006", "5.0", { basis: "target", source: "may" }],
        ["margin", "FY2006", "6.5", { basis: "target", source: "november" }],
        ["margin", "FY2006", "6.1", { basis: "target", source: "february" }],
      ],
      SOURCES,
    );
    const revision = rowOf("margin", book)?.revision;
    expect([round(revision?.amount.value), revision?.amount.unit]).toEqual([-0.4, "percentage points"]);
  });

  test("is none where two documents of one day say the same, and where somebody typed an undated target", () => {
    const book = tellBook(
      { revenue: {} },
      [
        ["revenue", "FY2006", "55,000", { basis: "target", source: "may" }],
        ["revenue", "FY2006", "56,000", { basis: "target", source: "november" }],
        ["revenue", "FY2006", "56,000", { basis: "target", source: "slides" }],
        ["revenue", "FY2006", "60,000", { basis: "target", source: "hand" }],
      ],
      { ...SOURCES, slides: "2006-11-02" },
    );
    expect(rowOf("revenue", book)?.revision).toMatchObject({ from: { id: "may" }, amount: { value: 1000 } });
  });
});

describe("a reason", () => {
  const reasons = (line: string, asOf: string | null, ...notes: readonly Note[]): readonly string[] =>
    rowOf(line, withReasons(...notes), asOf)?.reasons.map(({ id }) => id) ?? [];
  const autumn = reason("autumn", "pretax_income", "november");
  const winter = reason("winter", "pretax_income", "february");

  test("belongs to the revision whose source it has", () => {
    expect(reasons("pretax_income", null, autumn)).toEqual([]);
    expect(reasons("pretax_income", null, autumn, winter)).toEqual(["winter"]);
    expect(reasons("pretax_income", "2006-12-31", autumn, winter)).toEqual(["autumn"]);
    expect(reasons("pretax_income", "2006-06-30", autumn, winter)).toEqual([]);
    expect(reasons("operating_income", null, reason("why", "operating_income", "november"))).toEqual([]);
    expect(reasons("operating_income", null, reason("kept", "operating_income", "february"))).toEqual(["kept"]);
  });

  test("without a source belongs to the first revision of its line", () => {
    const own = reason("own", "pretax_income", null);
    expect(reasons("pretax_income", null, own)).toEqual([]);
    expect(reasons("pretax_income", "2006-12-31", own)).toEqual(["own"]);
    expect(reasons("pretax_income", "2006-06-30", own)).toEqual([]);
  });
});
