/** A trend as it is drawn: its series with their looks, their figures as text, and the scales of its axes. */
import { breaksBefore, breaksIn } from "#core/breaks.ts";
import type { Drawing } from "#core/charts/drawing.ts";
import { coloursIn, lineColoursOf } from "#core/charts/line-colours.ts";
import type { TrendPicture } from "#core/charts/picture.ts";
import { resolveDrawing, type DrawnChart, type DrawnSeries } from "#core/charts/resolve-drawing.ts";
import { sharesIn, stackOf } from "#core/charts/stacks.ts";
import { timeMarks, type TimeMarks } from "#core/charts/time-marks.ts";
import { noteText } from "#core/note-plans.ts";
import { isHollow, type PageCell } from "#core/pages/page-cell.ts";
import { calendarRange } from "#core/period-labels.ts";
import { chartExtents, chartScales, type Extents, type ScaledSeries, type Scales } from "../chart/chart-scales.ts";
import { shownUnitIn } from "../state/figure-text.ts";
import { companyOf, labelOf, periodOf, wordsOf, type WindowState } from "../state/window-state.ts";
import { breakTexts } from "./break-texts.ts";
import { amountText, cellFigure, drawnValue, isChange } from "./figure-words.ts";

export interface PlotPoint {
  /** Where it stands on its axis; null: there is nothing to draw. */
  readonly value: number | null;
  /** Its label in the chart; empty where there is none. */
  readonly text: string;
  readonly isHollow: boolean;
  /** The figure itself, of which `value` may be a share. */
  readonly cell: PageCell;
}

export interface SeriesStyle {
  readonly shape: "bar" | "line";
  /** A place in the palette's bars or lines; beyond its end they begin again. */
  readonly colour: number;
  /** From 1 for the newest year down to the palest one. */
  readonly opacity: number;
}

export interface PlotSeries {
  readonly id: string;
  /** Which of the drawing's lines it is of. */
  readonly of: number;
  readonly line: string;
  readonly label: string;
  /** Its label without its year. */
  readonly named: string;
  /** Null: it is of every year. */
  readonly year: string | null;
  readonly style: SeriesStyle;
  readonly axis: 0 | 1;
  /** What it lies on top of; null: it stands by itself. */
  readonly stack: string | null;
  /** What its figures are shown in. */
  readonly unit: string;
  readonly isHidden: boolean;
  /** One for each column. */
  readonly points: readonly PlotPoint[];
  /** The columns before which the series breaks. */
  readonly breaks: readonly number[];
}

/** What a stack adds up to, and what of it nobody broke down. */
export interface PlotTotal {
  readonly stack: string;
  readonly axis: 0 | 1;
  readonly label: string;
  readonly points: readonly PlotPoint[];
  /** How high the drawn parts reach. */
  readonly tops: readonly (number | null)[];
  /** The total beyond its known parts, where a part is a gap. */
  readonly rests: readonly (number | null)[];
}

/** A stack of which a part is missing, where no total says how much. */
export interface PlotLack {
  readonly stack: string;
  readonly axis: 0 | 1;
  /** One for each column; null: nothing is missing, or a rest says so. */
  readonly columns: readonly (Lack | null)[];
}

export interface Lack {
  /** The labels of the parts without a figure. */
  readonly missing: readonly string[];
  /** How high the known parts reach; null: they are not drawn, as no share of a hundred percent is known. */
  readonly top: number | null;
}

/** What the legend explains besides the series. */
export interface PlotSign {
  readonly kind: "rest" | "incomplete" | "break";
  readonly label: string;
}

export interface PlotColumn {
  readonly label: string;
  /** The calendar months; empty where the column has several years. */
  readonly detail: string;
  readonly events: readonly string[];
  readonly notes: readonly string[];
  /** What of the drawn series is not comparable with the columns before, and why. */
  readonly breaks: readonly string[];
}

export interface TrendPlot {
  readonly kind: "trend";
  readonly columns: readonly PlotColumn[];
  readonly series: readonly PlotSeries[];
  readonly totals: readonly PlotTotal[];
  readonly lacks: readonly PlotLack[];
  readonly signs: readonly PlotSign[];
  /** The units of the left and of the right axis. */
  readonly units: readonly [readonly string[], readonly string[]];
  readonly scales: Scales;
  /** What the series of either axis reach. */
  readonly extents: Extents;
  readonly labels: boolean;
  /** Ids of lines that the company no longer uses. */
  readonly unknown: readonly string[];
  /** Ids of lines that were to be stacked and do not add up as they are shown. */
  readonly unstacked: readonly string[];
}

/** The opacity of the oldest year beside the newest. */
const PALEST = 0.35;

