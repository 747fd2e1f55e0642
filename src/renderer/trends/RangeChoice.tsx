import type { Drawing } from "#core/charts/drawing.ts";
import { columnsOf } from "#core/layout.ts";
import { endOf, quarterEnding } from "#core/timeline.ts";
import { extentIn } from "../state/columns-in-view.ts";
import { useWindowState, useWords } from "../state/book-window.ts";
import { companyOf } from "../state/window-state.ts";
import { Choice } from "./Fields.tsx";
import { SpanChoice } from "./SpanChoice.tsx";

interface RangeChoiceProps {
  readonly range: Drawing["range"];
  readonly onChoose: (range: Drawing["range"]) => void;
}

/** In quarters: one year to five. */
const LASTS = [4, 6, 8, 12, 16, 20];

/** How much time a trend shows: all of it, the newest quarters, or from one quarter to another. */
export function RangeChoice({ range, onChoose }: RangeChoiceProps) {
  const { trends: words } = useWords();
  const state = useWindowState((now) => now);
  const { from, to } = extentIn(state);
  const last = typeof range === "object" && "last" in range ? range.last : null;
  const lasts = last === null || LASTS.includes(last) ? LASTS : [...LASTS, last];
  const chosen = range === "all" ? "all" : last === null ? "between" : `last ${last}`;
  const names: Readonly<Record<string, string>> = {
    all: words.rangeAll,
    ...Object.fromEntries(lasts.map((count) => [`last ${count}`, words.rangeLast(count)])),
    between: words.rangeBetween,
  };
  const quarters = columnsOf(companyOf(state), from, to, "Q").map(({ span }) => span);
  const groups = [{ name: words.spanNames.Q, spans: quarters }];
  return (
    <>
      <Choice
        label={words.range}
        choices={Object.keys(names)}
        names={names}
        chosen={chosen}
        onChoose={(choice) => {
          const count = lasts.find((each) => choice === `last ${each}`);
          onChoose(choice === "all" ? "all" : count === undefined ? { from, to } : { last: count });
        }}
      />
      {typeof range === "object" && "from" in range && (
        <>
          <SpanChoice
            label={words.from}
            groups={groups}
            chosen={{ start: range.from, length: 1 }}
            onChoose={({ start }) => onChoose({ from: start, to: Math.max(range.to, start + 1) })}
          />
          <SpanChoice
            label={words.to}
            groups={groups}
            chosen={quarterEnding(range.to)}
            onChoose={(span) => onChoose({ from: Math.min(range.from, span.start), to: endOf(span) })}
          />
        </>
      )}
    </>
  );
}
