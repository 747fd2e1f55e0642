/** Which figures stand where in a trend: none over another, and clear of lines and points wherever there is room. */
import { middleOf, heightOf, drawnShapes, crosses, overlaps, type Box, type DrawnShapes } from "./drawn-shapes.ts";
import { TEXT_PX, type PlotLayout } from "./plot-layout.ts";
import type { Measure } from "./plot-legend.ts";
import type { PlotSeries, TrendPlot } from "./trend-plot.ts";

export interface PlotLabel {
  readonly text: string;
  /** The middle of the text. */
  readonly x: number;
  readonly y: number;
  /** Of the text, in pixels. */
  readonly size: number;
  /** What it stands for: a total is set in bold, a part of a stack in a colour that is read on the part's own. */
  readonly of: "total" | "bar" | "line" | "part";
  /** Null: a total. */
  readonly series: PlotSeries | null;
  readonly column: number;
}

/** Figures as they were placed, and how far from well: 0 where each stands where it is looked for, clear of everything. */
export interface PlacedLabels {
  readonly labels: readonly PlotLabel[];
  readonly cost: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
  /** How far from where it is looked for, in pixels. */
  readonly away: number;
  /** The height of the bar's end that it tells of; what stands beyond a point of a line would pass for the line's. */
  readonly from?: number;
  /** The middle of that bar. */
  readonly barX?: number;
}

interface Candidate extends Pick<PlotLabel, "text" | "of" | "series" | "column"> {
  /** Where it may stand, the best first. */
  readonly places: readonly Place[];
  /** What it stands in; null: it stands beside. */
  readonly room: Box | null;
}

/** Around a text. */
const AIR_PX = 1.5;
/** From a point or the end of a bar to the middle of its figure. */
const FROM_POINT_PX = TEXT_PX / 2 + 7;
const FROM_BAR_PX = TEXT_PX / 2 + 3;
/** Figures are set as large as they fit; the smallest is read on paper as the smallest print of a filing is. */
const SIZES: readonly number[] = [TEXT_PX, 10, 9, 8];
/** The height of digits in that of their font; words of growth in Japanese take all of it. */
const DIGITS = 0.76;
/** Bold text is so much wider. */
const BOLD = 1.08;
/** Between a figure and the edges of what it stands in: room for its halo, and for commas below its digits. */
const RIM_PX = 2;
/** A point with its rim. */
const POINT_PX = 4.5;
/** How far a figure may stand from where it is looked for, in pixels, the nearest first. */
const AWAY_PX: readonly number[] = [0, -2, 2, 5, 9, 14, 20];
const ASIDE: readonly number[] = [0, 0.35, -0.35, 0.7, -0.7];

/** What makes a place worse, in pixels that a figure would rather move away. */
const COST = { line: 60, point: 90, beyond: 200, bar: 10, part: 40, axis: 12, awayPx: 0.7 };
/** What a figure that is left out costs: a part of a stack the least, as its total is still there. */
const DROPPED: Readonly<Record<PlotLabel["of"], number>> = { total: 200, bar: 200, line: 200, part: 20 };
/** What a size less costs: one figure more is worth all of it, and so are three parts of stacks. */
const SMALLER = 60;

type Near = Pick<DrawnShapes, "points" | "pieces" | "bars">;

/** One size for all figures of a chart: that at which they stand best. */
export function placeLabels(plot: TrendPlot, layout: PlotLayout, measure: Measure): PlacedLabels {
  if (!plot.labels) return { labels: [], cost: 0 };
  const shapes = drawnShapes(plot, layout);
  const asked = candidates(plot, layout, shapes).map((of) => ({ ...of, near: shapesNear(shapes, layout, of.column) }));
  let best: PlacedLabels = { labels: [], cost: Infinity };
  for (const [step, size] of SIZES.entries()) {
    // Smaller than this nothing better is left to find.
    if (best.cost <= step * SMALLER) break;
    const placed = placeAt(size, step * SMALLER, asked, layout, measure);
    if (placed.cost < best.cost) best = placed;
  }
  return best;
}

