/** The chart on the page: follows the state, one frame behind the grid. */
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { onThemeChange } from "../theme/apply-theme.ts";
import type { WindowStore } from "../state/window-state.ts";
import { chartIn, chartWordsIn } from "./chart-in-view.ts";
import { chartOption, chartUpdate, structureOf } from "./chart-option.ts";
import { readPalette } from "./palette.ts";

register([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

export function mountChart(element: HTMLElement, store: WindowStore): () => void {
  const chart = init(element, null, { renderer: "svg" });
  let structure = "";
  let isScheduled = false;
  let isGone = false;

  const draw = (): void => {
    isScheduled = false;
    if (isGone) return;
    const state = store.getState();
    const data = chartIn(state);
    const words = chartWordsIn(state);
    const palette = readPalette(element);
    const next = `${structureOf(data)} ${state.settings.language} ${state.settings.negatives}`;
    if (next === structure) chart.setOption(chartUpdate(data, words, palette));
    else chart.setOption(chartOption(data, words, palette, chart.getWidth()), { notMerge: true });
    structure = next;
  };

  /** After the frame in which the grid shows the edit: the figure first, then its picture. */
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(() => setTimeout(draw));
  };

  const repaint = (): void => {
    structure = "";
    schedule();
  };

  let drawn = { data: chartIn(store.getState()), settings: store.getState().settings };
  const stopListening = store.subscribe((state) => {
    const wanted = { data: chartIn(state), settings: state.settings };
    if (wanted.data === drawn.data && wanted.settings === drawn.settings) return;
    drawn = wanted;
    schedule();
  });
  const stopTheme = onThemeChange(repaint);
  const size = new ResizeObserver(() => {
    chart.resize();
    repaint();
  });
  size.observe(element);
  schedule();

  return () => {
    isGone = true;
    stopListening();
    stopTheme();
    size.disconnect();
    // Not disposed of: that clears its element by innerHTML, which the page's Trusted Types policy refuses.
  };
}
