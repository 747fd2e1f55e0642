import { useEffect, useRef, useState } from "react";
import type { CellChange } from "#contract/questions.ts";
import type { Stated } from "#core/book.ts";
import { knownSources } from "../sources/sources-in-view.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { measureIn, statedText } from "../state/figure-text.ts";
import type { Place } from "../state/place.ts";
import { keyIn } from "../state/window-state.ts";

/** While a person moves through the grid nothing is asked; a moment after they stop it is. */
const PAUSE_MS = 150;

interface Told {
  readonly key: string;
  readonly changes: readonly CellChange[];
}

/** What was done to the cell, the newest first. */
export function History({ place }: { readonly place: Place }) {
  const { actions } = useBookWindow();
  const { explain: words, commands } = useWords();
  const state = useWindowState((now) => now);
  const [told, setTold] = useState<Told | null>(null);
  const key = `${keyIn(state, place)} ${state.journal.generation}`;

  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void actions.historyOf(place).then((changes) => {
        if (isCurrent) setTold({ key, changes });
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [actions, key, place]);

  const { historyRequest } = state;
  const isAsked = historyRequest !== null && keyIn(state, historyRequest.place) === keyIn(state, place);
  const isTold = told?.key === key;
  const section = useRef<HTMLElement>(null);
  const answered = useRef<typeof historyRequest>(null);
  useEffect(() => {
    // Asked for once, it takes the focus once.
    if (!isAsked || !isTold || answered.current === historyRequest) return;
    answered.current = historyRequest;
    section.current?.focus();
    section.current?.scrollIntoView({ block: "nearest" });
  }, [isAsked, isTold, historyRequest]);

  if (!isTold) return null;
  // As of a day a later source has not said anything yet.
  const changes = told.changes.filter(({ source }) => state.asOf === null || knownSources(state).has(source));
  if (changes.length === 0 && !isAsked) return null;
  const of = measureIn(state, place.line);
  const text = (stated: Stated | null): string => (stated === null ? words.blank : statedText(state, stated, of));
  const time = new Intl.DateTimeFormat(state.settings.language, { dateStyle: "short", timeStyle: "short" });
  return (
    <section ref={section} tabIndex={-1} className="cell-history" aria-label={words.history}>
      <h3>{words.history}</h3>
      {changes.length === 0 && <p>{commands.noHistory}</p>}
      <ul className="explanation-vintages" aria-label={words.history}>
        {changes.map(({ at, source, before, after }, index) => (
          <li key={`${index} ${at} ${source}`}>
            <span className="vintage-source">{time.format(new Date(at))}</span>
            <span className="vintage-value">
              {text(before)} → {text(after)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
