import { describe, expect, test } from "vitest";
import { FUNCTIONS } from "#core/formula/functions.ts";
import { en, ja } from "../words/formula-bar.ts";
import { argumentAt, callAt, signatureOf } from "./call-at.ts";
import { piecesOf } from "./formula-tokens.ts";
import { pointedAt } from "./pointing.ts";
import { suggestionsFor } from "./suggestions.ts";

describe("a formula is coloured by core's tokens", () => {
  test("a name before a parenthesis is a function, others are lines", () => {
    expect(piecesOf("yoy(revenue) - 5%").map(({ text, kind }) => [text, kind])).toEqual([
      ["yoy", "function"],
      ["(", "bracket"],
      ["revenue", "line"],
      [")", "bracket"],
      [" ", null],
      ["-", "operator"],
      [" ", null],
      ["5%", "number"],
    ]);
  });

  test.each(["", "a # b", "＝営業利益 ÷ ２", "##", "a / ", "  x"])("nothing of “%s” is left out", (text) => {
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });

  test("what begins no token does not take the colours after it away", () => {
    expect(piecesOf("a # yoy(b)").filter(({ kind }) => kind === "function")).toHaveLength(1);
  });
});

describe("the call at the caret", () => {
  test.each([
    ["lag(revenue, 1)", 4, "lag", 0],
    ["lag(revenue, 1)", 12, "lag", 1],
    ["lag(revenue, 1)", 15, null, 0],
    ["lag(revenue, 1)", 2, null, 0],
    ["max(1, yoy(a), 2)", 11, "yoy", 0],
    ["max(1, yoy(a), 2)", 15, "max", 2],
    ["max(1, (a", 9, "max", 1],
    ["nothing(a", 9, null, 0],
    ["ｌａｇ（ａ、", 6, "lag", 1],
  ])("%s at %i", (text, caret, name, argument) => {
    expect(callAt(text, caret)).toEqual(name === null ? null : { name, argument });
  });

  test("tells which kind of argument is wanted", () => {
    expect(argumentAt({ name: "target", argument: 1 })).toBe("latest|initial");
    expect(argumentAt({ name: "sum", argument: 7 })).toBe("expression");
    expect(argumentAt(null)).toBeNull();
  });

  test.each([
    ["lag", "x, n"],
    ["if", "condition, x, y"],
    ["sum", "x, y, …"],
    ["children", "line"],
    ["round", "x, n"],
    ["target", "x, latest | initial"],
  ])("the signature of %s", (name, signature) => {
    expect(
      signatureOf(name, en.argument)
        .map(({ text }) => text)
        .join(", "),
    ).toBe(signature);
  });

  test("every function has its sentence in both languages, and no other has one", () => {
    expect(Object.keys(en.functions).toSorted()).toEqual(Object.keys(FUNCTIONS).toSorted());
    expect(Object.keys(ja.functions).toSorted()).toEqual(Object.keys(FUNCTIONS).toSorted());
  });
});

describe("what completes a word", () => {
  const LINES = [
    { id: "gross_margin", labels: ["Gross margin", "売上総利益"] },
    { id: "operating_income", labels: ["Operating income (loss)", "営業利益"] },
    { id: "operating_margin", labels: ["Operating margin ratio", "営業利益率"] },
  ];
  const ids = (word: string, except = "x"): readonly string[] =>
    suggestionsFor(word, LINES, except).map(({ id }) => id);

  test("lines by id, by a word of it, by either label", () => {
    expect(ids("oper")).toEqual(["operating_income", "operating_margin"]);
    expect(ids("income")).toEqual(["operating_income"]);
    expect(ids("営業利益")).toEqual(["operating_income", "operating_margin"]);
    expect(ids("総利")).toEqual(["gross_margin"]);
    expect(ids("ｇｒｏｓｓ")).toEqual(["gross_margin"]);
    expect(ids("#")).toEqual([]);
  });

  test("functions by their names, after lines that fit as well", () => {
    expect(ids("yo")).toEqual(["yoy", "yoy_change"]);
    expect(ids("op")).toEqual(["operating_income", "operating_margin", "opening"]);
  });

  test("the line itself comes last, and only where it fits", () => {
    expect(ids("oper", "operating_income")).toEqual(["operating_margin", "operating_income"]);
    expect(ids("gross", "operating_income")).toEqual(["gross_margin"]);
  });
});

describe("pointing at a line", () => {
  const point = (text: string, id = "costs"): string | null => {
    const from = text.indexOf("|");
    const to = text.lastIndexOf("|");
    const plain = text.replaceAll("|", "");
    const put = pointedAt(plain, from, from === to ? to : to - 1, id);
    return put === null ? null : plain.slice(0, put.from) + put.text + plain.slice(put.to);
  };

  test.each([
    ["|", "costs"],
    ["revenue /|", "revenue / costs"],
    ["revenue / |", "revenue / costs"],
    ["yoy(|)", "yoy(costs)"],
    ["max(a,|)", "max(a, costs)"],
    ["revenue|", "costs"],
    ["a / rev|enue", "a / costs"],
    ["a / |revenue + 1|", "a / costs"],
    ["5|", null],
    ["(a + b)|", null],
    ["yo|y(a)", null],
    ["|yoy(a)", null],
  ])("%s", (text, after) => {
    expect(point(text)).toBe(after);
  });
});
