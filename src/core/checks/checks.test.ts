import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Book, Source } from "#core/book.ts";
import { applyChanges } from "#core/changes.ts";
import { checkBook } from "#core/checks/check-book.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import type { Check } from "#core/checks/check.ts";
import { planEntry } from "#core/entry.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { formatPeriod } from "#core/period-labels.ts";
import { MARCH } from "#core/figures/book-for-test.ts";

const VIEW: CheckView = { company: "acme", scope: "consolidated", asOf: null };
const checks = (book: Book): readonly Check[] => checkBook(book, VIEW);
const truncated = (book: Book): Book => ({
  ...book,
  sources: book.sources.map((source): Source => ({ ...source, rounding: "truncated" })),
});

/** One check in a line: `stated yoy(income) 2Q06 within`. */
const said = ({ kind, expression, span, verdict }: Check): string =>
  `${kind} ${expression} ${formatPeriod(span, MARCH)} ${verdict}`;

describe("a claim", () => {
  const income = (printed: number, decimals = 1): Book =>
    tellBook(
      { income: {} },
      [
        ["income", "2Q05", "507"],
        ["income", "2Q06", "811"],
      ],
      undefined,
      {
        statements: [claim("yoy(income)", "2Q06", printed, decimals)],
      },
    );
  test.each([
    [60, 1, "exact"],
    [59.9, 1, "within"],
    [60.2, 1, "within"],
    [60.3, 1, "outside"],
    [59.6, 1, "outside"],
    [60, 0, "exact"],
  ])("of %d %% growth on 811 over 507", (printed, decimals, verdict) =>
    expect(checks(income(printed, decimals))[0]?.verdict).toBe(verdict),
  );

  test("whose inputs were truncated can reach further up and less far down", () => {
    // 811…812 over 507…508: from 59.6 % to 60.2 %, the ends never reached.
    const [check] = checks(truncated(income(59.6)));
    expect(check?.low).toBeCloseTo(811 / 508 - 1, 12);
    expect(check?.high).toBeCloseTo(812 / 507 - 1, 12);
    expect(check?.verdict).toBe("within");
  });

  test("that needs what is missing is not computable, and says what", () => {
    const book = tellBook({ income: {} }, [["income", "2Q06", "811"]], undefined, {
      statements: [claim("yoy(income)", "2Q06", 60, 1)],
    });
    expect(checks(book)[0]).toMatchObject({
      verdict: "not-computable",
      gap: { gap: "needs", needs: [{ line: "income", span: spanOf("2Q05") }] },
    });
  });

  test("is judged by what its own source knew, and by that source's figures first", () => {
    const book = tellBook(
      { income: {} },
      [
        ["income", "2Q05", "500", { source: "report" }],
        ["income", "2Q05", "400", { source: "later", restated: true }],
        ["income", "2Q06", "600", { source: "report" }],
        ["income", "2Q06", "700", { source: "same-day" }],
      ],
      { report: "2006-11-02", "same-day": "2006-11-02", later: "2007-05-11" },
      { statements: [claim("yoy(income)", "2Q06", 20, 1)] },
    );
    expect(checks(book)[0]).toMatchObject({ verdict: "exact" });
  });

  test("takes a target as it is: nobody rounds a round number", () => {
    const book = tellBook(
      { x: {} },
      [
        ["x", "1H06", "26,444"],
        ["x", "1H06", "25,000", { basis: "target" }],
      ],
      undefined,
      {
        statements: [claim("x / target(x) - 1", "1H06", 5.8, 1)],
      },
    );
    const [check] = checks(book);
    expect(check?.low).toBeCloseTo(26_443.5 / 25_000 - 1, 12);
    expect(check?.high).toBeCloseTo(26_444.5 / 25_000 - 1, 12);
  });

  test("does not rest on itself, though another may rest on it", () => {
    const book = tellBook(
      { contracts: { kind: "stock", unit: "contracts" } },
      [["contracts", "2Q06", "16,112"]],
      undefined,
      {
        statements: [
          claim("qoq_change(contracts)", "2Q06", 758, 0, "contracts"),
          claim("qoq(contracts)", "2Q06", 4.9, 1),
        ],
      },
    );
    expect(checks(book).map(said)).toEqual([
      "stated qoq_change(contracts) 2Q06 not-computable",
      "stated qoq(contracts) 2Q06 exact",
    ]);
  });
});

