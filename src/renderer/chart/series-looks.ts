/** Which colour each series has, in the drawing and in the legend beside it. */
import { REST, type ChartSeries } from "./chart-series.ts";

export interface SeriesLook {
  readonly series: ChartSeries;
  readonly shape: "bar" | "line" | "rest";
  /** A place in the palette's bars or lines; beyond its end they begin again. */
  readonly colour: number;
}

export function seriesLooks(series: readonly ChartSeries[]): SeriesLook[] {
  const count = { bar: 0, line: 0 };
  return series.map((each): SeriesLook => {
    if (each.id === REST) return { series: each, shape: "rest", colour: 0 };
    return { series: each, shape: each.kind, colour: count[each.kind]++ };
  });
}

/** The tokens of the palette, as many as `theme/tokens.css` has. */
const BAR_TOKENS = [1, 2, 3, 4, 5, 6].map((n) => `--series-${n}`);
const LINE_TOKENS = [1, 2, 3].map((n) => `--series-line-${n}`);
const REST_TOKEN = "--series-rest";

export function colourToken(shape: SeriesLook["shape"], colour: number): string {
  if (shape === "rest") return REST_TOKEN;
  const tokens = shape === "bar" ? BAR_TOKENS : LINE_TOKENS;
  return tokens[colour % tokens.length] ?? REST_TOKEN;
}
