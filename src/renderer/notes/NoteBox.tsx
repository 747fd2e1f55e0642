import { useLayoutEffect, useRef, useState } from "react";
import { LONGEST_NOTE, ownText } from "#core/note-plans.ts";
import { CloseIcon } from "../bar/Icons.tsx";
import { keyText } from "../commands/keys.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { nameOfSource } from "./name-of-source.ts";
import type { OpenNote } from "./note-actions.ts";
import { draftKey, subjectText } from "./notes-in-view.ts";
import { elementOf, placeBeside } from "./place-beside.ts";
import "./notes.css";

/**
 * A note being written beside what it is about, where it stays whatever is chosen meanwhile. The grid behind it goes
 * on working; what was typed is kept as a draft.
 */
export function NoteBox({ on }: { readonly on: OpenNote }) {
  const { store, actions } = useBookWindow();
  const { notes: words } = useWords();
  const state = useWindowState((now) => now);
  const { language } = state.settings;
  const box = useRef<HTMLElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const isLaid = useRef(false);
  const [isSaving, setSaving] = useState(false);

  const note = state.edited.shown.notes.find(({ id }) => id === on.note) ?? null;
  const before = note === null ? "" : ownText(note, language);
  const other = note === null ? "" : ownText(note, language === "ja" ? "en" : "ja");
  const draft = state.noteDrafts.get(draftKey(state, on.line, on.span, on.note)) ?? null;
  const text = draft ?? before;
  const isTooLong = text.trim().length > LONGEST_NOTE;

  useLayoutEffect(() => {
    const from = document.activeElement;
    const element = area.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
    return () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, []);
  useLayoutEffect(() => {
    const lay = (): void => {
      const cell = elementOf(store.getState(), on);
      // Scrolled far away it is not drawn: the box stays where it was.
      if (cell === null && isLaid.current) return;
      isLaid.current = true;
      placeBeside(box.current, cell);
    };
    lay();
    window.addEventListener("resize", lay);
    return () => window.removeEventListener("resize", lay);
  });

  const finish = async (change: Promise<boolean>): Promise<void> => {
    setSaving(true);
    const isDone = await change;
    setSaving(false);
    if (isDone) actions.closeDialog();
  };
  const save = (): void => {
    if (!isSaving && !isTooLong) void finish(actions.writeNote(on, note, text));
  };
  const title = subjectText(state, on.line, on.span);
  const isDeleting = note !== null && before !== "" && text.trim() === "";
  return (
    <section
      ref={box}
      className="note-box"
      role="dialog"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.key !== "Escape") return;
        event.preventDefault();
        actions.closeDialog();
      }}
    >
      <div className="note-heading">
        <h2>{title}</h2>
        <button
          type="button"
          className="icon-button"
          title={words.close}
          aria-label={words.close}
          onClick={actions.closeDialog}
        >
          <CloseIcon />
        </button>
      </div>
      <textarea
        ref={area}
        className="note-text"
        aria-label={words.text}
        lang={language}
        rows={5}
        value={text}
        readOnly={isSaving}
        onChange={({ target }) => actions.keepDraft(on, target.value === before ? null : target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          save();
        }}
      />
      {other !== "" && (
        <p className="note-aside">
          {words.otherLanguage} <q lang={language === "ja" ? "en" : "ja"}>{other}</q>
        </p>
      )}
      {note !== null && note.source !== null && (
        <p className="note-aside">{words.source(nameOfSource(state, note.source))}</p>
      )}
      {on.note !== null && note === null && <p className="note-warning">{words.gone}</p>}
      {isTooLong && (
        <p className="note-warning" role="alert">
          {words.tooLong(LONGEST_NOTE)}
        </p>
      )}
      {draft !== null && !isTooLong && <p className="note-aside">{words.draft}</p>}
      <div className="note-buttons">
        <button
          type="button"
          className="text-button main-button"
          title={keyText("Mod+Enter")}
          disabled={isSaving || isTooLong || draft === null}
          onClick={save}
        >
          {isDeleting ? words.remove : words.save}
        </button>
        {draft !== null && (
          <button type="button" className="text-button" onClick={() => actions.keepDraft(on, null)}>
            {words.discard}
          </button>
        )}
        {note !== null && !isDeleting && (
          <button
            type="button"
            className="text-button note-remove"
            disabled={isSaving}
            onClick={() => void finish(actions.removeNote(on, note))}
          >
            {words.remove}
          </button>
        )}
      </div>
    </section>
  );
}
