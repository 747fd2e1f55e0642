/** What stands where in a grid of lines and spans: the rows in their order, the columns under their years. */
import type { Book, Line } from "#core/book.ts";
import type { FiscalCalendar, Span } from "#core/timeline.ts";
import { endOf, fiscalYearOf, lastTwelveMonths, yearName, yearToDate } from "#core/timeline.ts";
import { formatPeriod } from "#core/period-labels.ts";

/** Quarters, halves, fiscal years. */
export type SpanLength = "Q" | "H" | "FY";

/**
 * Which spans stand side by side: those of one length; each year's quarters and the year (`QQQQY`);
 * all quarters, then all years (`Q-Y`); from the year's start (`YTD`: 1Q, 1H, 9M, FY); twelve months
 * to every quarter's end (`LTM`); or one line's quarters across and its years downwards (`matrix`).
 */
export const LAYOUTS = ["Q", "H", "FY", "QQQQY", "Q-Y", "YTD", "LTM", "matrix"] as const;

export type Layout = (typeof LAYOUTS)[number];

/** What is shown in the cells: the figure, its share of total revenues, its growth on the year or on the quarter, its change on the year. */
export const OVERLAYS = ["value", "share", "yoy", "qoq", "change"] as const;

export type Overlay = (typeof OVERLAYS)[number];

/** A row of the grid: a section's heading or a line. */
export type LayoutRow =
  | { readonly kind: "section"; readonly id: string; readonly labelEn: string; readonly labelJa: string }
  | {
      readonly kind: "line";
      readonly id: string;
      readonly line: Line;
      readonly labelEn: string;
      readonly labelJa: string;
      /** 0 for a line without a parent in its section. */
      readonly depth: number;
      /** Whether other shown lines stand under it. */
      readonly isParent: boolean;
    };

/** A column of the grid. */
export interface LayoutColumn {
  readonly span: Span;
  /** `2Q06`. */
  readonly label: string;
  /** The fiscal year it stands under, as the company names it: `FY2006`. */
  readonly year: string;
}

/**
 * The lines a company uses, in its order, under their sections, with its own labels.
 * A line whose parent is not shown stands at the top of its section.
 */
export function rowsOf(book: Book, company: string): LayoutRow[] {
  const uses = book.companyLines.filter((use) => use.company === company).toSorted((a, b) => a.position - b.position);
  const lines = new Map(book.lines.map((line) => [line.id, line]));
  const used = uses.flatMap((use) => {
    const line = lines.get(use.line);
    return line === undefined
      ? []
      : [{ line, labelEn: use.labelEn ?? line.labelEn, labelJa: use.labelJa ?? line.labelJa }];
  });
  const shown = new Set(used.map(({ line }) => line.id));
  const parents = new Set(used.map(({ line }) => line.parent));
  const depthOf = (line: Line, seen: ReadonlySet<string>): number => {
    const parent = line.parent === null ? undefined : lines.get(line.parent);
    // A loop of parents is wrong data; it is shown flat rather than hanging the window.
    if (parent === undefined || !shown.has(parent.id) || seen.has(parent.id) || parent.section !== line.section)
      return 0;
    return 1 + depthOf(parent, new Set([...seen, line.id]));
  };
  return book.sections
    .toSorted((a, b) => a.position - b.position)
    .flatMap((section): LayoutRow[] => {
      const rows = used
        .filter(({ line }) => line.section === section.id)
        .map(({ line, labelEn, labelJa }): LayoutRow => ({
          kind: "line",
          id: line.id,
          line,
          labelEn,
          labelJa,
          depth: depthOf(line, new Set()),
          isParent: parents.has(line.id),
        }));
      const { id, labelEn, labelJa } = section;
      return rows.length === 0 ? [] : [{ kind: "section", id: `section:${id}`, labelEn, labelJa }, ...rows];
    });
}

const LENGTHS: Readonly<Record<SpanLength, number>> = { Q: 1, H: 2, FY: 4 };

/** A fiscal year in quarters. */
const YEAR = LENGTHS.FY;

/**
 * The columns of a layout between two boundaries, oldest first: whole fiscal halves and years included
 * where they only begin inside. Twelve months need four quarters behind them; the matrix has its own
 * columns (`MATRIX_COLUMNS`), the same for every stretch of time.
 */
export function columnsOf(
  calendar: FiscalCalendar,
  from: number,
  to: number,
  layout: Exclude<Layout, "matrix">,
): LayoutColumn[] {
  const named = (span: Span): LayoutColumn => ({
    span,
    label: formatPeriod(span, calendar),
    year: `FY${yearName(fiscalYearOf(span), calendar)}`,
  });
  return spansOf(from, to, layout).map(named);
}

function spansOf(from: number, to: number, layout: Exclude<Layout, "matrix">): Span[] {
  switch (layout) {
    case "Q":
    case "H":
    case "FY":
      return spansOfLength(from, to, LENGTHS[layout]);
    case "QQQQY":
      return spansOfLength(from, to, YEAR).flatMap((year) => [
        ...spansOfLength(Math.max(from, year.start), Math.min(to, endOf(year)), 1),
        year,
      ]);
    case "Q-Y":
      return [...spansOfLength(from, to, 1), ...spansOfLength(from, to, YEAR)];
    case "YTD":
      return spansOfLength(from, to, 1).map((quarter) => yearToDate(quarter));
    case "LTM":
      return spansOfLength(from, to, 1).map((quarter) => lastTwelveMonths(quarter));
  }
}

function spansOfLength(from: number, to: number, length: number): Span[] {
  const spans: Span[] = [];
  for (let start = Math.floor(from / length) * length; start < to; start += length) spans.push({ start, length });
  return spans;
}

/** The parts of a fiscal year that the matrix shows across, as spans from the year's start, with their names. */
export const MATRIX_COLUMNS: readonly { readonly span: Span; readonly label: string }[] = [
  { span: { start: 0, length: 1 }, label: "1Q" },
  { span: { start: 1, length: 1 }, label: "2Q" },
  { span: { start: 2, length: 1 }, label: "3Q" },
  { span: { start: 3, length: 1 }, label: "4Q" },
  { span: { start: 0, length: YEAR }, label: "FY" },
];

/**
 * The boundaries between which a company's actual figures lie, or null where there are none yet.
 * Targets do not count: a forecast for the year must not open three empty quarters.
 */
export function extentOf(book: Book, company: string): { readonly from: number; readonly to: number } | null {
  let from = Infinity;
  let to = -Infinity;
  for (const { company: of, basis, span } of book.facts) {
    if (of !== company || basis !== "actual") continue;
    // A balance stands at the end of a quarter: that quarter is the column that shows it.
    from = Math.min(from, span.length === 0 ? span.start - 1 : span.start);
    to = Math.max(to, endOf(span));
  }
  return from < to ? { from, to } : null;
}