export function trendPlot(state: WindowState, { drawing, labels, marks }: TrendPicture): TrendPlot {
  const { company, scope, asOf, edited, settings, trends } = state;
  const chart = resolveDrawing(edited.shown, { company, scope, asOf, until: null, periods: settings.periods }, drawing);
  const series = seriesOf(state, chart, drawing, trends.hidden);
  const shown = series.filter(({ isHidden }) => !isHidden);
  const totals = totalsOf(state, chart, shown);
  const lacks = lacksOf(shown, totals);
  const columns = columnsOf(state, chart, marks ? timeMarks(edited.shown, { company, scope, asOf }, chart) : []);
  const units = ([0, 1] as const).map((axis) => [
    ...new Set(shown.filter((each) => each.axis === axis).map((each) => drawnUnit(each))),
  ]);
  const scaled = [
    ...shown.map(({ style, axis, stack, points }): ScaledSeries => {
      const values = points.map(({ value }) => value);
      return { kind: style.shape, axis, isStacked: stack !== null, stack: stack ?? "", values };
    }),
    ...totals.map(({ stack, axis, rests }): ScaledSeries => {
      return { kind: "bar", axis, isStacked: true, stack, values: rests };
    }),
  ];
  return {
    kind: "trend",
    columns,
    series,
    totals,
    lacks,
    signs: signsOf(state, { columns, totals, lacks }),
    units: [units[0] ?? [], units[1] ?? []],
    scales: chartScales(scaled),
    extents: chartExtents(scaled),
    labels,
    unknown: chart.unknown,
    unstacked: chart.unstacked,
  };
}

const isStretched = (stack: string | null): boolean => stack?.startsWith("share|") === true;

/** What the axis of a series counts. */
export const drawnUnit = ({ stack, unit }: Pick<PlotSeries, "stack" | "unit">): string =>
  isStretched(stack) ? "%" : unit;

function seriesOf(
  state: WindowState,
  { series }: DrawnChart,
  { lines }: Drawing,
  hidden: ReadonlySet<string>,
): PlotSeries[] {
  const ids = idsOf(series);
  const years = [...new Set(series.map(({ year }) => year))];
  const shapeOf = ({ as }: Pick<DrawnSeries, "as">): SeriesStyle["shape"] => (as === "line" ? "line" : "bar");
  // The years of a line have its colour: how pale they are tells them apart.
  const drawnLines = series.filter(({ drawn }, at) => series.findIndex((other) => other.drawn === drawn) === at);
  const colours = coloursIn(
    drawnLines.map((each) => ({ line: each.line.id, shape: shapeOf(each) })),
    lineColoursOf(state.edited.shown),
  );
  const known = series.map((each, index): PlotSeries => {
    const { line, drawn, year, unit, points } = each;
    const shape = shapeOf(each);
    const colour = colours[drawnLines.findIndex((other) => other.drawn === drawn)] ?? 0;
    const age = years.length - 1 - years.indexOf(year);
    return {
      id: ids[index] ?? "",
      of: lines.indexOf(drawn),
      line: line.id,
      label: seriesLabel(state, each, series),
      named: lineLabel(state, each),
      year,
      style: { shape, colour, opacity: 1 - (1 - PALEST) * (age / Math.max(years.length - 1, 1)) },
      axis: drawn.axis === "left" ? 0 : 1,
      stack: stackOf(each),
      unit: shownUnitIn(state, { ...line.line, unit }),
      isHidden: hidden.has(ids[index] ?? ""),
      points: points.map((cell) => pointOf(state, cell, isChange(drawn.transform))),
      breaks: breakColumns(state, line.id, points),
    };
  });
  return known.map((each, index) => {
    if (!isStretched(each.stack)) return each;
    const parts = known.flatMap((part, at) => (part.stack === each.stack && !part.isHidden ? (series[at] ?? []) : []));
    const own = series[index];
    const at = own === undefined ? -1 : parts.indexOf(own);
    const points = each.points.map((point, column): PlotPoint => {
      const share = sharesIn(parts, column)[at] ?? null;
      return {
        ...point,
        value: share,
        text: share === null ? "" : amountText(state, share, { unit: "%" }, null, false),
      };
    });
    return { ...each, points };
  });
}

/** A line twice in one chart is two series. */
function idsOf(series: readonly DrawnSeries[]): string[] {
  const seen = new Map<string, number>();
  return series.map(({ line, drawn, year }) => {
    const key = `${line.id} ${drawn.transform} ${drawn.as}`;
    const times = (seen.get(`${key}|${year ?? ""}`) ?? 0) + 1;
    seen.set(`${key}|${year ?? ""}`, times);
    return `${key} ${times}|${year ?? ""}`;
  });
}

function pointOf(state: WindowState, cell: PageCell, signed: boolean): PlotPoint {
  return { value: drawnValue(state, cell), text: cellFigure(state, cell, signed), isHollow: isHollow(cell), cell };
}

function lineLabel(state: WindowState, { line, drawn }: DrawnSeries): string {
  const label = labelOf(state, line.id);
  return drawn.transform === "value" ? label : wordsOf(state).trends.transformed[drawn.transform](label);
}

function seriesLabel(state: WindowState, of: DrawnSeries, all: readonly DrawnSeries[]): string {
  const named = lineLabel(state, of);
  if (of.year === null) return named;
  // One line by itself is named by the title.
  return all.every((other) => other.drawn === of.drawn) ? of.year : wordsOf(state).trends.ofYear(named, of.year);
}

