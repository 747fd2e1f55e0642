import type { ReactNode } from "react";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import type { WindowState } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import type { BridgePlot } from "./bridge-plot.ts";
import { chosenChart, titleOf } from "./charts-in-view.ts";
import { plotIn, readColumn, type ReadRow } from "./plot-in-view.ts";
import type { TrendPlot } from "./trend-plot.ts";
import { useNewestInSight } from "./use-newest-in-sight.ts";

/** The figures of the chart as a table, for reading, hearing and copying. */
export function FigureTable() {
  const state = useWindowState((now) => now);
  const chart = chosenChart(state);
  const plot = plotIn(state);
  const columns = plot?.kind === "trend" ? plot.columns.map(({ label }) => label).join(" ") : "";
  const area = useNewestInSight(`${chart?.id} ${columns}`);
  if (plot === null || chart === null) return null;
  return (
    <div ref={area} className="trend-table-scroll">
      <table className="trend-table" aria-label={titleOf(state, chart)}>
        {plot.kind === "trend" ? <TrendRows plot={plot} state={state} /> : <BridgeRows plot={plot} state={state} />}
      </table>
    </div>
  );
}

function TrendRows({ plot, state }: { readonly plot: TrendPlot; readonly state: WindowState }) {
  const words = useWords();
  const { trends } = words;
  const read = plot.columns.map((_, index) => readColumn(state, plot, index));
  // A series has no figure in a column that its year does not reach.
  const rows = [
    ...plot.totals.map(({ stack, label }) => ({ id: `total ${stack}`, label })),
    ...plot.series.filter(({ isHidden }) => !isHidden),
  ];
  const units = [...new Set(plot.series.map(({ unit }) => unit))];
  const hasMarks = read.some((column) => (column?.marks.length ?? 0) > 0);
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{units.map((unit) => unitLabel(unit, words)).join(" · ")}</th>
          {plot.columns.map(({ label, detail }) => (
            <th key={label} scope="col" title={detail}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label }) => (
          <tr key={id}>
            <th scope="row" title={label}>
              {label}
            </th>
            {read.map((column, index) => (
              <FigureCell key={plot.columns[index]?.label} row={column?.rows.find((row) => row.id === id) ?? null} />
            ))}
          </tr>
        ))}
        {hasMarks && (
          <tr className="trend-table-marks">
            <th scope="row">{trends.eventsAndNotes}</th>
            <td colSpan={read.length}>
              {read.flatMap((column) =>
                (column?.marks ?? []).map((mark, at) => (
                  <p key={`${column?.title} ${at} ${mark}`}>
                    <strong>{column?.title}</strong> {mark}
                  </p>
                )),
              )}
            </td>
          </tr>
        )}
      </tbody>
    </>
  );
}

function BridgeRows({ plot, state }: { readonly plot: BridgePlot; readonly state: WindowState }) {
  const words = useWords();
  const { trends } = words;
  const read = plot.bars.map((_, index) => readColumn(state, plot, index));
  const [from, to] = [plot.bars[0]?.label ?? "", plot.bars.at(-1)?.label ?? ""];
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{unitLabel(plot.unit, words)}</th>
          <th scope="col">{from}</th>
          <th scope="col">{to}</th>
          <th scope="col">{trends.effect}</th>
        </tr>
      </thead>
      <tbody>
        {plot.bars.map(({ id, kind, label }, index) => {
          const [own = null, before = null, after = null] = read[index]?.rows ?? [];
          return (
            <tr key={id}>
              <th scope="row">{label}</th>
              <FigureCell row={kind === "from" ? own : before} />
              <FigureCell row={kind === "to" ? own : after} />
              <FigureCell row={kind === "from" || kind === "to" ? null : own} />
            </tr>
          );
        })}
      </tbody>
    </>
  );
}

/** A figure is explained by a click. */
function FigureCell({ row }: { readonly row: ReadRow | null }): ReactNode {
  const { actions } = useBookWindow();
  if (row === null) return <td />;
  const { place, text, way } = row;
  return (
    <td title={way}>
      {place === null ? (
        text
      ) : (
        <button type="button" className="trend-table-figure" onClick={() => actions.focus(place)}>
          {text}
        </button>
      )}
    </td>
  );
}
