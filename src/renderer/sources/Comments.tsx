import { spanKey } from "#core/timeline.ts";
import { nameOfSource } from "../notes/name-of-source.ts";
import { textOf } from "../notes/notes-in-view.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit, labelOf, periodOf } from "../state/window-state.ts";
import { Rows } from "./Rows.tsx";
import { commentPeriods, commentsIn } from "./sources-in-view.ts";

const ALL = "";

/** Commentary by period and line. */
export function Comments() {
  const { actions } = useBookWindow();
  const { sources: words, bar, making, lines } = useWords();
  const state = useWindowState((now) => now);
  const comments = commentsIn(state);
  const { columns, comment } = words;
  return (
    <>
      <label className="sources-filter">
        {words.filterPeriod}
        <select
          value={state.sourcesLook.period ?? ALL}
          onChange={({ target }) => actions.lookAtSources({ period: target.value === ALL ? null : target.value })}
        >
          <option value={ALL}>{words.allPeriods}</option>
          {commentPeriods(state).map((span) => (
            <option key={spanKey(span)} value={spanKey(span)}>
              {periodOf(state, span)}
            </option>
          ))}
        </select>
      </label>
      {comments.length === 0 ? (
        <p className="sources-quiet">{words.none.comments}</p>
      ) : (
        <Rows
          label={words.parts.comments}
          columns={[
            ["period", columns.period],
            ["line", columns.line],
            ["text", columns.text],
            ["scope", columns.scope],
            ["source", columns.source],
          ]}
          onOpen={canEdit(state) ? (note) => actions.show({ kind: "comment", note }) : null}
          hint={words.editThis}
          rows={comments.map((note) => {
            const period = note.span === null ? comment.everyPeriod : periodOf(state, note.span);
            const line = note.line === null ? comment.wholePeriod : labelOf(state, note.line);
            return {
              key: note.id,
              name: `${line} ${period}`,
              cells: [
                period,
                line,
                textOf(state, note),
                [
                  ...(note.scope === null ? [] : [bar.scopes[note.scope]]),
                  ...(note.basis === null || note.basis === "actual" ? [] : [making.basis.names[note.basis]]),
                ].join(lines.between),
                note.source === null ? comment.noSource : nameOfSource(state, note.source),
              ],
            };
          })}
        />
      )}
    </>
  );
}
