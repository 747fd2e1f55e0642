/** The chart for ECharts, from the chart's data and the window's words and colours. */
import type { BarSeriesOption, LineSeriesOption } from "echarts/charts";
import type { GridComponentOption, TooltipComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import { showFigure, type NegativeStyle } from "#core/format-amount.ts";
import { unitOf } from "#core/units.ts";
import type { AxisScale } from "./axes.ts";
import { chartScales } from "./chart-scales.ts";
import type { ChartData } from "./chart-series.ts";
import { OPEN_TOP } from "./open-top.ts";
import type { Palette } from "./palette.ts";
import { isRepeated, seriesLooks, STRIPES, type SeriesLook } from "./series-looks.ts";

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | TooltipComponentOption
>;

export interface ChartWords {
  readonly labelOf: (series: string) => string;
  readonly noValue: string;
  /** That a stack is not whole, for want of these lines. */
  readonly lacking: (lines: readonly string[]) => string;
  readonly negatives: NegativeStyle;
}

const LABEL_SIZE_PX = 11;
const BAR_WIDEST_PX = 34;

/** Decimals that tell two neighbouring grid lines apart: none for 2,500, one for 2.5 %. */
export function axisDecimals(interval: number, unit: string): number {
  const { kind } = unitOf(unit);
  const printed = kind === "percent" || kind === "points" ? interval * 100 : interval;
  for (let decimals = 0; decimals < 6; decimals++) {
    const scaled = printed * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return decimals;
  }
  return 6;
}

/** Room that both value axes take from the categories, and what one label such as `2Q06` needs. */
const AXES_PX = 84;
const CATEGORY_LABEL_PX = 38;
/** A character of a label and the space to the next label; those of Chinese and Japanese are as wide as high. */
const LABEL_CHARACTER_PX = { narrow: 6.2, wide: LABEL_SIZE_PX };
const LABEL_GAP_PX = 8;
const LABEL_LINE_PX = 13;

/** The longer names of periods stand in several lines: year below quarter. */
export const inLines = (label: string): string => label.replaceAll(" ", "\n");

function labelPx(label: string): number {
  const lines = inLines(label)
    .split("\n")
    .map((line) =>
      [...line].reduce((sum, each) => sum + LABEL_CHARACTER_PX[each.charCodeAt(0) > 0x2e7f ? "wide" : "narrow"], 0),
    );
  return Math.max(CATEGORY_LABEL_PX, LABEL_GAP_PX + Math.max(...lines));
}

/** Shows every n-th label, counted from the newest, which is the one people look for. */
export function labelsShown(count: number, roomPx: number, labelPx: number): (index: number) => boolean {
  const step = Math.max(1, Math.ceil((count * labelPx) / Math.max(roomPx, 1)));
  return (index) => (count - 1 - index) % step === 0;
}

export function chartOption(data: ChartData, words: ChartWords, palette: Palette, widthPx: number): ChartOption {
  const looks = seriesLooks(data.series);
  const categories = data.columns.map(({ label }) => label);
  const text = { color: palette.quiet, fontFamily: palette.font, fontSize: LABEL_SIZE_PX };
  return {
    animation: false,
    backgroundColor: "transparent",
    textStyle: text,
    grid: { left: 2, right: 2, top: 8, bottom: 2, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: [
      {
        type: "category",
        data: categories,
        axisLine: { show: false, onZero: false },
        axisTick: { show: false },
        axisLabel: {
          ...text,
          interval: labelsShown(categories.length, widthPx - AXES_PX, Math.max(0, ...categories.map(labelPx))),
          formatter: inLines,
          lineHeight: LABEL_LINE_PX,
          margin: 6,
        },
      },
      {
        // The line of zero, apart from the labels: these stay below bars that go down.
        type: "category",
        data: categories,
        position: "bottom",
        axisLine: { onZero: true, lineStyle: { color: palette.strongRule } },
        axisTick: { show: false },
        axisLabel: { show: false },
        axisPointer: { show: false },
      },
    ],
    yAxis: valueAxes(data, words, palette),
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      confine: true,
      axisPointer: { type: "shadow", shadowStyle: { color: palette.strongRule, opacity: 0.25 } },
      backgroundColor: palette.raised,
      borderColor: palette.strongRule,
      borderWidth: 1,
      padding: 8,
      textStyle: { ...text, color: palette.ink },
      formatter: (hovered: unknown) => tooltipText(markersOf(hovered), data, looks, words),
    },
    series: [...looks.map((look) => drawSeries(look, words, palette)), drawMissing(data, palette)],
  };
}

/** The part of an option that an edit changes: values and scales. */
export function chartUpdate(data: ChartData, words: ChartWords, palette: Palette): ChartOption {
  return {
    yAxis: valueAxes(data, words, palette),
    series: [
      ...seriesLooks(data.series).map((look) => ({
        id: look.series.id,
        type: look.series.kind,
        data: pointsOf(look, palette),
      })),
      drawMissing(data, palette),
    ],
  };
}

/** Two charts of one structure differ in their values alone. */
export function structureOf({ kind, columns, series, units }: ChartData): string {
  const looks = series.map(({ id, axis, colour }) => [id, axis, colour]);
  return JSON.stringify([kind, columns.map(({ label }) => label), units, looks]);
}

/** ECharts' own sign for a gap. */
const drawn = (value: number | null): number | "-" => value ?? "-";

/** Every value, those that rest on an implied figure as outlines. */
function pointsOf(look: SeriesLook, palette: Palette) {
  const { series, shape } = look;
  const outline = { color: palette.paper, borderColor: palette.colourOf(look), borderWidth: 1.5 };
  return series.values.map((value, column) => ({
    value: drawn(value),
    ...(series.hollow[column] === true && shape !== "rest" ? { itemStyle: outline } : {}),
  }));
}

/** Above what is known of a stack its sides go on, dashed, and nothing closes them. */
function drawMissing({ missing }: ChartData, palette: Palette): LineSeriesOption {
  return {
    id: MISSING,
    type: "line",
    yAxisIndex: 0,
    z: 4,
    silent: true,
    tooltip: { show: false },
    lineStyle: { opacity: 0 },
    showAllSymbol: true,
    symbol: OPEN_TOP,
    symbolSize: [MISSING_WIDTH_PX, MISSING_PX],
    symbolOffset: [0, -MISSING_PX / 2],
    itemStyle: { color: "transparent", borderColor: palette.ink, borderWidth: 1.25, borderType: [3, 2] },
    data: missing.map((lack) => drawn(lack?.top ?? null)),
  };
}

const MISSING = "missing parts";
/** As high as a figure, and narrower than the narrowest bar. */
const MISSING_PX = 10;
const MISSING_WIDTH_PX = 14;

function valueAxes(
  { series, units }: ChartData,
  { negatives }: ChartWords,
  palette: Palette,
): NonNullable<ChartOption["yAxis"]> {
  const scales = chartScales(series);
  const isLeftEmpty = scales[0] === null;
  return ([0, 1] as const).map((index) => {
    const scale: AxisScale | null = scales[index];
    const unit = units[index] ?? "";
    const decimals = scale === null ? 0 : axisDecimals(scale.interval, unit);
    return {
      type: "value" as const,
      position: index === 0 ? ("left" as const) : ("right" as const),
      show: scale !== null,
      ...(scale ?? { min: 0, max: 1, interval: 1 }),
      axisLine: { show: false },
      axisTick: { show: false },
      // The right axis has its lines where the left one has them: drawn once.
      splitLine: { show: index === 0 || isLeftEmpty, lineStyle: { color: palette.rule } },
      axisLabel: {
        color: palette.quiet,
        fontFamily: palette.font,
        fontSize: LABEL_SIZE_PX,
        margin: 6,
        formatter: (value: number) => showFigure(value, { of: { unit }, decimals, negatives, amounts: "entered" }),
      },
    };
  });
}

function drawSeries(look: SeriesLook, { labelOf }: ChartWords, palette: Palette): BarSeriesOption | LineSeriesOption {
  const { series, shape } = look;
  const color = palette.colourOf(look);
  const { id, axis, isStacked } = series;
  const common = { id, name: labelOf(id), yAxisIndex: axis, data: pointsOf(look, palette) };
  if (shape === "line") {
    return {
      ...common,
      type: "line",
      z: 5,
      connectNulls: false,
      showAllSymbol: true,
      symbol: "circle",
      symbolSize: 6,
      lineStyle: { color, width: 1.75, ...(isRepeated(look) ? { type: "dashed" as const } : {}) },
      itemStyle: { color, borderColor: palette.paper, borderWidth: 1 },
      emphasis: { disabled: true },
    };
  }
  const fill =
    shape === "rest"
      ? { color: "transparent", borderColor: color, borderWidth: 1, borderType: [3, 2] }
      : {
          color,
          borderColor: palette.paper,
          borderWidth: isStacked ? 0.75 : 0,
          ...(isRepeated(look) ? { decal: STRIPES } : {}),
        };
  return {
    ...common,
    type: "bar",
    ...(isStacked ? { stack: "total" } : {}),
    barMaxWidth: BAR_WIDEST_PX,
    barCategoryGap: "28%",
    barGap: "8%",
    itemStyle: fill,
    emphasis: { disabled: true },
  };
}

/** The hovered column and ECharts' own coloured marks, by series id. */
interface Hovered {
  readonly index: number;
  readonly markers: ReadonlyMap<string, string>;
}

function markersOf(hovered: unknown): Hovered {
  const points: readonly unknown[] = Array.isArray(hovered) ? hovered : [hovered];
  let index = -1;
  const markers = new Map<string, string>();
  for (const point of points) {
    if (typeof point !== "object" || point === null) continue;
    if ("dataIndex" in point && typeof point.dataIndex === "number") index = point.dataIndex;
    if (!("seriesId" in point) || !("marker" in point)) continue;
    if (typeof point.seriesId === "string" && typeof point.marker === "string")
      markers.set(point.seriesId, point.marker);
  }
  return { index, markers };
}

/** A tooltip wider than the chart beside the grid would cover all of it; wide characters count double. */
const TOOLTIP_LABEL_UNITS = 30;
const FIGURE_SPACE = "\u2007";
/** ECharts marks a series by its fill, and this one has none. */
const REST_MARKER = "□ ";

function tooltipText(
  { index, markers }: Hovered,
  { columns, units, missing }: ChartData,
  looks: readonly SeriesLook[],
  words: ChartWords,
): string {
  const rows = looks.flatMap(({ series, shape }) => {
    const value = series.values[index] ?? null;
    if (value === null && shape === "rest") return [];
    const unit = units[series.axis] ?? "";
    const decimals = series.decimals[index] ?? null;
    const { negatives } = words;
    const text =
      value === null ? words.noValue : showFigure(value, { of: { unit }, decimals, negatives, amounts: "entered" });
    const marker = shape === "rest" ? REST_MARKER : (markers.get(series.id) ?? "");
    return [{ marker, text, label: shortened(plain(words.labelOf(series.id))) }];
  });
  const width = Math.max(0, ...rows.map(({ text }) => text.length));
  // Top of the stack first, as the eye meets it; figures before labels, so that they align without a table.
  const lines = rows
    .toReversed()
    .map(({ marker, text, label }) => `${marker}${text.padStart(width, FIGURE_SPACE)}  ${label}`);
  const lack = missing[index] ?? null;
  const lacking = lack === null ? [] : [plain(words.lacking(lack.lines))];
  return [columns[index]?.label ?? "", ...lines, ...lacking].join("\n");
}

/** Braces and bars would be read as styles. */
const plain = (text: string): string => text.replace(/[{}|]/g, " ");

export function shortened(text: string): string {
  let width = 0;
  for (const [at, character] of [...text].entries()) {
    width += character.charCodeAt(0) > 0x2e7f ? 2 : 1;
    if (width > TOOLTIP_LABEL_UNITS) return `${[...text].slice(0, Math.max(at - 1, 1)).join("")}…`;
  }
  return text;
}
