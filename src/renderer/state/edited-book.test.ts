import { expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { applyChanges } from "#core/changes.ts";
import { planEntry } from "#core/entry.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import type { CellsEntered } from "#contract/questions.ts";
import { assume, confirm, withdraw, withoutEdits } from "./edited-book.ts";

const BOOK = tellBook({ sales: {}, costs: {} }, [["sales", "1Q06", "100"]]);

const typed = (line: string, mantissa: number): CellsEntered => ({
  company: "acme",
  scope: "consolidated",
  basis: "actual",
  source: null,
  way: "typed",
  entries: [{ line, span: spanOf("1Q06"), stated: { mantissa, decimals: 0 }, text: String(mantissa) }],
});

const printed = ({ facts }: Book): string[] => facts.map(({ line, asPrinted }) => `${line} ${asPrinted}`);

test("an edit shows at once and is not committed before its answer", () => {
  const edited = assume(withoutEdits(BOOK), typed("sales", 120));
  expect(printed(edited.shown)).toEqual(["sales 120"]);
  expect(printed(edited.committed)).toEqual(["sales 100"]);
});

test("an answer settles its own edit and leaves the later one waiting", () => {
  const first = typed("sales", 120);
  const second = typed("costs", 80);
  const edited = assume(assume(withoutEdits(BOOK), first), second);
  const settled = confirm(edited, planEntry(BOOK, first).changes, first);
  expect(settled.waiting).toEqual([second]);
  expect(printed(settled.committed)).toEqual(["sales 120"]);
  expect(printed(settled.shown)).toEqual(["sales 120", "costs 80"]);
});

test("a refused edit leaves what was there, and the later edits", () => {
  const refused = typed("sales", 120);
  const edited = assume(assume(withoutEdits(BOOK), refused), typed("costs", 80));
  expect(printed(withdraw(edited, refused).shown)).toEqual(["sales 100", "costs 80"]);
});

test("typing what is there already is no change", () => {
  const edited = withoutEdits(BOOK);
  expect(assume(edited, typed("sales", 100))).toBe(edited);
  expect(assume(edited, typed("sales", 101))).not.toBe(edited);
});

test("a commit that does not fit an older copy is told, never applied in part", () => {
  const elsewhere = planEntry(
    applyChanges(BOOK, planEntry(BOOK, typed("sales", 120)).changes),
    typed("sales", 130),
  ).changes;
  const removed = planEntry(BOOK, {
    ...typed("sales", 1),
    entries: [{ line: "sales", span: spanOf("1Q06"), stated: null, text: "" }],
  });
  const emptied = confirm(withoutEdits(BOOK), removed.changes, null);
  expect(() => confirm(emptied, elsewhere, null)).toThrow(/not in the book/);
});
