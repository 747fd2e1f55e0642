/** What a trend says in signs: a stack that is not whole, a break of its series, and what the signs mean. */
import type { ScatterSeriesOption } from "echarts/charts";
import { OPEN_TOP } from "../chart/open-top.ts";
import type { Palette } from "../chart/palette.ts";
import type { BarSlots } from "./bar-slots.ts";
import { TEXT_PX, type PlotLayout } from "./plot-layout.ts";
import { ICON_GAP_PX, LEGEND_ICON_PX } from "./plot-legend.ts";
import type { TrendPlot } from "./trend-plot.ts";

/** Dashed, as everything that stands for what nobody knows. */
const DASHES: number[] = [3, 2];
/** How high the sides of a stack without an end go on. */
const OPEN_PX = 12;

/** Above what is known of a stack its sides go on, and nothing closes them: how much is missing nobody knows. */
export function drawLacks(
  { lacks }: TrendPlot,
  { barPx, offsets }: BarSlots,
  palette: Palette,
): readonly ScatterSeriesOption[] {
  return lacks.flatMap(({ stack, axis, columns }): ScatterSeriesOption[] => {
    const data = columns.flatMap((lack, column) => (lack?.top == null ? [] : [[column, lack.top]]));
    if (data.length === 0) return [];
    return [
      {
        id: `lack ${stack}`,
        type: "scatter",
        yAxisIndex: axis,
        clip: false,
        silent: true,
        z: 4,
        symbol: OPEN_TOP,
        symbolSize: [barPx - 1, OPEN_PX],
        symbolOffset: [offsets.get(stack) ?? 0, -OPEN_PX / 2],
        itemStyle: { color: "transparent", borderColor: palette.ink, borderWidth: 1.25, borderType: DASHES },
        data,
      },
    ];
  });
}

const stroke = (palette: Palette) => ({ stroke: palette.ink, fill: "none", lineWidth: 1.25 });

const lineOf = (x1: number, y1: number, x2: number, y2: number, style: object) => ({
  type: "line" as const,
  silent: true,
  shape: { x1, y1, x2, y2 },
  style,
});

/** Between the two strokes of a break. */
const BREAK_PX = 3;

/** A break is two thin strokes over the whole height, which lean towards each other across the axis. */
export function drawBreaks({ columns }: TrendPlot, { inner, columnPx }: PlotLayout, palette: Palette) {
  return columns.flatMap(({ breaks }, column) => {
    if (breaks.length === 0) return [];
    const x = inner.left + column * columnPx;
    return [-BREAK_PX / 2, BREAK_PX / 2].flatMap((aside) => [
      lineOf(x + aside, inner.top, x + aside, inner.bottom, { stroke: palette.strongRule, lineWidth: 1 }),
      lineOf(x + aside + 3, inner.bottom - 5, x + aside - 3, inner.bottom + 5, stroke(palette)),
    ]);
  });
}

/** The entries of the legend that stand for no series. */
export function drawSigns({ signs }: PlotLayout, palette: Palette) {
  return signs.flatMap(({ kind, label, left, top, widthPx }) => {
    const [right, bottom] = [left + LEGEND_ICON_PX - 2, top + 10];
    const dashed = { ...stroke(palette), lineDash: DASHES };
    const quiet = { ...dashed, stroke: palette.quiet, lineWidth: 1 };
    const mark =
      kind === "rest"
        ? [{ type: "rect" as const, shape: { x: left, y: top + 1, width: right - left, height: 9 }, style: quiet }]
        : kind === "incomplete"
          ? [left, right].map((x) => lineOf(x, bottom, x, top, dashed))
          : [0, BREAK_PX].map((x) => lineOf(left + 8 + x, top, left + 2 + x, bottom, stroke(palette)));
    return [...mark, legendText(label, left + LEGEND_ICON_PX + ICON_GAP_PX, top, widthPx, palette)];
  });
}

/** The names of the lines whose years stand beside them. */
export const drawLegendLines = ({ lines }: PlotLayout, palette: Palette) =>
  lines.map(({ label, left, top, widthPx }) => legendText(label, left, top, widthPx, palette));

const legendText = (text: string, x: number, top: number, width: number, palette: Palette) => ({
  type: "text" as const,
  style: {
    text,
    x,
    y: top + 5,
    align: "left" as const,
    verticalAlign: "middle" as const,
    fill: palette.quiet,
    font: `400 ${TEXT_PX}px ${palette.font}`,
    width,
    overflow: "truncate" as const,
  },
});
