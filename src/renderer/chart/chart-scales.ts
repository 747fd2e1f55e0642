import { closeAxis, extentOfValues, FINE_STEPS, levelAxes, type AxisScale, type Extent } from "./axes.ts";
import type { ChartSeries } from "./chart-series.ts";

/** What a scale is worked out from. */
export interface ScaledSeries extends Pick<ChartSeries, "kind" | "axis" | "isStacked" | "values"> {
  /** Which stack it lies in, where there are several on an axis. */
  readonly stack?: string;
}

export type Scales = readonly [AxisScale | null, AxisScale | null];
export type Extents = readonly [Extent | null, Extent | null];

/** The scales of the left and the right axis; null where an axis has no values. */
export function chartScales(series: readonly ScaledSeries[]): Scales {
  const [left, right] = chartExtents(series);
  if (series.every(({ kind }) => kind === "line")) {
    if (left === null && right !== null) return [null, closeAxis(right)];
    if (right === null && left !== null) return [closeAxis(left), null];
  }
  const [first = null, second = null] = levelAxes([left, right]);
  return [first, second];
}

/** Scales for two axes that need not be as close to their values as can be: steps that are less round serve them better. */
export function levelScales(extents: Extents): Scales {
  const [left = null, right = null] = levelAxes(extents, FINE_STEPS);
  return [left, right];
}

/** What the series of the left and of the right axis reach; null where there is nothing. */
export const chartExtents = (series: readonly ScaledSeries[]): Extents => {
  const on = (axis: 0 | 1): Extent | null => extentOn(series.filter((each) => each.axis === axis));
  return [on(0), on(1)];
};

/** Stacked bars reach as far as their sums, the positive ones up and the negative ones down. */
function extentOn(series: readonly ScaledSeries[]): Extent | null {
  const stacks = Map.groupBy(
    series.filter(({ isStacked }) => isStacked),
    ({ stack }) => stack,
  );
  const sums = [...stacks.values()].flatMap((parts) =>
    (parts[0]?.values ?? []).flatMap((_, index) => {
      const values = parts.flatMap(({ values: each }) => each[index] ?? []);
      const sum = (of: readonly number[]): number => of.reduce((total, value) => total + value, 0);
      return values.length === 0
        ? []
        : [sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0))];
    }),
  );
  return extentOfValues([...sums, ...series.filter(({ isStacked }) => !isStacked).flatMap(({ values }) => values)]);
}
