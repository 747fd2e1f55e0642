/** Gives a trend the scales on which its figures can be read: where lines run through the tops of bars, the bars are lower. */
import type { NegativeStyle } from "#core/format-amount.ts";
import type { Extent } from "../chart/axes.ts";
import { levelScales } from "../chart/chart-scales.ts";
import type { Plot } from "./plot-in-view.ts";
import { placeLabels } from "./plot-labels.ts";
import { plotLayout, type PlotLayout, type Size } from "./plot-layout.ts";
import type { Measure } from "./plot-legend.ts";
import type { TrendPlot } from "./trend-plot.ts";

export interface SettledPlot {
  readonly plot: Plot;
  readonly layout: PlotLayout;
}

/** How much higher than their bars the axis of bars may reach, the least first. */
const HEADROOM: readonly number[] = [1.1, 1.25, 1.4, 1.6, 1.85];
/** What a step of headroom has to better, as {@link placeLabels} counts: bars that are lower say less. */
const COST_PER_STEP = 12;

/** Where the parts of a picture stand at a size, and the plot with the scales that it is drawn on. */
export function settledPlot(plot: Plot, size: Size, negatives: NegativeStyle, measure: Measure): SettledPlot {
  if (plot.kind !== "trend") return { plot, layout: plotLayout(plot, size, negatives, measure) };
  let best: (SettledPlot & { readonly cost: number }) | null = null;
  for (const [step, settled] of scalings(plot).entries()) {
    // No further one can be better.
    if (best !== null && best.cost <= step * COST_PER_STEP) break;
    const layout = plotLayout(settled, size, negatives, measure);
    const cost = placeLabels(settled, layout, measure).cost + step * COST_PER_STEP;
    if (best === null || cost < best.cost) best = { plot: settled, layout, cost };
  }
  return best ?? { plot, layout: plotLayout(plot, size, negatives, measure) };
}

/** The plot as it is, then with ever lower bars, where bars have an axis to themselves and lines the other. */
function scalings(plot: TrendPlot): readonly TrendPlot[] {
  const shown = plot.series.filter(({ isHidden }) => !isHidden);
  const axesOf = (shape: "bar" | "line"): ReadonlySet<number> =>
    new Set(shown.filter(({ style }) => style.shape === shape).map(({ axis }) => axis));
  const [bars, lines] = [axesOf("bar"), axesOf("line")];
  const [axis] = bars;
  const [other] = lines;
  if (!plot.labels || bars.size !== 1 || lines.size !== 1 || axis === other || axis === undefined) return [plot];
  const [left, right] = plot.extents;
  if (left === null || right === null) return [plot];
  const raised = HEADROOM.map((by): TrendPlot => {
    const raise = (extent: Extent): Extent => ({ ...extent, max: extent.max * by });
    return { ...plot, scales: levelScales(axis === 0 ? [raise(left), right] : [left, raise(right)]) };
  });
  // Scales are round: several demands may end in one, or in one that lowers the lines as much as the bars.
  const found = [plot];
  for (const next of raised) {
    const last = found.at(-1) ?? plot;
    if (barsPerLine(next, bars) > barsPerLine(last, bars) * LEAST_RAISE) found.push(next);
  }
  return found;
}

/** How much more of its axis is left over bars than over lines, to be worth a step. */
const LEAST_RAISE = 1.02;

/** How far the axis of bars reaches for each unit of the other. */
function barsPerLine({ scales: [left, right] }: TrendPlot, bars: ReadonlySet<number>): number {
  const [own, other] = bars.has(0) ? [left, right] : [right, left];
  return (own?.max ?? 0) / (other?.max || 1);
}
