import { quarterEnding } from "#core/timeline.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit, labelOf, periodOf } from "../state/window-state.ts";
import { Rows } from "./Rows.tsx";

/** Where series do not go on as they were, and which quarters are closed. */
export function Marks() {
  const { actions } = useBookWindow();
  const { sources: words, making } = useWords();
  const state = useWindowState((now) => now);
  const { edited, company, settings } = state;
  const isEditable = canEdit(state);
  const breaks = edited.shown.breaks
    .filter((row) => row.company === company)
    .toSorted((a, b) => b.boundary - a.boundary);
  const locks = edited.shown.locks
    .filter((lock) => lock.company === company)
    .toSorted((a, b) => b.boundary - a.boundary);
  const { columns, marks } = words;
  return (
    <>
      <h2>{marks.breaks}</h2>
      {breaks.length === 0 ? (
        <p className="sources-quiet">{words.none.breaks}</p>
      ) : (
        <Rows
          label={marks.breaks}
          columns={[
            ["period", columns.period],
            ["lines", columns.lines],
            ["text", columns.why],
          ]}
          onOpen={isEditable ? (id) => actions.show({ kind: "break", id, line: null, boundary: 0 }) : null}
          hint={words.editThis}
          rows={breaks.map((row) => {
            const period = marks.before(periodOf(state, { start: row.boundary, length: 1 }));
            const line = row.line === null ? marks.allLines : labelOf(state, row.line);
            const text = settings.language === "ja" ? row.textJa || row.textEn : row.textEn || row.textJa;
            return { key: row.id, name: `${line} ${period}`, cells: [period, line, text] };
          })}
        />
      )}
      <h2>{marks.locks}</h2>
      {locks.length === 0 ? (
        <p className="sources-quiet">{words.none.locks}</p>
      ) : (
        <Rows
          label={marks.locks}
          columns={[
            ["quarter", columns.quarter],
            ["text", columns.reason],
          ]}
          onOpen={isEditable ? (boundary) => actions.show({ kind: "lock", boundary: Number(boundary) }) : null}
          hint={(name) => `${name}: ${making.locks.submitUnlock}`}
          rows={locks.map(({ boundary, text }) => {
            const quarter = periodOf(state, quarterEnding(boundary));
            return { key: String(boundary), name: quarter, cells: [quarter, text] };
          })}
        />
      )}
    </>
  );
}
