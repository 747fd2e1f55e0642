import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import type { AmountScale } from "#core/units.ts";
import type { Settings } from "#contract/questions.ts";
import { createWindowStore, type WindowState } from "../state/window-state.ts";
import { explain } from "./explanation.ts";
import { derivationText } from "./short-forms.ts";
import { signedPath } from "./signed-path.ts";
import { isWeakest } from "./trace.ts";
import { unrounded } from "./unrounded.ts";

const SETTINGS: Settings = {
  language: "en",
  theme: "system",
  negatives: "parentheses",
  amounts: "entered",
  periods: "deck",
};

function stateOf(book: Book, settings: Partial<Settings> = {}): WindowState {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "acme.kessan", readOnly: null, book, journal, saved: { at: "file" } } as const;
  return createWindowStore(opened, { ...SETTINGS, ...settings }, { year: 2006, month: 11 }).getState();
}

const BOOK = tellBook(
  {
    revenue: {},
    total_costs: {},
    gross_margin: { formula: "revenue - total_costs" },
    gross_margin_ratio: { kind: "ratio", unit: "%", formula: "gross_margin / revenue" },
    cash: { kind: "stock" },
  },
  [
    ["revenue", "1Q06", "12,437"],
    ["revenue", "1H06", "26,444"],
    ["total_costs", "2Q06", "11,448"],
    ["gross_margin_ratio", "2Q06", "18.3%"],
    ["cash", "2Q06", "12,860"],
  ],
);

