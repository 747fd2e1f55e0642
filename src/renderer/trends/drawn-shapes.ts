/** What a trend draws, in pixels: the bodies of bars, the points of lines and the pieces between them. */
import { barSlots, slotOf, type BarSlots } from "./bar-slots.ts";
import type { PlotLayout } from "./plot-layout.ts";
import type { PlotSeries, TrendPlot } from "./trend-plot.ts";

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface BarBody extends Box {
  readonly series: PlotSeries;
  readonly column: number;
}

interface Piece {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface DrawnShapes {
  readonly slots: BarSlots;
  readonly bars: readonly BarBody[];
  readonly points: readonly {
    readonly series: PlotSeries;
    readonly column: number;
    readonly x: number;
    readonly y: number;
  }[];
  readonly pieces: readonly Piece[];
}

export function heightOf({ scales }: TrendPlot, { inner }: PlotLayout, axis: 0 | 1, value: number): number {
  const { min, max } = scales[axis] ?? { min: 0, max: 1 };
  return inner.bottom - ((value - min) / (max - min)) * (inner.bottom - inner.top);
}

/** The middle of a column, or of a bar in it. */
export const middleOf = (
  { inner, columnPx }: PlotLayout,
  { offsets }: BarSlots,
  column: number,
  slot: string | null,
): number => inner.left + (column + 0.5) * columnPx + (slot === null ? 0 : (offsets.get(slot) ?? 0));

export function drawnShapes(plot: TrendPlot, layout: PlotLayout): DrawnShapes {
  const slots = barSlots(plot, layout);
  const shown = plot.series.filter(({ isHidden }) => !isHidden);
  const lines = shown.filter(({ style }) => style.shape === "line");
  const points = lines.flatMap((series) =>
    series.points.flatMap(({ value }, column) =>
      value === null
        ? []
        : [{ series, column, x: middleOf(layout, slots, column, null), y: heightOf(plot, layout, series.axis, value) }],
    ),
  );
  const pieces = points.flatMap(({ series, column, x, y }): Piece[] => {
    const next = points.find((point) => point.series === series && point.column === column + 1);
    return next === undefined || series.breaks.includes(column + 1) ? [] : [{ x1: x, y1: y, x2: next.x, y2: next.y }];
  });
  return { slots, bars: barBodies(plot, layout, slots, shown), points, pieces };
}

/** Parts of a stack stand on one another, those above zero apart from those below. */
function barBodies(
  plot: TrendPlot,
  layout: PlotLayout,
  slots: BarSlots,
  shown: readonly PlotSeries[],
): readonly BarBody[] {
  const bars = Map.groupBy(
    shown.filter(({ style }) => style.shape === "bar"),
    slotOf,
  );
  return [...bars].flatMap(([slot, stack]) =>
    plot.columns.flatMap((_, column) => {
      const ends = { up: 0, down: 0 };
      return stack.flatMap((series): BarBody[] => {
        const value = series.points[column]?.value ?? null;
        if (value === null) return [];
        const way = value < 0 ? "down" : "up";
        const heights = [ends[way], ends[way] + value].map((end) => heightOf(plot, layout, series.axis, end));
        ends[way] += value;
        const x = middleOf(layout, slots, column, slot);
        const [left, right] = [x - slots.barPx / 2, x + slots.barPx / 2];
        return [{ series, column, left, right, top: Math.min(...heights), bottom: Math.max(...heights) }];
      });
    }),
  );
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether a piece of a line runs through a box: its heights over the box's width meet the box's. */
export function crosses({ x1, y1, x2, y2 }: Piece, { left, right, top, bottom }: Box): boolean {
  const [from, to] = [Math.max(left, x1), Math.min(right, x2)];
  if (from >= to) return false;
  const at = (x: number): number => y1 + ((y2 - y1) * (x - x1)) / (x2 - x1);
  return Math.max(at(from), at(to)) > top && Math.min(at(from), at(to)) < bottom;
}
