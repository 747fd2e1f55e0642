import type { Note } from "#core/book.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import type { Place } from "../state/place.ts";
import { canEdit } from "../state/window-state.ts";
import { nameOfSource } from "./name-of-source.ts";
import { draftKey, notesAbout, textOf } from "./notes-in-view.ts";
import "./notes.css";

/** The notes that concern a cell: on its figure, on its row, on its period. Each can be changed, and one added. */
export function CellNotes({ place: { line, span } }: { readonly place: Place }) {
  const { actions } = useBookWindow();
  const { notes: words, explain } = useWords();
  const state = useWindowState((now) => now);
  const notes = notesAbout(state, line, span);
  const mayEdit = canEdit(state);
  const draft = state.noteDrafts.get(draftKey(state, line, span, null));
  if (notes.length === 0 && !mayEdit) return null;
  return (
    <>
      <div className="cell-notes-heading">
        <h3>{explain.notes}</h3>
        {mayEdit && (
          <button
            type="button"
            className="link-button"
            onClick={() => actions.show({ kind: "note", line, span, note: null })}
          >
            {draft === undefined ? words.add : words.goOn}
          </button>
        )}
      </div>
      {notes.length > 0 && (
        <ul className="cell-notes" aria-label={explain.notes}>
          {notes.map((note) => (
            <li key={note.id}>
              <p className="cell-note-text">{textOf(state, note)}</p>
              <p className="cell-note-aside">
                <span>
                  {words.about[aboutOf(note)]}
                  {note.source !== null && ` · ${nameOfSource(state, note.source)}`}
                </span>
                {mayEdit && (
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => actions.show({ kind: "note", line: note.line, span: note.span, note: note.id })}
                  >
                    {state.noteDrafts.has(draftKey(state, note.line, note.span, note.id)) ? words.goOn : words.edit}
                  </button>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function aboutOf({ line, span }: Note): "cell" | "row" | "column" {
  if (line === null) return "column";
  return span === null ? "row" : "cell";
}
