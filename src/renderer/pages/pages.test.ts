import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { applyChanges } from "#core/changes.ts";
import { checkBook } from "#core/checks/check-book.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { planPageLines } from "#core/pages/page-line-plan.ts";
import { createWindowStore, VIEWS, type View, type WindowState } from "../state/window-state.ts";
import { breakNote } from "./break-note.ts";
import { figureHint, figureText, shownFiguresIn } from "./figure-words.ts";
import { movedBy, pageChoiceIn, toggled } from "./page-choice.ts";
import { explainFigure } from "./page-explanation.ts";
import { chosenFigureIn, explainedPlaceIn, pageIn, placeInResults, tabStopIn } from "./page-in-window.ts";
import { figuresOfPage, isPage, type FigureContent, type PageModel } from "./page-model.ts";

const BOOK = tellBook(
  {
    revenue: {},
    total_costs: {},
    operating_income: { formula: "revenue - total_costs" },
    operating_margin: { kind: "ratio", unit: "%", formula: "operating_income / revenue" },
    net_income: {},
    net_margin: { kind: "ratio", unit: "%", formula: "net_income / revenue" },
    cash: { kind: "stock" },
    part: { kind: "stock" },
    other: { kind: "stock" },
    equity: { kind: "stock", formula: "part + other" },
  },
  [
    ["revenue", "1H05", "21,809"],
    ["revenue", "1H06", "26,444"],
    ["total_costs", "1H05", "22,000"],
    ["total_costs", "1H06", "25,074"],
    ["net_income", "1H05", "(100)"],
    ["net_income", "1H06", "(80)"],
    ["revenue", "1H06", "25,000", { basis: "target", source: "plan" }],
    ["revenue", "1H06", "26,400", { basis: "target" }],
    ["revenue", "FY2006", "55,000", { basis: "target", source: "plan" }],
    ["cash", "4Q05", "700"],
    ["cash", "2Q06", "600"],
    ["part", "2Q06", "500"],
    ["other", "2Q06", "484"],
    ["equity", "2Q06", "900"],
  ],
  { report: "2006-11-02", plan: "2006-05" },
  {
    statements: [
      claim("revenue / target(revenue, initial) - 1", "1H06", 5.6, 1),
      claim("yoy(revenue)", "1H06", 21.3, 1),
    ],
  },
);

const ENGLISH = {
  language: "en",
  theme: "system",
  negatives: "parentheses",
  amounts: "entered",
  periods: "deck",
} as const;
const JAPANESE = {
  language: "ja",
  theme: "system",
  negatives: "triangle",
  amounts: "entered",
  periods: "deck",
} as const;

function stateOf(view: View, more: Partial<WindowState> = {}, book: Book = BOOK): WindowState {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book, journal, saved: { at: "file" } } as const;
  const state = createWindowStore(opened, ENGLISH, { year: 2006, month: 11 }).getState();
  const checks = checkBook(book, { company: "acme", scope: "consolidated", asOf: null });
  const findings = { book, company: "acme", asOf: null, checks };
  return { ...state, view, pageSpan: spanOf("1H06"), findings, ...more };
}

function modelOf(state: WindowState): PageModel {
  const model = pageIn(state);
  if (model === null) throw new Error(`${state.view} is no page`);
  return model;
}

function contentOf(state: WindowState, key: string): FigureContent {
  const found = figuresOfPage(modelOf(state)).find((content) => content.key === key);
  if (found === undefined) throw new RangeError(key);
  return found;
}

const textOf = (state: WindowState, key: string): string => figureText(state, contentOf(state, key));

