import { describe, expect, test } from "vitest";
import type { Book, Company } from "#core/book.ts";
import { applyChanges } from "#core/changes.ts";
import { checkBook } from "#core/checks/check-book.ts";
import { planAddCompany } from "#core/company-plans.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import type { CompareView, Settings } from "#contract/questions.ts";
import { paletteEntries } from "../palette/entries.ts";
import { makeMoves } from "../state/moves.ts";
import { remember } from "../state/remember.ts";
import { createWindowStore, FIRST_SHEET, type WindowState, type WindowStore } from "../state/window-state.ts";
import { comparedCompaniesIn, comparedSpanIn, followedLineIn } from "./compare-choice.ts";
import { amountsCopied, chosenComparedIn, copiedComparison, shownComparedIn } from "./compare-figures.ts";
import { makeCompareActions } from "./compare-actions.ts";
import { comparedTableIn } from "./compare-model.ts";
import { comparedPlotIn, drawnIn, keyDrawn } from "./compare-plot.ts";
import { FIRST_COMPARE } from "./compare-state.ts";
import { stateBeside } from "./state-beside.ts";

const ENGLISH: Settings = {
  language: "en",
  theme: "system",
  negatives: "parentheses",
  amounts: "entered",
  periods: "deck",
};

const ACME = tellBook(
  { revenue: {}, operating_income: {}, cash: { kind: "stock" } },
  [
    ["revenue", "2Q05", "11,929"],
    ["revenue", "2Q06", "14,007"],
    ["operating_income", "2Q06", "811"],
    ["cash", "2Q06", "12,860"],
  ],
  { report: "2006-11-02" },
  { statements: [claim("yoy(revenue)", "2Q06", 18.4, 1)] },
);

/** Beta uses the lines of the book; its year ends in December, and its figures begin with 3Q06. */
const BOOK: Book = (() => {
  const beta = {
    nameEn: "Beta",
    nameJa: "ベータ",
    yearEndMonth: 12,
    fyNamedBy: "end",
    currency: "JPY",
    scale: "million",
  } as const;
  const wanted = { ofBook: ["revenue", "operating_income"], ofStart: [] };
  const book = applyChanges(ACME, planAddCompany(ACME, beta, { sections: [], lines: [] }, wanted).changes);
  const [fact] = book.facts;
  const [source] = book.sources;
  if (fact === undefined || source === undefined) throw new RangeError("there is a figure");
  const report = { ...source, id: "beta-report", company: "beta" };
  // July to September 2006 is the third quarter of a calendar year.
  const span = { start: 4 * 2006 + 2, length: 1 };
  const own = { ...fact, company: "beta", source: report.id, span, stated: { mantissa: 900, decimals: 0 } };
  return { ...book, sources: [...book.sources, report], facts: [...book.facts, own] };
})();

function storeOf(compare: Partial<CompareView> = {}, more: Partial<WindowState> = {}, book = BOOK): WindowStore {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book, journal, saved: { at: "file" } } as const;
  const sheet = { ...FIRST_SHEET, compare: { ...FIRST_COMPARE, ...compare } };
  const store = createWindowStore(opened, ENGLISH, { year: 2006, month: 11 }, sheet);
  const findings = new Map(
    ["acme", "beta"].map((company) => {
      const checks = checkBook(book, { company, scope: "consolidated", asOf: null });
      return [company, { book, asOf: null, checks }] as const;
    }),
  );
  const acme = findings.get("acme");
  const shown = acme === undefined ? null : { ...acme, company: "acme" };
  store.setState({ view: "compare", findings: shown, compare: { ...store.getState().compare, findings }, ...more });
  return store;
}

const stateOf = (...of: Parameters<typeof storeOf>): WindowState => storeOf(...of).getState();

const textsOf = (state: WindowState): (string | null)[][] =>
  comparedTableIn(state).rows.map(({ cells }) =>
    cells.flat().map((content) => {
      if (content === null) return null;
      return content.kind === "words" ? content.text : (shownComparedIn(state).get(content.key)?.text ?? "");
    }),
  );

