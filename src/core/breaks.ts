/** Where a company's series break, and between which spans. */
import type { Book, Break } from "#core/book.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { Span } from "#core/timeline.ts";
import { endOf } from "#core/timeline.ts";

type Breaks = Pick<Book, "breaks" | "lines">;

const ofCompany = ({ breaks }: Breaks, company: string, isMeant: (row: Break) => boolean): readonly Break[] =>
  breaks.filter((row) => row.company === company && isMeant(row)).toSorted((a, b) => a.boundary - b.boundary);

/** The breaks in a line's series: those of every line, its own, and those of what its formula rests on; oldest first. */
export function breaksIn(book: Breaks, company: string, line: string): readonly Break[] {
  const { restingOn } = formulasOf(book.lines);
  return ofCompany(book, company, (row) => row.line === null || restingOn(row.line).has(line));
}

/** The breaks over which a comparison of a line's figures can be refused: also those of what a sum implies it from. */
export function breaksBeneath(book: Breaks, company: string, line: string): readonly Break[] {
  const { touchedBy } = formulasOf(book.lines);
  return ofCompany(book, company, (row) => row.line === null || touchedBy(row.line).has(line));
}

/** The breaks marked on a line itself, or on every line; null: all of the company's. */
export const breaksMarked = (book: Breaks, company: string, line: string | null): readonly Break[] =>
  ofCompany(book, company, (row) => line === null || row.line === null || row.line === line);

/**
 * The first boundary of what a span has beyond the one before it: of a running total, or of twelve months,
 * its newest quarter. A break that lies from there up to the span's end lies between the two.
 * @param before null: there is none
 */
const startOfNew = (span: Span, before: Span | null): number =>
  before === null ? span.start : Math.min(Math.max(span.start, endOf(before)), endOf(span));

/** Those of several breaks that lie between a span and the one before it, or within the span. */
export const breaksBefore = (breaks: readonly Break[], span: Span, before: Span | null): readonly Break[] =>
  breaks.filter(({ boundary }) => boundary >= startOfNew(span, before) && boundary < endOf(span));
