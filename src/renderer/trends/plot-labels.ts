/** Which figures stand where in a trend: none over another, and clear of lines and points wherever there is room. */
import { middleOf, heightOf, drawnShapes, crosses, overlaps, type Box, type DrawnShapes } from "./drawn-shapes.ts";
import { TEXT_PX, type Measure, type PlotLayout } from "./plot-layout.ts";
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
}

interface Candidate extends Pick<PlotLabel, "text" | "of" | "series" | "column"> {
  /** Where it may stand, the best first. */
  readonly places: readonly Place[];
  /** The height of what it stands in; null: it stands beside. */
  readonly roomPx: number | null;
}

/** Around a text. */
const AIR_PX = 1.5;
/** From a point or the end of a bar to the middle of its figure. */
const FROM_POINT_PX = TEXT_PX / 2 + 7;
const FROM_BAR_PX = TEXT_PX / 2 + 3;
/** A figure is set as large as it fits; the smallest is read on paper as the smallest print of a filing is. */
const SIZES: readonly number[] = [TEXT_PX, 10, 9, 8];
/** The height of digits in that of their font; words of growth in Japanese take all of it. */
const DIGITS = 0.76;
/** Bold text is so much wider. */
const BOLD = 1.08;
/** Between a figure and the edges of what it stands in. */
const RIM_PX = 1;
/** A point with its rim. */
const POINT_PX = 4.5;
/** How far a figure may stand from where it is looked for, in pixels, the nearest first. */
const AWAY_PX: readonly number[] = [0, -2, 2, 5, 9, 14, 20];
const ASIDE: readonly number[] = [0, 0.35, -0.35, 0.7, -0.7];

/** What makes a place worse, in pixels that a figure would rather move away. */
const COST = { line: 60, point: 90, beyond: 200, bar: 10, axis: 12, awayPx: 0.7, overPx: 3 };
/** What a figure that is left out costs: a part of a stack the least, as its total is still there. */
const DROPPED: Readonly<Record<PlotLabel["of"], number>> = { total: 200, bar: 200, line: 200, part: 50 };
/** What a size less costs: totals are read across, and are of one size where that can be. */
const SMALLER: Readonly<Record<PlotLabel["of"], number>> = { total: 20, bar: 3, line: 3, part: 2 };

/** Totals first, then single bars, points of lines, parts of stacks: what comes later gives way. */
export function placeLabels(plot: TrendPlot, layout: PlotLayout, measure: Measure): PlacedLabels {
  if (!plot.labels) return { labels: [], cost: 0 };
  const shapes = drawnShapes(plot, layout);
  const labels: PlotLabel[] = [];
  const taken: Box[] = [];
  let cost = 0;
  for (const { places, roomPx, ...label } of candidates(plot, layout, shapes)) {
    const near = shapesNear(shapes, layout, label.column);
    const best = { cost: Infinity, place: null as (Place & { readonly size: number }) | null };
    for (const [step, size] of SIZES.entries()) {
      // Smaller than this nothing better is left to find.
      if (best.cost <= step * SMALLER[label.of]) break;
      const width = (measure(label.text) * (label.of === "total" ? BOLD : 1) * size) / TEXT_PX;
      // Over its neighbours' parts a figure would pass for theirs.
      if (label.of === "part" && width > layout.columnPx) continue;
      for (const place of places) {
        const box = boxAt(place, width, heightPx(label.text, size));
        if (!isInside(box, layout) || taken.some((other) => overlaps(box, other))) continue;
        const over = roomPx === null ? 0 : Math.max(0, box.bottom - box.top - 2 * AIR_PX - (roomPx - 2 * RIM_PX));
        const found =
          step * SMALLER[label.of] +
          place.away * COST.awayPx +
          over * COST.overPx +
          obstacles(box, place, label, near, layout);
        if (found < best.cost) Object.assign(best, { cost: found, place: { ...place, size } });
      }
    }
    if (best.place === null) {
      cost += DROPPED[label.of];
      continue;
    }
    cost += best.cost;
    const { size } = best.place;
    const width = (measure(label.text) * (label.of === "total" ? BOLD : 1) * size) / TEXT_PX;
    taken.push(boxAt(best.place, width, heightPx(label.text, size)));
    labels.push({ ...label, x: best.place.x, y: best.place.y, size });
  }
  return { labels, cost };
}

