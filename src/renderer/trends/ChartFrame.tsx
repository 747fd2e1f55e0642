import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { labelOf, type WindowState } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import { ChartTip } from "./ChartTip.tsx";
import { chosenChart, titleOf } from "./charts-in-view.ts";
import type { PictureEvents } from "./drawn-picture.ts";
import {
  columnCount,
  describePlot,
  isEmpty,
  marksKey,
  plotIn,
  readColumn,
  readPoint,
  type Plot,
  type ReadRow,
} from "./plot-in-view.ts";
import { columnAt } from "./plot-layout.ts";
import type { PlotPlace } from "./trends-state.ts";
import { usePicture } from "./use-picture.ts";

/** Where the pointer or the keys are: a column, and the row of it that Enter explains. */
interface Cursor {
  /** The chart it is in: in another one it means nothing. */
  readonly chart: string;
  readonly column: number;
  readonly row: number;
  readonly by: "pointer" | "keys";
}

/** The chosen chart, with what is read off it under the pointer or by the arrow keys. */
export function ChartFrame() {
  const element = useRef<HTMLDivElement>(null);
  const hint = useId();
  const { store, actions } = useBookWindow();
  const { trends: words } = useWords();
  const state = useWindowState((now) => now);
  const chart = chosenChart(state);
  const plot = plotIn(state);
  const [placed, setPlaced] = useState<Cursor | null>(null);
  const cursor = placed?.chart === chart?.id ? placed : null;
  const setCursor = (to: Omit<Cursor, "chart"> | null): void =>
    setPlaced(to === null || chart === null ? null : { ...to, chart: chart.id });
  const events = useRef<PictureEvents>({ onPick: () => {}, onLegend: () => {} });
  useEffect(() => {
    events.current = {
      onPick: (place) => {
        const now = store.getState();
        const row = rowAt(now, plotIn(now), place);
        if (row?.place != null) actions.focus(row.place);
      },
      onLegend: actions.toggleSeries,
    };
  }, [store, actions]);
  const layout = usePicture(element, plot, events);
  const count = plot === null ? 0 : columnCount(plot);
  const read = plot === null || cursor === null ? null : readColumn(state, plot, cursor.column);
  const marks = plot === null ? "" : marksKey(state, plot);
  const row = read?.rows[Math.min(cursor?.row ?? 0, read.rows.length - 1)] ?? null;

  const onPointer = ({ clientX, currentTarget }: PointerEvent<HTMLElement>): void => {
    if (layout === null) return;
    const column = columnAt(layout, clientX - currentTarget.getBoundingClientRect().left, count);
    if (column === null) setCursor(null);
    else if (column !== cursor?.column || cursor.by !== "pointer") setCursor({ column, row: 0, by: "pointer" });
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || count === 0) return;
    const last = count - 1;
    const at = cursor ?? { column: last + 1, row: 0 };
    const rows = (read?.rows.length ?? 1) - 1;
    const moves: Readonly<Record<string, () => Omit<Cursor, "chart"> | null>> = {
      ArrowLeft: () => ({ column: Math.max(at.column - 1, 0), row: at.row, by: "keys" }),
      ArrowRight: () => ({ column: Math.min(at.column + 1, last), row: at.row, by: "keys" }),
      Home: () => ({ column: 0, row: at.row, by: "keys" }),
      End: () => ({ column: last, row: at.row, by: "keys" }),
      ArrowUp: () => ({ column: Math.min(at.column, last), row: Math.max(Math.min(at.row, rows) - 1, 0), by: "keys" }),
      ArrowDown: () => ({ column: Math.min(at.column, last), row: Math.min(at.row + 1, rows), by: "keys" }),
      Escape: () => null,
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setCursor(move());
    } else if (event.key === "Enter" && row?.place != null) {
      event.preventDefault();
      actions.focus(row.place);
    }
  };

  if (chart === null) return null;
  const spoken =
    cursor?.by === "keys" && read !== null && row !== null
      ? [read.title, row.label, row.text, row.way, read.remark]
      : [];
  return (
    <div className="trend-stage">
      <div
        className="trend-frame"
        role="application"
        tabIndex={0}
        aria-label={titleOf(state, chart)}
        aria-describedby={hint}
        onKeyDown={onKey}
        onPointerMove={onPointer}
        onPointerLeave={() => setCursor(null)}
        onBlur={() => setCursor(null)}
      >
        <div
          ref={element}
          className="trend-picture"
          role="img"
          aria-label={plot === null ? words.unreadable : describePlot(state, plot)}
          data-testid="trend"
          hidden={plot === null}
        />
        {layout !== null && cursor !== null && read !== null && (
          <ChartTip layout={layout} column={cursor.column} read={read} row={cursor.by === "keys" ? row : null} />
        )}
        {(plot === null || isEmpty(plot)) && (
          <p className="trend-empty">{plot === null ? words.unreadable : problemOf(plot) || words.empty}</p>
        )}
      </div>
      <p id={hint} className="for-reader">
        {words.keysHint}
      </p>
      <p className="for-reader" role="status">
        {spoken.filter((part) => part !== "").join(", ")}
      </p>
      {marks !== "" && <p className="trend-marks-key">{marks}</p>}
      {plot !== null && <Remarks of={plot} />}
    </div>
  );
}

const problemOf = (plot: Plot): string => (plot.kind === "bridge" ? plot.problem : "");

/** The figure at a place of the chart that was clicked. */
function rowAt(state: WindowState, plot: Plot | null, { series, column }: PlotPlace): ReadRow | null {
  if (plot === null) return null;
  if (plot.kind === "bridge") return readColumn(state, plot, column)?.rows[0] ?? null;
  const found = plot.series.find(({ id }) => id === series);
  return found === undefined ? null : readPoint(state, found, column);
}

/** What a chart cannot show as it was asked to. */
function Remarks({ of }: { readonly of: Plot }) {
  const words = useWords();
  const state = useWindowState((now) => now);
  const { trends } = words;
  const remarks =
    of.kind === "bridge"
      ? [isEmpty(of) ? "" : of.problem]
      : [
          of.unknown.length === 0 ? "" : trends.unknownLines(of.unknown.map((id) => labelOf(state, id)).join(", ")),
          of.unstacked.length === 0
            ? ""
            : trends.notStacked(of.unstacked.map((id) => labelOf(state, id)).join(trends.describeBetween)),
          ...of.units.map((units, axis) =>
            units.length < 2
              ? ""
              : trends.twoUnits(
                  axis === 0 ? trends.axisNames.left : trends.axisNames.right,
                  units.map((unit) => unitLabel(unit, words)).join(", "),
                ),
          ),
        ];
  const said = remarks.filter((remark) => remark !== "");
  return said.length === 0 ? null : <p className="trend-remarks">{said.join(" ")}</p>;
}
