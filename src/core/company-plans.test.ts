import { describe, expect, test } from "vitest";
import type { Book, Line, Section } from "#core/book.ts";
import { EMPTY_BOOK } from "#core/book.ts";
import { bookNameFrom, isBookName } from "#core/book-names.ts";
import { objectionTo } from "#core/change-rules.ts";
import { applyChanges } from "#core/changes.ts";
import {
  firstBook,
  linesInOtherUnits,
  MONEY,
  monthsOfYear,
  ownRows,
  planAddCompany,
  planEditCompany,
  planRemoveCompany,
  planStepCompany,
  refusalsOfCompany,
  type CompanyDraft,
  type StartingSet,
} from "#core/company-plans.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";

const DRAFT: CompanyDraft = {
  nameEn: " Beta Corp. ",
  nameJa: "",
  yearEndMonth: 12,
  fyNamedBy: "end",
  currency: "USD",
  scale: "million",
};
const line = (id: string, position: number, formula: string | null = null): Line => ({
  id,
  labelEn: id,
  labelJa: id,
  section: "income",
  parent: null,
  unit: MONEY,
  kind: "flow",
  formula,
  note: "",
  position,
});
const SECTION: Section = { id: "income", labelEn: "Income", labelJa: "損益", position: 0 };
const START: StartingSet = {
  sections: [SECTION],
  lines: [line("sales", 0), line("costs", 1), line("fees", 2), line("profit", 3, "sales - costs - fees")],
};
const ALL = START.lines.map(({ id }) => id);
const BOOK: Book = tellBook({ sales: {}, cash: { kind: "stock" } }, [["sales", "1Q06", "100"]]);

describe("a book from nothing", () => {
  test("has the company, its lines in its own money, and no figure", () => {
    const book = firstBook(DRAFT, START, ALL);
    expect(book.companies).toEqual([{ ...DRAFT, nameEn: "Beta Corp.", id: "beta-corp", position: 0 }]);
    expect(book.lines.map(({ id, unit }) => [id, unit])).toEqual(ALL.map((id) => [id, "USD million"]));
    expect(book.companyLines.map((use) => use.line)).toEqual(ALL);
    expect(book.facts).toEqual([]);
    expect(objectionTo(book, [])).toBeNull();
  });

  test("a formula does without a line that was left out, as a sum does without a member", () => {
    const book = firstBook(DRAFT, START, ["sales", "costs", "profit"]);
    expect(book.lines.map(({ id, formula }) => [id, formula])).toEqual([
      ["sales", null],
      ["costs", null],
      ["profit", "sales - costs"],
    ]);
    expect(firstBook(DRAFT, START, []).lines).toEqual([]);
  });

  test("amounts in single units have the currency alone", () => {
    expect(firstBook({ ...DRAFT, scale: "one" }, START, ["sales"]).lines[0]?.unit).toBe("USD");
  });
});

describe("a further company", () => {
  test("uses lines of the book, in its own order", () => {
    const book = applyChanges(BOOK, planAddCompany(BOOK, DRAFT, START, { ofBook: ["cash"], ofStart: [] }).changes);
    expect(book.lines).toEqual(BOOK.lines);
    expect(book.companyLines.filter(({ company }) => company === "beta-corp").map((use) => use.line)).toEqual(["cash"]);
  });

  test("with the starting set in other money has lines of its own, and their formulas name those", () => {
    const { changes } = planAddCompany(BOOK, DRAFT, START, { ofBook: [], ofStart: ALL });
    expect(objectionTo(BOOK, changes)).toBeNull();
    const book = applyChanges(BOOK, changes);
    const added = book.lines.slice(BOOK.lines.length);
    expect(added.map(({ id, unit, formula }) => [id, unit, formula])).toEqual([
      ["sales_usd_million", "USD million", null],
      ["costs", "USD million", null],
      ["fees", "USD million", null],
      ["profit", "USD million", "sales_usd_million - costs - fees"],
    ]);
  });

  test("in other money does not share a ratio of the book's lines, but one of its own", () => {
    const margin: Line = { ...line("margin", 4, "profit / sales"), unit: "%", kind: "ratio" };
    const start = { ...START, lines: [...START.lines, margin] };
    const wanted = { ofBook: [], ofStart: ["sales", "profit", "margin"] };
    const yen = applyChanges(BOOK, planAddCompany(BOOK, { ...DRAFT, currency: "JPY" }, start, wanted).changes);
    const gamma = applyChanges(yen, planAddCompany(yen, { ...DRAFT, nameEn: "Gamma" }, start, wanted).changes);
    const formulaOf = (id: string) => gamma.lines.find((each) => each.id === id)?.formula;
    expect(formulaOf("margin")).toBe("profit / sales");
    expect(formulaOf("margin_usd_million")).toBe("profit_usd_million / sales_usd_million");
    const delta = planAddCompany(gamma, { ...DRAFT, nameEn: "Delta" }, start, wanted).changes;
    // The next in that money shares what is there.
    expect(delta.filter((change) => change.in === "lines")).toEqual([]);
  });

  test("with the starting set in the book's money shares the line that is there", () => {
    const yen = { ...DRAFT, currency: "JPY" };
    const { changes } = planAddCompany(BOOK, yen, START, { ofBook: [], ofStart: ["sales", "costs"] });
    const book = applyChanges(BOOK, changes);
    expect(book.lines.map(({ id }) => id)).toEqual(["sales", "cash", "costs"]);
  });
});

