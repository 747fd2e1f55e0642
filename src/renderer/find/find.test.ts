import { describe, expect, test } from "vitest";
import type { Note } from "#core/book.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { endOf } from "#core/timeline.ts";
import { columnsInView } from "../state/columns-in-view.ts";
import { makeMoves } from "../state/moves.ts";
import { createWindowStore, FIRST_SHEET, type WindowState } from "../state/window-state.ts";
import { makeFind } from "./find-actions.ts";
import { goOptions } from "./go-options.ts";
import { hiddenMatchesIn, matchesIn } from "./matches.ts";

const note = (id: string, line: string | null, period: string | null, textEn: string, textJa = ""): Note => ({
  id,
  company: "acme",
  line,
  span: period === null ? null : spanOf(period),
  source: null,
  textEn,
  textJa,
  scope: null,
  basis: null,
});

const BOOK = {
  ...tellBook(
    {
      sales: {},
      domestic: { parent: "sales" },
      profit: { formula: "sales - costs" },
      costs: {},
      margin: { kind: "ratio", unit: "%", formula: "profit / sales" },
      cash: { kind: "stock" },
    },
    [
      ["sales", "1Q06", "14,007"],
      ["sales", "2Q06", "14,100"],
      ["domestic", "2Q06", "9,000"],
      ["costs", "1Q06", "14,245"],
      ["margin", "1Q06", "(1.8%)"],
      ["sales", "1H06", "28,108"],
      ["cash", "1Q06", "500"],
    ],
  ),
  notes: [
    note("note-1", "sales", "1Q06", "One large order", "大口受注"),
    note("note-2", "costs", null, "Restated orders"),
    note("note-3", null, "2Q06", "Office moved; order intake slow"),
    note("note-4", null, null, "An order of the company itself"),
  ],
};

function openWindow(more: Partial<WindowState> = {}) {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book: BOOK, journal, saved: { at: "file" } } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  const store = createWindowStore(opened, settings, { year: 2006, month: 11 });
  store.setState({ focused: { line: "sales", span: spanOf("1Q06") }, ...more });
  const moves = makeMoves(store);
  const changeSheet = (change: Partial<WindowState["sheet"]>): void =>
    store.setState(({ sheet }) => ({ sheet: { ...sheet, ...change } }));
  return { store, read: store.getState, find: makeFind(store, moves, { changeSheet }) };
}

const SPANS = ["1Q06", "2Q06", "1H06"];

/** What is found of a text, each as `line period what`. */
function foundOf(text: string, more: Partial<WindowState> = {}): string[] {
  const { read, find } = openWindow(more);
  find.lookFor(text);
  const hidden = hiddenMatchesIn(read());
  return matchesIn(read()).map((match) => {
    const { line, span, what, column } = match;
    const period = SPANS.find(
      (each) => span !== null && endOf(spanOf(each)) === endOf(span) && spanOf(each).length >= span.length,
    );
    return [
      line,
      span === null ? null : period,
      what,
      hidden.includes(match) ? "hidden" : null,
      column === null ? "elsewhere" : null,
    ]
      .filter((part) => part !== null)
      .join(" ");
  });
}

describe("looking for", () => {
  test.each(["14,007", "14007", "１４００７"])("the figure %s finds its cell", (text) => {
    expect(foundOf(text)).toEqual(["sales 1Q06 value"]);
  });

  test("as of a day finds nothing of later sources", () => {
    expect(foundOf("14,007", { asOf: "2006-06-30" })).toEqual([]);
    expect(foundOf("order", { asOf: "2006-06-30" })).toHaveLength(3);
  });

  test("a loss finds it in whichever way it is typed", () => {
    for (const text of ["(238)", "△238", "-238", "238"]) expect(foundOf(text)).toEqual(["profit 1Q06 value"]);
  });

  test("a printed percentage finds the cell that shows another", () => {
    expect(foundOf("1.8%")).toEqual(["margin 1Q06 printed"]);
  });

  test("text finds labels and notes, each cell, row and period once, in the order in which they stand", () => {
    expect(foundOf("order")).toEqual(["2Q06 note", "sales 1Q06 note", "costs note"]);
    expect(foundOf("大口")).toEqual(["sales 1Q06 note"]);
    expect(foundOf("cost")).toEqual(["costs line"]);
  });

  test("nothing finds nothing", () => {
    expect(foundOf(" ")).toEqual([]);
    expect(foundOf("flubber")).toEqual([]);
  });

  test("what is folded away or hidden is found, and said to be", () => {
    expect(foundOf("domestic", { sheet: { ...FIRST_SHEET, folded: ["sales"] } })).toEqual(["domestic line hidden"]);
    expect(foundOf("9,000", { sheet: { ...FIRST_SHEET, hiddenLines: ["domestic"] } })).toEqual([
      "domestic 2Q06 value hidden",
    ]);
  });

  test("what stands in a hidden column is hidden, in the matrix as well", () => {
    const inQuarters = { ...FIRST_SHEET, hiddenColumns: ["8024+1"] };
    expect(foundOf("14,007", { sheet: inQuarters })).toEqual(["sales 1Q06 value hidden"]);
    expect(foundOf("500", { sheet: inQuarters })).toEqual(["cash 1Q06 value hidden"]);
    const inMatrix = { ...FIRST_SHEET, layout: "matrix", hiddenColumns: ["0+1"] } as const;
    expect(foundOf("14,007", { sheet: inMatrix })).toEqual(["sales 1Q06 value hidden"]);
    expect(foundOf("14,100", { sheet: inMatrix })).toEqual(["sales 2Q06 value"]);
  });

  test("a figure of other columns is found after those in sight", () => {
    expect(foundOf("28,10")).toEqual(["sales 1H06 value elsewhere"]);
    expect(foundOf("28,10", { sheet: { ...FIRST_SHEET, layout: "H" } })).toEqual(["sales 1H06 value"]);
  });

  test("a balance is one cell in every layout", () => {
    expect(foundOf("500")).toEqual(["cash 1Q06 value"]);
    expect(foundOf("14,007", { sheet: { ...FIRST_SHEET, layout: "matrix" } })).toEqual(["sales 1Q06 value"]);
  });
});

