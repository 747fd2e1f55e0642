import { expect, test } from "vitest";
import { rowsOf } from "#core/layout.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { spanKey } from "#core/timeline.ts";
import { columnsInView } from "../state/columns-in-view.ts";
import { createWindowStore, type WindowState } from "../state/window-state.ts";
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

function stateOf(more: Partial<WindowState> = {}): WindowState {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book: BOOK, journal, saved: { at: "file" } } as const;
  const settings = { language: "en", theme: "system", negatives: "parentheses" } as const;
  return { ...createWindowStore(opened, settings, { year: 2006, month: 11 }).getState(), ...more };
}

const lineRow = (id: string) => {
  const row = rowsOf(BOOK, "acme").find((each) => each.id === id);
  if (row?.kind !== "line") throw new RangeError(id);
  return row;
};

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
  const state = stateOf({ mode: "FY" });
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
  expect(shownCell(state, lineRow("profit"), spanOf("1Q06"))).toMatchObject({ text: "(10)", route: "computed" });
  expect(shownCell(state, lineRow("costs"), spanOf("4Q05"))).toMatchObject({ text: "–", route: null });
  expect(shownCell(state, lineRow("costs"), spanOf("2Q06"))).toMatchObject({ text: "", route: null });
});

test("a mark alone makes a cell another one", () => {
  const key = `sales|${spanKey(spanOf("1Q06"))}`;
  const plain = shownCell(stateOf(), lineRow("sales"), spanOf("1Q06"));
  const waiting = shownCell(stateOf({ unsaved: new Set([key]) }), lineRow("sales"), spanOf("1Q06"));
  expect(sameShown(plain, { ...plain })).toBe(true);
  expect(sameShown(plain, waiting)).toBe(false);
  expect(sameShown(plain, null)).toBe(false);
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
