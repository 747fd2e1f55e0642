import { EMPTY_BOOK, type Fact } from "#core/book.ts";
import { columnsOf, extentOf, type LayoutColumn, type SpanLength } from "#core/layout.ts";
import { boundaryAt, type FiscalCalendar, type Month } from "#core/timeline.ts";
import { MODE_QUARTERS } from "./place.ts";
import { companyOf, remember, type WindowState } from "./window-state.ts";

/**
 * The columns of a mode, oldest first: every period with figures, the first and the last in full,
 * and one more to enter the next period in. A book without figures begins with today's fiscal year.
 */
export function columnsIn(
  facts: readonly Fact[],
  company: string,
  calendar: FiscalCalendar,
  mode: SpanLength,
  today: Month,
): LayoutColumn[] {
  const extent = extentOf({ ...EMPTY_BOOK, facts }, company);
  if (extent !== null) {
    // One boundary further: a whole last period is followed by an empty one, a begun one is itself the place to type.
    return columnsOf(calendar, extent.from, extent.to + 1, mode);
  }
  const to = boundaryBefore(today, calendar);
  const year = MODE_QUARTERS.FY;
  return columnsOf(calendar, Math.floor(to / year) * year, to + 1, mode);
}

/** The last boundary that is not after a month. */
function boundaryBefore({ year, month }: Month, calendar: FiscalCalendar): number {
  for (let back = 0; back < 3; back++) {
    const months = year * 12 + month - 1 - back;
    const boundary = boundaryAt({ year: Math.floor(months / 12), month: (months % 12) + 1 }, calendar);
    if (boundary !== null) return boundary;
  }
  throw new RangeError("one month in three ends a quarter");
}

/** The columns of the grid and of the chart; the same array until one of them changes. */
export const columnsInView: (state: WindowState) => readonly LayoutColumn[] = remember(
  (state) => [state.edited.shown.facts, state.company, companyOf(state), state.mode, state.today],
  (facts, company, calendar, mode, today) => columnsIn(facts, company, calendar, mode, today),
);
