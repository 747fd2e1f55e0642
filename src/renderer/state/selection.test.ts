import { describe, expect, test } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { spanKey } from "#core/timeline.ts";
import type { SheetView } from "#contract/questions.ts";
import { gridPlanIn, positionOf } from "./grid-plan.ts";
import type { Place } from "./place.ts";
import { boxesIn, hasManyCells, placesSelectedIn, rangeOf, selectionIn } from "./selection.ts";
import { afterMove, afterRound, cellSelected, widened, type Direction, type Move } from "./selection-moves.ts";
import { withoutPressed } from "./deselect.ts";
import { boxFilled, boxLeftOut, pairsInto, pairsWithin } from "./selection-fill.ts";
import { withSheet } from "./sheet-actions.ts";
import { createWindowStore, type CellRange, type WindowState } from "./window-state.ts";

/** Quarters from 1Q05 to 3Q06, the last one to be typed into; `costs` has a hole at 3Q05 and 4Q05. */
const TOLD = tellBook({ sales: {}, costs: {}, profit: {}, margin: { unit: "%", kind: "ratio" }, staff: {} }, [
  ...["1Q05", "2Q05", "3Q05", "4Q05", "1Q06", "2Q06"].map((period) => ["sales", period, "100"] as const),
  ...["1Q05", "2Q05", "1Q06", "2Q06"].map((period) => ["costs", period, "60"] as const),
  ["staff", "2Q06", "5"],
]);

/** The ratio stands under a heading of its own, between the other lines. */
const BOOK = {
  ...TOLD,
  sections: [
    ...TOLD.sections,
    { id: "ratios", labelEn: "Ratios", labelJa: "指標", position: 1 },
    { id: "people", labelEn: "People", labelJa: "人員", position: 2 },
  ],
  lines: TOLD.lines.map((line) => ({
    ...line,
    section: line.id === "margin" ? "ratios" : line.id === "staff" ? "people" : line.section,
  })),
};

const PAGE = { rows: 2, columns: 3 };

const at = (line: string, period: string): Place => ({ line, span: spanOf(period) });

function stateWith(more: Partial<WindowState>): WindowState {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book: BOOK, journal, saved: { at: "file" } } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  return { ...createWindowStore(opened, settings, { year: 2006, month: 11 }).getState(), ...more };
}

const onCell = (line: string, period: string): WindowState => stateWith(cellSelected(at(line, period)));

const withRanges = (...ranges: readonly CellRange[]): WindowState =>
  stateWith({ ranges, focused: ranges.at(-1)?.anchor ?? null });

const NAMES = new Map(
  ["1Q05", "2Q05", "3Q05", "4Q05", "1Q06", "2Q06", "3Q06", "1H05", "2H05", "1H06", "2H06", "FY2005", "FY2006"].map(
    (label) => [spanKey(spanOf(label)), label],
  ),
);
const told = (place: Place | null | undefined): string =>
  place == null ? "nothing" : `${place.line} ${NAMES.get(spanKey(place.span)) ?? "?"}`;

const selected = (state: WindowState): string[] => placesSelectedIn(state).map(told);

const go = (direction: Direction, by: "cell" | "edge" | "page" = "cell"): Move => ({ by, direction });

/** The state after keys, one after the other. */
function press(state: WindowState, isStretch: boolean, ...moves: readonly Move[]): WindowState {
  return moves.reduce((now, move) => ({ ...now, ...afterMove(now, move, isStretch, PAGE) }), state);
}

