/** The pictures of a briefing: its trends as they are drawn, with the words that stand in them. */
import type { BriefingPage, BriefingPart } from "#core/pages/briefing.ts";
import type { TrendPart } from "#core/pages/briefing-trends.ts";
import type { Span } from "#core/timeline.ts";
import { labelOf, wordsOf, type WindowState } from "../state/window-state.ts";
import type { PictureWords } from "../trends/option-parts.ts";
import { isEmpty, toldOf } from "../trends/plot-in-view.ts";
import { drawnUnit, trendPlot, type TrendPlot } from "../trends/trend-plot.ts";
import { unitLabel } from "../words/words.ts";
import type { ChartBlock } from "./slide-model.ts";
import type { SlideMaking } from "./slide-making.ts";

/** A trend of a page, and as it is drawn. */
export interface DrawnTrend {
  readonly part: TrendPart;
  readonly plot: TrendPlot;
}

/** What is switched off in the view of trends is not switched off here. */
const withAllSeries = (state: WindowState): WindowState => ({
  ...state,
  trends: { ...state.trends, hidden: new Set() },
});

export const trendsOn = ({ state }: SlideMaking, parts: readonly BriefingPart[]): readonly DrawnTrend[] =>
  parts.flatMap((part) =>
    part.kind === "trend" ? [{ part, plot: trendPlot(withAllSeries(state), part.picture) }] : [],
  );

/** From the first quarter that a page draws to the last; null where it draws none. */
export function trendSpan(parts: readonly BriefingPart[]): Span | null {
  const range = parts.find((part) => part.kind === "trend")?.picture.drawing.range;
  return typeof range === "object" && "from" in range ? { start: range.from, length: range.to - range.from } : null;
}

export function chartBlock({ state }: SlideMaking, { kind }: BriefingPage, { part, plot }: DrawnTrend): ChartBlock {
  const title = titleOf(state, part);
  const words = wordsOf(state);
  const unit = (axis: 0 | 1): string => plot.units[axis].map((each) => unitLabel(each, words)).join(" · ");
  const first = plot.columns[0]?.label ?? "";
  const last = plot.columns.at(-1)?.label ?? "";
  const subtitle = words.briefing.chart.range(first, last);
  const pictureWords: PictureWords = {
    title,
    subtitle,
    units: [unit(0), unit(1)],
    rest: words.trends.rest,
    negatives: state.settings.negatives,
  };
  return {
    kind: "chart",
    key: `${kind} ${part.of} ${part.line?.id ?? ""}`,
    plot: isEmpty(plot) ? null : plot,
    words: pictureWords,
    described: [words.trends.describe(title, first, last), ...newestOf(state, plot), ...toldOf(state, plot)].join(" "),
  };
}

function titleOf(state: WindowState, { of, line }: TrendPart): string {
  const { briefing: words } = wordsOf(state);
  if (line !== null) return labelOf(state, line.id);
  return of === "revenue-by-service" || of === "profits" ? words.chart[of] : "";
}

/** Each series' newest figure, for those who hear the picture. */
function newestOf(state: WindowState, plot: TrendPlot): readonly string[] {
  const words = wordsOf(state);
  return plot.series.flatMap((series) => {
    const at = series.points.findLastIndex(({ value }) => value !== null);
    const point = series.points[at];
    if (point === undefined) return [];
    const unit = drawnUnit(series);
    const text = unit === "%" ? point.text : `${point.text} ${unitLabel(unit, words)}`;
    return [words.trends.describeSeries(series.label, plot.columns[at]?.label ?? "", text)];
  });
}
