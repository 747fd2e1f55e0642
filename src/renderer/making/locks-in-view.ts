/** Locked quarters of the window's company. */
import type { QuarterLock } from "#core/book.ts";
import { lockOn } from "#core/lock-rules.ts";
import type { Span } from "#core/timeline.ts";
import { periodOf, wordsOf, type WindowState } from "../state/window-state.ts";

/** The lock on the quarter with which a period of the grid ends; null: it is open. For a header's mark. */
const lockIn = ({ edited, company }: WindowState, span: Span): QuarterLock | null =>
  lockOn(edited.shown.locks, company, span);

/** What a header's mark says of a locked period on hover; empty where it is open. */
export function lockHint(state: WindowState, span: Span): string {
  const lock = lockIn(state, span);
  if (lock === null) return "";
  const { locks } = wordsOf(state).making;
  const quarter = periodOf(state, { start: lock.boundary - 1, length: 1 });
  return lock.text === "" ? locks.mark(quarter) : `${locks.mark(quarter)}: ${lock.text}`;
}
