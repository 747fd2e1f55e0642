/** What a person can do in the window: every change of its state, and every question it asks. */
import { homeOf, type Scope, type Stated } from "#core/book.ts";
import type { RowChange } from "#core/changes.ts";
import type { FaultCode } from "#core/faults.ts";
import type { SpanLength } from "#core/layout.ts";
import type { CellChange, CellsEntered, Committed, Events, Questions, Settings } from "#contract/questions.ts";
import type { Connection } from "#rpc/connect.ts";
import { CONNECTION_LOST, INTERNAL, refusalIn } from "#rpc/refusal.ts";
import { compareFocused } from "../explain/comparison-in-view.ts";
import { assume, confirm, isChange, withdraw, withoutEdits } from "./edited-book.ts";
import { columnEnding, columnShowing, firstFactOf, type Place } from "./place.ts";
import {
  findLine,
  canEdit,
  keyIn,
  lineRowsIn,
  withEdited,
  type CheckFilter,
  type RefusedText,
  type Stop,
  type View,
  type WindowState,
  type WindowStore,
} from "./window-state.ts";

export interface Actions {
  /** Stores what was typed into a cell, shown at once and marked until it is committed. */
  enter(place: Place, stated: Stated, text: string): void;
  /** Removes the figure in force. Does nothing in a cell without one of its own. */
  clear(place: Place): void;
  /** Keeps what was typed into a cell whose editor vanished before it could be read. */
  reportLost(place: Place, text: string): void;
  /** Says why nothing can be edited. */
  explainBlocked(): void;
  undo(): void;
  redo(): void;
  exportWorkbook(): void;
  focus(place: Place | null): void;
  /** Asks the grid to go to a place, in the mode that shows it. */
  goTo(place: Place): void;
  /** Goes to a cell that something else rests on; Back returns. */
  follow(place: Place, scope?: Scope): void;
  /** Goes to a check of the list; Back returns. @param check its `checkKey` */
  followCheck(check: string): void;
  /** Returns along the trail. Does nothing at its start. */
  back(): void;
  /** Shows a view and puts the focus into it. */
  showView(view: View): void;
  /** Shows a view and leaves the focus where it is. */
  switchView(view: View): void;
  /** Shows the checks of one verdict. */
  showChecks(filter: CheckFilter): void;
  filterChecks(filter: CheckFilter): void;
  searchChecks(text: string): void;
  selectCheck(check: string | null): void;
  /** Works out how far rounding lets the focused figure reach, however long it takes. */
  compareFully(): void;
  /** Adds a line to a sum for what its source does not show. */
  addNotShown(line: string): void;
  /** What was done to a cell, the newest first; nothing where the connection is lost. */
  historyOf(place: Place): Promise<readonly CellChange[]>;
  select(lines: readonly string[]): void;
  showMode(mode: SpanLength): void;
  showScope(scope: Scope): void;
  togglePane(): void;
  change(settings: Partial<Settings>): void;
  dismissNotice(): void;
}

/** Further back than this nobody remembers where they came from. */
const LONGEST_TRAIL = 50;

const stopIn = ({ view, scope, focused, selectedCheck }: WindowState): Stop => ({
  view,
  scope,
  place: focused,
  check: selectedCheck,
});

export interface WindowHost {
  readonly connection: Connection<Questions, Events>;
  /** The path or name written; null where the person changed their mind. */
  saveFile(file: { readonly name: string; readonly base64: string }): Promise<string | null>;
}

