import { expect, test } from "vitest";
import { linesNamedIn, parentsSummedIn, withLineRenamed, withoutMember } from "#core/formula/names-in-formula.ts";

test("functions, numbers and the words of targets name no lines", () => {
  expect([...linesNamedIn("if(a > 5%, target(b, initial), -lag(c, 2)) + children(d)")]).toEqual(["a", "b", "c", "d"]);
  expect([...linesNamedIn("a +")]).toEqual([]);
  expect([...parentsSummedIn("abs(children(a)) + b - children(c)")]).toEqual(["a", "c"]);
});

test.each([
  ["a + aa - a", "x + aa - x"],
  ["  a*( a ^2)", "  x*( x ^2)"],
  ["target(a, initial) + initial", "target(x, initial) + initial"],
  ["abs(b)", "abs(b)"],
  ["a +", "a +"],
])("%s with a called x", (text, renamed) => {
  expect(withLineRenamed(text, "a", "x")).toBe(renamed);
});

test("the word of a target is kept even where a line has that name", () => {
  expect(withLineRenamed("target(a, latest) + latest", "latest", "x")).toBe("target(a, latest) + x");
});

test.each([
  ["a + b - c", "b - c"],
  ["b - a + c", "b + c"],
  ["a - b", "-b"],
  ["b - (c - a)", "b - c"],
  ["b * c + a", "b * c"],
  ["a", null],
  ["a / b", null],
  ["b + abs(a)", null],
])("%s without a", (text, left) => {
  expect(withoutMember(text, "a")).toBe(left);
});
