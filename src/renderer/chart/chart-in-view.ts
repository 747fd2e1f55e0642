/** The chart of a window's state, and what is said about it. */
import { lineColoursOf } from "#core/charts/line-colours.ts";
import { showFigure } from "#core/format-amount.ts";
import { chartColumnsInView } from "../state/columns-in-view.ts";
import { figuresIn, labelOf, lineRowsIn, remember, wordsOf, type WindowState } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import { chartData, REST, type ChartData } from "./chart-series.ts";
import type { ChartWords } from "./chart-option.ts";

export const chartIn: (state: WindowState) => ChartData = remember(
  (state) => [
    figuresIn(state),
    lineRowsIn(state),
    chartColumnsInView(state),
    state.selected,
    state.settings.amounts,
    lineColoursOf(state.edited.shown),
  ],
  chartData,
);

/** Whether somebody chose what is drawn, so that it can be given up again. */
export const isOfSelection = (state: WindowState): boolean =>
  state.selected.some((line) => lineRowsIn(state).has(line)) && chartIn(state).kind === "lines";

export const seriesLabel = (state: WindowState, series: string): string =>
  series === REST ? wordsOf(state).chart.rest : labelOf(state, series);

export const chartWordsIn = (state: WindowState): ChartWords => ({
  labelOf: (series) => seriesLabel(state, series),
  noValue: wordsOf(state).chart.noValue,
  lacking: (lines) => wordsOf(state).trends.lacking(lines.map((line) => labelOf(state, line)).join(", ")),
  negatives: state.settings.negatives,
});

export function chartTitle(state: WindowState): string {
  const { kind, series } = chartIn(state);
  const { chart } = wordsOf(state);
  const [first] = series;
  if (kind === "service" || first === undefined) return chart.byService;
  const label = seriesLabel(state, first.id);
  return series.length === 1 ? label : chart.several(label, series.length - 1);
}

/** The chart in words: what it draws, from when to when, and each series' newest figure. */
export function chartDescription(state: WindowState): string {
  const { columns, series, units } = chartIn(state);
  const words = wordsOf(state);
  const { chart } = words;
  const latest = series.flatMap(({ id, values, decimals, axis }) => {
    const at = values.findLastIndex((value) => value !== null);
    const value = values[at];
    if (value == null || id === REST) return [];
    const unit = units[axis] ?? "";
    const { negatives } = state.settings;
    const text = showFigure(value, { of: { unit }, decimals: decimals[at] ?? null, negatives, amounts: "entered" });
    // A percentage carries its sign already.
    const withUnit = unit === "%" ? text : `${text} ${unitLabel(unit, words)}`;
    return [chart.seriesLatest(seriesLabel(state, id), columns[at]?.label ?? "", withUnit)];
  });
  const newest = latest.join(chart.describeBetween) + (latest.length === 0 ? "" : chart.describeEnd);
  return chart.description(chartTitle(state), columns[0]?.label ?? "", columns.at(-1)?.label ?? "", newest);
}
