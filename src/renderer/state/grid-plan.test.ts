import { describe, expect, test } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import type { Layout } from "#core/layout.ts";
import { endOf } from "#core/timeline.ts";
import { createWindowStore, FIRST_SHEET } from "./window-state.ts";
import { gridPlanIn, nearestPlace, placeAt, positionOf, type GridPlan } from "./grid-plan.ts";

const BOOK = tellBook({ sales: {}, costs: {} }, [
  ["sales", "1Q05", "1"],
  ["sales", "4Q06", "1"],
]);

function planOf(layout: Layout): GridPlan {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book: BOOK, journal, saved: { at: "file" } } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  const store = createWindowStore(opened, settings, { year: 2006, month: 11 }, { ...FIRST_SHEET, layout });
  return gridPlanIn(store.getState());
}

const place = (label: string) => ({ line: "sales", span: spanOf(label) });

test.each(["Q", "H", "FY", "QQQQY", "Q-Y", "YTD", "LTM", "matrix"] as const)(
  "in %s every cell stands where its place says",
  (layout) => {
    const plan = planOf(layout);
    let cells = 0;
    for (const [row, { kind }] of plan.rows.entries()) {
      if (kind === "section") continue;
      for (const column of plan.columns.keys()) {
        const at = placeAt(plan, plan.rows[row]!, plan.columns[column]!);
        expect(at === null ? null : positionOf(plan, at)).toEqual({ row, column });
        cells++;
      }
    }
    expect(cells).toBeGreaterThan(0);
  },
);

describe("the place that stands for another", () => {
  test.each([
    ["the same where it is shown", "2Q06", "Q", "2Q06"],
    ["the column that ends with it", "2Q06", "H", "1H06"],
    ["the column in which its end lies", "3Q06", "FY", "FY2006"],
    ["the last quarter of a year", "FY2005", "Q", "4Q05"],
    ["the quarter in which nine months end", "9M06", "Q", "3Q06"],
    ["the shortest that ends there", "FY2005", "QQQQY", "FY2005"],
    ["the year of the matrix", "1H06", "matrix", "2Q06"],
  ] as const)("%s", (_, from, layout, to) => {
    expect(nearestPlace(planOf(layout), place(from))).toEqual(place(to));
  });

  test("a balance: the column that ends where it stands", () => {
    const boundary = { line: "sales", span: { start: endOf(spanOf("4Q05")), length: 0 } };
    expect(nearestPlace(planOf("FY"), boundary)).toEqual(place("FY2005"));
  });
});
