/** Draws the pictures of a briefing, several at a time, each into a chart that stays for as long as the window. */
import { useEffect, useMemo, useState, type RefObject } from "react";
import type { PlotLayout } from "../trends/plot-layout.ts";
import { settledPlot } from "../trends/settle-plot.ts";
import { trendOption } from "../trends/trend-option.ts";
import { useGround, useSize } from "../trends/use-picture.ts";
import type { Drawn } from "../trends/drawn-picture.ts";
import type { ChartBlock } from "./slide-model.ts";

/** By place on the slides: charts cannot be disposed of (see `drawn-picture.ts`), so those of other periods serve again. */
const charts: Drawn[] = [];

/**
 * @param place of the picture among those of the briefing, from 0
 * @param onDrawn called whenever it stands as the block says
 * @returns where its parts stand; null until the element has a size
 */
export function useSlideChart(
  element: RefObject<HTMLElement | null>,
  { plot, words }: ChartBlock,
  place: number,
  onDrawn: (place: number) => void,
): PlotLayout | null {
  const size = useSize(element);
  const ground = useGround(element);
  const drawn = useChart(element, place);
  const settled = useMemo(
    () =>
      plot === null || size === null || ground === null
        ? null
        : settledPlot(plot, size, words.negatives, ground.measure),
    [plot, size, ground, words.negatives],
  );
  useEffect(() => {
    if (settled?.plot.kind !== "trend" || ground === null || drawn === null) return;
    const { plot: shown, layout } = settled;
    const { chart } = drawn;
    const { width, height } = layout;
    if (chart.getWidth() !== width || chart.getHeight() !== height) chart.resize({ width, height });
    chart.setOption(trendOption(shown, layout, words, ground.palette, ground.measure), { notMerge: true });
    onDrawn(place);
  }, [settled, ground, drawn, words, place, onDrawn]);
  return settled?.layout ?? null;
}

/** The drawing library is half of the window's code: it is loaded when there is a picture to draw. */
function useChart(element: RefObject<HTMLElement | null>, place: number): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    let isGone = false;
    void import("../trends/drawn-picture.ts").then(({ makePicture }) => {
      if (element.current === null || isGone) return;
      const own = (charts[place] ??= makePicture());
      element.current.append(own.element);
      setDrawn(own);
    });
    return () => {
      isGone = true;
    };
  }, [element, place]);
  return drawn;
}
