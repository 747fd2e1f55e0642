/** Going about in the window: from cell to cell, from view to view, and back. */
import type { Basis, Scope } from "#core/book.ts";
import type { RowChange } from "#core/changes.ts";
import { isPage } from "../pages/page-model.ts";
import type { Layout } from "#core/layout.ts";
import { endOf, type Span } from "#core/timeline.ts";
import { gridPlanIn, nearestPlace } from "./grid-plan.ts";
import { leftBehind } from "./left-behind.ts";
import { newestPlace } from "./newest-place.ts";
import { withColumnInSight } from "./sheet-columns.ts";
import { rangesAround, selectionAfter } from "./selection-sheet.ts";
import { firstFactOf, firstLineOf, firstNoteOf, layoutShowing, type Place } from "./place.ts";
import {
  findLine,
  rowsIn,
  withEdited,
  type CheckFilter,
  type Stop,
  type View,
  type WindowState,
  type WindowStore,
} from "./window-state.ts";

export interface MoveActions {
  focus(place: Place | null): void;
  /** Asks the grid to go to a place, in a layout that shows it, unfolding and unhiding what hides it. */
  goTo(place: Place): void;
  /** Goes to a cell that something else rests on; Back returns. */
  follow(place: Place, scope?: Scope): void;
  /** Goes to a cell of a company of the book, which is shown from then on; Back returns to the one shown now. */
  followIn(company: string, place: Place, scope: Scope): void;
  /** Goes to a check of a company of the book in the same way. @param check its `checkKey` */
  followCheckIn(company: string, check: string): void;
  /** Goes to a check of the list; Back returns. @param check its `checkKey` */
  followCheck(check: string): void;
  /** Returns along the trail. Does nothing at its start. */
  back(): void;
  /** Shows a view and puts the focus into it. */
  showView(view: View): void;
  /** Shows a view and leaves the focus where it is. */
  switchView(view: View): void;
  showScope(scope: Scope): void;
  /** Shows what happened, what the company aims at, or what the user expects. */
  showBasis(basis: Basis): void;
  /** Shows what was known on a day, read-only; null: what is known now. */
  showAsOf(date: string | null): void;
  /** Shows another company of the book, as it was newest. */
  showCompany(company: string): void;
  /** Shows another company of the book and puts the focus into the view. */
  goToCompany(company: string): void;
  /** Shows the next company of the book, or with −1 the one before, and puts the focus into the view. Does nothing at the end. */
  stepCompany(step: 1 | -1): void;
  /** Has the pages tell of a period. */
  showPeriod(span: Span): void;
  /** Shows the checks of one verdict. */
  showChecks(filter: CheckFilter): void;
  filterChecks(filter: CheckFilter): void;
  searchChecks(text: string): void;
  selectCheck(check: string | null): void;
  /** Shows what changes of the book touched. */
  jumpTo(changes: readonly RowChange[]): void;
}

/** Further back than this nobody remembers where they came from. */
const LONGEST_TRAIL = 50;

const stopIn = ({ company, view, scope, focused, selectedCheck, pageCell, pageSpan }: WindowState): Stop => ({
  company,
  view,
  scope,
  place: focused,
  check: selectedCheck,
  pageCell,
  pageSpan,
});