describe("figures as text", () => {
  const period = stateOf("period");

  test("levels as the window's figures are, changes with their sign", () => {
    expect(textOf(period, "results|revenue|amount")).toBe("26,444");
    expect(textOf(period, "results|revenue|yoy")).toBe("+21.3%");
    expect(textOf(period, "results|net_income|amount")).toBe("(80)");
    expect(textOf(stateOf("balance"), "balance|cash|change")).toBe("-100");
  });

  test("a change of a worked out figure with the digits of the figure itself", () => {
    const book = tellBook(
      {
        revenue: {},
        contracts: { kind: "stock", unit: "contracts" },
        each: { kind: "ratio", unit: "JPY million", formula: "revenue / contracts" },
      },
      [
        ["revenue", "2Q05", "2,700"],
        ["revenue", "2Q06", "2,687"],
        ["contracts", "2Q05", "15,800"],
        ["contracts", "2Q06", "16,112"],
      ],
    );
    const pageLines = [{ company: "acme", page: "services" as const, line: "each", position: 0 }];
    const state = stateOf("services", { pageSpan: spanOf("2Q06") }, { ...book, pageLines });
    const texts = figuresOfPage(modelOf(state)).map((content) => [
      content.key.split("|").at(-1),
      figureText(state, content),
    ]);
    expect(texts).toContainEqual(["now", "0.167"]);
    expect(texts).toContainEqual(["yoyChange", "-0.004"]);
  });

  test("triangles where the window's negative figures have them", () => {
    const japanese = { settings: JAPANESE };
    expect(textOf(stateOf("period", japanese), "results|net_income|amount")).toBe("△80");
    expect(textOf(stateOf("balance", japanese), "balance|cash|change")).toBe("△100");
  });

  test("a comparison over a break says so, and below the table which", () => {
    const row = {
      id: "b",
      company: "acme",
      line: null,
      boundary: spanOf("1Q06").start,
      textEn: "IFRS",
      textJa: "国際基準",
    };
    const broken = { ...BOOK, breaks: [row] };
    const state = stateOf("period", {}, broken);
    expect(textOf(state, "results|revenue|yoy")).toBe("n/c");
    const notes = modelOf(state).tables.map((table) => breakNote(state, table));
    expect(notes).toContain("n/c: not comparable. Break before 1Q06: IFRS");
    const japanese = stateOf("period", { settings: JAPANESE }, broken);
    expect(textOf(japanese, "results|revenue|yoy")).toBe("比較不可");
    expect(
      modelOf(period)
        .tables.map((table) => breakNote(period, table))
        .join(""),
    ).toBe("");
  });

  test("a word for how a result turned, where a percentage would mislead", () => {
    expect(textOf(period, "results|operating_income|yoy")).toBe("turned to profit");
    expect(textOf(period, "results|net_income|yoy")).toBe("loss narrowed");
    expect(textOf(stateOf("period", { settings: JAPANESE }), "results|operating_income|yoy")).toBe("黒字転換");
  });

  test("a dash where there is nothing, with the reason on hover", () => {
    const quarter = stateOf("period", { pageSpan: spanOf("1Q06") });
    expect(textOf(quarter, "results|revenue|amount")).toBe("—");
    expect(figureHint(quarter, contentOf(quarter, "results|revenue|amount"))).toContain("needs revenue 2Q06");
  });

  test("a percentage that does not agree is the recomputed one, and says so", () => {
    const against = contentOf(period, "results|revenue|againstInitial");
    expect(figureText(period, against)).toBe("+5.8%");
    expect(figureHint(period, against)).toContain("printed +5.6%, recomputed +5.8%: outside");
    expect(shownFiguresIn(period).get(against.key)?.isFlagged).toBe(true);
    expect(shownFiguresIn(period).get("results|revenue|yoy")?.isFlagged).toBe(false);
    expect(figureHint(period, contentOf(period, "results|revenue|yoy"))).toContain("printed +21.3%: exact");
  });

  test("a total that does not agree is the printed one, and says so", () => {
    const balance = stateOf("balance");
    const equity = contentOf(balance, "balance|equity|now");
    expect(figureText(balance, equity)).toBe("900");
    expect(figureHint(balance, equity)).toContain("printed 900, recomputed 984: outside");
    expect(textOf(balance, "balance|rest equity|now")).toBe("(84)");
  });
});

