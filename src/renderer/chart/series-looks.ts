/** Which colour each series has, in the drawing and in the legend beside it. */
import { COLOURS } from "#core/charts/line-colours.ts";
import { REST, type ChartSeries } from "./chart-series.ts";

export interface SeriesLook {
  readonly series: ChartSeries;
  readonly shape: "bar" | "line" | "rest";
  /** A place in the palette's bars or lines; beyond its end they begin again. */
  readonly colour: number;
}

export function seriesLooks(series: readonly ChartSeries[]): SeriesLook[] {
  return series.map((each): SeriesLook => {
    if (each.id === REST) return { series: each, shape: "rest", colour: 0 };
    return { series: each, shape: each.kind, colour: each.colour };
  });
}

/** Whether a colour is there already: bars are then striped, lines dashed. */
export const isRepeated = ({ shape, colour }: Pick<SeriesLook, "shape" | "colour">): boolean =>
  shape !== "rest" && colour >= COLOURS[shape];

/** Over the colour of a bar whose hue another one has. */
export const STRIPES = {
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
  color: "rgba(255,255,255,0.45)",
};

const REST_TOKEN = "--series-rest";

export function colourToken(shape: SeriesLook["shape"], colour: number): string {
  if (shape === "rest") return REST_TOKEN;
  const number = (colour % COLOURS[shape]) + 1;
  return shape === "bar" ? `--series-${number}` : `--series-line-${number}`;
}
