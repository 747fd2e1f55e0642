/** Where bars stand within a column; the drawing and its figures use the same. */
import type { PlotLayout } from "./plot-layout.ts";
import type { PlotSeries, TrendPlot } from "./trend-plot.ts";

/** The part of a column that its bars take, the space between two of them, and how wide one gets. */
const BARS = { share: 0.74, gap: 0.1, widestPx: 56 };

export interface BarSlots {
  readonly barPx: number;
  /** Where a bar's middle stands beside that of its column, by what `slotOf` answers. */
  readonly offsets: ReadonlyMap<string, number>;
}

export const slotOf = ({ stack, id }: Pick<PlotSeries, "stack" | "id">): string => stack ?? id;

export function barSlots({ series }: TrendPlot, { columnPx }: PlotLayout): BarSlots {
  const bars = series.filter(({ style, isHidden }) => style.shape === "bar" && !isHidden);
  const slots = [...new Set(bars.map(slotOf))];
  const spaces = slots.length + (slots.length - 1) * BARS.gap;
  const barPx = Math.min(BARS.widestPx, (columnPx * BARS.share) / Math.max(spaces, 1));
  const first = (-spaces * barPx) / 2 + barPx / 2;
  return { barPx, offsets: new Map(slots.map((slot, index) => [slot, first + index * barPx * (1 + BARS.gap)])) };
}

export const BAR_GAP = `${BARS.gap * 100}%`;
