/**
 * What a window may ask of a book, as types. Windows and handlers both depend on this page and
 * neither owns it. Arguments and answers are plain JSON; the codec refuses anything else.
 */
import type { Basis, Book, Scope, Stated } from "#core/book.ts";
import type { Deed, RowChange } from "#core/changes.ts";
import type { CompanyDraft, StartingSet } from "#core/company-plans.ts";
import type { PublishFault } from "#core/faults.ts";
import type { EntryWay } from "#core/entry.ts";
import type { Layout, Overlay, SpanLength } from "#core/layout.ts";
import type { Measure } from "#core/pages/compare-page.ts";
import type { Alignment, ComparedKind } from "#core/pages/compare-spans.ts";
import type { PeriodStyle } from "#core/period-labels.ts";
import type { Span } from "#core/timeline.ts";
import type { AmountScale } from "#core/units.ts";

/** Where the open book's latest edit is. */
export type SavedState =
  /** A commit or a publish is under way. */
  | { readonly at: "saving" }
  /** Every edit is in the private copy; the file is older. */
  | { readonly at: "here" }
  /** The file holds every edit. */
  | { readonly at: "file" }
  /** The file could not be written; every edit is in the private copy. `what` names the cause. */
  | { readonly at: "failed"; readonly what: PublishFault; readonly path: string };

/** What can be undone and redone next. */
export interface JournalState {
  /** Counts every commit, undo and redo; the window's copy of the book is as of this number. */
  readonly generation: number;
  readonly undo: Deed | null;
  readonly redo: Deed | null;
}

/** A book as a window first sees it. */
export interface OpenedBook {
  /** The file's name without its folder and ending. */
  readonly title: string;
  /** The file, for the tooltip. */
  readonly path: string;
  /** Not null: nothing can be edited, and why. */
  readonly readOnly: "file-is-read-only" | null;
  readonly book: Book;
  readonly journal: JournalState;
  readonly saved: SavedState;
}

/** A book that this window may open, by a handle that says nothing of where it lies. */
export interface ListedBook {
  readonly handle: string;
  /** The file's name without its folder and ending. */
  readonly title: string;
  /** The file, for the tooltip. */
  readonly path: string;
  /** It is the one that is open. */
  readonly isOpen: boolean;
}

/** The books at hand, and what else the host can do. */
export interface BookList {
  /** The one that is open first, then the one opened last. */
  readonly books: readonly ListedBook[];
  /** The folder that new books go to; null: the host asks where each time. */
  readonly folder: string | null;
  /** Whether the host can ask for any file to open. */
  readonly canChoose: boolean;
}

/** A book to be made: a company, and which lines of the starting set it uses. */
export interface BookWanted {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly company: CompanyDraft;
  readonly lines: readonly string[];
}

/** One cell as typed: what the source states, or null to remove the figure in force. */
export interface CellEntry {
  readonly line: string;
  readonly span: Span;
  readonly stated: Stated | null;
  /** The characters that were typed; kept as the fact's `asPrinted`. */
  readonly text: string;
}

/** Figures typed or cleared together: one journal entry. */
export interface CellsEntered {
  readonly company: string;
  readonly scope: Scope;
  readonly basis: Basis;
  /** The source new figures are given to; null: entered by hand. Figures in force keep their own. */
  readonly source: string | null;
  readonly way: EntryWay;
  readonly entries: readonly CellEntry[];
}

/** Rows of the book changed together by other ways than a cell: lines, notes, sources; one journal entry. */
export interface RowsChanged {
  readonly changes: readonly RowChange[];
  readonly deed: Deed;
}

/** The cell whose history is asked for. */
export interface CellAsked {
  readonly company: string;
  readonly scope: Scope;
  readonly basis: Basis;
  readonly line: string;
  readonly span: Span;
}

/** One change of a cell that stands. Null: there was, or is, no figure of that source. */
export interface CellChange {
  /** UTC, as ISO 8601. */
  readonly at: string;
  readonly source: string;
  readonly before: Stated | null;
  readonly after: Stated | null;
}

/** A change that is durable in the private copy. */
export interface Committed {
  readonly changes: readonly RowChange[];
  readonly deed: Deed;
  readonly journal: JournalState;
}

/** What to put in a workbook. */
export interface WorkbookWanted {
  readonly company: string;
  readonly scope: Scope;
  readonly basis: Basis;
  readonly format: "xlsx" | "csv";
  /** Which span lengths get columns: quarters, halves, years. */
  readonly spans: readonly SpanLength[];
  readonly language: "en" | "ja";
  readonly negatives: "parentheses" | "triangle";
}

