import { describe, expect, test } from "vitest";
import { checkBook } from "#core/checks/check-book.ts";
import { claim, tellBook } from "#core/figures/book-for-test.ts";
import { createWindowStore, type WindowState } from "../state/window-state.ts";
import { WORDS } from "../words/words.ts";
import { detailsOf } from "./check-details.ts";
import { endsText, shownCheck } from "./check-text.ts";

// Revenue less costs is 1, and may be nothing.
const BOOK = tellBook(
  { revenue: {}, costs: {}, fees: {} },
  [
    ["revenue", "2Q06", "101"],
    ["costs", "2Q06", "100"],
    ["fees", "2Q06", "2"],
  ],
  { report: "2006-11-02" },
  {
    statements: [
      claim("fees / (revenue - costs)", "2Q06", 5000, 0),
      claim("fees / (costs - revenue)", "2Q06", -5000, 0),
      claim("fees / (revenue - costs)", "2Q06", 10, 0),
    ],
  },
);

function stateIn(language: "en" | "ja"): WindowState {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book: BOOK, journal, saved: { at: "file" } } as const;
  const settings = { language, theme: "system", negatives: "triangle", amounts: "entered", periods: "deck" } as const;
  return createWindowStore(opened, settings, { year: 2006, month: 11 }).getState();
}

const checks = checkBook(BOOK, { company: "acme", scope: "consolidated", asOf: null });

test("a claim is within a reach without a bound, on the side where there is none", () => {
  expect(checks.map(({ verdict, low, high }) => [verdict, low, high])).toEqual([
    ["within", 0.75, Infinity],
    ["within", -Infinity, -0.75],
    ["outside", 0.75, Infinity],
  ]);
});

describe("an end that nothing bounds is told in words", () => {
  test.each([
    ["en", "from 75.0%, no upper bound", "up to △75.0%, no lower bound", "75.0% – no upper bound"],
    ["ja", "75.0%以上（上限なし）", "△75.0%以下（下限なし）", "75.0%以上（上限なし）"],
  ] as const)("%s", (language, above, below, range) => {
    const state = stateIn(language);
    const { reachBetween } = WORDS[language].checks;
    const told = checks.slice(0, 2).map((check) => {
      const { ends } = detailsOf(state, check);
      return ends === null ? "" : reachBetween(...ends);
    });
    expect(told).toEqual([above, below]);
    expect(checks.slice(0, 1).map((check) => shownCheck(state, check).range)).toEqual([range]);
    const neither = endsText(state, { low: -Infinity, high: Infinity }, { unit: "%" }, 0);
    expect(neither).toEqual([null, null]);
    expect(reachBetween(null, null)).not.toMatch(/null|∞/);
  });
});
