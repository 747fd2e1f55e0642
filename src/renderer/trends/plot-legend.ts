/** The legend of a trend: whatever is drawn is named in it, however many rows that takes. */
import type { PlotSeries, PlotSign, TrendPlot } from "./trend-plot.ts";

/** How wide a text of the chart's own size is. */
export type Measure = (text: string) => number;

/** Series side by side in a row, by what they are called there. */
export interface LegendRow {
  readonly entries: readonly { readonly id: string; readonly text: string }[];
  readonly left: number;
  /** From the top of the legend, in rows. */
  readonly row: number;
}

/** What stands in a row besides series, and how wide its words may be. */
interface LegendWords {
  readonly label: string;
  readonly left: number;
  readonly row: number;
  readonly widthPx: number;
}

export interface Legend {
  readonly series: readonly LegendRow[];
  /** The lines whose years follow them. */
  readonly lines: readonly LegendWords[];
  readonly signs: readonly (PlotSign & LegendWords)[];
  readonly rows: number;
}

/** Between a picture's edges and what stands in it. */
export const EDGE_PX = 12;
export const LEGEND_ICON_PX = 14;
export const LEGEND_GAP_PX = 16;
/** Between an icon of the legend and its text. */
export const ICON_GAP_PX = 5;
/** So much of a line's name is read in the narrowest picture. */
const LEAST_NAME_PX = 120;

type Named = Pick<TrendPlot, "series" | "signs">;

/** The legend from left to right, row by row. One series alone is named by the title. */
export function legendOf({ series, signs }: Named, room: number, measure: Measure): Legend {
  const lines = Map.groupBy(series, ({ of }) => of);
  const isByYear = lines.size > 1 && series.every(({ year }) => year !== null);
  const { rows, ...named } = isByYear ? byYear([...lines.values()], room, measure) : inTurn(series, room, measure);
  const flow = flowFrom(rows, room, measure);
  const placed = signs.map((sign): PlotSign & LegendWords => {
    const { left, row } = flow.next(sign.label);
    return { ...sign, left, row, widthPx: EDGE_PX + room - left - LEGEND_ICON_PX - ICON_GAP_PX };
  });
  return { ...named, signs: placed, rows: flow.rows() };
}

type SeriesPart = Pick<Legend, "series" | "lines"> & { readonly rows: Rows };

/** The rows that are taken, and how much of the last one. */
interface Rows {
  readonly count: number;
  readonly used: number;
}

function flowFrom({ count, used }: Rows, room: number, measure: Measure) {
  const at = { count, used };
  return {
    /** Where the next entry begins, in the row that has room for it. */
    next(label: string): { readonly row: number; readonly left: number } {
      const needed = entryPx(label, measure);
      if (at.count === 0 || at.used + needed > room + LEGEND_GAP_PX)
        Object.assign(at, { count: at.count + 1, used: 0 });
      const left = EDGE_PX + at.used;
      at.used += needed;
      return { row: at.count - 1, left };
    },
    rows: (): number => at.count,
    taken: (): Rows => at,
  };
}

const entryPx = (label: string, measure: Measure): number =>
  LEGEND_ICON_PX + ICON_GAP_PX + measure(label) + LEGEND_GAP_PX;

function inTurn(series: readonly PlotSeries[], room: number, measure: Measure): SeriesPart {
  const flow = flowFrom({ count: 0, used: 0 }, room, measure);
  const entries = series.length < 2 ? [] : series.map(({ id, label: text }) => ({ id, text, ...flow.next(text) }));
  const rows = Map.groupBy(entries, ({ row }) => row);
  return {
    series: [...rows].map(([row, these]) => ({
      entries: these.map(({ id, text }) => ({ id, text })),
      left: EDGE_PX,
      row,
    })),
    lines: [],
    rows: flow.taken(),
  };
}

/** A table: each line by its name once, then its years below one another's. */
function byYear(lines: readonly (readonly PlotSeries[])[], room: number, measure: Measure): SeriesPart {
  const all = lines.flat();
  const yearPx = Math.max(...all.map(({ year }) => entryPx(year ?? "", measure)));
  const years = Math.max(...lines.map(({ length }) => length));
  const widest = Math.max(...all.map(({ named }) => measure(named))) + LEGEND_GAP_PX;
  const namePx = Math.min(widest, Math.max(room - years * yearPx, LEAST_NAME_PX));
  const perRow = Math.min(years, Math.max(1, Math.floor((room + LEGEND_GAP_PX - namePx) / yearPx)));
  const rowsEach = Math.ceil(years / perRow);
  const abreast = Math.max(1, Math.floor((room + LEGEND_GAP_PX) / (namePx + perRow * yearPx)));
  const placed = lines.map((series, index) => ({
    series,
    label: series[0]?.named ?? "",
    left: EDGE_PX + (index % abreast) * (namePx + perRow * yearPx),
    row: Math.floor(index / abreast) * rowsEach,
    // What it is measured to be and what it is drawn as may differ by a pixel.
    widthPx: namePx - LEGEND_GAP_PX / 2,
  }));
  return {
    series: placed.flatMap(({ series, left, row }) =>
      series.map(({ id, year }, at) => ({
        entries: [{ id, text: year ?? "" }],
        left: left + namePx + (at % perRow) * yearPx,
        row: row + Math.floor(at / perRow),
      })),
    ),
    lines: placed.map(({ label, left, row, widthPx }) => ({ label, left, row, widthPx })),
    rows: { count: Math.ceil(lines.length / abreast) * rowsEach, used: Infinity },
  };
}
