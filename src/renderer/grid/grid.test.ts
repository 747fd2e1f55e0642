import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { checkBook } from "#core/checks/check-book.ts";
import { rowsOf } from "#core/layout.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { spanKey } from "#core/timeline.ts";
import { createStore } from "zustand/vanilla";
import type { SheetView } from "#contract/questions.ts";
import { makeSheetActions } from "../state/sheet-actions.ts";
import { columnsInView } from "../state/columns-in-view.ts";
import { createWindowStore, FIRST_SHEET, type WindowState } from "../state/window-state.ts";
import { cellHint } from "./cell-hint.ts";
import { columnDefs, LABEL_COLUMN } from "./columns.ts";
import { editText } from "./edit-text.ts";
import { labelHeaderText, sharedUnit } from "./label-header.ts";
import { breaksAt } from "./period-marks.ts";
import { sameShown, shownCell, splitHanging } from "./shown-cell.ts";

const BOOK = tellBook(
  {
    sales: {},
    costs: {},
    profit: { formula: "sales - costs" },
    margin: { kind: "ratio", unit: "%", formula: "profit / sales" },
  },
  [
    ["sales", "4Q05", "100"],
    ["sales", "1Q06", "110"],
    ["costs", "1Q06", "120"],
    ["costs", "4Q05", "-"],
  ],
);

function stateOf(more: Partial<WindowState> = {}, book: Book = BOOK): WindowState {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book, journal, saved: { at: "file" } } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  return { ...createWindowStore(opened, settings, { year: 2006, month: 11 }).getState(), ...more };
}

function defsOf(sheet: Partial<SheetView> = {}): ReturnType<typeof columnDefs> {
  const state = stateOf({ sheet: { ...FIRST_SHEET, ...sheet } });
  const store = createStore(() => state);
  // Nothing is asked while definitions are made.
  const actions = makeSheetActions(store, {
    ask: () => new Promise(() => {}),
    on: () => () => {},
    onClose: () => {},
    close: () => {},
  });
  return columnDefs({ store, actions }, 316, 900);
}

test("columns stand under their fiscal years, beside the labels", () => {
  const [corner, ...years] = defsOf();
  expect(corner).toMatchObject({ children: [{ colId: LABEL_COLUMN, pinned: "left", width: 316 }] });
  expect(years).toMatchObject([
    { headerName: "FY2005", children: [{ colId: spanKey(spanOf("4Q05")), headerName: "4Q05" }] },
    { headerName: "FY2006", children: [{ headerName: "1Q06" }, { headerName: "2Q06" }] },
  ]);
});

test("years have no second heading that repeats them, and stand apart from quarters", () => {
  const [, years] = defsOf({ layout: "FY" });
  expect(years).toMatchObject({
    headerName: "Fiscal years",
    children: [{ headerName: "FY2005" }, { headerName: "FY2006" }],
  });
  const names = defsOf({ layout: "Q-Y" }).map(({ headerName }) => headerName);
  expect(names).toEqual([undefined, "FY2005", "FY2006", "Fiscal years"]);
});

test("a column says its months on hover, and whether they are cumulative", () => {
  const hintsOf = (layout: SheetView["layout"]): unknown[] =>
    defsOf({ layout }).flatMap(({ children }) => children.map(({ headerTooltip }) => headerTooltip));
  expect(hintsOf("Q")).toContain("3 months: Apr – Jun 2006");
  expect(hintsOf("YTD")).toContain("Cumulative, 6 months: Apr – Sep 2006");
});

test("the header over the labels says the unit, and what is shown instead of figures", () => {
  expect(labelHeaderText(stateOf())).toBe("JPY million");
  expect(labelHeaderText(stateOf({ sheet: { ...FIRST_SHEET, overlay: "yoy" } }))).toBe("JPY million · YoY %");
  const matrix = { ...FIRST_SHEET, layout: "matrix" } as const;
  const margin = { line: "margin", span: spanOf("1Q06") };
  expect(labelHeaderText(stateOf({ sheet: matrix, focused: margin }))).toBe("%");
});

