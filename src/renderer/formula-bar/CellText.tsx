import { useRef, useState, type KeyboardEvent } from "react";
import type { AmountProblemCode } from "#core/parse-amount.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import type { Place } from "../state/place.ts";
import { readTypedAt, typingNote } from "../state/typed-figure.ts";
import { canEdit, type WindowState } from "../state/window-state.ts";
import type { BarContent } from "./bar-content.ts";
import { leaveBar } from "./leave-bar.ts";

/** Text that is being changed in the bar; it stays with its cell wherever the active one goes. */
interface Draft {
  readonly place: Place;
  /** What was there: confirming it stores nothing, save where it was refused before. */
  readonly opened: BarContent;
  /** As of then: a text goes on being read in the unit that it was begun in. */
  readonly begun: WindowState;
  readonly text: string;
  readonly problem: AmountProblemCode | null;
}

const PROBLEM_ID = "formula-bar-problem";
const NOTE_ID = "formula-bar-unit";

/** The active cell's own text: read, refused and stored as by the editor in the cell. */
export function CellText({ content }: { readonly content: BarContent }) {
  const { store, actions } = useBookWindow();
  const words = useWords();
  const isEditable = useWindowState(canEdit);
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  // Leaving the field by a key is a blur as well, which comes before the next drawing.
  const latest = useRef<Draft | null>(null);

  const change = (next: Draft | null): void => {
    latest.current = next;
    setDraft(next);
  };

  /** Stores what can be read; false where it cannot, which is then said. */
  const settle = (): boolean => {
    const { current } = latest;
    if (current === null) return true;
    const { place, opened, begun } = current;
    const text = current.text.trim();
    const isUnchanged = text === opened.text.trim() && !opened.isRefused;
    const parsed = isUnchanged ? null : readTypedAt(begun, place, text);
    if (parsed !== null && "problem" in parsed && parsed.problem.code !== "empty") {
      change({ ...current, problem: parsed.problem.code });
      return false;
    }
    change(null);
    if (parsed !== null && "stated" in parsed) actions.enter(place, parsed.stated, parsed.text);
    else if (parsed !== null && opened.text !== "") actions.clear(place);
    return true;
  };

  const confirm = (to: "down" | "up" | "right" | "left"): void => {
    if (settle()) leaveBar(actions, to);
  };

  const onKey = (event: KeyboardEvent): void => {
    // Enter that confirms a conversion belongs to the input method.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter") confirm(event.shiftKey ? "up" : "down");
    else if (event.key === "Tab" && draft !== null) confirm(event.shiftKey ? "left" : "right");
    else if (event.key === "Escape") {
      change(null);
      leaveBar(actions, "stay");
    } else return;
    event.preventDefault();
  };

  const onBlur = (): void => {
    // A blur because the whole window lost focus changes nothing.
    const { current } = latest;
    if (current === null || !document.hasFocus() || settle()) return;
    // What was clicked gets the focus first; the text that cannot be read takes it back.
    setTimeout(() => {
      input.current?.focus();
      if (document.activeElement === input.current) {
        actions.selectCell(current.place);
        return;
      }
      // Another view lies over it: the cell keeps the text, and a message says so.
      change(null);
      actions.reportLost(current.place, current.text);
    });
  };

  const onType = (text: string): void => {
    if (/^[=＝]/u.test(text)) {
      change(null);
      const formula = text.slice(1).trim();
      actions.editFormula(content.place.line, ...(formula === "" ? [] : [formula]));
      return;
    }
    const { place, opened, begun } = draft ?? { place: content.place, opened: content, begun: store.getState() };
    change({ place, opened, begun, text, problem: null });
  };

  const problem = draft?.problem ?? null;
  const state = useWindowState((now) => draft?.begun ?? now);
  const note = typingNote(state, draft?.place ?? content.place, draft?.text ?? content.text);
  return (
    <>
      <input
        ref={input}
        className="formula-bar-text"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        readOnly={!isEditable}
        aria-label={words.formulaBar.text(words.grid.edit(content.label, content.period))}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? (note === "" ? undefined : NOTE_ID) : PROBLEM_ID}
        value={draft?.text ?? content.text}
        onChange={({ target }) => onType(target.value)}
        onMouseDown={() => {
          if (!isEditable) actions.explainBlocked();
        }}
        onKeyDown={onKey}
        onBlur={onBlur}
      />
      {note !== "" && (
        <span id={NOTE_ID} className="formula-bar-unit">
          {note}
        </span>
      )}
      {problem !== null && (
        <div id={PROBLEM_ID} className="formula-panel" role="alert">
          <p className="formula-objection" data-refused="true">
            {words.amounts[problem]}
          </p>
        </div>
      )}
    </>
  );
}
