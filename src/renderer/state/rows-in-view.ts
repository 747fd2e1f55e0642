/** The rows that the grid shows of a company's lines: those folded away or hidden are not among them. */
import type { LayoutRow } from "#core/layout.ts";
import { remember, rowsIn, type WindowState } from "./window-state.ts";

/**
 * The rows without those under a folded line or section, and without hidden lines.
 * What stands under a hidden line stays: hiding is not folding.
 */
export function withoutFolded(
  rows: readonly LayoutRow[],
  folded: readonly string[],
  hidden: readonly string[],
): LayoutRow[] {
  const shown: LayoutRow[] = [];
  let isSectionFolded = false;
  /** The depth of the folded line whose rows are being passed over; null: none is. */
  let foldedDepth: number | null = null;
  for (const row of rows) {
    if (row.kind === "section") {
      isSectionFolded = folded.includes(row.id);
      foldedDepth = null;
      shown.push(row);
      continue;
    }
    if (isSectionFolded || (foldedDepth !== null && row.depth > foldedDepth)) continue;
    foldedDepth = folded.includes(row.id) ? row.depth : null;
    if (!hidden.includes(row.id)) shown.push(row);
  }
  return shown;
}

/** The rows of the grid; the same array until lines, folding or hiding change. */
export const rowsInView: (state: WindowState) => readonly LayoutRow[] = remember(
  (state) => [rowsIn(state), state.sheet.folded, state.sheet.hiddenLines],
  withoutFolded,
);
