import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { factKey } from "#core/book.ts";
import { isFigure } from "#core/figures/cell.ts";
import { checkBook } from "#core/checks/check-book.ts";
import type { Verdict } from "#core/checks/check.ts";
import type { View } from "#core/figures/ledger.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { lineOn, reachOf } from "#core/figures/reach.ts";
import { briefing } from "#core/pages/briefing.ts";
import { parsePeriod } from "#core/period-labels.ts";
import type { Span } from "#core/timeline.ts";
import { lastDigit, valueOf } from "#core/units.ts";
import type { DeckFrame, DeckTables } from "#ingest/digitised-deck.ts";
import { readDigitisedDeck } from "#ingest/digitised-deck.ts";

const RESOURCES = join(import.meta.dirname, "../../resources/iij");
const text = (name: string): string => readFileSync(join(RESOURCES, name), "utf8");
const frame = JSON.parse(text("book.json")) as DeckFrame;
const tables: DeckTables = {
  lines: text("lines.csv"),
  facts: text("facts.csv"),
  statements: text("statements.csv"),
  commentary: text("commentary.csv"),
  services: text("services.csv"),
  group: text("group.csv"),
  overview: text("overview.csv"),
};
const { book, problems } = readDigitisedDeck(frame, tables);
const ACTUAL: View = { company: "iij", scope: "consolidated", basis: "actual", asOf: null };
const spanOf = (label: string): Span => {
  const period = parsePeriod(label, frame.company);
  if ("problem" in period) throw new RangeError(label);
  return period.span;
};

