import { sameSpan, spanKey, type Span } from "#core/timeline.ts";
import { useWindowState } from "../state/book-window.ts";
import { periodOf } from "../state/window-state.ts";
import { Labelled } from "./Fields.tsx";

interface SpanChoiceProps {
  readonly label: string;
  readonly groups: readonly { readonly name: string; readonly spans: readonly Span[] }[];
  readonly chosen: Span;
  readonly onChoose: (span: Span) => void;
}

/** One period of several, under what kind it is of. */
export function SpanChoice({ label, groups, chosen, onChoose }: SpanChoiceProps) {
  const state = useWindowState((now) => now);
  const spans = groups.flatMap((group) => group.spans);
  const isListed = spans.some((span) => sameSpan(span, chosen));
  return (
    <Labelled label={label}>
      {(id) => (
        <select
          id={id}
          className="trend-select"
          value={spanKey(chosen)}
          onChange={({ target }) => {
            const span = spans.find((each) => spanKey(each) === target.value);
            if (span !== undefined) onChoose(span);
          }}
        >
          {!isListed && <option value={spanKey(chosen)}>{periodOf(state, chosen)}</option>}
          {groups.map((group) => (
            <optgroup key={group.name} label={group.name}>
              {group.spans.map((span) => (
                <option key={spanKey(span)} value={spanKey(span)}>
                  {periodOf(state, span)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Labelled>
  );
}
