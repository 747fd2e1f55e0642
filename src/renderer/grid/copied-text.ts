/** What is copied as the texts that other programs take: plain, and as a table that keeps numbers and their formats. */
import { formatTable } from "#core/pasted-table.ts";
import { AMOUNT_SCALES, type AmountScale } from "#core/units.ts";
import type { CopiedBlock, CopiedCell } from "./copied-block.ts";

export interface ClipboardTexts {
  readonly plain: string;
  readonly markup: string;
}

/** @param amounts what the amounts are in: the table says it to whoever pastes it back */
export function textsOf(block: CopiedBlock, amounts: AmountScale): ClipboardTexts {
  return { plain: formatTable(block.map((row) => row.map(plainOf))), markup: markupOf(block, amounts) };
}

/** What the amounts of a copied table are in; null for a table from elsewhere. */
export function amountsIn({ markup }: ClipboardTexts): AmountScale | null {
  const said = /<table data-kessan-amounts="([^"]*)">/u.exec(markup)?.[1];
  return AMOUNT_SCALES.find((amounts) => amounts === said) ?? null;
}

const plainOf = (cell: CopiedCell): string => ("text" in cell ? asText(cell.text) : cell.plain);

/**
 * A label that a spreadsheet would run as a formula gets an apostrophe before it, the sign there for a text.
 * A lone dash is none.
 */
const asText = (text: string): string =>
  /^[\t\r\n\0]|^\s*[=+\-@]/.test(text.normalize("NFKC")) && text !== "-" ? `'${text}` : text;

/** English of the United States: the language in which the formats are written. */
const FORMAT_LANGUAGE = 1033;

/** A cell that holds text, whatever the text looks like. */
const TEXT_FORMAT = "@";

/**
 * A table as spreadsheets read it from each other. Each keeps the number and its format where it would look
 * for its own: `sdval` and `sdnum` LibreOffice, `x:num` and `mso-number-format` Excel, `data-sheets-…` Sheets.
 */
function markupOf(block: CopiedBlock, amounts: AmountScale): string {
  const formats = [...new Set(block.flat().map(formatOf))];
  const styles = formats.map((format, index) => `.f${index}{mso-number-format:"${escapedForExcel(format)}"}`);
  const rows = block.map(
    (row) => `<tr>${row.map((cell) => cellMarkup(cell, formats.indexOf(formatOf(cell)))).join("")}</tr>\n`,
  );
  return [
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">',
    `<style>td{white-space:nowrap}${styles.join("")}</style></head><body><google-sheets-html-origin>`,
    `<table data-kessan-amounts="${amounts}">\n${rows.join("")}</table></google-sheets-html-origin></body></html>`,
  ].join("");
}

const formatOf = (cell: CopiedCell): string => ("text" in cell ? TEXT_FORMAT : cell.format);

function cellMarkup(cell: CopiedCell, style: number): string {
  if ("text" in cell) {
    if (cell.text === "") return "<td></td>";
    const asString = escaped(JSON.stringify({ 1: 2, 2: cell.text }));
    return `<td class="f${style}" x:str sdnum="${FORMAT_LANGUAGE};0;@" data-sheets-value="${asString}">${escaped(cell.text)}</td>`;
  }
  const number = String(cell.value);
  const format = escaped(inLibreOffice(cell.format));
  const sheetsValue = escaped(JSON.stringify({ 1: 3, 3: cell.value }));
  const sheetsFormat = escaped(JSON.stringify({ 1: 2, 2: cell.format }));
  return (
    `<td class="f${style}" align="right" x:num="${number}" sdval="${number}" sdnum="${FORMAT_LANGUAGE};0;${format}"` +
    ` data-sheets-value="${sheetsValue}" data-sheets-numberformat="${sheetsFormat}">${escaped(cell.shown)}</td>`
  );
}

/** LibreOffice takes the formats it brings, and of those it is told of none, not even its own `0.0%` (7.4). */
const inLibreOffice = (format: string): string =>
  !format.includes("%") ? format : format.includes(".") ? "0.00%" : "0%";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** Excel has every sign of a format escaped. */
const escapedForExcel = (format: string): string =>
  format === "General" ? format : format.replace(/[^0-9A-Za-z△]/g, (sign) => (sign === '"' ? "\\0022" : `\\${sign}`));
