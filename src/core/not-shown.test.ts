import { expect, test } from "vitest";
import { applyChanges, inverse } from "#core/changes.ts";
import { checkBook } from "#core/checks/check-book.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { rowsOf } from "#core/layout.ts";
import { planNotShownLine } from "#core/not-shown.ts";

const VIEW = { company: "acme", scope: "consolidated", asOf: null } as const;
const book = tellBook(
  {
    stock: { kind: "stock", parent: "equity" },
    deficit: { kind: "stock", parent: "equity" },
    equity: { kind: "stock", formula: "stock + deficit" },
    debt: { kind: "stock" },
  },
  [
    ["stock", "2Q06", "100"],
    ["deficit", "2Q06", "(30)"],
    ["equity", "2Q06", "60"],
    ["stock", "4Q05", "100"],
    ["deficit", "4Q05", "(40)"],
    ["equity", "4Q05", "49"],
  ],
);
const outside = (of: typeof book): number => checkBook(of, VIEW).filter(({ verdict }) => verdict === "outside").length;

test("what a sum does not show becomes a line, and is implied at every date", () => {
  const planned = planNotShownLine(book, "equity");
  if (planned === null) throw new Error("nothing planned");
  expect(outside(book)).toBe(2);
  const mended = applyChanges(book, planned.changes);
  expect(outside(mended)).toBe(0);
  const figures = figuresOf(mended, { ...VIEW, basis: "actual" });
  expect(figures.cell("equity_not_shown", spanOf("2Q06"))).toMatchObject({ value: -10, route: "implied" });
  expect(figures.cell("equity_not_shown", spanOf("4Q05"))).toMatchObject({ value: -11, route: "implied" });
  expect(rowsOf(mended, "acme").map(({ id }) => id)).toEqual([
    "section:income",
    "stock",
    "deficit",
    "equity_not_shown",
    "equity",
    "debt",
  ]);
  const places = mended.lines.map(({ position }) => position);
  expect(new Set(places).size, "no two lines in one place").toBe(places.length);
  expect(applyChanges(mended, inverse(planned.changes))).toEqual(book);
});

test("a sum that has such a line, and a line that is no sum, get none", () => {
  const planned = planNotShownLine(book, "equity");
  if (planned === null) throw new Error("nothing planned");
  expect(planNotShownLine(applyChanges(book, planned.changes), "equity")).toBeNull();
  expect(planNotShownLine(book, "debt")).toBeNull();
});
