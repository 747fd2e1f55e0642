import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { isHollow } from "#core/pages/page-cell.ts";
import { endOf } from "#core/timeline.ts";
import { defaultDrawings } from "./default-drawings.ts";
import type { Drawing } from "./drawing.ts";
import { AXES, DRAWN_AS, DRAWN_SPANS, MOST_LINES, TRANSFORMS, readDrawing, writeDrawing } from "./drawing.ts";
import { resolveDrawing } from "./resolve-drawing.ts";
import { sharesIn, stackOf } from "./stacks.ts";

const DRAWING: Drawing = {
  lines: [{ line: "sales", as: "bar", axis: "left", transform: "value" }],
  spans: "Q",
  range: "all",
};
const code = (data: unknown): string => {
  const read = readDrawing(typeof data === "string" ? data : JSON.stringify(data));
  return "problem" in read ? `${read.problem.code} ${read.problem.at}`.trim() : "read";
};

describe("a drawing's text", () => {
  const drawings = fc.record({
    lines: fc.array(
      fc.record({
        line: fc.string({ minLength: 1 }),
        as: fc.constantFrom(...DRAWN_AS),
        axis: fc.constantFrom(...AXES),
        transform: fc.constantFrom(...TRANSFORMS),
      }),
      { minLength: 1, maxLength: MOST_LINES },
    ),
    spans: fc.constantFrom(...DRAWN_SPANS),
    range: fc.oneof(
      fc.constant("all" as const),
      fc.integer({ min: 1, max: 1000 }).map((last) => ({ last })),
      fc
        .tuple(fc.integer({ min: -8000, max: 9000 }), fc.integer({ min: 1, max: 1000 }))
        .map(([from, length]) => ({ from, to: from + length })),
    ),
  });

  test("reads back as what was written", () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        expect(readDrawing(writeDrawing(drawing))).toEqual({ drawing });
      }),
    );
  });

  test("is read without an exception, whatever it is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        readDrawing(text);
      }),
    );
  });

  test.each([
    ["not-json", ""],
    ["not-an-object", "[]"],
    ["not-an-object", null],
    ["unknown-key title", { ...DRAWING, title: "x" }],
    ["missing-key range", { lines: DRAWING.lines, spans: "Q" }],
    ["no-lines lines", { ...DRAWING, lines: [] }],
    ["bad-value lines", { ...DRAWING, lines: "sales" }],
    ["too-many-lines lines", { ...DRAWING, lines: Array.from({ length: 25 }, () => DRAWING.lines[0]) }],
    ["bad-value lines[1].as", { ...DRAWING, lines: [DRAWING.lines[0], { ...DRAWING.lines[0], as: "pie" }] }],
    ["bad-value lines[0].line", { ...DRAWING, lines: [{ ...DRAWING.lines[0], line: "" }] }],
    ["unknown-key lines[0].color", { ...DRAWING, lines: [{ ...DRAWING.lines[0], color: "red" }] }],
    ["bad-value spans", { ...DRAWING, spans: "M" }],
    ["bad-value range", { ...DRAWING, range: { from: 5, to: 5 } }],
    ["bad-value range", { ...DRAWING, range: { from: 0.5, to: 5 } }],
    ["bad-value range", { ...DRAWING, range: { from: 0, to: 1e9 } }],
    ["bad-value range", { ...DRAWING, range: { last: 0 } }],
    ["unknown-key range.from", { ...DRAWING, range: { last: 4, from: 0 } }],
    ["not-an-object range", { ...DRAWING, range: "some" }],
    ["read", DRAWING],
  ])("%s", (expected, data) => expect(code(data)).toBe(expected));
});

