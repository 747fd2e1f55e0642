/** Levels that printed changes lead to: over a break none, and of several sources by the latest. */
import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { checkBook } from "#core/checks/check-book.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { isFigure } from "#core/figures/cell.ts";
import { figuresOf } from "#core/figures/figures.ts";

/** A cell in a line: `950 implied`, `940 implied mixed`, or its gap. */
function said(book: Book, line: string, period: string, asOf: string | null = null): string {
  const view = { company: "acme", scope: "consolidated", basis: "actual", asOf } as const;
  const cell = figuresOf(book, view).cell(line, spanOf(period));
  return isFigure(cell) ? `${cell.value} ${cell.route}${cell.mixedVintages ? " mixed" : ""}` : cell.gap;
}

const verdicts = (book: Book): string[] =>
  checkBook(book, { company: "acme", scope: "consolidated", asOf: null }).map(
    ({ stated, computed, verdict }) => `${stated} beside ${computed}: ${verdict}`,
  );

const level = { n: { kind: "stock", unit: "contracts" } } as const;
const change = (printed: number, source = "report") => claim("qoq_change(n)", "2Q06", printed, 0, "contracts", source);

describe("over a break", () => {
  const brokenAt = (period: string) => [
    { id: "b", company: "acme", line: "n", boundary: spanOf(period).start, textEn: "", textJa: "" },
  ];
  const told = (period: string, ...facts: Parameters<typeof tellBook>[1]): Book =>
    tellBook(level, facts, undefined, { statements: [change(758)], breaks: brokenAt(period) });
  const now = ["n", "2Q06", "16,112"] as const;
  const before = ["n", "1Q06", "15,354"] as const;
  test("at the boundary that the change starts from, nothing is implied, as nothing is checked", () => {
    expect(said(told("2Q06", now), "n", "1Q06")).toBe("not-entered");
    expect(said(told("2Q06", before), "n", "2Q06")).toBe("not-entered");
    expect(verdicts(told("2Q06", now, before))).toEqual(["758 beside null: not-computable"]);
  });
  test.each(["1Q06", "3Q06"])(
    "at the start of %s, which the change does not cross, it is implied and checked",
    (at) => {
      expect(said(told(at, now), "n", "1Q06")).toBe("15354 implied");
      expect(said(told(at, before), "n", "2Q06")).toBe("16112 implied");
      expect(verdicts(told(at, now, before))).toEqual(["758 beside 758: exact"]);
    },
  );
});

describe("one change that two sources print differently", () => {
  const sources = { august: "2006-08-10", november: "2006-11-02" };
  const changes = [change(50, "august"), change(60, "november")].map((told, at) => ({ ...told, id: `${at}` }));
  const told = (facts: Parameters<typeof tellBook>[1], statements = changes): Book =>
    tellBook(level, facts, sources, { statements });
  test.each([["as the book has them"], ["turned round"]])("implies by the later, %s", (order) => {
    const statements = order === "turned round" ? changes.toReversed() : changes;
    const book = told([["n", "2Q06", "1,000", { source: "november" }]], statements);
    expect(said(book, "n", "1Q06")).toBe("940 implied");
  });
  test("and by the earlier as long as that alone is known", () => {
    const book = told([["n", "2Q06", "1,000", { source: "august" }]]);
    expect(said(book, "n", "1Q06", "2006-09-01")).toBe("950 implied");
  });
  test("the later has restated it: from a level of before it is mixed", () => {
    const facts = [["n", "2Q06", "1,000", { source: "august" }]] as const;
    expect(said(told(facts), "n", "1Q06")).toBe("940 implied mixed");
    expect(said(told(facts, [change(50, "august"), { ...change(50, "november"), id: "again" }]), "n", "1Q06")).toBe(
      "950 implied",
    );
  });
  test("each is judged by what its own source knew", () =>
    expect(
      verdicts(
        told([
          ["n", "1Q06", "950", { source: "august" }],
          ["n", "2Q06", "1,000", { source: "august" }],
          ["n", "2Q06", "1,010", { source: "november" }],
        ]),
      ),
    ).toEqual(["50 beside 50: exact", "60 beside 60: exact"]));
});