/** Totals first, then single bars, points of lines, parts of stacks: what comes later gives way. */
function placeAt(
  size: number,
  least: number,
  asked: readonly (Candidate & { readonly near: Near })[],
  layout: PlotLayout,
  measure: Measure,
): PlacedLabels {
  const labels: PlotLabel[] = [];
  const taken: Box[] = [];
  let cost = least;
  for (const { places, room, near, ...label } of asked) {
    const width = (measure(label.text) * (label.of === "total" ? BOLD : 1) * size) / TEXT_PX;
    const height = heightPx(label.text, size);
    let best: { readonly cost: number; readonly place: Place; readonly box: Box } | null = null;
    for (const place of places) {
      const box = boxAt(place, width, height);
      if (!isInside(box, layout) || (room !== null && !fits(place, width, height, room))) continue;
      if (taken.some((other) => overlaps(box, other) || isBetween(other, box, place))) continue;
      const found = place.away * COST.awayPx + obstacles(box, place, label, near, layout);
      if (best === null || found < best.cost) best = { cost: found, place, box };
    }
    cost += best?.cost ?? DROPPED[label.of];
    if (best === null) continue;
    taken.push(best.box);
    labels.push({ ...label, x: best.place.x, y: best.place.y, size });
  }
  return { labels, cost };
}

/** Over its neighbours' parts a figure would pass for theirs. */
const fits = ({ x, y }: Place, width: number, height: number, room: Box): boolean =>
  x - width / 2 >= room.left &&
  x + width / 2 <= room.right &&
  y - height / 2 >= room.top + RIM_PX &&
  y + height / 2 <= room.bottom - RIM_PX;

/** Whether a figure stands between another and the end of the bar that the other tells of, and would pass for it. */
const isBetween = (figure: Box, box: Box, { y, from = y, barX }: Place): boolean =>
  barX !== undefined &&
  figure.left < Math.max(box.right, barX) &&
  figure.right > Math.min(box.left, barX) &&
  figure.top < Math.max(y, from) &&
  figure.bottom > Math.min(y, from);

const heightPx = (text: string, size: number): number =>
  size * (/[\u1100-\u1fff\u2e80-\uffff]/u.test(text) ? 1 : DIGITS);

/** What a box would stand on. */
function obstacles(
  box: Box,
  { y: own, from = own }: Place,
  { of, series, column }: Pick<PlotLabel, "of" | "series" | "column">,
  { points, pieces, bars }: Near,
  { inner }: PlotLayout,
): number {
  const crossed = pieces.filter((piece) => crosses(piece, box)).length;
  const covered = points.filter(({ x, y }) =>
    overlaps(box, { left: x - POINT_PX, right: x + POINT_PX, top: y - POINT_PX, bottom: y + POINT_PX }),
  ).length;
  const isBeyond =
    of !== "line" &&
    points.some((at) => at.column === column && Math.min(own, from) < at.y && at.y < Math.max(own, from));
  // A part's figure stands on its bar, and a line's over whatever bars there are rather than far from its point.
  const under = of === "part" ? [] : bars.filter((bar) => bar.series !== series && overlaps(box, bar));
  // In a part of a stack it would pass for the part's.
  const onPart = under.some((bar) => bar.series.stack !== null);
  const onAxis = box.left < inner.left - AIR_PX || box.right > inner.right + AIR_PX;
  return (
    crossed * COST.line +
    covered * COST.point +
    (isBeyond ? COST.beyond : 0) +
    (onPart ? COST.part : under.length > 0 ? COST.bar : 0) +
    (onAxis ? COST.axis : 0)
  );
}

