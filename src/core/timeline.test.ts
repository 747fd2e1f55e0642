import fc from "fast-check";
import { expect, test } from "vitest";
import type { FiscalCalendar } from "#core/timeline.ts";
import {
  boundaryAt,
  fiscalYearNamed,
  fiscalYearOf,
  lastDayOf,
  lastTwelveMonths,
  monthOf,
  yearName,
  yearToDate,
} from "#core/timeline.ts";

const iij: FiscalCalendar = { yearEndMonth: 3, fyNamedBy: "start" };
const calendars = fc.record({
  yearEndMonth: fc.integer({ min: 1, max: 12 }),
  fyNamedBy: fc.constantFrom("start" as const, "end" as const),
});
const boundaries = fc.integer({ min: 4 * 1900, max: 4 * 2100 });

test("IIJ's FY2006 runs from the end of March 2006 to the end of March 2007", () => {
  const year = fiscalYearNamed(2006, iij);
  expect(monthOf(year.start, iij)).toEqual({ year: 2006, month: 3 });
  expect(monthOf(year.start + 4, iij)).toEqual({ year: 2007, month: 3 });
});

test("a company that names its years by their end calls the same year FY2007", () => {
  const byEnd: FiscalCalendar = { ...iij, fyNamedBy: "end" };
  expect(fiscalYearNamed(2007, byEnd)).toEqual(fiscalYearNamed(2006, iij));
});

test("a December company's year has one name, however years are named", () => {
  const december = { yearEndMonth: 12, fyNamedBy: "end" } as const;
  expect(monthOf(fiscalYearNamed(2006, december).start + 4, december)).toEqual({ year: 2006, month: 12 });
  expect(fiscalYearNamed(2006, { ...december, fyNamedBy: "start" })).toEqual(fiscalYearNamed(2006, december));
});

test("every boundary is found again by its month, for any year-end", () => {
  fc.assert(
    fc.property(boundaries, calendars, (boundary, calendar) => {
      expect(boundaryAt(monthOf(boundary, calendar), calendar)).toBe(boundary);
    }),
  );
});

test("a month in the middle of a quarter is no boundary", () => {
  expect(boundaryAt({ year: 2006, month: 5 }, iij)).toBeNull();
});

test("a fiscal year is found again by its name, for any year-end", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2100 }), calendars, (year, calendar) => {
      expect(yearName(fiscalYearNamed(year, calendar), calendar)).toBe(year);
    }),
  );
});

test("year to date and last twelve months end where the span ends", () => {
  const { start } = fiscalYearNamed(2006, iij);
  expect(yearToDate({ start: start + 1, length: 1 })).toEqual({ start, length: 2 });
  expect(yearToDate({ start: start + 3, length: 1 })).toEqual({ start, length: 4 });
  expect(lastTwelveMonths({ start: start + 1, length: 1 })).toEqual({ start: start - 2, length: 4 });
  expect(fiscalYearOf({ start: start - 2, length: 4 })).toEqual({ start, length: 4 });
});

test.each([
  [{ year: 2006, month: 1 }, "2006-01-31"],
  [{ year: 2006, month: 2 }, "2006-02-28"],
  [{ year: 2008, month: 2 }, "2008-02-29"],
  [{ year: 1900, month: 2 }, "1900-02-28"],
  [{ year: 2000, month: 2 }, "2000-02-29"],
  [{ year: 2006, month: 6 }, "2006-06-30"],
  [{ year: 2006, month: 12 }, "2006-12-31"],
])("the last day of month %o is %s", (month, day) => expect(lastDayOf(month)).toBe(day));
