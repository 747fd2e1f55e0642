/** What a window shows, as one immutable value. The book's figures are derived from it, never kept in it. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Basis, Book, Company, Line, Scope } from "#core/book.ts";
import { EMPTY_BOOK, homeOf, SCOPES } from "#core/book.ts";
import type { Check, Verdict } from "#core/checks/check.ts";
import { figuresOf, type Figures } from "#core/figures/figures.ts";
import type { View as FiguresView } from "#core/figures/ledger.ts";
import { rowsOf, type LayoutRow } from "#core/layout.ts";
import type { LineSpot } from "#core/line-plans.ts";
import { formatPeriod } from "#core/period-labels.ts";
import type { Month, Span } from "#core/timeline.ts";
import type { JournalState, OpenedBook, SavedState, Settings, SheetView } from "#contract/questions.ts";
import type { Compared } from "../explain/other-routes.ts";
import type { ClipboardTold } from "../grid/clipboard-told.ts";
import { WORDS, type Words } from "../words/words.ts";
import { withoutEdits, type EditedBook } from "./edited-book.ts";
import type { GridPlan } from "./grid-plan.ts";
import { figureKey, type Place } from "./place.ts";
import type { Removal } from "./removal.ts";

/** Typed text that the book did not take, and the code of the reason. */
export interface RefusedText {
  readonly place: Place;
  readonly text: string;
  readonly code: string;
}

/** What was asked for and was not done. */
export type Failure = "export" | "undo" | "settings" | "notShown" | "entry" | "rows";

/** One message at a time; the newest is what matters. */
export type Notice =
  | { readonly kind: "refused"; readonly refused: RefusedText }
  | { readonly kind: "exported"; readonly name: string }
  | { readonly kind: "failed"; readonly what: Failure; readonly code: string }
  | { readonly kind: "reloaded" }
  /** Cells that an entry for many of them left as they were. */
  | { readonly kind: "skipped"; readonly why: "unit" | "unreadable"; readonly count: number }
  /** Typing where growth or shares are shown in place of the figures. */
  | { readonly kind: "overlay" }
  /** Figures were removed, and something else shows. */
  | { readonly kind: "removed"; readonly removal: Removal }
  /** Filling from cells that are empty. */
  | { readonly kind: "nothing-to-fill" }
  /** What became of copying or pasting. */
  | { readonly kind: "clipboard"; readonly told: ClipboardTold }
  | { readonly kind: "read-only" };

export type View = "results" | "checks";

/** A rectangle of cells between two corners, wherever in the grid they stand. */
export interface CellRange {
  readonly anchor: Place;
  readonly head: Place;
  /** Whole rows reach from the first column to the last in every layout, whole columns from the first row to the last. */
  readonly reach: "cells" | "rows" | "columns" | "all";
}

/** The selection as another sheet showed it, and what it stood for there. It holds while `ranges` and `focused` are these. */
export interface StoodIn {
  readonly ranges: readonly CellRange[];
  readonly focused: Place | null;
  readonly first: { readonly plan: GridPlan; readonly ranges: readonly CellRange[]; readonly focused: Place | null };
}

/** What can stand in front of the window, and what it is about. */
export type Dialog =
  | { readonly kind: "palette" }
  | { readonly kind: "cheat-sheet" }
  | { readonly kind: "find" }
  | { readonly kind: "go" }
  /** `note` is the id of the one to be changed; null: a new one. */
  | { readonly kind: "note"; readonly line: string | null; readonly span: Span | null; readonly note: string | null }
  | { readonly kind: "line"; readonly line: string | null }
  | { readonly kind: "lines" }
  | { readonly kind: "remove-line"; readonly line: string }
  /** A move that changes more than the order. */
  | { readonly kind: "move-line"; readonly line: string; readonly spot: LineSpot }
  /** What can be done with the row or the cell in hand, at a point of the window. */
  | {
      readonly kind: "context-menu";
      readonly at: { readonly x: number; readonly y: number };
      readonly of: "line" | "cell";
    };

/** A line's formula open in the formula bar, and the text it was opened with. */
export interface FormulaEdit {
  readonly line: string;
  readonly text: string;
}

/** What is looked for in the grid; the text stays for the next time. */
export interface Find {
  readonly text: string;
  /** The `key` of the match that was gone to last. */
  readonly current: string | null;
  /** What is marked in the grid while the box is open: cells by `figureKey`, lines by their ids. */
  readonly found: ReadonlySet<string>;
}

/** How the grid of a book stands that was not opened here before. */
export const FIRST_SHEET: SheetView = {
  layout: "Q",
  newest: "right",
  overlay: "value",
  folded: [],
  hiddenLines: [],
  hiddenColumns: [],
  earliest: null,
  latest: null,
  sort: null,
  zoom: 100,
  labelWidth: null,
  figureWidth: null,
};

