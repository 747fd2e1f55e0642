import type { Sheet } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { isFigure } from "#core/figures/cell.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";
import { parsePeriod } from "#core/period-labels.ts";
import { circularCells } from "#workbook/circular-cells.ts";
import { everyFunctionBook } from "#workbook/every-function-suite.ts";
import { iijBook } from "#workbook/iij-suite.ts";
import { cellAt, figuresIn, numberFrom, opened, wrong } from "#workbook/placed-figures-suite.ts";
import type { Placed } from "#workbook/placed-figures-suite.ts";
import { partOf, poisoned, recalculated, soffice, withConstant } from "#workbook/recalculation-suite.ts";
import type { WorkbookWanted } from "#workbook/results-grid.ts";
import { resultsGridOf } from "#workbook/results-grid.ts";
import { TRANSLATIONS } from "#workbook/translate-functions.ts";
import { writeWorkbook } from "#workbook/write-workbook.ts";

const WANTED: WorkbookWanted = {
  company: "iij",
  scope: "consolidated",
  basis: "actual",
  spans: ["Q", "H", "FY"],
  language: "en",
  negatives: "parentheses",
};

describe("the sample book as a workbook", () => {
  const book = iijBook();
  let bytes: Uint8Array;
  let sheet: Sheet;
  let placed: Placed[];
  const at = (line: string, period: string): Placed => {
    const found = placed.find((candidate) => candidate.line === line && candidate.period === period);
    if (found === undefined) throw new Error(`${line} ${period} is not in the sheet`);
    return found;
  };
  const commentOf = (line: string, period: string): string => cellAt(sheet, at(line, period))?.comment?.text ?? "";

  beforeAll(async () => {
    const written = await writeWorkbook(book, WANTED);
    expect(written.sheets).toEqual(["Results", "Sources"]);
    ({ bytes } = written);
    sheet = await opened(bytes);
    placed = figuresIn(sheet.rows, book, WANTED);
  });

  test("shows every figure of the book, and a blank for every gap", () => {
    expect(placed.length).toBeGreaterThan(900);
    const different = placed.filter((one) => {
      const value = sheet.rows[one.row]?.[one.column];
      return (value === "" || value === undefined ? null : value) !== one.expected;
    });
    expect(different).toEqual([]);
  });

  test("has constants in blue for what is reported, and formulas in black for the rest", () => {
    const { figures } = resultsGridOf(book, WANTED);
    const company = book.companies[0];
    if (company === undefined) throw new Error("no company");
    for (const one of placed.filter(({ expected }) => typeof expected === "number")) {
      const period = parsePeriod(one.period, company);
      if (!("span" in period)) throw new Error(one.period);
      const figure = figures.cell(one.line, period.span);
      const isLink = one.column > 11 && book.lines.find(({ id }) => id === one.line)?.kind === "stock";
      const entered = isFigure(figure) && figure.route === "reported" && !isLink;
      // A level that a printed change implies has no cell to be worked out from.
      const isStated = "statement" in (figures.impliedBy(one.line, period.span) ?? {}) && !isLink;
      const cell = cellAt(sheet, one);
      // The reader leaves the colour of the workbook's own font unsaid.
      expect([one.line, one.period, cell?.style?.font?.color?.rgb?.slice(-6) ?? "000000"]).toEqual([
        one.line,
        one.period,
        entered ? "0000FF" : "000000",
      ]);
      expect([one.line, one.period, cell?.formula === undefined]).toEqual([one.line, one.period, entered || isStated]);
    }
  });

  test("writes a margin, a derived quarter and a balance read from its quarter as a person would", () => {
    const formulaOf = (line: string, period: string): string | undefined => cellAt(sheet, at(line, period))?.formula;
    const [margin, revenue] = [at("gross_margin", "2Q06").cell, at("revenue", "2Q06").cell];
    expect(formulaOf("gross_margin_ratio", "2Q06")).toBe(
      `IF(COUNT(${margin},${revenue})<2,"",IF(${revenue}=0,"",${margin}/${revenue}))`,
    );
    const [half, quarter] = [at("total_costs", "1H06").cell, at("total_costs", "2Q06").cell];
    expect(formulaOf("total_costs", "1Q06")).toBe(`IF(COUNT(${half},${quarter})<2,"",${half}-${quarter})`);
    const cash = at("cash", "2Q06").cell;
    expect(formulaOf("cash", "1H06")).toBe(`IF(COUNT(${cash})<1,"",${cash})`);
  });

  test("says in comments where a figure comes from, what was printed instead, and what the book remarks", () => {
    expect(commentOf("revenue", "2Q06")).toBe(
      "Results presentation 2Q06 / 1H06\n2006-11-02, Summary of Financial Results for 2Q and 1H06 | Consolidated Financial Results for 2Q06 | Trend of Quarterly Revenues\nprinted 14,007",
    );
    expect(commentOf("gross_margin_ratio", "2Q06")).toContain("printed 18.3%");
    expect(commentOf("net_income", "1Q04")).toMatch(/printed \(238\), restated\nRestated for a change in income taxes/);
  });

  test("names a font in every style, and carries the number formats of accounts", () => {
    const styles = partOf(bytes, "xl/styles.xml");
    const fonts = styles.match(/<font>.*?<\/font>/g) ?? [];
    expect(fonts.length).toBeGreaterThan(3);
    expect(fonts.filter((font) => !font.includes("<name "))).toEqual([]);
    expect(cellAt(sheet, at("revenue", "2Q06"))?.style?.numFmt).toBe("#,##0_);(#,##0)");
    expect(cellAt(sheet, at("bandwidth", "2Q06"))?.style?.numFmt).toBe("#,##0.0_);(#,##0.0)");
    expect(cellAt(sheet, at("operating_margin", "2Q06"))?.style?.numFmt).toBe("0.0%_);(0.0%)");
  });

  test("gives comments the room their text needs", () => {
    const rows = [
      ...partOf(bytes, "xl/drawings/vmlDrawing1.vml").matchAll(/<x:Anchor>\d+,15,(\d+),2,\d+,15,(\d+),4</g),
    ];
    expect(rows).toHaveLength(partOf(bytes, "xl/comments1.xml").split("<comment ").length - 1);
    const heights = rows.map(([, top, bottom]) => Number(bottom) - Number(top));
    expect(Math.min(...heights)).toBe(2);
    // Title, date, three pages of about forty characters each, printed characters.
    expect(Math.max(...heights)).toBeGreaterThanOrEqual(7);
  });

  test("is Japanese where that is wanted, with triangles", async () => {
    const written = await writeWorkbook(book, { ...WANTED, language: "ja", negatives: "triangle" });
    expect(written.sheets).toEqual(["業績", "出典"]);
    const japanese = await opened(written.bytes);
    expect(japanese.rows[0]?.[0]).toBe("株式会社インターネットイニシアティブ");
    expect(cellAt(japanese, at("revenue", "2Q06"))?.style?.numFmt).toBe('#,##0;"△"#,##0');
  });

  test("writes the targets of a year that has only begun", async () => {
    const wanted: WorkbookWanted = { ...WANTED, basis: "target", spans: ["H", "FY"] };
    const targets = await opened((await writeWorkbook(book, wanted)).bytes);
    const figures = figuresIn(targets.rows, book, wanted);
    expect([...new Set(figures.map(({ period }) => period))]).toEqual(["1H06", "2H06", "FY2006"]);
    expect(figures.find(({ line, period }) => line === "revenue" && period === "FY2006")?.expected).toBe(56000);
    for (const one of figures)
      expect([one.line, targets.rows[one.row]?.[one.column] || null]).toEqual([one.line, one.expected]);
  });

  test("refuses a company that is not there", async () => {
    await expect(writeWorkbook(book, { ...WANTED, company: "nobody" })).rejects.toThrow(
      "the book has no company nobody",
    );
  });
});

