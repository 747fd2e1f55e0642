import { bridgeLines } from "#core/charts/default-pictures.ts";
import type { BridgePicture } from "#core/charts/picture.ts";
import { columnsOf } from "#core/layout.ts";
import { extentIn } from "../state/columns-in-view.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { companyOf, labelOf } from "../state/window-state.ts";
import { Choice, Tick } from "./Fields.tsx";
import { SpanChoice } from "./SpanChoice.tsx";

/** How a bridge is made: of which result, from which period to which. */
export function BridgeSetup({ picture }: { readonly picture: BridgePicture }) {
  const { actions } = useBookWindow();
  const { trends: words } = useWords();
  const state = useWindowState((now) => now);
  const { from, to } = extentIn(state);
  const calendar = companyOf(state);
  const sums = bridgeLines(state.edited.shown, state.company).map(({ id }) => id);
  // A line that is no sum any more stays chosen, and the chart says what is wrong with it.
  const lines = sums.includes(picture.line) ? sums : [picture.line, ...sums];
  const groups = (["Q", "H", "YTD", "FY"] as const).map((layout) => ({
    name: words.spanNames[layout],
    spans: columnsOf(calendar, from, to, layout)
      .map(({ span }) => span)
      // The first quarter, half and year of a year-to-date are listed as what they are.
      .filter(({ length }) => layout !== "YTD" || length === 3),
  }));
  return (
    <div className="trend-setup">
      <div className="trend-setup-row">
        <Choice
          label={words.result}
          choices={lines}
          names={Object.fromEntries(lines.map((line) => [line, labelOf(state, line)]))}
          chosen={picture.line}
          onChoose={(line) => actions.redraw({ ...picture, line })}
        />
        <SpanChoice
          label={words.from}
          groups={groups}
          chosen={picture.from}
          onChoose={(span) => actions.redraw({ ...picture, from: span })}
        />
        <SpanChoice
          label={words.to}
          groups={groups}
          chosen={picture.to}
          onChoose={(span) => actions.redraw({ ...picture, to: span })}
        />
        <Tick label={words.labels} isOn={picture.labels} onTick={(labels) => actions.redraw({ ...picture, labels })} />
      </div>
    </div>
  );
}
