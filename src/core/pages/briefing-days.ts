/** From when to when things happened that a briefing tells of: services introduced, changes of the group. */
import type { Book, Event } from "#core/book.ts";
import { isKnownBy } from "#core/figures/ledger.ts";
import type { FiscalCalendar, Span } from "#core/timeline.ts";
import { endOf, monthOf, sameSpan } from "#core/timeline.ts";
import type { PageAsk } from "./page-cell.ts";

/** Days as sortable text, both of them included. */
export interface Days {
  /** `2006-07-01` */
  readonly from: string;
  /** `2006-11-02` */
  readonly to: string;
}

/**
 * From a quarter's first day to the day its figures were first published, as a presentation of them also tells what
 * came after its end. Where nobody knows that day, or it is later, to the end of the next quarter.
 */
export function daysOf(book: Book, { company, scope, asOf }: PageAsk, quarter: Span): Days {
  const calendar = book.companies.find(({ id }) => id === company);
  if (calendar === undefined) throw new RangeError(`the book has no company ${company}`);
  const sources = new Map(book.sources.map((source) => [source.id, source]));
  const end = endOf(quarter);
  const latest = lastDayAt(end + 1, calendar);
  const published = book.facts.flatMap((fact): string[] => {
    const source = sources.get(fact.source);
    if (source === undefined || fact.company !== company || fact.scope !== scope || fact.basis !== "actual") return [];
    const isOfQuarter = sameSpan(fact.span, quarter) || (fact.span.length === 0 && fact.span.start === end);
    const day = source.published;
    return isOfQuarter && day !== null && isKnownBy(source, asOf) && day > lastDayAt(end, calendar) ? [day] : [];
  });
  const first = published.toSorted()[0] ?? latest;
  const last = first < latest ? first : latest;
  return { from: firstDayAt(quarter.start, calendar), to: asOf !== null && asOf < last ? asOf : last };
}

/** The company's events of those days, the first first. A month alone counts as being within where it overlaps. */
export const eventsWithin = (book: Book, company: string, { from, to }: Days): readonly Event[] =>
  book.events
    .filter(({ company: of, date }) => of === company && date >= from.slice(0, date.length) && date <= to)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

const two = (part: number): string => String(part).padStart(2, "0");

/** The day after a boundary. */
function firstDayAt(boundary: number, calendar: FiscalCalendar): string {
  const { year, month } = monthOf(boundary, calendar);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`;
}

/** The day of a boundary. */
function lastDayAt(boundary: number, calendar: FiscalCalendar): string {
  const { year, month } = monthOf(boundary, calendar);
  // Day 0 of the next month is the last one of this.
  return `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
}
