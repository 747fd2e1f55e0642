import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tellBook } from "#core/figures/book-for-test.ts";
import { crosses, drawnShapes, overlaps } from "./drawn-shapes.ts";
import { placeLabels } from "./plot-labels.ts";
import { columnAt, plotLayout } from "./plot-layout.ts";
import { columnLabels } from "./trend-option.ts";
import { settledPlot } from "./settle-plot.ts";
import { draw, line } from "./trends-suite.ts";

describe("figures in a chart", () => {
  const lines = fc.uniqueArray(fc.constantFrom("sales", "goods", "services", "operating_income", "margin"), {
    minLength: 1,
  });
  const looks = fc.tuple(fc.constantFrom("bar", "line", "stacked", "share"), fc.constantFrom("left", "right"));
  const size = fc.record({ width: fc.integer({ min: 200, max: 1400 }), height: fc.integer({ min: 150, max: 900 }) });
  const widthOf = (text: string): number => text.length * 6;

  test("never stand on one another, whatever is drawn at whatever size", () => {
    fc.assert(
      fc.property(lines, fc.array(looks, { minLength: 5, maxLength: 5 }), size, (ids, as, room) => {
        const drawn = ids.map((id, index) => line(id, as[index]?.[0] ?? "bar", { axis: as[index]?.[1] ?? "left" }));
        const { plot } = draw(drawn);
        const layout = plotLayout(plot, room, "parentheses", widthOf);
        const { labels } = placeLabels(plot, layout, widthOf);
        for (const [index, a] of labels.entries()) {
          for (const b of labels.slice(index + 1)) {
            const wide = (widthOf(a.text) * a.size + widthOf(b.text) * b.size) / 22;
            // Digits are three quarters as high as their font.
            const high = ((a.size + b.size) / 2) * 0.75;
            const apart = Math.abs(a.x - b.x) >= wide || Math.abs(a.y - b.y) >= high;
            expect(apart, `${a.text} at ${a.x}, ${a.y} and ${b.text} at ${b.x}, ${b.y}`).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("are all there where there is room", () => {
    const { plot } = draw([line("sales"), line("operating_income")]);
    const layout = plotLayout(plot, { width: 1200, height: 700 }, "parentheses", widthOf);
    expect(placeLabels(plot, layout, widthOf).labels.map(({ text }) => text)).toEqual([
      "100",
      "110",
      "90",
      "120",
      "(5)",
      "12",
    ]);
    expect(columnAt(layout, layout.inner.left + 1, 5)).toBe(0);
    expect(columnAt(layout, layout.inner.right - 1, 5)).toBe(4);
    expect(columnAt(layout, layout.inner.left - 1, 5)).toBeNull();
  });

  /** A presentation's chart: four services under a margin that is as high as they are, on a third of a slide. */
  const CROWDED = tellBook(
    {
      total: { formula: "leased + dialup + added + other" },
      leased: {},
      dialup: {},
      added: {},
      other: {},
      margin: { kind: "ratio", unit: "%" },
    },
    ["1Q04", "2Q04", "3Q04", "4Q04", "1Q05", "2Q05", "3Q05", "4Q05", "1Q06", "2Q06"].flatMap((period, at) => [
      ["leased", period, String([2918, 2832, 2781, 2841, 2747, 2695, 2580, 2603, 2616, 2687][at])] as const,
      ["dialup", period, String([752, 740, 727, 718, 699, 682, 648, 645, 607, 606][at])] as const,
      ["added", period, String([1187, 1220, 1276, 1322, 1388, 1459, 1649, 1755, 1741, 1906][at])] as const,
      ["other", period, String([592, 716, 882, 979, 933, 930, 964, 846, 900, 957][at])] as const,
      ["margin", period, `${[11.7, 13.2, 14, 14.4, 13.9, 13.5, 13.8, 13, 13.5, 14.6][at]}%`] as const,
    ]),
  );

  test.each([
    { width: 470, height: 245 },
    { width: 560, height: 230 },
    { width: 500, height: 330 },
    { width: 720, height: 460 },
  ])("of a crowded chart are clear of its line and points, parts' within their parts, at $width × $height", (size) => {
    const { plot } = draw(
      [
        ...["leased", "dialup", "added", "other"].map((id) => line(id, "stacked")),
        line("margin", "line", { axis: "right" }),
      ],
      "Q",
      CROWDED,
    );
    const settled = settledPlot(plot, size, "parentheses", widthOf);
    if (settled.plot.kind !== "trend") throw new Error("A trend is drawn.");
    const { labels } = placeLabels(settled.plot, settled.layout, widthOf);
    const { pieces, points, bars } = drawnShapes(settled.plot, settled.layout);
    const one = labels[0]?.size ?? 0;
    expect(labels.map(({ size: px }) => px)).toEqual(labels.map(() => one));
    expect(labels.filter(({ of }) => of === "total")).toHaveLength(10);
    expect(labels.filter(({ of }) => of === "line")).toHaveLength(10);
    // Digits, and what their halo and commas take.
    const isRead = ({ top, bottom }: { readonly top: number; readonly bottom: number }): boolean =>
      bottom - top >= one * 0.76 + 4;
    for (const bar of bars) {
      const own = labels.find(
        ({ of, series, column }) => of === "part" && series === bar.series && column === bar.column,
      );
      expect(own !== undefined, `a figure in ${bar.bottom - bar.top} pixels at ${one}`).toBe(isRead(bar));
      if (own === undefined) continue;
      const [wide, high] = [(widthOf(own.text) * one) / 22, one * 0.38];
      expect(own.y - high).toBeGreaterThanOrEqual(bar.top);
      expect(own.y + high).toBeLessThanOrEqual(bar.bottom);
      expect(own.x - wide).toBeGreaterThanOrEqual(bar.left);
      expect(own.x + wide).toBeLessThanOrEqual(bar.right);
    }
    for (const { text, x, y, size: px } of labels) {
      const [wide, high] = [(widthOf(text) * px) / 22, px * 0.38];
      const box = { left: x - wide, right: x + wide, top: y - high, bottom: y + high };
      expect(
        pieces.some((piece) => crosses(piece, box)),
        `a line through ${text}`,
      ).toBe(false);
      const isCovered = points.some((at) =>
        overlaps(box, { left: at.x - 3, right: at.x + 3, top: at.y - 3, bottom: at.y + 3 }),
      );
      expect(isCovered, `a point on ${text}`).toBe(false);
    }
  });

  test("of two bars beside each other never stand over the other's, where they would pass for its own", () => {
    const profits = tellBook(
      { operating: {}, net: {}, margin: { kind: "ratio", unit: "%" } },
      ["1Q04", "2Q04", "3Q04", "4Q04", "1Q05", "2Q05", "3Q05", "4Q05", "1Q06", "2Q06"].flatMap((period, at) => [
        ["operating", period, String([-100, 282, 410, 656, 247, 507, 691, 966, 559, 811][at])] as const,
        ["net", period, String([-238, 229, 660, 2256, 623, 1001, 1189, 1941, 734, 2120][at])] as const,
        ["margin", period, `${[-1.2, 2.7, 4, 5.4, 2.5, 4.3, 5.8, 6, 4.5, 5.8][at]}%`] as const,
      ]),
    );
    const { plot } = draw([line("operating"), line("net"), line("margin", "line", { axis: "right" })], "Q", profits);
    for (let width = 400; width < 700; width += 20) {
      const settled = settledPlot(plot, { width, height: 300 }, "parentheses", widthOf);
      if (settled.plot.kind !== "trend") throw new Error("A trend is drawn.");
      const { labels } = placeLabels(settled.plot, settled.layout, widthOf);
      const { bars } = drawnShapes(settled.plot, settled.layout);
      for (const { of, text, x, y, size, column } of labels) {
        if (of !== "bar") continue;
        const bar = bars.find((each) => each.column === column && each.series.points[column]?.text === text);
        const end = bar === undefined || y > bar.bottom ? (bar?.bottom ?? y) : bar.top;
        const [low, high] = [Math.min(y, end), Math.max(y, end)];
        const half = (widthOf(text) * size) / 22;
        const passed = labels.filter(
          (other) =>
            other.of === "bar" &&
            other.text !== text &&
            low < other.y &&
            other.y < high &&
            Math.abs(other.x - x) < half,
        );
        expect(passed.map((other) => `${text} over ${other.text} at ${width}`)).toEqual([]);
      }
    }
  });
});

test("below a chart every column is named, in smaller letters where there is less room", () => {
  const quarters = ["1Q04", "2Q04", "3Q04", "4Q04", "1Q05", "2Q05", "3Q05", "4Q05", "1Q06", "2Q06"];
  const widthOf = (text: string): number => text.length * 7;
  const named = (roomPx: number) => {
    const { size, isShown } = columnLabels(quarters, roomPx, widthOf);
    return [size, quarters.filter((_, column) => isShown(column)).length];
  };
  expect(named(400)).toEqual([11, 10]);
  expect(named(370)).toEqual([11 - 1, 10]);
  // The gain on securities, on a sheet of A4.
  expect(named(290)).toEqual([9, 10]);
  // Too narrow for print that is read: every second one, and the newest among them.
  expect(named(200)).toEqual([11, 5]);
  expect(columnLabels(quarters, 200, widthOf).isShown(9)).toBe(true);
});
