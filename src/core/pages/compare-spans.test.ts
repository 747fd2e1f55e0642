import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPeriod, parsePeriod } from "#core/period-labels.ts";
import { endOf, monthOf, type FiscalCalendar } from "#core/timeline.ts";
import { ALIGNMENTS, alignedSpan, monthsApart, quartersBetween, spansOfKind } from "./compare-spans.ts";

const MARCH: FiscalCalendar = { yearEndMonth: 3, fyNamedBy: "start" };
const MARCH_BY_END: FiscalCalendar = { yearEndMonth: 3, fyNamedBy: "end" };
const DECEMBER: FiscalCalendar = { yearEndMonth: 12, fyNamedBy: "end" };
const FEBRUARY: FiscalCalendar = { yearEndMonth: 2, fyNamedBy: "end" };
const JANUARY: FiscalCalendar = { yearEndMonth: 1, fyNamedBy: "end" };

const spanIn = (label: string, calendar: FiscalCalendar) => {
  const period = parsePeriod(label, calendar);
  if ("problem" in period) throw new RangeError(label);
  return period.span;
};

describe("by hand", () => {
  test.each([
    // July to September 2006: the second quarter of a year from April, the third of one from January.
    ["2Q06", MARCH, DECEMBER, "3Q06"],
    ["4Q06", MARCH, DECEMBER, "1Q07"],
    ["2Q06", MARCH, MARCH_BY_END, "2Q07"],
    // June to August ends within July to September; so does May to July.
    ["2Q06", MARCH, FEBRUARY, "2Q07"],
    ["2Q06", MARCH, JANUARY, "2Q07"],
    ["1H06", MARCH, DECEMBER, "2Q06-3Q06"],
    ["FY2006", MARCH, DECEMBER, "LTM 1Q07"],
    ["FY2006", DECEMBER, MARCH, "LTM 3Q06"],
    ["LTM 2Q06", MARCH, DECEMBER, "LTM 3Q06"],
  ] as const)("%s, by the calendar", (label, from, to, expected) => {
    expect(formatPeriod(alignedSpan(spanIn(label, from), from, to, "calendar"), to)).toBe(expected);
  });

  test.each([
    ["2Q06", MARCH, DECEMBER],
    ["2Q06", MARCH, MARCH_BY_END],
    ["1H06", MARCH_BY_END, MARCH],
    ["FY2006", DECEMBER, FEBRUARY],
    ["LTM 2Q06", MARCH, JANUARY],
  ] as const)("%s by its name is the other's of that name", (label, from, to) => {
    expect(formatPeriod(alignedSpan(spanIn(label, from), from, to, "fiscal"), to)).toBe(label);
  });

  test("how far the ends of periods lie apart", () => {
    const both = (label: string) => [MARCH, DECEMBER].map((calendar) => ({ span: spanIn(label, calendar), calendar }));
    expect(monthsApart(both("2Q06"))).toBe(3);
    const byName = [MARCH, MARCH_BY_END].map((calendar) => ({ span: spanIn("2Q06", calendar), calendar }));
    expect(monthsApart(byName)).toBe(12);
    expect(monthsApart([])).toBe(0);
  });
});

describe("the periods of a kind", () => {
  const { start } = spanIn("1Q06", MARCH);
  const labels = (from: number, to: number, kind: Parameters<typeof spansOfKind>[2]): string[] =>
    spansOfKind(from, to, kind).map((span) => formatPeriod(span, MARCH));

  test("lie within the boundaries, halves and years where the fiscal year has them", () => {
    expect(labels(start, start + 3, "quarter")).toEqual(["1Q06", "2Q06", "3Q06"]);
    expect(labels(start + 1, start + 6, "half")).toEqual(["2H06", "1H07"]);
    expect(labels(start - 1, start + 8, "year")).toEqual(["FY2006", "FY2007"]);
    expect(labels(start, start + 6, "twelve")).toEqual(["FY2006", "LTM 1Q07", "LTM 2Q07"]);
    expect(labels(start + 1, start + 4, "year")).toEqual([]);
  });
});

describe("for any companies", () => {
  const calendar = fc.record<FiscalCalendar>({
    yearEndMonth: fc.integer({ min: 1, max: 12 }),
    fyNamedBy: fc.constantFrom("start", "end"),
  });
  const span = fc.record({ start: fc.integer({ min: 7800, max: 8400 }), length: fc.integer({ min: 1, max: 4 }) });
  const alignment = fc.constantFrom(...ALIGNMENTS);
  const quarterOf = (boundary: number, of: FiscalCalendar): number => {
    const { year, month } = monthOf(boundary, of);
    return 4 * year + Math.floor((month - 1) / 3);
  };

  test("a company's periods stand beside themselves", () => {
    fc.assert(
      fc.property(calendar, span, alignment, (own, asked, by) => {
        expect(alignedSpan(asked, own, own, by)).toEqual(asked);
      }),
    );
  });

  test("by the calendar every period ends in the quarter in which the other ends", () => {
    fc.assert(
      fc.property(calendar, calendar, span, (a, b, asked) => {
        const beside = alignedSpan(asked, a, b, "calendar");
        expect(quarterOf(endOf(beside), b)).toBe(quarterOf(endOf(asked), a));
        expect(beside.length).toBe(asked.length);
      }),
    );
  });

  test("there and back is where it began, and a third company on the way changes nothing", () => {
    fc.assert(
      fc.property(calendar, calendar, calendar, alignment, (a, b, c, by) => {
        expect(quartersBetween(a, b, by) + quartersBetween(b, a, by)).toBe(0);
        expect(quartersBetween(a, b, by) + quartersBetween(b, c, by)).toBe(quartersBetween(a, c, by));
      }),
    );
  });
});
