import { describe, expect, test } from "vitest";
import type { Stated } from "#core/book.ts";
import { planPaste, type Area, type PasteGround, type PastePlan } from "#core/paste-plan.ts";
import { parseTable } from "#core/pasted-table.ts";
import { readTyped } from "#core/typed-amount.ts";

/** Five rows of six columns: a heading, two lines of money, a percentage, a heading. */
const UNITS = [null, "JPY million", "JPY million", "%", null];
const COLUMNS = 6;

function ground(shown: Readonly<Record<string, readonly Stated[]>> = {}, keyOf = keyHere): PasteGround {
  return {
    rows: UNITS.length,
    columns: COLUMNS,
    cellAt(row, column) {
      const unit = UNITS[row] ?? null;
      const key = keyOf(row, column);
      if (unit === null) return null;
      const read = (text: string) => readTyped(text, { unit, shown: unit, near: [] });
      return { key, read, shows: () => shown[key] ?? [] };
    },
  };
}

const keyHere = (row: number, column: number): string => `${row},${column}`;

const area = (row: number, column: number, rows = 1, columns = 1, reach: Area["reach"] = "cells"): Area => ({
  row,
  column,
  rows,
  columns,
  reach,
});

function planned(text: string, areas: readonly Area[], on = ground()): PastePlan {
  const plan = planPaste(parseTable(text), areas, on);
  if (typeof plan === "string") throw new Error(plan);
  return plan;
}

/** `1,0=14,007`: where each figure goes, and its text. */
const goesTo = ({ figures }: PastePlan): string[] => figures.map(({ row, column, text }) => `${row},${column}=${text}`);

describe("what a block brings along besides its figures", () => {
  test.each([
    ["labels before the rows", "Sales\t1\t2\nCosts\t3\t4\n", { labels: true, periods: false }],
    ["periods above the columns", "1Q06\t2Q06\n1\t2\n3\t4\n", { labels: false, periods: true }],
    ["both", "JPY million\tFY2005\tFY2006E\nSales\t1\t2\nCosts\t3\t4\n", { labels: true, periods: true }],
    ["labels in two columns", "売上\t百万円\t1\t2\n原価\t百万円\t3\t4\n", { labels: true, periods: false }],
    ["years over quarters", "\t2006\t\n\t1Q\t2Q\nSales\t1\t2\nCosts\t3\t4\n", { labels: true, periods: true }],
    ["years in turn", "2005\t2006\n1\t2\n3\t4\n", { labels: false, periods: true }],
    ["months", "Mar-06\t30 June 2006\n1\t2\n3\t4\n", { labels: false, periods: true }],
    ["in Japanese", "2006年3月期\t通期\n1\t2\n3\t4\n", { labels: false, periods: true }],
  ])("%s: left out, and the figures begin at the corner", (_, text, headings) => {
    const plan = planned(text, [area(1, 1)]);
    expect(goesTo(plan)).toEqual(["1,1=1", "1,2=2", "2,1=3", "2,2=4"]);
    expect(plan.headings).toEqual(headings);
    expect(plan.skipped.size).toBe(0);
  });

  test.each([
    ["years that do not follow each other", "2005\t2010\n1\t2\n"],
    ["years in every row", "2005\t2006\n2007\t2008\n"],
    ["one year above one column", "2005\n1\n"],
    ["a row alone", "2005\t2006\n"],
    ["marks for what is not there", "n.m.\t1\nN/A\t2\n"],
    ["figures with marks of footnotes", "140^1\t150^1\n1\t2\n"],
  ])("%s may be figures and keep their place", (_, text) => {
    const plan = planned(text, [area(1, 1)]);
    expect(plan.headings).toEqual({ labels: false, periods: false });
    expect(plan.covered).toEqual(area(1, 1, parseTable(text).length, parseTable(text)[0]?.length));
  });
});