/** Which checks are listed. */
export type CheckFilter = Verdict | "all";

/** What the checks of a book found. While they run again, `book` is older than the one shown. */
export interface Findings {
  readonly book: Book;
  readonly company: string;
  readonly checks: readonly Check[];
}

/** Where somebody was before following a link: what Back returns to. */
export interface Stop {
  readonly view: View;
  readonly scope: Scope;
  readonly place: Place | null;
  readonly check: string | null;
}

export interface WindowState {
  readonly title: string;
  readonly path: string;
  readonly readOnly: OpenedBook["readOnly"];
  readonly edited: EditedBook;
  readonly company: string;
  readonly scope: Scope;
  readonly basis: Basis;
  readonly view: View;
  readonly sheet: SheetView;
  /** Where the columns of a book without figures begin. */
  readonly today: Month;
  /** The active cell: where typing goes, and what is explained. */
  readonly focused: Place | null;
  /** What is selected in the grid; the last range is the active one, and its anchor is the active cell. */
  readonly ranges: readonly CellRange[];
  /** What was selected before the sheet was laid out anew, so that the way back finds it; null: it never was. */
  readonly stoodIn: StoodIn | null;
  /** What was copied last, as long as it stands there unchanged. */
  readonly copied: readonly CellRange[];
  /** A place whose editor is asked for; a new object each time. `isAnew`: empty, for another text. */
  readonly editRequest: { readonly place: Place; readonly isAnew: boolean } | null;
  /** The formula that is being edited; a new object each time its editor is asked for. */
  readonly formulaEdit: FormulaEdit | null;
  /** What stands in front of the window and takes the keys. */
  readonly dialog: Dialog | null;
  readonly find: Find;
  /** Text of notes that was typed and not saved, by `draftKey`. */
  readonly noteDrafts: ReadonlyMap<string, string>;
  /** The ids of commands chosen in the palette, the latest first. */
  readonly recentCommands: readonly string[];
  /** A cell whose history is asked for; a new object each time. */
  readonly historyRequest: { readonly place: Place } | null;
  /** A place the grid is asked to go to; a new object each time. */
  readonly destination: Place | null;
  /** Where Back leads, the nearest last. */
  readonly trail: readonly Stop[];
  /** Null until the first run is through. */
  readonly findings: Findings | null;
  /** What the figure of a cell was held against: gathered while nobody types. */
  readonly compared: Compared | null;
  readonly checkFilter: CheckFilter;
  /** Text that a listed check contains. */
  readonly checkSearch: string;
  /** By `checkKey`. */
  readonly selectedCheck: string | null;
  /** A check the list is asked to go to; a new object each time. */
  readonly checkDestination: { readonly check: string | null } | null;
  /** Lines drawn in the chart; none: the company's own picture. */
  readonly selected: readonly string[];
  readonly isPaneShown: boolean;
  readonly isExporting: boolean;
  readonly settings: Settings;
  readonly journal: JournalState;
  readonly saved: SavedState;
  readonly isConnected: boolean;
  /** By `figureKey`: edits of the shown company and scope that wait for their commit. */
  readonly unsaved: ReadonlySet<string>;
  /** By `figureKey`. */
  readonly refused: ReadonlyMap<string, RefusedText>;
  readonly notice: Notice | null;
}

export type WindowStore = StoreApi<WindowState>;

/** @throws RangeError when the book has no company: there is nothing to show. */
export function createWindowStore(
  opened: OpenedBook,
  settings: Settings,
  today: Month,
  sheet: SheetView | null = null,
): WindowStore {
  const company = opened.book.companies.toSorted((a, b) => a.position - b.position)[0];
  if (company === undefined) throw new RangeError("The book has no company.");
  return createStore<WindowState>(() => ({
    title: opened.title,
    path: opened.path,
    readOnly: opened.readOnly,
    edited: withoutEdits(opened.book),
    company: company.id,
    scope: "consolidated",
    basis: "actual",
    view: "results",
    sheet: sheet ?? FIRST_SHEET,
    today,
    focused: null,
    ranges: [],
    stoodIn: null,
    copied: [],
    editRequest: null,
    formulaEdit: null,
    dialog: null,
    find: { text: "", current: null, found: new Set() },
    noteDrafts: new Map(),
    recentCommands: [],
    historyRequest: null,
    destination: null,
    trail: [],
    findings: null,
    compared: null,
    checkFilter: "all",
    checkSearch: "",
    selectedCheck: null,
    checkDestination: null,
    selected: [],
    isPaneShown: true,
    isExporting: false,
    settings,
    journal: opened.journal,
    saved: opened.saved,
    isConnected: true,
    unsaved: new Set(),
    refused: new Map(),
    notice: null,
  }));
}

