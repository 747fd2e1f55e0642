import { readXlsx, type Cell, type Sheet } from "hucre/xlsx";
import { expect, test } from "./app.ts";
import type { SavedFile } from "./hosts/host.ts";

test("Export writes a workbook that an analyst would have built", async ({ app, kessan }) => {
  const workbook = await app.saved(() => kessan.bar.export.click());
  expect(workbook.name).toBe("IIJ sample.xlsx");
  await expect(kessan.messages).toContainText("Exported");
  const sheet = await resultsOf(workbook);

  const revenue = cellOf(sheet, "Total revenues", "2Q06");
  expect(revenue.value).toBe(14007);
  expect(revenue.formula).toBeUndefined();

  const ratio = cellOf(sheet, "Gross margin ratio", "2Q06");
  expect(ratio.formula).toContain("/");
  expect(ratio.formula).toContain(revenue.at);
  expect(ratio.formula).toContain(cellOf(sheet, "Gross margin", "2Q06").at);
  expect(ratio.value).toBeCloseTo(2559 / 14007, 12);

  expect(cellOf(sheet, "Total revenues", "1H06").value).toBe(26444);
  expect(cellOf(sheet, "Total revenues", "FY2005").value).toBe(49812);
  // What the sum of systems integration leaves is a formula too; what nothing tells is blank, never zero.
  expect(cellOf(sheet, "Systems integration (one-time)", "4Q05")).toMatchObject({
    value: 6258,
    formula: expect.stringMatching("-"),
  });
  expect(cellOf(sheet, "Total costs", "4Q05").value ?? null).toBeNull();
});

test("a workbook holds what was typed a moment ago", async ({ app, kessan }) => {
  await kessan.grid.enter("Total revenues", "2Q06", "15000");
  const sheet = await resultsOf(await app.saved(() => kessan.bar.export.click()));
  expect(cellOf(sheet, "Total revenues", "2Q06").value).toBe(15000);
  expect(cellOf(sheet, "Gross margin ratio", "2Q06").value).toBeCloseTo(2559 / 15000, 12);
});

async function resultsOf({ bytes }: SavedFile): Promise<Sheet> {
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(["Results", "Sources"]);
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error("The workbook has no sheet.");
  return sheet;
}

/** The cell where a line and a period meet, found by the sheet's own headings, and its name as formulas write it. */
function cellOf(sheet: Sheet, line: string, period: string): Partial<Cell> & { readonly at: string } {
  const headings = sheet.rows.find(([first]) => first === "Line") ?? [];
  const column = headings.indexOf(period);
  const row = sheet.rows.findIndex(([first]) => first === line);
  expect([line, row >= 0, period, column >= 0]).toEqual([line, true, period, true]);
  return {
    value: sheet.rows[row]?.[column] ?? null,
    ...sheet.cells?.get(`${row},${column}`),
    at: addressOf(row, column),
  };
}

const LETTERS = 26;

function addressOf(row: number, column: number): string {
  const before = column < LETTERS ? "" : String.fromCodePoint(64 + Math.floor(column / LETTERS));
  return `${before}${String.fromCodePoint(65 + (column % LETTERS))}${row + 1}`;
}
