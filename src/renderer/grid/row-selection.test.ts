import { expect, test } from "vitest";
import { selectionAfterClick } from "./row-selection.ts";

const ORDER = ["a", "b", "c", "d"];
const PLAIN = { isRange: false, isToggle: false };

test("a click selects one line, and lets it go again", () => {
  expect(selectionAfterClick(["b", "a"], "b", "a", ORDER, PLAIN)).toEqual(["b"]);
  expect(selectionAfterClick(["b"], "b", "b", ORDER, PLAIN)).toEqual([]);
});

test("Ctrl adds and takes away", () => {
  const keys = { isRange: false, isToggle: true };
  expect(selectionAfterClick(["a"], "c", "a", ORDER, keys)).toEqual(["a", "c"]);
  expect(selectionAfterClick(["a", "c"], "a", "c", ORDER, keys)).toEqual(["c"]);
});

test("Shift takes everything between, in either direction", () => {
  const keys = { isRange: true, isToggle: false };
  expect(selectionAfterClick(["c"], "a", "c", ORDER, keys)).toEqual(["a", "b", "c"]);
  expect(selectionAfterClick(["b"], "d", "b", ORDER, keys)).toEqual(["b", "c", "d"]);
  expect(selectionAfterClick([], "d", null, ORDER, keys)).toEqual(["d"]);
});
