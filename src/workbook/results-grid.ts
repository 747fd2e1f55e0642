/** What both files show: a company's lines downwards, its spans across in blocks of one length, an answer for each. */
import type { Basis, Book, Company, Language, Line, Note, Scope } from "#core/book.ts";
import { homeOf } from "#core/book.ts";
import type { Cell } from "#core/figures/cell.ts";
import { isFigure } from "#core/figures/cell.ts";
import type { Figures } from "#core/figures/figures.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { usualDecimals } from "#core/format-amount.ts";
import type { LayoutColumn, LayoutRow, SpanLength } from "#core/layout.ts";
import { columnsOf, extentOf, rowsOf } from "#core/layout.ts";
import type { Span } from "#core/timeline.ts";
import { endOf } from "#core/timeline.ts";

/** Which figures to write, and how. */
export interface WorkbookWanted {
  readonly company: string;
  readonly scope: Scope;
  readonly basis: Basis;
  /** Which lengths of span get a block of columns; the blocks stand in the order Q, H, FY. */
  readonly spans: readonly SpanLength[];
  readonly language: Language;
  readonly negatives: "parentheses" | "triangle";
}

export type LineRow = Extract<LayoutRow, { kind: "line" }>;

export interface GridColumn extends LayoutColumn {
  readonly length: SpanLength;
}

export interface ResultsGrid {
  readonly book: Book;
  readonly wanted: WorkbookWanted;
  readonly company: Company;
  readonly rows: readonly LayoutRow[];
  readonly columns: readonly GridColumn[];
  readonly figures: Figures;
}

const BLOCKS: readonly SpanLength[] = ["Q", "H", "FY"];

/** @throws RangeError for a company the book does not have. */
export function resultsGridOf(book: Book, wanted: WorkbookWanted): ResultsGrid {
  const company = book.companies.find(({ id }) => id === wanted.company);
  if (company === undefined) throw new RangeError(`the book has no company ${wanted.company}`);
  const extent = wanted.basis === "actual" ? extentOf(book, company.id) : extentOfBasis(book, wanted);
  const columns = BLOCKS.filter((length) => extent !== null && wanted.spans.includes(length)).flatMap((length) =>
    columnsOf(company, extent?.from ?? 0, extent?.to ?? 0, length).map((column) => ({ ...column, length })),
  );
  const { scope, basis } = wanted;
  const figures = figuresOf(book, { company: company.id, scope, basis, asOf: null });
  return { book, wanted, company, rows: rowsOf(book, company.id), columns, figures };
}

/** A target reaches past the last actual figure, and a sheet of targets wants those years alone. */
function extentOfBasis(book: Book, { company, scope, basis }: WorkbookWanted): { from: number; to: number } | null {
  const own = book.facts.filter((fact) => fact.company === company && fact.scope === scope && fact.basis === basis);
  if (own.length === 0) return null;
  return {
    from: Math.min(...own.map(({ span }) => (span.length === 0 ? span.start - 1 : span.start))),
    to: Math.max(...own.map(({ span }) => endOf(span))),
  };
}

/** The column in which a line's figure for a span stands: a balance in the first that ends there. Null: in none. */
export function columnAt(columns: readonly GridColumn[], line: Pick<Line, "kind">, span: Span): number | null {
  const home = homeOf(line, span);
  const at = columns.findIndex((column) => {
    const there = homeOf(line, column.span);
    return there.start === home.start && there.length === home.length;
  });
  return at === -1 ? null : at;
}

/** Decimals to show, as printed. A gap shows none, but what comes to stand there later takes those of its row. */
export function decimalsOf(cell: Cell, unit: string): number | null {
  if (!isFigure(cell)) return null;
  return Math.max(cell.decimals ?? usualDecimals(cell.value, unit), 0);
}

/** A line's or a section's name in the wanted language. */
export const labelOf = (row: { readonly labelEn: string; readonly labelJa: string }, language: Language): string =>
  language === "ja" ? row.labelJa : row.labelEn;

export const noteText = (note: Pick<Note, "textEn" | "textJa">, language: Language): string =>
  language === "ja" ? note.textJa : note.textEn;

export const companyName = ({ company, wanted }: ResultsGrid): string =>
  wanted.language === "ja" ? company.nameJa : company.nameEn;
