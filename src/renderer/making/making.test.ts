import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import type { CellsEntered, Questions } from "#contract/questions.ts";
import { endOf } from "#core/timeline.ts";
import type { WindowConnection } from "../state/actions.ts";
import { columnsInView } from "../state/columns-in-view.ts";
import { makeEdits } from "../state/edits.ts";
import { withoutEdits } from "../state/edited-book.ts";
import { makeMoves } from "../state/moves.ts";
import { makeSheetActions } from "../state/sheet-actions.ts";
import { makeSelectionActions } from "../state/selection-actions.ts";
import { canEdit, createWindowStore, figuresIn, withEdited } from "../state/window-state.ts";
import { dayText } from "./day-text.ts";
import { makeMakingActions } from "./making-actions.ts";
import { lockHint } from "./locks-in-view.ts";
import { layoutOfFigures, undatedIn, whereFigures } from "./shown-figures.ts";
import { documentsIn, sourceIn, sourceText } from "./sources-in-view.ts";

const BOOK: Book = {
  ...tellBook(
    { sales: {} },
    [
      ["sales", "1Q06", "100", { source: "first" }],
      ["sales", "1Q06", "101", { source: "later" }],
      ["sales", "2Q06", "120", { source: "hand" }],
      ["sales", "FY2006", "500", { basis: "target", source: "first" }],
      ["sales", "1H06", "230", { basis: "target", source: "first" }],
    ],
    { first: "2006-08-01", later: "2006-11-02", hand: null },
  ),
  locks: [{ company: "acme", boundary: endOf(spanOf("1Q06")), text: "checked" }],
};

/** A window over a host that answers nothing and notes what it is asked. */
function openWindow(book: Book = BOOK) {
  const asked: CellsEntered[] = [];
  const connection: WindowConnection = {
    ask: <Method extends keyof Questions>(method: Method, argument: Questions[Method]["asks"]) => {
      if (method === "cells.enter") asked.push(argument as CellsEntered);
      return new Promise<never>(() => {});
    },
    on: () => () => {},
    onClose: () => () => {},
    close: () => {},
  };
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book, journal, saved: { at: "file" } } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  const store = createWindowStore(opened, settings, { year: 2006, month: 11 });
  const moves = makeMoves(store);
  const { changeSheet, keepSheet } = makeSheetActions(store, connection);
  const { chooseSource } = makeMakingActions({
    store,
    connection,
    changeSheet,
    keepSheet,
    tellFailure: () => {},
    reload: () => {},
  });
  const edits = makeEdits(store, connection, moves.jumpTo);
  return { store, read: store.getState, asked, moves, chooseSource, edits };
}

const AMOUNT = { mantissa: 7, decimals: 0 };

describe("as of a day", () => {
  test("what was known then is shown, undated figures with it, and nothing can be edited", () => {
    const { read, moves, edits, asked } = openWindow();
    const value = (period: string): number => figuresIn(read()).value("sales", spanOf(period));
    expect([value("1Q06"), value("2Q06")]).toEqual([101, 120]);
    moves.showAsOf("2006-09-30");
    expect([value("1Q06"), value("2Q06")]).toEqual([100, 120]);
    expect(undatedIn(read())).toBe(1);
    expect(documentsIn(read()).map(({ id }) => id)).toEqual(["first", "hand"]);
    expect(canEdit(read())).toBe(false);
    edits.enter({ line: "sales", span: spanOf("3Q06") }, AMOUNT, "7");
    expect(asked).toEqual([]);
    expect(read().notice).toEqual({ kind: "as-of", date: "2006-09-30" });
    moves.showAsOf(null);
    expect(value("1Q06")).toBe(101);
  });
});

describe("targets and estimates", () => {
  test("have columns for the year that has begun and the next", () => {
    const { read, moves } = openWindow();
    const last = (): string | undefined => columnsInView(read()).at(-1)?.label;
    expect(last()).toBe("3Q06");
    moves.showBasis("estimate");
    expect(last()).toBe("4Q07");
  });

  test("say where they stand when no column shows them", () => {
    const { store, read, moves } = openWindow();
    moves.showBasis("target");
    expect([whereFigures(read()), layoutOfFigures(read())]).toEqual(["elsewhere", "YTD"]);
    store.setState(({ sheet }) => ({ sheet: { ...sheet, layout: "YTD" } }));
    expect(whereFigures(read())).toBe("here");
    moves.showBasis("estimate");
    expect([whereFigures(read()), layoutOfFigures(read())]).toEqual(["nowhere", null]);
  });

  test("are entered into their own basis; undo shows the basis it changed", () => {
    const { read, moves, edits, asked } = openWindow();
    moves.showBasis("estimate");
    edits.enter({ line: "sales", span: spanOf("FY2007") }, AMOUNT, "7");
    expect(asked).toMatchObject([{ basis: "estimate", source: null }]);
    moves.showBasis("actual");
    const [fact] = read().edited.shown.facts.filter(({ basis }) => basis === "estimate");
    if (fact === undefined) throw new Error("nothing was entered");
    moves.jumpTo([{ in: "facts", before: fact, after: null }]);
    expect(read().basis).toBe("estimate");
  });
});

