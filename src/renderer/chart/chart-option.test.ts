import { expect, test } from "vitest";
import { axisDecimals, labelsShown, shortened } from "./chart-option.ts";

test("axis labels have the decimals that tell their grid lines apart", () => {
  expect(axisDecimals(2500, "JPY million")).toBe(0);
  expect(axisDecimals(2.5, "Gbps")).toBe(1);
  expect(axisDecimals(0.05, "%")).toBe(0);
  expect(axisDecimals(0.025, "%")).toBe(1);
});

test("where labels do not all fit, the newest is among those shown", () => {
  const shown = Array.from({ length: 10 }, (_, index) => labelsShown(10, 296, 38)(index));
  expect(shown.at(-1)).toBe(true);
  expect(shown.filter(Boolean).length).toBeLessThan(10);
  expect([0, 1, 2].every(labelsShown(3, 296, 38))).toBe(true);
});

test("long labels end in an ellipsis; wide characters count double", () => {
  expect(shortened("Equipment sales")).toBe("Equipment sales");
  expect(shortened("Outsourced operation of systems integration (recurring)")).toMatch(/^Outsourced operation of .*…$/);
  expect([...shortened("インターネット接続及び付加価値サービス")].length).toBeLessThan(17);
});
