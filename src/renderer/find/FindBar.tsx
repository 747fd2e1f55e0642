import { useEffect, useRef } from "react";
import { BackIcon, CloseIcon } from "../bar/Icons.tsx";
import { keyText } from "../commands/keys.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { labelOf, periodOf, wordsOf, type WindowState } from "../state/window-state.ts";
import { periodWanted } from "./go-options.ts";
import { hiddenMatchesIn, matchesIn, type Match } from "./matches.ts";
import "./find.css";

/** Over the corner of the grid: what is looked for, how often it is there, and where the latest one is. */
export function FindBar() {
  const { actions } = useBookWindow();
  const { find: words } = useWords();
  const state = useWindowState((now) => now);
  const matches = useWindowState(matchesIn);
  const input = useRef<HTMLInputElement>(null);
  const { view, dialog, find } = state;

  // Also where it is open already and is asked for again.
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [dialog]);
  // An edit or another scope may change what is found.
  useEffect(() => actions.markFound(), [actions, matches]);
  useEffect(() => actions.stopLooking, [actions]);

  const period = useWindowState(periodWanted);
  const goThere = (): void => {
    if (period !== null) actions.travel(period.place);
    input.current?.focus();
  };
  const step = (by: 1 | -1): void => {
    if (period !== null && matches.length === 0) {
      goThere();
      return;
    }
    actions.findNext(by);
    // The grid takes the focus to the match; the next Enter is for the one after it.
    input.current?.focus();
  };
  const leave = (): void => {
    actions.closeDialog();
    actions.showView("results");
  };
  if (view !== "results") return null;
  return (
    <search
      className="find-bar"
      aria-label={words.label}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.key !== "Escape") return;
        event.preventDefault();
        leave();
      }}
    >
      <div className="find-row">
        <input
          ref={input}
          type="text"
          className="find-input"
          aria-label={words.label}
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={find.text}
          onChange={({ target }) => actions.lookFor(target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.key !== "Enter") return;
            event.preventDefault();
            step(event.shiftKey ? -1 : 1);
          }}
        />
        <span className="find-count" role="status">
          {countText(state, matches)}
        </span>
        <button
          type="button"
          className="icon-button find-previous"
          title={`${words.previous} (${keyText("Shift+F3")})`}
          aria-label={words.previous}
          disabled={matches.length === 0}
          onClick={() => step(-1)}
        >
          <BackIcon />
        </button>
        <button
          type="button"
          className="icon-button find-next"
          title={`${words.next} (${keyText("F3")})`}
          aria-label={words.next}
          disabled={matches.length === 0}
          onClick={() => step(1)}
        >
          <BackIcon />
        </button>
        <button type="button" className="icon-button" title={words.close} aria-label={words.close} onClick={leave}>
          <CloseIcon />
        </button>
      </div>
      {period !== null && (
        <button type="button" className="text-button find-period" onClick={goThere}>
          {words.goToPeriod(period.period, period.range)}
        </button>
      )}
      <FoundText state={state} matches={matches} />
    </search>
  );
}

function countText(state: WindowState, matches: readonly Match[]): string {
  const { find: words } = wordsOf(state);
  if (state.find.text.trim() === "") return "";
  if (matches.length === 0) return words.none;
  const at = matches.findIndex(({ key }) => key === state.find.current);
  return at < 0 ? words.count(matches.length) : words.position(at + 1, matches.length);
}

/** Where the latest match is and what it says there; before any, which ones are out of sight. */
function FoundText({ state, matches }: { readonly state: WindowState; readonly matches: readonly Match[] }) {
  const { find: words } = wordsOf(state);
  const current = matches.find(({ key }) => key === state.find.current);
  const hidden = hiddenMatchesIn(state).length;
  const elsewhere = matches.filter(({ column }) => column === null).length;
  const told = [
    current === undefined ? "" : matchText(state, current),
    hidden === 0 ? "" : words.hiddenAmong(hidden),
    current !== undefined || elsewhere === 0 ? "" : words.elsewhereAmong(elsewhere),
  ].filter((part) => part !== "");
  if (told.length === 0) return null;
  return (
    <p className="find-told">
      {told.map((part) => (
        <span key={part} title={part}>
          {part}
        </span>
      ))}
    </p>
  );
}

function matchText(state: WindowState, { line, span, what, text }: Match): string {
  const { find: words } = wordsOf(state);
  const where = [line === null ? "" : labelOf(state, line), span === null ? "" : periodOf(state, span)];
  const place = where.filter((part) => part !== "").join(words.between);
  if (what === "line") return place;
  return what === "value" ? `${place}: ${text}` : `${place} – ${words.what[what]}: ${text}`;
}
