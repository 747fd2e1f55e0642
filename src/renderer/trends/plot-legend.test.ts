import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plotLayout, type PlotLayout } from "./plot-layout.ts";
import { draw, line } from "./trends-suite.ts";

const widthOf = (text: string): number => text.length * 6;
const entriesOf = ({ legend }: PlotLayout) => legend.flatMap(({ entries }) => entries);

describe("the legend of a trend", () => {
  const ids = ["sales", "goods", "services", "operating_income", "margin", "clients"];

  test("names every series, in words that do not run into one another, whatever is drawn at whatever size", () => {
    const lines = fc.array(fc.constantFrom(...ids), { minLength: 2, maxLength: 24 });
    const spans = fc.constantFrom("Q", "same-quarter");
    const size = fc.record({ width: fc.integer({ min: 200, max: 1400 }), height: fc.integer({ min: 150, max: 900 }) });
    fc.assert(
      fc.property(lines, spans, size, (drawn, by, room) => {
        const { plot } = draw(
          drawn.map((id) => line(id)),
          by,
        );
        const layout = plotLayout(plot, room, "parentheses", widthOf);
        expect(entriesOf(layout).map(({ id }) => id)).toEqual(plot.series.map(({ id }) => id));
        const words = [
          ...layout.legend.map(({ entries, left, top }) => ({
            left,
            right: left + entries.reduce((sum, { text }) => sum + 14 + 5 + widthOf(text), 16 * (entries.length - 1)),
            top,
          })),
          ...layout.lines.map(({ left, widthPx, top }) => ({ left, right: left + widthPx, top })),
        ];
        for (const [at, a] of words.entries()) {
          for (const b of words.slice(at + 1))
            expect(a.top !== b.top || a.right <= b.left || b.right <= a.left, JSON.stringify([a, b])).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("has each line once and its years beside it, below one another", () => {
    const { plot } = draw([line("sales"), line("operating_income"), line("margin", "line")], "same-quarter");
    const { legend, lines } = plotLayout(plot, { width: 300, height: 400 }, "parentheses", widthOf);
    expect(lines.map(({ label }) => label)).toEqual(["sales", "operating_income", "margin"]);
    expect(legend.map(({ entries, top }) => [entries.map(({ text }) => text).join(), top])).toEqual([
      ["FY2005", lines[0]?.top],
      ["FY2006", lines[0]?.top],
      ["FY2005", lines[1]?.top],
      ["FY2006", lines[1]?.top],
      ["FY2005", lines[2]?.top],
      ["FY2006", lines[2]?.top],
    ]);
    expect(new Set(legend.map(({ left }) => left)).size).toBe(2);
  });

  test("takes no room from the chart: a picture that is to be read is as high as both", () => {
    const { plot } = draw(
      Array.from({ length: 40 }, () => line("operating_income")),
      "Q",
    );
    const { leastHeight } = plotLayout(plot, { width: 400, height: 200 }, "parentheses", widthOf);
    const { inner } = plotLayout(plot, { width: 400, height: leastHeight }, "parentheses", widthOf);
    expect(leastHeight).toBeGreaterThan(200);
    expect(inner.bottom - inner.top).toBe(90);
  });
});
