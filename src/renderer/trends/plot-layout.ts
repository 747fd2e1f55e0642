/** Where the parts of a picture stand, in pixels: title, legend, units, axes, what is drawn, marks. */
import { showFigure, type NegativeStyle } from "#core/format-amount.ts";
import type { AxisScale } from "../chart/axes.ts";
import { axisDecimals, inLines } from "../chart/chart-option.ts";
import type { Plot } from "./plot-in-view.ts";
import type { PlotSign, TrendPlot } from "./trend-plot.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How wide a text of the chart's own size is. */
export type Measure = (text: string) => number;

export interface PlotLayout extends Size {
  /** The rectangle between the axes. */
  readonly inner: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** The series of each row of the legend, by their ids, and where the row begins. */
  readonly legend: readonly { readonly ids: readonly string[]; readonly top: number }[];
  /** What the legend explains besides the series: where its mark begins, and how wide its words may be. */
  readonly signs: readonly (PlotSign & { readonly left: number; readonly top: number; readonly widthPx: number })[];
  readonly unitsTop: number;
  /** The width of one column. */
  readonly columnPx: number;
  /** Lines that the longest label below a column takes. */
  readonly labelLines: number;
  readonly marksTop: number;
}

export const TEXT_PX = 11;
export const LABEL_LINE_PX = 14;
const TITLE_PX = 46;
const LEGEND_ROW_PX = 18;
export const LEGEND_ICON_PX = 14;
export const LEGEND_GAP_PX = 16;
/** Between an icon of the legend and its text. */
export const ICON_GAP_PX = 5;
const UNITS_PX = 20;
const MARKS_PX = 18;
const EDGE_PX = 12;
/** Labels below a column are never more: what is longer ends in an ellipsis. */
const MOST_LABEL_LINES = 4;
/** A long legend must leave room for the chart. */
const MOST_LEGEND_ROWS = 6;

export function plotLayout(plot: Plot, size: Size, negatives: NegativeStyle, measure: Measure): PlotLayout {
  const { width, height } = size;
  const rows = plot.kind === "trend" ? legendRows(plot, width - 2 * EDGE_PX, measure) : [];
  const topOf = (row: number): number => TITLE_PX + row * LEGEND_ROW_PX;
  const legend = rows.map(({ ids }, row) => ({ ids, top: topOf(row) }));
  const signs = rows.flatMap((row, at) => row.signs.map((sign) => ({ ...sign, top: topOf(at) })));
  const unitsTop = TITLE_PX + rows.length * LEGEND_ROW_PX + (rows.length > 0 ? 4 : 0);
  const [left, right] = axisWidths(plot, negatives, measure);
  const room = Math.max(width - left - right, 1);
  const columns = plot.kind === "trend" ? plot.columns : plot.bars;
  const columnPx = room / Math.max(columns.length, 1);
  const labelLines =
    plot.kind === "trend"
      ? Math.max(1, ...columns.map(({ label }) => inLines(label).split("\n").length))
      : Math.min(
          MOST_LABEL_LINES,
          Math.max(
            1,
            ...columns.map(({ label }) => Math.ceil((measure(label) * WRAPPING) / Math.max(columnPx - 6, 1))),
          ),
        );
  const hasMarks = plot.kind === "trend" && plot.columns.some(({ events, notes }) => events.length + notes.length > 0);
  const below = 10 + labelLines * LABEL_LINE_PX + (hasMarks ? MARKS_PX : 0);
  const bottom = Math.max(height - below - 4, unitsTop + UNITS_PX + 1);
  return {
    ...size,
    inner: { left, right: width - right, top: unitsTop + UNITS_PX, bottom },
    legend: legend.filter(({ ids }) => ids.length > 0),
    signs,
    unitsTop,
    columnPx,
    labelLines,
    marksTop: bottom + 8 + labelLines * LABEL_LINE_PX,
  };
}

/** Text that is broken at words takes more than its length. */
const WRAPPING = 1.25;

interface LegendRow {
  readonly ids: string[];
  readonly signs: (PlotSign & { readonly left: number; readonly widthPx: number })[];
}

/** The legend from left to right, row by row. One series alone is named by the title. */
function legendRows(
  { series, signs }: Pick<TrendPlot, "series" | "signs">,
  room: number,
  measure: Measure,
): readonly LegendRow[] {
  const rows: LegendRow[] = [];
  let used = Infinity;
  /** Where the next entry begins, in the row that has room for it. */
  const next = (label: string): { readonly row: LegendRow; readonly left: number } => {
    const needed = LEGEND_ICON_PX + ICON_GAP_PX + measure(label) + LEGEND_GAP_PX;
    let row = rows.at(-1);
    if (row === undefined || used + needed > room + LEGEND_GAP_PX) {
      rows.push((row = { ids: [], signs: [] }));
      used = 0;
    }
    const left = EDGE_PX + used;
    used += needed;
    return { row, left };
  };
  for (const { id, label } of series.length < 2 ? [] : series) next(label).row.ids.push(id);
  for (const sign of signs) {
    const { row, left } = next(sign.label);
    row.signs.push({ ...sign, left, widthPx: EDGE_PX + room - left - LEGEND_ICON_PX - ICON_GAP_PX });
  }
  return rows.slice(0, MOST_LEGEND_ROWS);
}

/** The figures of an axis, as it prints them. */
export function axisText(value: number, scale: AxisScale, unit: string, negatives: NegativeStyle): string {
  // The scale is in the shown unit already.
  return showFigure(value, {
    of: { unit },
    decimals: axisDecimals(scale.interval, unit),
    negatives,
    amounts: "entered",
  });
}

function axisWidths(plot: Plot, negatives: NegativeStyle, measure: Measure): readonly [number, number] {
  const scales = plot.kind === "trend" ? plot.scales : [plot.scale, null];
  const [left = 0, right = 0] = [0, 1].map((axis) => {
    const scale = scales[axis] ?? null;
    if (scale === null) return EDGE_PX;
    const unit = axisUnit(plot, axis === 0 ? 0 : 1);
    const widest = Math.max(...[scale.min, scale.max].map((value) => measure(axisText(value, scale, unit, negatives))));
    return EDGE_PX + widest + 8;
  });
  return [left, right];
}

/** The unit that the figures of an axis are printed in; empty where it has several. */
export function axisUnit(plot: Plot, axis: 0 | 1): string {
  if (plot.kind === "bridge") return axis === 0 ? plot.unit : "";
  const [only, other] = plot.units[axis];
  return other === undefined ? (only ?? "") : "";
}

/** The column under a point of the picture; null beside them. */
export function columnAt({ inner, columnPx }: PlotLayout, x: number, count: number): number | null {
  const column = Math.floor((x - inner.left) / columnPx);
  return column >= 0 && column < count ? column : null;
}
