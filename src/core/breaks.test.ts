import { expect, test } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { breaksBefore, breaksBeneath, breaksIn, breaksMarked } from "./breaks.ts";

const at = (period: string) => spanOf(period).start;
const row = (id: string, line: string | null, period: string) => ({
  id,
  company: "acme",
  line,
  boundary: at(period),
  textEn: id,
  textJa: "",
});

const BOOK = tellBook({ sales: { formula: "goods + services" }, goods: {}, services: {}, rent: {} }, [], undefined, {
  breaks: [row("goods", "goods", "1Q06"), row("all", null, "1Q05"), { ...row("other", null, "1Q06"), company: "b" }],
});

const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

test("a series breaks with every line, by itself, and with what its formula rests on, the oldest first", () => {
  expect(ids(breaksIn(BOOK, "acme", "sales"))).toEqual(["all", "goods"]);
  expect(ids(breaksIn(BOOK, "acme", "services"))).toEqual(["all"]);
  expect(ids(breaksBeneath(BOOK, "acme", "services"))).toEqual(["all", "goods"]);
  expect(ids(breaksMarked(BOOK, "acme", "sales"))).toEqual(["all"]);
  expect(ids(breaksMarked(BOOK, "acme", null))).toEqual(["all", "goods"]);
});

test("a break lies before the first span that has something of after it, however long the spans are", () => {
  const breaks = breaksMarked(BOOK, "acme", "goods");
  const before = (span: string, last: string | null) =>
    ids(breaksBefore(breaks, spanOf(span), last === null ? null : spanOf(last)));
  expect(before("1Q06", "4Q05")).toEqual(["goods"]);
  expect(before("2Q06", "1Q06")).toEqual([]);
  expect(before("4Q05", "3Q05")).toEqual([]);
  expect(before("1H06", "1Q06")).toEqual([]);
  expect(before("1H06", "FY2005")).toEqual(["goods"]);
  expect(before("FY2006", "FY2005")).toEqual(["goods"]);
  expect(before("LTM 1Q06", "FY2005")).toEqual(["goods"]);
  expect(before("LTM 2Q06", "LTM 1Q06")).toEqual([]);
  expect(before("1Q05", null)).toEqual(["all"]);
});
