import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { applyChanges } from "#core/changes.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { rowsOf } from "#core/layout.ts";
import { spanKey } from "#core/timeline.ts";
import type { SheetView } from "#contract/questions.ts";
import { isInSight } from "../commands/command.ts";
import { COMMANDS } from "../commands/commands.ts";
import { sameKey } from "../commands/keys.ts";
import { MENUS, itemsOf } from "../menu/menu-items.ts";
import { withoutFolded } from "../state/rows-in-view.ts";
import { createWindowStore, FIRST_SHEET, VIEWS, type WindowState } from "../state/window-state.ts";
import {
  choosingOf,
  chosenIn,
  listedIn,
  matches,
  movedBeside,
  movedBy,
  toggled,
  type Choosing,
} from "./company-list.ts";
import { draftOf, fieldsOf, parentsFor, planOfEdit, planOfNew, unitNamed, unitsIn } from "./line-draft.ts";
import { landingOn } from "./row-drag.ts";
import {
  folded,
  foldedAt,
  hiddenLinesMeant,
  hideRows,
  levelIn,
  rowToFold,
  rowToUnfold,
  sortedBy,
  withoutHidden,
} from "./sheet-rows.ts";

const BOOK: Book = tellBook(
  {
    sales: {},
    goods: { parent: "sales" },
    services: { parent: "sales" },
    costs: { unit: "JPY thousand" },
    margin: { formula: "sales - costs" },
  },
  [
    ["sales", "1Q06", "30"],
    ["sales", "2Q06", "40"],
  ],
);

function stateWith(sheet: Partial<SheetView> = {}, line = "goods", book = BOOK): WindowState {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "", path: "", readOnly: null, book, journal, saved: { at: "file" } } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  const store = createWindowStore(opened, settings, { year: 2006, month: 11 }, { ...FIRST_SHEET, ...sheet });
  return { ...store.getState(), focused: { line, span: spanOf("1Q06") } };
}

describe("folding by keys", () => {
  test("a line without open children folds the line it stands under, then the section", () => {
    expect(rowToFold(stateWith())).toBe("sales");
    expect(rowToFold(stateWith({}, "sales"))).toBe("sales");
    expect(rowToFold(stateWith({ folded: ["sales"] }, "sales"))).toBe("section:income");
    expect(rowToFold(stateWith({}, "costs"))).toBe("section:income");
    expect(rowToFold(stateWith({ folded: ["section:income"] }, "costs"))).toBeNull();
  });
  test("unfolding opens the section before the line", () => {
    expect(rowToUnfold(stateWith({ folded: ["sales", "section:income"] }, "sales"))).toBe("section:income");
    expect(rowToUnfold(stateWith({ folded: ["sales"] }, "sales"))).toBe("sales");
    expect(rowToUnfold(stateWith({}, "sales"))).toBeNull();
  });
  test("a row is folded once and unfolded", () => {
    const state = stateWith({ folded: ["sales"] });
    expect(folded(state, "sales", true)).toEqual({ folded: ["sales"] });
    expect(folded(state, "sales", false)).toEqual({ folded: [] });
  });
  test("each level is known again, and in between there is none", () => {
    const rows = rowsOf(BOOK, "acme");
    for (const level of [1, 2, 3] as const) expect(levelIn(stateWith({ folded: foldedAt(rows, level) }))).toBe(level);
    expect(levelIn(stateWith({ folded: ["section:income"] }))).toBeNull();
    expect(levelIn(stateWith({ folded: ["a_line_of_another_company"] }))).toBe(3);
  });
});

