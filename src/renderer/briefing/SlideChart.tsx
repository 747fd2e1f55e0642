import { useRef } from "react";
import { asOfDay } from "../making/day-text.ts";
import { useWindowState, useWords } from "../state/book-window.ts";
import type { ChartBlock } from "./slide-model.ts";
import { useSlideChart } from "./use-slide-chart.ts";

interface SlideChartProps {
  readonly of: ChartBlock;
  /** Among the pictures of the briefing, from 0. */
  readonly place: number;
  readonly onDrawn: (place: number) => void;
}

/** A picture as it is printed, as large as its slide has room for it. */
export function SlideChart({ of: block, place, onDrawn }: SlideChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const { briefing, making } = useWords();
  const nothing = useWindowState((state) => asOfDay(state, making.asOf.nothing, briefing.noFigures));
  useSlideChart(element, block, place, onDrawn);
  return (
    <figure className="slide-chart">
      {block.plot === null && (
        <figcaption>
          <strong>{block.words.title}</strong> {nothing}
        </figcaption>
      )}
      <div
        ref={element}
        className="slide-picture"
        role="img"
        aria-label={block.described}
        hidden={block.plot === null}
      />
    </figure>
  );
}
