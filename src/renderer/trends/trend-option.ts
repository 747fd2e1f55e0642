/** A trend for ECharts. */
import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption, ScatterSeriesOption } from "echarts/charts";
import { inLines, labelsShown } from "../chart/chart-option.ts";
import type { Palette } from "../chart/palette.ts";
import { isRepeated, STRIPES } from "../chart/series-looks.ts";
import { mixed, readableOn } from "./colours.ts";
import {
  categoryAxes,
  figurePart,
  framePart,
  onPaper,
  textStyle,
  valueAxes,
  type PictureOption,
  type PictureWords,
} from "./option-parts.ts";
import { BAR_GAP, barSlots, type BarSlots } from "./bar-slots.ts";
import { drawBreaks, drawLacks, drawLegendLines, drawSigns } from "./trend-signs.ts";
import { placeLabels, type PlotLabel } from "./plot-labels.ts";
import { LABEL_LINE_PX, TEXT_PX, type PlotLayout } from "./plot-layout.ts";
import { LEGEND_GAP_PX, LEGEND_ICON_PX, type Measure } from "./plot-legend.ts";
import type { PlotSeries, PlotTotal, SeriesStyle, TrendPlot } from "./trend-plot.ts";

/** Between two labels below the chart: as a rule, and at the least. */
const LABEL_GAP_PX = { usual: 10, least: 4 };
/** The smallest is read on paper as the smallest print of a filing is. */
const LABEL_SIZES: readonly number[] = [TEXT_PX, 10, 9, 8];

/** The size at which every column can be named, the largest first; where none is, which columns are. */
export function columnLabels(
  labels: readonly string[],
  roomPx: number,
  measure: Measure,
): { readonly size: number; readonly isShown: (column: number) => boolean } {
  const widest = Math.max(0, ...labels.flatMap((label) => inLines(label).split("\n")).map(measure));
  const fits = (size: number, gap: number): boolean => labels.length * ((widest * size) / TEXT_PX + gap) <= roomPx;
  const size = LABEL_SIZES.find((each) => fits(each, each === TEXT_PX ? LABEL_GAP_PX.usual : LABEL_GAP_PX.least));
  if (size !== undefined) return { size, isShown: () => true };
  return { size: TEXT_PX, isShown: labelsShown(labels.length, roomPx, widest + LABEL_GAP_PX.usual) };
}

export function trendOption(
  plot: TrendPlot,
  layout: PlotLayout,
  words: PictureWords,
  palette: Palette,
  measure: Measure,
): PictureOption {
  const labels = plot.columns.map(({ label }) => label);
  const { size: fontSize, isShown } = columnLabels(labels, layout.inner.right - layout.inner.left, measure);
  const slots = barSlots(plot, layout);
  return {
    ...framePart(layout, words, palette),
    legend: legendPart(plot, layout, palette),
    xAxis: categoryAxes(
      labels,
      { interval: isShown, formatter: inLines, lineHeight: LABEL_LINE_PX, fontSize },
      palette,
    ),
    yAxis: valueAxes(plot, plot.scales, words.negatives, palette),
    series: [
      ...plot.series.flatMap((series) => drawSeries(series, slots, palette)),
      ...plot.totals.flatMap((total) => drawRest(total, slots, words, palette)),
      ...drawLacks(plot, slots, palette),
      ...drawMarks(plot, layout, palette),
      drawOver([
        ...drawBreaks(plot, layout, palette),
        ...drawLegendLines(layout, palette),
        ...drawSigns(layout, palette),
        ...placeLabels(plot, layout, measure).labels.map((label) =>
          figurePart(label.text, label.x, label.y, "middle", inkOf(label, palette)),
        ),
      ]),
    ],
  };
}

/** One row of the legend is one legend, so that rows break where they were measured to. */
function legendPart(
  { series }: TrendPlot,
  { legend }: PlotLayout,
  palette: Palette,
): NonNullable<PictureOption["legend"]> {
  const texts = new Map(legend.flatMap(({ entries }) => entries.map(({ id, text }) => [id, text])));
  const selected = Object.fromEntries(series.map(({ id, isHidden }) => [id, !isHidden]));
  return legend.map(({ entries, left, top }) => ({
    data: entries.map(({ id }) => id),
    left,
    top,
    padding: 0,
    itemGap: LEGEND_GAP_PX,
    itemWidth: LEGEND_ICON_PX,
    itemHeight: 9,
    selected,
    inactiveColor: palette.strongRule,
    formatter: (id: string) => texts.get(id) ?? "",
    textStyle: textStyle(palette),
  }));
}

/** ECharts' own sign for a gap. */
const NOTHING = "-";

/** Mixed with the paper, not transparent: what lies behind must not show. */
const colourOf = (style: SeriesStyle, palette: Palette): string =>
  mixed(palette.colourOf(style), palette.paper, style.opacity);

