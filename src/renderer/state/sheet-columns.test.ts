import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { spanKey } from "#core/timeline.ts";
import type { SheetView } from "#contract/questions.ts";
import { chartColumnsInView, columnsInView } from "./columns-in-view.ts";
import { gridPlanIn } from "./grid-plan.ts";
import { cellSelected } from "./selection-moves.ts";
import { rangeOf } from "./selection.ts";
import { withSheet } from "./sheet-actions.ts";
import {
  hiddenBeside,
  hiddenColumnsIn,
  hiddenColumnsMeant,
  hideColumns,
  isOpened,
  isOverlayOffered,
  layoutAfter,
  matrixLineAfter,
  openPeriod,
  overlayAfter,
  SHUT,
  unhide,
  zoomAfter,
  type SheetChange,
} from "./sheet-columns.ts";
import { createWindowStore, FIRST_SHEET, type WindowState } from "./window-state.ts";

const BOOK = tellBook({ sales: {}, costs: {} }, [
  ["sales", "1Q06", "1"],
  ["sales", "3Q06", "1"],
]);

function stateOf(sheet: Partial<SheetView> = {}, book: Book = BOOK): WindowState {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book, journal, saved: { at: "file" } } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  const today = { year: 2006, month: 11 };
  return createWindowStore(opened, settings, today, { ...FIRST_SHEET, ...sheet }).getState();
}

const place = (period: string) => ({ line: "sales", span: spanOf(period) });
const labels = (state: WindowState): string[] => columnsInView(state).map(({ label }) => label);
const labelsOf = (columns: readonly { readonly label: string }[]): string[] => columns.map(({ label }) => label);
const inHand = (state: WindowState, period: string): WindowState => ({ ...state, ...cellSelected(place(period)) });
const after = (state: WindowState, change: SheetChange | null): WindowState =>
  change === null ? state : { ...state, ...withSheet(state, change.sheet) };

describe("another quarter", () => {
  test.each([
    ["Q", "4Q06", "1Q07", "1Q07"],
    ["H", "2H06", "1H07", "1H07"],
    ["FY", "FY2006", "FY2007", "FY2007"],
    ["QQQQY", "FY2006", "FY2007", "1Q07"],
    ["YTD", "FY2006", "1Q07", "1Q07"],
    ["LTM", "LTM 4Q06", "LTM 1Q07", "LTM 1Q07"],
  ] as const)("in %s follows %s", (layout, before, last, inHandAfter) => {
    const state = stateOf({ layout });
    expect(labels(state).at(-1)).toBe(before);
    const change = openPeriod(state, "next");
    expect(labels(after(state, change)).at(-1)).toBe(last);
    expect(change.place).toEqual(place(inHandAfter));
  });

  test("in the matrix is in another year", () => {
    const state = stateOf({ layout: "matrix" });
    const change = openPeriod(state, "next");
    expect(gridPlanIn(after(state, change)).rows.map((row) => row.kind === "year" && row.label)).toEqual([
      "FY2006",
      "FY2007",
    ]);
    expect(change.place).toEqual(place("1Q07"));
  });

  test("before the first one comes the way back in time", () => {
    const state = stateOf();
    const change = openPeriod(state, "earlier");
    expect(labels(after(state, change))[0]).toBe("4Q05");
    expect(change.place).toEqual(place("4Q05"));
    expect(labels(after(stateOf({ layout: "H" }), openPeriod(stateOf({ layout: "H" }), "earlier")))[0]).toBe("2H05");
  });

  test("is there to type a figure into: growth goes", () => {
    expect(openPeriod(stateOf({ overlay: "yoy" }), "next").sheet.overlay).toBe("value");
  });

  test("stays when figures come, and adds none of its own", () => {
    const opened = after(stateOf(), openPeriod(stateOf(), "next"));
    const filled = tellBook({ sales: {}, costs: {} }, [
      ["sales", "1Q06", "1"],
      ["sales", "4Q06", "1"],
    ]);
    expect(labels(stateOf(opened.sheet, filled))).toEqual(["1Q06", "2Q06", "3Q06", "4Q06", "1Q07"]);
  });

  test("goes when it is closed; a view of another book opens no two centuries", () => {
    const opened = after(stateOf(), openPeriod(stateOf(), "next"));
    expect(isOpened(stateOf())).toBe(false);
    expect(isOpened(opened)).toBe(true);
    expect(labels({ ...opened, ...withSheet(opened, SHUT) })).toEqual(labels(stateOf()));
    expect(labels(stateOf({ earliest: 4 * 1900, latest: 4 * 2100 }))).toHaveLength(4 + 120 + 120);
  });

  test("is no column of the chart", () => {
    const opened = after(stateOf(), openPeriod(stateOf(), "next"));
    expect(chartColumnsInView(opened).at(-1)?.label).toBe("4Q06");
  });
});

