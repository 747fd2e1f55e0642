import { describe, expect, test } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { rowsOf } from "#core/layout.ts";
import { spanKey } from "#core/timeline.ts";
import type { SheetView } from "#contract/questions.ts";
import { gridPlanIn, nearestPlace } from "./grid-plan.ts";
import { rowsInView, sorted, withoutFolded, type RowInView } from "./rows-in-view.ts";
import { createWindowStore, FIRST_SHEET, type WindowStore } from "./window-state.ts";

const BOOK = tellBook(
  {
    sales: {},
    goods: { parent: "sales" },
    shoes: { parent: "goods" },
    services: { parent: "sales" },
    stock: { parent: "equity" },
    deficit: { parent: "equity" },
    equity: {},
  },
  [
    ["sales", "1Q06", "30"],
    ["goods", "1Q06", "10"],
    ["services", "1Q06", "20"],
    ["stock", "1Q06", "50"],
    ["deficit", "1Q06", "(5)"],
    ["equity", "1Q06", "45"],
  ],
);
const ROWS = rowsOf(BOOK, "acme");

const told = (rows: readonly { id: string }[]): string => rows.map(({ id }) => id).join(" ");
const ALL = "section:income sales goods shoes services stock deficit equity";

describe("folding", () => {
  test.each([
    [[], [], ALL],
    [["section:income"], [], "section:income"],
    [["sales"], [], "section:income sales stock deficit equity"],
    [["goods"], [], "section:income sales goods services stock deficit equity"],
    [["equity"], [], "section:income sales goods shoes services equity"],
    [["sales", "goods"], [], "section:income sales stock deficit equity"],
    [[], ["sales", "deficit"], "section:income goods shoes services stock equity"],
    [["sales"], ["sales"], "section:income goods shoes services stock deficit equity"],
    [["no_such_line"], ["nor_this"], ALL],
  ] as const)("folded %j, hidden %j", (folded, hidden, expected) => {
    expect(told(withoutFolded(ROWS, folded, hidden))).toBe(expected);
  });

  test("a row knows what it stands for, and what is hidden under it", () => {
    const rows = withoutFolded(ROWS, ["sales"], ["stock", "deficit"]);
    const sales = rows.find(({ id }) => id === "sales");
    expect(sales).toMatchObject({
      isFolded: true,
      folded: ["goods", "shoes", "services"],
      hidden: ["stock", "deficit"],
    });
    expect(rows.at(-1)).toMatchObject({ isFolded: false, folded: [], hidden: [] });
  });
});

describe("in the order of figures", () => {
  const by = (figures: Readonly<Record<string, number>>, direction: "descending" | "ascending"): string =>
    told(sorted(ROWS, (line) => figures[line] ?? null, direction));
  test("each among those beside it, what has none last, totals under their parts", () => {
    const figures = { sales: 1, equity: 2, goods: 1, services: 2, stock: -1, deficit: -5 };
    expect(by(figures, "descending")).toBe("section:income stock deficit equity sales services goods shoes");
    expect(by(figures, "ascending")).toBe("section:income sales goods shoes services deficit stock equity");
    expect(by({ services: 0 }, "descending")).toBe("section:income sales services goods shoes stock deficit equity");
    expect(by({}, "ascending")).toBe(ALL);
  });
});

describe("in the window", () => {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "", path: "", readOnly: null, book: BOOK, journal, saved: { at: "file" } } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  const windowWith = (sheet: Partial<SheetView>): WindowStore =>
    createWindowStore(opened, settings, { year: 2006, month: 11 }, { ...FIRST_SHEET, ...sheet });
  const column = spanKey(spanOf("1Q06"));
  const rows = (store: WindowStore): readonly RowInView[] => rowsInView(store.getState());

  test("an edit leaves the rows where they are; asking again puts them in order", () => {
    const store = windowWith({ sort: { column, direction: "ascending" } });
    expect(told(rows(store))).toBe("section:income sales goods shoes services deficit stock equity");
    const { edited } = store.getState();
    const facts = BOOK.facts.map((fact) =>
      fact.line === "goods" ? { ...fact, stated: { mantissa: 99, decimals: 0 } } : fact,
    );
    store.setState({ edited: { ...edited, shown: { ...BOOK, facts } } });
    expect(told(rows(store))).toContain("goods shoes services");
    store.setState(({ sheet }) => ({ sheet: { ...sheet, sort: { column, direction: "ascending" } } }));
    expect(told(rows(store))).toContain("services goods shoes");
  });

  test("while its column is out of sight the company's order holds", () => {
    expect(told(rows(windowWith({ sort: { column, direction: "ascending" }, hiddenColumns: [column] })))).toBe(ALL);
    expect(told(rows(windowWith({ sort: { column, direction: "ascending" }, layout: "FY" })))).toBe(ALL);
  });

  test("the row that a line is folded into stands for its cells", () => {
    const plan = gridPlanIn(windowWith({ folded: ["sales"] }).getState());
    expect(nearestPlace(plan, { line: "shoes", span: spanOf("1Q06") })).toEqual({
      line: "sales",
      span: spanOf("1Q06"),
    });
    const shut = gridPlanIn(windowWith({ folded: ["section:income"] }).getState());
    expect(nearestPlace(shut, { line: "shoes", span: spanOf("1Q06") })).toBeNull();
  });
});
