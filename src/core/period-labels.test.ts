import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  calendarRange,
  formatPart,
  formatPeriod,
  formatUnderYear,
  formatYear,
  parsePeriod,
  PERIOD_STYLES,
} from "#core/period-labels.ts";
import type { FiscalCalendar } from "#core/timeline.ts";

const iij: FiscalCalendar = { yearEndMonth: 3, fyNamedBy: "start" };

/** How a label reads back, or the problem. */
const read = (label: string, calendar = iij): string => {
  const period = parsePeriod(label, calendar);
  return "span" in period ? formatPeriod(period.span, calendar) : period.problem;
};

describe("a period is read in every label style", () => {
  test.each([
    ["2Q06", "2Q06"],
    ["2q2006", "2Q06"],
    ["２Ｑ０６", "2Q06"],
    ["1H06", "1H06"],
    ["6M06", "1H06"],
    ["2H05", "2H05"],
    ["9M06", "9M06"],
    ["FY2006", "FY2006"],
    ["FY06", "FY2006"],
    ["LTM 2Q06", "LTM 2Q06"],
    ["LTM 4Q05", "FY2005"],
    ["FY2006 2Q", "2Q06"],
    ["Q2 FY06", "2Q06"],
    ["2007/3 2Q", "2Q06"],
    ["2007/3期 2Q", "2Q06"],
    ["2007年3月期 第2四半期", "2Q06"],
    ["2007年3月期 第2四半期累計", "1H06"],
    ["2007年3月期 第３四半期（累計）", "9M06"],
    ["2007年3月期 通期", "FY2006"],
    ["2007年3月期", "FY2006"],
    ["1Q06-2Q07", "1Q06-2Q07"],
    ["3Q99", "3Q99"],
  ])("%s is %s", (label, period) => expect(read(label)).toBe(period));
});

describe("what is no period is refused", () => {
  test.each([
    "2Q1906",
    "FY9999",
    "2106/3 2Q",
    "",
    "foo",
    "5Q06",
    "0Q06",
    "3H06",
    "Q06",
    "2Q",
    "2Q6",
    "FY",
    "2Q06-1Q06",
    "LTM 1H06",
  ])("%s", (label) => expect(read(label)).toBe("not-a-period"));
  test("a year that ends in another month than the company's", () =>
    expect(read("2006/12 2Q")).toBe("not-this-year-end"));
});

test("the same quarter has another label where years are named by their end", () => {
  expect(read("Q2 FY07", { yearEndMonth: 3, fyNamedBy: "end" })).toBe("2Q07");
  expect(parsePeriod("2Q07", { yearEndMonth: 3, fyNamedBy: "end" })).toEqual(parsePeriod("2Q06", iij));
});

describe("every style names the same spans", () => {
  const half = { start: 4 * 2006, length: 2 };
  test.each([
    [{ start: 4 * 2006 + 1, length: 1 }, "2Q06", "2007/3 2Q", "2007年3月期 第2四半期", "Q2 FY2006"],
    [{ start: 4 * 2006 + 2, length: 0 }, "2Q06", "2007/3 2Q", "2007年3月期 第2四半期", "Q2 FY2006"],
    [half, "1H06", "2007/3 1H", "2007年3月期 上期", "H1 FY2006"],
    [{ start: 4 * 2006, length: 3 }, "9M06", "2007/3 9M", "2007年3月期 第3四半期累計", "9M FY2006"],
    [{ start: 4 * 2006, length: 4 }, "FY2006", "2007/3 FY", "2007年3月期 通期", "FY2006"],
    [{ start: 4 * 2006 - 2, length: 4 }, "LTM 2Q06", "LTM 2007/3 2Q", "LTM 2007年3月期 第2四半期", "LTM Q2 FY2006"],
    [
      { start: 4 * 2006 + 1, length: 4 + 2 },
      "2Q06-3Q07",
      "2007/3 2Q – 2008/3 3Q",
      "2007年3月期 第2四半期 – 2008年3月期 第3四半期",
      "Q2 FY2006 – Q3 FY2007",
    ],
  ])("%j", (span, ...labels) => {
    expect(PERIOD_STYLES.map((style) => formatPeriod(span, iij, style))).toEqual(labels);
  });

  test("a year named by its end has that year's name; the month that closes it is the same", () => {
    const byEnd: FiscalCalendar = { yearEndMonth: 3, fyNamedBy: "end" };
    expect(PERIOD_STYLES.map((style) => formatPeriod(half, byEnd, style))).toEqual([
      "1H07",
      "2007/3 1H",
      "2007年3月期 上期",
      "H1 FY2007",
    ]);
  });

  test("under a heading that says the year, the part alone", () => {
    const [style] = PERIOD_STYLES.slice(2);
    expect([formatYear(half, iij, style), formatPart(half, style)]).toEqual(["2007年3月期", "上期"]);
    expect(formatPart({ start: 4 * 2006 - 2, length: 4 }, style)).toBe("LTM 第2四半期");
  });

  test.each([
    ["deck", "2Q06"],
    ["year-end", "2Q"],
    ["filing", "第2四半期"],
    ["fiscal", "Q2"],
  ] as const)("under its year a quarter is said without it, in the style %s: %s", (style, expected) => {
    const quarter = { start: 4 * 2006 + 1, length: 1 };
    const name = formatUnderYear(quarter, iij, style);
    expect(name).toBe(expected);
    // With its heading it is the same period, nothing else.
    const whole = style === "deck" ? name : `${formatYear(quarter, iij, style)} ${name}`;
    expect(parsePeriod(whole, iij)).toEqual({ span: quarter });
  });
});

test("every span of a person's century is read back from its own label", () => {
  const spans = fc.record({
    start: fc.integer({ min: 4 * 1972, max: 4 * 2066 }),
    length: fc.integer({ min: 1, max: 12 }),
  });
  const calendars = fc.record({
    yearEndMonth: fc.integer({ min: 1, max: 12 }),
    fyNamedBy: fc.constantFrom("start" as const, "end" as const),
  });
  fc.assert(
    fc.property(spans, calendars, fc.constantFrom(...PERIOD_STYLES), (span, calendar, style) => {
      expect(parsePeriod(formatPeriod(span, calendar, style), calendar)).toEqual({ span });
    }),
  );
});

test("any text is read without an exception", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      parsePeriod(text, iij);
    }),
  );
});

test("the calendar range is one hover away, in both languages", () => {
  const span = { start: 4 * 2006 + 1, length: 1 };
  expect(calendarRange(span, iij, "en")).toBe("Jul – Sep 2006");
  expect(calendarRange(span, iij, "ja")).toBe("2006年7月～9月");
  expect(calendarRange({ start: 4 * 2006 + 2, length: 0 }, iij, "en")).toBe("end of Sep 2006");
  expect(calendarRange({ start: 4 * 2006, length: 4 }, iij, "en")).toBe("Apr 2006 – Mar 2007");
});
