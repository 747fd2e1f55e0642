/** What the chart shows, as data: no drawing, no words. */
import { isFigure } from "#core/figures/cell.ts";
import type { Figures } from "#core/figures/figures.ts";
import type { LayoutColumn } from "#core/layout.ts";
import { decimalsShown } from "#core/format-amount.ts";
import { unitOf, unitShown, valueIn, type AmountScale, type Measured } from "#core/units.ts";
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

interface Drawing {
  readonly figures: Figures;
  readonly lines: Lines;
  readonly columns: readonly LayoutColumn[];
  readonly amounts: AmountScale;
}

/** What a line measures; nothing for one that is not there. */
const measureOf = ({ lines }: Drawing, line: string): Measured => lines.get(line)?.line ?? { unit: "" };

/** Values and units are those that amounts are shown in. The selected lines, or the company's own picture where none is. Columns without any figure at the end are left out. */
export function chartData(
  figures: Figures,
  lines: Lines,
  columns: readonly LayoutColumn[],
  selected: readonly string[],
  amounts: AmountScale = "entered",
): ChartData {
  const shown = selected.filter((line) => lines.has(line));
  const drawing: Drawing = { figures, lines, columns, amounts };
  const data = shown.length === 0 ? servicePicture(drawing) : lineChart(drawing, shown);
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

function pointsOf(drawing: Drawing, line: string): Pick<ChartSeries, "values" | "decimals"> {
  const { figures, columns, amounts } = drawing;
  const of = measureOf(drawing, line);
  const cells = columns.map(({ span }) => figures.cell(line, span));
  return {
    values: cells.map((cell) => (isFigure(cell) ? valueIn(cell.value, of.unit, unitShown(of, amounts)) : null)),
    decimals: cells.map((cell) => {
      if (!isFigure(cell)) return null;
      const { value, decimals } = cell;
      return decimals === null && amounts === "entered" ? null : decimalsShown(value, { of, decimals, amounts });
    }),
  };
}

function servicePicture(drawing: Drawing): ChartData {
  const { lines, columns, amounts } = drawing;
  const parts = SERVICES.filter((line) => lines.has(line)).map((id): ChartSeries => {
    return { id, kind: "bar", axis: 0, isStacked: true, ...pointsOf(drawing, id) };
  });
  const series = [...parts];
  if (lines.has(TOTAL) && parts.length > 0) {
    const values = notBrokenDown(pointsOf(drawing, TOTAL).values, parts);
    const decimals = values.map(() => null);
    if (values.some((value) => value !== null)) {
      series.push({ id: REST, kind: "bar", axis: 0, isStacked: true, values, decimals });
    }
  }
  if (lines.has(MARGIN)) {
    series.push({ id: MARGIN, kind: "line", axis: 1, isStacked: false, ...pointsOf(drawing, MARGIN) });
  }
  const [first] = parts;
  const unit = first === undefined ? null : unitShown(measureOf(drawing, first.id), amounts);
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
function lineChart(drawing: Drawing, selected: readonly string[]): ChartData {
  const { lines, columns, amounts } = drawing;
  const rows = selected.flatMap((line) => lines.get(line) ?? []);
  const unitIn = ({ line }: LineRow): string => unitShown(line, amounts);
  const isPercent = ({ line }: LineRow): boolean => unitOf(line.unit).kind === "percent";
  const percent = rows.find(isPercent)?.line.unit ?? null;
  const [left = null, second = null] = [...new Set(rows.filter((row) => !isPercent(row)).map(unitIn))];
  const right = percent ?? second;
  const series = rows.flatMap((row): ChartSeries[] => {
    const unit = unitIn(row);
    if (unit !== left && unit !== right) return [];
    const isLeft = unit === left;
    const kind = isLeft && row.line.kind !== "ratio" ? "bar" : "line";
    return [{ id: row.id, kind, axis: isLeft ? 0 : 1, isStacked: false, ...pointsOf(drawing, row.id) }];
  });
  const drawn = new Set(series.map(({ id }) => id));
  return { kind: "lines", columns, series, units: [left, right], leftOut: selected.filter((line) => !drawn.has(line)) };
}
