/** What a person can do in the window: every change of its state, and every question it asks. */
import type { SpanLength } from "#core/layout.ts";
import type { HostQuestions } from "#contract/host.ts";
import type { CellChange, Events, Questions, Settings } from "#contract/questions.ts";
import type { Connection } from "#rpc/connect.ts";
import { CONNECTION_LOST, INTERNAL, refusalIn } from "#rpc/refusal.ts";
import { makeBriefingActions, type BriefingActions } from "../briefing/briefing-actions.ts";
import { makeCompareActions, type CompareActions } from "../compare/compare-actions.ts";
import { compareFocused } from "../explain/comparison-in-view.ts";
import { makeFind, type FindActions } from "../find/find-actions.ts";
import { makeClipboardActions, type ClipboardActions } from "../grid/clipboard-actions.ts";
import { makeFormulaActions, type FormulaActions } from "../formula-bar/formula-actions.ts";
import { makeMakingActions, type MakingActions } from "../making/making-actions.ts";
import { makeNoteActions, type NoteActions } from "../notes/note-actions.ts";
import { makePageActions, type PageActions } from "../pages/page-actions.ts";
import { makeTrendActions, type TrendActions } from "../trends/trend-actions.ts";
import { makeEdits, type EditActions } from "./edits.ts";
import { makeMoves, type MoveActions } from "./moves.ts";
import type { Place } from "./place.ts";
import { makeSelectionActions, type SelectionActions } from "./selection-actions.ts";
import { makeSheetActions, type SheetActions } from "./sheet-actions.ts";
import type { Dialog, Failure, WindowStore } from "./window-state.ts";

export interface Actions
  extends
    BriefingActions,
    ClipboardActions,
    CompareActions,
    EditActions,
    FindActions,
    FormulaActions,
    MakingActions,
    MoveActions,
    NoteActions,
    PageActions,
    SelectionActions,
    SheetActions,
    TrendActions {
  exportWorkbook(): void;
  /** Works out how far rounding lets the focused figure reach, however long it takes. */
  compareFully(): void;
  /**
   * What was done to a cell, the newest first; nothing where the connection is lost.
   * @param of its company; the shown one where it is left out
   */
  historyOf(place: Place, of?: string): Promise<readonly CellChange[]>;
  /** Shows what was done to a cell, and puts the focus there. */
  requestHistory(place: Place): void;
  /** The lines drawn in the chart. */
  select(lines: readonly string[]): void;
  /** Asks for the editor of a cell, with what is there to be changed; `anew`: empty. */
  requestEdit(place: Place, way?: "anew"): void;
  show(dialog: Dialog): void;
  closeDialog(): void;
  /** Of a command chosen in the palette: it comes first there the next time. */
  rememberCommand(id: string): void;
  togglePane(): void;
  toggleSidebar(): void;
  change(settings: Partial<Settings>): void;
  dismissNotice(): void;
}

export type WindowConnection = Connection<Questions, Events>;

export interface WindowHost {
  readonly connection: WindowConnection;
  /** The path or name written; null where the person changed their mind. */
  saveFile(file: { readonly name: string; readonly base64: string }): Promise<string | null>;
  /** Puts a PNG picture on the clipboard. */
  copyPicture(png: Blob): Promise<void>;
  /** Prints the pages in sight: the path of the PDF written; null where there is none to name. */
  printPages(wanted: HostQuestions["pages.print"]["asks"]): Promise<string | null>;
}

export function makeActions(store: WindowStore, host: WindowHost): Actions {
  const { connection, saveFile } = host;
  const set = store.setState;

  connection.on("book.saved", (saved) => set({ saved }));
  connection.onClose(() => set({ isConnected: false }));

  const tellFailure = (what: Failure, error: unknown): void => {
    const code = refusalIn(error)?.code ?? INTERNAL;
    // The banner says this already, and says what to do.
    if (code !== CONNECTION_LOST) set({ notice: { kind: "failed", what, code } });
  };

  /** Who goes on has read what was said of what came before. What this itself has to say comes after it. */
  const afresh =
    <Given extends readonly unknown[], Answer>(act: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      if (store.getState().notice !== null) set({ notice: null });
      return act(...given);
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

  const historyOf = async ({ line, span }: Place, of?: string): Promise<readonly CellChange[]> => {
    const { company: shown, scope, basis } = store.getState();
    const company = of ?? shown;
    try {
      return await connection.ask("cells.history", { company, scope, basis, line, span });
    } catch {
      // The pane tells what it has; that the book cannot be asked is said elsewhere.
      return [];
    }
  };

  const moves = makeMoves(store);
  const edits = makeEdits(store, connection, moves.jumpTo);
  const selection = makeSelectionActions(store, edits);
  const sheet = makeSheetActions(store, connection);
  const clipboard = makeClipboardActions(store, edits, selection);
  const notes = makeNoteActions(store, edits);
  return {
    ...moves,
    ...edits,
    ...makeFormulaActions(store, edits.explainBlocked),
    ...selection,
    ...clipboard,
    ...sheet,
    ...makeFind(store, moves, sheet),
    ...notes,
    ...makeMakingActions({
      store,
      connection,
      changeSheet: sheet.changeSheet,
      keepSheet: sheet.keepSheet,
      tellFailure,
      reload: () => location.reload(),
    }),
    ...makePageActions(store, moves),
    ...makeCompareActions(store, sheet, moves),
    ...makeTrendActions(store, edits, host, tellFailure),
    ...makeBriefingActions(store, host, tellFailure),
    enter: afresh(edits.enter),
    enterAll: afresh(edits.enterAll),
    changeRows: afresh(edits.changeRows),
    addNotShown: afresh(edits.addNotShown),
    undo: afresh(edits.undo),
    redo: afresh(edits.redo),
    clear: afresh(selection.clear),
    clearSelected: afresh(selection.clearSelected),
    enterInSelected: afresh(selection.enterInSelected),
    fillWithin: afresh(selection.fillWithin),
    fillTo: afresh(selection.fillTo),
    copied: afresh(clipboard.copied),
    copy: afresh(clipboard.copy),
    cut: afresh(clipboard.cut),
    paste: afresh(clipboard.paste),
    writeNote: afresh(notes.writeNote),
    removeNote: afresh(notes.removeNote),
    historyOf,
    exportWorkbook: () => void exportWorkbook(),
    compareFully: () => set((state) => ({ compared: compareFocused(state) })),
    select: (selected) => set({ selected }),
    requestEdit: (place, way) => set({ editRequest: { place, isAnew: way === "anew" } }),
    show: (dialog) => set({ dialog }),
    closeDialog: () => set({ dialog: null }),
    rememberCommand: (id) =>
      set(({ recentCommands }) => ({ recentCommands: [id, ...recentCommands.filter((each) => each !== id)] })),
    requestHistory: (place) => set({ view: "results", isPaneShown: true, historyRequest: { place } }),
    toggleSidebar: () => set(({ isSidebarShown }) => ({ isSidebarShown: !isSidebarShown })),
    togglePane: () => set(({ isPaneShown }) => ({ isPaneShown: !isPaneShown })),
    change(settings) {
      const next = { ...store.getState().settings, ...settings };
      set({ settings: next });
      connection.ask("settings.write", next).catch((error: unknown) => tellFailure("settings", error));
    },
    dismissNotice: () => set({ notice: null }),
  };
}
