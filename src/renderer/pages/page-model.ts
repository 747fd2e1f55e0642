/** A page as tables to be drawn: what stands in which row and column. Words and figures are put into it when it is drawn. */
import type { Basis, Page, Scope } from "#core/book.ts";
import { PAGES } from "#core/book.ts";
import type { Missing, PageCell } from "#core/pages/page-cell.ts";
import type { ShownLine } from "#core/pages/page-lines.ts";
import { calendarRange, formatUnderYear, formatYear } from "#core/period-labels.ts";
import { fiscalYearOf, type Span } from "#core/timeline.ts";
import { shownUnitIn } from "../state/figure-text.ts";
import { companyOf, periodOf, wordsOf, type View, type WindowState } from "../state/window-state.ts";
import type { Words } from "../words/words.ts";

/** A figure in a table, and all that a person may ask of it. */
export interface FigureContent {
  readonly kind: "figure";
  /** Unique on the page; the same for the same figure of another period. */
  readonly key: string;
  /** The line that it is about. */
  readonly line: ShownLine;
  readonly cell: PageCell;
  readonly scope: Scope;
  /** What an expression was evaluated on. */
  readonly basis: Basis;
  /** Growth and differences carry their sign, also a plus. */
  readonly isChange: boolean;
}

/** Words in place of a figure. */
export interface WordsContent {
  readonly kind: "words";
  readonly text: string;
  /** Something to be seen at a glance: it has a mark of its own. */
  readonly isMarked: boolean;
}

/** Two shares of a whole beside each other. */
export interface BarsContent {
  readonly kind: "bars";
  readonly now: PageCell;
  readonly before: PageCell;
}

/** Null: nothing belongs there. */
export type CellContent = FigureContent | WordsContent | BarsContent | null;

export interface TableColumn {
  readonly key: string;
  readonly name: string;
  /** Below the name: calendar months, a date. */
  readonly note: string;
  /** On hover: what it is held against. */
  readonly hint: string;
  /** The heading it shares with the columns beside it; empty: none. */
  readonly group: string;
  readonly groupNote: string;
  readonly groupHint: string;
  /** The newest of a trend. */
  readonly isNewest: boolean;
}

export interface TableRow {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  /** Where it is not the table's; else empty. */
  readonly unit: string;
  readonly depth: number;
  readonly kind: "plain" | "total" | "rest";
  readonly cells: readonly CellContent[];
  /** Below the row, over its whole width; empty: none. */
  readonly remark: string;
}

export interface RowGroup {
  readonly key: string;
  /** Empty: none. */
  readonly heading: string;
  readonly rows: readonly TableRow[];
}

export interface PageTable {
  readonly key: string;
  readonly title: string;
  /** Of most amounts in it, said once. */
  readonly unit: string;
  readonly columns: readonly TableColumn[];
  readonly groups: readonly RowGroup[];
  /** What is said in place of a table that would be empty. */
  readonly instead: string;
}

export interface PageModel {
  readonly tables: readonly PageTable[];
  readonly missing: readonly Missing[];
  /** What is said where the page has nothing to show, or shows something else than was asked; else empty. */
  readonly told: string;
}

/** Whether a view is a page that tells of one period. */
export const isPage = (view: View): view is View & Page => PAGES.some((page) => page === view);

/** What the builders of pages write with. */
export interface PageWriting {
  readonly state: WindowState;
  readonly words: Words["pages"];
  label(line: ShownLine): string;
  period(span: Span): string;
  /** The fiscal year that a span ends in, as a heading over columns of it. */
  year(span: Span): string;
  /** A span's name under that heading. */
  underYear(span: Span): string;
  /** In calendar months. */
  range(span: Span): string;
}

export function writingFor(state: WindowState): PageWriting {
  const { language, periods } = state.settings;
  const company = companyOf(state);
  return {
    state,
    words: wordsOf(state).pages,
    label: ({ id, labelEn, labelJa }) => (language === "ja" ? labelJa || labelEn : labelEn || labelJa) || id,
    period: (span) => periodOf(state, span),
    year: (span) => formatYear(span, company, periods),
    underYear: (span) => formatUnderYear(span, company, periods),
    range: (span) => calendarRange(span, company, language),
  };
}

export const column = (key: string, name: string, more: Partial<TableColumn> = {}): TableColumn => ({
  key,
  name,
  note: "",
  hint: "",
  group: "",
  groupNote: "",
  groupHint: "",
  isNewest: false,
  ...more,
});

/** One of the quarters that stand beside each other under their years. */
export const quarterColumn = (key: string, quarter: Span, { year, underYear, range }: PageWriting): TableColumn =>
  column(key, underYear(quarter), {
    hint: range(quarter),
    group: year(quarter),
    groupHint: range(fiscalYearOf(quarter)),
  });

/** A period beside one that it is held against; where its name is a long one, its year stands above it. */
export function periodColumn(
  key: string,
  span: Span,
  { period, year, underYear, range }: PageWriting,
  more: Partial<TableColumn> = {},
): TableColumn {
  const name = underYear(span);
  const above = name === period(span) ? {} : { group: year(span), groupHint: range(fiscalYearOf(span)) };
  return column(key, name, { ...above, ...more });
}

/** Puts figures of one line into the columns of one table; their keys are made of the table's, the row's and the column's. */
export function figuresOfRow(table: string, row: string, line: ShownLine, scope: Scope) {
  return (
    column: string,
    cell: PageCell | null | undefined,
    more: Partial<Pick<FigureContent, "isChange" | "basis">> = {},
  ): FigureContent | null =>
    cell == null
      ? null
      : {
          kind: "figure",
          key: `${table}|${row}|${column}`,
          line,
          cell,
          scope,
          basis: "actual",
          isChange: false,
          ...more,
        };
}

/** The unit that most rows are shown in: it is said once, over the table. */
export function commonUnit(lines: readonly ShownLine[], { state }: PageWriting): string {
  const counts = new Map<string, number>();
  for (const { line } of lines) {
    const unit = shownUnitIn(state, line);
    if (unit !== "%") counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

/** A row's own unit, where the table's heading does not say it and its figures do not either. */
export function unitBeside({ line }: ShownLine, common: string, { state }: PageWriting): string {
  const unit = shownUnitIn(state, line);
  return unit === common || unit === "%" ? "" : unit;
}

/** Columns in which no row has anything, not even a gap, are left out. */
export function withoutBareColumns(table: PageTable): PageTable {
  const rows = table.groups.flatMap((group) => group.rows);
  const kept = table.columns.map((_, at) => rows.some(({ cells }) => cells[at] != null));
  return {
    ...table,
    columns: table.columns.filter((_, at) => kept[at]),
    groups: table.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, cells: row.cells.filter((_, at) => kept[at]) })),
    })),
  };
}

/** Every figure of a page in the order in which they stand. */
export const figuresOfPage = ({ tables }: Pick<PageModel, "tables">): FigureContent[] =>
  tables.flatMap(({ groups }) =>
    groups.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.filter((content): content is FigureContent => content?.kind === "figure")),
    ),
  );
