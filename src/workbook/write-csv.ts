/**
 * Writes a company's figures as comma-separated values (RFC 4180: CRLF, doubled quotes), in UTF-8
 * with a byte order mark, without which Excel takes Japanese for another encoding.
 *
 * One row of headings, then the rows of the grid. Figures are bare numbers, percentages as
 * fractions of one, so that a negative figure stays a number everywhere. No figure is an empty
 * field; what does not exist is `-`, which no spreadsheet takes for a formula.
 */
import { strToU8 } from "fflate";
import type { Book } from "#core/book.ts";
import { isFigure } from "#core/figures/cell.ts";
import type { Cell } from "#core/figures/cell.ts";
import { roundHalfAway } from "#core/rounding.ts";
import { heldDecimals, unitOf } from "#core/units.ts";
import { shownValue } from "#workbook/figure-cells.ts";
import { companyName, labelOf, resultsGridOf } from "#workbook/results-grid.ts";
import type { WorkbookWanted } from "#workbook/results-grid.ts";
import { WORDS, unitWord } from "#workbook/words.ts";
import type { WrittenFile } from "#workbook/write-workbook.ts";

/** @throws RangeError for a company the book does not have. */
export function writeCsv(book: Book, wanted: WorkbookWanted): WrittenFile {
  const grid = resultsGridOf(book, wanted);
  const { rows, columns, figures } = grid;
  const words = WORDS[wanted.language];
  const heading = [
    `${companyName(grid)} (${words.scopes[wanted.scope]}, ${words.bases[wanted.basis]})`,
    words.unit,
    ...columns.map(({ label }) => label),
  ];
  const lines = rows.map((row) => {
    const label = field(labelOf(row, wanted.language));
    if (row.kind === "section") return [label, "", ...columns.map(() => "")];
    const { unit } = row.line;
    const unitField = unitOf(unit).kind === "percent" ? "1 = 100%" : unitWord(unit, wanted.language);
    return [label, field(unitField), ...columns.map(({ span }) => figureField(figures.cell(row.id, span), unit))];
  });
  const text = [heading.map(field), ...lines].map((fields) => `${fields.join(",")}\r\n`).join("");
  return { bytes: strToU8(`\ufeff${text}`), sheets: [] };
}

function figureField(cell: Cell, unit: string): string {
  const value = shownValue(cell);
  if (typeof value !== "number") return value ?? "";
  const decimals = isFigure(cell) ? cell.decimals : null;
  // A difference of printed figures has their digits, and not the dust that doubles leave behind them.
  return String(decimals === null ? value : roundHalfAway(value, heldDecimals(decimals, unit)));
}

/**
 * A text as a field. One that a spreadsheet would take for a formula gets an apostrophe in front,
 * the full-width forms included, which Japanese versions take for the plain ones.
 */
function field(text: string): string {
  const plain = text.normalize("NFKC");
  const safe = /^[\t\r\n\0]|^\s*[=+\-@]/.test(plain) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
