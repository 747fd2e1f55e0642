/** The second sheet: the sources of the company's figures, latest first. */
import type { WriteSheet } from "hucre/xlsx";
import { publishedBy } from "#core/figures/ledger.ts";
import type { Looks } from "#workbook/looks.ts";
import type { ResultsGrid } from "#workbook/results-grid.ts";
import type { Cells } from "#workbook/sheet-text.ts";
import { cellKey, textCell } from "#workbook/sheet-text.ts";
import type { SheetWords } from "#workbook/words.ts";

/** Widths in characters of title, kind, date, rounding, count. */
const WIDTHS = [60, 16, 12, 14, 22];

/** @param counts how many figures of each source the first sheet shows. */
export function sourcesSheet(
  { book, company }: ResultsGrid,
  counts: ReadonlyMap<string, number>,
  words: SheetWords,
  looks: Looks,
): WriteSheet {
  const cells: Cells = new Map();
  for (const [column, heading] of words.sourceColumns.entries())
    cells.set(cellKey(0, column), { value: heading, style: looks.header(column === 4 ? "right" : "left") });
  const sources = book.sources
    .filter((source) => source.company === company.id)
    .toSorted((a, b) => (publishedBy(a) < publishedBy(b) ? 1 : publishedBy(a) > publishedBy(b) ? -1 : 0));
  for (const [index, source] of sources.entries()) {
    const row = [
      source.title,
      words.kinds[source.kind],
      source.published ?? words.undated,
      words.roundings[source.rounding],
      counts.get(source.id) ?? 0,
    ];
    for (const [column, value] of row.entries())
      cells.set(cellKey(index + 1, column), {
        ...(typeof value === "string" ? textCell(value, looks.font) : { value }),
        style: typeof value === "number" ? looks.figure("#,##0", false) : looks.text,
      });
  }
  return {
    name: words.sources,
    rows: [],
    cells,
    columns: WIDTHS.map((width) => ({ width })),
    freezePane: { rows: 1 },
    view: { showGridLines: false },
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}
