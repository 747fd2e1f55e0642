import { expect, test } from "vitest";
import { tellBook } from "#core/figures/book-for-test.ts";
import { COLOURS, coloursIn, lineColoursOf } from "./line-colours.ts";
import { possibleDrawings } from "./default-drawings.ts";

const BOOK = tellBook(
  {
    revenue: { formula: "access + build" },
    access: { parent: "revenue", formula: "fixed + mobile" },
    fixed: { parent: "access" },
    mobile: { parent: "access" },
    build: { parent: "revenue", formula: "once + operation" },
    once: { parent: "build" },
    operation: { parent: "build" },
    operating_income: {},
    operating_margin: { kind: "ratio", unit: "%", formula: "operating_income / revenue" },
    interest: {},
  },
  [["fixed", "1Q06", "1"]],
);

test("lines that are drawn together have colours of their own, and keep them in every chart", () => {
  const colours = lineColoursOf(BOOK);
  const charts = possibleDrawings(BOOK, "acme").map(({ drawing }) => drawing.lines);
  expect(charts.length).toBeGreaterThan(2);
  for (const lines of charts) {
    const drawn = lines.map(({ line, as }) => ({ line, shape: as === "line" ? ("line" as const) : ("bar" as const) }));
    expect(coloursIn(drawn, colours)).toEqual(drawn.map(({ line, shape }) => colours[shape].get(line)));
  }
});

test("a line keeps its colour beside any other, whatever is entered", () => {
  const colours = lineColoursOf(BOOK);
  const operation = { line: "operation", shape: "bar" } as const;
  const own = coloursIn([operation], colours)[0];
  expect(coloursIn([{ line: "fixed", shape: "bar" }, operation], colours)[1] ?? -1).toBe(own);
  expect(lineColoursOf({ ...BOOK, facts: [] })).toEqual(colours);
});

test("no two series of a chart look alike: a hue that is taken comes again with its pattern", () => {
  const colours = lineColoursOf(BOOK);
  const same = { line: "fixed", shape: "bar" } as const;
  const drawn = coloursIn([same, same, same], colours);
  expect(new Set(drawn).size).toBe(3);
  expect((drawn[1] ?? 0) % COLOURS.bar).toBe(drawn[0]);
  expect(drawn[1]).toBeGreaterThanOrEqual(COLOURS.bar);
});