describe("the explanation of a cell", () => {
  test("has growth and points signed as on the pages, not in parentheses", () => {
    const book = tellBook({ sales: {}, margin: { kind: "ratio", unit: "%" } }, [
      ["sales", "2Q05", "1,000"],
      ["sales", "1Q06", "900"],
      ["sales", "2Q06", "958"],
      ["margin", "2Q05", "5.0"],
      ["margin", "2Q06", "3.8"],
    ]);
    const of = (line: string) => explain(stateOf(book), { line, span: spanOf("2Q06") });
    expect([of("sales").yoy, of("sales").qoq, of("margin").yoy]).toEqual(["-4.2%", "+6.4%", "-1.2pp"]);
    expect(
      explain(stateOf(book, { language: "ja", negatives: "triangle" }), { line: "margin", span: spanOf("2Q06") }).yoy,
    ).toBe("△1.2pt");
  });

  test("of a derived figure: the spans it is the sum of, with their signs", () => {
    const { route, value, inputs, formula } = explain(stateOf(BOOK), { line: "revenue", span: spanOf("2Q06") });
    expect([route, value, formula]).toEqual(["derived", "14,007", null]);
    expect(inputs.map(({ sign, period, value: of }) => `${sign}${period} ${of}`)).toEqual([
      "+1H06 26,444",
      "−1Q06 12,437",
    ]);
  });

  test("in another unit: every figure in it, with its digits; printed characters with their own", () => {
    const state = stateOf(BOOK, { amounts: "100 million" });
    const derived = explain(state, { line: "revenue", span: spanOf("2Q06") });
    expect([derived.value, derived.unit, derived.unrounded]).toEqual(["140.07", "JPY 100 million", null]);
    expect(derived.inputs.map(({ sign, value }) => `${sign}${value}`)).toEqual(["+264.44", "−124.37"]);
    const ratio = explain(state, { line: "gross_margin_ratio", span: spanOf("2Q06") });
    expect([ratio.value, ratio.worked]).toEqual(["18.3%", "25.59 / 140.07"]);
    const reported = explain(state, { line: "cash", span: spanOf("2Q06") });
    expect([reported.value, reported.source?.asPrinted]).toEqual(["128.60", "12,860 JPY million"]);
  });

  test("arithmetic that is true in its own units alone stands in them", () => {
    const lines = { revenue: {}, less: { formula: "revenue - 500" }, half: { formula: "revenue / 2" } };
    const state = stateOf(tellBook(lines, [["revenue", "2Q06", "14,007"]]), { amounts: "billion" });
    const worked = (line: string) => explain(state, { line, span: spanOf("2Q06") }).worked;
    expect([worked("less"), worked("half")]).toEqual(["14,007 − 500 (JPY million)", "14.007 / 2"]);
  });

  test("of a sum with a dash in it: that the dash counts as nothing", () => {
    const lines = { x: {}, t: { formula: "x + y" }, y: {} };
    const book = tellBook(lines, [
      ["x", "1Q06", "-"],
      ["x", "1H06", "100"],
      ["t", "3Q06", "50"],
      ["y", "3Q06", "20"],
      ["y", "4Q06", "-"],
    ]);
    const of = (line: string, period: string) => explain(stateOf(book), { line, span: spanOf(period) });
    expect(of("x", "2Q06")).toMatchObject({ route: "derived", value: "100", hasDash: true });
    expect(of("x", "2Q06").inputs.map(({ sign, period }) => `${sign}${period}`)).toEqual(["+1H06", "−1Q06"]);
    expect(of("y", "2H06")).toMatchObject({ value: "20", hasDash: true });
    expect(of("x", "3Q06")).toMatchObject({ route: "implied", hasDash: false });
  });

  test("of a computed figure: the formula, its inputs, and the reported figure it is shown instead of", () => {
    const of = explain(stateOf(BOOK), { line: "gross_margin_ratio", span: spanOf("2Q06") });
    expect(of).toMatchObject({ route: "computed", value: "18.3%", formula: "gross_margin / revenue", source: null });
    expect(of.inputs.map(({ label, value }) => `${label} ${value}`)).toEqual(["gross_margin 2,559", "revenue 14,007"]);
    expect(of.alsoReported).toMatchObject({ value: "18.3%", source: { title: "report", published: "2006-11-02" } });
    expect(of.unrounded).toMatch(/^18\.26943/);
  });

  test("of a gap: what it waits for and what is there, without saying it twice", () => {
    const of = explain(stateOf(BOOK), { line: "gross_margin", span: spanOf("1Q06") });
    expect(of.value).toBeNull();
    const told = (inputs: typeof of.inputs) => inputs.map(({ label, period, value }) => `${label} ${period} ${value}`);
    expect(told(of.needs)).toEqual(["total_costs 1Q06 not entered"]);
    expect(told(of.inputs)).toEqual(["revenue 1Q06 12,437"]);
  });

  test.each([
    ["en", "No figure: 1 of 2 parts entered: 90"],
    ["ja", "数値なし：2件中1件入力済み：90"],
  ] as const)("of a gap: a cost by itself is told as it was entered, in %s", (language, text) => {
    const book = tellBook({ revenue: {}, cost: {}, margin: { formula: "revenue - cost" } }, [["cost", "1Q06", "90"]]);
    const settings = { ...stateOf(book).settings, language };
    expect(explain(stateOf(book, settings), { line: "margin", span: spanOf("1Q06") }).gap).toBe(text);
  });

  test("of a figure implied by a sum: the total in, the others out", () => {
    const book = tellBook({ all: { formula: "a + b - c" }, a: {}, b: {}, c: {} }, [
      ["all", "2Q06", "100"],
      ["a", "2Q06", "70"],
      ["c", "2Q06", "5"],
    ]);
    const of = explain(stateOf(book), { line: "b", span: spanOf("2Q06") });
    expect(of).toMatchObject({ route: "implied", value: "35", how: "what the other parts leave of all" });
    expect(of.inputs.map(({ sign, label, value }) => `${sign}${label} ${value}`)).toEqual([
      "+all 100",
      "−a 70",
      "+c 5",
    ]);
  });

  test("of a level implied by a printed change: where it starts from, and the change", () => {
    const statements = [claim("qoq_change(contracts)", "2Q06", 758, 0, "contracts")];
    const lines = {
      contracts: { kind: "stock", unit: "contracts" },
      per: { kind: "ratio", unit: "contracts", formula: "contracts / 2" },
    } as const;
    const book = tellBook(lines, [["contracts", "2Q06", "16,112"]], undefined, { statements });
    const before = explain(stateOf(book), { line: "contracts", span: spanOf("1Q06") });
    expect(before).toMatchObject({ route: "implied", how: "16,112 at 2Q06, less the printed change 758" });
    expect(before.inputs.map(({ sign, label, value }) => `${sign}${label} ${value}`)).toEqual([
      "+contracts 16,112",
      "−contracts: printed change 758",
    ]);
    const japanese = explain(stateOf(book, { language: "ja" }), { line: "contracts", span: spanOf("1Q06") });
    expect(japanese.how).toBe("2Q06の16,112から、記載の増減758を控除");
    const resting = explain(stateOf(book), { line: "per", span: spanOf("1Q06") });
    expect(resting).toMatchObject({ route: "computed", restsOnImplied: true, worked: "15,354 / 2" });
  });

  test("of a sum of quarters: each of them, the implied one marked", () => {
    const book = tellBook({ all: { formula: "a + b" }, a: {}, b: {} }, [
      ["all", "1Q06", "10"],
      ["a", "1Q06", "7"],
      ["b", "2Q06", "4"],
    ]);
    const of = explain(stateOf(book), { line: "b", span: spanOf("1H06") });
    expect(of).toMatchObject({ route: "summed", restsOnImplied: true, value: "7" });
    expect(of.inputs.map((input) => [input.period, input.route, isWeakest(input)])).toEqual([
      ["1Q06", "implied", true],
      ["2Q06", "reported", false],
    ]);
  });

  test("of a cell that several sources state: each of them, the latest first, and which is in force", () => {
    const sources = { first: "2006-05", second: "2006-11-02" };
    const book = tellBook(
      { revenue: {} },
      [
        ["revenue", "1Q06", "100", { source: "first" }],
        ["revenue", "1Q06", "98", { source: "second", restated: true }],
      ],
      sources,
    );
    const { vintages } = explain(stateOf(book), { line: "revenue", span: spanOf("1Q06") });
    expect(vintages.map(({ title, value, isInForce, isRestated }) => [title, value, isInForce, isRestated])).toEqual([
      ["second", "98", true, true],
      ["first", "100", false, false],
    ]);
  });

  test("of a balance: the boundary, whatever column was chosen", () => {
    const of = explain(stateOf(BOOK), { line: "cash", span: spanOf("1H06") });
    expect(of).toMatchObject({ value: "12,860", period: "1H06", range: "end of Sep 2006" });
  });

  test("in Japanese", () => {
    const of = explain(stateOf(BOOK, { language: "ja", negatives: "triangle", amounts: "entered", periods: "deck" }), {
      line: "revenue",
      span: spanOf("1Q06"),
    });
    expect(of).toMatchObject({ unit: "百万円", range: "2006年4月～6月" });
  });
});

