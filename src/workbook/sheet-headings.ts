/** The rows above the figures: what the sheet shows, what its colours mean, and the periods under their years. */
import type { MergeRange } from "hucre/xlsx";
import { calendarRange } from "#core/period-labels.ts";
import { fiscalYearOf, sameSpan } from "#core/timeline.ts";
import type { Looks } from "#workbook/looks.ts";
import type { GridColumn, ResultsGrid } from "#workbook/results-grid.ts";
import { companyName, noteText } from "#workbook/results-grid.ts";
import type { Cells } from "#workbook/sheet-text.ts";
import { cellKey, commented, textCell } from "#workbook/sheet-text.ts";
import type { SheetWords } from "#workbook/words.ts";
import { unitWord } from "#workbook/words.ts";

/** Which row of the sheet each heading stands in. */
export const HEADINGS = { title: 0, shown: 1, colours: 2, marks: 3, groups: 4, periods: 5 } as const;
/** The row of the first line or section. */
export const FIRST_ROW = 6;

/** @param unit the one that most lines have. */
export function putTitle(cells: Cells, grid: ResultsGrid, unit: string, words: SheetWords, looks: Looks): void {
  const { wanted, company, columns, book } = grid;
  const put = (row: number, cell: Parameters<Cells["set"]>[1]): unknown => cells.set(cellKey(row, 0), cell);
  const shown = [
    words.scopes[wanted.scope],
    words.bases[wanted.basis],
    words.unitLine(unitWord(unit, wanted.language)),
  ];
  const last = columns.at(-1);
  // FY2006 ends in 2007 for one company and in 2006 for another.
  if (last !== undefined)
    shown.push(words.yearIs(last.year, calendarRange(fiscalYearOf(last.span), company, wanted.language)));
  const about = book.notes.filter((note) => note.company === company.id && note.line === null && note.span === null);
  put(HEADINGS.title, {
    ...textCell(companyName(grid), looks.title.font),
    style: looks.title,
    ...commented(about.map((note) => noteText(note, wanted.language))),
  });
  put(HEADINGS.shown, { value: shown.join(words.between), style: looks.remark });
  const { font } = looks.remark;
  put(HEADINGS.colours, {
    richText: [
      { text: `${words.reportedBlue} `, font: { ...font, color: looks.blue } },
      { text: words.restBlack, font: { ...font, color: looks.black } },
    ],
    style: looks.remark,
  });
  put(HEADINGS.marks, { value: words.marks, style: looks.remark });
}

/** A year over its own name would say it twice, so fiscal years stand under one heading. */
export const groupOf = (column: GridColumn, words: SheetWords): string =>
  column.length === "FY" ? words.fullYears : column.year;

/**
 * The two rows of headings over the figures.
 * @param at the sheet's column for each column of the grid.
 * @returns the cells to merge.
 */
export function putPeriods(
  cells: Cells,
  grid: ResultsGrid,
  at: readonly number[],
  words: SheetWords,
  looks: Looks,
): MergeRange[] {
  const { columns, company, wanted, book } = grid;
  const notes = book.notes.filter((note) => note.company === company.id && note.line === null);
  const merges: MergeRange[] = [];
  let from = 0;
  for (const [index, column] of columns.entries()) {
    const here = at[index] ?? 0;
    const about = notes.filter(({ span }) => span !== null && sameSpan(span, column.span));
    const months = calendarRange(column.span, company, wanted.language);
    cells.set(cellKey(HEADINGS.periods, here), {
      value: column.label,
      style: looks.period(wanted.negatives),
      ...commented([months, ...about.map((note) => noteText(note, wanted.language))]),
    });
    cells.set(cellKey(HEADINGS.groups, here), { style: looks.header("center") });
    const group = groupOf(column, words);
    const next = columns[index + 1];
    if (next?.length === column.length && groupOf(next, words) === group) continue;
    const startCol = at[from] ?? 0;
    cells.set(cellKey(HEADINGS.groups, startCol), { value: group, style: looks.header("center") });
    if (here > startCol) merges.push({ startRow: HEADINGS.groups, startCol, endRow: HEADINGS.groups, endCol: here });
    from = index + 1;
  }
  return merges;
}
