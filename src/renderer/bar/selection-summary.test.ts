import { expect, test } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import type { SheetView } from "#contract/questions.ts";
import { rangeOf } from "../state/selection.ts";
import { createWindowStore, FIRST_SHEET, type WindowState } from "../state/window-state.ts";
import { summaryIn } from "./selection-summary.ts";

const BOOK = tellBook(
  {
    sales: {},
    profit: {},
    margin: { kind: "ratio", unit: "%", formula: "profit / sales" },
    perHead: { kind: "ratio" },
    staff: { kind: "stock", unit: "people" },
    guests: { kind: "stock", unit: "people" },
  },
  [
    ["sales", "1Q06", "12,437"],
    ["sales", "2Q06", "14,007"],
    ["profit", "1Q06", "(559)"],
    ["profit", "2Q06", "811.5"],
    ["profit", "3Q06", "-"],
    ["perHead", "1Q06", "7"],
    ["perHead", "2Q06", "8"],
    ["staff", "1Q06", "500"],
    ["staff", "2Q06", "513"],
    ["guests", "2Q06", "20"],
  ],
);

/** A block selected between two corners. */
function stateOf(from: string, to: string, periods: readonly string[], sheet: Partial<SheetView> = {}): WindowState {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book: BOOK, journal, saved: { at: "file" } } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  const anchor = { line: from, span: spanOf(periods[0] ?? "") };
  return {
    ...createWindowStore(opened, settings, { year: 2006, month: 11 }, { ...FIRST_SHEET, ...sheet }).getState(),
    focused: anchor,
    ranges: [rangeOf(anchor, { line: to, span: spanOf(periods[1] ?? "") })],
  };
}

/** `sum 26,444 | …` of a block between two corners. */
function summary(from: string, to: string, periods = ["1Q06", "3Q06"], sheet: Partial<SheetView> = {}): string {
  const found = summaryIn(stateOf(from, to, periods, sheet));
  if (found === null) return "nothing";
  return [...found.statistics.map(({ name, text }) => `${name} ${text}`), found.unit ?? "several units"].join(" | ");
}

test("amounts of one unit: all there is to say, in the digits of the figures", () => {
  expect(summary("sales", "sales")).toBe(
    "sum 26,444 | average 13,222.0 | count 2 | least 12,437 | greatest 14,007 | JPY million",
  );
  expect(summary("sales", "profit")).toBe(
    "sum 26,696.5 | average 6,674.1 | count 4 | least (559.0) | greatest 14,007.0 | JPY million",
  );
});

test("percentages and other ratios do not add up", () => {
  expect(summary("margin", "margin")).toBe("average 0.6% | count 2 | least (4.5%) | greatest 5.8% | %");
  expect(summary("perHead", "perHead")).toBe("average 7.5 | count 2 | least 7 | greatest 8 | JPY million");
  expect(summary("sales", "sales", ["1Q06", "2Q06"], { overlay: "share" })).toMatch(/^average 100\.0% \| count 2/);
});

test("balances add up on one date, not over several", () => {
  expect(summary("staff", "guests", ["2Q06", "2Q06"])).toMatch(/^sum 533 \| average 266\.5/);
  expect(summary("staff", "staff", ["1Q06", "2Q06"])).toMatch(/^average 506\.5 \| count 2/);
});

test("what is counted in another figure already is neither added up nor averaged", () => {
  const cumulative: Partial<SheetView> = { layout: "YTD" };
  expect(summary("sales", "sales", ["1Q06", "1H06"], cumulative)).toBe(
    "count 2 | least 12,437 | greatest 26,444 | JPY million",
  );
  expect(summaryIn(stateOf("sales", "sales", ["1Q06", "1H06"], cumulative))?.overlaps).toBe(true);
  expect(summary("perHead", "perHead", ["1Q06", "2Q06"])).toMatch(/^average/);
  // The same period of several lines is no part of itself.
  expect(summaryIn(stateOf("sales", "profit", ["1Q06", "1Q06"], cumulative))?.overlaps).toBe(false);
});

test("figures of several units are counted, no more", () => {
  expect(summary("sales", "staff", ["1Q06", "1Q06"])).toBe("count 5 | several units");
});

test("one figure, or none, says nothing: blanks and dashes are no figures", () => {
  expect(summary("sales", "sales", ["2Q06", "3Q06"])).toBe("nothing");
  expect(summary("profit", "profit", ["3Q06", "3Q06"])).toBe("nothing");
});

test("the same cells of another basis are other figures", () => {
  const state = stateOf("sales", "sales", ["1Q06", "2Q06"]);
  expect(summaryIn(state)?.statistics[0]?.text).toBe("26,444");
  expect(summaryIn({ ...state, basis: "target" })).toBeNull();
});