describe("a key leads", () => {
  test.each<[string, [string, string], Move, string]>([
    ["right", ["sales", "1Q05"], go("right"), "sales 2Q05"],
    ["up, staying in the first row", ["sales", "1Q05"], go("up"), "sales 1Q05"],
    ["left, staying in the first column", ["sales", "1Q05"], go("left"), "sales 1Q05"],
    ["down over a heading", ["profit", "2Q05"], go("down"), "margin 2Q05"],
    ["up over a heading", ["staff", "2Q05"], go("up"), "margin 2Q05"],
    ["to the last of the filled cells", ["sales", "2Q05"], go("right", "edge"), "sales 2Q06"],
    ["from there to the grid's edge", ["sales", "2Q06"], go("right", "edge"), "sales 3Q06"],
    ["to the edge before a hole", ["costs", "1Q05"], go("right", "edge"), "costs 2Q05"],
    ["over the hole to the next filled cell", ["costs", "2Q05"], go("right", "edge"), "costs 1Q06"],
    ["from within the hole to the next filled cell", ["costs", "4Q05"], go("left", "edge"), "costs 2Q05"],
    ["down to the edge of data", ["sales", "2Q06"], go("down", "edge"), "costs 2Q06"],
    ["down over blanks and headings to the next filled cell", ["costs", "2Q06"], go("down", "edge"), "staff 2Q06"],
    ["to the start of the row", ["costs", "1Q06"], { by: "home" }, "costs 1Q05"],
    ["to the end of the row", ["costs", "1Q06"], { by: "end" }, "costs 3Q06"],
    ["to the first cell", ["staff", "3Q06"], { by: "first" }, "sales 1Q05"],
    ["to the last row and the last column with data", ["sales", "1Q05"], { by: "last" }, "staff 2Q06"],
    ["down a page", ["sales", "1Q05"], go("down", "page"), "profit 1Q05"],
    ["down a page, no further than the last row", ["margin", "1Q05"], go("down", "page"), "staff 1Q05"],
    ["right a page", ["sales", "1Q05"], go("right", "page"), "sales 4Q05"],
  ])("%s", (_, [line, period], move, target) => {
    const after = press(onCell(line, period), false, move);
    expect(told(after.focused)).toBe(target);
    expect(selected(after)).toEqual([target]);
  });
});

describe("with Shift the selection goes along", () => {
  test("cell by cell, and back again over the active cell to its other side", () => {
    let state = press(onCell("costs", "2Q05"), true, go("right"), go("down"));
    expect(selected(state)).toEqual(["costs 2Q05", "costs 3Q05", "profit 2Q05", "profit 3Q05"]);
    expect(told(state.focused)).toBe("costs 2Q05");
    state = press(state, true, go("left"), go("left"));
    expect(selected(state)).toEqual(["costs 1Q05", "costs 2Q05", "profit 1Q05", "profit 2Q05"]);
  });

  test("to the edge of data along the active cell's own row", () => {
    const state = press(onCell("sales", "1Q05"), true, go("down"), go("right", "edge"));
    expect(selected(state).at(-1)).toBe("costs 2Q06");
  });

  test("over a heading, which is no cell", () => {
    const state = press(onCell("profit", "1Q05"), true, go("down"), go("down"));
    expect(selected(state)).toEqual(["profit 1Q05", "margin 1Q05", "staff 1Q05"]);
  });

  test("to the first cell and to the last", () => {
    expect(selected(press(onCell("costs", "2Q05"), true, { by: "first" }))).toEqual([
      "sales 1Q05",
      "sales 2Q05",
      "costs 1Q05",
      "costs 2Q05",
    ]);
    expect(boxesIn(press(onCell("costs", "2Q05"), true, { by: "last" }))).toEqual([
      { top: 2, bottom: 7, left: 1, right: 5 },
    ]);
  });

  test("whole rows grow by rows", () => {
    const rows = withRanges(rangeOf(at("sales", "2Q05"), at("sales", "2Q05"), "rows"));
    expect(boxesIn(press(rows, true, go("down")))).toEqual([{ top: 1, bottom: 2, left: 0, right: 6 }]);
  });
});

test("cells in two ranges are there once, in the rows' order", () => {
  const state = withRanges(
    rangeOf(at("costs", "1Q05"), at("profit", "2Q05")),
    rangeOf(at("costs", "2Q05"), at("sales", "3Q05")),
  );
  expect(selected(state)).toEqual([
    "sales 2Q05",
    "sales 3Q05",
    "costs 1Q05",
    "costs 2Q05",
    "costs 3Q05",
    "profit 1Q05",
    "profit 2Q05",
  ]);
});

