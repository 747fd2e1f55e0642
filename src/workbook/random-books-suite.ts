/** Books nobody would think of, for tests: dashes, blanks and losses under formulas of every form. */
import fc from "fast-check";
import type { Book, LineKind } from "#core/book.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";

/** Lines with figures; formulas name them and one another. */
const GIVEN: Readonly<Record<string, { readonly kind?: LineKind; readonly unit?: string; readonly parent?: string }>> =
  {
    a: {},
    b: { parent: "c" },
    c: {},
    r: { kind: "ratio", parent: "c" },
    s: { kind: "stock" },
    t: { kind: "stock" },
    p: { unit: "%" },
    n: { unit: "contracts", parent: "r" },
    m: { parent: "r" },
  };
const FORMULAS = 24;
const QUARTERS = ["1Q04", "2Q04", "3Q04", "4Q04", "1Q05", "2Q05", "3Q05", "4Q05", "1Q06", "2Q06"];
const LONGER = ["1H04", "9M04", "2H04", "FY2004", "1H05", "9M05", "FY2005", "1H06"];

/** Whole numbers, mostly near zero, where divisors, bases and signs turn. */
const number = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: -3, max: 3 }) }, fc.integer({ min: -200, max: 200 }));
const printed = fc.oneof(
  { weight: 6, arbitrary: number.map((value) => (value < 0 ? `(${-value})` : String(value))) },
  { weight: 4, arbitrary: fc.constant("-") },
);
const given = fc.oneof({ weight: 8, arbitrary: printed }, { weight: 2, arbitrary: fc.constant(null) });

const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.keys(GIVEN)) },
  { weight: 2, arbitrary: fc.nat({ max: FORMULAS - 1 }).map((index) => `f${index}`) },
);

const formula = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie("expression");
  const call = (names: readonly string[], ...args: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc.tuple(fc.constantFrom(...names), ...args).map(([callee, ...texts]) => `${callee}(${texts.join(", ")})`);
  return {
    expression: fc.oneof(
      { depthSize: "small" },
      { weight: 5, arbitrary: name },
      { weight: 1, arbitrary: fc.constantFrom("0", "1", "2", "7") },
      {
        weight: 4,
        arbitrary: fc
          .tuple(inner, fc.constantFrom("+", "-", "+", "-", "*", "/"), inner)
          .map((parts) => `(${parts.join(" ")})`),
      },
      { weight: 1, arbitrary: inner.map((x) => `-${x}`) },
      { weight: 1, arbitrary: name.map((x) => `${x} ^ 2`) },
      { weight: 2, arbitrary: call(["yoy", "yoy_change", "qoq", "qoq_change", "prior_year", "ytd", "ttm"], inner) },
      { weight: 2, arbitrary: call(["opening", "closing", "avg", "ytd_change"], inner) },
      { weight: 1, arbitrary: call(["lag", "cagr"], inner, fc.constantFrom("1", "2")) },
      { weight: 1, arbitrary: call(["round"], inner, fc.constantFrom("0", "-1")) },
      { weight: 1, arbitrary: call(["abs", "min", "max", "sum", "coalesce"], inner) },
      { weight: 2, arbitrary: call(["sum", "min", "max", "coalesce", "coalesce"], inner, inner) },
      { weight: 1, arbitrary: call(["children"], fc.constantFrom("c", "r", "a")) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(name, fc.constantFrom("<", "<=", ">", ">=", "=", "<>"), fc.oneof(name, fc.constant("0")), inner, inner)
          .map(([x, sign, y, yes, no]) => `if(${x} ${sign} ${y}, ${yes}, ${no})`),
      },
    ),
  };
}).expression;

const calculated = fc.record({
  formula,
  kind: fc.constantFrom<LineKind>("ratio", "ratio", "flow", "stock"),
  unit: fc.constantFrom("JPY million", "JPY million", "JPY million", "%"),
});

type ToldFact = Parameters<typeof tellBook>[1][number];

/** A book of given figures and of formulas over them, some of which go round in circles or cannot be read. */
export const anyBook: fc.Arbitrary<Book> = fc
  .record({
    quarters: fc.array(fc.array(given, { minLength: QUARTERS.length, maxLength: QUARTERS.length }), {
      minLength: Object.keys(GIVEN).length,
      maxLength: Object.keys(GIVEN).length,
    }),
    formulas: fc.array(calculated, { minLength: FORMULAS, maxLength: FORMULAS }),
    more: fc.array(fc.tuple(name, fc.constantFrom(...LONGER, ...QUARTERS), printed), { maxLength: 14 }),
    breakAt: fc.option(fc.tuple(fc.constantFrom("a", "s", null), fc.constantFrom("1Q05", "3Q05")), { freq: 3 }),
  })
  .map(({ quarters, formulas, more, breakAt }) => {
    const lines = { ...GIVEN, ...Object.fromEntries(formulas.map((told, index) => [`f${index}`, told])) };
    const told = quarters.flatMap((values, line) =>
      values.flatMap((value, quarter): ToldFact[] => {
        const id = Object.keys(GIVEN)[line];
        const period = QUARTERS[quarter];
        return value === null || id === undefined || period === undefined ? [] : [[id, period, value]];
      }),
    );
    const later: ToldFact[] = more.map(([id, period, value]) => [
      id,
      period,
      value,
      { source: "later", restated: true },
    ]);
    const breaks =
      breakAt === null
        ? []
        : [{ id: "b", company: "acme", line: breakAt[0], boundary: spanOf(breakAt[1]).start, textEn: "", textJa: "" }];
    return tellBook(lines, [...told, ...later], { report: "2005-05-01", later: "2006-11-02" }, { breaks });
  });
