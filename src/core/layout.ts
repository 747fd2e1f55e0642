/** What stands where in a grid of lines and spans: the rows in their order, the columns under their years. */
import type { Book, Line } from "#core/book.ts";
import type { FiscalCalendar, Span } from "#core/timeline.ts";
import { endOf, lastTwelveMonths, quarterEnding, yearToDate } from "#core/timeline.ts";
import { formatPeriod, formatYear, type PeriodStyle } from "#core/period-labels.ts";

/** Quarters, halves, fiscal years. */
export type SpanLength = "Q" | "H" | "FY";

/**
 * Which spans stand side by side: those of one length; each year's quarters and the year (`QQQQY`);
 * all quarters, then all years (`Q-Y`); from the year's start (`YTD`: 1Q, 1H, 9M, FY); twelve months
 * to every quarter's end (`LTM`); or one line's quarters across and its years downwards (`matrix`).
 */
export const LAYOUTS = ["Q", "H", "FY", "QQQQY", "Q-Y", "YTD", "LTM", "matrix"] as const;

export type Layout = (typeof LAYOUTS)[number];

/** What is shown in the cells: the figure, its share of total revenues, its growth on the year or on the quarter, its change on the year (see `overlays.ts`). */
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
      /** The line under which it is shown; null at the top of its section. */
      readonly parent: string | null;
      /** Whether other lines are shown under it. */
      readonly isParent: boolean;
    };

/** A column of the grid. */
export interface LayoutColumn {
  readonly span: Span;
  /** `2Q06`; `LTM 2Q06` for twelve months, also where they are a fiscal year. */
  readonly label: string;
  /** The fiscal year it ends in, as the company names it: `FY2006`. */
  readonly year: string;
  /** What its header stands under: its fiscal year, or with the other years. */
  readonly under: "year" | "years";
  /** Its period alone, the year up to its end, or the twelve months up to it. */
  readonly counts: "period" | "year-to-date" | "twelve-months";
  /** A fiscal year that stands among or beside its quarters. */
  readonly isAnnual: boolean;
}

/** A line as a company uses it. */
interface UsedLine {
  readonly line: Line;
  readonly labelEn: string;
  readonly labelJa: string;
}

/**
 * The lines a company uses, in its order, under their sections, with its own labels. What stands under a
 * line stays beside it: below it, or above it where the company's order has a total under its parts.
 * A line whose parent is not shown stands at the top of its section.
 */
export function rowsOf(book: Book, company: string): LayoutRow[] {
  const uses = book.companyLines.filter((use) => use.company === company).toSorted((a, b) => a.position - b.position);
  const lines = new Map(book.lines.map((line) => [line.id, line]));
  const used = uses.flatMap((use): UsedLine[] => {
    const line = lines.get(use.line);
    return line === undefined
      ? []
      : [{ line, labelEn: use.labelEn ?? line.labelEn, labelJa: use.labelJa ?? line.labelJa }];
  });
  const shown = new Map(used.map(({ line }) => [line.id, line]));
  const order = new Map([...shown.keys()].map((id, index) => [id, index]));
  const under = Map.groupBy(used, ({ line }) => shownParent(line, shown));
  const rowsOfLines = (siblings: readonly UsedLine[], parent: string | null, depth: number): LayoutRow[] =>
    siblings.flatMap(({ line, labelEn, labelJa }): LayoutRow[] => {
      const { id } = line;
      const children = rowsOfLines(under.get(id) ?? [], id, depth + 1);
      const isBelow = (order.get(under.get(id)?.[0]?.line.id ?? "") ?? Infinity) > (order.get(id) ?? 0);
      const isParent = children.length > 0;
      const row: LayoutRow = { kind: "line", id, line, labelEn, labelJa, depth, parent, isParent };
      return isBelow ? [row, ...children] : [...children, row];
    });
  return book.sections
    .toSorted((a, b) => a.position - b.position)
    .flatMap(({ id, labelEn, labelJa }): LayoutRow[] => {
      const top = (under.get(null) ?? []).filter(({ line }) => line.section === id);
      const rows = rowsOfLines(top, null, 0);
      return rows.length === 0 ? [] : [{ kind: "section", id: `section:${id}`, labelEn, labelJa }, ...rows];
    });
}

/** The line under which a line is shown; null at the top of its section. */
function shownParent(line: Line, shown: ReadonlyMap<string, Line>): string | null {
  const parent = line.parent === null ? undefined : shown.get(line.parent);
  if (parent === undefined || parent.section !== line.section) return null;
  // A loop of parents is wrong data; its lines are shown at the top rather than not at all.
  const seen = new Set<string>();
  for (let above: Line | undefined = parent; above !== undefined && !seen.has(above.id);) {
    if (above.id === line.id) return null;
    seen.add(above.id);
    above = above.parent === null ? undefined : shown.get(above.parent);
  }
  return parent.id;
}

const LENGTHS: Readonly<Record<SpanLength, number>> = { Q: 1, H: 2, FY: 4 };

/** A fiscal year in quarters. */
const YEAR = LENGTHS.FY;

/**
 * The columns of a layout between two boundaries, oldest first: whole fiscal halves and years included
 * where they only begin inside. Twelve months begin where four quarters lie behind them, but one is
 * always there; the matrix has its own columns (`MATRIX_COLUMNS`), the same for every stretch of time.
 */
export function columnsOf(
  calendar: FiscalCalendar,
  from: number,
  to: number,
  layout: Exclude<Layout, "matrix">,
  style: PeriodStyle = "deck",
): LayoutColumn[] {
  const counts = layout === "YTD" ? "year-to-date" : layout === "LTM" ? "twelve-months" : "period";
  const isMixed = layout === "QQQQY" || layout === "Q-Y";
  return spansOf(from, to, layout).map((span): LayoutColumn => {
    const isYear = counts === "period" && span.length === YEAR;
    return {
      span,
      label:
        counts === "twelve-months"
          ? `LTM ${formatPeriod(quarterEnding(endOf(span)), calendar, style)}`
          : formatPeriod(span, calendar, style),
      year: formatYear(span, calendar, style),
      under: isYear && layout !== "QQQQY" ? "years" : "year",
      counts,
      isAnnual: isYear && isMixed,
    };
  });
}

/** The newest on the left. What stands behind the quarters stays behind them, and turns round in itself. */
export function newestFirst<Column extends Pick<LayoutColumn, "under">>(columns: readonly Column[]): Column[] {
  return (["year", "years"] as const).flatMap((part) => columns.filter(({ under }) => under === part).toReversed());
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
      // The first twelve months that lie inside end with the fourth quarter.
      return spansOfLength(Math.min(from + YEAR - 1, to - 1), to, 1).map((quarter) => lastTwelveMonths(quarter));
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
