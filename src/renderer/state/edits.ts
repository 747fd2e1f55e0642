/** Changing the book from the window: shown at once, stored, taken back where it was refused. */
import { homeOf, type Stated } from "#core/book.ts";
import type { Deed, RowChange } from "#core/changes.ts";
import { lockOnEntry, type EntryWay } from "#core/entry.ts";
import type { FaultCode } from "#core/faults.ts";
import type { CellEntry, CellsEntered, Committed } from "#contract/questions.ts";
import { CONNECTION_LOST, INTERNAL, refusalIn } from "#rpc/refusal.ts";
import { sourceIn } from "../making/sources-in-view.ts";
import type { WindowConnection } from "./actions.ts";
import { assume, confirm, withdraw, withoutEdits } from "./edited-book.ts";
import type { Place } from "./place.ts";
import {
  canEdit,
  keyIn,
  lineRowsIn,
  withEdited,
  type Failure,
  type RefusedText,
  type WindowStore,
} from "./window-state.ts";

/** What goes into one cell of a larger entry. Null: the figure in force is removed. */
export interface PlaceEntry {
  readonly place: Place;
  readonly stated: Stated | null;
  readonly text: string;
}

export interface EditActions {
  /** Stores what was typed into a cell, shown at once and marked until it is committed. */
  enter(place: Place, stated: Stated, text: string): void;
  /** Several cells as one journal entry. Nothing where none of them changes. */
  enterAll(entries: readonly PlaceEntry[], way: EntryWay): void;
  /** Changes rows of the book as one journal entry; false where it was refused, which is told. */
  changeRows(changes: readonly RowChange[], deed: Deed): Promise<boolean>;
  /** Keeps what was typed into a cell whose editor vanished before it could be read. */
  reportLost(place: Place, text: string): void;
  /** Says why nothing can be edited. */
  explainBlocked(): void;
  /** Adds a line to a sum for what its source does not show. */
  addNotShown(line: string): void;
  undo(): void;
  redo(): void;
}

/** @param jumpTo shows what undo and redo changed */
export function makeEdits(
  store: WindowStore,
  connection: WindowConnection,
  jumpTo: (changes: readonly RowChange[]) => void,
): EditActions {
  const set = store.setState;
  const codeOf = (error: unknown): string => refusalIn(error)?.code ?? INTERNAL;

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

  const refuse = (refused: RefusedText): void =>
    set((state) => ({
      refused: new Map([...state.refused, [keyIn(state, refused.place), refused]]),
      notice: { kind: "refused", refused },
    }));

  const explainBlocked = (): void => {
    const { readOnly, asOf } = store.getState();
    // A lost connection has its banner.
    if (readOnly !== null) set({ notice: { kind: "read-only" } });
    else if (asOf !== null) set({ notice: { kind: "as-of", date: asOf } });
  };

  const tellFailure = (what: Failure, error: unknown): void => {
    const code = codeOf(error);
    // The banner says this already, and says what to do.
    if (code !== CONNECTION_LOST) set({ notice: { kind: "failed", what, code } });
  };

  const send = async (entered: CellsEntered, entries: readonly PlaceEntry[]): Promise<void> => {
    try {
      await settle(await connection.ask("cells.enter", entered), entered);
    } catch (error) {
      // Nobody knows whether it was stored: it stays on screen, marked, and the banner lists it.
      if (codeOf(error) === CONNECTION_LOST) return;
      set((state) => withEdited(state, withdraw(state.edited, entered)));
      const [only] = entries.length === 1 ? entries : [];
      if (only === undefined) tellFailure("entry", error);
      else refuse({ place: only.place, text: only.text, code: codeOf(error) });
    }
  };

  const enterAll = (places: readonly PlaceEntry[], way: EntryWay): void => {
    const state = store.getState();
    if (!canEdit(state)) {
      explainBlocked();
      return;
    }
    const rows = lineRowsIn(state);
    const entries = places.flatMap(({ place, stated, text }): CellEntry[] => {
      const line = rows.get(place.line)?.line;
      return line === undefined ? [] : [{ line: line.id, span: homeOf(line, place.span), stated, text }];
    });
    if (entries.length === 0) return;
    const { company, scope, basis } = state;
    const entered: CellsEntered = { company, scope, basis, source: sourceIn(state), way, entries };
    const refused = new Map(state.refused);
    for (const { place } of places) refused.delete(keyIn(state, place));
    if (state.refused.size > 0) set({ refused });
    const lock = lockOnEntry(state.edited.shown, entered);
    if (lock !== null) {
      const [only] = places.length === 1 ? places : [];
      // What was typed into one cell is kept beside it, as when it cannot be read.
      if (only !== undefined && only.text !== "") refuse({ ...only, code: "quarter-locked" satisfies FaultCode });
      set({ notice: { kind: "locked", boundary: lock.boundary, reason: lock.text } });
      return;
    }
    const edited = assume(state.edited, entered);
    if (edited === state.edited) return;
    set(withEdited(state, edited));
    void send(entered, places);
  };

  const ifEditable = async (what: Failure, ask: () => Promise<Committed | null>): Promise<Committed | null> => {
    if (!canEdit(store.getState())) {
      explainBlocked();
      return null;
    }
    try {
      const committed = await ask();
      if (committed !== null) await settle(committed, null);
      return committed;
    } catch (error) {
      tellFailure(what, error);
      return null;
    }
  };

  const turnBack = async (method: "journals.undo" | "journals.redo"): Promise<void> => {
    const committed = await ifEditable("undo", () => connection.ask(method, null));
    if (committed !== null) jumpTo(committed.changes);
  };

  return {
    enter: (place, stated, text) => enterAll([{ place, stated, text }], "typed"),
    enterAll,
    changeRows: async (changes, deed) =>
      (await ifEditable("rows", () => connection.ask("rows.change", { changes, deed }))) !== null,
    reportLost: (place, text) => refuse({ place, text, code: "bad-amount" satisfies FaultCode }),
    explainBlocked,
    addNotShown: (line) => void ifEditable("notShown", () => connection.ask("sums.addNotShown", { line })),
    undo: () => void turnBack("journals.undo"),
    redo: () => void turnBack("journals.redo"),
  };
}
