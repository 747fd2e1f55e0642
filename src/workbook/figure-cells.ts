/** What stands in each cell of the sheet: a constant, a live formula with its value, or nothing. */
import type { Fact } from "#core/book.ts";
import type { Cell } from "#core/figures/cell.ts";
import { isDash, isFigure } from "#core/figures/cell.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { Span } from "#core/timeline.ts";
import { circularCells } from "#workbook/circular-cells.ts";
import { commentsOn } from "#workbook/figure-comments.ts";
import type { GridColumn, LineRow, ResultsGrid } from "#workbook/results-grid.ts";
import { columnAt, decimalsOf } from "#workbook/results-grid.ts";
import { formulasOfSheet } from "#workbook/translate-formula.ts";
import type { Translated } from "#workbook/translate-formula.ts";
import { WORDS } from "#workbook/words.ts";

export interface FigureCell {
  /** `-` where the item does not exist, null where there is no figure. */
  readonly value: number | "-" | null;
  /** Without the leading `=`; null for a constant. */
  readonly formula: string | null;
  /** Whether a source or a person put it there: blue. */
  readonly entered: boolean;
  /** Decimals to show; null for a gap. */
  readonly decimals: number | null;
  readonly comment: readonly string[];
  /** The fact shown as it was entered. */
  readonly fact: Fact | null;
}

/** The value of an answer as a file shows it. What is worked out with a dash is none itself: it would count as nothing in the reader's sums. */
export function shownValue(cell: Cell): number | "-" | null {
  if (isFigure(cell)) return cell.value;
  return isDash(cell) ? "-" : null;
}

/**
 * The cells of every line, by its id, in the order of the grid's columns.
 * @param address the sheet's cell for a row of the grid and a column of it: `C8`.
 */
export function figureCells(
  grid: ResultsGrid,
  address: (row: number, column: number) => string,
): ReadonlyMap<string, readonly FigureCell[]> {
  const { book, wanted, rows, columns, figures } = grid;
  const rowOf = new Map(rows.map(({ id }, index) => [id, index]));
  const read = formulasOf(book.lines);
  const place = (id: string, span: Span): string | null => {
    const row = rowOf.get(id);
    const line = read.lines.get(id);
    const column = line === undefined ? null : columnAt(columns, line, span);
    return row === undefined || column === null ? null : address(row, column);
  };
  const dashed = new Set(
    rows.flatMap((row) => {
      if (row.kind !== "line") return [];
      return columns.some(({ span }) => isDash(figures.cell(row.id, span))) ? [row.id] : [];
    }),
  );
  const used = new Set(book.companyLines.flatMap(({ company, line }) => (company === wanted.company ? [line] : [])));
  const formulas = formulasOfSheet({
    ...read,
    isUsed: (id) => used.has(id),
    basis: wanted.basis,
    figures,
    place,
    mayBeDash: (id) => dashed.has(id),
    begins: book.facts.reduce<number | null>(
      (earliest, { company, scope, span }) =>
        company === wanted.company && scope === wanted.scope && span.start < (earliest ?? Infinity)
          ? span.start
          : earliest,
      null,
    ),
    breaksBeneath: (id) =>
      book.breaks.flatMap(({ company, line, boundary }) =>
        company === wanted.company && (line === null || read.touchedBy(line).has(id)) ? [boundary] : [],
      ),
  });

  const comments = commentsOn(grid);

  const live = (row: LineRow, column: GridColumn, cell: Cell, translated: Translated): FigureCell => {
    // In the book it goes in a circle; in the sheet a member of the circle may be a value, and it would not.
    const isInCircle = !isFigure(cell) && cell.gap === "cycle";
    const formula = !isInCircle && "formula" in translated ? translated.formula : null;
    return {
      value: shownValue(cell),
      formula,
      entered: false,
      decimals: decimalsOf(cell, row.line.unit),
      comment: comments.calculated(row, column.span, cell, formula !== null),
      fact: null,
    };
  };

  const cellOf = (row: LineRow, column: GridColumn): FigureCell => {
    const { line } = row;
    const cell = figures.cell(line.id, column.span);
    const first = columnAt(columns, line, column.span);
    const original = first === null ? undefined : columns[first];
    // A balance stands once, where its boundary comes first; elsewhere it is read from there.
    if (original !== undefined && original !== column)
      return { ...live(row, column, cell, formulas.link(line, place(line.id, column.span) ?? "")), comment: [] };
    const fact = figures.reportedAt(line.id, column.span);
    const reported = isFigure(cell) ? cell.route === "reported" : fact?.stated === "does-not-exist" && isDash(cell);
    if (reported && fact !== null) {
      const comment = comments.entered(row, column.span, fact);
      const decimals = decimalsOf(cell, line.unit);
      return { value: shownValue(cell), formula: null, entered: true, decimals, comment, fact };
    }
    return live(row, column, cell, formulas.figure(line, column.span));
  };

  const cells = new Map(
    rows.filter((row) => row.kind === "line").map((row) => [row.id, columns.map((column) => cellOf(row, column))]),
  );
  return withoutCircles(cells, (id, column) => address(rowOf.get(id) ?? 0, column), WORDS[wanted.language].circular);
}

type Cells = ReadonlyMap<string, readonly FigureCell[]>;

function withoutCircles(cells: Cells, addressOf: (line: string, column: number) => string, remark: string): Cells {
  const formulas = new Map<string, string>();
  for (const [id, row] of cells)
    for (const [column, { formula }] of row.entries())
      if (formula !== null) formulas.set(addressOf(id, column), formula);
  const circular = circularCells(formulas);
  if (circular.size === 0) return cells;
  const broken = (cell: FigureCell): FigureCell => ({
    ...cell,
    formula: null,
    comment: cell.value === null ? cell.comment : [remark, ...cell.comment],
  });
  return new Map(
    [...cells].map(([id, row]) => [
      id,
      row.map((cell, column) => (circular.has(addressOf(id, column)) ? broken(cell) : cell)),
    ]),
  );
}
