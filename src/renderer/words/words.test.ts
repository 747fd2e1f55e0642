import { describe, expect, test } from "vitest";
import { formatPeriod } from "#core/period-labels.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { deedText, faultText, unitLabel, WORDS } from "./words.ts";

/** Tables whose keys are data (currencies, things counted): a language needs no entry to show the name itself. */
const OPEN_TABLES = new Set(["units.currencies", "units.counts"]);

function leavesOf(value: object, path: string): Map<string, unknown> {
  return new Map(
    Object.entries(value).flatMap(([key, member]: [string, unknown]): [string, unknown][] => {
      const at = path === "" ? key : `${path}.${key}`;
      if (OPEN_TABLES.has(at)) return [];
      return typeof member === "object" && member !== null ? [...leavesOf(member, at)] : [[at, member]];
    }),
  );
}

test("both dictionaries have the same keys, and every sentence takes the same particulars", () => {
  const english = leavesOf(en, "");
  const japanese = leavesOf(ja, "");
  expect([...japanese.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  for (const [key, value] of english) expect(typeof japanese.get(key), key).toBe(typeof value);
});

/** The same in both languages on purpose: names, signs, figures. */
const SHARED = new Set([
  "app.name",
  "display.negativeStyles.parentheses",
  "display.negativeStyles.triangle",
  "display.periodStyles.deck",
  "display.periodStyles.year-end",
  "display.periodStyles.filing",
  "display.periodStyles.fiscal",
  "grid.doesNotExist",
  "legend.sample",
  "legend.samplePercent",
  "legend.samplePrinted",
  "units.percent",
  "units.scales.",
]);

test("nothing is left in English in the Japanese dictionary", () => {
  const japanese = leavesOf(ja, "");
  for (const [key, value] of leavesOf(en, "")) {
    if (typeof value === "string" && !SHARED.has(key)) expect(japanese.get(key), key).not.toBe(value);
  }
});

describe("units", () => {
  test.each([
    ["JPY million", "JPY million", "百万円"],
    ["JPY", "JPY", "円"],
    ["USD thousand", "USD thousand", "千米ドル"],
    ["%", "%", "%"],
    ["contracts", "contracts", "契約"],
    ["Gbps", "Gbps", "Gbps"],
  ])("%s", (unit, english, japanese) => {
    expect(unitLabel(unit, WORDS.en)).toBe(english);
    expect(unitLabel(unit, WORDS.ja)).toBe(japanese);
  });
});

test("a deed names its cell, or counts its figures", () => {
  const calendar = { yearEndMonth: 3, fyNamedBy: "start" } as const;
  const label = (line: string): string => line;
  const period = (span: { start: number; length: number }): string => formatPeriod(span, calendar);
  const typed = { kind: "enter", count: 1, line: "revenue", span: { start: 8025, length: 1 } } as const;
  expect(deedText(typed, WORDS.en, label, period)).toBe("enter revenue 2Q06");
  const { line, span } = typed;
  expect(deedText({ kind: "formula", count: 1, line }, WORDS.en, label, period)).toBe("change the formula of revenue");
  expect(deedText({ kind: "lines", count: 1, line }, WORDS.en, label, period)).toBe("change revenue");
  expect(deedText({ kind: "lines", count: 3 }, WORDS.ja, label, period)).toBe("3科目の変更");
  expect(deedText({ kind: "notes", count: 1, span }, WORDS.en, label, period)).toBe("change the note on 2Q06");
  expect(deedText({ kind: "paste", count: 12 }, WORDS.ja, label, period)).toBe("12件の貼り付け");
});

test("an unknown fault is told as one inside, never as a bare code", () => {
  expect(faultText("disk-full", WORDS.en)).toBe(en.faults["disk-full"]);
  expect(faultText("from-the-future", WORDS.en)).toBe(en.faults.internal);
});
