import { useEffect, useRef, useState, type PointerEvent } from "react";
import { Segmented } from "../bar/Segmented.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { ChartTip } from "../trends/ChartTip.tsx";
import type { PictureEvents } from "../trends/drawn-picture.ts";
import { columnAt } from "../trends/plot-layout.ts";
import { usePlot } from "../trends/use-picture.ts";
import { compareViewIn } from "./compare-choice.ts";
import {
  comparedPlotIn,
  comparedWordsIn,
  describeCompared,
  drawableIn,
  drawnIn,
  isDrawn,
  keyDrawn,
  readCompared,
} from "./compare-plot.ts";
import "../trends/trend-picture.css";

/** A line over time, a series for each company; a click on a figure has it explained. */
export function CompareChart() {
  const element = useRef<HTMLDivElement>(null);
  const { store, actions } = useBookWindow();
  const { compare: words, trends } = useWords();
  const state = useWindowState((now) => now);
  const plot = comparedPlotIn(state);
  const [column, setColumn] = useState<number | null>(null);
  const events = useRef<PictureEvents>({ onPick: () => {}, onLegend: () => {} });
  useEffect(() => {
    events.current = {
      onPick: ({ series, column: at }) => {
        const key = keyDrawn(store.getState(), series, at);
        if (key !== null) actions.chooseFigure(key);
      },
      onLegend: actions.toggleCompared,
    };
  }, [store, actions]);
  const layout = usePlot(element, plot, comparedWordsIn(state), events);
  const read = column === null ? null : readCompared(state, column);
  const onPointer = ({ clientX, currentTarget }: PointerEvent<HTMLElement>): void => {
    if (layout === null || plot === null) return;
    setColumn(columnAt(layout, clientX - currentTarget.getBoundingClientRect().left, plot.columns.length));
  };
  return (
    <section className="compare-chart" aria-label={words.picture}>
      <Drawn />
      <div className="trend-frame" onPointerMove={onPointer} onPointerLeave={() => setColumn(null)}>
        <div
          ref={element}
          className="trend-picture"
          role="img"
          aria-label={describeCompared(state)}
          data-testid="compare-chart"
          hidden={!isDrawn(plot)}
        />
        {layout !== null && column !== null && read !== null && isDrawn(plot) && (
          <ChartTip layout={layout} column={column} read={read} row={null} />
        )}
        {!isDrawn(plot) && <p className="trend-empty">{trends.empty}</p>}
      </div>
    </section>
  );
}

/** What is drawn, and how. */
function Drawn() {
  const { actions } = useBookWindow();
  const { compare: words } = useWords();
  const { drawnAs } = useWindowState(compareViewIn);
  const state = useWindowState((now) => now);
  const drawable = drawableIn(state);
  const drawn = drawnIn(state);
  return (
    <div className="compare-drawn">
      {drawn !== null && (
        <Segmented<string>
          label={words.drawn}
          choices={Object.fromEntries(drawable.map((measure) => [measure, words.measures[measure]]))}
          chosen={drawn}
          onChoose={(choice) => {
            const measure = drawable.find((each) => each === choice);
            if (measure !== undefined) actions.changeComparison({ drawn: measure });
          }}
        />
      )}
      <Segmented
        label={words.drawnAs}
        choices={words.drawnAsKinds}
        chosen={drawnAs}
        onChoose={(next) => actions.changeComparison({ drawnAs: next })}
      />
    </div>
  );
}