describe("a drawing's figures", () => {
  const book = tellBook(
    {
      sales: { formula: "goods + services" },
      goods: { parent: "sales" },
      services: { parent: "sales" },
      operating_income: {},
      margin: { kind: "ratio", unit: "%", formula: "operating_income / sales" },
    },
    [
      ["sales", "1Q05", "100"],
      ["goods", "1Q05", "60"],
      ["services", "1Q05", "40"],
      ["sales", "2Q05", "110"],
      ["goods", "2Q05", "70"],
      ["sales", "1Q06", "120"],
      ["operating_income", "1Q05", "-5"],
      ["operating_income", "1Q06", "12"],
    ],
  );
  const of = { company: "acme", scope: "consolidated", asOf: null, until: null } as const;
  const drawn = (line: string, transform: Drawing["lines"][number]["transform"], spans: Drawing["spans"] = "Q") =>
    resolveDrawing(book, of, { ...DRAWING, spans, lines: [{ line, as: "bar", axis: "left", transform }] });

  test("stand one for each span, gaps as gaps", () => {
    const { columns, series } = drawn("sales", "value");
    expect(columns.map(({ label }) => label)).toEqual(["1Q05", "2Q05", "3Q05", "4Q05", "1Q06"]);
    expect(series[0]?.points.map(({ value }) => value)).toEqual([100, 110, null, null, 120]);
  });

  test("are hollow where they are implied", () => {
    const points = drawn("services", "value").series[0]?.points ?? [];
    expect(points.map(({ value }) => value)).toEqual([40, 40, null, null, null]);
    expect(points.map(isHollow)).toEqual([false, true, false, false, false]);
    expect(drawn("services", "qoq").series[0]?.points.map(isHollow)).toEqual([false, true, false, false, false]);
  });

  test("are growth and shares, in percent, where a percentage says something", () => {
    expect(drawn("goods", "share").series[0]).toMatchObject({ unit: "%", points: [{ value: 0.6 }, {}, {}, {}, {}] });
    const turned = drawn("operating_income", "yoy").series[0]?.points.at(-1);
    expect(turned).toMatchObject({ value: null, gap: { growth: "turned-to-profit" } });
    expect(drawn("margin", "yoy").series[0]?.unit).toBe("percentage points");
    expect(drawn("margin", "share").series[0]?.points[0]?.gap).toEqual({ gap: "no-such-span" });
  });

  test.each([
    ["H", ["1H05", "2H05", "1H06"]],
    ["FY", ["FY2005", "FY2006"]],
    ["YTD", ["1Q05", "1H05", "9M05", "FY2005", "1Q06"]],
  ] as const)("over %s", (spans, labels) =>
    expect(drawn("sales", "value", spans).columns.map(({ label }) => label)).toEqual(labels),
  );

  test("stand under their quarters with a series for each year, and nothing beyond the range", () => {
    const { columns, series, missing } = drawn("sales", "value", "same-quarter");
    expect(columns.map(({ label }) => label)).toEqual(["1Q", "2Q", "3Q", "4Q"]);
    expect(series.map(({ year, points }) => [year, points.map(({ value }) => value)])).toEqual([
      ["FY2005", [100, 110, null, null]],
      ["FY2006", [120, null, null, null]],
    ]);
    const [older, newer] = series.map(({ points }) => points.map(({ gap }) => gap?.gap ?? null));
    expect(older).toEqual([null, null, "needs", "needs"]);
    expect(newer).toEqual([null, "no-such-span", "no-such-span", "no-such-span"]);
    expect(missing.map(({ place }) => place.span)).not.toContainEqual(spanOf("2Q06"));
    expect(series.map(({ unit }) => unit)).toEqual(["JPY million", "JPY million"]);
  });

  test("have the total of their stack, where a line is just that sum", () => {
    const stack = (...lines: readonly string[]) =>
      resolveDrawing(book, of, {
        ...DRAWING,
        lines: lines.map((line) => ({ line, as: "stacked", axis: "left", transform: "value" })),
      });
    const { totals } = stack("services", "goods");
    expect(totals.map(({ line }) => line.id)).toEqual(["sales"]);
    expect(totals[0]?.points.map(({ value }) => value)).toEqual([100, 110, null, null, 120]);
    expect(stack("goods").totals).toEqual([]);
    expect(stack("goods", "services", "sales").totals).toEqual([]);
    expect(stack("goods", "goods", "services").totals).toEqual([]);
  });

  test("are parts of a hundred percent only where all parts are known", () => {
    const { series } = resolveDrawing(book, of, {
      ...DRAWING,
      lines: ["goods", "operating_income"].map((line) => ({ line, as: "share", axis: "left", transform: "value" })),
    });
    expect(sharesIn(series, 0)).toEqual([60 / 65, -5 / 65]);
    expect(sharesIn(series, 1)).toEqual([null, null]);
    expect(new Set(series.map(stackOf)).size).toBe(1);
  });
  test("are stacked only where they add up: growth, shares and ratios are bars, and said to be", () => {
    const chart = resolveDrawing(book, of, {
      ...DRAWING,
      lines: [
        { line: "goods", as: "stacked", axis: "left", transform: "value" },
        { line: "goods", as: "share", axis: "left", transform: "yoy" },
        { line: "services", as: "stacked", axis: "left", transform: "share" },
        { line: "margin", as: "stacked", axis: "left", transform: "value" },
      ],
    });
    expect(chart.series.map((each) => [each.as, stackOf(each) !== null])).toEqual([
      ["stacked", true],
      ["bar", false],
      ["bar", false],
      ["bar", false],
    ]);
    expect(chart.unstacked).toEqual(["goods", "services", "margin"]);
  });

  test("count a dash as nothing in a hundred percent, and not what is worked out with one", () => {
    const parts = tellBook({ goods: {}, hours: {}, fee: {}, services: { formula: "hours * fee" }, rent: {} }, [
      ["goods", "1Q05", "60"],
      ["hours", "1Q05", "-"],
      ["fee", "1Q05", "2"],
      ["rent", "1Q05", "-"],
    ]);
    const shares = (...lines: readonly string[]) =>
      sharesIn(
        resolveDrawing(parts, of, {
          ...DRAWING,
          lines: lines.map((line) => ({ line, as: "share", axis: "left", transform: "value" })),
        }).series,
        0,
      );
    expect(shares("goods", "rent")).toEqual([1, null]);
    expect(shares("goods", "services")).toEqual([null, null]);
  });

  test("end where they are asked to", () => {
    const until = endOf(spanOf("2Q05"));
    const last = resolveDrawing(book, { ...of, until }, { ...DRAWING, range: { last: 1 } });
    expect(last.columns.map(({ label }) => label)).toEqual(["2Q05"]);
    const newest = resolveDrawing(book, of, { ...DRAWING, range: { last: 2 } });
    expect(newest.columns.map(({ label }) => label)).toEqual(["4Q05", "1Q06"]);
    const ranged = { ...DRAWING, range: { from: spanOf("2Q05").start, to: endOf(spanOf("3Q05")) } };
    expect(resolveDrawing(book, of, ranged).columns.map(({ label }) => label)).toEqual(["2Q05", "3Q05"]);
  });

  test("of a line that is gone are named, and the others drawn", () => {
    const chart = resolveDrawing(book, of, {
      ...DRAWING,
      lines: [...DRAWING.lines, { line: "gone", as: "line", axis: "right", transform: "value" }],
    });
    expect([chart.unknown, chart.series.length]).toEqual([["gone"], 1]);
  });

  test("of a company without any are none", () => {
    const chart = resolveDrawing({ ...book, facts: [] }, of, DRAWING);
    expect(chart).toEqual({ columns: [], series: [], totals: [], unknown: [], unstacked: [], missing: [] });
    expect(() => resolveDrawing(book, { ...of, company: "nobody" }, DRAWING)).toThrow(RangeError);
  });

  test("are offered as a presentation draws them, of a company's own lines", () => {
    expect(
      defaultDrawings(book, "acme").map(({ kind, drawing }) => [kind, drawing.lines.map(({ line }) => line)]),
    ).toEqual([
      ["revenue-by-service", ["goods", "services"]],
      ["profits", ["operating_income", "margin"]],
    ]);
    expect(defaultDrawings({ ...book, companyLines: [] }, "acme")).toEqual([]);
  });

  test("are offered of lines that have some", () => {
    const told = tellBook(
      {
        sales: { formula: "goods + services" },
        goods: { parent: "sales", formula: "pens + pads" },
        pens: { parent: "goods" },
        pads: { parent: "goods" },
        services: { parent: "sales" },
        gross_margin_ratio: { kind: "ratio", unit: "%" },
        goods_margin: { kind: "ratio", unit: "%" },
        gains_on_securities: {},
      },
      [["sales", "1Q06", "1"]],
    );
    expect(
      defaultDrawings(told, "acme").map(({ kind, drawing }) => [kind, drawing.lines.map(({ line }) => line)]),
    ).toEqual([
      ["revenue-by-service", ["pens", "pads", "services"]],
      ["segment", ["pens", "pads"]],
    ]);
  });
});
