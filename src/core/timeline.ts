/**
 * Time as a company counts it: a line of quarter boundaries, numbered, and spans between them.
 *
 * Boundary 4·Y + k is the end of the k-th quarter of the fiscal year that *starts* in calendar
 * year Y; 4·Y itself is the moment before that year begins. Numbering by the start year is ours
 * and never shown; how a company names its years (`fyNamedBy`) matters only for labels.
 *
 * IIJ closes in March: boundary 4·2006 is 31 March 2006, and 2Q06 runs from 4·2006+1 to 4·2006+2.
 */

/** How a company counts its years. */
export interface FiscalCalendar {
  /** 1–12; the month at whose end the fiscal year closes. */
  readonly yearEndMonth: number;
  /** Whether FY2006 is the year that starts, or the year that ends, in 2006. */
  readonly fyNamedBy: "start" | "end";
}

/** A stretch of time. `length` counts quarters; 0 is a boundary, where balances stand. */
export interface Span {
  readonly start: number;
  readonly length: number;
}

/** The boundary at which a span ends. */
export const endOf = (span: Span): number => span.start + span.length;

/** The quarter of the fiscal year (0–3) in which the boundary's following quarter lies. */
export const quarterOfYear = (boundary: number): number => ((boundary % 4) + 4) % 4;

/** The quarter that ends at a boundary. */
export const quarterEnding = (boundary: number): Span => ({ start: boundary - 1, length: 1 });

/** The start of the fiscal year that a boundary closes or lies in; for a year-end, of the year it closes. */
export const yearStartBefore = (end: number): number => end - (quarterOfYear(end) === 0 ? 4 : quarterOfYear(end));

/** The fiscal year that a span's end falls in: for 2Q06 and 1H06 of IIJ, FY2006. */
export function fiscalYearOf(span: Span): Span {
  return { start: yearStartBefore(endOf(span)), length: 4 };
}

/** From the start of the fiscal year to the span's end: 1H06 for 2Q06. */
export function yearToDate(span: Span): Span {
  const start = fiscalYearOf(span).start;
  return { start, length: endOf(span) - start };
}

/** The four quarters that end where the span ends. */
export const lastTwelveMonths = (span: Span): Span => ({ start: endOf(span) - 4, length: 4 });

/** The same span, moved by a number of quarters (negative: earlier). */
export const shift = (span: Span, quarters: number): Span => ({
  start: span.start + quarters,
  length: span.length,
});

/** The quarters that make up a span, in order. */
export function quartersOf(span: Span): Span[] {
  return Array.from({ length: span.length }, (_, index) => ({ start: span.start + index, length: 1 }));
}

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.length === b.length;

/** A text that two equal spans share; for keys of maps and of grid columns. */
export const spanKey = (span: Span): string => `${span.start}+${span.length}`;

/** A calendar month, counted from 1. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

/** The month at whose end a boundary lies. */
export function monthOf(boundary: number, calendar: FiscalCalendar): Month {
  const startYear = Math.floor(boundary / 4);
  // A December company's year starts in January: the boundary before it is December of the year before.
  const beforeStart = calendar.yearEndMonth === 12 ? 0 : calendar.yearEndMonth;
  const months = startYear * 12 + beforeStart + 3 * quarterOfYear(boundary) - 1;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}

/** The last day of a month as sortable text: `2006-06-30`. */
export const lastDayOf = ({ year, month }: Month): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${daysIn(year, month)}`;

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** The boundary at the end of a month, or null where no quarter of this company ends then. */
export function boundaryAt(at: Month, calendar: FiscalCalendar): number | null {
  const beforeStart = calendar.yearEndMonth === 12 ? 0 : calendar.yearEndMonth;
  const months = at.year * 12 + at.month - beforeStart;
  return months % 3 === 0 ? months / 3 : null;
}

/** The year a company calls the fiscal year that starts at this boundary. */
export function yearName(fiscalYear: Span, calendar: FiscalCalendar): number {
  const startYear = Math.floor(fiscalYear.start / 4);
  return calendar.fyNamedBy === "end" && calendar.yearEndMonth !== 12 ? startYear + 1 : startYear;
}

/** The fiscal year that a company calls by this year. */
export function fiscalYearNamed(year: number, calendar: FiscalCalendar): Span {
  const startYear = calendar.fyNamedBy === "end" && calendar.yearEndMonth !== 12 ? year - 1 : year;
  return { start: 4 * startYear, length: 4 };
}
