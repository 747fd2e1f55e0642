/** Looking for something and going there. */
import { endOf, quarterOfYear, sameSpan, spanKey } from "#core/timeline.ts";
import { subjectIn, subjectKey } from "../notes/notes-in-view.ts";
import { allColumnsIn, isOpenTo, openedFor } from "../state/columns-in-view.ts";
import { gridPlanIn, placeAt } from "../state/grid-plan.ts";
import type { MoveActions } from "../state/moves.ts";
import type { Place } from "../state/place.ts";
import type { SheetActions } from "../state/sheet-actions.ts";
import { lineRowsIn, type WindowState, type WindowStore } from "../state/window-state.ts";
import { matchesIn, type Match } from "./matches.ts";

export interface FindActions {
  lookFor(text: string): void;
  /** Marks in the grid what the text is found in. */
  markFound(): void;
  /** Takes the marks off; the text stays for the next time. */
  stopLooking(): void;
  /** Goes to the next match, or with −1 to the one before; round at the ends. Does nothing where there is none. */
  findNext(step: 1 | -1): void;
  /** Goes to a place wherever it is, also where its column is hidden or not there yet; Back returns. */
  travel(place: Place): void;
}

export function makeFind(
  store: WindowStore,
  { goTo, follow, switchView }: Pick<MoveActions, "goTo" | "follow" | "switchView">,
  { changeSheet }: Pick<SheetActions, "changeSheet">,
): FindActions {
  const set = store.setState;
  const read = store.getState;

  const showColumn = (place: Place): void => {
    const { hiddenColumns } = read().sheet;
    const wanted = columnsShowing(read(), place);
    if (hiddenColumns.some((id) => wanted.includes(id)))
      changeSheet({ hiddenColumns: hiddenColumns.filter((id) => !wanted.includes(id)) });
  };

  /** Has columns reach to a period that has none yet. */
  const openUpTo = ({ span }: Place): void => {
    const opened = isOpenTo(read(), span) ? null : openedFor(read(), span);
    if (opened !== null) changeSheet(opened);
  };

  return {
    lookFor: (text) => set(({ find }) => ({ find: { ...find, text, current: null } })),
    markFound: () =>
      set((state) => ({ find: { ...state.find, found: new Set(matchesIn(state).map(({ key }) => key)) } })),
    stopLooking: () => set(({ find }) => ({ find: { ...find, found: new Set() } })),
    findNext(step) {
      const state = read();
      const match = nextMatch(state, step);
      const place = match === null ? null : placeOf(state, match);
      if (match === null || place === null) return;
      switchView("results");
      set(({ find }) => ({ find: { ...find, current: match.key } }));
      showColumn(place);
      goTo(place);
    },
    travel(place) {
      openUpTo(place);
      showColumn(place);
      follow(place);
    },
  };
}

/** Whether the active cell is where a match was gone to, rather than where somebody went since. */
function isAt(state: WindowState, { key, line, span }: Match): boolean {
  const { focused } = state;
  if (focused === null || key !== state.find.current) return false;
  return subjectKey(subjectIn(state, line && focused.line, span && focused.span)) === key;
}

/** The match after the one that one is at; elsewhere, the first that stands at or after the active cell. */
function nextMatch(state: WindowState, step: 1 | -1): Match | null {
  const matches = matchesIn(state);
  const at = matches.findIndex((match) => isAt(state, match));
  if (at >= 0) return matches.at((at + step) % matches.length) ?? null;
  const lines = [...lineRowsIn(state).keys()];
  const { focused } = state;
  if (focused === null) return matches.at(step === 1 ? 0 : -1) ?? null;
  const row = lines.indexOf(focused.line);
  const isAfter = ({ line, span, column }: Match): boolean => {
    if (column === null) return true;
    const own = line === null ? -1 : lines.indexOf(line);
    return own > row || (own === row && span !== null && endOf(span) >= endOf(focused.span));
  };
  const next = matches.findIndex(isAfter);
  if (step === 1) return matches[next] ?? matches[0] ?? null;
  return matches.at(next < 0 ? -1 : next - 1) ?? null;
}

/** The cell by which a match is shown: a line by its cell in the active column, a period by its cell in the active row. */
export function placeOf(state: WindowState, { line, span }: Pick<Match, "line" | "span">): Place | null {
  const { focused } = state;
  const plan = gridPlanIn(state);
  const firstRow = plan.rows.find(({ kind }) => kind !== "section");
  const newest = plan.columns.at(state.sheet.newest === "right" ? -1 : 0);
  const first = firstRow === undefined || newest === undefined ? null : placeAt(plan, firstRow, newest);
  const ofLine = line ?? focused?.line ?? first?.line;
  const ofSpan = span ?? focused?.span ?? first?.span;
  return ofLine === undefined || ofSpan === undefined ? null : { line: ofLine, span: ofSpan };
}

/** The ids of columns that a place stands in, in this layout or in one that shows its span as it is. */
function columnsShowing(state: WindowState, { span }: Place): readonly string[] {
  const isMatrix = state.sheet.layout === "matrix";
  const inYear = (length: number, end: number): string => spanKey({ start: quarterOfYear(end - length), length });
  const ending = allColumnsIn(state).filter((column) =>
    span.length === 0 ? !isMatrix && endOf(column.span) === span.start : sameSpan(column.span, span),
  );
  const length = Math.max(span.length, 1);
  return [spanKey(span), ...ending.map(({ id }) => id), ...(isMatrix ? [inYear(length, endOf(span))] : [])];
}