export function makeActions(store: WindowStore, { connection, saveFile }: WindowHost): Actions {
  const set = store.setState;
  const codeOf = (error: unknown): string => refusalIn(error)?.code ?? INTERNAL;

  connection.on("book.saved", (saved) => set({ saved }));
  connection.onClose(() => set({ isConnected: false }));

  const commit = ({ changes, journal }: Committed, entered: CellsEntered | null): void =>
    set((state) => ({ ...withEdited(state, confirm(state.edited, changes, entered)), journal }));

  /** The window's copy does not fit what was committed, so it is older: take the book as it is now. */
  const readAgain = async (): Promise<void> => {
    const { book, journal, saved } = await connection.ask("books.read", null);
    set((state) => ({ ...withEdited(state, withoutEdits(book)), journal, saved, notice: { kind: "reloaded" } }));
  };

  const settle = async (committed: Committed, entered: CellsEntered | null): Promise<void> => {
    try {
      commit(committed, entered);
    } catch {
      await readAgain();
    }
  };

  const send = async (entered: CellsEntered, refused: RefusedText): Promise<void> => {
    try {
      await settle(await connection.ask("cells.enter", entered), entered);
    } catch (error) {
      const code = codeOf(error);
      // Nobody knows whether it was stored: it stays on screen, marked, and the banner lists it.
      if (code === CONNECTION_LOST) return;
      set((state) => withEdited(state, withdraw(state.edited, entered)));
      refuse({ ...refused, code });
    }
  };

  const explainBlocked = (): void => {
    // A lost connection has its banner.
    if (store.getState().readOnly !== null) set({ notice: { kind: "read-only" } });
  };

  const refuse = (refused: RefusedText): void =>
    set((state) => ({
      refused: new Map([...state.refused, [keyIn(state, refused.place), refused]]),
      notice: { kind: "refused", refused },
    }));

  const change = (place: Place, stated: Stated | null, text: string): void => {
    const state = store.getState();
    const line = lineRowsIn(state).get(place.line)?.line;
    if (line === undefined) return;
    if (!canEdit(state)) {
      explainBlocked();
      return;
    }
    const { company, scope, basis } = state;
    const entry = { line: line.id, span: homeOf(line, place.span), stated, text };
    const entered: CellsEntered = { company, scope, basis, source: null, entries: [entry] };
    const refused = new Map(state.refused);
    refused.delete(keyIn(state, place));
    set({ refused });
    if (!isChange(state.edited, entered)) return;
    set(withEdited(state, assume(state.edited, entered)));
    void send(entered, { place, text, code: "" });
  };

  const turnBack = async (method: "journals.undo" | "journals.redo"): Promise<void> => {
    if (!canEdit(store.getState())) return;
    try {
      const committed = await connection.ask(method, null);
      if (committed === null) return;
      await settle(committed, null);
      jumpTo(committed.changes);
    } catch (error) {
      tellFailure("undo", error);
    }
  };

  const jumpTo = (changes: readonly RowChange[]): void => {
    const fact = firstFactOf(changes);
    if (fact === null) return;
    const { company, basis } = store.getState();
    // Targets and estimates have no view yet in which a cell of theirs could be shown.
    if (fact.company !== company || fact.basis !== basis) return;
    set({ view: "results" });
    showScope(fact.scope);
    goTo({ line: fact.line, span: fact.span });
  };

  const showScope = (scope: Scope): void =>
    set((state) => {
      if (state.scope === scope) return {};
      // What is marked in the cells belongs to the scope in which it was typed.
      return { scope, refused: new Map(), ...withEdited({ ...state, scope }, state.edited) };
    });

  const goTo = (place: Place): void =>
    set((state) => {
      const { mode, span } = columnShowing(place.span, state.mode);
      return { mode, destination: { line: place.line, span } };
    });

  const follow = (place: Place, scope: Scope): void => {
    leave();
    set({ view: "results" });
    showScope(scope);
    goTo(place);
  };

  /** Notes where one is, for Back. */
  const leave = (): void => set((state) => ({ trail: [...state.trail, stopIn(state)].slice(-LONGEST_TRAIL) }));

  const back = (): void => {
    const state = store.getState();
    // A line on the way may have been taken back since.
    const at = state.trail.findLastIndex(({ place }) => place === null || findLine(state, place.line) !== undefined);
    const stop = state.trail[at];
    if (stop === undefined) return;
    set({ trail: state.trail.slice(0, at), view: stop.view });
    showScope(stop.scope);
    if (stop.view === "checks") set({ selectedCheck: stop.check, checkDestination: { check: stop.check } });
    else if (stop.place !== null) goTo(stop.place);
  };

  const showView = (view: View): void =>
    set(({ focused, selectedCheck }) =>
      view === "checks"
        ? { view, checkDestination: { check: selectedCheck } }
        : { view, destination: focused === null ? null : { ...focused } },
    );

  const addNotShown = async (line: string): Promise<void> => {
    if (!canEdit(store.getState())) {
      explainBlocked();
      return;
    }
    try {
      await settle(await connection.ask("sums.addNotShown", { line }), null);
    } catch (error) {
      tellFailure("notShown", error);
    }
  };

  const tellFailure = (what: "export" | "undo" | "settings" | "notShown", error: unknown): void => {
    const code = codeOf(error);
    // The banner says this already, and says what to do.
    if (code !== CONNECTION_LOST) set({ notice: { kind: "failed", what, code } });
  };

  const exportWorkbook = async (): Promise<void> => {
    const { company, scope, basis, settings, isExporting } = store.getState();
    if (isExporting) return;
    set({ isExporting: true, notice: null });
    try {
      const { language, negatives } = settings;
      const spans: readonly SpanLength[] = ["Q", "H", "FY"];
      const wanted = { company, scope, basis, format: "xlsx", spans, language, negatives } as const;
      const { name, base64 } = await connection.ask("workbooks.write", wanted);
      const written = await saveFile({ name, base64 });
      if (written !== null) set({ notice: { kind: "exported", name: written } });
    } catch (error) {
      tellFailure("export", error);
    } finally {
      set({ isExporting: false });
    }
  };

  const historyOf = async ({ line, span }: Place): Promise<readonly CellChange[]> => {
    const { company, scope, basis } = store.getState();
    try {
      return await connection.ask("cells.history", { company, scope, basis, line, span });
    } catch {
      // The pane tells what it has; that the book cannot be asked is said elsewhere.
      return [];
    }
  };

  return {
    historyOf,
    enter: change,
    clear: (place) => change(place, null, ""),
    reportLost: (place, text) => refuse({ place, text, code: "bad-amount" satisfies FaultCode }),
    explainBlocked,
    undo: () => void turnBack("journals.undo"),
    redo: () => void turnBack("journals.redo"),
    exportWorkbook: () => void exportWorkbook(),
    focus: (focused) => set({ focused }),
    goTo,
    follow: (place, scope) => follow(place, scope ?? store.getState().scope),
    followCheck(check) {
      leave();
      set({ view: "checks", checkFilter: "all", checkSearch: "", selectedCheck: check, checkDestination: { check } });
    },
    back,
    showView,
    switchView: (view) => set({ view }),
    showChecks(filter) {
      set({ checkFilter: filter, checkSearch: "" });
      showView("checks");
    },
    filterChecks: (checkFilter) => set({ checkFilter }),
    searchChecks: (checkSearch) => set({ checkSearch }),
    selectCheck: (selectedCheck) => set({ selectedCheck }),
    compareFully: () => set((state) => ({ compared: compareFocused(state) })),
    addNotShown: (line) => void addNotShown(line),
    select: (selected) => set({ selected }),
    showMode(mode) {
      set(({ focused, mode: before }) => {
        if (mode === before) return {};
        // The cell in hand stays in hand: the column of the new mode that holds its end.
        return {
          mode,
          destination: focused === null ? null : { line: focused.line, span: columnEnding(focused.span, mode) },
        };
      });
    },
    showScope,
    togglePane: () => set(({ isPaneShown }) => ({ isPaneShown: !isPaneShown })),
    change(settings) {
      const next = { ...store.getState().settings, ...settings };
      set({ settings: next });
      connection.ask("settings.write", next).catch((error: unknown) => tellFailure("settings", error));
    },
    dismissNotice: () => set({ notice: null }),
  };
}
