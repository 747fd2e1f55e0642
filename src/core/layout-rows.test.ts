import { expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { tellBook } from "#core/figures/book-for-test.ts";
import { rowsOf } from "#core/layout.ts";

const tree = (book: Book): string[] =>
  rowsOf(book, "acme").map((row) => (row.kind === "section" ? row.id : `${"-".repeat(row.depth)}${row.id}`));

test("what stands under a line stays beside it, wherever the order has it", () => {
  const book = tellBook({ a: {}, b: {}, c: { parent: "a" }, d: { parent: "c" }, e: {} }, []);
  expect(tree(book)).toEqual(["section:income", "a", "-c", "--d", "b", "e"]);
});

test("a total that the order has under its parts stays under them", () => {
  const book = tellBook({ a: { parent: "t" }, b: { parent: "t" }, x: {}, t: {} }, []);
  expect(tree(book)).toEqual(["section:income", "x", "-a", "-b", "t"]);
});

test("a line whose parent is not shown, or stands in another section, is at the top", () => {
  const book = tellBook({ a: {}, b: { parent: "a" }, c: { parent: "b" } }, []);
  const other = { id: "other", labelEn: "Other", labelJa: "その他", position: 1 };
  const moved: Book = {
    ...book,
    sections: [...book.sections, other],
    lines: book.lines.map((line) => (line.id === "a" ? { ...line, section: "other" } : line)),
  };
  expect(tree(moved)).toEqual(["section:income", "b", "-c", "section:other", "a"]);
  const without: Book = { ...book, companyLines: book.companyLines.filter(({ line }) => line !== "a") };
  expect(tree(without)).toEqual(["section:income", "b", "-c"]);
});

test("lines that stand under each other are shown all the same", () => {
  const book = tellBook({ a: { parent: "b" }, b: { parent: "a" }, c: { parent: "a" }, d: { parent: "d" } }, []);
  expect(tree(book)).toEqual(["section:income", "a", "-c", "b", "d"]);
});
