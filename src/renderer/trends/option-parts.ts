/** What trends and bridges have in common in their options: title, axes, fonts. */
import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { NegativeStyle } from "#core/format-amount.ts";
import type { AxisScale } from "../chart/axes.ts";
import type { Palette } from "../chart/palette.ts";
import { axisText, axisUnit, TEXT_PX, type PlotLayout } from "./plot-layout.ts";
import type { Plot } from "./plot-in-view.ts";

export type PictureOption = ComposeOption<
  | BarSeriesOption
  | CustomSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | LineSeriesOption
  | ScatterSeriesOption
  | TitleComponentOption
>;

/** What stands around the chart in its picture. */
export interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  /** Over the left and over the right axis. */
  readonly units: readonly [string, string];
  readonly rest: string;
  readonly negatives: NegativeStyle;
}

export const textStyle = ({ quiet, font }: Palette) => ({ color: quiet, fontFamily: font, fontSize: TEXT_PX });

/** A thin line of the paper around a text that stands on what is drawn. */
export const onPaper = ({ paper }: Palette) => ({ textBorderColor: paper, textBorderWidth: 3 });

/** How a figure is written over what is drawn. */
export interface Ink {
  readonly weight: number;
  /** In pixels; {@link TEXT_PX} where it is not said. */
  readonly size?: number;
  readonly font: string;
  readonly fill: string;
  /** Around the letters, so that they can be read on whatever lies below. */
  readonly halo: string;
}

/** A figure in the middle of a point across; up and down as it is told. */
export function figurePart(text: string, x: number, y: number, verticalAlign: "top" | "middle" | "bottom", ink: Ink) {
  return {
    type: "text" as const,
    silent: true,
    z2: 10,
    style: {
      text,
      x,
      y,
      align: "center" as const,
      verticalAlign,
      fill: ink.fill,
      font: `${ink.weight} ${ink.size ?? TEXT_PX}px ${ink.font}`,
      stroke: ink.halo,
      lineWidth: 3,
    },
  };
}

/** Title, units and everything else that no series is needed for. */
export function framePart(layout: PlotLayout, words: PictureWords, palette: Palette): PictureOption {
  const text = textStyle(palette);
  const { inner, unitsTop, width, height } = layout;
  const unit = (name: string, axis: 0 | 1): TitleComponentOption => ({
    text: name,
    top: unitsTop,
    padding: 0,
    textStyle: { ...text, fontWeight: "normal" },
    ...(axis === 0 ? { left: 12 } : { right: 12 }),
  });
  return {
    animation: false,
    backgroundColor: palette.paper,
    textStyle: text,
    title: [
      {
        text: words.title,
        subtext: words.subtitle,
        left: 12,
        top: 6,
        padding: 0,
        itemGap: 4,
        textStyle: {
          color: palette.ink,
          fontFamily: palette.font,
          fontSize: 14,
          fontWeight: 600,
          width: width - 24,
          overflow: "truncate",
        },
        subtextStyle: { ...text, width: width - 24, overflow: "truncate" },
      },
      unit(words.units[0], 0),
      unit(words.units[1], 1),
    ],
    grid: {
      left: inner.left,
      right: width - inner.right,
      top: inner.top,
      bottom: height - inner.bottom,
      outerBoundsMode: "none",
    },
  };
}

/** The axes of values; those without a scale are there, and not seen. */
export function valueAxes(
  plot: Plot,
  scales: readonly [AxisScale | null, AxisScale | null],
  negatives: NegativeStyle,
  palette: Palette,
): NonNullable<PictureOption["yAxis"]> {
  return ([0, 1] as const).map((axis) => {
    const scale = scales[axis];
    const unit = axisUnit(plot, axis);
    return {
      type: "value" as const,
      position: axis === 0 ? ("left" as const) : ("right" as const),
      show: scale !== null,
      ...(scale ?? { min: 0, max: 1, interval: 1 }),
      axisLine: { show: false },
      axisTick: { show: false },
      // The right axis has its lines where the left one has them: drawn once.
      splitLine: { show: axis === 0 || scales[0] === null, lineStyle: { color: palette.rule } },
      axisLabel: {
        ...textStyle(palette),
        margin: 6,
        formatter: (value: number) => (scale === null ? "" : axisText(value, scale, unit, negatives)),
      },
    };
  });
}

/** The labels below, and the line of zero apart from them: they stay below bars that go down. */
export function categoryAxes(
  labels: readonly string[],
  label: object,
  palette: Palette,
): NonNullable<PictureOption["xAxis"]> {
  const data = [...labels];
  return [
    {
      type: "category",
      data,
      axisLine: { show: false, onZero: false },
      axisTick: { show: false },
      axisLabel: { ...textStyle(palette), margin: 8, ...label },
    },
    {
      type: "category",
      data,
      position: "bottom",
      axisLine: { onZero: true, lineStyle: { color: palette.strongRule } },
      axisTick: { show: false },
      axisLabel: { show: false },
    },
  ];
}
