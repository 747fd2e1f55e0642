/** One thing has one word, in every feature. */
import { expect, test } from "vitest";
import { WORDS } from "./words.ts";

/** Every text of a dictionary with the way to it; of a text that is put together, its code. */
function textsOf(part: unknown, way: string): readonly (readonly [way: string, text: string])[] {
  if (typeof part === "string" || typeof part === "function") return [[way, String(part)]];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => textsOf(value, `${way}.${key}`));
}

const JAPANESE = textsOf(WORDS.ja, "ja");

test.each([
  // To a company's own staff 自社予想 is the company's guidance.
  ["an estimate of one's own is 独自予想", /自社予想/u, []],
  ["growth on the year is 前年同期比", /前年比/u, []],
  // The first page of a briefing is the deck's own: notes and forward-looking statements.
  ["a note is メモ", /注記/u, ["ja.briefing.titles.notes", "ja.briefing.short.notes"]],
  ["a source is 出典", /(?<!説明|説明会)資料/u, []],
  ["the company's targets are 会社予想", /目標|業績予想(?!の修正)/u, []],
])("%s", (_, other, but) => {
  expect(JAPANESE.filter(([way, text]) => other.test(text) && !but.some((each) => each === way))).toEqual([]);
});
