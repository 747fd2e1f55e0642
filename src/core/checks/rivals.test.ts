import { describe, expect, test } from "vitest";
import type { Book, StatedFigure } from "#core/book.ts";
import { checkBook } from "#core/checks/check-book.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import type { Check } from "#core/checks/check.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { figuresOf } from "#core/figures/figures.ts";

const VIEW: CheckView = { company: "acme", scope: "consolidated", asOf: null };
const checks = (book: Book): readonly Check[] => checkBook(book, VIEW);

/** One check in a line: `stated qoq_change(n) outside`. */
const said = ({ kind, expression, verdict }: Check): string => `${kind} ${expression} ${verdict}`;

test("one change printed twice does not vouch for itself", () => {
  const twice = claim("qoq_change(n)", "2Q06", 758, 0, "contracts");
  const book = tellBook({ n: { kind: "stock", unit: "contracts" } }, [["n", "2Q06", "16,112"]], undefined, {
    statements: [twice, { ...twice, id: "again" }],
  });
  expect(checks(book).map(({ verdict }) => verdict)).toEqual(["not-computable", "not-computable"]);
});

describe("two claims of one day that contradict each other", () => {
  const level = { n: { kind: "stock", unit: "contracts" } } as const;
  const told = (more: readonly StatedFigure[], sources?: Readonly<Record<string, string>>): Book =>
    tellBook(level, [["n", "2Q06", "16,112"]], sources, {
      statements: [
        claim("qoq_change(n)", "2Q06", 758, 0, "contracts"),
        ...more,
        { ...claim("qoq(n)", "2Q06", 4.9, 1), id: "growth" },
      ],
    });
  const typed = { ...claim("qoq_change(n)", "2Q06", 785, 0, "contracts"), id: "typed", asPrinted: "+785" };
  const twice = { report: "2006-11-02", tanshin: "2006-11-02" };

  test.each([
    ["of one source", told([typed]), "not-computable"],
    // The growth is judged by what its own source says of the change.
    ["of two", told([{ ...typed, source: "tanshin" }], twice), "exact"],
  ])("%s are both outside, and neither implies a level", (_, book, growth) => {
    expect(checks(book).map(said)).toEqual([
      "stated qoq_change(n) outside",
      "stated qoq_change(n) outside",
      `stated qoq(n) ${growth}`,
    ]);
    expect(checks(book)[0]).toMatchObject({ stated: 758, computed: 785, low: 784.5, high: 785.5 });
    expect(checks(book)[0]?.rival).toMatchObject({ asPrinted: "+785" });
    const figures = figuresOf(book, { ...VIEW, basis: "actual" });
    expect(figures.cell("n", spanOf("1Q06"))).toMatchObject({ gap: expect.any(String) as string });
  });

  test("though a third says a third thing", () =>
    expect(checks(told([typed, { ...typed, id: "third", printed: { mantissa: 700, decimals: 0 } }])).map(said)).toEqual(
      [...Array.from({ length: 3 }, () => "stated qoq_change(n) outside"), "stated qoq(n) not-computable"],
    ));

  test("are none where a later source states it anew", () =>
    expect(
      checks(told([{ ...typed, source: "later" }], { report: "2006-11-02", later: "2007-02-08" })).map(said),
    ).toEqual(["stated qoq_change(n) not-computable", "stated qoq_change(n) not-computable", "stated qoq(n) exact"]));
});

describe("two documents that print one cell differently", () => {
  const printed = (published: string | null, more: { readonly restated?: boolean } = {}, figure = "1,890"): Book =>
    tellBook(
      { income: {} },
      [
        ["income", "2Q06", "1,189", { source: "presentation" }],
        ["income", "2Q06", figure, { source: "tanshin", ...more }],
      ],
      { presentation: "2006-11-02", tanshin: published },
    );
  test("on one day contradict each other", () => {
    expect(checks(printed("2006-11-02")).map(said)).toEqual(["routes income outside"]);
    expect(checks(printed("2006-11-02"))[0]).toMatchObject({
      stated: 1890,
      computed: 1189,
      source: "tanshin",
      rival: { asPrinted: "1,189", source: "presentation" },
    });
  });
  test.each([
    ["on another day", printed("2006-11-10")],
    ["where one says that it restates", printed("2006-11-02", { restated: true })],
    ["where they print the same", printed("2006-11-02", {}, "1,189")],
  ])("do not %s", (_, book) => expect(checks(book)).toEqual([]));
});
