import { dayText } from "../making/day-text.ts";
import { sourceIn, sourcesIn } from "../making/sources-in-view.ts";
import { nameOfSource } from "../notes/name-of-source.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit } from "../state/window-state.ts";
import { Rows } from "./Rows.tsx";
import { countsBySource, laterSources } from "./sources-in-view.ts";

/** The documents that figures come from, the latest first: vintages hang on them. */
export function Sources() {
  const { actions } = useBookWindow();
  const { sources: words, making } = useWords();
  const state = useWindowState((now) => now);
  const { language } = state.settings;
  const sources = sourcesIn(state);
  const countsOf = countsBySource(state);
  const later = laterSources(state);
  const chosen = sourceIn(state);
  const { columns } = words;
  const isEditable = canEdit(state);
  return (
    <>
      {later > 0 && <p className="sources-quiet">{words.later(later)}</p>}
      {sources.length === 0 ? (
        <p className="sources-quiet">{words.none.sources}</p>
      ) : (
        <Rows
          label={words.parts.sources}
          columns={[
            ["title", columns.title],
            ["published", columns.published],
            ["kind", columns.kind],
            ["rounding", columns.rounding],
            ["figures", columns.figures],
            ["claims", columns.claims],
            ["notes", columns.notes],
          ]}
          onOpen={isEditable ? (source) => actions.show({ kind: "source", source }) : null}
          hint={words.editThis}
          rows={sources.map((source) => {
            const { actual, target, estimate, claims, notes } = countsOf(source.id);
            const name = nameOfSource(state, source.id);
            return {
              key: source.id,
              name,
              cells: [
                <span key="title">
                  {name}
                  {(chosen === source.id || (chosen === null && source.kind === "hand")) && (
                    <span className="source-chosen">{words.newFigures}</span>
                  )}
                </span>,
                source.published === null ? words.undated : dayText(source.published, language),
                making.source.kinds[source.kind],
                making.source.roundings[source.rounding],
                words.bases(actual, target, estimate),
                claims || "",
                notes || "",
              ],
            };
          })}
        />
      )}
    </>
  );
}
