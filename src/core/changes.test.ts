import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Book, Fact } from "#core/book.ts";
import { factKey } from "#core/book.ts";
import type { RowChange } from "#core/changes.ts";
import { ChangeMismatch, applyChanges, inverse } from "#core/changes.ts";
import { planEntry } from "#core/entry.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { figuresOf } from "#core/figures/figures.ts";

const QUARTERS = ["1Q05", "2Q05", "3Q05", "4Q05", "1Q06", "2Q06", "1H05", "FY2005"] as const;
const LINES = {
  revenue: {},
  costs: {},
  cash: { kind: "stock" },
  margin: { kind: "ratio", unit: "%", formula: "(revenue - costs) / revenue" },
} as const;
const START = tellBook(LINES, [
  ["revenue", "1Q05", "100"],
  ["revenue", "1H05", "210"],
  ["costs", "1Q05", "80"],
  ["cash", "4Q05", "7"],
]);

/** What a person might enter: a figure, a dash, or nothing. */
const entries = fc.record({
  line: fc.constantFrom("revenue", "costs", "cash", "margin"),
  period: fc.constantFrom(...QUARTERS),
  stated: fc.option(
    fc.oneof(
      fc.integer({ min: -999, max: 999 }).map((mantissa) => ({ mantissa, decimals: 0 })),
      fc.constant("does-not-exist" as const),
    ),
  ),
});

const enter = (
  book: Book,
  entered: readonly { line: string; period: string; stated: Fact["stated"] | null }[],
): readonly RowChange[] =>
  planEntry(book, {
    company: "acme",
    scope: "consolidated",
    basis: "actual",
    source: null,
    way: "typed",
    entries: entered.map(({ line, period, stated }) => ({ line, span: spanOf(period), stated, text: "" })),
  }).changes;

/** The facts of a book, in one order. */
const factsOf = (book: Book): unknown[] => book.facts.toSorted((a, b) => (factKey(a) < factKey(b) ? -1 : 1));

test("an edit and its inverse is nothing", () => {
  fc.assert(
    fc.property(fc.array(entries, { minLength: 1, maxLength: 20 }), (entered) => {
      const changes = enter(START, entered);
      const back = applyChanges(applyChanges(START, changes), inverse(changes));
      expect(factsOf(back)).toEqual(factsOf(START));
      expect(back.sources).toEqual(START.sources);
    }),
  );
});

test("a block entered at once is the same as its cells one by one", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(entries, {
        maxLength: 20,
        selector: ({ line, period }) =>
          `${line} ${line === "cash" ? spanOf(period).start + spanOf(period).length : period}`,
      }),
      (entered) => {
        const atOnce = applyChanges(START, enter(START, entered));
        const oneByOne = entered.reduce((book, each) => applyChanges(book, enter(book, [each])), START);
        expect(factsOf(oneByOne)).toEqual(factsOf(atOnce));
      },
    ),
  );
});

test("the order of edits to different cells never matters to any figure", () => {
  const distinct = fc.uniqueArray(entries, {
    minLength: 2,
    maxLength: 6,
    selector: ({ line, period }) =>
      `${line} ${line === "cash" ? spanOf(period).start + spanOf(period).length : period}`,
  });
  fc.assert(
    fc.property(distinct, fc.integer(), (entered, seed) => {
      const shuffled = entered
        .toSorted(
          (a, b) =>
            ((a.line.length * 31 + a.period.length + seed) % 7) - ((b.line.length * 31 + b.period.length + seed) % 7),
        )
        .toReversed();
      const answers = (order: typeof entered): unknown => {
        const book = order.reduce((now, each) => applyChanges(now, enter(now, [each])), START);
        const figures = figuresOf(book, { company: "acme", scope: "consolidated", basis: "actual", asOf: null });
        return Object.keys(LINES).flatMap((line) => QUARTERS.map((period) => figures.value(line, spanOf(period))));
      };
      expect(answers(shuffled)).toEqual(answers(entered));
    }),
  );
});

test("any order of asking gives the same figures", () => {
  const book = applyChanges(
    START,
    enter(START, [{ line: "costs", period: "1H05", stated: { mantissa: 170, decimals: 0 } }]),
  );
  const cells = Object.keys(LINES).flatMap((line) => QUARTERS.map((period) => [line, period] as const));
  const ask = (order: readonly (readonly [string, string])[]): Map<string, unknown> => {
    const figures = figuresOf(book, { company: "acme", scope: "consolidated", basis: "actual", asOf: null });
    return new Map(order.map(([line, period]) => [`${line} ${period}`, figures.cell(line, spanOf(period))]));
  };
  const expected = ask(cells);
  fc.assert(
    fc.property(fc.shuffledSubarray(cells), (order) => {
      for (const [name, cell] of ask(order)) expect(cell).toEqual(expected.get(name));
    }),
  );
});

describe("a change that does not fit is refused", () => {
  const [fact] = START.facts;
  if (fact === undefined) throw new Error("no fact");
  const many = (change: RowChange): RowChange[] => [
    ...Array.from({ length: 10 }, (_, at): RowChange => ({
      in: "facts",
      before: null,
      after: { ...fact, span: { start: at, length: 1 } },
    })),
    change,
  ];
  test.each([
    ["alone", (change: RowChange): RowChange[] => [change]],
    ["among many", many],
  ])("%s", (_name, among) => {
    const elsewhere = { ...fact, line: "nowhere" };
    expect(() => applyChanges(START, among({ in: "facts", before: elsewhere, after: null }))).toThrow(ChangeMismatch);
    expect(() => applyChanges(START, among({ in: "facts", before: null, after: fact }))).toThrow(ChangeMismatch);
  });
});
