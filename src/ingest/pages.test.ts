import { describe, expect, test } from "vitest";
import type { Book, Scope } from "#core/book.ts";
import { balancePage } from "#core/pages/balance-page.ts";
import { bridgeOf } from "#core/pages/bridge.ts";
import { headlinePage, headlineText } from "#core/pages/headline-page.ts";
import { isHollow } from "#core/pages/page-cell.ts";
import { periodPage } from "#core/pages/period-page.ts";
import { profitPage } from "#core/pages/profit-page.ts";
import { servicesPage } from "#core/pages/services-page.ts";
import { targetsPage } from "#core/pages/targets-page.ts";
import { endOf, sameSpan } from "#core/timeline.ts";
import { ask, book, shown, spanOf } from "./deck-pages-suite.ts";

describe("the results table", () => {
  test("of a half has its targets, and what was reached against each", () => {
    const { rows, prior, hasTargets, hasRevisedTargets, missing } = periodPage(book, ask("1H06"));
    expect([prior, hasTargets, hasRevisedTargets, missing]).toEqual([spanOf("1H05"), true, true, []]);
    expect(rows.map(({ line }) => line.id)).toEqual([
      "revenue",
      "total_costs",
      "gross_margin",
      "sga_rd",
      "operating_income",
      "pretax_income",
      "net_income",
    ]);
    const [revenue, costs] = rows;
    expect(shown(revenue?.targets?.initial)).toBe(25_000);
    expect(shown(revenue?.targets?.latest)).toBe(26_400);
    expect(revenue?.targets?.againstInitial).toMatchObject({ flagged: true, verdict: "outside", decimals: 1 });
    expect(shown(revenue?.targets?.againstInitial)).toBe(5.8);
    expect(shown(revenue?.targets?.againstLatest)).toBe(0.2);
    expect(costs?.targets).toBeNull();
  });

  test("shows the printed percentage where it is within: 59.9 %, where 60.0 % is recomputed", () => {
    const row = periodPage(book, ask("2Q06")).rows.find(({ line }) => line.id === "operating_income");
    expect(row?.yoy).toMatchObject({ value: 0.599, verdict: "within", route: "reported", flagged: false });
    expect(row?.share).toMatchObject({ value: 0.058, place: { line: "operating_margin" } });
  });

  test("of a quarter after a loss has the words of the turn, and says what is missing", () => {
    const { rows, missing } = periodPage(book, ask("1Q05"));
    const operating = rows.find(({ line }) => line.id === "operating_income");
    expect([shown(operating?.amount), shown(operating?.priorAmount), shown(operating?.yoy)]).toEqual([
      247,
      -100,
      "turned-to-profit",
    ]);
    expect(operating?.priorShare).toMatchObject({ value: -0.012, printed: { mantissa: -12, decimals: 1 } });
    expect(missing.map(({ place }) => place.line)).toEqual(["total_costs", "sga_rd", "pretax_income"]);
  });

  test("of twelve months derives what nobody printed", () => {
    const [revenue] = periodPage(book, ask("LTM 2Q06")).rows;
    expect(revenue?.amount).toMatchObject({ value: 54_447, route: "derived" });
    expect(shown(revenue?.yoy)).toBe(22.8);
  });

  test("of the other scope has that scope's lines, and their targets alone", () => {
    const { rows } = periodPage(book, ask("1H06", "non-consolidated"));
    expect(rows.map(({ line, targets }) => [line.id, shown(targets?.initial), shown(targets?.latest)])).toEqual([
      ["revenue", 18_900, 19_200],
      ["operating_income", 300, 580],
      ["ordinary_income", 300, 600],
      ["net_income", 2_000, 1_620],
    ]);
  });

  test("as of a date before the deck holds what was known then: targets, no results", () => {
    const [revenue] = periodPage(book, ask("1H06", "consolidated", "2006-06-30")).rows;
    expect([shown(revenue?.amount), shown(revenue?.targets?.latest)]).toEqual(["needs", 25_000]);
  });
});

