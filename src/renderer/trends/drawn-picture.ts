/**
 * The one chart that the view of trends draws into. It outlives the view: ECharts can only be disposed of
 * through innerHTML, which the page's Trusted Types policy refuses, and every new one would stay in memory.
 */
import { BarChart, CustomChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendPlainComponent, TitleComponent } from "echarts/components";
import { init, use as register, type EChartsType } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { PictureOption } from "./option-parts.ts";
import type { Size } from "./plot-layout.ts";
import { seriesOfPiece } from "./trend-option.ts";
import type { PlotPlace } from "./trends-state.ts";

register([
  BarChart,
  CustomChart,
  GridComponent,
  LegendPlainComponent,
  LineChart,
  ScatterChart,
  SVGRenderer,
  TitleComponent,
]);

export interface PictureEvents {
  /** A figure of the chart was clicked. */
  onPick(place: PlotPlace): void;
  /** A series of the legend was clicked. */
  onLegend(series: string): void;
}

export interface Drawn {
  readonly element: HTMLElement;
  readonly chart: EChartsType;
}

let drawn: Drawn | null = null;

/** Puts the chart into an element of the page. Returns what draws in it. */
export function placePicture(
  into: HTMLElement,
  { onPick, onLegend }: PictureEvents,
): (option: PictureOption, size: Size) => void {
  const { element, chart } = (drawn ??= makePicture());
  into.append(element);
  chart.off("click");
  chart.off("legendselectchanged");
  chart.on("click", ({ seriesId, dataIndex }) => {
    if (seriesId !== undefined) onPick({ series: seriesOfPiece(seriesId), column: dataIndex });
  });
  chart.on("legendselectchanged", (event) => {
    if (typeof event === "object" && event !== null && "name" in event && typeof event.name === "string")
      onLegend(event.name);
  });
  return (option, { width, height }) => {
    if (chart.getWidth() !== width || chart.getHeight() !== height) chart.resize({ width, height });
    chart.setOption(option, { notMerge: true });
  };
}

/** A chart that stays for as long as the window: see above. */
export function makePicture(): Drawn {
  const element = document.createElement("div");
  element.className = "trend-drawing";
  return { element, chart: init(element, null, { renderer: "svg", width: 1, height: 1 }) };
}

/** What is drawn now, as the text of an SVG file, and how large it is; null before anything was drawn. */
export function pictureText(): ({ readonly text: string } & Size) | null {
  if (drawn === null || !drawn.element.isConnected) return null;
  const { chart } = drawn;
  return { text: chart.renderToSVGString(), width: chart.getWidth(), height: chart.getHeight() };
}