describe("the tables", () => {
  test("the period has columns of targets only where there are some, of revised ones only where one was", () => {
    const columns = (span: string, view: View = "period"): string[] =>
      (modelOf(stateOf(view, { pageSpan: spanOf(span) })).tables[0]?.columns ?? []).map(({ key }) => key);
    const [results, targets] = ["amount share yoy prior priorShare", "initial againstInitial latest againstLatest"];
    expect(columns("1H06").join(" ")).toBe(`${results} ${targets}`);
    expect(columns("FY2006").slice(5)).toEqual(["initial", "againstInitial"]);
    expect(columns("1H05")).toHaveLength(5);
  });

  test("targets without a revision or an actual figure have no columns for them", () => {
    const [half, year, progress] = modelOf(stateOf("targets")).tables;
    expect(half?.columns.map(({ key }) => key)).toContain("disclosure");
    expect(half?.columns.map(({ key }) => key)).toContain("actual");
    expect(year?.columns.map(({ key }) => key)).toEqual(["initial", "targetYoy"]);
    expect(progress?.columns.map(({ key }) => key)).toContain("bars");
  });

  test("a rate of 5.6 % of revenues is below the line, and says so", () => {
    const [half] = modelOf(stateOf("targets")).tables;
    const at = half?.columns.findIndex(({ key }) => key === "disclosure") ?? -1;
    expect(half?.groups[0]?.rows[0]?.cells[at]).toEqual({ kind: "words", text: "below 10%", isMarked: false });
  });

  describe("targets revised twice", () => {
    const target = (printed: string, source: string) =>
      ["revenue", "FY2006", printed, { basis: "target", source }] as const;
    const told = (...targets: readonly ReturnType<typeof target>[]): Book =>
      tellBook({ revenue: {} }, [["revenue", "1H06", "26,444"], ...targets], {
        report: "2006-11-02",
        plan: "2006-05",
        winter: "2007-02-08",
      });
    const once = told(target("55,000", "plan"), target("56,000", "report"));
    const twice = told(target("55,000", "plan"), target("56,000", "report"), target("57,500", "winter"));
    const headings = (book: Book, table: number): readonly string[] =>
      (modelOf(stateOf("targets", {}, book)).tables[table]?.columns ?? []).map(({ name, note }) => `${name} ${note}`);

    test("say what each is measured from, and when that was published", () => {
      expect(headings(once, 0).slice(0, 2)).toEqual(["Initial 2006-05", "Revised 2006-11-02"]);
      expect(headings(twice, 0).slice(0, 3)).toEqual(["Initial 2006-05", "Before 2006-11-02", "Revised 2007-02-08"]);
      expect(textOf(stateOf("targets", {}, twice), "consolidated 4|revenue|before")).toBe("56,000");
      expect(textOf(stateOf("targets", {}, twice), "consolidated 4|revenue|rate")).toBe("+2.7%");
      const before = contentOf(stateOf("targets", {}, twice), "consolidated 4|revenue|before");
      expect(figureHint(stateOf("targets"), before)).toContain("revenue: target before the last revision FY2006");
    });

    test("say their date where progress is of a period whose results came before them", () => {
      expect(headings(once, 1)[1]).toBe("of target ");
      expect(headings(twice, 1)[1]).toBe("of target of 2007-02-08");
      const asOf = { asOf: "2006-12-31" };
      expect(modelOf(stateOf("targets", asOf, twice)).tables[1]?.columns[1]?.note).toBe("");
    });
  });

  test("as of a day say that nothing was known then, not that the book has nothing", () => {
    const before = { asOf: "2005-01-01" };
    expect(modelOf(stateOf("targets", before)).told).toBe(
      "No targets for FY2006 or later were known on 1 January 2005.",
    );
    const quarter = stateOf("period", { ...before, pageSpan: spanOf("2Q04") });
    const hint = figureHint(quarter, contentOf(quarter, "results|revenue|amount"));
    expect(hint).toContain("not known on 1 January 2005");
    expect(hint).not.toContain("not entered");
  });

  test("targets of another year say that they are, and that the asked one has none", () => {
    const inEarlier = (more: Partial<WindowState> = {}) =>
      modelOf(stateOf("targets", { pageSpan: spanOf("3Q04"), ...more }));
    expect(inEarlier().told).toBe("No targets for FY2004 are in this book. Shown here are those for FY2006.");
    expect(inEarlier().tables.length).toBeGreaterThan(0);
    expect(inEarlier({ asOf: "2006-06-30" }).told).toMatch(
      /^No targets for FY2004 were known on 30 June 2006\. Shown/u,
    );
    expect(modelOf(stateOf("targets")).told).toBe("");
  });

  test("every figure of a page has a key of its own", () => {
    for (const view of VIEWS.filter(isPage)) {
      const keys = figuresOfPage(modelOf(stateOf(view))).map(({ key }) => key);
      expect(new Set(keys).size, view).toBe(keys.length);
    }
  });

  test("what no table has a place for is not called missing", () => {
    const book = tellBook({ revenue: {}, cash: { kind: "stock" } }, [["cash", "2Q06", "600"]]);
    const { missing } = modelOf(stateOf("balance", { pageSpan: spanOf("2Q06") }, book));
    expect(missing.map(({ place }) => place.span.start - spanOf("2Q06").start)).toEqual([-1]);
  });

  test.each(VIEWS.filter(isPage))("%s of a company without lines says so, and has nothing else", (view) => {
    const model = modelOf(stateOf(view, {}, tellBook({}, [])));
    expect(model.tables).toEqual([]);
    expect(model.missing).toEqual([]);
    expect(model.told).not.toBe("");
  });
});