describe("the table", () => {
  test("has the companies in columns, each with its own period", () => {
    const { columns, unit, title } = comparedTableIn(stateOf());
    expect(columns.map(({ name, period, range }) => [name, period, range])).toEqual([
      ["Acme", "2Q06", "Jul – Sep 2006"],
      ["Beta", "3Q06", "Jul – Sep 2006"],
    ]);
    expect(unit).toBe("JPY million");
    expect(title).toBe("Jul – Sep 2006, three months");
    expect(comparedTableIn(stateOf({}, { settings: { ...ENGLISH, language: "ja" } })).title).toBe(
      "2006年7月～9月（3か月）",
    );
  });

  test("names months that companies only end in as such", () => {
    const companies = BOOK.companies.map((company) =>
      company.id === "beta" ? { ...company, yearEndMonth: 11 } : company,
    );
    const { title } = comparedTableIn(stateOf({}, {}, { ...BOOK, companies }));
    expect(title).toBe("Three months ended between Jul and Sep 2006");
  });

  test("says of another company what counts as known only as it has no date", () => {
    const sources = BOOK.sources.map((source) => (source.company === "beta" ? { ...source, published: null } : source));
    const of = (asOf: string | null): readonly string[] =>
      comparedTableIn(stateOf({}, { asOf }, { ...BOOK, sources })).remarks;
    expect(of("2005-01-01")).toContain("Beta: 1 figure without a date of publication counts as known.");
    expect(of(null)).toEqual([]);
  });

  test("says which company has no figures of the period, and of which its latest are", () => {
    const { remarks } = comparedTableIn(stateOf({}, { pageSpan: spanOf("1Q06") }));
    expect(remarks).toContain("Beta has no figures here; its latest are of 3Q06.");
    expect(comparedTableIn(stateOf()).remarks.join()).not.toContain("no figures");
  });

  test("says of a line that a company does not use that it has none", () => {
    const state = stateOf({ lines: ["cash"], measures: ["value"] });
    expect(textsOf(state)).toEqual([["12,860", "no such line"]]);
  });

  test("marks a percentage that is printed and does not hold, by the company's own checks", () => {
    const state = stateOf({ lines: ["revenue"], measures: ["yoy"] });
    const [key = ""] = shownComparedIn(state).keys();
    const shown = shownComparedIn(state).get(key);
    expect(shown).toMatchObject({ text: "+17.4%", isFlagged: true });
    expect(shown?.hint).toContain("+18.4%");
  });

  test("shows every company's amounts in the unit that the window shows them in", () => {
    const settings = { ...ENGLISH, amounts: "billion" } as const;
    const state = stateOf({ lines: ["revenue"], measures: ["value"] }, { settings });
    expect(comparedTableIn(state).unit).toBe("JPY billion");
    expect(textsOf(state)).toEqual([["14.007", "0.900"]]);
    expect(amountsCopied(state)).toBe("billion");
  });

  test("is copied with its headings", () => {
    const plain = copiedComparison(stateOf({ measures: ["value"] })).map((row) =>
      row.map((cell) => ("text" in cell ? cell.text : cell.plain)),
    );
    expect(plain).toEqual([
      ["JPY million", "Acme · 2Q06, Jul – Sep 2006", "Beta · 3Q06, Jul – Sep 2006"],
      ["", "Value", "Value"],
      ["revenue", "14,007", "900"],
      ["operating_income", "811", ""],
    ]);
  });
});

describe("what is compared", () => {
  test("stays what was chosen as far as the book has it", () => {
    expect(comparedCompaniesIn(stateOf({ companies: ["beta", "gone", "acme"] }))).toEqual(["beta", "acme"]);
    expect(comparedCompaniesIn(stateOf({ companies: ["beta", "gone"] }))).toEqual(["acme", "beta"]);
    expect(followedLineIn(stateOf({ line: "gone" }))).toBe("revenue");
  });

  test("is of the period that the pages tell of, of its own kind", () => {
    expect(comparedSpanIn(stateOf({}, { pageSpan: spanOf("2Q05") }))).toEqual(spanOf("2Q05"));
    expect(comparedSpanIn(stateOf({ kind: "half" }, { pageSpan: spanOf("2Q06") }))).toEqual(spanOf("1H06"));
  });
});

