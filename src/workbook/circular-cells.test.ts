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

test("all that lie on circles which share cells", () => {
  const formulas = new Map([
    ["A1", "B1+D1"],
    ["B1", "C1"],
    ["C1", "A1"],
    ["D1", "IF(COUNT(C1)=1,C1,5)"],
    ["E1", "D1"],
    ["F1", "F1+1"],
  ]);
  expect([...circularCells(formulas)].toSorted()).toEqual(["A1", "B1", "C1", "D1", "F1"]);
});

test("a chain of a hundred thousand cells", () => {
  const chain = Array.from({ length: 100_000 }, (_, index): [string, string] => [`A${index}`, `A${index + 1}`]);
  expect(circularCells(new Map(chain)).size).toBe(0);
  expect(circularCells(new Map([...chain, ["A100000", "A0"]])).size).toBe(100_001);
});
