/** What the chart shows, as data: no drawing, no words. */
import { isFigure } from "#core/figures/cell.ts";
import type { Figures } from "#core/figures/figures.ts";
import type { LayoutColumn } from "#core/layout.ts";
import { unitOf } from "#core/units.ts";
import type { LineRow } from "../state/window-state.ts";

/** The series of what a total has beyond its known parts. */
export const REST = "rest";

export interface ChartSeries {
  /** A line's id, or {@link REST}. */
  readonly id: string;
  readonly kind: "bar" | "line";
  readonly axis: 0 | 1;
  readonly isStacked: boolean;
  /** One per column; null is a gap and is drawn as none. */
  readonly values: readonly (number | null)[];
  /** As printed, one per column; null where a figure has no last printed digit. */
  readonly decimals: readonly (number | null)[];
}

export interface ChartData {
  readonly kind: "service" | "lines";
  readonly columns: readonly LayoutColumn[];
  readonly series: readonly ChartSeries[];
  /** The unit of the left and of the right axis; null where it has no series. */
  readonly units: readonly [string | null, string | null];
  /** Selected lines whose unit fits neither axis. */
  readonly leftOut: readonly string[];
}

/** The reference deck's own picture: recurring revenue at the bottom, one-time on top. */
const SERVICES = [
  "connectivity_revenue",
  "vas_other_revenue",
  "outsourced_operation_revenue",
  "si_onetime_revenue",
  "equipment_revenue",
];
const TOTAL = "revenue";
const MARGIN = "gross_margin_ratio";

type Lines = ReadonlyMap<string, LineRow>;

/** The selected lines, or the company's own picture where none is. Columns without any figure at the end are left out. */
export function chartData(
  figures: Figures,
  lines: Lines,
  columns: readonly LayoutColumn[],
  selected: readonly string[],
): ChartData {
  const shown = selected.filter((line) => lines.has(line));
  const data = shown.length === 0 ? servicePicture(figures, lines, columns) : lineChart(figures, lines, columns, shown);
  const last = columns.findLastIndex((_, index) => data.series.some(({ values }) => values[index] !== null));
  return {
    ...data,
    columns: columns.slice(0, last + 1),
    series: data.series.map((series) => ({
      ...series,
      values: series.values.slice(0, last + 1),
      decimals: series.decimals.slice(0, last + 1),
    })),
  };
}

function pointsOf(
  figures: Figures,
  line: string,
  columns: readonly LayoutColumn[],
): Pick<ChartSeries, "values" | "decimals"> {
  const cells = columns.map(({ span }) => figures.cell(line, span));
  return {
    values: cells.map((cell) => (isFigure(cell) ? cell.value : null)),
    decimals: cells.map((cell) => (isFigure(cell) ? cell.decimals : null)),
  };
}

function servicePicture(figures: Figures, lines: Lines, columns: readonly LayoutColumn[]): ChartData {
  const parts = SERVICES.filter((line) => lines.has(line)).map((id): ChartSeries => {
    return { id, kind: "bar", axis: 0, isStacked: true, ...pointsOf(figures, id, columns) };
  });
  const series = [...parts];
  if (lines.has(TOTAL) && parts.length > 0) {
    const values = notBrokenDown(pointsOf(figures, TOTAL, columns).values, parts);
    const decimals = values.map(() => null);
    if (values.some((value) => value !== null)) {
      series.push({ id: REST, kind: "bar", axis: 0, isStacked: true, values, decimals });
    }
  }
  if (lines.has(MARGIN)) {
    series.push({ id: MARGIN, kind: "line", axis: 1, isStacked: false, ...pointsOf(figures, MARGIN, columns) });
  }
  const unit = lines.get(parts[0]?.id ?? "")?.line.unit ?? null;
  return { kind: "service", columns, series, units: [unit, lines.get(MARGIN)?.line.unit ?? null], leftOut: [] };
}

/**
 * What a total has beyond its known parts, where a part is a gap. Without it the bar of such a
 * period would look like a fall in revenue.
 */
function notBrokenDown(totals: readonly (number | null)[], parts: readonly ChartSeries[]): (number | null)[] {
  return totals.map((total, index) => {
    const known = parts.flatMap(({ values }) => values[index] ?? []);
    if (total === null || known.length === parts.length) return null;
    const rest = total - known.reduce((sum, value) => sum + value, 0);
    return rest > 0 ? rest : null;
  });
}

/** Percentages are lines on the right axis; amounts are bars, and ratios in another unit lines. At most two units fit. */
function lineChart(
  figures: Figures,
  lines: Lines,
  columns: readonly LayoutColumn[],
  selected: readonly string[],
): ChartData {
  const rows = selected.flatMap((line) => lines.get(line) ?? []);
  const isPercent = ({ line }: LineRow): boolean => unitOf(line.unit).kind === "percent";
  const percent = rows.find(isPercent)?.line.unit ?? null;
  const [left = null, second = null] = [...new Set(rows.filter((row) => !isPercent(row)).map(({ line }) => line.unit))];
  const right = percent ?? second;
  const series = rows.flatMap(({ id, line }): ChartSeries[] => {
    if (line.unit !== left && line.unit !== right) return [];
    const isLeft = line.unit === left;
    const kind = isLeft && line.kind !== "ratio" ? "bar" : "line";
    return [{ id, kind, axis: isLeft ? 0 : 1, isStacked: false, ...pointsOf(figures, id, columns) }];
  });
  const drawn = new Set(series.map(({ id }) => id));
  return { kind: "lines", columns, series, units: [left, right], leftOut: selected.filter((line) => !drawn.has(line)) };
}
