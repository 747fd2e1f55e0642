/** Draws the chart in view into an element, and keeps it true to the book, the theme and the size of the window. */
import { useEffect, useMemo, useState, type RefObject } from "react";
import { readPalette, type Palette } from "../chart/palette.ts";
import { useWindowState } from "../state/book-window.ts";
import { rememberBy, wordsOf, type WindowState } from "../state/window-state.ts";
import { onThemeChange } from "../theme/apply-theme.ts";
import { unitLabel } from "../words/words.ts";
import { bridgeOption } from "./bridge-option.ts";
import { chosenChart, subtitleIn, titleOf } from "./charts-in-view.ts";
import type { placePicture, PictureEvents } from "./drawn-picture.ts";
import type { PictureWords } from "./option-parts.ts";
import { plotLayout, TEXT_PX, type PlotLayout, type Size } from "./plot-layout.ts";
import type { Measure } from "./plot-legend.ts";
import { plotIn, type Plot } from "./plot-in-view.ts";
import { settledPlot } from "./settle-plot.ts";
import { trendOption } from "./trend-option.ts";

type Draw = ReturnType<typeof placePicture>;

/** What the drawing needs to know of the page: nothing of it is in the state. */
interface Ground {
  readonly palette: Palette;
  readonly measure: Measure;
}

/** Draws the chosen chart: {@link usePlot} with the words that stand in it. */
export const usePicture = (
  element: RefObject<HTMLElement | null>,
  plot: Plot | null,
  events: RefObject<PictureEvents>,
): PlotLayout | null => usePlot(element, plot, useWindowState(pictureWordsIn), events);

/** Returns where the parts of the picture stand; null until the element has a size. */
export function usePlot(
  element: RefObject<HTMLElement | null>,
  plot: Plot | null,
  words: PictureWords,
  events: RefObject<PictureEvents>,
): PlotLayout | null {
  const size = useSize(element);
  const ground = useGround(element);
  const draw = useDraw(element, events);
  const { negatives } = words;
  const settled = useMemo(() => {
    if (plot === null || size === null || ground === null) return null;
    // A long legend takes no room from its chart: the frame scrolls.
    const { leastHeight } = plotLayout(plot, size, negatives, ground.measure);
    const room = { ...size, height: Math.max(size.height, leastHeight) };
    return settledPlot(plot, room, negatives, ground.measure);
  }, [plot, size, ground, negatives]);
  useEffect(() => {
    if (settled === null || ground === null || draw === null) return;
    const { plot: shown, layout } = settled;
    const { palette, measure } = ground;
    const option =
      shown.kind === "trend"
        ? trendOption(shown, layout, words, palette, measure)
        : bridgeOption(shown, layout, words, palette);
    draw(option, layout);
  }, [settled, ground, draw, words]);
  return settled?.layout ?? null;
}

const pictureWordsIn: (state: WindowState) => PictureWords = rememberBy(
  (state) => [plotIn(state), titleIn(state), subtitleIn(state), state.settings],
  (state) => {
    const words = wordsOf(state);
    const plot = plotIn(state);
    const units = plot === null ? [[], []] : plot.kind === "trend" ? plot.units : [[plot.unit], []];
    const unit = (axis: 0 | 1): string => (units[axis] ?? []).map((each) => unitLabel(each, words)).join(" · ");
    return {
      title: titleIn(state),
      subtitle: subtitleIn(state),
      units: [unit(0), unit(1)],
      rest: words.trends.rest,
      negatives: state.settings.negatives,
    };
  },
);

function titleIn(state: WindowState): string {
  const chart = chosenChart(state);
  return chart === null ? "" : titleOf(state, chart);
}

/** The size of an element; null until it has one. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = current;
      if (width > 0 && height > 0)
        setSize((now) => (now?.width === width && now.height === height ? now : { width, height }));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** The colours and the font of an element. */
export function useGround(element: RefObject<HTMLElement | null>): Ground | null {
  const [ground, setGround] = useState<Ground | null>(null);
  useEffect(() => {
    const read = (): void => {
      if (element.current === null) return;
      const palette = readPalette(element.current, "--paper");
      setGround({ palette, measure: measureIn(palette.font) });
    };
    read();
    return onThemeChange(read);
  }, [element]);
  return ground;
}

function measureIn(font: string): Measure {
  const context = document.createElement("canvas").getContext("2d");
  if (context !== null) context.font = `${TEXT_PX}px ${font}`;
  return (text) => context?.measureText(text).width ?? text.length * TEXT_PX;
}

/** The drawing library is half of the window's code: it is loaded when there is a chart to draw. */
function useDraw(element: RefObject<HTMLElement | null>, events: RefObject<PictureEvents>): Draw | null {
  const [draw, setDraw] = useState<{ readonly draw: Draw } | null>(null);
  useEffect(() => {
    let isGone = false;
    void import("./drawn-picture.ts").then((library) => {
      if (element.current === null || isGone) return;
      const placed = library.placePicture(element.current, {
        onPick: (place) => events.current.onPick(place),
        onLegend: (series) => events.current.onLegend(series),
      });
      setDraw({ draw: placed });
    });
    return () => {
      isGone = true;
    };
  }, [element, events]);
  return draw?.draw ?? null;
}
