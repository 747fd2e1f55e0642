import { describe, expect, test } from "vitest";
import type { Affiliate } from "#core/book.ts";
import { BOX, groupChart, printedText } from "./group-chart.ts";

const firm = (id: string, holder: string | null, position: number): Affiliate => ({
  id,
  company: "acme",
  nameEn: id,
  nameJa: "",
  holder,
  share: { mantissa: 721, decimals: 1 },
  kind: "consolidated",
  position,
});
const GROUP = ["a", "b", "c", "d", "e"].map((id, position) => firm(id, null, position));
const WIDE = 2000;

/** Whether two boxes share a point. */
const overlaps = (a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
  Math.abs(a.x - b.x) < BOX.width && Math.abs(a.y - b.y) < BOX.height;

describe("the chart of a group", () => {
  test.each([
    ["wide", WIDE, GROUP],
    ["narrow", 300, GROUP],
    ["narrower than a box", 10, GROUP],
    ["of three levels", 300, [...GROUP, firm("f", "a", 5), firm("g", "e", 6), firm("h", "g", 7)]],
    ["with nobody in it", WIDE, []],
  ])("%s: every company has a box of its own, a line to it, and none lies over another", (_, width, group) => {
    const { boxes, lines, width: drawn, height } = groupChart(group, width);
    expect(boxes.map(({ affiliate }) => affiliate?.id ?? "").toSorted()).toEqual(
      ["", ...group.map(({ id }) => id)].toSorted(),
    );
    expect(lines.map(({ to }) => to.id).toSorted()).toEqual(group.map(({ id }) => id).toSorted());
    for (const [index, box] of boxes.entries()) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + BOX.width).toBeLessThanOrEqual(drawn);
      expect(box.y + BOX.height).toBeLessThanOrEqual(height);
      for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
    }
  });

  test("a row goes on in the next where it is too wide", () => {
    const rows = (width: number): number => new Set(groupChart(GROUP, width).boxes.map(({ y }) => y)).size;
    expect([rows(WIDE), rows(3 * (BOX.width + 16))]).toEqual([2, 3]);
  });

  test("what somebody holds stands below them", () => {
    const { boxes } = groupChart([...GROUP, firm("f", "a", 5)], WIDE);
    const yOf = (id: string): number => boxes.find(({ affiliate }) => affiliate?.id === id)?.y ?? 0;
    expect(yOf("f")).toBeGreaterThan(yOf("a"));
    expect(yOf("a")).toBe(yOf("e"));
  });
});

test("a share is written as it was printed", () => {
  expect(printedText({ mantissa: 721, decimals: 1 })).toBe("72.1");
  expect(printedText({ mantissa: 1000, decimals: 1 })).toBe("100.0");
  expect(printedText({ mantissa: 30, decimals: 0 })).toBe("30");
});
