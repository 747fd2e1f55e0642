/** What the chart shows, as data: no drawing, no words. */
import { coloursIn, type LineColours } from "#core/charts/line-colours.ts";
import { isDash, isFigure } from "#core/figures/cell.ts";
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
  /** One per column: whether it rests on an implied figure and is drawn as an outline. */
  readonly hollow: readonly boolean[];
  /** A place in the palette's bars or lines. */
  readonly colour: number;
}

/** What a stack of services lacks in a column, where no total says how much. */
export interface MissingParts {
  readonly lines: readonly string[];
  /** How high the known parts reach. */
  readonly top: number;
}

export interface ChartData {
  readonly kind: "service" | "lines";
  readonly columns: readonly LayoutColumn[];
  readonly series: readonly ChartSeries[];
  /** The unit of the left and of the right axis; null where it has no series. */
  readonly units: readonly [string | null, string | null];
  /** Selected lines whose unit fits neither axis. */
  readonly leftOut: readonly string[];
  /** One per column; null where the stack is whole, or its rest is drawn. */
  readonly missing: readonly (MissingParts | null)[];
}

/** From the bottom, in the order of the lines: Trends and the briefing stack them so too. */
const SERVICES = [
  "connectivity_revenue",
  "vas_other_revenue",
  "si_onetime_revenue",
  "outsourced_operation_revenue",
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
  readonly colours: LineColours;
}

const NO_COLOURS: LineColours = { bar: new Map(), line: new Map() };

/** What a line measures; nothing for one that is not there. */
const measureOf = ({ lines }: Drawing, line: string): Measured => lines.get(line)?.line ?? { unit: "" };

/** Values and units are those that amounts are shown in. The selected lines, or the company's own picture where none is. Columns without any figure at the end are left out. */
export function chartData(
  figures: Figures,
  lines: Lines,
  columns: readonly LayoutColumn[],
  selected: readonly string[],
  amounts: AmountScale = "entered",
  colours: LineColours = NO_COLOURS,
): ChartData {
  const shown = selected.filter((line) => lines.has(line));
  const drawing: Drawing = { figures, lines, columns, amounts, colours };
  const data = shown.length === 0 ? servicePicture(drawing) : lineChart(drawing, shown);
  const drawn = coloursIn(
    data.series.map(({ id, kind }) => ({ line: id, shape: kind })),
    colours,
  );
  const last = columns.findLastIndex((_, index) => data.series.some(({ values }) => values[index] !== null));
  return {
    ...data,
    columns: columns.slice(0, last + 1),
    missing: data.missing.slice(0, last + 1),
    series: data.series.map((series, at) => ({
      ...series,
      values: series.values.slice(0, last + 1),
      decimals: series.decimals.slice(0, last + 1),
      hollow: series.hollow.slice(0, last + 1),
      colour: drawn[at] ?? 0,
    })),
  };
}

/** A series before the chart has its colours. */
type Points = Omit<ChartSeries, "colour">;
type Undyed = Omit<ChartData, "series"> & { readonly series: readonly Points[] };

function pointsOf(drawing: Drawing, line: string): Pick<Points, "values" | "decimals" | "hollow"> {
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
    hollow: cells.map((cell) => isFigure(cell) && cell.weakest === "implied"),
  };
}

/** Where a company has no services of these, what they would add up to. */
function servicePicture(drawing: Drawing): Undyed {
  const { lines, columns, amounts } = drawing;
  const services = SERVICES.filter((line) => lines.has(line));
  const parts = services.map((id): Points => {
    return { id, kind: "bar", axis: 0, isStacked: true, ...pointsOf(drawing, id) };
  });
  if (parts.length === 0)
    return lineChart(
      drawing,
      [TOTAL, MARGIN].filter((line) => lines.has(line)),
    );
  const series = [...parts];
  const rest = lines.has(TOTAL) ? notBrokenDown(pointsOf(drawing, TOTAL).values, parts) : [];
  if (rest.some((value) => value !== null)) {
    const nothing = { decimals: rest.map(() => null), hollow: rest.map(() => false) };
    series.push({ id: REST, kind: "bar", axis: 0, isStacked: true, values: rest, ...nothing });
  }
  if (lines.has(MARGIN)) {
    series.push({ id: MARGIN, kind: "line", axis: 1, isStacked: false, ...pointsOf(drawing, MARGIN) });
  }
  const unit = unitShown(measureOf(drawing, services[0] ?? ""), amounts);
  const missing = columns.map((_, index) => (rest[index] == null ? missingParts(drawing, parts, index) : null));
  return {
    kind: "service",
    columns,
    series,
    units: [unit, lines.get(MARGIN)?.line.unit ?? null],
    leftOut: [],
    missing,
  };
}

/** What does not exist is not missing, and where nothing is known nothing is drawn. */
function missingParts({ figures, columns }: Drawing, parts: readonly Points[], index: number): MissingParts | null {
  const column = columns[index];
  const known = parts.flatMap(({ values }) => values[index] ?? []);
  if (column === undefined || known.length === 0) return null;
  const missing = parts.filter(({ id }) => {
    const cell = figures.cell(id, column.span);
    return !isFigure(cell) && !isDash(cell);
  });
  if (missing.length === 0) return null;
  return { lines: missing.map(({ id }) => id), top: known.reduce((sum, value) => sum + Math.max(value, 0), 0) };
}

/**
 * What a total has beyond its known parts, where a part is a gap. Without it the bar of such a
 * period would look like a fall in revenue.
 */
function notBrokenDown(totals: readonly (number | null)[], parts: readonly Points[]): (number | null)[] {
  return totals.map((total, index) => {
    const known = parts.flatMap(({ values }) => values[index] ?? []);
    if (total === null || known.length === parts.length) return null;
    const rest = total - known.reduce((sum, value) => sum + value, 0);
    return rest > 0 ? rest : null;
  });
}

/** Percentages are lines on the right axis; amounts are bars, and ratios in another unit lines. At most two units fit. */
function lineChart(drawing: Drawing, selected: readonly string[]): Undyed {
  const { lines, columns, amounts } = drawing;
  const rows = selected.flatMap((line) => lines.get(line) ?? []);
  const unitIn = ({ line }: LineRow): string => unitShown(line, amounts);
  const isPercent = ({ line }: LineRow): boolean => unitOf(line.unit).kind === "percent";
  const percent = rows.find(isPercent)?.line.unit ?? null;
  const [left = null, second = null] = [...new Set(rows.filter((row) => !isPercent(row)).map(unitIn))];
  const right = percent ?? second;
  const series = rows.flatMap((row): Points[] => {
    const unit = unitIn(row);
    if (unit !== left && unit !== right) return [];
    const isLeft = unit === left;
    const kind = isLeft && row.line.kind !== "ratio" ? "bar" : "line";
    return [{ id: row.id, kind, axis: isLeft ? 0 : 1, isStacked: false, ...pointsOf(drawing, row.id) }];
  });
  const drawn = new Set(series.map(({ id }) => id));
  const leftOut = selected.filter((line) => !drawn.has(line));
  return { kind: "lines", columns, series, units: [left, right], leftOut, missing: columns.map(() => null) };
}
