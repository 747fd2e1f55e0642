/** Filling cells with copies of others: what a cell gives, and which copies fit where they go. */
import type { Fact, Line, Stated } from "#core/book.ts";
import { isFigure, type Cell } from "#core/figures/cell.ts";
import type { Figures } from "#core/figures/figures.ts";
import { usualDecimals } from "#core/format-amount.ts";
import { roundedDigits } from "#core/rounding.ts";
import type { Span } from "#core/timeline.ts";
import { heldDecimals } from "#core/units.ts";

/** A cell as filling sees it. */
export interface FilledCell {
  readonly line: Pick<Line, "id" | "unit">;
  readonly span: Span;
}

/** A cell to be copied, and the one it is copied into. */
export interface FillPair {
  readonly from: FilledCell;
  readonly to: FilledCell;
}

export interface FillPlan {
  readonly entries: readonly { readonly cell: FilledCell; readonly stated: Stated }[];
  /** Cells left as they are because their line has another unit than the one copied. */
  readonly otherUnit: number;
}

/**
 * What a cell gives when it is copied: the figure as printed where that is what it shows, else the
 * shown value with the digits it is shown with.
 * @param fact the fact in force, also where another route is shown
 * @returns null for a gap, and for more digits than are held exactly: there is nothing to copy
 */
function copiedFrom(cell: Cell, fact: Fact | null, unit: string): Stated | null {
  if (!isFigure(cell)) return fact?.stated === "does-not-exist" ? fact.stated : null;
  if (cell.route === "reported" && fact !== null) return fact.stated;
  const decimals = cell.decimals ?? usualDecimals(cell.value, unit);
  const digits = roundedDigits(cell.value, heldDecimals(decimals, unit));
  if (!Number.isSafeInteger(digits)) return null;
  return { mantissa: digits === 0 ? 0 : Math.sign(cell.value) * digits, decimals };
}

/** The copies that fill cells. A blank gives nothing and clears nothing; a figure never changes its unit. */
export function planFill(figures: Figures, pairs: readonly FillPair[]): FillPlan {
  let otherUnit = 0;
  const entries = pairs.flatMap(({ from, to }) => {
    const { id, unit } = from.line;
    const stated = copiedFrom(figures.cell(id, from.span), figures.reportedAt(id, from.span), unit);
    if (stated === null) return [];
    if (unit === to.line.unit) return [{ cell: to, stated }];
    otherUnit++;
    return [];
  });
  return { entries, otherUnit };
}
