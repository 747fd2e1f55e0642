/**
 * What pasting a table onto a grid does, cell by cell: which figures are entered, and which texts are left out
 * and why. Nothing is entered that could be read in two ways, and a blank leaves what is there.
 */
import type { Stated } from "#core/book.ts";
import type { AmountProblem, AmountProblemCode } from "#core/parse-amount.ts";
import type { TextTable } from "#core/pasted-table.ts";
import { withoutHeadings } from "#core/table-headings.ts";
import type { TypedAmount } from "#core/typed-amount.ts";

/** Why a text of the table is not entered. */
export type SkipReason =
  | Exclude<AmountProblemCode, "empty">
  /** It falls on a row that holds no figures. */
  | "heading"
  /** Another text of the table is entered for the same figure: a balance stands under its quarter and under its year. */
  | "twice";

/** A place of the grid that holds figures, as a paste sees it. */
export interface PasteCell {
  /** The same for places that show the same figure. */
  readonly key: string;
  /** The figure that a text stands for here. */
  read(text: string): TypedAmount | { readonly problem: AmountProblem };
  /** What would be read from the texts that are copied from here: pasting one of them back changes nothing. */
  shows(): readonly Stated[];
}

/** The grid a table is pasted onto. */
export interface PasteGround {
  readonly rows: number;
  readonly columns: number;
  /** Null: a heading. */
  cellAt(row: number, column: number): PasteCell | null;
}

/** A rectangle of the grid: its first row and column, and how many of each. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Whole rows or columns were chosen, or all: then the corner counts and not the size. */
  readonly reach: "cells" | "rows" | "columns" | "all";
}

export interface PastedFigure {
  readonly row: number;
  readonly column: number;
  readonly stated: Stated;
  /** The characters of the table, without blanks around them; with their unit where that is not the line's own. */
  readonly text: string;
}

export interface PastePlan {
  readonly figures: readonly PastedFigure[];
  /** How many texts say what their cells show already. */
  readonly unchanged: number;
  readonly skipped: ReadonlyMap<SkipReason, number>;
  /** How many texts fell beyond the grid's edges. */
  readonly clipped: number;
  /** What of the grid the table covers; null where it covers nothing. */
  readonly covered: Area | null;
  /** Which headings of the table were left out; over whole rows its labels stand where labels stand. */
  readonly headings: { readonly labels: boolean; readonly periods: boolean };
}

/** As many cells as 300 lines of 80 quarters: the book takes no more at once. */
export const MOST_PASTED = 24_000;

/** As many characters as a fact keeps of its source; a longer text is no figure. */
const LONGEST_TEXT = 200;

/**
 * Plans a paste. A single cell fills every area. A larger table goes to the area's upper left corner; an area
 * that is a multiple of it is filled with copies, and one row or column of cells takes as many as the table has.
 * Labels before the figures and periods above them are left out: the figures begin at the corner.
 *
 * @param areas what is selected, at least one area
 * @returns `areas` where a table larger than a cell cannot go to several areas at once, `too-many` where more
 *   than {@link MOST_PASTED} figures would be entered
 */
export function planPaste(
  table: TextTable,
  areas: readonly Area[],
  ground: PasteGround,
): PastePlan | "areas" | "too-many" {
  const isSingle = table.length === 1 && table[0]?.length === 1;
  const [area] = areas;
  if (area === undefined || (areas.length > 1 && !isSingle)) return "areas";
  const laid = new Laying(ground);
  if (isSingle) for (const each of areas) laid.lay(table, each, true);
  else {
    const { figures, labels, periods } = withoutHeadings(table);
    const isOfRows = area.reach === "rows" || area.reach === "all";
    laid.headings = { labels: labels > 0 && !isOfRows, periods: periods > 0 };
    laid.lay(figures, filledBy(figures, area), false);
  }
  if (laid.figures.length > MOST_PASTED) return "too-many";
  return laid;
}

/** The area that a table fills: copies of it where the one chosen is a multiple of it, else one. */
function filledBy(table: TextTable, { row, column, rows, columns, reach }: Area): Area {
  const height = table.length;
  const width = widthOf(table);
  const across = reach === "cells" && columns > 1 ? columns : width;
  const down = reach === "cells" && rows > 1 ? rows : height;
  const isMultiple = down % height === 0 && across % width === 0;
  return { row, column, rows: isMultiple ? down : height, columns: isMultiple ? across : width, reach: "cells" };
}

const widthOf = (table: TextTable): number => table.reduce((widest, { length }) => Math.max(widest, length), 0);

class Laying implements PastePlan {
  readonly figures: PastedFigure[] = [];
  readonly skipped = new Map<SkipReason, number>();
  unchanged = 0;
  clipped = 0;
  covered: Area | null = null;
  headings = { labels: false, periods: false };
  readonly #ground: PasteGround;
  /** What was entered so far, by the keys of the cells. */
  readonly #entered = new Map<string, Stated>();

  constructor(ground: PasteGround) {
    this.#ground = ground;
  }

  /** @param isFill headings in the area were not aimed at, and are passed over in silence */
  lay(table: TextTable, area: Area, isFill: boolean): void {
    const { rows, columns } = this.#ground;
    const width = widthOf(table);
    for (let row = 0; row < area.rows; row++) {
      const source = table[row % table.length] ?? [];
      for (let column = 0; column < area.columns; column++) {
        const text = (source[column % width] ?? "").trim();
        if (text === "") continue;
        const at = { row: area.row + row, column: area.column + column };
        if (at.row >= rows || at.column >= columns) this.clipped++;
        else this.#put(text, at, isFill);
      }
    }
    const height = Math.min(area.rows, rows - area.row);
    const breadth = Math.min(area.columns, columns - area.column);
    if (height > 0 && breadth > 0) this.covered = { ...area, rows: height, columns: breadth };
  }

  #put(text: string, at: { readonly row: number; readonly column: number }, isFill: boolean): void {
    const cell = this.#ground.cellAt(at.row, at.column);
    if (cell === null) {
      if (!isFill) this.#skip("heading");
      return;
    }
    const typed = text.length > LONGEST_TEXT ? null : cell.read(text);
    if (typed === null) this.#skip("too-long");
    else if ("problem" in typed) {
      if (typed.problem.code !== "empty") this.#skip(typed.problem.code);
    } else if (cell.shows().some((shown) => isSame(shown, typed.stated))) this.unchanged++;
    else this.#enter(cell.key, { ...at, ...typed });
  }

  #enter(key: string, figure: PastedFigure): void {
    const before = this.#entered.get(key);
    if (before === undefined) {
      this.#entered.set(key, figure.stated);
      this.figures.push(figure);
    } else if (!isSame(before, figure.stated)) this.#skip("twice");
  }

  #skip(reason: SkipReason): void {
    this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1);
  }
}

const isSame = (a: Stated, b: Stated): boolean =>
  a === "does-not-exist" || b === "does-not-exist" ? a === b : a.mantissa === b.mantissa && a.decimals === b.decimals;
