/** A table as spreadsheets put it on the clipboard as text: cells between tabs, a line end after each row. */

/** Rows of cells as text; rows may differ in length. */
export type TextTable = readonly (readonly string[])[];

/**
 * Reads a table from text as Excel, LibreOffice and Sheets write it. A cell in quotes may hold tabs, line
 * ends and doubled quotes; a quote that does not enclose a whole cell is a character like others. One line
 * end after the last row belongs to that row.
 *
 * @returns at least one row with at least one cell. Never throws.
 */
export function parseTable(text: string): TextTable {
  const table: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (true) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null;
    const end = quoted?.end ?? plainEnd(text, at);
    row.push(quoted?.cell ?? text.slice(at, end));
    if (text[end] === "\t") {
      at = end + 1;
      continue;
    }
    table.push(row);
    row = [];
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
    if (at >= text.length) return table;
  }
}

/** The counterpart of {@link parseTable}. A single cell stands alone, so that it can be pasted into a line of text. */
export function formatTable(table: TextTable): string {
  const [first] = table;
  if (table.length === 1 && first?.length === 1) return quotedWhereNeeded(first[0] ?? "");
  return table.map((row) => `${row.map(quotedWhereNeeded).join("\t")}\r\n`).join("");
}

const quotedWhereNeeded = (cell: string): string => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const isCellEnd = (character: string | undefined): boolean =>
  character === undefined || character === "\t" || character === "\r" || character === "\n";

/** A cell in quotes and where it ends; null where the quote encloses no whole cell. */
function quotedCell(text: string, start: number): { readonly cell: string; readonly end: number } | null {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue;
    const end = at + 1;
    return isCellEnd(text[end]) ? { cell: text.slice(start + 1, at).replaceAll('""', '"'), end } : null;
  }
  return null;
}

function plainEnd(text: string, start: number): number {
  let end = start;
  while (!isCellEnd(text[end])) end++;
  return end;
}