describe("an overlay", () => {
  const under = (overlay: SheetView["overlay"], line: string, period: string, layout: SheetView["layout"] = "Q") => {
    const state = stateOf({ sheet: { ...FIRST_SHEET, overlay, layout } }, GROWING);
    const place = { line, span: spanOf(period) };
    return [shownCell(state, place)?.text, cellHint(state, place.line, place.span)];
  };
  const GROWING = tellBook(
    {
      sales: {},
      profit: {},
      margin: { kind: "ratio", unit: "%", formula: "profit / sales" },
      cash: { kind: "stock" },
    },
    [
      ["sales", "2Q05", "800"],
      ["sales", "1Q06", "900"],
      ["sales", "2Q06", "1,000"],
      ["profit", "2Q05", "(20)"],
      ["profit", "1Q06", "90"],
      ["profit", "2Q06", "60"],
      ["cash", "2Q06", "70"],
    ],
  );

  test("shows its numbers with their arithmetic", () => {
    expect(under("share", "profit", "2Q06")).toEqual(["6.0%", "profit 60 ÷ sales 1,000 = 6.0%"]);
    expect(under("yoy", "sales", "2Q06")).toEqual(["+25.0%", "2Q06 1,000 ÷ 2Q05 800 − 1 = +25.0%"]);
    expect(under("qoq", "profit", "2Q06")).toEqual(["-33.3%", "2Q06 60 ÷ 1Q06 90 − 1 = -33.3%"]);
    expect(under("change", "sales", "2Q06")).toEqual(["+200", "2Q06 1,000 − 2Q05 800 = +200"]);
  });

  test("of a percentage is in points", () => {
    expect(under("yoy", "margin", "2Q06")).toEqual(["+8.5pp", "2Q06 6.0% − 2Q05 (2.5%) = +8.5pp"]);
    expect(under("qoq", "margin", "2Q06")[0]).toBe("-4.0pp");
    expect(under("share", "margin", "2Q06")[0]).toBe("6.0%");
  });

  test("says how a result turned, shortly in the cell", () => {
    const [text, hint] = under("yoy", "profit", "2Q06");
    expect(text).toBe("to profit");
    expect(hint).toBe("not meaningful: turned to profit\n2Q06 60\n2Q05 (20)");
  });

  test("says where it has nothing to say, and why", () => {
    expect(under("share", "cash", "2Q06")).toEqual(["n/a", expect.stringContaining("no share")]);
    expect(under("qoq", "sales", "1H06", "H")).toEqual(["n/a", expect.stringContaining("no quarter before")]);
    expect(under("yoy", "sales", "1Q06")).toEqual(["", "needs sales 1Q05\n1Q06 900\n1Q05 …"]);
  });
});

test("rows of different money units name them one by one", () => {
  expect(sharedUnit(rowsOf(BOOK, "acme"), "entered")).toBe("JPY million");
  const mixed = rowsOf(tellBook({ a: {}, b: { unit: "JPY thousand" } }, []), "acme");
  expect(sharedUnit(mixed, "entered")).toBeNull();
  // Shown in one unit they are said once, whatever each is kept in.
  expect(sharedUnit(mixed, "100 million")).toBe("JPY 100 million");
});

test("a cell shows its figure and route; a dash where the item does not exist; nothing for a gap", () => {
  const state = stateOf();
  expect(shownCell(state, { line: "profit", span: spanOf("1Q06") })).toMatchObject({ text: "(10)", route: "computed" });
  expect(shownCell(state, { line: "costs", span: spanOf("4Q05") })).toMatchObject({ text: "–", route: null });
  expect(shownCell(state, { line: "costs", span: spanOf("2Q06") })).toMatchObject({ text: "", route: null });
});

test("a mark alone makes a cell another one", () => {
  const key = `sales|${spanKey(spanOf("1Q06"))}`;
  const plain = shownCell(stateOf(), { line: "sales", span: spanOf("1Q06") });
  const waiting = shownCell(stateOf({ unsaved: new Set([key]) }), { line: "sales", span: spanOf("1Q06") });
  expect(sameShown(plain, plain === null ? null : { ...plain })).toBe(true);
  expect(sameShown(plain, waiting)).toBe(false);
  expect(sameShown(plain, null)).toBe(false);
});

