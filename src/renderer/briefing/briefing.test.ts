import { expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { checkBook } from "#core/checks/check-book.ts";
import { claim, tellBook } from "#core/figures/book-for-test.ts";
import { spanOf } from "#core/figures/book-for-test.ts";
import { BRIEFING_PAGES, type BriefingPageKind } from "#core/pages/briefing.ts";
import { createWindowStore, type WindowState } from "../state/window-state.ts";
import type { Slide } from "./slide-model.ts";
import { slidesIn } from "./slides-in-view.ts";

const many = Array.from({ length: 60 }, (_, index) => `line_${index + 1}`);

const BOOK: Book = tellBook(
  { revenue: {}, operating_income: {}, ...Object.fromEntries(many.map((id) => [id, {}])) },
  [
    ["revenue", "1H05", "21,809"],
    ["revenue", "1H06", "26,444"],
    ["revenue", "1Q06", "12,437"],
    ["operating_income", "1H06", "(80)"],
    ["revenue", "1H06", "25,000", { basis: "target", source: "plan" }],
    ["revenue", "1H06", "26,400", { basis: "target" }],
    ...many.map((id) => [id, "2Q06", "1"] as const),
  ],
  { report: "2006-11-02", plan: "2006-05" },
  { statements: [claim("revenue / target(revenue, initial) - 1", "1H06", 5.6, 1)] },
);

function stateOf(more: Partial<WindowState> = {}, book = BOOK): WindowState {
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
  return { ...state, view: "briefing", findings: { book, company: "acme", asOf: null, checks }, ...more };
}

function slideOf(state: WindowState, kind: BriefingPageKind): Slide {
  const slide = slidesIn(state)[BRIEFING_PAGES.indexOf(kind)];
  if (slide === undefined) throw new RangeError(kind);
  return slide;
}

test("slides are the same objects until something they are made of changes", () => {
  const state = stateOf();
  expect(slidesIn({ ...state, notice: null, selected: ["revenue"] })).toBe(slidesIn(state));
  expect(slidesIn({ ...state, pageSpan: spanOf("1Q06") })).not.toBe(slidesIn(state));
});

test("titles and months follow the period, in both languages", () => {
  const state = stateOf();
  expect([slideOf(state, "summary").title, slideOf(state, "summary").range]).toEqual([
    "Summary of results for 2Q06 and 1H06",
    "Apr – Sep 2006 · Jul – Sep 2006",
  ]);
  const first = { ...state, pageSpan: spanOf("1Q06") };
  expect(slideOf(first, "summary").title).toBe("Summary of results for 1Q06");
  expect(slideOf(first, "to-date").absent).toMatch(/^1Q06 is the first quarter/u);
  // Targets of the year are shown in its first quarter too, not those of another year.
  expect(slideOf(first, "targets").title).toBe("Revision of financial targets (2 November 2006)");
  expect(slideOf({ ...state, pageSpan: spanOf("1Q05") }, "targets").absent).toBe(
    "No targets for FY2005 are in this book.",
  );
  const japanese = { ...state, settings: { ...state.settings, language: "ja" as const } };
  expect(slideOf(japanese, "to-date").title).toBe("1H06 連結業績");
  expect(slideOf(japanese, "targets").title).toBe("業績予想の修正（2006年11月2日）");
});

test("as of a day, targets were not known rather than not there", () => {
  expect(slideOf(stateOf({ asOf: "2005-01-01" }), "targets").absent).toBe(
    "No targets for FY2006 were known on 1 January 2005.",
  );
});

test("what is printed otherwise stands in a footnote, with where it comes from at the foot", () => {
  const { footnotes, source } = slideOf(stateOf(), "to-date");
  expect(footnotes).toEqual(["revenue against the initial target 1H06: printed +5.6%, recomputed +5.8%: outside"]);
  expect(source).toBe("Source: plan (May 2006), report (2 November 2006)");
  expect(slideOf(stateOf(), "group").source).toBe("Source: the book “Acme”");
});

test("more lines than a slide holds are counted", () => {
  const pageLines = many.map((line, position) => ({ company: "acme", page: "period" as const, line, position }));
  const [[block] = []] = slideOf(stateOf({}, { ...BOOK, pageLines }), "quarter").rows;
  if (block?.kind !== "table") throw new RangeError("no table");
  expect(block.table.groups.flatMap(({ rows }) => rows)).toHaveLength(48);
  expect(block.more).toBe(12);
  expect([...block.figures.keys()].some((key) => key.includes("line_49"))).toBe(false);
});

test("a figure that is not comparable is told from one that is not in the book, with the reason below its table", () => {
  const row = { id: "b", company: "acme", line: null, boundary: spanOf("1Q06").start, textEn: "IFRS", textJa: "" };
  const notes = (state: WindowState): string[] =>
    slideOf(state, "to-date").rows.flatMap((blocks) =>
      blocks.flatMap((block) => (block.kind === "table" ? [block.note] : [])),
    );
  expect(notes(stateOf({}, { ...BOOK, breaks: [row] })).join(" ")).toContain("Break before 1Q06: IFRS");
  expect(notes(stateOf()).join("")).toBe("");
});
