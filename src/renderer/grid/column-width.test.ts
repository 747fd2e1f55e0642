import { expect, test } from "vitest";
import { columnWidth, labelsAt, headerPxOf, sizeAt, widthWithin, type Fitting } from "./column-width.ts";

const widthOf = (fitting: Partial<Fitting>): number =>
  columnWidth({ longest: 6, headerPx: 60, columns: 5, viewPx: 1000, chosen: null, ...fitting });

test("usual figures have the least width where all periods have room", () => expect(widthOf({})).toBe(88));

test("a long figure is never cut, nor is a long header", () => {
  expect(widthOf({ longest: 21 })).toBeGreaterThan(21 * 7.5);
  expect(widthOf({ headerPx: headerPxOf("FY2006 cumulative") })).toBeGreaterThan(120);
  expect(headerPxOf("FY2006 累計")).toBeGreaterThan(headerPxOf("FY2006 ab"));
});

test("where periods are scrolled, whole columns fill the view", () => {
  const width = widthOf({ columns: 11, viewPx: 470 });
  expect(width).toBe(94);
  expect(Math.floor(470 / width) * width).toBe(470);
});

test("a window too small for one column still shows it whole", () =>
  expect(widthOf({ columns: 11, viewPx: 50 })).toBe(88));

test("a chosen width holds in every window, as long as the figures fit", () => {
  expect(widthOf({ chosen: 120, columns: 11, viewPx: 470 })).toBe(120);
  expect(widthOf({ chosen: 82 })).toBe(82);
  expect(widthOf({ chosen: 40, longest: 21 })).toBe(widthOf({ longest: 21 }));
});

test("a drag ends at what is of use", () => {
  expect(widthWithin("labels", 3)).toBe(120);
  expect(widthWithin("labels", 5000)).toBe(640);
  expect(widthWithin("figures", 101.6)).toBe(102);
});

test("widths are kept at 100 % and grow with the zoom", () => expect(sizeAt(150, 88)).toBe(132));

test("zoomed in, the labels leave half of the grid to the figures", () => {
  expect(labelsAt(100, 284, 907)).toBe(284);
  expect(labelsAt(150, 284, 907)).toBe(426);
  expect(labelsAt(400, 284, 907)).toBe(454);
  expect(labelsAt(50, 284, 200)).toBe(142);
});
