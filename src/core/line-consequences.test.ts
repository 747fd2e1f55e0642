import { describe, expect, test } from "vitest";
import { claim, tellBook } from "#core/figures/book-for-test.ts";
import { consequencesOfLine, consequencesOfRemoval, idFromLabel } from "#core/line-consequences.ts";
import type { LineDraft } from "#core/line-plans.ts";

const BOOK = tellBook(
  {
    sales: { formula: "children(sales)" },
    goods: { parent: "sales" },
    services: { parent: "sales" },
    margin: { formula: "sales - costs" },
    costs: {},
    growth: { kind: "ratio", unit: "%", formula: "yoy(costs)" },
    headcount: { kind: "stock", unit: "people" },
  },
  [
    ["costs", "1Q06", "80"],
    ["costs", "2Q06", "90"],
    ["headcount", "2Q06", "7"],
  ],
  undefined,
  { statements: [claim("qoq(costs)", "2Q06", 12), claim("costs / sales", "2Q06", 60)] },
);

const draftOf = (id: string, change: Partial<LineDraft> = {}): LineDraft => {
  const { position: _, ...draft } = BOOK.lines.find((line) => line.id === id)!;
  return { ...draft, ...change };
};
const of = (id: string, change: Partial<LineDraft>) => consequencesOfLine(BOOK, id, draftOf(id, change));

test("no change has no consequence", () => {
  expect(of("costs", {})).toEqual({ refusals: [], effects: [] });
});

describe("refused", () => {
  test.each([
    ["costs", { labelEn: " ", labelJa: "" }, { why: "no-label" }],
    ["costs", { unit: "" }, { why: "no-unit" }],
    ["costs", { id: "2nd" }, { why: "id-is-no-name" }],
    ["costs", { id: "sum" }, { why: "id-is-no-name" }],
    ["costs", { id: "latest" }, { why: "id-is-no-name" }],
    ["costs", { id: "goods" }, { why: "id-is-taken" }],
    ["sales", { parent: "goods" }, { why: "under-itself" }],
    ["sales", { parent: "sales" }, { why: "under-itself" }],
    ["costs", { kind: "stock" }, { why: "figures-elsewhere", count: 2, at: "spans" }],
    ["headcount", { kind: "flow" }, { why: "figures-elsewhere", count: 1, at: "boundaries" }],
    ["costs", { unit: "%" }, { why: "formulas-break", lines: ["growth"] }],
    ["costs", { formula: "margin" }, { why: "formula", objection: { code: "circle", word: "margin", from: 0, to: 6 } }],
    ["costs", { formula: "a" }, { why: "formula", objection: { code: "unknown-line", word: "a", from: 0, to: 1 } }],
  ] as const)("%s with %j", (id, change, refusal) => {
    expect(of(id, change).refusals).toMatchObject([refusal]);
  });

  test("a new line with the id of another, and a formula of its own name is read", () => {
    expect(consequencesOfLine(BOOK, null, draftOf("costs")).refusals).toEqual([{ why: "id-is-taken" }]);
    const draft = draftOf("costs", { id: "fees", formula: "lag(fees, 1)" });
    expect(consequencesOfLine(BOOK, null, draft).refusals).toEqual([]);
  });
});

describe("allowed, and said", () => {
  test("a flow becomes a ratio", () => {
    expect(of("costs", { kind: "ratio" }).effects).toEqual([
      { what: "kind", from: "flow", to: "ratio" },
      { what: "rests", lines: ["margin", "growth"] },
    ]);
  });
  test("another unit keeps the digits", () => {
    expect(of("costs", { unit: "JPY thousand" }).effects).toMatchObject([
      { what: "unit", figures: 2, from: "JPY million", to: "JPY thousand" },
      { what: "rests" },
    ]);
  });
  test("a formula comes, changes, goes", () => {
    expect(of("costs", { formula: "goods" }).effects[0]).toEqual({ what: "formula-added", figures: 2 });
    expect(of("margin", { formula: "sales" }).effects).toEqual([{ what: "formula-changed", figures: 0 }]);
    expect(of("margin", { formula: null }).effects).toEqual([{ what: "formula-removed" }]);
  });
  test("another parent changes what adds up its children", () => {
    expect(of("goods", { parent: null }).effects).toEqual([{ what: "sums-of-children", lines: ["sales"] }]);
    expect(of("goods", { parent: "costs" }).effects).toEqual([{ what: "sums-of-children", lines: ["sales"] }]);
    expect(of("costs", { parent: "margin" }).effects).toEqual([]);
  });
  test("another id is written everywhere", () => {
    expect(of("costs", { id: "expenses" }).effects).toEqual([{ what: "renamed", formulas: 2, claims: 2, figures: 2 }]);
  });
  test("claims that can no longer be worked out", () => {
    const book = { ...BOOK, lines: BOOK.lines.filter(({ id }) => id !== "growth") };
    const { refusals, effects } = consequencesOfLine(book, "costs", draftOf("costs", { unit: "%" }));
    expect(refusals).toEqual([]);
    expect(effects).toContainEqual({ what: "claims-break", count: 1 });
  });
  test("other companies that use the line, where it means something to them", () => {
    const shared = {
      ...BOOK,
      companyLines: [...BOOK.companyLines, ...BOOK.companyLines.map((use) => ({ ...use, company: "bolt" }))],
    };
    expect(consequencesOfLine(shared, "margin", draftOf("margin", { formula: null })).effects).toContainEqual({
      what: "companies",
      count: 1,
    });
    expect(consequencesOfLine(shared, "margin", draftOf("margin", { note: "x" })).effects).toEqual([]);
  });
});

test("what goes with a line", () => {
  expect(consequencesOfRemoval(BOOK, "costs")).toEqual({
    companies: 1,
    figures: 2,
    sources: 1,
    claims: 2,
    notes: 0,
    breaks: 0,
    children: [],
    formulas: [
      { line: "margin", becomes: "sales" },
      { line: "growth", becomes: null },
    ],
  });
  expect(consequencesOfRemoval(BOOK, "sales").children).toEqual(["goods", "services"]);
});

test.each([
  ["Operating income (loss)", "operating_income_loss"],
  ["SG&A / R&D", "sg_and_a_r_and_d"],
  ["営業収益", "営業収益"],
  ["2nd half", "line_2nd_half"],
  ["Sum", "line_sum"],
  ["Costs", "costs_2"],
  ["…", "line"],
])("%s is called %s in formulas", (label, id) => {
  expect(idFromLabel(label, new Set(["costs"]))).toBe(id);
});
