import { describe, expect, test } from "vitest";
import type { Basis, Book, Source } from "#core/book.ts";
import { applyChanges } from "#core/changes.ts";
import { planEntry, type Entered } from "#core/entry.ts";
import { isFigure } from "#core/figures/cell.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { figuresOf } from "#core/figures/figures.ts";

const BOOK: Book = tellBook(
  { sales: {} },
  [
    ["sales", "FY2006", "500", { basis: "target", source: "may" }],
    ["sales", "FY2005", "450", { source: "may" }],
  ],
  { may: "2006-05", november: "2006-11-02", april: "2006-04-01" },
);

const enter = (basis: Basis, period: string, source: string | null, mantissa: number): Book => {
  const entered: Entered = {
    company: "acme",
    scope: "consolidated",
    basis,
    source,
    way: "typed",
    entries: [{ line: "sales", span: spanOf(period), stated: { mantissa, decimals: 0 }, text: String(mantissa) }],
  };
  return applyChanges(BOOK, planEntry(BOOK, entered).changes);
};
const stated = (book: Book, basis: Basis): readonly string[] =>
  book.facts
    .filter((fact) => fact.basis === basis)
    .map(({ source, stated: said }) => `${source} ${said === "does-not-exist" ? "-" : said.mantissa}`)
    .toSorted();
const target = (book: Book, asOf: string | null): number | null => {
  const cell = figuresOf(book, { company: "acme", scope: "consolidated", basis: "target", asOf }).cell(
    "sales",
    spanOf("FY2006"),
  );
  return isFigure(cell) ? cell.value : null;
};

describe("a target typed over another", () => {
  test("is a revision where its source is later: the initial one stays and is what was known before", () => {
    const book = enter("target", "FY2006", "november", 530);
    expect(stated(book, "target")).toEqual(["may 500", "november 530"]);
    expect(target(book, null)).toBe(530);
    expect(target(book, "2006-06-30")).toBe(500);
  });

  test.each([
    ["the same source", "may"],
    ["no source", null],
    ["an earlier source", "april"],
  ])("corrects it where it is given to %s", (_, source) => {
    expect(stated(enter("target", "FY2006", source, 530), "target")).toEqual(["may 530"]);
  });
});

test("an actual figure in force is corrected, whatever the source for new ones", () => {
  expect(stated(enter("actual", "FY2005", "november", 451), "actual")).toEqual(["may 451"]);
  expect(stated(enter("actual", "FY2004", "november", 400), "actual")).toEqual(["may 450", "november 400"]);
});

test("own estimates are entered like any figure, by hand where no source is chosen", () => {
  const book = enter("estimate", "FY2007", null, 600);
  expect(stated(book, "estimate")).toEqual(["acme-by-hand 600"]);
  expect(book.sources.find(({ kind }: Source) => kind === "hand")?.published).toBeNull();
});
