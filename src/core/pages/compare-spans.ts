/**
 * How the periods of companies stand beside each other. Either way the one company's timeline is the
 * other's moved by a number of quarters that never changes, so any span has its counterpart.
 */
import type { FiscalCalendar, Month, Span } from "#core/timeline.ts";
import { boundaryAt, endOf, fiscalYearNamed, monthOf, shift } from "#core/timeline.ts";

export const ALIGNMENTS = ["fiscal", "calendar"] as const;

/**
 * `fiscal`: periods of the same name, 2Q06 of each. `calendar`: periods that end in the same quarter of
 * the calendar; every company has one end in each, whatever its year-end.
 */
export type Alignment = (typeof ALIGNMENTS)[number];

/** Quarters from a span of one company to the span of another that stands beside it. */
export function quartersBetween(from: FiscalCalendar, to: FiscalCalendar, alignment: Alignment): number {
  // Any year and any boundary would do.
  if (alignment === "fiscal") return fiscalYearNamed(2000, to).start - fiscalYearNamed(2000, from).start;
  return endIn(monthOf(0, from), to);
}

/** The span of a company that stands beside a span of another. */
export const alignedSpan = (span: Span, from: FiscalCalendar, to: FiscalCalendar, alignment: Alignment): Span =>
  shift(span, quartersBetween(from, to, alignment));

/** The boundary of a company that lies in the same quarter of the calendar as a month. */
function endIn(at: Month, calendar: FiscalCalendar): number {
  for (const month of monthsOfQuarter(at)) {
    const boundary = boundaryAt(month, calendar);
    if (boundary !== null) return boundary;
  }
  throw new RangeError(`no year ends in month ${calendar.yearEndMonth}`);
}

/** The three months of the calendar's quarter in which a month lies. */
export const monthsOfQuarter = ({ year, month }: Month): readonly [Month, Month, Month] => {
  const first = month - ((month - 1) % 3);
  return [
    { year, month: first },
    { year, month: first + 1 },
    { year, month: first + 2 },
  ];
};

/** By how many months the ends of spans lie apart; 0 where all end together. */
export function monthsApart(ends: readonly { readonly span: Span; readonly calendar: FiscalCalendar }[]): number {
  const months = ends.map(({ span, calendar }) => {
    const { year, month } = monthOf(endOf(span), calendar);
    return 12 * year + month;
  });
  return months.length === 0 ? 0 : Math.max(...months) - Math.min(...months);
}

/** Quarters, halves, fiscal years, and twelve months to any quarter's end. */
export const COMPARED_KINDS = ["quarter", "half", "year", "twelve"] as const;

export type ComparedKind = (typeof COMPARED_KINDS)[number];

const KINDS: Readonly<Record<ComparedKind, { readonly length: number; readonly every: number }>> = {
  quarter: { length: 1, every: 1 },
  half: { length: 2, every: 2 },
  year: { length: 4, every: 4 },
  twelve: { length: 4, every: 1 },
};

/** The periods of a kind between two boundaries, oldest first: halves and years of the company's own fiscal year. */
export function spansOfKind(from: number, to: number, kind: ComparedKind): readonly Span[] {
  const { length, every } = KINDS[kind];
  const first = Math.ceil(from / every) * every;
  return Array.from({ length: Math.max(0, Math.floor((to - length - first) / every) + 1) }, (_, index) => ({
    start: first + index * every,
    length,
  }));
}