export const wordsOf = ({ settings }: WindowState): Words => WORDS[settings.language];

export const canEdit = ({ readOnly, isConnected }: WindowState): boolean => readOnly === null && isConnected;

/** @throws RangeError when the company is not in the book, which is a bug here. */
export function companyOf({ edited, company }: WindowState): Company {
  const found = edited.shown.companies.find(({ id }) => id === company);
  if (found === undefined) throw new RangeError(`no company ${company}`);
  return found;
}

export function companyName(state: WindowState): string {
  const { nameEn, nameJa } = companyOf(state);
  return state.settings.language === "ja" ? nameJa || nameEn : nameEn || nameJa;
}

/** The scopes in which the company has figures of any basis, in their fixed order. */
export const scopesOf: (state: WindowState) => readonly Scope[] = remember(
  ({ edited, company }) => [edited.shown.facts, company],
  (facts, company) => SCOPES.filter((scope) => facts.some((fact) => fact.company === company && fact.scope === scope)),
);

/** What changes when the edited book does: the book itself, and which cells of the view wait for their commit. */
export function withEdited({ company, scope, basis }: WindowState, edited: EditedBook): Partial<WindowState> {
  const inView = edited.waiting.filter(
    (each) => each.company === company && each.scope === scope && each.basis === basis,
  );
  const places = inView.flatMap(({ entries }) => entries);
  return { edited, unsaved: new Set(places.map(({ line, span }) => figureKey(line, span))) };
}

/** The {@link figureKey} of a cell in view. */
export function keyIn(state: WindowState, { line, span }: Place): string {
  const row = lineRowsIn(state).get(line);
  return figureKey(line, row === undefined ? span : homeOf(row.line, span));
}

export const periodOf = (state: WindowState, span: Span): string => formatPeriod(span, companyOf(state));

/** Remembers the last answer: a function of what `pick` takes from the state, by identity. */
export function remember<Key extends unknown[], Answer>(
  pick: (state: WindowState) => [...Key],
  answer: (...key: Key) => Answer,
): (state: WindowState) => Answer {
  let last: { readonly key: [...Key]; readonly answer: Answer } | null = null;
  return (state) => {
    const key = pick(state);
    if (last === null || key.some((part, index) => part !== last?.key[index])) last = { key, answer: answer(...key) };
    return last.answer;
  };
}

/** Remembers the last answer for as long as what it is worked out from stays the same, by identity. */
export function rememberBy<Answer>(
  keys: (state: WindowState) => readonly unknown[],
  answer: (state: WindowState) => Answer,
): (state: WindowState) => Answer {
  let last: { readonly keys: readonly unknown[]; readonly answer: Answer } | null = null;
  return (state) => {
    const now = keys(state);
    if (last === null || now.some((key, index) => key !== last?.keys[index]))
      last = { keys: now, answer: answer(state) };
    return last.answer;
  };
}

/** What the grid looks at: the company's figures of one scope and basis, as they stand now. */
export const figuresViewOf = ({ company, scope, basis }: WindowState): FiguresView => ({
  company,
  scope,
  basis,
  asOf: null,
});

/** The figures in view, calculated anew when the book, the company, the scope or the basis changed. */
export const figuresIn: (state: WindowState) => Figures = remember(
  (state) => [state.edited.shown, state.company, state.scope, state.basis],
  (book, company, scope, basis) => figuresOf(book, { company, scope, basis, asOf: null }),
);

/** The rows of the grid. They depend on lines and sections alone, not on figures. */
export const rowsIn: (state: WindowState) => LayoutRow[] = remember(
  ({ edited: { shown }, company }) => [shown.lines, shown.sections, shown.companyLines, company],
  (lines, sections, companyLines, company) => rowsOf({ ...EMPTY_BOOK, lines, sections, companyLines }, company),
);

export type LineRow = Extract<LayoutRow, { readonly kind: "line" }>;

/** The shown lines by their ids. */
export const lineRowsIn: (state: WindowState) => ReadonlyMap<string, LineRow> = remember(
  (state) => [rowsIn(state)],
  (rows) => new Map(rows.flatMap((row) => (row.kind === "line" ? [[row.id, row] as const] : []))),
);

/** Any line of the book; undefined for one it does not have. */
export const findLine = ({ edited }: WindowState, id: string): Line | undefined =>
  edited.shown.lines.find((line) => line.id === id);

/** A line's label in the window's language; the company's own where it has one. */
export function labelOf(state: WindowState, line: string): string {
  const row = lineRowsIn(state).get(line);
  const named: Pick<Line, "labelEn" | "labelJa"> | undefined = row ?? findLine(state, line);
  if (named === undefined) return line;
  return (state.settings.language === "ja" ? named.labelJa || named.labelEn : named.labelEn || named.labelJa) || line;
}
