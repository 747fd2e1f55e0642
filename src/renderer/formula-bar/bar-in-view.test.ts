import { describe, expect, test } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { planFormula } from "#core/formula-plan.ts";
import type { Settings } from "#contract/questions.ts";
import { createWindowStore, type WindowState } from "../state/window-state.ts";
import { barContentIn } from "./bar-content.ts";
import { formulaEditIn, makeFormulaActions } from "./formula-actions.ts";
import { consequenceText, namedLinesIn, objectionText, previewText } from "./formula-in-view.ts";

const SETTINGS: Settings = {
  language: "en",
  theme: "system",
  negatives: "parentheses",
  amounts: "entered",
  periods: "deck",
};

const BOOK = tellBook(
  {
    revenue: {},
    costs: {},
    profit: { formula: "revenue - costs" },
    margin: { kind: "ratio", unit: "%", formula: "profit / revenue" },
  },
  [
    ["revenue", "1Q06", "12,437"],
    ["revenue", "1H06", "26,444"],
    ["costs", "1Q06", "(9,000)"],
    ["margin", "1Q06", "19.0%"],
    ["profit", "2Q06", "2,559"],
  ],
);

function storeOf(settings: Partial<Settings> = {}, readOnly: "file-is-read-only" | null = null) {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "acme.kessan", readOnly, book: BOOK, journal, saved: { at: "file" } } as const;
  return createWindowStore(opened, { ...SETTINGS, ...settings }, { year: 2006, month: 11 });
}

const stateAt = (line: string, period: string, settings: Partial<Settings> = {}): WindowState => ({
  ...storeOf(settings).getState(),
  focused: { line, span: spanOf(period) },
});

const shown = (line: string, period: string): unknown => {
  const content = barContentIn(stateAt(line, period));
  return content === null ? null : [content.isFormula ? "=" : "", content.text, content.note];
};

describe("what the bar shows", () => {
  test.each([
    ["costs", "1Q06", ["", "(9,000)", "report, 2006-11-02"]],
    ["revenue", "2Q06", ["", "14,007", "Derived from other periods: 1H06 − 1Q06"]],
    ["costs", "3Q06", ["", "", "not entered"]],
    ["profit", "2Q06", ["", "2,559", "report, 2006-11-02"]],
    ["profit", "1Q06", ["=", "revenue - costs", ""]],
    ["profit", "3Q06", ["=", "revenue - costs", "needs revenue 3Q06, costs 3Q06"]],
    ["margin", "1Q06", ["=", "profit / revenue", "Printed as 19.0%; the computed figure is shown"]],
  ])("%s %s", (line, period, content) => {
    expect(shown(line, period)).toEqual(content);
  });

  test("nothing where no cell is active", () => {
    expect(barContentIn(storeOf().getState())).toBeNull();
  });
});

describe("what is said of a formula", () => {
  const planned = (state: WindowState, line: string, text: string) => {
    const plan = planFormula(state.edited.shown, line, text);
    if ("objection" in plan) throw new Error(plan.objection.code);
    return plan;
  };

  test("what storing it does, over the cells of the sheet", () => {
    const state = stateAt("margin", "1Q06");
    expect(consequenceText(state, planned(state, "margin", "profit / revenue"))).toEqual([
      "The formula of margin holds for every period (2 cells). A number typed into a cell keeps it.",
    ]);
    expect(consequenceText(state, planned(state, "profit", "revenue"))).toEqual([
      "This changes the formula of profit for every period (1 cell).",
      "Also worked out anew: margin.",
    ]);
    expect(consequenceText(state, planned(state, "margin", ""))).toEqual([
      "This takes the formula of margin away: 2 cells are no longer computed.",
      "1 figure goes blank.",
    ]);
  });

  test("what it gives in the active cell's period, or why it gives nothing", () => {
    const state = stateAt("margin", "1Q06");
    expect(previewText(state, planned(state, "margin", "costs / revenue"))).toBe("1Q06: (72.4%)");
    expect(previewText(state, planned(state, "margin", "yoy(revenue)"))).toBe("1Q06: needs revenue 1Q05");
    expect(previewText(state, planned(state, "margin", ""))).toBeNull();
  });

  test("what is wrong, in both languages", () => {
    const said = (line: string, text: string, language: Settings["language"]): string => {
      const state = stateAt(line, "1Q06", { language });
      const plan = planFormula(state.edited.shown, line, text);
      return "objection" in plan ? objectionText(state, plan.objection, line) : "";
    };
    expect(said("margin", "proft / revenue", "en")).toBe("The book has no line proft.");
    expect(said("margin", "prof / revenue", "en")).toBe("The book has no line prof. Perhaps profit.");
    expect(said("margin", "yo(revenue)", "ja")).toBe("「yo」という関数はありません。候補：yoy( )、yoy_change( )");
    expect(said("margin", "profit", "en")).toBe("It gives JPY million, the line is in %.");
    expect(said("revenue", "margin * 2", "ja")).toBe("科目が自分自身に依存します：revenue → margin → profit → revenue");
  });

  test("lines go by every label they have, the window's language first", () => {
    const [first] = namedLinesIn(stateAt("margin", "1Q06", { language: "ja" }));
    expect(first?.id).toBe("revenue");
    expect(namedLinesIn(stateAt("margin", "1Q06")).map(({ id }) => id)).toEqual([
      "revenue",
      "costs",
      "profit",
      "margin",
    ]);
  });
});

describe("opening a formula", () => {
  test("begins with what the line has, or with what was typed", () => {
    const store = storeOf();
    const actions = makeFormulaActions(store, () => {});
    actions.editFormula("profit");
    expect(store.getState().formulaEdit).toEqual({ line: "profit", text: "revenue - costs" });
    actions.leaveFormula();
    actions.editFormula("revenue", "profit + costs");
    expect(store.getState().formulaEdit).toEqual({ line: "revenue", text: "profit + costs" });
  });

  test("another one does not take the place of the one that is open: that one is asked for anew", () => {
    const store = storeOf();
    const actions = makeFormulaActions(store, () => {});
    actions.editFormula("profit");
    const open = store.getState().formulaEdit;
    actions.editFormula("margin");
    expect(store.getState().formulaEdit).toEqual(open);
    expect(store.getState().formulaEdit).not.toBe(open);
  });

  test("is not possible in a book that cannot be edited, which is said", () => {
    const store = storeOf({}, "file-is-read-only");
    let isSaid = false;
    makeFormulaActions(store, () => {
      isSaid = true;
    }).editFormula("profit");
    expect([store.getState().formulaEdit, isSaid]).toEqual([null, true]);
  });

  test("a formula whose line was taken back is not open any more", () => {
    expect(formulaEditIn({ ...storeOf().getState(), formulaEdit: { line: "gone", text: "1" } })).toBeNull();
  });
});
