import { AXES, DRAWN_AS, DRAWN_SPANS, MOST_LINES, TRANSFORMS, type DrawnLine } from "#core/charts/drawing.ts";
import type { TrendPicture } from "#core/charts/picture.ts";
import { drawnAs, isStackable } from "#core/charts/stacks.ts";
import { CloseIcon } from "../bar/Icons.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { findLine, labelOf } from "../state/window-state.ts";
import { Choice, Tick } from "./Fields.tsx";
import { plotIn } from "./plot-in-view.ts";
import { RangeChoice } from "./RangeChoice.tsx";
import { Swatch } from "./Swatch.tsx";
import { axisFor } from "./line-changes.ts";

/** How a trend is made: its periods, and each line as what, on which axis, showing what. */
export function TrendSetup({ picture }: { readonly picture: TrendPicture }) {
  const { actions } = useBookWindow();
  const { trends: words } = useWords();
  const { drawing, labels, marks } = picture;
  const isFull = drawing.lines.length >= MOST_LINES;
  return (
    <div className="trend-setup">
      <div className="trend-setup-row">
        <Choice
          label={words.spans}
          choices={DRAWN_SPANS}
          names={words.spanNames}
          chosen={drawing.spans}
          onChoose={(spans) => actions.redraw({ ...picture, drawing: { ...drawing, spans } })}
        />
        <RangeChoice
          range={drawing.range}
          onChoose={(range) => actions.redraw({ ...picture, drawing: { ...drawing, range } })}
        />
        <Tick label={words.labels} isOn={labels} onTick={(on) => actions.redraw({ ...picture, labels: on })} />
        <Tick label={words.marks} isOn={marks} onTick={(on) => actions.redraw({ ...picture, marks: on })} />
      </div>
      <LineTable picture={picture} />
      <button
        type="button"
        className="text-button trend-add"
        disabled={isFull}
        title={isFull ? words.full(MOST_LINES) : undefined}
        onClick={() => actions.show({ kind: "chart-line" })}
      >
        {words.addLine}
      </button>
    </div>
  );
}

function LineTable({ picture }: { readonly picture: TrendPicture }) {
  const { actions } = useBookWindow();
  const { trends: words } = useWords();
  const { drawing } = picture;
  const redraw = (lines: readonly DrawnLine[]): void => actions.redraw({ ...picture, drawing: { ...drawing, lines } });
  return (
    <table className="trend-lines" aria-label={words.lines}>
      <thead>
        <tr>
          <th scope="col">{words.line}</th>
          <th scope="col">{words.as}</th>
          <th scope="col">{words.axis}</th>
          <th scope="col">{words.transform}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {drawing.lines.map((drawn, index) => (
          <LineRow
            key={`${index} ${drawn.line}`}
            picture={picture}
            index={index}
            onChange={(line) => redraw(drawing.lines.with(index, line))}
            onMove={(step) => redraw(drawing.lines.toSpliced(index, 1).toSpliced(index + step, 0, drawn))}
            onTakeOut={() => redraw(drawing.lines.toSpliced(index, 1))}
          />
        ))}
      </tbody>
    </table>
  );
}

interface LineRowProps {
  readonly picture: TrendPicture;
  readonly index: number;
  readonly onChange: (line: DrawnLine) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onTakeOut: () => void;
}

function LineRow({ picture, index, onChange, onMove, onTakeOut }: LineRowProps) {
  const { actions } = useBookWindow();
  const { trends: words } = useWords();
  const state = useWindowState((now) => now);
  const plot = plotIn(state);
  const { lines } = picture.drawing;
  const drawn = lines[index];
  if (drawn === undefined) return null;
  const label = labelOf(state, drawn.line);
  const own = findLine(state, drawn.line) ?? null;
  const shownAs = (as: DrawnLine): DrawnLine["as"] => (own === null ? as.as : drawnAs(own, as));
  const isClosed = own !== null && !isStackable(own, drawn.transform);
  const series = plot?.kind === "trend" ? plot.series.filter(({ of }) => of === index) : [];
  const isShown = series.some(({ isHidden }) => !isHidden);
  return (
    <tr>
      <th scope="row">
        <label className="trend-line-name">
          <input
            type="checkbox"
            aria-label={words.show(label)}
            checked={isShown}
            disabled={series.length === 0}
            onChange={() => {
              for (const { id, isHidden } of series) if (isHidden !== isShown) actions.toggleSeries(id);
            }}
          />
          <Swatch style={series.at(-1)?.style ?? null} />
          <span>{label}</span>
        </label>
      </th>
      <td>
        <Choice
          isBare
          label={words.asOf(label)}
          choices={DRAWN_AS}
          names={words.asNames}
          chosen={shownAs(drawn)}
          closed={isClosed ? { options: ["stacked", "share"], reason: words.cannotStack } : undefined}
          onChoose={(as) => onChange({ ...drawn, as })}
        />
      </td>
      <td>
        <Choice
          isBare
          label={words.onAxis(words.axisNames[drawn.axis], label)}
          choices={AXES}
          names={words.axisNames}
          chosen={drawn.axis}
          onChoose={(axis) => onChange({ ...drawn, axis })}
        />
      </td>
      <td>
        <Choice
          isBare
          label={words.transformOf(label)}
          choices={TRANSFORMS}
          names={words.transformNames}
          chosen={drawn.transform}
          onChoose={(transform) => {
            const shown = { ...drawn, transform };
            onChange({ ...shown, as: shownAs(shown), axis: axisFor(state, lines, index, transform) });
          }}
        />
      </td>
      <td className="trend-line-buttons">
        <button
          type="button"
          className="icon-button"
          aria-label={words.up(label)}
          title={words.up(label)}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={words.down(label)}
          title={words.down(label)}
          disabled={index === lines.length - 1}
          onClick={() => onMove(1)}
        >
          ↓
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={words.takeOut(label)}
          title={words.takeOut(label)}
          disabled={lines.length === 1}
          onClick={onTakeOut}
        >
          <CloseIcon />
        </button>
      </td>
    </tr>
  );
}