function drawSeries(
  series: PlotSeries,
  { barPx }: BarSlots,
  palette: Palette,
): readonly (BarSeriesOption | LineSeriesOption)[] {
  const { id, axis, style, points, stack, breaks } = series;
  const common = { id, name: id, yAxisIndex: axis, emphasis: { disabled: true }, cursor: "pointer" };
  const color = colourOf(style, palette);
  if (style.shape === "line") {
    // Interrupted where the series breaks: each piece is drawn by itself, under one name of the legend.
    return [0, ...breaks].map((from, piece): LineSeriesOption => {
      const to = breaks[piece] ?? points.length;
      return {
        ...common,
        id: pieceId(id, piece),
        type: "line",
        z: 5,
        connectNulls: false,
        showAllSymbol: true,
        symbol: "circle",
        symbolSize: 7,
        lineStyle: { color, width: 2, ...(isRepeated(style) ? { type: "dashed" as const } : {}) },
        itemStyle: { color },
        data: points.map(({ value, isHollow }, column) => ({
          value: column >= from && column < to ? (value ?? NOTHING) : NOTHING,
          itemStyle: isHollow
            ? { color: palette.paper, borderColor: color, borderWidth: 2 }
            : { color, borderColor: palette.paper, borderWidth: 1 },
        })),
      };
    });
  }
  const bars: BarSeriesOption = {
    ...common,
    type: "bar",
    ...(stack === null ? {} : { stack }),
    barWidth: barPx,
    barGap: BAR_GAP,
    itemStyle: {
      color,
      borderColor: palette.paper,
      borderWidth: stack === null ? 0 : 0.75,
      ...(isRepeated(style) ? { decal: STRIPES } : {}),
    },
    data: points.map(({ value, isHollow }) => ({
      value: value ?? NOTHING,
      ...(isHollow ? { itemStyle: { color: palette.paper, borderColor: color, borderWidth: 1.5 } } : {}),
    })),
  };
  return [bars];
}

/** A line that breaks is several series; the first has the name that the others go by. */
const pieceId = (id: string, piece: number): string => (piece === 0 ? id : `${id}${PIECE}${piece}`);
const PIECE = " piece ";

/** The series that a piece of a drawing is of. */
export const seriesOfPiece = (id: string): string => id.split(PIECE)[0] ?? id;

/** What of a total nobody broke down is an empty frame on top of its stack. */
function drawRest(
  { stack, axis, rests }: PlotTotal,
  { barPx }: BarSlots,
  words: PictureWords,
  palette: Palette,
): BarSeriesOption[] {
  if (rests.every((rest) => rest === null)) return [];
  return [
    {
      id: `rest ${stack}`,
      name: words.rest,
      type: "bar",
      stack,
      yAxisIndex: axis,
      barWidth: barPx,
      silent: true,
      itemStyle: { color: "transparent", borderColor: palette.quiet, borderWidth: 1, borderType: [3, 2] },
      data: rests.map((rest) => rest ?? NOTHING),
    },
  ];
}

type Render = Extract<CustomSeriesOption["renderItem"], (...args: never[]) => unknown>;
type Group = Extract<ReturnType<Render>, { readonly type: "group" }>;

/** What stands where it was placed, over everything that is drawn. */
function drawOver(children: Readonly<Group["children"]>): CustomSeriesOption {
  return {
    id: "labels",
    type: "custom",
    silent: true,
    clip: false,
    z: 8,
    data: [[0, 0]],
    renderItem: () => ({
      type: "group",
      // Else what stood there before would stay where there is less now.
      $mergeChildren: false,
      children: [...children],
    }),
  };
}

function inkOf({ of, series, column, size }: PlotLabel, palette: Palette) {
  const weight = of === "total" ? 600 : 400;
  const bare = { weight, size, font: palette.font, fill: palette.ink, halo: palette.paper };
  if (series === null || of === "bar") return bare;
  const colour = colourOf(series.style, palette);
  if (of === "line") return { ...bare, fill: colour };
  return series.points[column]?.isHollow === true ? bare : { ...bare, fill: readableOn(colour), halo: colour };
}

/** Events are diamonds, notes squares, below the labels of their columns; several have their number beside them. */
function drawMarks(
  { columns, scales }: TrendPlot,
  { inner, marksTop }: PlotLayout,
  palette: Palette,
): ScatterSeriesOption[] {
  const axis = scales[0] === null ? 1 : 0;
  const floor = scales[axis]?.min ?? 0;
  const down = marksTop + 8 - inner.bottom;
  return (["events", "notes"] as const).flatMap((kind): ScatterSeriesOption[] => {
    const data = columns.flatMap((column, index) => {
      const count = column[kind].length;
      if (count === 0) return [];
      const other = column[kind === "events" ? "notes" : "events"].length;
      // Side by side where a column has both.
      const aside = other === 0 ? 0 : kind === "events" ? -12 : 12;
      const label = { formatter: () => (count > 1 ? String(count) : "") };
      return [{ value: [index, floor], symbolOffset: [aside, down], label }];
    });
    if (data.length === 0) return [];
    return [
      {
        id: kind,
        name: kind,
        type: "scatter",
        yAxisIndex: axis,
        clip: false,
        silent: true,
        z: 7,
        symbol: kind === "events" ? "diamond" : "rect",
        symbolSize: kind === "events" ? 9 : 7,
        itemStyle:
          kind === "events"
            ? { color: palette.ink }
            : { color: palette.paper, borderColor: palette.ink, borderWidth: 1.25 },
        label: {
          show: true,
          position: "right",
          distance: 2,
          ...textStyle(palette),
          ...onPaper(palette),
          fontSize: TEXT_PX - 1,
        },
        data,
      },
    ];
  });
}
