/** One line of several companies over time, as the window draws charts: each company is a series. */
import { isHollow } from "#core/pages/page-cell.ts";
import { measured, hasMeasure, type Measure } from "#core/pages/compare-page.ts";
import { chartScales } from "../chart/chart-scales.ts";
import { cellFigure, drawnValue, measureOf, wayOf } from "../trends/figure-words.ts";
import type { PictureWords } from "../trends/option-parts.ts";
import type { ReadColumn } from "../trends/plot-in-view.ts";
import type { PlotPoint, PlotSeries, TrendPlot } from "../trends/trend-plot.ts";
import { companyNameOf, companyOf, rememberBy, wordsOf, type WindowState } from "../state/window-state.ts";
import { shownUnitIn } from "../state/figure-text.ts";
import { unitLabel } from "../words/words.ts";
import { comparedCompaniesIn, compareViewIn } from "./compare-choice.ts";
import { comparedTableIn, rowKeyOf, rowsOverTimeIn, spanLabel } from "./compare-model.ts";
import { stateBeside } from "./state-beside.ts";

/** What of the line can be drawn: amounts in mixed currencies cannot. */
export function drawableIn(state: WindowState): readonly Measure[] {
  const rows = rowsOverTimeIn(state);
  return (["value", "share", "yoy"] as const).filter((measure) => rows.some((row) => hasMeasure(row, measure)));
}

/** What is drawn: what was chosen, else the first that can be; null: nothing can. */
export function drawnIn(state: WindowState): Measure | null {
  const drawable = drawableIn(state);
  const { drawn } = compareViewIn(state);
  return drawable.includes(drawn) ? drawn : (drawable[0] ?? null);
}

/** Null: there is nothing that could be drawn. */
export const comparedPlotIn: (state: WindowState) => TrendPlot | null = rememberBy(
  // The table is made anew whenever its rows are.
  (state) => [comparedTableIn(state), state.settings, state.compare.hidden, state.sheet],
  makePlot,
);

function makePlot(state: WindowState): TrendPlot | null {
  const measure = drawnIn(state);
  if (measure === null) return null;
  const rows = rowsOverTimeIn(state);
  const { drawnAs } = compareViewIn(state);
  const series = comparedCompaniesIn(state).map((company, at): PlotSeries => {
    const own = stateBeside(state, company);
    const label = companyNameOf(companyOf(own), state.settings.language);
    const points = rows.flatMap(({ cells }): PlotPoint[] => {
      const found = cells[at];
      const cell = found === undefined ? null : measured(found, measure);
      if (found === undefined || cell === null) return [];
      return [
        {
          value: drawnValue(own, cell),
          text: cellFigure(own, cell, measure === "yoy"),
          isHollow: isHollow(cell),
          cell,
        },
      ];
    });
    return {
      id: company,
      of: at,
      line: rows[0]?.line.id ?? "",
      label,
      named: label,
      year: null,
      style: { shape: drawnAs, colour: at, opacity: 1 },
      axis: 0,
      stack: null,
      unit: points[0] === undefined ? "" : shownUnitIn(own, measureOf(own, points[0].cell)),
      isHidden: state.compare.hidden.has(company),
      points,
      breaks: [],
    };
  });
  // A company without the line has no points, and one of few points would stand in the wrong columns.
  const drawn = series.filter(({ points }) => points.length === rows.length && rows.length > 0);
  const shown = drawn.filter(({ isHidden }) => !isHidden);
  return {
    kind: "trend",
    columns: rows.map(({ span }) => ({
      label: inTwo(spanLabel(state, span)),
      detail: "",
      events: [],
      notes: [],
      breaks: [],
    })),
    series: drawn,
    totals: [],
    lacks: [],
    signs: [],
    units: [[...new Set(shown.map(({ unit }) => unit))], []],
    scales: chartScales(
      shown.map(({ style, points }) => ({
        kind: style.shape,
        axis: 0,
        isStacked: false,
        values: points.map(({ value }) => value),
      })),
    ),
    // One axis: there is nothing beside it to make room for.
    extents: [null, null],
    labels: true,
    unknown: [],
    unstacked: [],
  };
}

/** Below a column names are broken at their spaces: a range of months only where it goes from one to the other. */
const inTwo = (label: string): string =>
  label.includes(" – ") ? label.replaceAll(" ", "\u00a0").replace("–\u00a0", "– ") : label;

/** What stands in the picture besides what is drawn. */
export const comparedWordsIn: (state: WindowState) => PictureWords = rememberBy(
  (state) => [comparedPlotIn(state), state.settings],
  (state) => {
    const words = wordsOf(state);
    const measure = drawnIn(state);
    const unit = comparedPlotIn(state)?.units[0][0] ?? "";
    const { title } = comparedTableIn(state);
    return {
      title:
        measure === null || measure === "value"
          ? title
          : words.compare.pictureOf(title, words.compare.measures[measure]),
      subtitle: words.bar.scopes[state.scope],
      units: [unitLabel(unit, words), ""],
      rest: "",
      negatives: state.settings.negatives,
    };
  },
);

/** A column as it is read: every company's figure in its own period. */
export function readCompared(state: WindowState, column: number): ReadColumn | null {
  const plot = comparedPlotIn(state);
  const row = rowsOverTimeIn(state)[column];
  if (plot === null || row === undefined) return null;
  return {
    title: spanLabel(state, row.span),
    detail: "",
    rows: plot.series
      .filter(({ isHidden }) => !isHidden)
      .flatMap(({ id, style, label, points }) => {
        const point = points[column];
        if (point === undefined) return [];
        const own = stateBeside(state, id);
        const text = point.text === "" ? wordsOf(state).trends.noFigure : point.text;
        return [{ id, style, isHollow: point.isHollow, label, text, way: wayOf(own, point.cell), place: null }];
      }),
    marks: [],
    remark: "",
  };
}

/** The key of a figure that was clicked in the picture; null where there is none. */
export function keyDrawn(state: WindowState, company: string, column: number): string | null {
  const row = rowsOverTimeIn(state)[column];
  const measure = drawnIn(state);
  return row === undefined || measure === null ? null : `${rowKeyOf("periods", row)}|${company}|${measure}`;
}

/** The picture in words. */
export function describeCompared(state: WindowState): string {
  const plot = comparedPlotIn(state);
  if (plot === null) return "";
  const rows = rowsOverTimeIn(state);
  const newest = plot.series.flatMap(({ label, points }) => {
    const at = points.findLastIndex(({ value }) => value !== null);
    const point = points[at];
    const row = rows[at];
    if (point === undefined || row === undefined) return [];
    return [wordsOf(state).trends.describeSeries(label, spanLabel(state, row.span), point.text)];
  });
  return wordsOf(state).compare.described(comparedWordsIn(state).title, newest.join(" "));
}

export const isDrawn = (plot: TrendPlot | null): plot is TrendPlot =>
  plot !== null && plot.series.some(({ points }) => points.some(({ value }) => value !== null));
