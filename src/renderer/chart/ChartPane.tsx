import { useEffect, useRef } from "react";
import { CloseIcon } from "../bar/Icons.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { shownUnitLabel } from "../state/figure-text.ts";
import { labelOf, lineRowsIn, type WindowStore } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import { chartDescription, chartIn, isOfSelection, chartTitle, seriesLabel } from "./chart-in-view.ts";
import { colourToken, isRepeated, seriesLooks } from "./series-looks.ts";
import "./chart.css";

export function ChartPane() {
  const element = useRef<HTMLDivElement>(null);
  const { store, actions } = useBookWindow();
  const words = useWords();
  const { chart } = words;
  const title = useWindowState(chartTitle);
  const description = useWindowState(chartDescription);
  const { series, units } = useWindowState(chartIn);
  // What is drawn of its own accord cannot be taken away.
  const hasSelection = useWindowState(isOfSelection);
  useEffect(() => drawLater(element.current, store), [store]);
  const isEmpty = series.every(({ values }) => values.length === 0);
  return (
    <section className="chart-pane" aria-label={chart.label}>
      <header className="pane-heading">
        <h2>{title}</h2>
        {hasSelection && (
          <button
            type="button"
            className="icon-button"
            title={chart.clear}
            aria-label={chart.clear}
            onClick={() => actions.select([])}
          >
            <CloseIcon />
          </button>
        )}
      </header>
      <div className="chart-units" aria-hidden="true">
        {units.map((unit, axis) => (
          <span key={axis === 0 ? "left" : "right"}>{unit === null ? "" : unitLabel(unit, words)}</span>
        ))}
      </div>
      <div className="chart-frame">
        <div ref={element} className="chart" role="img" aria-label={description} data-testid="chart" />
        {isEmpty && <p className="chart-empty">{chart.empty}</p>}
      </div>
      <Legend />
      <LeftOut />
    </section>
  );
}

/** The drawing library is half of the window's code: it loads while the grid is already there to read. */
function drawLater(element: HTMLElement | null, store: WindowStore): () => void {
  let stop: (() => void) | null = null;
  let isGone = false;
  void import("./chart-view.ts").then(({ mountChart }) => {
    if (element !== null && !isGone) stop = mountChart(element, store);
  });
  return () => {
    isGone = true;
    stop?.();
  };
}

function Legend() {
  const state = useWindowState((now) => now);
  const { chart, trends } = useWords();
  return (
    <ul className="chart-legend">
      {seriesLooks(chartIn(state).series).map(({ series, shape, colour }) => {
        const label = seriesLabel(state, series.id);
        return (
          <li key={series.id} title={shape === "rest" ? chart.restHint : label}>
            <span
              className="swatch"
              data-shape={shape}
              data-repeated={isRepeated({ shape, colour })}
              style={{ color: `var(${colourToken(shape, colour)})` }}
              aria-hidden="true"
            />
            <span className="chart-legend-label">{label}</span>
          </li>
        );
      })}
      {chartIn(state).missing.some((lack) => lack !== null) && (
        <li>
          <span className="swatch" data-shape="incomplete" aria-hidden="true" />
          <span className="chart-legend-label">{trends.partMissing}</span>
        </li>
      )}
    </ul>
  );
}

function LeftOut() {
  const state = useWindowState((now) => now);
  const words = useWords();
  const { leftOut } = chartIn(state);
  if (leftOut.length === 0) return null;
  const lines = lineRowsIn(state);
  const units = new Set(leftOut.map((line) => shownUnitLabel(state, lines.get(line)?.line ?? { unit: "" })));
  const text = words.chart.leftOut(leftOut.map((line) => labelOf(state, line)).join(", "), [...units].join(", "));
  return <p className="chart-left-out">{text}</p>;
}