describe("the figure in hand", () => {
  const inHand = (view: View, pageCell: string, more: Partial<WindowState> = {}): WindowState =>
    stateOf(view, { pageCell, ...more });

  test("stays the same figure of another period, and is none on another page", () => {
    const key = "results|revenue|amount";
    expect(chosenFigureIn(inHand("period", key))?.cell.value).toBe(26_444);
    expect(chosenFigureIn(inHand("period", key, { pageSpan: spanOf("1H05") }))?.cell.value).toBe(21_809);
    expect(chosenFigureIn(inHand("balance", key))).toBeNull();
    expect(tabStopIn(inHand("balance", key))).toBe("balance|cash|now");
  });

  test("an actual figure is explained as the grid explains it; a target and growth are not in that grid", () => {
    const place = explainedPlaceIn(inHand("period", "results|revenue|amount"));
    expect(place).toMatchObject({ line: "revenue", span: spanOf("1H06") });
    expect(explainedPlaceIn(inHand("period", "results|operating_income|share"))?.line).toBe("operating_margin");
    expect(explainedPlaceIn(inHand("period", "results|revenue|latest"))).toBeNull();
    expect(explainedPlaceIn(inHand("period", "results|revenue|yoy"))).toBeNull();
    expect(explainedPlaceIn({ ...inHand("results", "results|revenue|yoy"), focused: null })).toBeNull();
  });

  test("Results shows it, or the line that it is about", () => {
    const placeOf = (key: string) => placeInResults(contentOf(stateOf("period"), key));
    expect(placeOf("results|revenue|latest")).toMatchObject({ line: "revenue", basis: "target" });
    expect(placeOf("results|revenue|yoy")).toMatchObject({ line: "revenue", span: spanOf("1H06"), basis: "actual" });
  });

  test("what was put together says its formula, its arithmetic and the cells it rests on", () => {
    const state = stateOf("period");
    const told = explainFigure(state, contentOf(state, "results|revenue|againstInitial"));
    expect(told.name).toBe("revenue against the initial target");
    expect(told.worked).toBe("26,444 / 25,000 − 1");
    expect(told.inputs.map(({ label, period, value }) => `${label} ${period} ${value}`)).toEqual([
      "revenue 1H06 26,444",
      "revenue: initial target 1H06 25,000",
    ]);
    expect(told.printed?.text).toBe("5.6");
    expect(told.printed?.recomputed).toBe("+5.78%");
  });

  test("progress rests on what was reached and on the full-year target", () => {
    const state = stateOf("targets");
    const told = explainFigure(state, contentOf(state, "consolidated 4 progress|revenue|progress"));
    expect(told.value).toBe("48.1%");
    expect(told.inputs.map(({ label, period, value }) => `${label} ${period} ${value}`)).toEqual([
      "revenue 1H06 26,444",
      "revenue (target) FY2006 55,000",
    ]);
  });
});

describe("the choice of lines", () => {
  test("what the page shows is chosen, and every other line stands where the company has it", () => {
    const choice = pageChoiceIn(stateOf("period"), "period");
    expect(choice.filter(({ isShown }) => isShown).map(({ line }) => line)).toEqual([
      "revenue",
      "total_costs",
      "operating_income",
      "net_income",
    ]);
    expect(choice.map(({ line }) => line).slice(2, 5)).toEqual(["operating_income", "operating_margin", "net_income"]);
    expect(pageChoiceIn(stateOf("balance"), "balance").map(({ line }) => line)).not.toContain("operating_margin");
    expect(pageChoiceIn(stateOf("targets"), "targets")).toEqual([{ line: "revenue", isShown: true }]);
  });

  test("lines change places with those beside them, and a chosen order is the page's", () => {
    const before = pageChoiceIn(stateOf("period"), "period");
    const after = toggled(movedBy(before, "total_costs", -1), "net_income");
    const lines = after.filter(({ isShown }) => isShown).map(({ line }) => line);
    expect(lines).toEqual(["total_costs", "revenue", "operating_income"]);
    expect(movedBy(before, "revenue", -1)).toBe(before);
    const book = applyChanges(BOOK, planPageLines(BOOK, "acme", "period", lines)?.changes ?? []);
    const [table] = modelOf(stateOf("period", {}, book)).tables;
    expect(table?.groups[0]?.rows.map(({ key }) => key)).toEqual(lines);
  });
});