describe("over time", () => {
  test("each company is a series, with a gap where it has nothing", () => {
    const plot = comparedPlotIn(stateOf({ layout: "periods", line: "revenue" }));
    expect(plot?.series.map(({ label, points }) => [label, points.map(({ value }) => value)])).toEqual([
      ["Acme", [11_929, null, null, null, 14_007]],
      ["Beta", [null, null, null, null, 900]],
    ]);
  });

  test("what was clicked in the picture is the figure in the table", () => {
    const state = stateOf({ layout: "periods", line: "revenue" });
    const key = keyDrawn(state, "beta", 4);
    expect(shownComparedIn(state).get(key ?? "")?.text).toBe("900");
  });

  test("the share of total revenues in themselves is neither shown nor drawn", () => {
    const state = stateOf({ layout: "periods", line: "revenue", drawn: "share" });
    expect(comparedTableIn(state).measures).toEqual(["value", "yoy"]);
    expect(drawnIn(state)).toBe("value");
  });
});

describe("orders", () => {
  test("turn from the largest first to the smallest first and back to none", () => {
    const store = storeOf({ measures: ["value"] });
    const actions = makeCompareActions(store, { changeSheet: () => {} }, { followIn: () => {} });
    const names = (): string[] => comparedTableIn(store.getState()).columns.map(({ name }) => name);
    const by = { row: "revenue", measure: "value" } as const;
    actions.orderCompared(by);
    expect(names()).toEqual(["Acme", "Beta"]);
    actions.orderCompared(by);
    expect(names()).toEqual(["Beta", "Acme"]);
    actions.orderCompared(by);
    expect(store.getState().compare.companyOrder).toBeNull();

    actions.orderComparedRows({ company: "acme", measure: "value" });
    actions.orderComparedRows({ company: "acme", measure: "value" });
    expect(comparedTableIn(store.getState()).rows.map(({ label }) => label)).toEqual(["operating_income", "revenue"]);
  });
});

describe("a state beside the window's own", () => {
  test("remembers its own answers and leaves the others' alone", () => {
    let times = 0;
    const answer = remember(
      ({ company }) => [company],
      (company) => {
        times += 1;
        return { company };
      },
    );
    const state = stateOf();
    const [own, other] = [answer(state), answer(stateBeside(state, "beta"))];
    expect([own.company, other.company]).toEqual(["acme", "beta"]);
    expect(answer(state)).toBe(own);
    expect(answer(stateBeside(state, "beta"))).toBe(other);
    expect(times).toBe(2);
  });

  test("is the same for the same state", () => {
    const state = stateOf();
    expect(stateBeside(state, "beta")).toBe(stateBeside(state, "beta"));
  });
});

describe("going to another company's figure", () => {
  const place = { line: "revenue", span: { start: 4 * 2006 + 2, length: 1 } };

  test("shows that company, and Back returns to the one before with its period and figure", () => {
    const store = storeOf({}, { pageSpan: spanOf("2Q05"), pageCell: "revenue|acme|value" });
    const moves = makeMoves(store);
    expect(chosenComparedIn(store.getState())?.company).toBe("acme");
    moves.followIn("beta", place, "consolidated");
    expect(store.getState()).toMatchObject({ view: "results", company: "beta", focused: place });
    moves.back();
    const back = store.getState();
    expect(back).toMatchObject({ view: "compare", company: "acme", pageCell: "revenue|acme|value" });
    expect(back.pageSpan).toEqual(spanOf("2Q05"));
  });

  test("a company that was taken back since is passed over", () => {
    const store = storeOf();
    const moves = makeMoves(store);
    moves.followIn("beta", place, "consolidated");
    const without: Company[] = BOOK.companies.filter(({ id }) => id === "beta");
    store.setState(({ edited }) => ({ edited: { ...edited, shown: { ...edited.shown, companies: without } } }));
    moves.back();
    expect(store.getState()).toMatchObject({ company: "beta", view: "results" });
  });
});

test("the palette leads to another company by its name in either language", () => {
  const named = (typed: string): string[] =>
    paletteEntries(stateOf(), [], typed).flatMap((entry) => (entry.kind === "company" ? [entry.name] : []));
  expect(named("beta")).toEqual(["Show Beta"]);
  expect(named("ベータ")).toEqual(["Show Beta"]);
  expect(named("acme")).toEqual([]);
  expect(named("")).toEqual([]);
});
