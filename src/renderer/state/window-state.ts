/** What a window shows, as one immutable value. The book's figures are derived from it, never kept in it. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Basis, Book, Company, Language, Line, Page, Scope } from "#core/book.ts";
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
import { FIRST_COMPARED, type CompareState } from "../compare/compare-state.ts";
import { FIRST_BRIEFING, type BriefingLook } from "../briefing/briefing-look.ts";
import { FIRST_TRENDS, type TrendsState } from "../trends/trends-state.ts";
import type { MakingDialog, MakingNotice } from "../making/making-dialog.ts";
import { FIRST_LOOK, type SourcesLook } from "../sources/sources-look.ts";
import { WORDS, type Words } from "../words/words.ts";
import { withoutEdits, type EditedBook } from "./edited-book.ts";
import type { GridPlan } from "./grid-plan.ts";
import { leftBehind } from "./left-behind.ts";
import { figureKey, type Place } from "./place.ts";
import { remember } from "./remember.ts";
import type { View } from "./views.ts";
import type { Removal } from "./removal.ts";

/** Typed text that the book did not take, and the code of the reason. */
export interface RefusedText {
  readonly place: Place;
  readonly text: string;
  readonly code: string;
}

/** What was asked for and was not done. */
export type Failure = "export" | "undo" | "settings" | "notShown" | "entry" | "rows" | "books" | "picture" | "print";

/** One message at a time; the newest is what matters. */
export type Notice =
  | { readonly kind: "refused"; readonly refused: RefusedText }
  | { readonly kind: "exported"; readonly name: string }
  | { readonly kind: "picture-copied" }
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
  | { readonly kind: "read-only" }
  | MakingNotice;

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
  | MakingDialog
  | { readonly kind: "palette" }
  | { readonly kind: "cheat-sheet" }
  | { readonly kind: "find" }
  | { readonly kind: "go" }
  /** `note` is the id of the one to be changed; null: a new one. */
  | { readonly kind: "note"; readonly line: string | null; readonly span: Span | null; readonly note: string | null }
  | { readonly kind: "line"; readonly line: string | null }
  | { readonly kind: "lines" }
  | { readonly kind: "page-lines"; readonly page: Page }
  | { readonly kind: "remove-line"; readonly line: string }
  /** A move that changes more than the order. */
  | { readonly kind: "move-line"; readonly line: string; readonly spot: LineSpot }
  | { readonly kind: "chart-line" }
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
  compare: null,
  goesTo: [],
};

/** Which checks are listed. */
export type CheckFilter = Verdict | "all";

/** What the checks of a book found. While they run again, `book` is older than the one shown. */
export interface Findings {
  readonly book: Book;
  readonly company: string;
  readonly asOf: string | null;
  readonly checks: readonly Check[];
}

/** Where somebody was before following a link: what Back returns to. */
export interface Stop {
  readonly company: string;
  readonly view: View;
  readonly scope: Scope;
  readonly place: Place | null;
  readonly check: string | null;
  readonly pageCell: string | null;
  readonly pageSpan: Span | null;
}

export interface WindowState {
  readonly title: string;
  readonly path: string;
  readonly readOnly: OpenedBook["readOnly"];
  readonly edited: EditedBook;
  readonly company: string;
  readonly scope: Scope;
  readonly basis: Basis;
  /** `2005-04-11`: what was known then is shown, and nothing can be edited; null: what is known now. */
  readonly asOf: string | null;
  readonly view: View;
  /** The period that the pages tell of; null: the newest quarter with figures. */
  readonly pageSpan: Span | null;
  /** Whether a fiscal year is gone to as one of the stretches of twelve months, one for each quarter's end. */
  readonly pageInTwelves: boolean;
  /** The figure of a page that is in hand and explained, by its key there; null: none. */
  readonly pageCell: string | null;
  /** Asks the page for the focus; a new object each time. */
  readonly pageDestination: object | null;
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
  readonly sourcesLook: SourcesLook;
  readonly checkFilter: CheckFilter;
  /** Text that a listed check contains. */
  readonly checkSearch: string;
  /** By `checkKey`. */
  readonly selectedCheck: string | null;
  /** A check the list is asked to go to; a new object each time. */
  readonly checkDestination: { readonly check: string | null } | null;
  /** Lines drawn in the chart; none: the company's own picture. */
  readonly selected: readonly string[];
  readonly trends: TrendsState;
  readonly compare: CompareState;
  readonly briefing: BriefingLook;
  readonly isPaneShown: boolean;
  readonly isSidebarShown: boolean;
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

export { remember, rememberBy } from "./remember.ts";
export { VIEWS, type View } from "./views.ts";

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
    asOf: null,
    view: "results",
    pageSpan: null,
    pageInTwelves: false,
    pageCell: null,
    pageDestination: null,
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
    sourcesLook: FIRST_LOOK,
    checkFilter: "all",
    checkSearch: "",
    selectedCheck: null,
    checkDestination: null,
    selected: [],
    trends: FIRST_TRENDS,
    compare: FIRST_COMPARED,
    briefing: FIRST_BRIEFING,
    isPaneShown: true,
    isSidebarShown: true,
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

export const canEdit = ({ readOnly, isConnected, asOf }: WindowState): boolean =>
  readOnly === null && isConnected && asOf === null;

/** @throws RangeError when the company is not in the book, which is a bug here. */
export function companyOf({ edited, company }: WindowState): Company {
  const found = edited.shown.companies.find(({ id }) => id === company);
  if (found === undefined) throw new RangeError(`no company ${company}`);
  return found;
}

export const companyNameOf = ({ nameEn, nameJa }: Pick<Company, "nameEn" | "nameJa">, language: Language): string =>
  language === "ja" ? nameJa || nameEn : nameEn || nameJa;

export const companyName = (state: WindowState): string => companyNameOf(companyOf(state), state.settings.language);

/** The scopes in which the company has figures of any basis, in their fixed order. */
export const scopesOf: (state: WindowState) => readonly Scope[] = remember(
  ({ edited, company }) => [edited.shown.facts, company],
  (facts, company) => SCOPES.filter((scope) => facts.some((fact) => fact.company === company && fact.scope === scope)),
);

/** What changes when the edited book does: the book itself, and which cells of the view wait for their commit. */
export function withEdited(state: WindowState, edited: EditedBook): Partial<WindowState> {
  const { company, scope, basis } = state;
  const { companies } = edited.shown;
  const [first] = companies.toSorted((a, b) => a.position - b.position);
  // A company that undo took away cannot stay on screen.
  if (first !== undefined && !companies.some(({ id }) => id === company)) {
    const left = leftBehind(first.id);
    return { ...left, ...withEdited({ ...state, ...left }, edited) };
  }
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

export const periodOf = (state: WindowState, span: Span): string =>
  formatPeriod(span, companyOf(state), state.settings.periods);

/** What the grid looks at: the company's figures of one scope and basis, as they stand now or as of a date. */
export const figuresViewOf = ({ company, scope, basis, asOf }: WindowState): FiguresView => ({
  company,
  scope,
  basis,
  asOf,
});

/** The figures in view, calculated anew when the book or what is looked at changed. */
export const figuresIn: (state: WindowState) => Figures = remember(
  (state) => [state.edited.shown, state.company, state.scope, state.basis, state.asOf],
  (book, company, scope, basis, asOf) => figuresOf(book, { company, scope, basis, asOf }),
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