describe("the headlines", () => {
  test("of the quarter and the half read as the deck's, but for its one wrong percentage", () => {
    expect(headlineText(headlinePage(book, ask("2Q06")), "en")).toBe(
      [
        "2Q06 (Jul – Sep 2006)",
        "- Total revenues JPY 14,007 million (+17.4% compared to 2Q05)",
        "- Operating income JPY 811 million (+59.9% compared to 2Q05)",
      ].join("\n"),
    );
    expect(headlineText(headlinePage(book, ask("2Q06")), "ja")).toBe(
      [
        "2Q06（2006年7月～9月）",
        "・営業収益 140.1億円（前年同四半期比 17.4%増）",
        "・営業利益 8.1億円（前年同四半期比 59.9%増）",
      ].join("\n"),
    );
    const half = headlinePage(book, ask("1H06"));
    expect(half.headlines.map(({ textEn }) => textEn)).toEqual([
      "Total revenues JPY 26,444 million (+21.3% compared to 1H05, +5.8% compared to the initial target)",
      "Operating income JPY 1,370 million (+81.8% compared to 1H05, +37.0% compared to the initial target)",
    ]);
    expect(half.headlines.map(({ textJa }) => textJa)).toEqual([
      "営業収益 264.4億円（前年同期比 21.3%増、期初予想比 5.8%増）",
      "営業利益 13.7億円（前年同期比 81.8%増、期初予想比 37.0%増）",
    ]);
    expect(half.headlines.map(({ flagged }) => flagged)).toEqual([true, false]);
  });

  test("follow the sign", () => {
    const [, turned] = headlinePage(book, ask("1Q05")).headlines;
    expect(turned?.textEn).toBe(
      "Operating income JPY 247 million (turned to profit from a loss of JPY 100 million in 1Q04)",
    );
    expect(turned?.textJa).toBe("営業利益 2.5億円（前年同四半期の損失1.0億円から黒字転換）");
    const [, loss] = headlinePage(book, ask("1Q04")).headlines;
    expect([loss?.textEn, loss?.textJa]).toEqual(["Operating loss JPY 100 million", "営業損失 1.0億円"]);
  });

  test("of a year that is not over say nothing, and what they wait for", () => {
    const { headlines, missing } = headlinePage(book, ask("FY2006"));
    expect(headlines.map(({ textEn, textJa }) => [textEn, textJa])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(missing.map(({ place }) => place.line)).toEqual(["revenue", "operating_income"]);
  });
});

describe("results by service", () => {
  const page = servicesPage(book, ask("2Q06"));
  test("finds the segments, what belongs to each, and what cuts across them", () => {
    const ids = (rows: readonly { readonly line: { readonly id: string } }[]): string[] =>
      rows.map(({ line }) => line.id);
    expect(page.segments.map(({ row, ratios, counts }) => [row.line.id, ids(ratios), ids(counts)])).toEqual([
      [
        "connectivity_vas_revenue",
        ["connectivity_gross_margin_ratio", "revenue_per_contract"],
        ["contracts", "bandwidth"],
      ],
      ["si_revenue", ["si_gross_margin_ratio"], []],
      ["equipment_revenue", [], []],
    ]);
    expect(page.crossCuts.map(({ row, parts }) => [row.line.id, ids(parts)])).toEqual([
      ["outsourcing_revenue", ["outsourced_operation_revenue", "vas_other_revenue"]],
    ]);
    expect(page.total?.line.id).toBe("revenue");
    expect(page.others).toEqual([]);
    expect(page.quarters).toHaveLength(10);
  });

  test("shows the changes that are printed where the levels are not", () => {
    const ratio = page.segments[1]?.ratios[0];
    expect(ratio?.now.value).toBeNull();
    expect([shown(ratio?.qoq), shown(ratio?.yoy)]).toEqual([-1.7, -1.8]);
    expect(ratio?.qoq).toMatchObject({ verdict: "not-computable", route: "reported" });
  });

  test("gives shares of the whole, and marks what is implied", () => {
    expect(page.segments.map(({ row }) => shown(row.share))).toEqual([43.9, 51.6, 4.5]);
    const onetime = page.segments[1]?.parts[0];
    expect(onetime?.trend.filter(isHollow).map(({ value }) => value)).toEqual([6258]);
    expect(page.missing.map(({ place }) => place.line)).toEqual(["si_gross_margin_ratio"]);
  });

  test("runs over the quarters that are asked for", () => {
    const { to, from } = { from: endOf(spanOf("4Q05")), to: endOf(spanOf("2Q06")) };
    expect(servicesPage(book, ask("2Q06"), null, { from, to }).total?.trend.map(shown)).toEqual([12_437, 14_007]);
  });
});

describe("balances and cash flows", () => {
  const page = balancePage(book, ask("2Q06"));
  test("show the part of equity that the deck does not", () => {
    const [equity] = page.sums;
    expect(equity?.parts.map(({ row }) => shown(row.change))).toEqual([0, 0, 2854, -3268]);
    expect([equity?.rest?.now, equity?.rest?.before, equity?.rest?.change].map(shown)).toEqual([-84, -85, 1]);
    expect(page.stocks.map(({ line }) => line.id)).toEqual(["cash", "afs_securities", "borrowings"]);
  });

  test("tell cash flows from other data", () => {
    expect(page.cashFlows.map(({ line, change }) => [line.id, shown(change)])).toEqual([
      ["cfo", -362],
      ["cfi", -1744],
      ["cff", 38],
    ]);
    expect(page.cashFlows[1]?.yoy.gap).toEqual({ gap: "not-meaningful" });
    expect(shown(page.closingCash?.change)).toBe(5906);
    expect(page.otherData.map(({ line, yoy }) => [line.id, shown(yoy)])).toEqual([
      ["capex", -20],
      ["dna", 5.8],
      ["adjusted_ebitda", 23.9],
    ]);
    expect(page.missing).toEqual([]);
  });
});

test("net income is taken apart, with what lies in its parts", () => {
  const { netIncome, profits } = profitPage(book, ask("2Q06"));
  expect(netIncome?.parts.map(({ sign, row }) => [row.line.id, sign, shown(row.now)])).toEqual([
    ["pretax_income", 1, 1145],
    ["income_tax", -1, -1109],
    ["minority_interests", -1, 82],
    ["equity_method_loss", -1, 52],
  ]);
  expect(netIncome?.parts[1]?.ofWhich.map(({ now }) => shown(now))).toEqual([1266]);
  expect(netIncome?.rest).toBeNull();
  expect(profits.map(({ line, marginChange }) => [line.id, shown(marginChange)])).toEqual([
    ["operating_income", 1.5],
    ["pretax_income", -1],
    ["net_income", 6.7],
  ]);
});

describe("the targets", () => {
  const { blocks } = targetsPage(book, ask("2Q06"));
  const rowOf = (label: string, line: string, scope: Scope = "consolidated") =>
    blocks
      .find((block) => block.scope === scope && sameSpan(block.span, spanOf(label)))
      ?.rows.find((row) => row.line.id === line);

  test("stand by scope and span, each with its own lines", () => {
    expect(blocks.map(({ scope, rows }) => [scope, rows.map(({ line }) => line.id)])).toEqual([
      ["consolidated", ["revenue", "operating_income", "pretax_income", "net_income"]],
      ["consolidated", ["revenue", "operating_income", "pretax_income", "net_income"]],
      ["non-consolidated", ["revenue", "operating_income", "ordinary_income", "net_income"]],
      ["non-consolidated", ["revenue", "operating_income", "ordinary_income", "net_income"]],
    ]);
  });

  test.each([
    ["1H06", "revenue", 1400, 5.6, false],
    ["1H06", "operating_income", 370, 37, true],
    ["1H06", "pretax_income", -460, -17.7, false],
    ["1H06", "net_income", 850, 42.5, true],
    ["FY2006", "operating_income", 0, 0, false],
  ])("%s %s was revised by %d, %d %%: announced %s", (label, line, amount, rate, passes) => {
    const revision = rowOf(label, line)?.revision;
    expect([shown(revision?.amount), shown(revision?.rate), revision?.passes]).toEqual([amount, rate, passes]);
  });

  test("carry every publication and the reason of the last", () => {
    const row = rowOf("1H06", "net_income", "non-consolidated");
    expect(row?.vintages.map(({ source, cell }) => [source.published, cell.value])).toEqual([
      ["2006-05", 2000],
      ["2006-11-02", 1620],
    ]);
    expect(row?.reasons.map(({ textEn }) => textEn)).toEqual([
      "Lowered: gains on securities shrink with market prices.",
    ]);
    expect(blocks.flatMap(({ rows }) => rows).every(({ reasons }) => reasons.length === 1)).toBe(true);
    expect(rowOf("FY2006", "revenue")?.reasons[0]?.textEn).toBe("Raised by what the first half brought.");
  });

  test.each([
    ["revenue", 47.2, 43.8, 29_556, 28_003, 5.5],
    ["operating_income", 42.8, 31.3, 1830, 1657, 10.4],
    ["net_income", 57.1, 34.1, 2146, 3130, -31.4],
  ])("%s has come %d %% of the way, %d %% a year earlier; the second half has to bring %d", (line, ...expected) => {
    const progress = rowOf("FY2006", line)?.progress;
    expect(progress?.secondHalf?.span).toEqual(spanOf("2H06"));
    expect(progress?.remainder).toEqual(progress?.secondHalf);
    expect(
      [
        progress?.progress,
        progress?.priorProgress,
        progress?.remainder?.amount,
        progress?.remainder?.prior,
        progress?.remainder?.growth,
      ].map(shown),
    ).toEqual(expected);
  });

  test("after the first quarter leave nine months, and a second half between two targets", () => {
    const page = targetsPage(book, ask("1Q06"));
    const progress = page.blocks[1]?.rows.find(({ line }) => line.id === "operating_income")?.progress;
    expect(progress?.remainder?.span).toEqual(spanOf("2Q06-4Q06"));
    expect(shown(progress?.remainder?.amount)).toBe(3200 - 559);
    expect(shown(progress?.remainder?.prior)).toBe(507 + 691 + 966);
    expect(progress?.secondHalf).toMatchObject({ span: spanOf("2H06"), amount: { value: 1830, route: "derived" } });
    expect(shown(progress?.secondHalf?.growth)).toBe(10.4);
  });

  test("as of the summer are the first ones alone", () => {
    const [half] = targetsPage(book, ask("1Q06", "consolidated", "2006-07-31")).blocks;
    const [revenue] = half?.rows ?? [];
    expect([shown(revenue?.initial), shown(revenue?.latest), revenue?.revision]).toEqual([25_000, 25_000, null]);
  });

  test("of a year are gone from the page of the next", () => {
    const { span } = ask("1Q06");
    const next = { ...ask("1Q06"), span: { ...span, start: span.start + 4 } };
    expect(targetsPage(book, next).blocks).toEqual([]);
  });
});

describe("the bridge", () => {
  const bridge = (from: string, to: string, of: Book = book) =>
    bridgeOf(of, {
      company: "iij",
      scope: "consolidated",
      asOf: null,
      from: spanOf(from),
      to: spanOf(to),
      line: null,
    });

  test("leads from 507 to 811: revenues +2,078, costs −1,575, SG&A/R&D −198, rounding −1", () => {
    const found = bridge("2Q05", "2Q06");
    expect([found?.line.id, shown(found?.from), shown(found?.to)]).toEqual(["operating_income", 507, 811]);
    expect(found?.steps.map(({ line, effect }) => [line.id, shown(effect)])).toEqual([
      ["revenue", 2078],
      ["total_costs", -1575],
      ["sga_rd", -198],
    ]);
    expect([shown(found?.rest), found?.isRounding, found?.missing]).toEqual([-1, true, []]);
  });

  test("crosses zero, and leads between any two spans", () => {
    const quarter = bridge("1Q06", "2Q06");
    expect(quarter?.steps.map(({ effect }) => shown(effect))).toEqual([1570, -1314, -2]);
    expect(shown(quarter?.rest)).toBe(-2);
    const turned = bridge("1Q04", "1Q05");
    expect([shown(turned?.from), shown(turned?.to), turned?.rest]).toEqual([-100, 247, null]);
    expect(turned?.missing.map(({ place }) => place.line)).toEqual(["sga_rd", "gross_margin"].toSorted());
  });

  test("a rest past rounding is something that is not shown", () => {
    const wrong: Book = {
      ...book,
      facts: book.facts.map((fact) =>
        fact.line === "sga_rd" && sameSpan(fact.span, spanOf("2Q06"))
          ? { ...fact, stated: { mantissa: 1700, decimals: 0 } }
          : fact,
      ),
    };
    const found = bridge("2Q05", "2Q06", wrong);
    expect([shown(found?.rest), found?.isRounding]).toEqual([-48, false]);
  });
});