test("rows widen to all, columns too", () => {
  const cell = onCell("costs", "2Q05");
  const rows = { ...cell, ranges: widened(cell, "rows") };
  expect(selected(rows)).toHaveLength(7);
  const all = { ...rows, ranges: widened(rows, "columns") };
  expect(selected(all)).toHaveLength(5 * 7);
  expect(selected({ ...cell, ranges: widened(cell, "columns") })).toHaveLength(5);
});

test("a cell that something else went to is selected alone", () => {
  const state = { ...withRanges(rangeOf(at("sales", "1Q05"), at("costs", "2Q05"))), focused: at("staff", "1Q05") };
  expect(selected(state)).toEqual(["staff 1Q05"]);
  expect(hasManyCells(state)).toBe(false);
});

describe("within a selection of several cells", () => {
  const TWO = withRanges(
    rangeOf(at("profit", "1Q05"), at("margin", "2Q05")),
    rangeOf(at("sales", "1Q06"), at("sales", "2Q06")),
  );
  const round = (along: "rows" | "columns", step: 1 | -1): string[] => {
    const seen: string[] = [];
    let state = TWO;
    for (let count = 0; count < 6; count++) {
      const focused = afterRound(state, along, step);
      seen.push(told(focused));
      state = { ...state, focused };
    }
    return seen;
  };

  test("Tab goes along the rows, range by range, round and round", () => {
    expect(round("rows", 1)).toEqual([
      "sales 2Q06",
      "profit 1Q05",
      "profit 2Q05",
      "margin 1Q05",
      "margin 2Q05",
      "sales 1Q06",
    ]);
  });

  test("Enter goes down the columns; with Shift back", () => {
    expect(round("columns", 1).slice(1, 5)).toEqual(["profit 1Q05", "margin 1Q05", "profit 2Q05", "margin 2Q05"]);
    expect(round("columns", -1).slice(0, 4)).toEqual(["margin 2Q05", "profit 2Q05", "margin 1Q05", "profit 1Q05"]);
  });
});

describe("the selection stays on the same figures", () => {
  const change = (state: WindowState, sheet: Partial<SheetView>): WindowState => ({
    ...state,
    ...withSheet(state, sheet),
  });

  test.each(["H", "FY", "QQQQY", "Q-Y", "YTD", "LTM", "matrix"] as const)("from quarters to %s and back", (layout) => {
    const before = withRanges(rangeOf(at("staff", "4Q05")), rangeOf(at("costs", "1Q06"), at("sales", "3Q05")));
    const back = change(change(before, { layout }), { layout: "Q" });
    expect(selected(back)).toEqual(selected(before));
    expect(selectionIn(back)).toEqual(selectionIn(before));
    expect(told(back.focused)).toBe("costs 1Q06");
  });

  test("among halves those are selected in which the quarters lie", () => {
    const halves = change(withRanges(rangeOf(at("sales", "2Q05"), at("costs", "3Q05"))), { layout: "H" });
    expect(selected(halves)).toEqual(["sales 1H05", "sales 2H05", "costs 1H05", "costs 2H05"]);
    expect(told(halves.focused)).toBe("sales 1H05");
  });

  test("something selected among halves is what counts from then on", () => {
    const halves = change(onCell("sales", "1Q05"), { layout: "H" });
    const chosen = { ...halves, ...cellSelected(at("costs", "2H05")) };
    expect(selected(change(chosen, { layout: "Q" }))).toEqual(["costs 4Q05"]);
  });

  test("a year between the quarters parts the selection", () => {
    const state = change(withRanges(rangeOf(at("sales", "3Q05"), at("sales", "2Q06"))), { layout: "QQQQY" });
    expect(selected(state)).toEqual(["sales 3Q05", "sales 4Q05", "sales 1Q06", "sales 2Q06"]);
    expect(boxesIn(state)).toHaveLength(2);
  });

  test("a hidden line between parts it, and is selected again when it is shown", () => {
    const before = withRanges(rangeOf(at("sales", "1Q05"), at("profit", "1Q05")));
    const hidden = change(before, { hiddenLines: ["costs"] });
    expect(selected(hidden)).toEqual(["sales 1Q05", "profit 1Q05"]);
    expect(selected(change(hidden, { hiddenLines: [] }))).toEqual(["sales 1Q05", "costs 1Q05", "profit 1Q05"]);
  });

  test("lines that appear within it are not selected", () => {
    const before = change(stateWith({}), { hiddenLines: ["costs"] });
    const state = {
      ...before,
      focused: at("sales", "1Q05"),
      ranges: [rangeOf(at("sales", "1Q05"), at("profit", "1Q05"))],
    };
    const shown = change(state, { hiddenLines: [] });
    expect(selected(shown)).toEqual(["sales 1Q05", "profit 1Q05"]);
  });

  test("sorted otherwise, the same lines are selected wherever they stand", () => {
    const before = withRanges(rangeOf(at("sales", "2Q06"), at("costs", "2Q06")));
    const sorted = change(before, {
      sort: { column: spanKey(spanOf("2Q06")), direction: "ascending" } as SheetView["sort"],
    });
    expect(selected(sorted).toSorted()).toEqual(["costs 2Q06", "sales 2Q06"]);
  });

  test("whole rows stay whole", () => {
    const before = withRanges(rangeOf(at("sales", "2Q05"), at("costs", "2Q05"), "rows"));
    const halves = change(before, { layout: "H" });
    expect(boxesIn(halves)).toEqual([{ top: 1, bottom: 2, left: 0, right: 3 }]);
    expect(selectionIn(change(halves, { layout: "Q" }))).toEqual(selectionIn(before));
  });

  test("everything stays everything", () => {
    const before = withRanges(rangeOf(at("sales", "2Q05"), at("sales", "2Q05"), "all"));
    expect(selected(change(before, { layout: "FY" }))).toHaveLength(5 * 2);
  });
});