describe("one change in other words does not vouch for itself", () => {
  const level = { n: { kind: "stock", unit: "contracts" } } as const;
  const change = claim("qoq_change(n)", "2Q06", 758, 0, "contracts");
  const verdicts = (book: Book): string[] => checks(book).map(({ verdict }) => verdict);
  const beside = (expression: string, printed: number, facts: Parameters<typeof tellBook>[1]): Book =>
    tellBook(level, facts, undefined, { statements: [change, claim(expression, "2Q06", printed, 0, "contracts")] });
  const now = ["n", "2Q06", "16,112"] as const;
  test.each([
    ["n - lag(n, 1)", 758],
    ["lag(n, 1) - n", -758],
    ["2 * n - 2 * lag(n, 1)", 1516],
    ["max(n - lag(n, 1), 0)", 758],
  ])("%s", (expression, printed) =>
    expect(verdicts(beside(expression, printed, [now]))).toEqual(["not-computable", "not-computable"]),
  );
  test("nor does the same boundary under another name", () => {
    const year = claim("yoy_change(n)", "4Q05", 10, 0, "contracts");
    const book = tellBook(level, [["n", "4Q05", "100"]], undefined, {
      statements: [year, claim("ytd_change(n)", "4Q05", 10, 0, "contracts")],
    });
    expect(verdicts(book)).toEqual(["not-computable", "not-computable"]);
  });
  test("where both levels are known it is held against them", () =>
    expect(verdicts(beside("n - lag(n, 1)", 759, [now, ["n", "1Q06", "15,354"]]))).toEqual(["exact", "within"]));
  test("and a claim that moves with the level may rest on it", () =>
    expect(verdicts(beside("n + lag(n, 1)", 31_466, [now]))).toEqual(["not-computable", "exact"]));
});

describe("a hint names the neighbour that was meant", () => {
  test.each([
    [
      "the target",
      [
        ["x", "1H06", "26,444"],
        ["x", "1H06", "26,400", { basis: "target" }],
        ["x", "1H05", "25,000"],
      ],
      "yoy(x)",
      "1H06",
      5.6,
      "26,400 / 25,000 - 1",
      "latest-target",
    ],
    [
      "the quarter before",
      [
        ["x", "1Q06", "110"],
        ["x", "2Q06", "130"],
        ["x", "2Q05", "100"],
      ],
      "yoy(x)",
      "2Q06",
      10,
      "110 / 100 - 1",
      "other-period",
    ],
    [
      "another vintage",
      [
        ["x", "2Q06", "130"],
        ["x", "2Q05", "100"],
        ["x", "2Q05", "104", { source: "older" }],
      ],
      "yoy(x)",
      "2Q06",
      25,
      "130 / 104 - 1",
      "other-vintage",
    ],
  ] as const)("%s", (_name, facts, expression, period, printed, text, neighbour) => {
    const book = tellBook(
      { x: {} },
      facts,
      { report: "2006-11-02", older: "2005-11-02" },
      { statements: [claim(expression, period, printed, 1)] },
    );
    expect(checks(book)[0]).toMatchObject({ verdict: "outside", hint: { text, neighbour } });
  });
  test("and there is none where nothing reproduces the print", () => {
    const book = tellBook(
      { x: {} },
      [
        ["x", "2Q06", "130"],
        ["x", "2Q05", "100"],
      ],
      undefined,
      { statements: [claim("yoy(x)", "2Q06", 99, 1)] },
    );
    expect(checks(book)[0]).toMatchObject({ verdict: "outside", hint: null });
  });
});

describe("sums whose members are all printed", () => {
  const lines = { total: { formula: "a + b - c" }, a: {}, b: {}, c: {} } as const;
  test.each([
    ["100", "exact"],
    ["101", "within"],
    ["102", "within"],
    ["103", "outside"],
  ])("60 + 50 - 10 printed as %s is %s", (printed, verdict) =>
    expect(
      checks(
        tellBook(lines, [
          ["total", "1Q06", printed],
          ["a", "1Q06", "60"],
          ["b", "1Q06", "50"],
          ["c", "1Q06", "10"],
        ]),
      ).map(said),
    ).toEqual([`identity total 1Q06 ${verdict}`]),
  );
  test("truncated members only ever hide something", () => {
    const book = (printed: string): Book =>
      truncated(
        tellBook({ total: { formula: "a + b" }, a: {}, b: {} }, [
          ["total", "1Q06", printed],
          ["a", "1Q06", "60"],
          ["b", "1Q06", "50"],
        ]),
      );
    expect(checks(book("111")).map(said)).toEqual(["identity total 1Q06 within"]);
    expect(checks(book("112")).map(said)).toEqual(["identity total 1Q06 outside"]);
    expect(checks(book("109")).map(said)).toEqual(["identity total 1Q06 outside"]);
  });
  test("a truncated zero lies between minus one and one, and reaches neither", () => {
    const book = (printed: string): Book =>
      truncated(
        tellBook({ total: { formula: "a" }, a: {} }, [
          ["total", "1Q06", printed],
          ["a", "1Q06", "0"],
        ]),
      );
    for (const printed of ["1", "(1)"])
      expect(checks(book(printed)).map(said)).toEqual(["identity total 1Q06 outside"]);
  });
  test("a dash counts as nothing", () =>
    expect(
      checks(
        tellBook(lines, [
          ["total", "1Q06", "110"],
          ["a", "1Q06", "60"],
          ["b", "1Q06", "50"],
          ["c", "1Q06", "-"],
        ]),
      ).map(said),
    ).toEqual(["identity total 1Q06 exact"]));
});

