import { expect, test } from "vitest";
import { EMPTY_BOOK, type Book, type PageLine } from "#core/book.ts";
import { applyChanges, inverse } from "#core/changes.ts";
import { planPageLines } from "./page-line-plan.ts";

const row = (line: string, position: number, page: PageLine["page"] = "period"): PageLine => ({
  company: "a",
  page,
  line,
  position,
});
const other: PageLine = { company: "b", page: "period", line: "revenue", position: 0 };
const bookOf = (...rows: PageLine[]): Book => ({ ...EMPTY_BOOK, pageLines: rows });

function planned(book: Book, ...lines: string[]): Book {
  const plan = planPageLines(book, "a", "period", lines);
  return plan === null ? book : applyChanges(book, plan.changes);
}

const chosen = (book: Book): string[] =>
  book.pageLines
    .filter(({ company, page }) => company === "a" && page === "period")
    .toSorted((a, b) => a.position - b.position)
    .map(({ line }) => line);

test("the lines stand on the page in the order in which they are chosen", () => {
  const first = planned(bookOf(other), "net", "revenue");
  expect(chosen(first)).toEqual(["net", "revenue"]);
  expect(chosen(planned(first, "revenue", "costs", "net"))).toEqual(["revenue", "costs", "net"]);
});

test("other pages and other companies keep theirs, and none chosen is the usual page again", () => {
  const book = bookOf(other, row("net", 0), row("cash", 0, "balance"));
  const after = planned(book);
  expect(after.pageLines).toEqual([other, row("cash", 0, "balance")]);
});

test("the inverse leads back", () => {
  const book = bookOf(row("net", 0), row("revenue", 1));
  const plan = planPageLines(book, "a", "period", ["revenue", "costs"]);
  expect(plan?.deed).toEqual({ kind: "pages", count: 3 });
  expect(chosen(applyChanges(applyChanges(book, plan?.changes ?? []), inverse(plan?.changes ?? [])))).toEqual([
    "net",
    "revenue",
  ]);
});

test("what is there already is no change", () => {
  const book = bookOf(row("net", 0), row("revenue", 1));
  expect(planPageLines(book, "a", "period", ["net", "revenue"])).toBeNull();
  expect(planPageLines(bookOf(other), "a", "period", [])).toBeNull();
});
