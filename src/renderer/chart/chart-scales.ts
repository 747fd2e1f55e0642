import { closeAxis, extentOfValues, levelAxes, type AxisScale, type Extent } from "./axes.ts";
import type { ChartSeries } from "./chart-series.ts";

/** What a scale is worked out from. */
export interface ScaledSeries extends Pick<ChartSeries, "kind" | "axis" | "isStacked" | "values"> {
  /** Which stack it lies in, where there are several on an axis. */
  readonly stack?: string;
}

/** The scales of the left and the right axis; null where an axis has no values. */
export function chartScales(series: readonly ScaledSeries[]): readonly [AxisScale | null, AxisScale | null] {
  const extents = [0, 1].map((axis) => extentOn(series.filter((each) => each.axis === axis)));
  const [left = null, right = null] = extents;
  if (series.every(({ kind }) => kind === "line")) {
    if (left === null && right !== null) return [null, closeAxis(right)];
    if (right === null && left !== null) return [closeAxis(left), null];
  }
  const [first = null, second = null] = levelAxes([left, right]);
  return [first, second];
}

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
