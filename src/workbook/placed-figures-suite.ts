/** Finds the figures of a book in its workbook, for tests, and tells which of them are not what the book says. */
import { readXlsx } from "hucre/xlsx";
import type { Cell as SheetCell, Sheet } from "hucre/xlsx";
import type { Book } from "#core/book.ts";
import { shownValue } from "#workbook/figure-cells.ts";
import type { WorkbookWanted } from "#workbook/results-grid.ts";
import { resultsGridOf } from "#workbook/results-grid.ts";

export interface Placed {
  readonly line: string;
  readonly period: string;
  readonly row: number;
  readonly column: number;
  /** `C8`. */
  readonly cell: string;
  readonly expected: number | "-" | null;
}

/** Where each figure of the grid has come to stand, found by the headings, and what the book says it is. */
export function figuresIn(rows: readonly (readonly unknown[])[], book: Book, wanted: WorkbookWanted): Placed[] {
  const grid = resultsGridOf(book, wanted);
  const heading = rows.findIndex(([first]) => first === "Line");
  const columns = (rows[heading] ?? []).flatMap((label, column) => {
    const at = grid.columns.find((candidate) => candidate.label === label);
    return at === undefined ? [] : [{ ...at, column }];
  });
  if (columns.length !== grid.columns.length) throw new Error(`${columns.length} columns of ${grid.columns.length}`);
  return grid.rows.flatMap((row, index) => {
    if (row.kind !== "line") return [];
    const at = heading + 1 + index;
    if (rows[at]?.[0] !== row.labelEn) throw new Error(`${String(rows[at]?.[0])} instead of ${row.labelEn}`);
    return columns.map(({ label, span, column }) => ({
      line: row.id,
      period: label,
      row: at,
      column,
      cell: `${String.fromCodePoint(65 + column)}${at + 1}`,
      expected: shownValue(grid.figures.cell(row.id, span)),
    }));
  });
}

/** LibreOffice writes percentages as such, with all their digits. */
export const numberFrom = (text: string | undefined): number => {
  if (text === undefined || text === "") return Number.NaN;
  return text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
};

/** What doubles leave of a difference of equal figures. */
const DUST = 1e-12;

/** The figures whose recalculated text is not what the book says, 1e-9 of it apart at most. */
export const wrong = (placed: readonly Placed[], sheet: readonly (readonly string[])[]): string[] =>
  placed.flatMap(({ line, period, row, column, expected }) => {
    const text = sheet[row]?.[column] ?? "";
    const right =
      typeof expected === "number"
        ? Math.abs(numberFrom(text) - expected) <= 1e-9 * Math.abs(expected) + DUST
        : text === (expected ?? "");
    return right ? [] : [`${line} ${period}: ${text || "blank"} instead of ${expected ?? "blank"}`];
  });

export async function opened(bytes: Uint8Array): Promise<Sheet> {
  const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

export const cellAt = (sheet: Sheet, { row, column }: Placed): SheetCell | undefined =>
  sheet.cells?.get(`${row},${column}`);
