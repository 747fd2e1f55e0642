import { parseCsv } from "hucre/csv";
import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { everyFunctionBook } from "#workbook/every-function-suite.ts";
import { shownValue } from "#workbook/figure-cells.ts";
import { iijBook } from "#workbook/iij-suite.ts";
import type { WorkbookWanted } from "#workbook/results-grid.ts";
import { resultsGridOf } from "#workbook/results-grid.ts";
import { writeCsv } from "#workbook/write-csv.ts";

const WANTED: WorkbookWanted = {
  company: "iij",
  scope: "consolidated",
  basis: "actual",
  spans: ["Q", "H", "FY"],
  language: "en",
  negatives: "parentheses",
};

const textOf = (book: Book, wanted: WorkbookWanted = WANTED): string =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(writeCsv(book, wanted).bytes);

describe("the sample book as comma-separated values", () => {
  const book = iijBook();
  const text = textOf(book);
  const rows = parseCsv(text, { header: false });

  test("is UTF-8 with a byte order mark, and ends every row with CRLF", () => {
    expect(writeCsv(book, WANTED).bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text.endsWith("\r\n")).toBe(true);
    expect(textOf(book, { ...WANTED, language: "ja" })).toContain("\r\n営業収益,百万円,8675,");
  });

  test("has the figures of the grid as bare numbers, and nothing for a gap", () => {
    const grid = resultsGridOf(book, WANTED);
    expect(rows[0]).toEqual([
      "Internet Initiative Japan Inc. (Consolidated, actual)",
      "Unit",
      ...grid.columns.map(({ label }) => label),
    ]);
    for (const [index, row] of grid.rows.entries()) {
      if (row.kind !== "line") continue;
      const fields = (rows[index + 1] ?? []).slice(2);
      const expected = grid.columns.map(({ span }) => shownValue(grid.figures.cell(row.id, span)));
      const read = fields.map((field) => (field === "" ? null : Number(field)));
      expect([row.id, ...read]).toEqual([
        row.id,
        ...expected.map((value) => (typeof value === "number" ? expect.closeTo(value, 12) : value)),
      ]);
    }
    expect(text).toContain("\r\nOperating income (loss),JPY million,-100,282,");
    expect(text).toContain("\r\nGross margin ratio,1 = 100%,0.142,0.158,");
  });

  test("says - for what does not exist", () => {
    const acme = textOf(everyFunctionBook(), { ...WANTED, company: "acme", spans: ["Q"] });
    expect(acme).toContain("\r\nother,JPY million,-,5,-,7,,8,-,-,9,4,-,3\r\n");
  });

  test("carries no dust of doubles in a difference of printed figures", () => {
    const tenths = {
      ...book,
      facts: book.facts.map((fact) =>
        fact.stated === "does-not-exist" ? fact : { ...fact, stated: { ...fact.stated, decimals: 1 } },
      ),
    };
    const amounts = parseCsv(textOf(tenths)).filter(
      ([label, unit]) => unit === "JPY million" && label !== "Dedicated access revenue per contract",
    );
    expect(amounts.flatMap((row) => row.slice(2)).filter((field) => !/^(-?\d+(\.\d)?)?$/.test(String(field)))).toEqual(
      [],
    );
  });
});

test("text a spreadsheet would calculate gets an apostrophe, full-width forms included, and figures none", () => {
  const labels = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-2",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n1",
    " =1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    'said "so", twice',
    "a;b",
  ];
  const base = iijBook();
  const book = {
    ...base,
    lines: base.lines.map((line, index) => ({ ...line, labelEn: labels[index] ?? line.labelEn })),
  };
  const read = parseCsv(textOf(book)).map(([label]) => label);
  expect(read.slice(2, 2 + labels.length)).toEqual(labels.map((label, index) => (index < 12 ? `'${label}` : label)));
  const text = textOf(book);
  expect(text).toContain('\r\n"said ""so"", twice",JPY million,');
  expect(
    text
      .split("\r\n")
      .flatMap((row) => row.split(",").slice(2))
      .filter((field) => field.startsWith("'")),
  ).toEqual([]);
});
