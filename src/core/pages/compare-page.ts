/** Companies of a book side by side: of each line what every one of them has, brought to one scale. */
import type { Book, Company, Line, Scope } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { FiscalCalendar, Span } from "#core/timeline.ts";
import { quarterEnding } from "#core/timeline.ts";
import { unitOf, valueIn } from "#core/units.ts";
import { onTheYear, shareOf } from "./comparison-cells.ts";
import { counterpartsOf, type Counterparts } from "./compare-lines.ts";
import { alignedSpan, monthsApart, type Alignment } from "./compare-spans.ts";
import type { PageCell } from "./page-cell.ts";
import type { PageFigures } from "./page-figures.ts";
import { pageFiguresOf } from "./page-figures.ts";
import type { CompanyLines, ShownLine } from "./page-lines.ts";
import { linesOf } from "./page-lines.ts";

/** Fewer is no comparison; more than these nobody can take in side by side. */
export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 8;

export const MEASURES = ["value", "share", "yoy"] as const;

/** The figure itself, its share of total revenues, its growth on the year. */
export type Measure = (typeof MEASURES)[number];

export interface CompareAsk {
  /** In the order in which they stand. */
  readonly companies: readonly string[];
  readonly scope: Scope;
  /** `2006-11-02`: what was known then; null: everything. */
  readonly asOf: string | null;
  readonly alignment: Alignment;
  /** Whose spans are asked for; every company answers with its own that stands beside. */
  readonly by: FiscalCalendar;
}

/** A company and its own period. */
export interface ComparedCompany {
  readonly company: Company;
  readonly span: Span;
}

export interface ComparedCells {
  readonly company: string;
  readonly span: Span;
  /** The company's own; null: it has no such line, and so no cells. */
  readonly line: ShownLine | null;
  /** Whether it is what shares are of: its own is always the whole. */
  readonly isBase: boolean;
  /** In the line's own unit. */
  readonly value: PageCell | null;
  /** The value in the row's unit; null also where currencies are mixed: such amounts are not held against each other. */
  readonly scaled: PageCell | null;
  /** Of total revenues; null where a share says nothing. */
  readonly share: PageCell | null;
  readonly yoy: PageCell | null;
}

export interface ComparedRow {
  readonly line: Line;
  /** As it was asked for. */
  readonly span: Span;
  /** What the values are shown in: where companies count in thousands and in millions, the larger. Null: mixed currencies. */
  readonly unit: string | null;
  /** The currencies of the amounts, in the companies' order; empty for what is no money. */
  readonly currencies: readonly string[];
  /** The units that were brought to the row's own, in the companies' order; empty where all have it. */
  readonly rescaled: readonly string[];
  /** One for each company, in their order. */
  readonly cells: readonly ComparedCells[];
}

export interface Comparison {
  /** The companies with their own periods beside a span. */
  columns(span: Span): readonly ComparedCompany[];
  /** By how many months the ends of their periods beside a span lie apart. */
  monthsApart(span: Span): number;
  /** @throws RangeError for a line the book does not have. */
  row(line: string, span: Span): ComparedRow;
}

interface Peer {
  readonly company: Company;
  readonly figures: PageFigures;
  readonly lines: CompanyLines;
  readonly counterpart: Counterparts;
}

/**
 * @param checksOf what was found in this very book of a company, as of the asked date and known already; null: it is
 *   found now
 * @throws RangeError for a company the book does not have
 */
export function comparisonOf(
  book: Book,
  { companies, scope, asOf, alignment, by }: CompareAsk,
  checksOf: (company: string) => readonly Check[] | null = () => null,
): Comparison {
  const peers = companies.map((id): Peer => {
    // Which span the page is of says nothing here: every row brings its own.
    const figures = pageFiguresOf(book, { company: id, scope, asOf, span: quarterEnding(0) }, checksOf(id));
    const lines = linesOf(book, id);
    return { company: figures.company, figures, lines, counterpart: counterpartsOf(book, id) };
  });
  const columns = (span: Span): readonly ComparedCompany[] =>
    peers.map(({ company }) => ({ company, span: alignedSpan(span, by, company, alignment) }));
  return {
    columns,
    monthsApart: (span) => monthsApart(columns(span).map((each) => ({ span: each.span, calendar: each.company }))),
    row(id, span) {
      const line = book.lines.find((each) => each.id === id);
      if (line === undefined) throw new RangeError(`the book has no line ${id}`);
      const own = peers.map((peer) => cellsOf(peer, line, alignedSpan(span, by, peer.company, alignment)));
      const units = [...new Set(own.flatMap((cells) => cells.line?.line.unit ?? []))];
      const currencies = [...new Set(units.flatMap((unit) => unitOf(unit).currency ?? []))];
      const unit = currencies.length > 1 ? null : (coarsest(units) ?? line.unit);
      const cells = own.map((each) => ({ ...each, scaled: unit === null ? null : inUnit(each.value, unit) }));
      return { line, span, unit, currencies, rescaled: units.filter((each) => unit !== null && each !== unit), cells };
    },
  };
}

function cellsOf({ company, figures, lines, counterpart }: Peer, of: Line, span: Span): Omit<ComparedCells, "scaled"> {
  const line = counterpart(of);
  if (line === null) return { company: company.id, span, line, isBase: false, value: null, share: null, yoy: null };
  return {
    company: company.id,
    span,
    line,
    isBase: line.id === lines.base?.id,
    value: figures.cell(line.id, span),
    share: shareOf(figures, lines, line.id, span),
    yoy: onTheYear(figures, line.id, span),
  };
}

/** The unit with the largest scale: in it nothing has more digits than were stated. */
const coarsest = (units: readonly string[]): string | undefined =>
  units.toSorted((a, b) => unitOf(b).scale - unitOf(a).scale)[0];

function inUnit(cell: PageCell | null, unit: string): PageCell | null {
  if (cell === null || cell.unit === unit) return cell;
  const value = cell.value === null ? null : valueIn(cell.value, cell.unit, unit);
  return { ...cell, value, unit, decimals: null, printed: null };
}

/** The cell that a row shows for a measure. */
export const measured = (cells: ComparedCells, measure: Measure): PageCell | null =>
  measure === "value" ? cells.scaled : cells[measure];

/** Whether a row has a measure at all, so that something can be held against something. */
export const hasMeasure = (row: ComparedRow, measure: Measure): boolean =>
  row.cells.some((cells) => measured(cells, measure) !== null && !(measure === "share" && cells.isBase));

export type Direction = "descending" | "ascending";

/** The places of values in order; what has no value comes last either way, and equals stay as they stand. */
export function orderOf(values: readonly (number | null)[], direction: Direction): readonly number[] {
  const sign = direction === "descending" ? -1 : 1;
  return values
    .map((_, index) => index)
    .toSorted((a, b) => {
      const [first = null, second = null] = [values[a], values[b]];
      if (first === null || second === null) return (first === null ? 1 : 0) - (second === null ? 1 : 0);
      return sign * (first - second);
    });
}