export function makeMoves(store: WindowStore): MoveActions {
  const set = store.setState;

  const showScope = (scope: Scope): void =>
    set((state) => {
      if (state.scope === scope) return {};
      // What is marked in the cells belongs to the scope in which it was typed.
      return { scope, refused: new Map(), ...withEdited({ ...state, scope }, state.edited) };
    });

  const showBasis = (basis: Basis): void =>
    set((state) => {
      if (state.basis === basis) return {};
      return { basis, refused: new Map(), ...withEdited({ ...state, basis }, state.edited) };
    });

  const goTo = (place: Place): void =>
    set((state) => {
      const inSight = withColumnInSight(withLineInSight(state, place.line), place.span);
      const layouts: readonly Layout[] = [state.sheet.layout, layoutShowing(place.span)];
      for (const layout of layouts) {
        const there: WindowState = { ...inSight, focused: place, sheet: { ...inSight.sheet, layout } };
        const shown = nearestPlace(gridPlanIn(there), place);
        const isLast = layout === layouts.at(-1);
        // A balance is the same in every layout with a column that ends where it stands.
        const isThere = shown === place || (place.span.length === 0 && shown !== null && isEnd(shown, place));
        if (shown !== null && (isLast || isThere))
          return { sheet: there.sheet, destination: { ...shown }, ...ledTo(state, there, shown) };
      }
      return {};
    });

  /** Notes where one is, for Back. */
  const leave = (): void => set((state) => ({ trail: [...state.trail, stopIn(state)].slice(-LONGEST_TRAIL) }));

  const showView = (view: View): void =>
    set(({ focused, selectedCheck }) =>
      view === "checks"
        ? { view, checkDestination: { check: selectedCheck } }
        : isPage(view) || view === "trends" || view === "compare" || view === "briefing"
          ? { view, pageDestination: {} }
          : { view, destination: focused === null ? null : { ...focused } },
    );

  /** @param trail where Back leads from there */
  const showCompany = (company: string, trail: readonly Stop[] = []): void =>
    set((state) => {
      if (state.company === company) return {};
      // Empty periods were opened for the company that is left.
      const sheet = { ...state.sheet, earliest: null, latest: null };
      const left = { ...leftBehind(company), trail, sheet };
      return { ...left, ...withEdited({ ...state, ...left }, state.edited) };
    });

  const goToCompany = (company: string): void => {
    showCompany(company);
    const state = store.getState();
    const newest = state.view === "results" ? newestPlace(state) : null;
    if (newest === null) showView(state.view);
    else goTo(newest);
  };

  const followCheck = (check: string): void =>
    set({ view: "checks", checkFilter: "all", checkSearch: "", selectedCheck: check, checkDestination: { check } });

  return {
    focus: (focused) => set((state) => ({ focused, ranges: focused === null ? [] : rangesAround(state, focused) })),
    goTo,
    follow(place, scope) {
      leave();
      set({ view: "results" });
      showScope(scope ?? store.getState().scope);
      goTo(place);
    },
    followIn(company, place, scope) {
      leave();
      showCompany(company, store.getState().trail);
      set({ view: "results" });
      showScope(scope);
      showBasis("actual");
      goTo(place);
    },
    followCheckIn(company, check) {
      leave();
      showCompany(company, store.getState().trail);
      followCheck(check);
    },
    followCheck(check) {
      leave();
      followCheck(check);
    },
    back() {
      const state = store.getState();
      // A line or a company on the way may have been taken back since.
      const at = state.trail.findLastIndex(
        ({ company, place }) =>
          state.edited.shown.companies.some(({ id }) => id === company) &&
          (place === null || findLine(state, place.line) !== undefined),
      );
      const stop = state.trail[at];
      if (stop === undefined) return;
      const trail = state.trail.slice(0, at);
      if (stop.company !== state.company) {
        showCompany(stop.company, trail);
        set({ pageSpan: stop.pageSpan });
      }
      set({ trail, view: stop.view });
      showScope(stop.scope);
      if (stop.view === "checks") set({ selectedCheck: stop.check, checkDestination: { check: stop.check } });
      else if (isPage(stop.view) || stop.view === "compare") set({ pageCell: stop.pageCell, pageDestination: {} });
      else if (stop.view === "trends") set({ focused: stop.place, pageDestination: {} });
      else if (stop.place !== null) goTo(stop.place);
    },
    showView,
    switchView: (view) => set({ view, pageDestination: null }),
    showScope,
    showBasis,
    showAsOf: (asOf) => set({ asOf, dialog: null }),
    showCompany: (company) => showCompany(company),
    goToCompany,
    stepCompany(step) {
      const next = companyBeside(store.getState(), step);
      if (next !== null) goToCompany(next);
    },
    showPeriod: (pageSpan) => set({ pageSpan }),
    showChecks(filter) {
      set({ checkFilter: filter, checkSearch: "" });
      showView("checks");
    },
    filterChecks: (checkFilter) => set({ checkFilter }),
    searchChecks: (checkSearch) => set({ checkSearch }),
    selectCheck: (selectedCheck) => set({ selectedCheck }),
    jumpTo(changes) {
      const company = changes.findLast((change) => change.in === "companies" && change.before === null);
      // A whole company that came back begins where one that is gone to does.
      if (company?.in === "companies" && company.after !== null) {
        set({ view: "results" });
        goToCompany(company.after.id);
        return;
      }
      const fact = firstFactOf(changes);
      if (fact === null) {
        const { focused, company } = store.getState();
        const { line, span } = firstNoteOf(changes, company) ?? { line: firstLineOf(changes), span: null };
        if (focused === null || (line === null && span === null)) return;
        set({ view: "results" });
        goTo({ line: line ?? focused.line, span: span ?? focused.span });
        return;
      }
      // What changed is shown wherever it is: else it would change in silence.
      showCompany(fact.company);
      set({ view: "results" });
      showScope(fact.scope);
      showBasis(fact.basis);
      goTo({ line: fact.line, span: fact.span });
    },
  };
}

/** The next company of the book, or with −1 the one before; null at the end. */
export function companyBeside({ edited, company }: WindowState, step: 1 | -1): string | null {
  const companies = edited.shown.companies.toSorted((a, b) => a.position - b.position);
  return companies[companies.findIndex(({ id }) => id === company) + step]?.id ?? null;
}

/** The selection of somebody led to a cell of another sheet: it stays where the cell is one of it. */
function ledTo(before: WindowState, after: WindowState, place: Place): Partial<WindowState> {
  const kept = before.sheet === after.sheet ? {} : selectionAfter(before, after);
  return { ...kept, focused: place, ranges: rangesAround({ ...before, ...kept, sheet: after.sheet }, place) };
}

const isEnd = (a: Place, b: Place): boolean => endOf(a.span) === endOf(b.span);

/** The state with a line neither folded away nor hidden. */
function withLineInSight(state: WindowState, line: string): WindowState {
  const above = new Set<string>();
  let section = "";
  const path: string[] = [];
  for (const row of rowsIn(state)) {
    if (row.kind === "section") {
      section = row.id;
      continue;
    }
    path.length = row.depth;
    if (row.id === line) {
      for (const id of [section, ...path]) above.add(id);
      break;
    }
    path.push(row.id);
  }
  const { folded, hiddenLines } = state.sheet;
  if (!folded.some((id) => above.has(id)) && !hiddenLines.includes(line)) return state;
  const sheet = {
    ...state.sheet,
    folded: folded.filter((id) => !above.has(id)),
    hiddenLines: hiddenLines.filter((id) => id !== line),
  };
  return { ...state, sheet };
}
