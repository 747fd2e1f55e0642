/** The chart in view as it is drawn, and what is read off it column by column. */
import type { Picture } from "#core/charts/picture.ts";
import type { PageCell } from "#core/pages/page-cell.ts";
import type { Place } from "../state/place.ts";
import { periodOf, rememberBy, wordsOf, type WindowState } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import { bridgePlot, type BridgePlot, type PlotBar } from "./bridge-plot.ts";
import { chosenChart, pictureOf, titleOf } from "./charts-in-view.ts";
import { cellFigure, wayOf } from "./figure-words.ts";
import {
  drawnUnit,
  trendPlot,
  type PlotSeries,
  type PlotTotal,
  type SeriesStyle,
  type TrendPlot,
} from "./trend-plot.ts";

export type Plot = TrendPlot | BridgePlot;

/** What is drawn; null: no chart is chosen, or the one that is cannot be read. */
export function pictureIn(state: WindowState): Picture | null {
  const chart = chosenChart(state);
  return chart === null ? null : pictureOf(state, chart);
}

export const plotIn: (state: WindowState) => Plot | null = rememberBy(
  (state) => [
    state.edited.shown,
    state.company,
    state.scope,
    state.asOf,
    state.settings,
    state.trends.hidden,
    pictureIn(state),
  ],
  (state) => {
    const picture = pictureIn(state);
    if (picture === null) return null;
    return picture.kind === "trend" ? trendPlot(state, picture) : bridgePlot(state, picture);
  },
);

export const isEmpty = (plot: Plot): boolean =>
  plot.kind === "trend"
    ? !plot.series.some(({ points }) => points.some(({ value }) => value !== null))
    : !plot.bars.some(({ extent }) => extent !== null);

/** One figure of a column, or of a bridge's bar. */
export interface ReadRow {
  readonly id: string;
  /** Null: it is not a series of its own. */
  readonly style: SeriesStyle | null;
  readonly isHollow: boolean;
  readonly label: string;
  /** `14,007`, `18.3%`; a word where there is no figure. */
  readonly text: string;
  /** How the figure came to be, or why there is none. */
  readonly way: string;
  /** What is explained of it; null: it is no cell of the book. */
  readonly place: Place | null;
}

/** A column as it is read. */
export interface ReadColumn {
  readonly title: string;
  readonly detail: string;
  /** From the top of the chart down. */
  readonly rows: readonly ReadRow[];
  readonly marks: readonly string[];
  /** That a stack is not whole, and what is missing; empty where it is. */
  readonly remark: string;
}

export const columnCount = (plot: Plot): number => (plot.kind === "trend" ? plot.columns.length : plot.bars.length);

export function readColumn(state: WindowState, plot: Plot, index: number): ReadColumn | null {
  if (plot.kind === "bridge") {
    const bar = plot.bars[index];
    return bar === undefined ? null : readBar(state, bar);
  }
  const column = plot.columns[index];
  if (column === undefined) return null;
  const shown = plot.series.filter(({ isHidden, points }) => !isHidden && !isNowhere(points[index]?.cell));
  const stacked = shown.filter(({ stack }) => stack !== null).toReversed();
  return {
    title: column.label,
    detail: column.detail,
    rows: [
      ...plot.totals.flatMap((total) => readTotal(state, total, index)),
      ...stacked.map((series) => readPoint(state, series, index)),
      ...shown.filter(({ stack }) => stack === null).map((series) => readPoint(state, series, index)),
    ],
    marks: [...column.breaks, ...column.events, ...column.notes],
    remark: lackText(state, plot, index),
  };
}

/** What the marks below a chart are; empty where it has none. */
export function marksKey(state: WindowState, plot: Plot): string {
  if (plot.kind === "bridge") return "";
  const { trends } = wordsOf(state);
  const names = [
    ...(plot.columns.some(({ events }) => events.length > 0) ? [trends.eventMark] : []),
    ...(plot.columns.some(({ notes }) => notes.length > 0) ? [trends.noteMark] : []),
  ];
  return names.length === 0 ? "" : trends.marksKey(names);
}

/** What a column's stacks lack; empty where they are whole. */
function lackText(state: WindowState, { lacks }: TrendPlot, index: number): string {
  const { trends } = wordsOf(state);
  const texts = lacks.flatMap(({ columns }) => {
    const lack = columns[index] ?? null;
    if (lack === null) return [];
    const missing = lack.missing.join(trends.describeBetween);
    return [lack.top === null ? trends.noShare(missing) : trends.lacking(missing)];
  });
  return texts.join(" ");
}

