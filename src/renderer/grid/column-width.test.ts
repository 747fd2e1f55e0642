import { expect, test } from "vitest";
import { columnWidth } from "./column-width.ts";

test("usual figures have the least width where all periods have room", () => expect(columnWidth(6, 5, 1000)).toBe(88));
test("a long figure is never cut", () => expect(columnWidth(21, 5, 1000)).toBeGreaterThan(21 * 7.5));
test("where periods are scrolled, whole columns fill the view", () => {
  const width = columnWidth(6, 11, 470);
  expect(width).toBe(94);
  expect(Math.floor(470 / width) * width).toBe(470);
});
test("a window too small for one column still shows it whole", () => expect(columnWidth(6, 11, 50)).toBe(88));