describe("a fill", () => {
  const plan = gridPlanIn(stateWith({}));
  const box = (from: Place, to: Place) => {
    const [a, b] = [positionOf(plan, from), positionOf(plan, to)];
    if (a === null || b === null) throw new RangeError("not in the plan");
    return { top: a.row, bottom: b.row, left: a.column, right: b.column };
  };
  const pairs = (list: ReturnType<typeof pairsWithin>): string[] =>
    list.map(({ from, to }) => `${told(from)} → ${told(to)}`);

  test("down takes the first row, over headings", () => {
    expect(pairs(pairsWithin(plan, box(at("costs", "1Q05"), at("margin", "1Q05")), "down"))).toEqual([
      "costs 1Q05 → profit 1Q05",
      "costs 1Q05 → margin 1Q05",
    ]);
  });

  test("of one row takes the row above, of one column the column before; at the edge there is none", () => {
    expect(pairs(pairsWithin(plan, box(at("margin", "2Q05"), at("margin", "3Q05")), "down"))).toEqual([
      "profit 2Q05 → margin 2Q05",
      "profit 3Q05 → margin 3Q05",
    ]);
    expect(pairs(pairsWithin(plan, box(at("sales", "2Q05"), at("sales", "2Q05")), "right"))).toEqual([
      "sales 1Q05 → sales 2Q05",
    ]);
    expect(pairsWithin(plan, box(at("sales", "1Q05"), at("sales", "2Q05")), "down")).toEqual([]);
    expect(pairsWithin(plan, box(at("sales", "1Q05"), at("costs", "1Q05")), "right")).toEqual([]);
  });

  const source = box(at("costs", "3Q05"), at("costs", "4Q05"));
  test.each([
    ["right", at("costs", "3Q06"), ["3Q05 → 1Q06", "4Q05 → 2Q06", "3Q05 → 3Q06"]],
    ["left", at("costs", "1Q05"), ["4Q05 → 2Q05", "3Q05 → 1Q05"]],
  ] as const)("by the handle to the %s repeats the block", (_, to, expected) => {
    const there = positionOf(plan, to);
    const filled = there === null ? null : boxFilled(plan, source, there);
    expect(filled).not.toBeNull();
    expect(
      filled === null ? [] : pairs(pairsInto(plan, source, filled)).map((each) => each.replaceAll("costs ", "")),
    ).toEqual(expected);
  });

  test("by the handle goes the way the pointer is farther, up and down too", () => {
    expect(boxFilled(plan, source, { row: 7, column: 4 })).toEqual({ top: 3, bottom: 7, left: 2, right: 3 });
    expect(boxFilled(plan, source, { row: 1, column: 3 })).toEqual({ top: 1, bottom: 1, left: 2, right: 3 });
    expect(boxFilled(plan, source, { row: 2, column: 2 })).toBeNull();
  });
});

