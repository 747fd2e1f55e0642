/** The sheet of figures: a row for every line, a column for every span, an empty column between lengths of span. */
import type { Cell as SheetCell, WriteSheet } from "hucre/xlsx";
import { colToLetter } from "hucre/xlsx";
import { formatFigure } from "#core/format-amount.ts";
import type { FigureCell } from "#workbook/figure-cells.ts";
import { figureCells } from "#workbook/figure-cells.ts";
import type { Looks } from "#workbook/looks.ts";
import { decimalsOfEmpty, numberFormat } from "#workbook/looks.ts";
import type { LineRow, ResultsGrid } from "#workbook/results-grid.ts";
import { companyName, labelOf, noteText } from "#workbook/results-grid.ts";
import { FIRST_ROW, HEADINGS, groupOf, putPeriods, putTitle } from "#workbook/sheet-headings.ts";
import type { Cells } from "#workbook/sheet-text.ts";
import { cellKey, commented, textCell } from "#workbook/sheet-text.ts";
import { textWidth } from "#workbook/text-width.ts";
import type { SheetWords } from "#workbook/words.ts";
import { unitWord } from "#workbook/words.ts";

/** Widths in characters. A longer label than 62 would leave a page no room for figures. */
const LEAST = { label: 20, unit: 6, figure: 9 };
const MOST_LABEL = 62;
const BETWEEN_BLOCKS = 1.5;
/** Taken by a level of indentation, in characters. */
const INDENT = 1.7;
/** Room at both sides of a cell's text, in characters. */
const PADDING = 2;

interface ResultsSheet {
  readonly sheet: WriteSheet;
  /** How many figures each source has on the sheet, by its id. */
  readonly figuresOfSource: ReadonlyMap<string, number>;
}

export function resultsSheet(grid: ResultsGrid, words: SheetWords, looks: Looks): ResultsSheet {
  const { wanted, rows, columns } = grid;
  const { language, negatives } = wanted;
  const cells: Cells = new Map();
  const unit = commonUnit(grid);
  const hasUnits = rows.some((row) => row.kind === "line" && row.line.unit !== unit);
  const firstFigure = hasUnits ? 2 : 1;
  const at = sheetColumns(grid, firstFigure);
  const last = at.at(-1) ?? firstFigure - 1;
  const widths = { ...LEAST };
  const widen = (which: keyof typeof widths, text: string, indent = 0): void => {
    widths[which] = Math.max(widths[which], textWidth(text) + indent + PADDING);
  };

  putTitle(cells, grid, unit, words, looks);
  const merges = putPeriods(cells, grid, at, words, looks);
  cells.set(cellKey(HEADINGS.periods, 0), { value: words.line, style: looks.header("left") });
  if (hasUnits) cells.set(cellKey(HEADINGS.periods, 1), { value: words.unit, style: looks.header("left") });

  const figures = figureCells(grid, (row, column) => `${colToLetter(at[column] ?? 0)}${FIRST_ROW + row + 1}`);
  const figuresOfSource = new Map<string, number>();

  const putLine = (row: LineRow, here: number): void => {
    const label = labelOf(row, language);
    const about = commented(aboutLine(grid, row, words));
    cells.set(cellKey(here, 0), { ...textCell(label, looks.font), style: looks.label(row.depth), ...about });
    widen("label", label, row.depth * INDENT);
    const own = row.line.unit;
    if (own !== unit) {
      cells.set(cellKey(here, 1), { ...textCell(unitWord(own, language), looks.font), style: looks.unit });
      widen("unit", unitWord(own, language));
    }
    const line = figures.get(row.id) ?? [];
    const usual = decimalsOfEmpty(
      own,
      line.flatMap(({ decimals }) => decimals ?? []),
    );
    for (const [index, figure] of line.entries()) {
      const { value, fact } = figure;
      const decimals = figure.decimals ?? usual;
      const style = looks.figure(numberFormat(own, decimals, negatives), figure.entered);
      cells.set(cellKey(here, at[index] ?? 0), sheetCell(figure, style));
      if (typeof value === "number") widen("figure", formatFigure(value, { unit: own, decimals, negatives }));
      if (fact !== null) figuresOfSource.set(fact.source, (figuresOfSource.get(fact.source) ?? 0) + 1);
    }
  };

  for (const [index, row] of rows.entries()) {
    const here = FIRST_ROW + index;
    if (row.kind === "line") putLine(row, here);
    else {
      for (let column = 0; column <= last; column += 1) cells.set(cellKey(here, column), { style: looks.section });
      cells.set(cellKey(here, 0), { ...textCell(labelOf(row, language), looks.font), style: looks.section });
    }
  }
  for (const column of columns) {
    widen("figure", column.label);
    const group = columns.filter(
      (other) => other.length === column.length && groupOf(other, words) === groupOf(column, words),
    );
    // A heading that is not merged over several columns has the room of one.
    if (group.length === 1) widen("figure", groupOf(column, words));
  }

  const widthOf = (column: number): number => {
    if (column === 0) return Math.min(widths.label, MOST_LABEL);
    if (column < firstFigure) return widths.unit;
    return at.includes(column) ? widths.figure : BETWEEN_BLOCKS;
  };
  const sheet: WriteSheet = {
    name: words.results,
    rows: [],
    cells,
    merges,
    columns: Array.from({ length: last + 1 }, (_, column) => ({ width: widthOf(column) })),
    freezePane: { rows: FIRST_ROW, columns: firstFigure },
    view: { showGridLines: false },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `$${HEADINGS.groups + 1}:$${HEADINGS.periods + 1}`,
      printTitlesColumn: `$A:$${colToLetter(firstFigure - 1)}`,
    },
    headerFooter: { oddFooter: `&L${literal(companyName(grid))}&R&P / &N` },
  };
  return { sheet, figuresOfSource };
}

/** Which column of the sheet each column of the grid has. */
function sheetColumns({ columns }: ResultsGrid, first: number): number[] {
  let gaps = 0;
  return columns.map(({ length }, index) => {
    if (index > 0 && columns[index - 1]?.length !== length) gaps += 1;
    return first + index + gaps;
  });
}

/** The unit most lines have: it stands once, above the figures. */
function commonUnit({ rows, company }: ResultsGrid): string {
  const counts = new Map<string, number>();
  for (const row of rows) if (row.kind === "line") counts.set(row.line.unit, (counts.get(row.line.unit) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? `${company.currency} ${company.scale}`;
}

/** A line's formula and remarks, for the comment on its label. */
function aboutLine({ book, company, wanted }: ResultsGrid, { line }: LineRow, words: SheetWords): string[] {
  const notes = book.notes.filter((note) => note.company === company.id && note.line === line.id && note.span === null);
  const formula = line.formula === null ? "" : words.formula(line.formula);
  return [formula, line.note, ...notes.map((note) => noteText(note, wanted.language))].filter((text) => text !== "");
}

/** An ampersand begins a code in headers and footers: the T of AT&T would be the time. */
const literal = (text: string): string => text.replaceAll("&", "&&");

function sheetCell(
  { value, formula, comment }: FigureCell,
  style: NonNullable<SheetCell["style"]>,
): Partial<SheetCell> {
  const content = formula === null ? { value } : { value: value ?? "", formula, formulaResult: value ?? "" };
  return { ...content, style, ...commented(comment) };
}