const heightPx = (text: string, size: number): number =>
  size * (/[\u1100-\u1fff\u2e80-\uffff]/u.test(text) ? 1 : DIGITS);

/** What a box would stand on. */
function obstacles(
  box: Box,
  { y: own, from = own }: Place,
  { of, series, column }: Pick<PlotLabel, "of" | "series" | "column">,
  { points, pieces, bars }: Pick<DrawnShapes, "points" | "pieces" | "bars">,
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
  const onBar = of !== "part" && bars.some((bar) => bar.series !== series && overlaps(box, bar));
  const onAxis = box.left < inner.left - AIR_PX || box.right > inner.right + AIR_PX;
  return (
    crossed * COST.line +
    covered * COST.point +
    (isBeyond ? COST.beyond : 0) +
    (onBar ? COST.bar : 0) +
    (onAxis ? COST.axis : 0)
  );
}

/** Only what is near can be in the way: a figure is never wider than two columns on either side. */
function shapesNear(
  { points, pieces, bars }: DrawnShapes,
  { inner, columnPx }: PlotLayout,
  column: number,
): Pick<DrawnShapes, "points" | "pieces" | "bars"> {
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
  const away = (x: number, y: number, way: 1 | -1, from: number, aside: number): Place[] =>
    AWAY_PX.flatMap((px) =>
      ASIDE.map((share) => ({
        x: x + share * aside,
        y: y + way * (from + px),
        away: Math.hypot(share * aside, px),
        from: y,
      })),
    );
  const totals = plot.totals.flatMap(({ stack, axis, tops, points: figures }) =>
    tops.flatMap((top, column): Candidate[] => {
      const text = figures[column]?.text ?? "";
      if (top === null || text === "") return [];
      const x = middleOf(layout, slots, column, stack);
      const places = away(x, heightOf(plot, layout, axis, top), -1, FROM_BAR_PX, layout.columnPx / 4);
      return [{ text, of: "total", series: null, column, places, roomPx: null }];
    }),
  );
  const single = bars.flatMap(({ series, column, left, right, top, bottom }): Candidate[] => {
    const { value = null, text = "" } = series.points[column] ?? {};
    if (series.stack !== null || value === null || text === "") return [];
    const x = (left + right) / 2;
    const places =
      value < 0
        ? away(x, bottom, 1, FROM_BAR_PX, layout.columnPx / 2)
        : away(x, top, -1, FROM_BAR_PX, layout.columnPx / 2);
    return [{ text, of: "bar", series, column, places, roomPx: null }];
  });
  const onLines = points.flatMap(({ series, column, x, y }): Candidate[] => {
    const { value = null, text = "" } = series.points[column] ?? {};
    if (value === null || text === "") return [];
    const above = away(x, y, -1, FROM_POINT_PX, layout.columnPx / 2);
    const below = away(x, y, 1, FROM_POINT_PX, layout.columnPx / 2);
    const places = value < 0 ? [...below, ...above.map(otherSide)] : [...above, ...below.map(otherSide)];
    return [{ text, of: "line", series, column, places, roomPx: null }];
  });
  // In the middle of each part.
  const parts = bars.flatMap(({ series, column, left, right, top, bottom }): Candidate[] => {
    const { text = "" } = series.points[column] ?? {};
    if (series.stack === null || text === "") return [];
    // A part lower than its figure gives way to the total above it.
    const places = [0, 1, 2, 3, 4].map((px) => ({ x: (left + right) / 2, y: (top + bottom) / 2 + px, away: px }));
    return [{ text, of: "part", series, column, places, roomPx: bottom - top }];
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
