import fc from "fast-check";
import { expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { withoutEdits } from "./edited-book.ts";
import { linesTouched } from "./touched-lines.ts";

const VIEW = { company: "acme", scope: "consolidated", basis: "actual", asOf: null } as const;
const LINES = {
  x: {},
  y: { parent: "x" },
  z: { parent: "x" },
  sum: { formula: "x + y" },
  under: { formula: "children(x)" },
  grown: { kind: "ratio", unit: "%", formula: "yoy(sum)" },
  ahead: { formula: "target(x) - z" },
  cash: { kind: "stock" },
  debt: { kind: "stock" },
  net: { kind: "stock", formula: "cash - debt" },
} as const;
const PERIODS = ["1Q05", "2Q05", "1H05", "FY2005", "1Q06", "2Q06"] as const;

const figure = fc.record({
  line: fc.constantFrom("x", "y", "z", "sum", "under", "cash", "debt", "net"),
  period: fc.constantFrom(...PERIODS),
  printed: fc.constantFrom("0", "7", "30.5", "-"),
  source: fc.constantFrom("may", "november"),
  basis: fc.constantFrom("actual", "target"),
});
const book = fc
  .uniqueArray(figure, {
    minLength: 1,
    maxLength: 25,
    selector: ({ line, period, source, basis }) => {
      const { start, length } = spanOf(period);
      return `${line} ${start + length} ${["cash", "debt", "net"].includes(line) ? 0 : length} ${source} ${basis}`;
    },
  })
  .map((figures) =>
    tellBook(
      LINES,
      figures.map(({ line, period, printed, source, basis }) => [line, period, printed, { source, basis }]),
      { may: "2006-05-11", november: "2006-11-02" },
      { statements: [claim("yoy_change(x)", "1Q06", 3, 0, "JPY million", "may")] },
    ),
  );

const without = ({ facts, ...rest }: Book, at: number): Book => ({
  ...rest,
  facts: facts.filter((_, index) => index !== at % facts.length),
});

test("whatever figure goes or comes, no line that is not named has another figure", () => {
  fc.assert(
    fc.property(book, fc.nat(), (full, at) => {
      const less = without(full, at);
      const [before, after] = [figuresOf(full, VIEW), figuresOf(less, VIEW)];
      if (before.since !== after.since) return;
      const touched = linesTouched(withoutEdits(full), withoutEdits(less));
      for (const line of Object.keys(LINES))
        if (touched?.has(line) !== true)
          for (const period of PERIODS)
            expect(after.cell(line, spanOf(period)), `${line} ${period}`).toEqual(before.cell(line, spanOf(period)));
    }),
    { numRuns: 300 },
  );
});

test("a figure of a part touches its sums, what they imply and what grows with them, and nothing else", () => {
  const full = tellBook(LINES, [["y", "1Q06", "7"]]);
  const touched = linesTouched(withoutEdits(full), withoutEdits(without(full, 0)));
  expect([...(touched ?? [])].toSorted()).toEqual(["ahead", "grown", "sum", "under", "x", "y"]);
});

test("where more than figures changed any line may differ", () => {
  const full = tellBook(LINES, [["y", "1Q06", "7"]]);
  expect(linesTouched(withoutEdits(full), withoutEdits({ ...full, breaks: [] }))).toBeNull();
});