test("every function of the language is translated, and stands in the book that is recalculated", () => {
  expect(Object.keys(TRANSLATIONS).toSorted()).toEqual(Object.keys(FUNCTIONS).toSorted());
  const formulas = everyFunctionBook()
    .lines.map(({ formula }) => formula ?? "")
    .join("\n");
  const unused = Object.keys(FUNCTIONS).filter((name) => !new RegExp(`\\b${name}\\(`).test(formulas));
  expect(unused).toEqual(["target", "progress", "remainder"]);
});

describe("text of the book", () => {
  const HOSTILE = ["=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(1)", "＝1+1", "#N/A", "\t=1"];
  const base = iijBook();
  const hostile: Book = {
    ...base,
    companies: base.companies.map((company) => ({ ...company, nameEn: "=AT&T(1)" })),
    lines: base.lines.map((line, index) => ({ ...line, labelEn: HOSTILE[index] ?? line.labelEn, note: "=1+1" })),
    sections: base.sections.map((section) => ({ ...section, labelEn: "=SUM(A1:A9)" })),
    sources: base.sources.map((source) => ({ ...source, title: "=HYPERLINK(1)" })),
  };

  test("never becomes a formula, and stays as it is", async () => {
    const { bytes } = await writeWorkbook(hostile, WANTED);
    const sheet = await opened(bytes);
    expect(sheet.rows[0]?.[0]).toBe("=AT&T(1)");
    expect(sheet.rows[6]?.[0]).toBe("=SUM(A1:A9)");
    expect(HOSTILE.map((_, index) => sheet.rows[7 + index]?.[0])).toEqual(HOSTILE);
    expect(partOf(bytes, "xl/worksheets/sheet1.xml")).not.toContain('t="e"');
    expect(partOf(bytes, "xl/worksheets/sheet1.xml").match(/<c r="A\d+"[^>]*><f>/g)).toBeNull();
    const formulas = [...partOf(bytes, "xl/worksheets/sheet1.xml").matchAll(/<f>([^<]*)<\/f>/g)].map(
      ([, formula]) => formula ?? "",
    );
    expect(formulas.filter((formula) => !formula.startsWith("IF(COUNT("))).toEqual([]);
    // The time would stand in the footer where a single ampersand came before the T.
    expect(partOf(bytes, "xl/worksheets/sheet1.xml")).toContain("=AT&amp;&amp;T(1)");
  });
});

