import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { checkBook } from "#core/checks/check-book.ts";
import { rowsOf } from "#core/layout.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { spanKey } from "#core/timeline.ts";
import { columnsInView } from "../state/columns-in-view.ts";
import { createWindowStore, FIRST_SHEET, type WindowState } from "../state/window-state.ts";
import { cellHint } from "./cell-hint.ts";
import { columnDefs, LABEL_COLUMN, sharedUnit } from "./columns.ts";
import { editText } from "./edit-text.ts";
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
  const settings = { language: "en", theme: "system", negatives: "parentheses" } as const;
  return { ...createWindowStore(opened, settings, { year: 2006, month: 11 }).getState(), ...more };
}

test("columns stand under their fiscal years; the label column says the shared unit", () => {
  const state = stateOf();
  const [labels, ...years] = columnDefs(columnsInView(state), () => state, 1440);
  expect(labels).toMatchObject({ colId: LABEL_COLUMN, headerName: "JPY million", pinned: "left" });
  expect(years).toMatchObject([
    { headerName: "FY2005", children: [{ colId: spanKey(spanOf("4Q05")), headerName: "4Q05" }] },
    { headerName: "FY2006", children: [{ headerName: "1Q06" }, { headerName: "2Q06" }] },
  ]);
});

test("years have no second heading that repeats them", () => {
  const state = stateOf({ sheet: { ...FIRST_SHEET, layout: "FY" } });
  const defs = columnDefs(columnsInView(state), () => state, 1440);
  expect(defs.map((def) => def.headerName)).toEqual(["JPY million", "FY2005", "FY2006"]);
  expect(defs.some((def) => "children" in def)).toBe(false);
});

test("rows of different money units name them one by one", () => {
  expect(sharedUnit(rowsOf(BOOK, "acme"))).toBe("JPY million");
  expect(sharedUnit(rowsOf(tellBook({ a: {}, b: { unit: "JPY thousand" } }, []), "acme"))).toBeNull();
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
  const state = { ...stateOf({}, MARKED), findings: { book: MARKED, company: "acme", checks } };
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
