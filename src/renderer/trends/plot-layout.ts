/** Where the parts of a picture stand, in pixels: title, legend, units, axes, what is drawn, marks. */
import { showFigure, type NegativeStyle } from "#core/format-amount.ts";
import type { AxisScale } from "../chart/axes.ts";
import { axisDecimals, inLines } from "../chart/chart-option.ts";
import type { Plot } from "./plot-in-view.ts";
import { EDGE_PX, legendOf, type Legend, type LegendRow, type Measure } from "./plot-legend.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PlotLayout extends Size {
  /** The rectangle between the axes. */
  readonly inner: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** The series of each row of the legend. */
  readonly legend: readonly Placed<LegendRow>[];
  /** The lines whose years the legend has beside them. */
  readonly lines: readonly Placed<Legend["lines"][number]>[];
  /** What the legend explains besides the series: where its mark begins. */
  readonly signs: readonly Placed<Legend["signs"][number]>[];
  readonly unitsTop: number;
  /** A picture that is lower than this has no room for its chart. */
  readonly leastHeight: number;
  /** The width of one column. */
  readonly columnPx: number;
  /** Lines that the longest label below a column takes. */
  readonly labelLines: number;
  readonly marksTop: number;
}

/** With its height from the top of the picture. */
type Placed<Part> = Part & { readonly top: number };

export const TEXT_PX = 11;
export const LABEL_LINE_PX = 14;
const TITLE_PX = 46;
const LEGEND_ROW_PX = 18;
const UNITS_PX = 20;
const MARKS_PX = 18;
/** Labels below a column are never more: what is longer ends in an ellipsis. */
const MOST_LABEL_LINES = 4;
/** Between the axes; in less than this no chart can be read. */
const LEAST_INNER_PX = 90;
const NO_LEGEND: Legend = { series: [], lines: [], signs: [], rows: 0 };

export function plotLayout(plot: Plot, size: Size, negatives: NegativeStyle, measure: Measure): PlotLayout {
  const { width } = size;
  const { rows, ...legend } = plot.kind === "trend" ? legendOf(plot, width - 2 * EDGE_PX, measure) : NO_LEGEND;
  const placed = <Part extends { readonly row: number }>(part: Part): Placed<Part> => ({
    ...part,
    top: TITLE_PX + part.row * LEGEND_ROW_PX,
  });
  const unitsTop = TITLE_PX + rows * LEGEND_ROW_PX + (rows > 0 ? 4 : 0);
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
  const below = 10 + labelLines * LABEL_LINE_PX + (hasMarks ? MARKS_PX : 0) + 4;
  const bottom = Math.max(size.height - below, unitsTop + UNITS_PX + 1);
  return {
    ...size,
    leastHeight: unitsTop + UNITS_PX + LEAST_INNER_PX + below,
    inner: { left, right: width - right, top: unitsTop + UNITS_PX, bottom },
    legend: legend.series.map(placed),
    lines: legend.lines.map(placed),
    signs: legend.signs.map(placed),
    unitsTop,
    columnPx,
    labelLines,
    marksTop: bottom + 8 + labelLines * LABEL_LINE_PX,
  };
}

/** Text that is broken at words takes more than its length. */
const WRAPPING = 1.25;

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