describe("where a table goes", () => {
  test("to the upper left corner of the area", () => {
    const plan = planned("1\t2\n3\t4\n", [area(1, 1)]);
    expect(goesTo(plan)).toEqual(["1,1=1", "1,2=2", "2,1=3", "2,2=4"]);
    expect(plan.covered).toEqual(area(1, 1, 2, 2));
  });

  test("one cell fills every area, and passes over headings in silence", () => {
    const plan = planned("7", [area(0, 0, 3, 1), area(1, 4, 1, 2)]);
    expect(goesTo(plan)).toEqual(["1,0=7", "2,0=7", "1,4=7", "1,5=7"]);
    expect(plan.skipped.size).toBe(0);
  });

  test("an area that is a multiple of the table is filled with copies", () => {
    expect(goesTo(planned("1\t2\n", [area(1, 0, 2, 4)]))).toEqual([
      "1,0=1",
      "1,1=2",
      "1,2=1",
      "1,3=2",
      "2,0=1",
      "2,1=2",
      "2,2=1",
      "2,3=2",
    ]);
  });

  test("a column of cells takes a row of the table as often as it has rows", () => {
    expect(goesTo(planned("1\t2\n", [area(1, 0, 2, 1)]))).toEqual(["1,0=1", "1,1=2", "2,0=1", "2,1=2"]);
  });

  test("any other area takes the table once", () => {
    expect(goesTo(planned("1\t2\n", [area(1, 0, 1, 3)]))).toEqual(["1,0=1", "1,1=2"]);
    expect(goesTo(planned("1\n2\n", [area(1, 0, 1, 3)]))).toEqual([
      "1,0=1",
      "1,1=1",
      "1,2=1",
      "2,0=2",
      "2,1=2",
      "2,2=2",
    ]);
  });

  test("whole rows and columns give the corner alone: half a year does not become a whole one", () => {
    expect(goesTo(planned("1\t2\t3\n", [area(1, 0, 1, COLUMNS, "rows")]))).toEqual(["1,0=1", "1,1=2", "1,2=3"]);
    expect(goesTo(planned("\n1\n", [area(0, 2, 4, 1, "columns")]))).toEqual(["1,2=1"]);
  });

  test("over whole rows a first column of words stands over the labels", () => {
    const rows = [area(1, 0, 2, COLUMNS, "rows")];
    expect(goesTo(planned("Revenues\t1\t2\n\t3\t4\n", rows))).toEqual(["1,0=1", "1,1=2", "2,0=3", "2,1=4"]);
    expect(goesTo(planned("5\t1\n\t3\n", rows))).toEqual(["1,0=5", "1,1=1", "2,1=3"]);
    // There is where they belong; elsewhere it is told.
    expect(planned("Revenues\t1\t2\n\t3\t4\n", rows).headings.labels).toBe(false);
    expect(planned("Revenues\t1\n", [area(1, 0)]).headings.labels).toBe(true);
  });

  test("what falls beyond the edges is counted, blanks are not", () => {
    const plan = planned("1\t2\t\n3\t4\t\n5\t6\t\n", [area(3, 5)]);
    expect(goesTo(plan)).toEqual(["3,5=1"]);
    expect(plan.clipped).toBe(4);
    expect(plan.covered).toEqual(area(3, 5, 2, 1));
    expect(plan.skipped).toEqual(new Map([["heading", 1]]));
  });

  test("a table cannot go to several places at once", () => {
    expect(planPaste(parseTable("1\t2"), [area(1, 0), area(2, 0)], ground())).toBe("areas");
  });
});

describe("what is entered", () => {
  test("figures with the decimals they are printed with, whatever their style", () => {
    const plan = planned("14,007\t(1,234)\t△1,234\t１２３.50\t-\t0", [area(1, 0)]);
    expect(plan.figures.map(({ stated }) => stated)).toEqual([
      { mantissa: 14007, decimals: 0 },
      { mantissa: -1234, decimals: 0 },
      { mantissa: -1234, decimals: 0 },
      { mantissa: 12350, decimals: 2 },
      "does-not-exist",
      { mantissa: 0, decimals: 0 },
    ]);
  });

  test("a blank leaves what is there", () => {
    expect(goesTo(planned("1\t\t \u00a0\t4", [area(1, 0)]))).toEqual(["1,0=1", "1,3=4"]);
  });

  test("what is no amount of the line's unit is left out and told", () => {
    const text = ["n.m.", "18.3%", "1,23", "12.3.4", "(△5)", "9".repeat(20)].join("\t");
    const plan = planned(text, [area(1, 0)]);
    expect(plan.figures).toEqual([]);
    const reasons = ["not-a-number", "percent", "grouping", "points", "sign", "too-long"];
    expect([...plan.skipped.keys()].toSorted()).toEqual(reasons.toSorted());
    expect(goesTo(planned("18.3%", [area(3, 0)]))).toEqual(["3,0=18.3%"]);
    expect(planned("140.1億円", [area(3, 0)]).skipped).toEqual(new Map([["unit", 1]]));
  });

  test("a text longer than a fact keeps is no figure", () => {
    expect(planned(`${"0".repeat(250)}7`, [area(1, 0)]).skipped).toEqual(new Map([["too-long", 1]]));
  });

  test("what a cell shows already is not entered", () => {
    const shown = { "1,0": [{ mantissa: 14007, decimals: 0 }], "1,1": ["does-not-exist" as const] };
    const plan = planned("14,007\t－\t14,007", [area(1, 0)], ground(shown));
    expect(goesTo(plan)).toEqual(["1,2=14,007"]);
    expect(plan.unchanged).toBe(2);
    expect(goesTo(planned("14,007.0", [area(1, 0)], ground(shown)))).toEqual(["1,0=14,007.0"]);
  });

  test("two texts for one figure: the first is entered, another that differs is told", () => {
    const same = ground({}, (row) => String(row));
    expect(planned("5\t5\t6", [area(1, 0)], same)).toMatchObject({ unchanged: 0, skipped: new Map([["twice", 1]]) });
    expect(goesTo(planned("5\t5\t6", [area(1, 0)], same))).toEqual(["1,0=5"]);
  });

  test("more figures than the book takes at once are refused", () => {
    const wide: PasteGround = {
      rows: 301,
      columns: 80,
      cellAt: (row, column) => ({
        key: keyHere(row, column),
        read: (text) => readTyped(text, { unit: "", shown: "", near: [] }),
        shows: () => [],
      }),
    };
    expect(planPaste([["1"]], [area(0, 0, 301, 80)], wide)).toBe("too-many");
    expect(planPaste([["1"]], [area(0, 0, 300, 80)], wide)).toMatchObject({ clipped: 0 });
  });
});
