/** What stands on the time axis besides figures: events of the company, and notes on what is drawn. */
import type { Book, Event, Note } from "#core/book.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import { knownNotes } from "#core/known-notes.ts";
import type { LayoutColumn } from "#core/layout.ts";
import type { FiscalCalendar, Span } from "#core/timeline.ts";
import { endOf, monthOf, quarterEnding } from "#core/timeline.ts";
import type { DrawnChart } from "./resolve-drawing.ts";

export interface TimeMarks {
  /** In the order of their dates. */
  readonly events: readonly Event[];
  readonly notes: readonly Note[];
}

/**
 * The marks of each column: an event where its month lies, a note where its span ends. Notes on other lines, on
 * targets, on the other scope, and on no period are left out; so is what happened before or after the chart, and what
 * nobody knew on the day that is asked for.
 * @throws RangeError for a company the book does not have
 */
export function timeMarks(book: Book, { company, scope, asOf }: CheckView, chart: DrawnChart): readonly TimeMarks[] {
  const calendar = book.companies.find(({ id }) => id === company);
  if (calendar === undefined) throw new RangeError(`the book has no company ${company}`);
  const drawn = new Set([...chart.series, ...chart.totals].map(({ line }) => line.id));
  const events = book.events
    .filter((event) => event.company === company && (asOf === null || event.date <= asOf))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const notes = knownNotes(book, asOf).filter(
    (note) =>
      note.company === company &&
      (note.line === null || drawn.has(note.line)) &&
      (note.scope ?? scope) === scope &&
      (note.basis ?? "actual") === "actual",
  );
  return chart.columns.map((column, index) => {
    const spans = spansAt(chart, column, index);
    return {
      events: events.filter(({ date }) => spans.some((span) => isIn(date, span, calendar))),
      notes: notes.filter(({ span }) => span !== null && spans.some((own) => endsIn(span, own))),
    };
  });
}

/** The time that a column alone stands for: of a running total its newest quarter, of years side by side each year's. */
function spansAt({ series }: DrawnChart, { span, counts }: LayoutColumn, index: number): readonly Span[] {
  if (series.some(({ year }) => year !== null)) {
    const found = series.flatMap(({ points }) => points[index] ?? []);
    return found.filter(({ gap }) => gap?.gap !== "no-such-span").map((point) => point.span);
  }
  return [counts === "period" ? span : quarterEnding(endOf(span))];
}

/** Whether a date lies within a span: the months after its start, up to its end. */
function isIn(date: string, span: Span, calendar: FiscalCalendar): boolean {
  const [year = NaN, month = NaN] = date.split("-").map(Number);
  const count = (at: { readonly year: number; readonly month: number }): number => at.year * 12 + at.month;
  const at = count({ year, month });
  return count(monthOf(span.start, calendar)) < at && at <= count(monthOf(endOf(span), calendar));
}

const endsIn = (note: Span, span: Span): boolean => endOf(note) > span.start && endOf(note) <= endOf(span);