describe("a mark", () => {
  const MARKED = tellBook(
    {
      sales: {},
      profit: {},
      margin: { kind: "ratio", unit: "%", formula: "profit / sales" },
      parts: { formula: "a + b" },
      a: {},
      b: {},
      share: { kind: "ratio", unit: "%", formula: "b / parts" },
    },
    [
      ["sales", "1Q06", "100"],
      ["sales", "2Q06", "110"],
      ["sales", "1H06", "310", { restated: true }],
      ["profit", "1Q06", "18"],
      ["margin", "1Q06", "19.0%"],
      ["margin", "2Q06", "18.0%"],
      ["parts", "1Q06", "10"],
      ["a", "1Q06", "4"],
    ],
  );
  const checks = checkBook(MARKED, { company: "acme", scope: "consolidated", asOf: null });
  const state = { ...stateOf({}, MARKED), findings: { book: MARKED, company: "acme", asOf: null, checks } };
  const shown = (line: string, period: string) => shownCell(state, { line: line, span: spanOf(period) });

  test("says what was printed where the computed percentage differs from it", () => {
    expect(shown("margin", "1Q06")).toMatchObject({ text: "18.0%", printed: "19.0%", isOutside: true });
    expect(shown("margin", "2Q06")).toMatchObject({ text: "18.0%", route: "reported", printed: "" });
    expect(cellHint(state, "margin", spanOf("1Q06"))).toBe(
      [
        "Computed by formula: profit / sales",
        "Printed as 19.0%; the computed figure is shown",
        "Does not agree: margin, printed 19.0%",
      ].join("\n"),
    );
  });

  test("says that a figure was restated, and that it does not agree with its quarters", () => {
    expect(shown("sales", "1H06")).toMatchObject({ isRestated: true, isOutside: true });
    expect(shown("sales", "1Q06")).toMatchObject({ isRestated: false, isOutside: false });
  });

  test("tells an implied figure from one that rests on it", () => {
    expect(shown("b", "1Q06")).toMatchObject({ text: "6", route: "implied", restsOnImplied: false });
    expect(shown("share", "1Q06")).toMatchObject({ text: "60.0%", route: "computed", restsOnImplied: true });
    expect(cellHint(state, "b", spanOf("1Q06"))).toBe("Implied: what the other parts leave of parts");
  });
});

test("the closing parenthesis hangs outside the digits", () => {
  expect(splitHanging("(1,234)")).toEqual(["(1,234", ")"]);
  expect(splitHanging("1,234")).toEqual(["1,234", ""]);
});

test("an editor opens with what was refused, else what is stored, else what is shown", () => {
  const place = { line: "sales", span: spanOf("1Q06") };
  const refused = new Map([[`sales|${spanKey(place.span)}`, { place, text: "12,3", code: "bad-amount" }]]);
  expect(editText(stateOf({ refused }), place)).toBe("12,3");
  expect(editText(stateOf(), place)).toBe("110");
  expect(editText(stateOf(), { line: "costs", span: spanOf("4Q05") })).toBe("-");
  expect(editText(stateOf(), { line: "profit", span: spanOf("1Q06") })).toBe("(10)");
  expect(editText(stateOf(), { line: "profit", span: spanOf("2Q06") })).toBe("");
});

test("a break stands between two columns: for every line, or in the row of its own", () => {
  const row = { id: "b", company: "acme", line: "sales", boundary: spanOf("1Q06").start, textEn: "IFRS", textJa: "" };
  const state = stateOf({}, { ...BOOK, breaks: [row] });
  const broken = (line: string | null) =>
    columnsInView(state).flatMap((column) => (breaksAt(state, column, line).length > 0 ? [column.label] : []));
  expect(broken(null)).toEqual(["1Q06"]);
  expect(broken("sales")).toEqual(["1Q06"]);
  expect(broken("costs")).toEqual([]);
  const halves = stateOf({ sheet: { ...FIRST_SHEET, layout: "YTD" } }, { ...BOOK, breaks: [row] });
  expect(
    columnsInView(halves)
      .filter((column) => breaksAt(halves, column, null).length > 0)
      .map(({ label }) => label),
  ).toEqual(["1Q06"]);
});