export interface WrittenWorkbook {
  /** A file name to suggest, with its ending. */
  readonly name: string;
  readonly base64: string;
  readonly sheets: readonly string[];
}

/** What a person chose for the window; kept on this machine, outside any book. */
export interface Settings {
  readonly language: "en" | "ja";
  readonly theme: "system" | "light" | "dark";
  readonly negatives: "parentheses" | "triangle";
  /** What amounts of money are shown in. Touches nothing that is stored or exported. */
  readonly amounts: AmountScale;
  /** How periods are named. */
  readonly periods: PeriodStyle;
}

/** How a person has the companies of one book side by side; kept with the grid's own view. */
export interface CompareView {
  /** In the order in which they stand; null: the book's first. */
  readonly companies: readonly string[] | null;
  /** Null: total revenues and results. */
  readonly lines: readonly string[] | null;
  /** The line that is followed over time; null: the first of the lines. */
  readonly line: string | null;
  /** One period with a row for each line, or one line with a row for each period. */
  readonly layout: "lines" | "periods";
  readonly alignment: Alignment;
  readonly kind: ComparedKind;
  readonly measures: readonly Measure[];
  /** How the picture of a line over time is drawn, and of what. */
  readonly drawnAs: "bar" | "line";
  readonly drawn: Measure;
}

/** How a person has the grid of one book; kept on this machine, outside the book and its journal. */
export interface SheetView {
  readonly layout: Layout;
  readonly newest: "right" | "left";
  readonly overlay: Overlay;
  /** Lines and sections whose rows below them are folded away. */
  readonly folded: readonly string[];
  /** Lines taken out of sight. */
  readonly hiddenLines: readonly string[];
  /** Columns taken out of sight, by their ids. */
  readonly hiddenColumns: readonly string[];
  /** The boundaries to which columns reach for figures still to come, however far those known do; null: no further. */
  readonly earliest: number | null;
  readonly latest: number | null;
  /** The rows of each parent ordered by their figures in a column; null: the company's own order. */
  readonly sort: { readonly column: string; readonly direction: "descending" | "ascending" } | null;
  /** In percent; 100 is the usual size. */
  readonly zoom: number;
  /** In pixels at 100 %; null: as the window's width asks. */
  readonly labelWidth: number | null;
  /** In pixels at 100 %; null: as the longest figure asks. */
  readonly figureWidth: number | null;
  /** Null: companies were never chosen to be compared here. */
  readonly compare: CompareView | null;
  /** The source that a company's new figures go to; a company without one has them entered by hand. */
  readonly goesTo: readonly { readonly company: string; readonly source: string }[];
}

/** Every question: its argument and its answer. */
export interface Questions {
  "books.read": { asks: null; answers: OpenedBook };
  "books.list": { asks: null; answers: BookList };
  /** The lines a company can start with. */
  "books.starter": { asks: null; answers: StartingSet };
  /** Makes a book and opens it in place of the one that is open; false where the person did not say where. Read the window again after it. */
  "books.create": { asks: BookWanted; answers: boolean };
  /** Opens a listed book in place of the one that is open. Read the window again after it. */
  "books.open": { asks: { readonly handle: string }; answers: null };
  /** Asks for a file and opens it in the same way; false where the person chose none. Refused where {@link BookList.canChoose} is false. */
  "books.choose": { asks: null; answers: boolean };
  "cells.enter": { asks: CellsEntered; answers: Committed };
  /** What was done to a cell, the newest first, a hundred changes at most; what was undone does not count. */
  "cells.history": { asks: CellAsked; answers: readonly CellChange[] };
  /** Refused where a row is not as `before` has it, or the book would not hold together after it. */
  "rows.change": { asks: RowsChanged; answers: Committed };
  /** Null: there is nothing to undo. */
  "journals.undo": { asks: null; answers: Committed | null };
  /** Null: there is nothing to redo. */
  "journals.redo": { asks: null; answers: Committed | null };
  /** Adds a line to a sum for what its source does not show; it is then implied. Refused for a line that is no plain sum, or has one. */
  "sums.addNotShown": { asks: { readonly line: string }; answers: Committed };
  "workbooks.write": { asks: WorkbookWanted; answers: WrittenWorkbook };
  /** Null: nothing was kept for this book, or what was kept cannot be read. */
  "views.read": { asks: null; answers: SheetView | null };
  "views.write": { asks: SheetView; answers: null };
  "settings.read": { asks: null; answers: Settings };
  "settings.write": { asks: Settings; answers: Settings };
}

/** What a window is told without asking. */
export interface Events {
  "book.saved": SavedState;
}
