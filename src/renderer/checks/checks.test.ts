import { describe, expect, test } from "vitest";
import { checkBook } from "#core/checks/check-book.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { planNotShownLine } from "#core/not-shown.ts";
import { applyChanges } from "#core/changes.ts";
import type { Book } from "#core/book.ts";
import { spanKey } from "#core/timeline.ts";
import { figureKey } from "../state/place.ts";
import { createWindowStore, type WindowState } from "../state/window-state.ts";
import { WORDS } from "../words/words.ts";
import { detailsOf } from "./check-details.ts";
import { claimText, shownCheck, whyText } from "./check-text.ts";
import {
  areStale,
  checkKey,
  checksIn,
  checksOf,
  countsIn,
  listedIn,
  outsideOf,
  selectedCheckIn,
  subjectOf,
} from "./findings.ts";
import { formulaWords } from "./claim-words.ts";
import { rowAfter } from "./row-after.ts";
import { checkSlices } from "./slices.ts";

const CLAIMS = [
  claim("revenue / target(revenue, initial) - 1", "1H06", 5.6, 1),
  claim("yoy(revenue)", "2Q06", 17.4, 1),
  claim("gross_margin / revenue", "2Q06", 18.3, 1),
  claim("qoq_change(contracts)", "2Q06", 758, 0, "contracts"),
  claim("yoy_change(contracts)", "2Q06", 3410, 0, "contracts"),
  claim("revenue / contracts", "1Q06", 0.81, 2, "JPY million"),
  claim("yoy(total_costs)", "2Q06", 1, 1),
];

const BOOK = tellBook(
  {
    revenue: {},
    total_costs: {},
    gross_margin: { formula: "revenue - total_costs" },
    contracts: { kind: "stock", unit: "contracts" },
    stock: { kind: "stock" },
    deficit: { kind: "stock" },
    equity: { kind: "stock", formula: "stock + deficit" },
  },
  [
    ["revenue", "2Q05", "11,929"],
    ["revenue", "1Q06", "12,437"],
    ["revenue", "2Q06", "14,007"],
    ["revenue", "1H06", "26,444"],
    ["revenue", "1H06", "25,000", { basis: "target", source: "plan" }],
    ["revenue", "1H06", "26,400", { basis: "target" }],
    ["total_costs", "2Q06", "11,448"],
    ["gross_margin", "2Q06", "2,559"],
    ["contracts", "2Q06", "16,112"],
    ["stock", "2Q06", "16,834"],
    ["deficit", "2Q06", "(3,000)"],
    ["equity", "2Q06", "13,750"],
  ],
  { report: "2006-11-02", plan: "2006-05" },
  { statements: CLAIMS },
);

function stateOf(book: Book = BOOK, more: Partial<WindowState> = {}): WindowState {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book, journal, saved: { at: "file" } } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  const state = createWindowStore(opened, settings, { year: 2006, month: 11 }).getState();
  const checks = checkBook(book, { company: "acme", scope: "consolidated", asOf: null });
  return { ...state, findings: { book, company: "acme", asOf: null, checks }, ...more };
}

const JAPANESE = {
  settings: { language: "ja", theme: "system", negatives: "triangle", amounts: "entered", periods: "deck" },
} as const;

function checkOf(state: WindowState, expression: string) {
  const found = checksIn(state).find((check) => check.expression === expression);
  if (found === undefined) throw new RangeError(expression);
  return found;
}

test("in slices the same checks are found in the same order", () => {
  const view = { company: "acme", scope: "consolidated", asOf: null } as const;
  expect([...checkSlices(BOOK, view)].flat()).toEqual(checkBook(BOOK, view));
  // The claims about contracts imply the levels that others rest on.
  expect(checksIn(stateOf()).map(({ verdict }) => verdict)).toContain("not-computable");
});