describe("hiding", () => {
  test("the cell in hand moves down to what stays, at the end up", () => {
    const place = (line: string) => ({ line, span: spanOf("1Q06") });
    expect(hideRows(stateWith({}, "goods"))).toEqual({ sheet: { hiddenLines: ["goods"] }, place: place("services") });
    expect(hideRows(stateWith({}, "margin"))).toEqual({ sheet: { hiddenLines: ["margin"] }, place: place("costs") });
    const rest = ["sales", "goods", "services", "costs"];
    expect(hideRows(stateWith({ hiddenLines: rest }, "margin"))).toBeNull();
    expect(hideRows(stateWith({ layout: "matrix" }))).toBeNull();
  });
  test("what is hidden beside the selection comes back first, else everything", () => {
    const hiddenLines = ["goods", "margin", "a_line_of_another_company"];
    expect(hiddenLinesMeant(stateWith({ hiddenLines }, "sales"))).toEqual(["goods"]);
    expect(hiddenLinesMeant(stateWith({ hiddenLines }, "services"))).toEqual(["goods"]);
    expect(hiddenLinesMeant(stateWith({ hiddenLines: ["margin"] }, "sales"))).toEqual(["margin"]);
    expect(withoutHidden(stateWith({ hiddenLines }), ["goods"])).toEqual({ hiddenLines: hiddenLines.slice(1) });
  });
});

test("rows are sorted by the column in hand, and by none in the matrix", () => {
  const sort = { column: spanKey(spanOf("1Q06")), direction: "ascending" };
  expect(sortedBy(stateWith(), "ascending")).toEqual({ sort });
  expect(sortedBy(stateWith({ layout: "matrix" }), "ascending")).toBeNull();
});

describe("where a dragged line lands", () => {
  const rows = withoutFolded(rowsOf(BOOK, "acme"), [], []);
  const shut = withoutFolded(rowsOf(BOOK, "acme"), ["sales"], []);
  test.each([
    ["costs", 0.1, { parent: null, before: "costs" }, "above"],
    ["costs", 0.9, { parent: null, before: "margin" }, "below"],
    ["costs", 0.5, { parent: "costs", before: null }, "on"],
    ["margin", 0.9, { parent: null, before: null }, "below"],
    ["goods", 0.1, { parent: "sales", before: "goods" }, "above"],
    ["services", 0.9, { parent: "sales", before: null }, "below"],
    ["sales", 0.9, { parent: "sales", before: "goods" }, "below"],
    ["section:income", 0.9, { parent: null, before: "sales" }, "below"],
  ] as const)("%s at %d", (row, share, spot, side) => {
    expect(landingOn(rows, row, share)).toMatchObject({ spot: { section: "income", ...spot }, side });
  });
  test("below a folded line comes what follows it", () => {
    expect(landingOn(shut, "sales", 0.9)).toMatchObject({ spot: { parent: null, before: "costs" }, depth: 0 });
    expect(landingOn(rows, "nowhere", 0.5)).toBeNull();
  });
});

describe("the fields of a line", () => {
  test("a new line is like the one in hand, and stands under the same", () => {
    const state = stateWith({}, "goods");
    const fields = fieldsOf(state, null);
    expect(fields).toMatchObject({ id: null, section: "income", parent: "sales", unit: "JPY million", kind: "flow" });
    const typed = { ...fields, labelEn: " Shoes ", formula: "＝goods＋ 1", unit: "ＪＰＹ" };
    expect(draftOf(BOOK, null, typed)).toMatchObject({
      id: "shoes",
      labelEn: "Shoes",
      formula: "goods+ 1",
      unit: "JPY",
    });
    const plan = planOfNew(BOOK, "acme", typed, "goods");
    const after = rowsOf(applyChanges(BOOK, plan.changes), "acme").map(({ id }) => id);
    expect(after).toEqual(["section:income", "sales", "goods", "shoes", "services", "costs", "margin"]);
  });

  test("a unit is named as the window names it", () => {
    const state = stateWith();
    const japanese = { ...state, settings: { ...state.settings, language: "ja" as const } };
    expect(unitNamed(japanese, "百万円")).toBe("JPY million");
    expect(unitNamed(japanese, " 億円 ")).toBe("JPY 100 million");
    expect(unitNamed(japanese, "JPY million")).toBe("JPY million");
    expect(unitNamed(state, "shops")).toBe("shops");
  });

  test("saving what is there changes nothing; another id and the company's own names are one deed", () => {
    const fields = fieldsOf(stateWith(), "sales");
    expect(planOfEdit(BOOK, "acme", "sales", fields).changes).toEqual([]);
    const own = { ...fields, ownEn: "Turnover" };
    expect(rowsOf(applyChanges(BOOK, planOfEdit(BOOK, "acme", "sales", own).changes), "acme")[1]).toMatchObject({
      labelEn: "Turnover",
    });
    const both = applyChanges(BOOK, planOfEdit(BOOK, "acme", "sales", { ...own, id: "revenue" }).changes);
    expect(rowsOf(both, "acme")[1]).toMatchObject({ id: "revenue", labelEn: "Turnover" });
    expect(both.companyLines).toHaveLength(BOOK.companyLines.length);
  });

  test("what a line may stand under, and the units of the book", () => {
    const state = stateWith();
    expect(parentsFor(state, "sales", "income").map(({ id }) => id)).toEqual(["costs", "margin"]);
    expect(unitsIn(state)).toEqual(["JPY million", "JPY thousand"]);
  });
});

