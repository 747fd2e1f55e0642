/** What of the grid is copied: rows of cells, put together from all that is selected. */
import { isDash } from "#core/figures/cell.ts";
import type { GridRow } from "../state/grid-plan.ts";
import { gridPlanIn, placeAt } from "../state/grid-plan.ts";
import { unitShown, type AmountScale } from "#core/units.ts";
import { measureIn, numberStyleIn } from "../state/figure-text.ts";
import type { Place } from "../state/place.ts";
import { boxesIn, selectionIn, type Box } from "../state/selection.ts";
import { figuresIn, labelOf, rowsIn, wordsOf, type WindowState } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import { sharedUnit } from "./label-header.ts";
import { copiedFigure, type CopiedFigure, type CopyDigits } from "./copied-figure.ts";
import { figureInCell } from "./figure-in-cell.ts";
import { overlayCell } from "./overlay-cell.ts";

export interface CopyStyle {
  readonly digits: CopyDigits;
  /** Labels before the rows and periods above the columns. */
  readonly isHeaded: boolean;
}

/** A cell of the copy: a figure, a label or another text, or a blank. */
export type CopiedCell = CopiedFigure | { readonly text: string };

/** What the amounts of a copy are in: with all their digits, in their lines' own units. */
export const amountsCopied = ({ settings }: WindowState, digits: CopyDigits): AmountScale =>
  digits === "exact" ? "entered" : settings.amounts;

export type CopiedBlock = readonly (readonly CopiedCell[])[];

const BLANK: CopiedCell = { text: "" };

/** What every source and every spreadsheet prints for what does not exist. */
const DASH: CopiedCell = { text: "-" };

/**
 * The copy of what is selected. Several ranges go side by side where they have the same rows, below each
 * other where they have the same columns. Whole rows come with their labels; a heading among the rows is a
 * row of blanks, so that the copy pasted elsewhere keeps its shape.
 *
 * @returns null where the ranges make no table
 */
export function blockCopied(state: WindowState, { digits, isHeaded }: CopyStyle): CopiedBlock | null {
  const shape = shapeOf(boxesIn(state));
  if (shape === null) return null;
  const plan = gridPlanIn(state);
  const isLabelled = isHeaded || selectionIn(state).every(({ reach }) => reach === "rows" || reach === "all");
  const columns = shape.columns.flatMap((index) => plan.columns[index] ?? []);
  const rows = shape.rows.flatMap((index) => plan.rows[index] ?? []);
  const body = rows.map((row): CopiedCell[] => {
    const cells = columns.map((column) => {
      const place = placeAt(plan, row, column);
      return place === null ? BLANK : cellCopied(state, place, digits);
    });
    return isLabelled ? [{ text: labelCopied(state, row, { isHeaded, digits }) }, ...cells] : cells;
  });
  const head = columns.map(({ label }): CopiedCell => ({ text: label }));
  return isHeaded ? [[{ text: cornerOf(state, digits) }, ...head], ...body] : body;
}

interface Shape {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function shapeOf(boxes: readonly Box[]): Shape | null {
  const [first] = boxes;
  if (first === undefined) return null;
  const haveSame = (from: keyof Box, to: keyof Box): boolean =>
    boxes.every((box) => box[from] === first[from] && box[to] === first[to]);
  if (!haveSame("top", "bottom") && !haveSame("left", "right")) return null;
  const union = (from: keyof Box, to: keyof Box): number[] => {
    const indices = boxes.flatMap((box) => Array.from({ length: box[to] - box[from] + 1 }, (_, at) => box[from] + at));
    return [...new Set(indices)].toSorted((a, b) => a - b);
  };
  return { rows: union("top", "bottom"), columns: union("left", "right") };
}

function cellCopied(state: WindowState, place: Place, digits: CopyDigits): CopiedCell {
  const figure = figureInCell(state, place);
  if (figure !== null) return copiedFigure(figure, digits, numberStyleIn(state));
  const instead = overlayCell(state, place);
  if (instead?.shows === "words") return { text: instead.text };
  const cell = figuresIn(state).cell(place.line, place.span);
  return isDash(cell) ? DASH : BLANK;
}

/** With labels and periods, also with a unit that is not said over all rows. */
function labelCopied(state: WindowState, row: GridRow, { isHeaded, digits }: CopyStyle): string {
  if (row.kind === "year") return row.label;
  if (row.kind === "section")
    return state.settings.language === "ja" ? row.labelJa || row.labelEn : row.labelEn || row.labelJa;
  const label = labelOf(state, row.id);
  const amounts = amountsCopied(state, digits);
  const unit = unitShown(measureIn(state, row.id), amounts);
  return isHeaded && unit !== sharedUnit(rowsIn(state), amounts)
    ? `${label} (${unitLabel(unit, wordsOf(state))})`
    : label;
}

function cornerOf(state: WindowState, digits: CopyDigits): string {
  const amounts = amountsCopied(state, digits);
  const { matrixLine } = gridPlanIn(state);
  const unit =
    matrixLine === null ? sharedUnit(rowsIn(state), amounts) : unitShown(measureIn(state, matrixLine), amounts);
  return unit === null ? "" : unitLabel(unit, wordsOf(state));
}
