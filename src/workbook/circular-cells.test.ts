import { expect, test } from "vitest";
import { circularCells } from "#workbook/circular-cells.ts";

const circularIn = (formulas: Readonly<Record<string, string>>): string[] => [
  ...circularCells(new Map(Object.entries(formulas))),
];

test("formulas that rest on constants and on one another are no circle", () => {
  expect(circularIn({ C8: "C9+C10", C9: "D8-E8", C10: 'IF(COUNT(C9)<1,"",C9)', F8: "C8" })).toEqual([]);
});

test("the cells of every circle are named, and what hangs on it is not", () => {
  expect(circularIn({ C8: "C9", C9: "C10*2", C10: "C8", D8: "C8", AA1: "AA1+1" })).toEqual(["C8", "C9", "C10", "AA1"]);
});
