import { useEffect } from "react";
import { quarterEnding, type Span } from "#core/timeline.ts";
import { dayText } from "../making/day-text.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { labelOf, periodOf, type Notice, type WindowState } from "../state/window-state.ts";
import { faultText, type Words } from "../words/words.ts";
import { isGoodNews } from "../grid/clipboard-told.ts";
import { toldText } from "../grid/clipboard-text.ts";
import { CloseIcon, WarningIcon } from "./Icons.tsx";
import { removalText } from "./removal-text.ts";
import "./notices.css";

/** Says that the book cannot be reached, what is kept and what is not certain. Stays until the window is loaded again. */
export function ConnectionBanner() {
  const { app, notice } = useWords();
  const state = useWindowState((now) => now);
  if (state.isConnected) return null;
  const unconfirmed = state.edited.waiting.flatMap(({ entries }) => entries);
  return (
    <div className="banner" role="alert">
      <WarningIcon />
      <p>
        <strong>{notice.lost}</strong> {notice.lostKept}
        {unconfirmed.length > 0 && (
          <>
            {" "}
            {notice.lostUnconfirmed}{" "}
            {unconfirmed.map(({ line, span, text }) => cellText(state, line, span, text || notice.cleared)).join("; ")}
          </>
        )}
      </p>
      <button type="button" className="text-button" onClick={() => location.reload()}>
        {app.reload}
      </button>
    </div>
  );
}

const cellText = (state: WindowState, line: string, span: Span, text: string): string =>
  `${labelOf(state, line)} ${periodOf(state, span)} ${text}`;

/** Long enough to read a file name twice. What went wrong stays until it is dismissed. */
const GOOD_NEWS_MS = 6000;

/** The newest message, over the foot of the window. */
export function Notices() {
  const { actions } = useBookWindow();
  const words = useWords();
  const state = useWindowState((now) => now);
  const { notice } = state;
  useEffect(() => {
    const isGood =
      notice?.kind === "exported" ||
      notice?.kind === "picture-copied" ||
      notice?.kind === "removed" ||
      (notice?.kind === "clipboard" && isGoodNews(notice.told));
    if (!isGood) return undefined;
    const timer = setTimeout(actions.dismissNotice, GOOD_NEWS_MS);
    return () => clearTimeout(timer);
  }, [notice, actions]);
  return (
    <div className="notices" role="status" aria-label={words.notice.label}>
      {notice !== null && (
        <div className="notice" data-kind={notice.kind}>
          <p>{noticeText(notice, state, words)}</p>
          {notice.kind === "refused" && (
            <button type="button" className="text-button" onClick={() => actions.goTo(notice.refused.place)}>
              {words.notice.showCell}
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            title={words.notice.dismiss}
            aria-label={words.notice.dismiss}
            onClick={actions.dismissNotice}
          >
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  );
}

function noticeText(notice: Notice, state: WindowState, words: Words): string {
  switch (notice.kind) {
    case "refused": {
      const { place, text, code } = notice.refused;
      const cell = words.deeds.cell(labelOf(state, place.line), periodOf(state, place.span));
      return `${words.notice.notStored(cell, text || words.notice.cleared)} ${faultText(code, words)}`;
    }
    case "exported":
      return words.notice.exported(notice.name);
    case "picture-copied":
      return words.trends.copied;
    case "failed":
      return `${words.notice.failures[notice.what]} ${faultText(notice.code, words)}`;
    case "reloaded":
      return words.notice.reloaded;
    case "read-only":
      return words.bar.readOnlyHint;
    case "as-of":
      return words.making.asOf.refused(dayText(notice.date, state.settings.language));
    case "locked":
      return words.making.locks.refused(periodOf(state, quarterEnding(notice.boundary)), notice.reason);
    case "skipped":
      return notice.why === "unit" ? words.selection.otherUnit(notice.count) : words.selection.unreadable(notice.count);
    case "nothing-to-fill":
      return words.selection.nothingToFill;
    case "clipboard":
      return toldText(notice.told, words);
    case "removed":
      return removalText(state, notice.removal);
    case "overlay":
      return words.selection.overlay;
  }
}