function totalsOf(state: WindowState, { series, totals }: DrawnChart, shown: readonly PlotSeries[]): PlotTotal[] {
  return totals.flatMap(({ stack, line, points }): PlotTotal[] => {
    const parts = shown.filter((each) => each.stack === stack);
    const axis = parts[0]?.axis;
    // A part that is switched off leaves a stack that no longer reaches its total.
    if (axis === undefined || parts.length < series.filter((each) => stackOf(each) === stack).length) return [];
    const rests = points.map((cell, column) => {
      const value = drawnValue(state, cell);
      const known = parts.flatMap((part) => part.points[column]?.value ?? []);
      const absent = parts.filter((part) => part.points[column]?.cell.gap?.isDash === true);
      if (value === null || known.length + absent.length === parts.length) return null;
      const rest = value - known.reduce((sum, part) => sum + part, 0);
      return rest > 0 ? rest : null;
    });
    const tops = points.map((_, column) => {
      const up = parts.flatMap((part) => part.points[column]?.value ?? []).filter((value) => value > 0);
      const sum = [...up, rests[column] ?? 0].reduce((all, value) => all + value, 0);
      return sum > 0 ? sum : null;
    });
    const label = labelOf(state, line.id);
    return [{ stack, axis, label, points: points.map((cell) => pointOf(state, cell, false)), tops, rests }];
  });
}

/** The columns before which a line's series breaks. */
function breakColumns({ edited, company }: WindowState, line: string, points: readonly PageCell[]): readonly number[] {
  const breaks = breaksIn(edited.shown, company, line);
  return points.flatMap(({ span }, column) =>
    breaksBefore(breaks, span, points[column - 1]?.span ?? null).length > 0 ? [column] : [],
  );
}

/** Whether a figure is asked for and missing: what does not exist counts as nothing. */
const isMissing = ({ value, gap }: PageCell): boolean =>
  value === null && gap !== null && gap.isDash !== true && gap.gap !== "no-such-span";

function lacksOf(shown: readonly PlotSeries[], totals: readonly PlotTotal[]): PlotLack[] {
  const stacks = Map.groupBy(shown, ({ stack }) => stack);
  return [...stacks].flatMap(([stack, parts]): PlotLack[] => {
    const [first] = parts;
    if (stack === null || first === undefined) return [];
    const rests = totals.find((total) => total.stack === stack)?.rests ?? [];
    const columns = first.points.map((_, column): Lack | null => {
      const points = parts.map((part) => ({ label: part.label, point: part.points[column] }));
      const missing = points.flatMap(({ label, point }) =>
        point !== undefined && isMissing(point.cell) ? [label] : [],
      );
      const known = points.flatMap(({ point }) => (point?.cell.value == null ? [] : [point.value ?? 0]));
      if (missing.length === 0 || known.length === 0 || rests[column] != null) return null;
      if (isStretched(stack)) return { missing, top: null };
      return { missing, top: known.reduce((sum, value) => sum + Math.max(value, 0), 0) };
    });
    return columns.some((lack) => lack !== null) ? [{ stack, axis: first.axis, columns }] : [];
  });
}

function signsOf(
  state: WindowState,
  { columns, totals, lacks }: Pick<TrendPlot, "columns" | "totals" | "lacks">,
): PlotSign[] {
  const { trends } = wordsOf(state);
  const signs: PlotSign[] = [];
  if (totals.some(({ rests }) => rests.some((rest) => rest !== null))) signs.push({ kind: "rest", label: trends.rest });
  if (lacks.some((lack) => lack.columns.some((each) => each !== null && each.top !== null)))
    signs.push({ kind: "incomplete", label: trends.partMissing });
  const breaks = new Set(columns.flatMap((column) => column.breaks));
  return [...signs, ...[...breaks].map((label): PlotSign => ({ kind: "break", label }))];
}

function columnsOf(state: WindowState, chart: DrawnChart, marks: readonly TimeMarks[]): PlotColumn[] {
  const { language } = state.settings;
  const { trends } = wordsOf(state);
  const calendar = companyOf(state);
  const isByYear = chart.series.some(({ year }) => year !== null);
  const breaks = breakTexts(state, chart);
  return chart.columns.map(({ label, span }, index): PlotColumn => {
    const { events = [], notes = [] } = marks[index] ?? {};
    return {
      label,
      detail: isByYear ? "" : calendarRange(span, calendar, language),
      events: events.map(({ date, titleEn, titleJa }) =>
        trends.event(date, language === "ja" ? titleJa || titleEn : titleEn || titleJa),
      ),
      notes: notes.map((note) => {
        const line = note.line === null ? "" : labelOf(state, note.line);
        const period = note.span === null ? "" : periodOf(state, note.span);
        return trends.note(`${line} ${period}`.trim(), noteText(note, language));
      }),
      breaks: breaks[index] ?? [],
    };
  });
}
