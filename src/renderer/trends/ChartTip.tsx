import { useLayoutEffect, useRef, useState } from "react";
import type { ReadColumn, ReadRow } from "./plot-in-view.ts";
import type { PlotLayout } from "./plot-layout.ts";
import { Swatch } from "./Swatch.tsx";

interface ChartTipProps {
  readonly layout: PlotLayout;
  readonly column: number;
  readonly read: ReadColumn;
  /** The row in hand; null: the pointer has no row. */
  readonly row: ReadRow | null;
}

/** Between a column and what is told of it. */
const GAP_PX = 10;

/** The figures of a column, how they came to be, and what happened then; beside the column it is told of. */
export function ChartTip({ layout, column, read, row }: ChartTipProps) {
  const tip = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const { inner, columnPx, width, height } = layout;
  const start = inner.left + column * columnPx;
  useLayoutEffect(() => {
    const { offsetWidth = 0, offsetHeight = 0 } = tip.current ?? {};
    setSize((now) =>
      now.width === offsetWidth && now.height === offsetHeight ? now : { width: offsetWidth, height: offsetHeight },
    );
  }, [read]);
  const right = start + columnPx + GAP_PX;
  // On the side where there is room; where there is none, as far as the picture goes.
  const left = right + size.width <= width ? right : Math.max(start - GAP_PX - size.width, 0);
  const top = Math.max(Math.min(inner.top, height - size.height), 0);
  return (
    <>
      <div
        className="trend-column"
        style={{ left: start, width: columnPx, top: inner.top, height: inner.bottom - inner.top }}
      />
      <div ref={tip} className="trend-tip" style={{ left, top }} aria-hidden="true" data-testid="trend-tip">
        <p className="trend-tip-title">
          <strong>{read.title}</strong> {read.detail}
        </p>
        <ul>
          {read.rows.map((each) => (
            <li key={each.id} data-in-hand={each === row}>
              <Swatch style={each.style} isHollow={each.isHollow} />
              <span className="trend-tip-figure">{each.text}</span>
              <span className="trend-tip-label">{each.label}</span>
              <span className="trend-tip-way">{each.way}</span>
            </li>
          ))}
        </ul>
        {read.remark !== "" && <p className="trend-tip-remark">{read.remark}</p>}
        {read.marks.length > 0 && (
          <ul className="trend-tip-marks">
            {read.marks.map((mark, index) => (
              <li key={`${index} ${mark}`}>{mark}</li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