/** A point that lies outside of the chart's range. */
const isNowhere = (cell: PageCell | undefined): boolean => cell?.gap?.gap === "no-such-span" && cell.place === null;

export function readPoint(state: WindowState, series: PlotSeries, index: number): ReadRow {
  const { id, style, label, line, points } = series;
  const point = points[index];
  const cell = point?.cell ?? null;
  const isStretched = drawnUnit(series) !== series.unit;
  const amount = cell === null ? "" : isStretched ? cellFigure(state, cell, false) : (point?.text ?? "");
  const share = isStretched && point?.text ? ` (${point.text})` : "";
  return {
    id,
    style,
    isHollow: point?.isHollow ?? false,
    label,
    text: amount === "" ? wordsOf(state).trends.noFigure : amount + share,
    way: cell === null ? "" : wayOf(state, cell),
    place: cell === null || isNowhere(cell) ? null : { line, span: cell.span },
  };
}

function readTotal(state: WindowState, { label, points, stack }: PlotTotal, index: number): ReadRow[] {
  const cell = points[index]?.cell;
  if (cell === undefined || cell.place === null) return [];
  return [
    {
      id: `total ${stack}`,
      style: null,
      isHollow: false,
      label,
      text: cellFigure(state, cell, false) || wordsOf(state).trends.noFigure,
      way: wayOf(state, cell),
      place: { line: cell.place.line, span: cell.span },
    },
  ];
}

function readBar(state: WindowState, bar: PlotBar): ReadColumn {
  const { trends } = wordsOf(state);
  const { id, label, text, cell, ends, kind } = bar;
  const figure = (of: PageCell, name: string, key: string): ReadRow => ({
    id: key,
    style: null,
    isHollow: false,
    label: name,
    text: cellFigure(state, of, false) || trends.noFigure,
    way: wayOf(state, of),
    place: of.place === null ? null : { line: of.place.line, span: of.span },
  });
  const isResult = kind === "from" || kind === "to";
  const place = ends === null ? (isResult ? figure(cell, label, id).place : null) : figure(ends[1], label, id).place;
  const own: ReadRow = {
    id,
    style: null,
    isHollow: bar.isHollow,
    label: isResult ? label : trends.effect,
    text: text === "" ? trends.noFigure : text,
    // The rest is what is left over: no figure of any line.
    way: kind === "rest" ? "" : wayOf(state, cell),
    place,
  };
  const rows =
    ends === null
      ? [own]
      : [own, ...ends.map((end, index) => figure(end, periodOf(state, end.span), `${id} ${index}`))];
  return { title: label, detail: "", rows, marks: [], remark: "" };
}

/** The chart in words: its title, from when to when, and each series' newest figure; of a bridge every step. */
export function describePlot(state: WindowState, plot: Plot): string {
  const words = wordsOf(state);
  const { trends } = words;
  const chart = chosenChart(state);
  const title = chart === null ? trends.label : titleOf(state, chart);
  // A percentage carries its sign already.
  const withUnit = (text: string, unit: string): string =>
    unit === "%" || unit === "percentage points" ? text : `${text} ${unitLabel(unit, words)}`;
  if (plot.kind === "bridge") {
    const steps = plot.bars.map(({ label, text }) => trends.describeStep(label, text || trends.noFigure));
    return trends.describeBridge(title, steps.join(trends.describeBetween)) + plot.problem;
  }
  const newest = plot.series.flatMap((series) => {
    const at = series.points.findLastIndex(({ value }) => value !== null);
    const point = series.points[at];
    if (series.isHidden || point === undefined) return [];
    return [
      trends.describeSeries(series.label, plot.columns[at]?.label ?? "", withUnit(point.text, drawnUnit(series))),
    ];
  });
  const first = plot.columns[0]?.label ?? "";
  return [trends.describe(title, first, plot.columns.at(-1)?.label ?? ""), ...newest, ...toldOf(state, plot)].join(" ");
}

/** What of a trend is not as it looks: stacks that are not whole, and where its series break. */
export function toldOf(state: WindowState, plot: TrendPlot): readonly string[] {
  const { trends } = wordsOf(state);
  const lacking = plot.columns.flatMap(({ label }, index) => {
    const text = lackText(state, plot, index);
    return text === "" ? [] : [trends.describeStep(label, text)];
  });
  return [...lacking, ...new Set(plot.columns.flatMap(({ breaks }) => breaks))].map(trends.sentence);
}