describe("the path of a derived figure", () => {
  const fact = (label: string) => {
    const [only] = tellBook({ revenue: {} }, [["revenue", label, "1"]]).facts;
    if (only === undefined) throw new RangeError(label);
    return only;
  };

  test("goes back across the year-end", () => {
    const facts = [fact("1H05"), fact("FY2005"), fact("1H06")];
    const path = signedPath(spanOf("LTM 2Q06"), facts);
    expect(path?.map(({ fact: { span }, sign }) => [span, sign])).toEqual([
      [spanOf("FY2005"), 1],
      [spanOf("1H06"), 1],
      [spanOf("1H05"), -1],
    ]);
  });

  test("is none where the facts do not meet", () => {
    expect(signedPath(spanOf("2Q06"), [fact("1H05")])).toBeNull();
  });

  test("reads as one line", () => {
    const figure = {
      value: 1,
      route: "derived",
      weakest: "derived",
      decimals: 0,
      facts: [fact("1Q06"), fact("1H06")],
      mixedVintages: false,
    } as const;
    expect(derivationText(stateOf(BOOK), figure, spanOf("2Q06"))).toBe("1H06 − 1Q06");
  });
});

test.each([
  [14_007, "JPY million", 0, null],
  [0.183, "%", 1, null],
  [2559 / 14_007, "%", null, "18.26943671…%"],
  [0.125, "%", null, null],
  [0.1525, "%", null, "15.25%"],
  [-1 / 3, "JPY million", null, "(0.33333333…)"],
  [14_007, "JPY million", 0, null, "100 million"],
  [14_007_123_456, "JPY", 0, "14,007.123456", "million"],
  [42_021 / 3, "JPY million", null, null, "billion"],
  [10 / 3, "JPY million", null, "3,333.33333333…", "thousand"],
] as const)("%d of %s unrounded", (value, unit, decimals, text, amounts: AmountScale = "entered") => {
  expect(unrounded(value, { of: { unit }, decimals, negatives: "parentheses", amounts })).toBe(text);
});