describe("hidden columns", () => {
  test("are those of the selection; the cell in hand goes to the nearest that stays", () => {
    const state = { ...inHand(stateOf(), "2Q06"), ranges: [rangeOf(place("2Q06"), place("3Q06"))] };
    const change = hideColumns(state);
    expect(change?.place).toEqual(place("1Q06"));
    const hidden = after(state, change);
    expect(labels(hidden)).toEqual(["1Q06", "4Q06"]);
    expect(labelsOf(hiddenColumnsIn(hidden))).toEqual(["2Q06", "3Q06"]);
  });

  test("are hidden in every layout that has them, and counted there", () => {
    const hidden = after(inHand(stateOf(), "2Q06"), hideColumns(inHand(stateOf(), "2Q06")));
    expect(labelsOf(hiddenColumnsIn(stateOf({ ...hidden.sheet, layout: "QQQQY" })))).toEqual(["2Q06"]);
    expect(hiddenColumnsIn(stateOf({ ...hidden.sheet, layout: "FY" }))).toEqual([]);
  });

  test("are never all: a sheet without columns could not be left", () => {
    expect(hideColumns(inHand(stateOf({ layout: "FY" }), "FY2006"))).toBeNull();
    expect(labels(stateOf({ layout: "FY", hiddenColumns: [spanKey(spanOf("FY2006"))] }))).toEqual(["FY2006"]);
  });

  test("are marked at the columns beside them", () => {
    const hiddenColumns = ["2Q06", "4Q06"].map((period) => spanKey(spanOf(period)));
    const state = stateOf({ hiddenColumns });
    const beside = (period: string) => {
      const { left, right } = hiddenBeside(state, spanKey(spanOf(period)));
      return [labelsOf(left), labelsOf(right)];
    };
    expect(beside("1Q06")).toEqual([[], []]);
    expect(beside("3Q06")).toEqual([["2Q06"], ["4Q06"]]);
  });

  test("come back between the selected ones, else all", () => {
    const hiddenColumns = ["2Q06", "4Q06"].map((period) => spanKey(spanOf(period)));
    const state = stateOf({ hiddenColumns });
    const around = { ...inHand(state, "1Q06"), ranges: [rangeOf(place("1Q06"), place("3Q06"))] };
    expect(labelsOf(hiddenColumnsMeant(around))).toEqual(["2Q06"]);
    expect(unhide(around, hiddenColumnsMeant(around)).hiddenColumns).toEqual([spanKey(spanOf("4Q06"))]);
    expect(labelsOf(hiddenColumnsMeant(inHand(state, "1Q06")))).toEqual(["2Q06", "4Q06"]);
  });
});

test("the newest on the left; in the matrix at the top", () => {
  expect(labels(stateOf({ newest: "left" }))).toEqual(["4Q06", "3Q06", "2Q06", "1Q06"]);
  const matrix = stateOf({ newest: "left", layout: "matrix", latest: spanOf("1Q07").start + 1 });
  expect(labels(matrix)).toEqual(["1Q", "2Q", "3Q", "4Q", "FY"]);
  expect(gridPlanIn(matrix).rows.map(({ id }) => id)).toEqual([
    `year:${spanKey(spanOf("FY2007"))}`,
    `year:${spanKey(spanOf("FY2006"))}`,
  ]);
});

test("layouts and overlays go round; shares only where the book has revenues", () => {
  expect(layoutAfter("Q", 1)).toBe("H");
  expect(layoutAfter("Q", -1)).toBe("matrix");
  expect(isOverlayOffered(stateOf(), "share")).toBe(false);
  expect(overlayAfter(stateOf(), 1)).toBe("yoy");
  const withRevenue = tellBook({ revenue: {} }, [["revenue", "1Q06", "1"]]);
  expect(overlayAfter(stateOf({}, withRevenue), 1)).toBe("share");
  expect(overlayAfter(stateOf({ overlay: "change" }, withRevenue), 1)).toBe("value");
});

test("zoom goes in steps and ends where the form of a sheet ends", () => {
  expect(zoomAfter(100, 1)).toBe(110);
  expect(zoomAfter(103, -1)).toBe(100);
  expect([zoomAfter(400, 1), zoomAfter(50, -1)]).toEqual([400, 50]);
});

test("the lines of the matrix follow one another, in no other layout", () => {
  expect(matrixLineAfter(stateOf({ layout: "matrix" }), 1)).toBe("costs");
  expect(matrixLineAfter(stateOf({ layout: "matrix" }), -1)).toBeNull();
  expect(matrixLineAfter(stateOf(), 1)).toBeNull();
});
