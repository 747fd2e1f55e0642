/** Which figures stand where in a trend: none over another, and none where there is no room for it. */
import { extentOfValues } from "../chart/axes.ts";
import { TEXT_PX, type Measure, type PlotLayout } from "./plot-layout.ts";
import type { PlotSeries, TrendPlot } from "./trend-plot.ts";

export interface PlotLabel {
  readonly text: string;
  /** The middle of the text. */
  readonly x: number;
  readonly y: number;
  /** What it stands for: a total is set in bold, a part of a stack in a colour that is read on the part's own. */
  readonly of: "total" | "bar" | "line" | "part";
  /** Null: a total. */
  readonly series: PlotSeries | null;
  readonly column: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Candidate extends Omit<PlotLabel, "x" | "y"> {
  /** Where it may stand, the best first. */
  readonly places: readonly { readonly x: number; readonly y: number }[];
}

/** The part of a column that its bars take, the space between two of them, and how wide one gets. */
const BARS = { share: 0.74, gap: 0.1, widestPx: 56 };
/** Around a text. */
const AIR_PX = 1.5;
/** From a point or the end of a bar to the middle of its figure. */
const FROM_POINT_PX = TEXT_PX / 2 + 7;
const FROM_BAR_PX = TEXT_PX / 2 + 3;
/** A part lower than this does not hold its figure. */
const LEAST_PART_PX = TEXT_PX + 2;

export interface BarSlots {
  readonly barPx: number;
  /** Where a bar's middle stands beside that of its column, by what `slotOf` answers. */
  readonly offsets: ReadonlyMap<string, number>;
}

const slotOf = ({ stack, id }: PlotSeries): string => stack ?? id;

/** How wide bars are and where they stand within a column; the drawing uses the same. */
export function barSlots({ series }: TrendPlot, { columnPx }: PlotLayout): BarSlots {
  const bars = series.filter(({ style, isHidden }) => style.shape === "bar" && !isHidden);
  const slots = [...new Set(bars.map(slotOf))];
  const spaces = slots.length + (slots.length - 1) * BARS.gap;
  const barPx = Math.min(BARS.widestPx, (columnPx * BARS.share) / Math.max(spaces, 1));
  const first = (-spaces * barPx) / 2 + barPx / 2;
  return { barPx, offsets: new Map(slots.map((slot, index) => [slot, first + index * barPx * (1 + BARS.gap)])) };
}

export const BAR_GAP = `${BARS.gap * 100}%`;

/** Totals first, then single bars, points of lines, parts of stacks: what comes later gives way. */
export function plotLabels(plot: TrendPlot, layout: PlotLayout, measure: Measure): readonly PlotLabel[] {
  if (!plot.labels) return [];
  const slots = barSlots(plot, layout);
  const lines = linesOf(plot, layout);
  const placed: PlotLabel[] = [];
  const taken: Box[] = [];
  for (const { places, ...label } of candidates(plot, layout, slots)) {
    const width = label.of === "total" ? measure(label.text) * BOLD : measure(label.text);
    // Over its neighbours' parts a figure would pass for theirs.
    if (label.of === "part" && width > layout.columnPx) continue;
    const free = places.filter(({ x, y }) => {
      const box = boxAt(x, y, width);
      return isInside(box, layout) && !taken.some((other) => overlaps(box, other));
    });
    const isClear = ({ x, y }: { x: number; y: number }): boolean =>
      !lines.some((line) => crosses(line, boxAt(x, y, width)));
    const place = free.find(isClear) ?? free[0];
    if (place === undefined) continue;
    taken.push(boxAt(place.x, place.y, width));
    placed.push({ ...label, ...place });
  }
  return placed;
}

/** Bold text is so much wider. */
const BOLD = 1.08;

function candidates(plot: TrendPlot, layout: PlotLayout, { offsets }: BarSlots): Candidate[] {
  const shown = plot.series.filter(({ isHidden }) => !isHidden);
  const yOf = (axis: 0 | 1, value: number): number => heightOf(plot, layout, axis, value);
  const xOf = (column: number, slot: string | null): number =>
    layout.inner.left + (column + 0.5) * layout.columnPx + (slot === null ? 0 : (offsets.get(slot) ?? 0));
  const totals = plot.totals.flatMap(({ stack, axis, tops, points }) =>
    tops.flatMap((top, column): Candidate[] => {
      const text = points[column]?.text ?? "";
      if (top === null || text === "") return [];
      const places = [{ x: xOf(column, stack), y: yOf(axis, top) - FROM_BAR_PX }];
      return [{ text, of: "total", series: null, column, places }];
    }),
  );
  const single = shown.filter(({ stack, style }) => stack === null && style.shape === "bar");
  const bars = single.flatMap((series) =>
    series.points.flatMap(({ value, text }, column): Candidate[] => {
      if (value === null || text === "") return [];
      const end = yOf(series.axis, value) + (value < 0 ? FROM_BAR_PX : -FROM_BAR_PX);
      return [{ text, of: "bar", series, column, places: [{ x: xOf(column, slotOf(series)), y: end }] }];
    }),
  );
  const points = shown
    .filter(({ style }) => style.shape === "line")
    .flatMap((series) =>
      series.points.flatMap(({ value, text }, column): Candidate[] => {
        if (value === null || text === "") return [];
        const [x, y] = [xOf(column, null), yOf(series.axis, value)];
        const places = [
          { x, y: y - FROM_POINT_PX },
          { x, y: y + FROM_POINT_PX },
        ];
        return [{ text, of: "line", series, column, places: value < 0 ? places.toReversed() : places }];
      }),
    );
  return [...totals, ...bars, ...points, ...parts(plot, shown, yOf, xOf)];
}

/** The parts of stacks, each in its middle. */
function parts(
  { columns }: TrendPlot,
  shown: readonly PlotSeries[],
  yOf: (axis: 0 | 1, value: number) => number,
  xOf: (column: number, slot: string | null) => number,
): Candidate[] {
  const stacks = Map.groupBy(
    shown.filter(({ stack }) => stack !== null),
    slotOf,
  );
  return [...stacks].flatMap(([slot, series]) =>
    columns.flatMap((_, column) => {
      const ends = { up: 0, down: 0 };
      return series.flatMap((each): Candidate[] => {
        const { value = null, text = "" } = each.points[column] ?? {};
        if (value === null) return [];
        const way = value < 0 ? "down" : "up";
        const [start, end] = [yOf(each.axis, ends[way]), yOf(each.axis, ends[way] + value)];
        ends[way] += value;
        if (text === "" || Math.abs(end - start) < LEAST_PART_PX) return [];
        return [{ text, of: "part", series: each, column, places: [{ x: xOf(column, slot), y: (start + end) / 2 }] }];
      });
    }),
  );
}

function heightOf({ scales }: TrendPlot, { inner }: PlotLayout, axis: 0 | 1, value: number): number {
  const { min, max } = scales[axis] ?? { min: 0, max: 1 };
  return inner.bottom - ((value - min) / (max - min)) * (inner.bottom - inner.top);
}

const boxAt = (x: number, y: number, width: number): Box => ({
  left: x - width / 2 - AIR_PX,
  right: x + width / 2 + AIR_PX,
  top: y - TEXT_PX / 2 - AIR_PX,
  bottom: y + TEXT_PX / 2 + AIR_PX,
});

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The highest figure may stand beside the units, and none on the labels below. */
const isInside = (box: Box, { inner, width, unitsTop }: PlotLayout): boolean =>
  box.top >= unitsTop && box.bottom <= inner.bottom + TEXT_PX / 2 && box.left >= 0 && box.right <= width;

interface Piece {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The pieces of all lines, between neighbours. */
function linesOf(plot: TrendPlot, layout: PlotLayout): Piece[] {
  const lines = plot.series.filter(({ style, isHidden }) => style.shape === "line" && !isHidden);
  const xOf = (column: number): number => layout.inner.left + (column + 0.5) * layout.columnPx;
  return lines.flatMap(({ axis, points }) =>
    points.flatMap(({ value }, column): Piece[] => {
      const next = points[column + 1]?.value ?? null;
      if (value === null || next === null) return [];
      const [y1, y2] = [value, next].map((each) => heightOf(plot, layout, axis, each));
      return [{ x1: xOf(column), y1: y1 ?? 0, x2: xOf(column + 1), y2: y2 ?? 0 }];
    }),
  );
}

/** Whether a piece of a line runs through a box: its heights over the box's width meet the box's. */
function crosses({ x1, y1, x2, y2 }: Piece, { left, right, top, bottom }: Box): boolean {
  const [from, to] = [Math.max(left, x1), Math.min(right, x2)];
  if (from >= to) return false;
  const at = (x: number): number => y1 + ((y2 - y1) * (x - x1)) / (x2 - x1);
  const heights = extentOfValues([at(from), at(to)]);
  return heights !== null && heights.max > top && heights.min < bottom;
}
