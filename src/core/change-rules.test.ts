import { describe, expect, test } from "vitest";
import type { Book, Line } from "#core/book.ts";
import { isName, objectionTo } from "#core/change-rules.ts";
import type { RowChange } from "#core/changes.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";

const BOOK: Book = tellBook({ sales: {}, costs: { parent: "sales" }, cash: { kind: "stock" } }, [
  ["sales", "1Q06", "100"],
  ["cash", "1Q06", "7"],
]);

const line = (id: string): Line => {
  const found = BOOK.lines.find((each) => each.id === id);
  if (found === undefined) throw new RangeError(id);
  return found;
};

const lineTo = (id: string, change: Partial<Line>): RowChange => ({
  in: "lines",
  before: line(id),
  after: { ...line(id), ...change },
});

const [acme] = BOOK.companies;
const companyTo = (change: object): RowChange[] =>
  acme === undefined ? [] : [{ in: "companies", before: acme, after: { ...acme, ...change } }];

test.each([
  ["another label", [lineTo("sales", { labelEn: "Revenue", labelJa: "売上高" })]],
  ["a formula", [lineTo("costs", { formula: "sales / 2" })]],
  ["another parent", [lineTo("sales", { parent: null }), lineTo("costs", { parent: "cash" })]],
  ["a new line", [{ in: "lines", before: null, after: { ...line("sales"), id: "売上_2" } }]],
  ["a line no figure of which is there, into a balance", [lineTo("costs", { kind: "stock" })]],
  ["the way years are named", companyTo({ fyNamedBy: "end" })],
  [
    "a note on a quarter",
    [
      {
        in: "notes",
        before: null,
        after: { id: "n", company: "acme", line: "sales", span: spanOf("1Q06"), source: null, textEn: "x", textJa: "" },
      },
    ],
  ],
] as readonly (readonly [string, RowChange[]])[])("nothing speaks against %s", (_, changes) => {
  expect(objectionTo(BOOK, changes)).toBeNull();
});

describe("refused", () => {
  test.each([
    [
      "a row that is not there",
      [{ in: "lines", before: { ...line("sales"), id: "gone" }, after: null }],
      { why: "not-as-before" },
    ],
    ["a row that is there already", [{ in: "lines", before: null, after: line("sales") }], { why: "not-as-before" }],
    [
      "a line that figures stand on",
      [{ in: "lines", before: line("sales"), after: null }],
      { why: "names-what-is-not-there" },
    ],
    [
      "a parent that is none",
      [lineTo("sales", { parent: "gone" })],
      { row: "lines sales", why: "names-what-is-not-there" },
    ],
    ["a section that is none", [lineTo("sales", { section: "gone" })], { why: "names-what-is-not-there" }],
    ["a line under itself", [lineTo("sales", { parent: "costs" })], { why: "circle-of-parents" }],
    ["no formula", [lineTo("sales", { formula: "costs +" })], { row: "lines sales", why: "bad-formula" }],
    [
      "an id that is no name",
      [{ in: "lines", before: null, after: { ...line("sales"), id: "net sales" } }],
      { why: "id-is-no-name" },
    ],
    [
      "an id that is a function",
      [{ in: "lines", before: null, after: { ...line("sales"), id: "yoy" } }],
      { why: "id-is-no-name" },
    ],
    ["a balance made of quarters", [lineTo("sales", { kind: "stock" })], { why: "wrong-kind-of-span" }],
    ["quarters made of a balance", [lineTo("cash", { kind: "flow" })], { why: "wrong-kind-of-span" }],
    [
      "another year-end under the figures",
      companyTo({ yearEndMonth: 12 }),
      { row: "companies acme", why: "year-end-has-figures" },
    ],
  ] as readonly (readonly [string, RowChange[], object])[])("%s", (_, changes, found) => {
    expect(objectionTo(BOOK, changes)).toMatchObject(found);
  });

  test("a year-end may move while there is no figure", () => {
    expect(objectionTo({ ...BOOK, facts: [] }, companyTo({ yearEndMonth: 12 }))).toBeNull();
  });
});

test.each([
  ["operating_income", true],
  ["売上高", true],
  ["2q", false],
  ["a b", false],
  ["a-b", false],
  ["sum", false],
  [" a", false],
])("%s as an id", (id, may) => {
  expect(isName(id)).toBe(may);
});