describe("the sample book", () => {
  test("holds every one of the deck's 276 facts and 96 stated figures", () => {
    expect(problems).toEqual([]);
    expect(book.facts).toHaveLength(276);
    expect(new Set(book.facts.map(factKey)).size).toBe(276);
    expect(book.statements).toHaveLength(96);
  });

  test("has each amount as it was printed, under the sign of its line", () => {
    const rows = tables.facts.trim().split("\n").slice(1);
    expect(rows).toHaveLength(276);
    for (const [index, fact] of book.facts.entries()) {
      const line = book.lines.find(({ id }) => id === fact.line);
      const [id, , , , value] = rows[index]?.split(",") ?? [];
      expect(id).toBe(fact.line);
      if (line === undefined || fact.stated === "does-not-exist") throw new Error(`${id} has no figure`);
      const percent = line.unit === "%" ? 100 : 1;
      expect(valueOf(fact.stated, line.unit) * percent, rows[index]).toBeCloseTo(Number(value), 9);
    }
  });

  test("keeps the printed decimals: 151.0 Gbps is known to a tenth", () => {
    const fact = figuresOf(book, ACTUAL).reportedAt("bandwidth", spanOf("2Q05"));
    expect(fact).toMatchObject({ stated: { mantissa: 1510, decimals: 1 }, asPrinted: "151.0" });
  });

  test("holds targets of both dates and scopes apart", () => {
    const target = (scope: View["scope"], asOf: string | null): unknown =>
      figuresOf(book, { ...ACTUAL, scope, basis: "target", asOf }).cell("revenue", spanOf("FY2006"));
    expect(target("consolidated", null)).toMatchObject({ value: 56_000 });
    expect(target("consolidated", "2006-06-30")).toMatchObject({ value: 55_000 });
    expect(target("non-consolidated", null)).toMatchObject({ value: 41_000 });
  });

  test("marks the net incomes that the deck says were restated", () => {
    expect(book.facts.filter(({ restated }) => restated).map(({ line, asPrinted }) => `${line} ${asPrinted}`)).toEqual([
      "net_income (238)",
      "net_income 229",
      "net_income 660",
    ]);
  });

  test("answers what the deck never printed", () => {
    const figures = figuresOf(book, ACTUAL);
    expect(figures.cell("gross_margin", spanOf("1Q06"))).toMatchObject({ value: 2303, route: "derived" });
    expect(figures.cell("revenue", spanOf("LTM 2Q06"))).toMatchObject({ value: 54_447, route: "derived" });
    const margin = figures.cell("gross_margin_ratio", spanOf("1Q06"));
    expect(isFigure(margin) && margin.route).toBe("computed");
    expect(isFigure(margin) && margin.value).toBeCloseTo(0.1852, 4);
  });

  test("has formulas that agree with every printed percentage of a line", () => {
    const figures = figuresOf(book, ACTUAL);
    for (const fact of book.facts) {
      const line = book.lines.find(({ id }) => id === fact.line);
      if (line?.unit !== "%" || fact.stated === "does-not-exist") continue;
      const reach = reachOf(book, ACTUAL, [lineOn(line.id, fact.span)]);
      const half = lastDigit(fact.stated.decimals, "%") / 2;
      const printed = valueOf(fact.stated, "%");
      // A hair for what a sum of doubles may be off by.
      expect((reach?.low ?? 1) - 1e-12, `${line.id} ${fact.asPrinted}`).toBeLessThanOrEqual(printed + half);
      expect((reach?.high ?? -1) + 1e-12, `${line.id} ${fact.asPrinted}`).toBeGreaterThanOrEqual(printed - half);
      expect(figures.cell(line.id, fact.span)).toHaveProperty("value");
    }
  });

  test("ties out as the deck does: 75 claims exact, 16 within rounding, one outside, four not computable", () => {
    const checks = checkBook(book, { company: "iij", scope: "consolidated", asOf: null });
    const claims = checks.filter(({ kind }) => kind === "stated");
    const count = (verdict: Verdict): number => claims.filter((check) => check.verdict === verdict).length;
    expect(claims).toHaveLength(96);
    expect([count("exact"), count("within"), count("outside"), count("not-computable")]).toEqual([75, 16, 1, 4]);
    const [outside] = claims.filter(({ verdict }) => verdict === "outside");
    expect(outside).toMatchObject({
      expression: "revenue / target(revenue, initial) - 1",
      hint: { text: "26,400 / 25,000 - 1", from: 26_444, to: 26_400, neighbour: "latest-target" },
    });
    const waiting = claims.filter(({ verdict }) => verdict === "not-computable");
    expect(waiting.map(({ expression }) => expression)).toEqual([
      "qoq_change(contracts)",
      "yoy_change(contracts)",
      "qoq_change(si_gross_margin_ratio)",
      "yoy_change(si_gross_margin_ratio)",
    ]);
    for (const { gap } of waiting) expect(gap).toMatchObject({ gap: "needs" });
  });

  test("has two sums that do not tie, equity at both dates, and nothing else outside", () => {
    const checks = checkBook(book, { company: "iij", scope: "consolidated", asOf: null });
    const outside = checks.filter(({ kind, verdict }) => kind !== "stated" && verdict === "outside");
    expect(outside.map(({ kind, expression, stated, computed }) => [kind, expression, stated, computed])).toEqual([
      ["identity", "equity", 19_808, 19_892],
      ["identity", "equity", 20_222, 20_307],
    ]);
    expect(checks.filter(({ kind }) => kind === "routes").length).toBeGreaterThan(20);
  });

  test("implies what the deck leaves out, and says so", () => {
    const figures = figuresOf(book, ACTUAL);
    for (const [line, period, value, route] of [
      ["si_onetime_revenue", "4Q05", 6258, "implied"],
      ["equipment_revenue", "4Q05", 1042, "implied"],
      ["contracts", "1Q06", 15_354, "implied"],
      ["contracts", "2Q05", 12_702, "implied"],
      ["si_onetime_revenue", "FY2005", 1193 + 2405 + 2440 + 6258, "summed"],
    ] as const)
      expect(figures.cell(line, spanOf(period)), `${line} ${period}`).toMatchObject({
        value,
        route,
        weakest: "implied",
      });
  });

  test("has its commentary in both languages and none of the deck's own sentences", (context) => {
    for (const note of book.notes) {
      expect(note.textEn).not.toBe("");
      expect(note.textJa).not.toBe("");
    }
    const deck = join(import.meta.dirname, "../../../shared/deck/deck.txt");
    if (!existsSync(deck)) return context.skip("the reference deck is not beside this project");
    const printed = readFileSync(deck, "utf8").replace(/\s+/g, " ");
    // Eight words in a row are a sentence of somebody's.
    for (const { textEn } of book.notes) {
      const words = textEn.split(" ");
      for (let at = 0; at + 8 <= words.length; at += 1)
        expect(printed).not.toContain(words.slice(at, at + 8).join(" "));
    }
  });

  test("tells what the deck tells, and of nobody what it does not", () => {
    const reasons = book.notes.filter(({ basis, textEn }) => basis === "target" && textEn.includes("fourth quarter"));
    // The deck speaks of short projects for the consolidated target alone.
    expect(reasons.map(({ scope, textEn }) => [scope, textEn.includes("lead times")])).toEqual([
      ["consolidated", true],
      ["non-consolidated", false],
      ["non-consolidated", false],
      ["non-consolidated", false],
    ]);
    expect(reasons.map(({ textJa }) => textJa.includes("短納期"))).toEqual([true, false, false, false]);
    const dedicated = book.notes.find(({ line }) => line === "dedicated_access");
    expect(dedicated?.textEn).toContain(
      "Asia Internet Holding (AIH), a former affiliate, brought JPY 234 million less",
    );
    expect(dedicated?.textJa).toMatch(/Asia Internet Holding（AIH）.*234百万円/u);
    const outlook = book.notes.find(({ line, textEn }) => line === "si_revenue" && textEn.startsWith("Outlook as of"));
    expect(outlook).toMatchObject({ span: spanOf("2Q06"), basis: null, textJa: expect.stringContaining("見通し") });
    const page = briefing(book, {
      company: "iij",
      scope: "consolidated",
      span: spanOf("2Q06"),
      asOf: null,
    }).pages.find(({ kind }) => kind === "more-services");
    expect(page?.comments).toContainEqual(outlook);
    // It prints the name in Latin letters; the characters are not known.
    const head = book.particulars.find(({ labelEn }) => labelEn === "Representative");
    expect([head?.textEn, head?.textJa]).toEqual(["Kazuhiro Kusumoto", "Kazuhiro Kusumoto"]);
    for (const { textJa } of book.notes) expect(textJa).not.toContain("目標");
  });

  test("is what the reference digitisation says, row by row", (context) => {
    const deck = join(import.meta.dirname, "../../../shared/deck");
    if (!existsSync(deck)) return context.skip("the reference deck is not beside this project");
    for (const name of ["lines.csv", "facts.csv", "statements.csv"])
      expect(text(name)).toBe(readFileSync(join(deck, name), "utf8").replaceAll("\r\n", "\n"));
  });
});

test("a row that cannot be read is named, and the others make the book", () => {
  const facts = `${tables.facts.split("\n").slice(0, 3).join("\n")}\nsales,consolidated,actual,2Q06,1,JPY million,1,p\nrevenue,consolidated,actual,5Q06,1,JPY million,1,p\nrevenue,consolidated,actual,3Q06,2,JPY million,3,p\n`;
  const answer = readDigitisedDeck(frame, { ...tables, facts });
  expect(answer.book.facts).toHaveLength(2);
  expect(answer.problems).toEqual([
    { where: "facts 4", what: "unknown line sales" },
    { where: "facts 5", what: "unknown period 5Q06" },
    { where: "facts 6", what: "3 is not 2 JPY million" },
  ]);
});