test("lines in another currency or scale cannot be shared, nor what rests on them; single units can", () => {
  const lines: Line[] = [
    { ...line("sales", 0), unit: "JPY million" },
    { ...line("half", 1, "sales / 2"), unit: "JPY million" },
    { ...line("margin", 2, "half / sales"), unit: "%", kind: "ratio" },
    { ...line("eps", 3), unit: "JPY" },
    { ...line("staff", 4), unit: "people" },
  ];
  expect([...linesInOtherUnits({ lines }, "JPY million")]).toEqual([]);
  expect([...linesInOtherUnits({ lines }, "JPY thousand")].toSorted()).toEqual(["half", "margin", "sales"]);
  expect([...linesInOtherUnits({ lines }, "USD million")].toSorted()).toEqual(["eps", "half", "margin", "sales"]);
});

describe("what is said of a company", () => {
  test.each([
    ["no name", { nameEn: " " }, ["no-name"]],
    ["another's name", { nameEn: "Acme" }, ["name-is-taken"]],
    ["no currency", { currency: "yen" }, ["no-currency"]],
    ["nothing wrong", {}, []],
  ])("%s", (_, change, refusals) => {
    expect(refusalsOfCompany(BOOK, null, { ...DRAFT, ...change })).toEqual(refusals);
  });

  test("the year-end stays while figures are counted from it; everything else can be changed", () => {
    const acme = { ...DRAFT, nameEn: "Acme Ltd.", yearEndMonth: 3 };
    expect(refusalsOfCompany(BOOK, "acme", { ...acme, yearEndMonth: 12 })).toEqual(["year-end-has-figures"]);
    expect(refusalsOfCompany({ ...BOOK, facts: [] }, "acme", { ...acme, yearEndMonth: 12 })).toEqual([]);
    const plan = planEditCompany(BOOK, "acme", acme);
    expect(applyChanges(BOOK, plan?.changes ?? []).companies).toMatchObject([{ id: "acme", nameEn: "Acme Ltd." }]);
    expect(planEditCompany(applyChanges(BOOK, plan?.changes ?? []), "acme", acme)).toBeNull();
  });

  test.each([
    ["start", 3, 2006, { year: 2006, month: 4 }, { year: 2007, month: 3 }],
    ["end", 3, 2007, { year: 2006, month: 4 }, { year: 2007, month: 3 }],
    ["end", 12, 2006, { year: 2006, month: 1 }, { year: 2006, month: 12 }],
    ["start", 1, 2006, { year: 2006, month: 2 }, { year: 2007, month: 1 }],
  ] as const)("a year named by its %s, ending in month %i", (fyNamedBy, yearEndMonth, year, first, last) => {
    expect(monthsOfYear(year, { fyNamedBy, yearEndMonth })).toEqual({ first, last });
  });
});

describe("order and removal", () => {
  const two = applyChanges(BOOK, planAddCompany(BOOK, DRAFT, START, { ofBook: ["sales"], ofStart: [] }).changes);

  test("companies move one place at a time", () => {
    expect(planStepCompany(two, "acme", -1)).toBeNull();
    const moved = applyChanges(two, planStepCompany(two, "beta-corp", -1)?.changes ?? []);
    expect(moved.companies.toSorted((a, b) => a.position - b.position).map(({ id }) => id)).toEqual([
      "beta-corp",
      "acme",
    ]);
  });

  test("a company goes with all that is its own, locked quarters too; lines and the other company stay", () => {
    const locked: Book = { ...two, locks: [{ company: "acme", boundary: spanOf("1Q06").start + 1, text: "" }] };
    expect(ownRows(locked, "acme")).toMatchObject({ facts: 1, sources: 1, locks: 1, companyLines: 2 });
    const { changes } = planRemoveCompany(locked, "acme") ?? { changes: [] };
    expect(objectionTo(locked, changes)).toBeNull();
    const book = applyChanges(locked, changes);
    expect(book.companies.map(({ id }) => id)).toEqual(["beta-corp"]);
    expect([book.facts, book.sources, book.locks]).toEqual([[], [], []]);
    expect(book.lines).toEqual(BOOK.lines);
    expect(planRemoveCompany(BOOK, "acme")).toBeNull();
  });
});

describe("the name of a file", () => {
  test.each(["Acme", "アクメ 2006", "a.b", "x".repeat(80)])("%s can be one", (name) =>
    expect(isBookName(name)).toBe(true),
  );
  test.each(["", " a", "a ", ".a", "a.", "a/b", "a\\b", "a:b", 'a"b', "a\nb", "CON", "con.x", "..", "x".repeat(81)])(
    "%j cannot",
    (name) => expect(isBookName(name)).toBe(false),
  );
  test("is made from a company's", () => {
    expect(bookNameFrom("Acme K.K.")).toBe("Acme K.K");
    expect(bookNameFrom("a/b: c")).toBe("a b c");
    expect(bookNameFrom("///")).toBe("");
    expect(firstBook({ ...DRAFT, nameEn: "", nameJa: "アクメ" }, { ...EMPTY_BOOK }, []).companies[0]?.id).toBe(
      "アクメ",
    );
  });
});