describe("Ctrl takes out of the selection what is selected", () => {
  const plan = gridPlanIn(stateWith({}));
  const position = (line: string, period: string) => positionOf(plan, at(line, period)) ?? { row: -1, column: -1 };
  const left = (ranges: readonly CellRange[], reach: CellRange["reach"], line: string, period: string): string[] => {
    const kept = withoutPressed(plan, ranges, reach, position(line, period));
    return kept === null ? ["unchanged"] : selected(withRanges(...kept));
  };
  const block = rangeOf(at("sales", "1Q05"), at("profit", "3Q05"));

  test("one cell out of the middle, at a corner, and the last one, which stays", () => {
    const others = selected(withRanges(block)).filter((each) => each !== "costs 2Q05");
    expect(others).toHaveLength(8);
    expect(left([block], "cells", "costs", "2Q05")).toEqual(others);
    expect(left([rangeOf(at("sales", "1Q05"), at("costs", "1Q05"))], "cells", "sales", "1Q05")).toEqual(["costs 1Q05"]);
    expect(left([rangeOf(at("sales", "1Q05"))], "cells", "sales", "1Q05")).toEqual(["unchanged"]);
    expect(left([block], "cells", "staff", "1Q05")).toEqual(["unchanged"]);
  });

  test("over headings, and out of every range it is in", () => {
    const long = rangeOf(at("costs", "1Q05"), at("margin", "1Q05"));
    expect(left([long], "cells", "profit", "1Q05")).toEqual(["costs 1Q05", "margin 1Q05"]);
    expect(left([block, rangeOf(at("costs", "2Q05"))], "cells", "costs", "2Q05")).not.toContain("costs 2Q05");
  });

  test("a whole row out of rows, which stay whole; cells of a row are no row", () => {
    const rows = rangeOf(at("sales", "1Q05"), at("profit", "1Q05"), "rows");
    const kept = withoutPressed(plan, [rows], "rows", position("costs", "1Q05"));
    expect(kept?.map(({ anchor, reach }) => [anchor.line, reach])).toEqual([
      ["sales", "rows"],
      ["profit", "rows"],
    ]);
    expect(withoutPressed(plan, [block], "rows", position("costs", "1Q05"))).toBeNull();
    const cut = withoutPressed(plan, [rows], "cells", position("costs", "2Q05"));
    expect(cut?.map(({ reach }) => reach)).toEqual(["rows", "rows", "cells", "cells"]);
    expect(selected(withRanges(...(cut ?? [])))).not.toContain("costs 2Q05");
  });

  test("a whole column out of columns", () => {
    const columns = rangeOf(at("sales", "1Q05"), at("sales", "3Q05"), "columns");
    const kept = withoutPressed(plan, [columns], "columns", position("sales", "2Q05"));
    expect(kept?.map(({ anchor, reach }) => `${told(anchor)} ${reach}`)).toEqual([
      "sales 1Q05 columns",
      "sales 3Q05 columns",
    ]);
  });
});

test("a handle dragged back leaves out the rows or the columns behind it", () => {
  const plan = gridPlanIn(stateWith({}));
  const box = { top: 0, bottom: 2, left: 1, right: 3 };
  const first = plan.rows.findIndex(({ kind }) => kind === "line");
  const source = { ...box, top: first, bottom: first + 2 };
  expect(boxLeftOut(plan, source, { row: first, column: 3 })).toEqual({ ...source, top: first + 1 });
  expect(boxLeftOut(plan, source, { row: first + 2, column: 1 })).toEqual({ ...source, left: 2 });
  expect(boxLeftOut(plan, source, { row: first + 2, column: 3 })).toBeNull();
  expect(boxLeftOut(plan, source, { row: first + 3, column: 3 })).toBeNull();
});