describe.skipIf(soffice === null)("recalculated by LibreOffice", () => {
  const book = iijBook();
  const every = everyFunctionBook();
  const everyWanted: WorkbookWanted = { ...WANTED, company: "acme" };
  let sheets: Awaited<ReturnType<typeof recalculated>> = {};
  let placed: Placed[] = [];
  let everyPlaced: Placed[] = [];
  let everySheet: Sheet;
  const textOf = (name: string, line: string, period: string): string | undefined => {
    const found = placed.find((candidate) => candidate.line === line && candidate.period === period);
    return found === undefined ? undefined : sheets[name]?.[found.row]?.[found.column];
  };

  // LibreOffice starts once for all of them, from cold, on cores it shares.
  beforeAll(async () => {
    const { bytes } = await writeWorkbook(book, WANTED);
    const everyBytes = (await writeWorkbook(every, everyWanted)).bytes;
    placed = figuresIn((await opened(bytes)).rows, book, WANTED);
    everySheet = await opened(everyBytes);
    everyPlaced = figuresIn(everySheet.rows, every, everyWanted);
    const revenue = placed.find(({ line, period }) => line === "revenue" && period === "2Q06")?.cell ?? "";
    sheets = await recalculated({
      poisoned: poisoned(bytes),
      changed: poisoned(withConstant(bytes, revenue, 15000)),
      cleared: poisoned(withConstant(bytes, revenue, null)),
      every: poisoned(everyBytes),
    });
  }, 120_000);

  test("every figure of the sample book is what the book says", () => {
    expect(wrong(placed, sheets["poisoned"] ?? [])).toEqual([]);
  });

  test("another revenue moves what rests on it", () => {
    expect(numberFrom(textOf("changed", "gross_margin_ratio", "2Q06"))).toBeCloseTo(2559 / 15000, 12);
    expect(numberFrom(textOf("changed", "operating_margin", "2Q06"))).toBeCloseTo(811 / 15000, 12);
  });

  test("a figure taken away leaves blanks, never a zero", () => {
    expect(textOf("cleared", "gross_margin_ratio", "2Q06")).toBe("");
    expect(textOf("cleared", "operating_margin", "2Q06")).toBe("");
    expect(numberFrom(textOf("cleared", "operating_margin", "1Q06"))).toBeCloseTo(559 / 12437, 12);
  });

  test("every function of the language is what the book says", () => {
    expect(wrong(everyPlaced, sheets["every"] ?? [])).toEqual([]);
  });

  // LibreOffice evaluates a circle in a branch not taken without a word; Excel refuses the file.
  test("no formula leads back to itself", () => {
    const formulas = everyPlaced.map((one) => [one.cell, cellAt(everySheet, one)?.formula ?? ""] as const);
    expect([...circularCells(new Map(formulas))]).toEqual([]);
  });

  test("every function is live that only needs what is in the sheet", () => {
    const values = everyPlaced.filter((one) => {
      const cell = cellAt(everySheet, one);
      return (
        one.expected !== null &&
        cell?.formula === undefined &&
        cell?.comment?.text.startsWith("A value, not a formula: what it rests on")
      );
    });
    expect([...new Set(values.map(({ line, period }) => `${line} ${period}`))]).toEqual([]);
  });
});

if (soffice === null)
  console.warn("LibreOffice is not installed: the workbooks were not recalculated by another hand.");
