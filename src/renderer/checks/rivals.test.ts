import { expect, test } from "vitest";
import type { Language } from "#core/book.ts";
import { checkBook } from "#core/checks/check-book.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { endOf } from "#core/timeline.ts";
import { figureKey } from "../state/place.ts";
import { createWindowStore, type WindowState } from "../state/window-state.ts";
import { detailsOf } from "./check-details.ts";
import { checkAtCell, shownCheck } from "./check-text.ts";
import { checkSlices } from "./slices.ts";
import { checkKey, checksIn, checksOf, outsideOf } from "./findings.ts";

const BOOK = tellBook(
  { income: {}, contracts: { kind: "stock", unit: "contracts" } },
  [
    ["income", "2Q06", "1,189", { source: "Presentation" }],
    ["income", "2Q06", "1,890", { source: "Tanshin" }],
    ["income", "2Q06", "1,980", { source: "Report" }],
    ["contracts", "2Q06", "16,112", { source: "Tanshin" }],
  ],
  { Presentation: "2006-11-02", Report: "2006-11-02", Tanshin: "2006-11-02" },
  {
    statements: [
      claim("qoq_change(contracts)", "2Q06", 758, 0, "contracts", "Tanshin"),
      {
        ...claim("qoq_change(contracts)", "2Q06", 785, 0, "contracts", "Tanshin"),
        id: "transposed",
        asPrinted: "+785",
      },
    ],
  },
);

/** A balance stands at the boundary, not over the quarter. */
const LEVEL = { start: endOf(spanOf("2Q06")), length: 0 };

function stateIn(language: Language): WindowState {
  const opened = {
    title: "Acme",
    path: "",
    readOnly: null,
    book: BOOK,
    journal: { generation: 0, undo: null, redo: null },
    saved: { at: "file" },
  } as const;
  const settings = {
    language,
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  const state = createWindowStore(opened, settings, { year: 2006, month: 11 }).getState();
  const checks = checkBook(BOOK, { company: "acme", scope: "consolidated", asOf: null });
  return { ...state, findings: { book: BOOK, company: "acme", asOf: null, checks } };
}

test("a figure that documents of its day print otherwise says which, and what", () => {
  const state = stateIn("en");
  const of = checksOf(state, figureKey("income", spanOf("2Q06")));
  expect(of.map((check) => [shownCheck(state, check).recomputed, shownCheck(state, check).why])).toEqual([
    ["1,189", "difference +701; of the same day, Presentation prints 1,189"],
    ["1,980", "difference -90; of the same day, Report prints 1,980"],
  ]);
  expect(of.map((check) => checkAtCell(state, check))).toEqual(Array(2).fill("Another print of the same day"));
  expect(new Set(checksIn(state).map(checkKey)).size).toBe(checksIn(state).length);
});

test("so does a claim, beside its formula; and the cell it speaks of is marked", () => {
  const state = stateIn("en");
  const [first] = checksIn(state);
  expect(first === undefined ? null : detailsOf(state, first)).toMatchObject({
    formula: "qoq_change(contracts)",
    against: "of the same day, Tanshin prints +785",
    recomputed: "+785",
    operands: [],
  });
  expect(outsideOf(state, figureKey("contracts", LEVEL))).toHaveLength(2);
});

test("checked a slice at a time the same is found", () => {
  const view = { company: "acme", scope: "consolidated", asOf: null } as const;
  expect([...checkSlices(BOOK, view)].flat()).toEqual(checkBook(BOOK, view));
});

test("in Japanese too", () => {
  const state = stateIn("ja");
  const [check] = checksOf(state, figureKey("income", spanOf("2Q06")));
  expect(check === undefined ? "" : shownCheck(state, check).why).toContain("同日の「Presentation」には 1,189 と記載");
});