describe("the list", () => {
  test("has what does not hold first, and counts by verdict", () => {
    const state = stateOf();
    const verdicts = listedIn(state).map(({ verdict }) => verdict);
    expect(verdicts).toEqual([...verdicts].toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
    expect(countsIn(state).outside).toBe(verdicts.filter((verdict) => verdict === "outside").length);
    expect(listedIn(stateOf(BOOK, { checkFilter: "outside" })).map(({ expression }) => expression)).toEqual([
      "revenue / target(revenue, initial) - 1",
      "equity",
    ]);
  });

  test("is searched by words, formulas and figures, whatever the width of the letters", () => {
    const found = (checkSearch: string) => listedIn(stateOf(BOOK, { checkSearch })).map(({ expression }) => expression);
    expect(found("TARGET outside")).toEqual(["revenue / target(revenue, initial) - 1"]);
    expect(found("１３,７５０")).toEqual(["equity"]);
    expect(found("nothing of the kind")).toEqual([]);
  });

  test("is stale as soon as the book is another, and no longer once that one is checked", () => {
    const state = stateOf();
    expect(areStale(state)).toBe(false);
    expect(areStale({ ...state, edited: { ...state.edited, shown: { ...BOOK } } })).toBe(true);
    expect(areStale({ ...state, findings: null })).toBe(true);
  });

  test("keeps the selected check from one run to the next", () => {
    const selectedCheck = checkKey(checkOf(stateOf(), "equity"));
    expect(selectedCheckIn(stateOf({ ...BOOK }, { selectedCheck }))?.expression).toBe("equity");
  });
});

const ORDER = ["outside", "not-computable", "within", "exact"];

describe("a cell", () => {
  const at = (period: string): string => spanKey(spanOf(period));

  test("has the checks about it, and of those the ones that tell against it", () => {
    const state = stateOf();
    expect(checksOf(state, `revenue|${at("2Q06")}`).map(({ expression }) => expression)).toEqual(["yoy(revenue)"]);
    expect(outsideOf(state, `revenue|${at("1H06")}`)).toHaveLength(1);
    const { start, length } = spanOf("2Q06");
    expect(outsideOf(state, `equity|${start + length}+0`)).toHaveLength(1);
  });

  test("is not blamed for a claim about several lines", () => {
    const wrong = { ...BOOK, statements: [claim("gross_margin / revenue", "2Q06", 28.3, 1)] };
    const state = stateOf(wrong);
    const key = `gross_margin|${at("2Q06")}`;
    expect(checksOf(state, key)[0]?.verdict).toBe("outside");
    expect(outsideOf(state, key)).toEqual([]);
  });

  test("is what a check leads to", () => {
    const state = stateOf();
    expect(subjectOf(state, checkOf(state, "gross_margin / revenue"))).toEqual({
      line: "gross_margin",
      span: spanOf("2Q06"),
    });
  });
});

describe("in words", () => {
  test("growth and differences have one sign, and a whole number no decimals that were not printed", () => {
    const book = tellBook(
      { sales: {}, margin: { kind: "ratio", unit: "%" } },
      [
        ["sales", "2Q05", "682"],
        ["sales", "2Q06", "606"],
        ["margin", "2Q05", "5.0"],
        ["margin", "2Q06", "3.3"],
      ],
      { report: "2006-11-02" },
      {
        statements: [
          claim("yoy(sales)", "2Q06", -11.2, 1),
          claim("yoy_change(sales)", "2Q06", -75, 0, "JPY million"),
          claim("yoy_change(margin)", "2Q06", -1.7, 1, "percentage points"),
        ].map((each) => ({ ...each, asPrinted: "" })),
      },
    );
    const state = stateOf(book);
    const columns = (expression: string): readonly string[] => {
      const { printedShort, recomputed, range } = shownCheck(state, checkOf(state, expression));
      return [printedShort, recomputed, range];
    };
    expect(columns("yoy(sales)")).toEqual(["-11.2%", "-11.14%", "-11.28% – -11.01%"]);
    expect(columns("yoy_change(sales)")).toEqual(["-75", "-76", "-77 – -75"]);
    expect(columns("yoy_change(margin)").slice(0, 2)).toEqual(["-1.7pp", "-1.7pp"]);
  });

  test.each([
    ["entered", "140.1億円", "140.07", "140.07 – 140.08"],
    ["million", "140.1億円", "140.07 JPY 100 million", "140.07 – 140.08"],
    ["100 million", "140.1億円", "140.07", "140.07 – 140.08"],
    ["billion", "140.1億円", "140.07 JPY 100 million", "140.07 – 140.08"],
  ] as const)("an amount that is claimed is read as it was printed, with amounts in %s", (amounts, ...expected) => {
    const amount = { ...claim("revenue / 100", "2Q06", 140.1, 1, "JPY 100 million"), asPrinted: "140.1億円" };
    const state = stateOf({ ...BOOK, statements: [...BOOK.statements, amount] });
    const shown = { ...state, settings: { ...state.settings, amounts } };
    const check = checkOf(shown, "revenue / 100");
    const { printed, printedShort, recomputed, range } = shownCheck(shown, check);
    expect([printed, recomputed, range]).toEqual(expected);
    expect(printedShort).toBe(printed);
    const result = amounts === "entered" || amounts === "100 million" ? "140.07" : "140.07 JPY 100 million";
    expect(detailsOf(shown, check).arithmetic).toBe(`14,007 / 100 = ${result}`);
    // Without the characters of a source it has its unit beside it.
    const { printed: bare } = shownCheck(shown, checkOf(shown, "revenue / contracts"));
    expect(bare).toBe(amounts === "billion" || amounts === "100 million" ? "0.81 JPY million" : "0.81");
  });

  test("a claim outside says which figure it was made with", () => {
    const state = stateOf();
    const check = checkOf(state, "revenue / target(revenue, initial) - 1");
    expect(claimText(state, check)).toBe("revenue against the initial target");
    expect(shownCheck(state, check)).toMatchObject({
      recomputed: "+5.78%",
      range: "5.77% – 5.78%",
      verdict: "Outside",
    });
    expect(whyText(state, check)).toBe("26,400 / 25,000 − 1 = 5.6%: the latest target in place of 26,444");
    const japanese = stateOf(BOOK, JAPANESE);
    expect(whyText(japanese, checkOf(japanese, check.expression))).toBe(
      "26,400 / 25,000 − 1 = 5.6%：26,444の代わりに最新の予想を用いた値",
    );
  });

  test.each([
    ["yoy(revenue)", "revenue, year on year", "revenue：前年同期比"],
    ["revenue / revenue", "revenue, as a share of itself", "revenue：それ自身に対する割合"],
    ["(revenue - total_costs) / revenue", "(revenue − total_costs) / revenue", "(revenue − total_costs) / revenue"],
    ["revenue / contracts", "revenue / contracts", "revenue / contracts"],
    ["revenue - (total_costs - stock)", "revenue − (total_costs − stock)", "revenue − (total_costs − stock)"],
    ["1H06 - 1Q06", "1H06 − 1Q06", "1H06 − 1Q06"],
    ["cagr(revenue, 3)", "cagr(revenue, 3)", "cagr(revenue, 3)"],
  ])("%s", (text, english, japanese) => {
    for (const [state, words] of [
      [stateOf(), english],
      [stateOf(BOOK, JAPANESE), japanese],
    ] as const) {
      const lines = new Map(BOOK.lines.map((line) => [line.id, line]));
      const dictionary = state.settings.language === "ja" ? "ja" : "en";
      expect(formulaWords(text, { lines, labelOf: (line) => line, words: WORDS[dictionary] })).toBe(words);
    }
  });
});

describe("the details", () => {
  test("of a sum outside: the difference, its members, and the mend", () => {
    const state = stateOf();
    const details = detailsOf(state, checkOf(state, "equity"));
    expect(details).toMatchObject({
      printed: "13,750",
      recomputed: "13,834",
      difference: "-84",
      arithmetic: "16,834 + (3,000) = 13,834",
      openSum: "equity",
    });
    expect(details.operands.map(({ sign, label, value }) => `${sign}${label} ${value}`)).toEqual([
      "+stock 16,834",
      "+deficit (3,000)",
    ]);
  });

  test("the mend takes the finding away", () => {
    const planned = planNotShownLine(BOOK, "equity");
    const mended = stateOf(applyChanges(BOOK, planned?.changes ?? []));
    expect(listedIn({ ...mended, checkFilter: "outside" }).map(({ expression }) => expression)).not.toContain("equity");
  });

  test("of a claim: its operands, a target among them, and its arithmetic", () => {
    const state = stateOf();
    const details = detailsOf(state, checkOf(state, "revenue / target(revenue, initial) - 1"));
    expect(details.arithmetic).toBe("26,444 / 25,000 − 1 = 5.78%");
    expect(details.operands.map(({ label, value, place }) => [label, value, place !== null])).toEqual([
      ["revenue", "26,444", true],
      ["revenue (target)", "25,000", false],
    ]);
    expect(details.openSum).toBeNull();
  });

  test("of what cannot be computed: what is missing", () => {
    const state = stateOf();
    const details = detailsOf(state, checkOf(state, "yoy(total_costs)"));
    expect(details).toMatchObject({ recomputed: "", ends: null, arithmetic: null });
    expect(details.needs.map(({ label, period }) => `${label} ${period}`)).toEqual(["total_costs 2Q05"]);
  });

  test("of a figure held against other spans: the path", () => {
    const state = stateOf();
    const details = detailsOf(state, checkOf(state, "revenue"));
    expect(details.operands.map(({ sign, period, value }) => `${sign}${period} ${value}`)).toEqual([
      "+1Q06 12,437",
      "+2Q06 14,007",
    ]);
  });
});

test.each([
  ["ArrowDown", -1, 0],
  ["ArrowDown", 4, 4],
  ["ArrowUp", 0, 0],
  ["Home", 3, 0],
  ["End", 0, 4],
  ["PageDown", 1, 4],
  ["x", 1, null],
])("%s from row %d of five leads to %s", (key, from, to) => {
  expect(rowAfter(key, from, 5)).toBe(to);
});

test("in an empty list no key leads anywhere", () => {
  expect(rowAfter("ArrowDown", -1, 0)).toBeNull();
});

describe("a sum of targets", () => {
  const aims = (sum: string): Book =>
    tellBook({ a: {}, b: {}, s: { formula: "a + b" } }, [
      ...(["a", "b", "s"] as const).map((line) => [line, "FY2006", line === "s" ? "20" : "10"] as const),
      ...(["a", "b", "s"] as const).map(
        (line) => [line, "FY2006", line === "s" ? sum : "10", { basis: "target" }] as const,
      ),
    ]);
  const state = stateOf(aims("25"));
  const [result, target] = checksIn(state);
  if (result === undefined || target === undefined) throw new RangeError("two checks");
  test("is named as one, and is another check than that of the results", () => {
    expect(target).toMatchObject({ verdict: "outside", basis: "target" });
    expect([claimText(state, result), claimText(state, target)]).toEqual(["s", `s (${WORDS.en.bases.target})`]);
    expect(checkKey(target)).not.toBe(checkKey(result));
  });
  test("does not blame the results, and leads to no cell of theirs", () => {
    expect(outsideOf(state, figureKey("s", spanOf("FY2006")))).toEqual([]);
    expect(checksOf(state, figureKey("s", spanOf("FY2006")))).toEqual([result]);
    expect(subjectOf(state, target)).toBeNull();
  });
  test("is worked out from targets, and mended by no line", () => {
    const details = detailsOf(stateOf(aims("25")), target);
    expect(details.operands.map(({ label, value }) => `${label} ${value}`)).toEqual([
      `a (${WORDS.en.bases.target}) 10`,
      `b (${WORDS.en.bases.target}) 10`,
    ]);
    expect(details.openSum).toBeNull();
  });
});
