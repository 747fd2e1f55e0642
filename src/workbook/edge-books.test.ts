import { strFromU8 } from "fflate";
import type { Sheet } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { circularCells } from "#workbook/circular-cells.ts";
import { EDGE_BOOKS, dashes } from "#workbook/edge-books-suite.ts";
import { cellAt, figuresIn, opened, wrong } from "#workbook/placed-figures-suite.ts";
import type { Placed } from "#workbook/placed-figures-suite.ts";
import { poisoned, recalculated, soffice } from "#workbook/recalculation-suite.ts";
import type { WorkbookWanted } from "#workbook/results-grid.ts";
import { writeCsv } from "#workbook/write-csv.ts";
import { writeWorkbook } from "#workbook/write-workbook.ts";

const WANTED: WorkbookWanted = {
  company: "acme",
  scope: "consolidated",
  basis: "actual",
  spans: ["Q", "H", "FY"],
  language: "en",
  negatives: "parentheses",
};

const NAMES = Object.keys(EDGE_BOOKS);

interface Exported {
  readonly bytes: Uint8Array;
  readonly sheet: Sheet;
  readonly placed: readonly Placed[];
}

const exported = new Map<string, Exported>();
const exportOf = (name: string): Exported => {
  const found = exported.get(name);
  if (found === undefined) throw new Error(name);
  return found;
};

beforeAll(async () => {
  for (const [name, book] of Object.entries(EDGE_BOOKS)) {
    const { bytes } = await writeWorkbook(book, WANTED);
    const sheet = await opened(bytes);
    exported.set(name, { bytes, sheet, placed: figuresIn(sheet.rows, book, WANTED) });
  }
});

describe("a book full of what is no number, as a workbook", () => {
  test.each(NAMES)("%s: the values written are what the book says", (name) => {
    const { sheet, placed } = exportOf(name);
    expect(
      wrong(
        placed,
        sheet.rows.map((row) => row.map((value) => String(value ?? ""))),
      ),
    ).toEqual([]);
  });

  test.each(NAMES)("%s: no formula leads back to itself", (name) => {
    const { sheet, placed } = exportOf(name);
    const formulas = placed.map((one) => [one.cell, cellAt(sheet, one)?.formula ?? ""] as const);
    expect([...circularCells(new Map(formulas))]).toEqual([]);
  });

  test.each([
    ["1Q05", "not meaningful"],
    ["2Q05", "not meaningful: loss narrowed"],
    ["3Q05", "not meaningful: turned to profit"],
    ["4Q05", "not meaningful: the base is zero"],
    ["2Q06", "not meaningful: turned to loss"],
  ])("losses: growth in %s is a blank that says %s", (period, comment) => {
    const { sheet, placed } = exportOf("losses");
    const growth = placed.filter((one) => one.line === "growth" && one.period === period);
    expect(growth.map((one) => [one.expected, cellAt(sheet, one)?.comment?.text])).toEqual([[null, comment]]);
  });

  test("dashes: as comma-separated values too, a dash is one and a product with it is none", () => {
    const rows = strFromU8(writeCsv(dashes, WANTED).bytes).split("\r\n");
    const firstOf = (line: string): string | undefined => rows.find((row) => row.startsWith(`${line},`))?.split(",")[2];
    expect(["dashed", "negated", "product", "sum_over_product"].map(firstOf)).toEqual(["-", "-", "", ""]);
  });

  test("vast: what Excel would refuse is a value", () => {
    const { sheet, placed } = exportOf("vast");
    const isLive = (line: string): boolean => {
      const at = placed.find((one) => one.line === line && one.period === "1Q04");
      return at !== undefined && cellAt(sheet, at)?.formula !== undefined;
    };
    expect(["sum_of_many", "sum_of_fewer", "sizes_of_sizes", "sizes_of_fewer"].map(isLive)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  test.each(["dashes", "losses", "deep", "unlike"])("%s: whatever is a number is live", (name) => {
    const { sheet, placed } = exportOf(name);
    const values = placed.filter((one) => cellAt(sheet, one)?.comment?.text.startsWith("A value, not a formula"));
    expect(values.map(({ line, period }) => `${line} ${period}`)).toEqual([]);
  });
});

describe.skipIf(soffice === null)("recalculated by LibreOffice", () => {
  let sheets: Awaited<ReturnType<typeof recalculated>> = {};
  const textAt = (name: string, line: string, period: string): string | undefined => {
    const at = exportOf(name).placed.find((one) => one.line === line && one.period === period);
    return at === undefined ? undefined : sheets[name]?.[at.row]?.[at.column];
  };

  // LibreOffice starts once for all of them, from cold, on cores it shares.
  beforeAll(async () => {
    sheets = await recalculated(Object.fromEntries(NAMES.map((name) => [name, poisoned(exportOf(name).bytes)])));
  }, 120_000);

  test.each(NAMES)("%s: every figure is what the book says", (name) => {
    expect(wrong(exportOf(name).placed, sheets[name] ?? [])).toEqual([]);
  });

  test.each([
    ["a dash", "dashed", "-"],
    ["a dash, negated", "negated", "-"],
    ["a sum of dashes", "none_of_both", "-"],
    ["a dash and a number", "with_number", "0"],
    ["a product with a dash", "product", ""],
    ["a quotient of two dashes", "last_quotient", ""],
    ["a sum over such a product", "sum_over_product", ""],
    ["a sum over such a quotient", "growth_by_hand", ""],
    ["the branch that is a dash", "chosen_none", "-"],
  ])("%s", (_, line, shown) => expect(textAt("dashes", line, "1Q04")).toBe(shown));
});
