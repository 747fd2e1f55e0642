import { describe, expect, test } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import type { AmountScale } from "#core/units.ts";
import { headlinePage, type Headline } from "./headline-page.ts";

function told(before: string, now: string, amounts: AmountScale): Headline | undefined {
  const book = tellBook({ net_income: {} }, [
    ["net_income", "1H05", before],
    ["net_income", "1H06", now],
  ]);
  const ask = { company: "acme", scope: "consolidated", span: spanOf("1H06"), asOf: null } as const;
  return headlinePage(book, ask, null, { amounts, negatives: "triangle", periods: "year-end" }).headlines[0];
}

describe("headlines are written as the window writes figures and periods", () => {
  test("in 億, which English has no word for: there the digits are in billions", () => {
    const headline = told("(500)", "14,007", "100 million");
    expect(headline?.textEn).toBe(
      "net_income JPY 14.007 billion (turned to profit from a loss of JPY 0.500 billion in 2006/3 1H)",
    );
    expect(headline?.textJa).toBe("net_income 140.07億円（前年同期の損失5.00億円から黒字転換）");
  });

  test.each<[AmountScale, string]>([
    ["one", "net_income 14,007,000,000円"],
    ["thousand", "net_income 14,007,000千円"],
    ["million", "net_income 14,007百万円"],
    ["billion", "net_income 14.007十億円"],
    ["entered", "net_income 140.1億円"],
  ])("in %s", (amounts, text) => {
    expect(told("14,000", "14,007", amounts)?.textJa).toBe(`${text}（前年同期比 横ばい）`);
  });

  test("with the sign of a loss that has no name of its own", () => {
    expect(told("(100)", "(361)", "million")?.textEn).toBe(
      "net_income JPY △361 million (loss widened from JPY 100 million in 2006/3 1H)",
    );
  });
});