describe("the lines of a company", () => {
  const without: Book = { ...BOOK, companyLines: BOOK.companyLines.filter(({ line }) => line !== "goods") };
  const told = (choosing: Choosing): string =>
    listedIn(choosing)
      .map(({ line, depth, isUsed }) => `${"-".repeat(depth)}${line.id}${isUsed ? "" : "?"}`)
      .join(" ");
  const start = choosingOf(without, "acme");

  test("a line that is not used stands where the book has it", () => {
    expect(told(start)).toBe("sales -goods? -services costs margin");
    expect(told(toggled(start, "goods"))).toBe("sales -goods -services costs margin");
    expect(told(toggled(toggled(start, "goods"), "goods"))).toBe(told(start));
    expect(chosenIn(start)).toEqual(["sales", "services", "costs", "margin"]);
  });
  test("lines move among those they stand beside, with what stands under them", () => {
    expect(told(movedBy(start, "sales", 1))).toBe("costs sales -goods? -services margin");
    expect(told(movedBy(start, "services", -1))).toBe("sales -services -goods? costs margin");
    expect(movedBy(start, "services", 1)).toBe(start);
  });
  test("dragged beside a line, or beside the one that line stands under", () => {
    expect(told(movedBeside(start, "margin", "costs", "above"))).toBe("sales -goods? -services margin costs");
    expect(told(movedBeside(start, "margin", "services", "below"))).toBe("sales -goods? -services margin costs");
    expect(told(movedBeside(start, "margin", "goods", "above"))).toBe("margin sales -goods? -services costs");
    expect(told(movedBeside(start, "services", "costs", "above"))).toBe(told(start));
  });
  test("a search finds words of either name in any order", () => {
    const line = { ...BOOK.lines[0]!, labelEn: "Total revenues", labelJa: "営業収益" };
    expect(["rev tot", "営業", "SALES", "ｒｅｖ", ""].map((search) => matches(line, search))).toEqual(
      Array.from({ length: 5 }, () => true),
    );
    expect(matches(line, "total costs")).toBe(false);
  });
});

describe("menus", () => {
  test("name commands that there are", () => {
    const ids = new Set(COMMANDS.map(({ id }) => id));
    expect(
      Object.values(MENUS)
        .flat(2)
        .filter((id) => !ids.has(id)),
    ).toEqual([]);
  });
  test("leave out what would do nothing, and groups without anything", () => {
    const groups = itemsOf("line", COMMANDS, ({ id }) => id === "hide-rows" || id === "delete-line");
    expect(groups.map((group) => group.map(({ id }) => id))).toEqual([["hide-rows"], ["delete-line"]]);
  });
  test.each(VIEWS)("no two commands have one key in the view of %s", (view) => {
    const keys = COMMANDS.filter(({ where }) => isInSight(where, view)).flatMap((command) =>
      command.keys.map((key) => ({ key: sameKey(key), id: command.id })),
    );
    const twice = keys.filter(({ key }, index) => keys.findIndex((other) => other.key === key) !== index);
    expect(twice).toEqual([]);
  });
});
