/** Writes a company's figures as a workbook that recalculates. */
import { writeXlsx } from "hucre/xlsx";
import type { Book } from "#core/book.ts";
import { fitCommentBoxes } from "#workbook/comment-boxes.ts";
import { looksIn } from "#workbook/looks.ts";
import type { WorkbookWanted } from "#workbook/results-grid.ts";
import { companyName, resultsGridOf } from "#workbook/results-grid.ts";
import { resultsSheet } from "#workbook/results-sheet.ts";
import { sourcesSheet } from "#workbook/sources-sheet.ts";
import { WORDS } from "#workbook/words.ts";

export interface WrittenFile {
  readonly bytes: Uint8Array;
  /** The names of its sheets, in order. */
  readonly sheets: string[];
}

/**
 * An .xlsx file of two sheets: the figures with live formulas, and the sources they come from.
 * @throws RangeError for a company the book does not have.
 */
export async function writeWorkbook(book: Book, wanted: WorkbookWanted): Promise<WrittenFile> {
  const grid = resultsGridOf(book, wanted);
  const words = WORDS[wanted.language];
  const looks = looksIn(wanted.language);
  const results = resultsSheet(grid, words, looks);
  const sources = sourcesSheet(grid, results.figuresOfSource, words, looks);
  const bytes = await writeXlsx({
    sheets: [results.sheet, sources],
    defaultFont: looks.font,
    properties: { title: `${companyName(grid)} – ${words.results}`, creator: "Kessan" },
  });
  return { bytes: fitCommentBoxes(bytes), sheets: [results.sheet.name, sources.name] };
}