describe("the source for new figures", () => {
  test("is given to what is typed; a source that is gone is none", () => {
    const { read, edits, asked, chooseSource } = openWindow();
    chooseSource("later");
    edits.enter({ line: "sales", span: spanOf("3Q06") }, AMOUNT, "7");
    chooseSource("gone");
    edits.enter({ line: "sales", span: spanOf("4Q06") }, AMOUNT, "7");
    expect(asked.map(({ source }) => source)).toEqual(["later", null]);
    expect(sourceIn(read())).toBeNull();
    const [latest] = documentsIn(read());
    if (latest === undefined) throw new Error("no source");
    expect(sourceText(read(), latest)).toBe("later (2 November 2006)");
  });
});

test("the source chosen for a company is still chosen when one comes back to it", () => {
  const book = { ...BOOK, companies: [...BOOK.companies, ...BOOK.companies.map((acme) => ({ ...acme, id: "beta" }))] };
  const { store, read, moves, chooseSource } = openWindow(book);
  chooseSource("later");
  store.setState({ sheet: { ...read().sheet, earliest: 4 * 1990 } });
  moves.showCompany("beta");
  expect(sourceIn(read())).toBeNull();
  // Periods opened for one company are no other's.
  expect(read().sheet.earliest).toBeNull();
  moves.showCompany("acme");
  expect(sourceIn(read())).toBe("later");
  chooseSource(null);
  expect(sourceIn(read())).toBeNull();
});

test("what undo changed of another company is shown there", () => {
  const book = { ...BOOK, companies: [...BOOK.companies, ...BOOK.companies.map((acme) => ({ ...acme, id: "beta" }))] };
  const { read, moves } = openWindow(book);
  const [fact] = BOOK.facts;
  if (fact === undefined) throw new Error("no figure");
  moves.jumpTo([{ in: "facts", before: { ...fact, company: "beta" }, after: null }]);
  expect(read().company).toBe("beta");
});

describe("a locked quarter", () => {
  test("takes nothing that is typed: it is not asked for, the text is kept, and the quarter is named", () => {
    const { read, edits, asked } = openWindow();
    edits.enter({ line: "sales", span: spanOf("1Q06") }, AMOUNT, "7");
    expect(asked).toEqual([]);
    expect(read().edited.waiting).toEqual([]);
    expect([...read().refused.values()]).toMatchObject([{ text: "7", code: "quarter-locked" }]);
    expect(read().notice).toEqual({ kind: "locked", boundary: endOf(spanOf("1Q06")), reason: "checked" });
    expect(lockHint(read(), spanOf("1Q06"))).toBe("1Q06 is locked: checked");
    expect(lockHint(read(), spanOf("2Q06"))).toBe("");
    edits.enter({ line: "sales", span: spanOf("3Q06") }, AMOUNT, "7");
    expect(asked).toHaveLength(1);
  });
  test("keeps what is to be removed, and says that it does", () => {
    const { store, read, edits, asked } = openWindow();
    const { clear } = makeSelectionActions(store, edits);
    clear({ line: "sales", span: spanOf("1Q06") });
    expect(asked).toEqual([]);
    expect(read().notice).toMatchObject({ kind: "locked" });
    clear({ line: "sales", span: spanOf("2Q06") });
    expect(read().notice).toMatchObject({ kind: "removed", removal: { count: 1 } });
  });
});

test("a company that undo took away leaves the window with another", () => {
  const [acme] = BOOK.companies;
  if (acme === undefined) throw new Error("no company");
  const other = { ...acme, id: "other", nameEn: "Other", position: 1 };
  const { store, read, moves } = openWindow({ ...BOOK, companies: [acme, other] });
  moves.showCompany("other");
  store.setState((state) => withEdited(state, withoutEdits(BOOK)));
  expect(read().company).toBe("acme");
});

test.each([
  ["2005-04-11", "11 April 2005", "2005年4月11日"],
  ["2006-05", "May 2006", "2006年5月"],
  ["soon", "soon", "soon"],
])("%s is read as %s", (date, english, japanese) => {
  expect([dayText(date, "en"), dayText(date, "ja")]).toEqual([english, japanese]);
});