describe("figures with two routes", () => {
  test("a half year against its quarters, once", () =>
    expect(
      checks(
        tellBook({ x: {} }, [
          ["x", "1H05", "1,623"],
          ["x", "1Q05", "623"],
          ["x", "2Q05", "1,001"],
        ]),
      ).map((check) => `${said(check)}: ${check.against}`),
    ).toEqual(["routes x 1H05 within: 1Q05 + 2Q05"]));
  test("one that does not close is outside", () =>
    expect(
      checks(
        tellBook({ x: {} }, [
          ["x", "1H05", "1,640"],
          ["x", "1Q05", "623"],
          ["x", "2Q05", "1,001"],
        ]),
      ).map(said),
    ).toEqual(["routes x 1H05 outside"]));
  test("twelve months against a year and two halves", () =>
    expect(
      checks(
        tellBook({ x: {} }, [
          ["x", "LTM 2Q06", "110"],
          ["x", "FY2005", "100"],
          ["x", "1H05", "40"],
          ["x", "1H06", "50"],
        ]),
      ).map((check) => `${said(check)}: ${check.against}`),
    ).toEqual(["routes x LTM 2Q06 exact: FY2005 + 1H06 - 1H05"]));
  test("a printed percentage against its formula", () =>
    expect(
      checks(
        tellBook({ margin: { kind: "ratio", unit: "%", formula: "a / b" }, a: {}, b: {} }, [
          ["margin", "1Q06", "20.1%"],
          ["a", "1Q06", "20"],
          ["b", "1Q06", "100"],
        ]),
      ).map(said),
    ).toEqual(["routes margin 1Q06 within"]));
  test.each([
    ["80.0%", "exact"],
    ["50.0%", "outside"],
  ])("a printed ratio of %s against its formula, though nobody prints its costs", (printed, verdict) =>
    expect(
      checks(
        tellBook(
          {
            sales: {},
            costs: {},
            margin: { formula: "sales - costs" },
            cost_ratio: { kind: "ratio", unit: "%", formula: "costs / sales" },
          },
          [
            ["sales", "2Q06", "1000"],
            ["margin", "2Q06", "200"],
            ["cost_ratio", "2Q06", printed],
          ],
        ),
      ).map(said),
    ).toEqual([`routes cost_ratio 2Q06 ${verdict}`]),
  );

  test("nothing is held against what was implied from it", () =>
    expect(
      checks(
        tellBook({ total: { formula: "a + b" }, a: {}, b: {} }, [
          ["total", "1Q06", "100"],
          ["a", "1Q06", "60"],
        ]),
      ),
    ).toEqual([]));
  test("nor across a break", () => {
    const told = tellBook({ x: {} }, [
      ["x", "1H05", "1,640"],
      ["x", "1Q05", "623"],
      ["x", "2Q05", "1,001"],
    ]);
    const breaks = [{ id: "b", company: "acme", line: null, boundary: spanOf("2Q05").start, textEn: "", textJa: "" }];
    expect(checks({ ...told, breaks })).toEqual([]);
  });
});

test("changing one figure changes the verdicts that depend on it and no other", () => {
  const lines = { total: { formula: "a + b" }, a: {}, b: {}, other: {} } as const;
  const quarters = ["1Q05", "2Q05", "1Q06", "2Q06"] as const;
  const book = tellBook(
    lines,
    quarters.flatMap(
      (period) =>
        [
          ["total", period, "100"],
          ["a", period, "60"],
          ["b", period, "40"],
          ["other", period, "7"],
        ] as const,
    ),
    undefined,
    { statements: [claim("yoy(a)", "1Q06", 0, 1), claim("yoy(b)", "1Q06", 0, 1), claim("yoy(other)", "2Q06", 0, 1)] },
  );
  const verdicts = (of: Book): Map<string, string> =>
    new Map(checks(of).map((check) => [said(check).replace(/ \S+$/, ""), check.verdict]));
  const before = verdicts(book);
  fc.assert(
    fc.property(
      fc.constantFrom("a", "b", "total", "other"),
      fc.constantFrom(...quarters),
      fc.integer({ min: -500, max: 500 }),
      (line, period, value) => {
        const { changes } = planEntry(book, {
          company: "acme",
          scope: "consolidated",
          basis: "actual",
          source: null,
          way: "typed",
          entries: [{ line, span: spanOf(period), stated: { mantissa: value, decimals: 0 }, text: "" }],
        });
        const after = verdicts(applyChanges(book, changes));
        for (const [name, verdict] of after) {
          const [, expression = "", at = ""] = name.split(" ");
          const isSum = expression === "total" && line !== "other" && at === period;
          const isGrowth =
            expression === `yoy(${line})` &&
            (at === period || (at === "1Q06" && period === "1Q05") || (at === "2Q06" && period === "2Q05"));
          if (!isSum && !isGrowth) expect(verdict, `${name} after ${line} ${period} = ${value}`).toBe(before.get(name));
        }
      },
    ),
  );
});