/** Only what is near can be in the way: a figure is never wider than two columns on either side. */
function shapesNear({ points, pieces, bars }: DrawnShapes, { inner, columnPx }: PlotLayout, column: number): Near {
  const middle = inner.left + (column + 0.5) * columnPx;
  const reach = 2.5 * columnPx + 40;
  const [left, right] = [middle - reach, middle + reach];
  return {
    points: points.filter(({ x }) => x > left && x < right),
    pieces: pieces.filter(({ x1, x2 }) => x2 > left && x1 < right),
    bars: bars.filter((bar) => bar.right > left && bar.left < right),
  };
}

function candidates(plot: TrendPlot, layout: PlotLayout, shapes: DrawnShapes): Candidate[] {
  const { slots, bars, points } = shapes;
  const away = (x: number, y: number, way: 1 | -1, from: number, aside: number, of: "bar" | "point"): Place[] =>
    AWAY_PX.flatMap((px) =>
      ASIDE.map((share) => ({
        x: x + share * aside,
        y: y + way * (from + px),
        away: Math.hypot(share * aside, px),
        from: y,
        ...(of === "bar" ? { barX: x } : {}),
      })),
    );
  const totals = plot.totals.flatMap(({ stack, axis, tops, points: figures }) =>
    tops.flatMap((top, column): Candidate[] => {
      const text = figures[column]?.text ?? "";
      if (top === null || text === "") return [];
      const x = middleOf(layout, slots, column, stack);
      const places = away(x, heightOf(plot, layout, axis, top), -1, FROM_BAR_PX, layout.columnPx / 4, "bar");
      return [{ text, of: "total", series: null, column, places, room: null }];
    }),
  );
  const single = bars.flatMap(({ series, column, left, right, top, bottom }): Candidate[] => {
    const { value = null, text = "" } = series.points[column] ?? {};
    if (series.stack !== null || value === null || text === "") return [];
    const x = (left + right) / 2;
    const places =
      value < 0
        ? away(x, bottom, 1, FROM_BAR_PX, layout.columnPx / 2, "bar")
        : away(x, top, -1, FROM_BAR_PX, layout.columnPx / 2, "bar");
    return [{ text, of: "bar", series, column, places, room: null }];
  });
  const onLines = points.flatMap(({ series, column, x, y }): Candidate[] => {
    const { value = null, text = "" } = series.points[column] ?? {};
    if (value === null || text === "") return [];
    const above = away(x, y, -1, FROM_POINT_PX, layout.columnPx / 2, "point");
    const below = away(x, y, 1, FROM_POINT_PX, layout.columnPx / 2, "point");
    const places = value < 0 ? [...below, ...above.map(otherSide)] : [...above, ...below.map(otherSide)];
    return [{ text, of: "line", series, column, places, room: null }];
  });
  // In the middle of each part.
  const parts = bars.flatMap(({ series, column, left, right, top, bottom }): Candidate[] => {
    const { text = "" } = series.points[column] ?? {};
    if (series.stack === null || text === "") return [];
    const room = { left, right, top, bottom };
    // Out of the way of what stands above or below it.
    const places = [0, 1, -1, 2, -2, 3, -3, 4, -4].map((px) => ({
      x: (left + right) / 2,
      y: (top + bottom) / 2 + px,
      away: Math.abs(px),
    }));
    return [{ text, of: "part", series, column, places, room }];
  });
  return [...totals, ...single, ...onLines, ...parts];
}

/** The other side of a point is a little worse than its own. */
const otherSide = (place: Place): Place => ({ ...place, away: place.away + 1 });

const boxAt = ({ x, y }: Pick<Place, "x" | "y">, width: number, height: number): Box => ({
  left: x - width / 2 - AIR_PX,
  right: x + width / 2 + AIR_PX,
  top: y - height / 2 - AIR_PX,
  bottom: y + height / 2 + AIR_PX,
});

/** The highest figure may stand beside the units, and none on the labels below. */
const isInside = (box: Box, { inner, width, unitsTop }: PlotLayout): boolean =>
  box.top >= unitsTop && box.bottom <= inner.bottom + TEXT_PX / 2 && box.left >= 0 && box.right <= width;
