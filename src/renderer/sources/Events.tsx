import { dayText } from "../making/day-text.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit } from "../state/window-state.ts";
import { eventsIn } from "./sources-in-view.ts";

/** Services introduced and other events, on a line of time, the latest first. */
export function Events() {
  const { actions } = useBookWindow();
  const { sources: words } = useWords();
  const state = useWindowState((now) => now);
  const { language } = state.settings;
  const isEditable = canEdit(state);
  const events = eventsIn(state);
  const pick = (en: string, ja: string): string => (language === "ja" ? ja || en : en || ja);
  if (events.length === 0) return <p className="sources-quiet">{words.none.events}</p>;
  return (
    <ol className="event-line" aria-label={words.parts.events}>
      {events.map((event) => {
        const title = pick(event.titleEn, event.titleJa);
        return (
          <li key={event.id} data-kind={event.kind}>
            <time dateTime={event.date}>{dayText(event.date, language)}</time>
            <div>
              <p className="event-title">
                {isEditable ? (
                  <button
                    type="button"
                    className="row-button"
                    title={words.editThis(title)}
                    onClick={() => actions.show({ kind: "event", event: event.id })}
                  >
                    {title}
                  </button>
                ) : (
                  title
                )}
                <span className="event-field">
                  {pick(event.fieldEn, event.fieldJa) || words.event.kinds[event.kind]}
                </span>
              </p>
              <p className="event-text">{pick(event.textEn, event.textJa)}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
