import { useEffect, useState } from "react";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { unitLabel } from "../words/words.ts";
import { summaryIn } from "./selection-summary.ts";
import "./selection-status.css";

/** A selection being stretched is not read out at every step. */
const QUIET_MS = 700;

/** What two or more selected figures come to. A click on one copies it. */
export function SelectionStatus() {
  const { actions } = useBookWindow();
  const words = useWords();
  const { status } = words.clipboard;
  const summary = useWindowState((state) => (state.view === "results" ? summaryIn(state) : null));
  const unit = summary?.unit == null ? "" : unitLabel(summary.unit, words);
  const items = summary?.statistics.map((each) => ({ ...each, label: status[each.name] })) ?? [];
  const sentence = items.map(({ label, text }) => status.item(label, text)).join(status.between);
  const inUnit = unit === "" || unit === words.units.percent ? sentence : status.inUnit(sentence, unit);
  const said = useSettled(summary?.overlaps === true ? [inUnit, status.overlap].join(status.between) : inUnit);
  return (
    <div className="selection-status">
      {items.length > 0 && (
        <ul aria-label={status.label}>
          {items.map(({ name, label, text, plain }) => (
            <li key={name}>
              <button
                type="button"
                title={status.copy(label)}
                data-statistic={name}
                // The grid keeps the focus, and with it the selection in hand.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => actions.copyText(plain)}
              >
                <span className="statistic-name">{label}</span> <span className="statistic-value">{text}</span>
              </button>
            </li>
          ))}
          {unit !== "" && unit !== words.units.percent && <li className="statistic-unit">{unit}</li>}
          {summary?.overlaps === true && (
            <li className="statistic-why" title={status.overlapHint}>
              {status.overlap}
            </li>
          )}
        </ul>
      )}
      <p className="read-out" role="status" aria-label={status.label}>
        {said}
      </p>
    </div>
  );
}

/** A text once it has stood for a while. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