describe("going to what was found", () => {
  test("goes on from the active cell, round at the end, and back", () => {
    const { read, find } = openWindow({ focused: { line: "domestic", span: spanOf("1Q06") } });
    find.lookFor("order");
    const places: unknown[] = [];
    for (const step of [1, 1, 1, -1] as const) {
      find.findNext(step);
      places.push(read().find.current);
    }
    expect(places).toEqual(["costs|", `|${8025}+1`, "sales|8024+1", `|${8025}+1`]);
  });

  test("shows the row, the column and the layout that it stands in", () => {
    const { read, find } = openWindow({
      view: "checks",
      sheet: { ...FIRST_SHEET, folded: ["sales"], hiddenColumns: ["8025+1"] },
    });
    find.lookFor("9000");
    find.findNext(1);
    expect(read()).toMatchObject({
      view: "results",
      focused: { line: "domestic", span: spanOf("2Q06") },
      sheet: { folded: [], hiddenColumns: [] },
    });
    find.lookFor("28,108");
    find.findNext(1);
    expect(read()).toMatchObject({ focused: { line: "sales", span: spanOf("1H06") }, sheet: { layout: "H" } });
  });

  test("marks what is found until it is left, and keeps the text", () => {
    const { read, find } = openWindow();
    find.lookFor("order");
    find.markFound();
    expect([...read().find.found].toSorted()).toEqual(["costs|", "sales|8024+1", "|8025+1"].toSorted());
    find.stopLooking();
    expect(read().find).toMatchObject({ text: "order", found: new Set() });
  });
});

test("a period that has no column yet is opened by going there, with all between", () => {
  const { read, find } = openWindow();
  const [option] = goOptions(read(), "2Q04").options;
  expect(option).toMatchObject({ period: "2Q04", isNew: true });
  expect(goOptions(read(), "2Q06").options).toMatchObject([{ isNew: false }]);
  if (option !== undefined) find.travel(option.place);
  expect(columnsInView(read()).map(({ label }) => label)).toEqual([
    "1Q04",
    "2Q04",
    "3Q04",
    "4Q04",
    "1Q05",
    "2Q05",
    "3Q05",
    "4Q05",
    "1Q06",
    "2Q06",
    "3Q06",
  ]);
  expect(read().focused).toEqual({ line: "sales", span: spanOf("2Q04") });
});

describe("a typed place", () => {
  const answer = (text: string) => {
    const { options, problem } = goOptions(openWindow().read(), text);
    return problem === "" ? options.map(({ line, period }) => `${line} ${period}`) : problem;
  };

  test("is a line, a period, or both; what is not said stays as it is", () => {
    expect(answer("2Q06")).toEqual(["sales 2Q06"]);
    expect(answer("costs")).toEqual(["costs 1Q06"]);
    expect(answer("costs 2007/3 2Q")).toEqual(["costs 2Q06"]);
    expect(answer("")).toEqual([]);
  });

  test("that cannot be gone to says why", () => {
    expect(answer("flubber")).toContain("flubber");
    expect(answer("2006/12 2Q")).toContain("March");
    expect(answer("2Q66")).toMatch(/2Q66.*1Q06.*3Q06/u);
  });
});
