/** The deck's pages as live views: every figure that a page of the deck prints stands on the view that shows it. */
import { expect, test } from "./app.ts";
import { CLAIMS, FACTS, isClaim, isFact, isOfJapaneseSentence, pagesOf, TRENDS } from "./deck.ts";
import type { BookWindow } from "./pages/book-window.ts";
import { PageView, type PageName } from "./pages/page-view.ts";
import type { ReadFigure } from "./pages/read-figures.ts";

/** The deck's pages and the views that show them; the trends and the texts have views of their own. */
const SHOWN: Readonly<Record<string, readonly (readonly [PageName, kind: "quarter" | "half", period: string])[]>> = {
  "Summary of Financial Results for 2Q and 1H06": [
    ["period", "quarter", "2Q06"],
    ["period", "half", "1H06"],
  ],
  "Consolidated Financial Results for 2Q06": [["period", "quarter", "2Q06"]],
  "Consolidated Financial Results for 1H06": [["period", "half", "1H06"]],
  "Results by Service - Connectivity and Value-added Services": [["services", "quarter", "2Q06"]],
  "Results by Service - Systems Integration": [["services", "quarter", "2Q06"]],
  "Balance Sheets and Cash Flows in 2Q06": [["balance", "quarter", "2Q06"]],
  "Other Financial Data in 1Q06": [["balance", "quarter", "2Q06"]],
  "Revision of Financial Targets (November 2, 2006)": [["targets", "quarter", "2Q06"]],
};

async function readAll(kessan: BookWindow, title: string): Promise<ReadFigure[]> {
  const read: ReadFigure[] = [];
  for (const [name, kind, period] of SHOWN[title] ?? []) {
    const view = new PageView(kessan, name);
    await view.open();
    await view.show(kind, period);
    read.push(...(await view.read()));
  }
  return read;
}

test("no page of the deck is left out", () => {
  const named = new Set([...FACTS, ...CLAIMS].flatMap(pagesOf));
  expect([...named].toSorted()).toEqual([...Object.keys(SHOWN), ...TRENDS].toSorted());
});

for (const language of ["English", "Japanese"] as const) {
  test(`every figure of the deck stands on its view, in ${language}`, async ({ kessan }) => {
    if (language === "Japanese") await kessan.switchLanguage();
    for (const title of Object.keys(SHOWN)) {
      const read = await readAll(kessan, title);
      const facts = FACTS.filter((fact) => pagesOf(fact).includes(title) && fact["as_printed"] !== "-");
      const claims = CLAIMS.filter((claim) => pagesOf(claim).includes(title) && !isOfJapaneseSentence(claim));
      expect(facts.length + claims.length, title).toBeGreaterThan(0);
      const unfound = [
        ...facts
          .filter((fact) => !read.some((figure) => isFact(kessan, fact, figure)))
          .map((fact) => `${fact["scope"]} ${fact["basis"]} ${fact["line"]} ${fact["period"]} ${fact["as_printed"]}`),
        ...claims
          .filter((claim) => !read.some((figure) => isClaim(kessan, claim, figure)))
          .map((claim) => `${claim["expression"]} ${claim["period"]} ${claim["printed"]}`),
      ];
      expect(unfound, title).toEqual([]);
    }
  });
}

test("the summary's sentences are the deck's, in either language, and can be taken along", async ({ kessan }) => {
  const view = new PageView(kessan, "period");
  await view.open();
  await view.show("quarter", "2Q06");
  const revenues = "Total revenues JPY 14,007 million (+17.4% compared to 2Q05)";
  await expect(view.headlines).toHaveText([revenues, "Operating income JPY 811 million (+59.9% compared to 2Q05)"]);
  await view.show("half", "1H06");
  await expect(view.headlines).toHaveText([
    /^Total revenues JPY 26,444 million \(\+21\.3% compared to 1H05, \+5\.8% compared to the initial target\)/,
    "Operating income JPY 1,370 million (+81.8% compared to 1H05, +37.0% compared to the initial target)",
  ]);
  await expect(view.headlines.first()).toContainText(view.words.flaggedHeadline);
  await kessan.switchLanguage();
  await view.show("quarter", "2Q06");
  await expect(view.headlines).toHaveText([
    "営業収益 140.1億円（前年同四半期比 17.4%増）",
    "営業利益 8.1億円（前年同四半期比 59.9%増）",
  ]);
});

test("what does not agree is marked, and its hint says what is printed and what is not", async ({ kessan }) => {
  const period = new PageView(kessan, "period");
  await period.open();
  await period.show("half", "1H06");
  const flagged = (read: readonly ReadFigure[]): string[] =>
    read
      .filter(({ hint }) => hint.includes(": outside"))
      .map(({ line, hint }) => `${line}: ${hint.split("\n").at(-1)}`);
  expect(flagged(await period.read())).toEqual(["Total revenues: printed +5.6%, recomputed +5.8%: outside"]);
  const balance = new PageView(kessan, "balance");
  await balance.open();
  await balance.show("quarter", "2Q06");
  const equity = "Total shareholders' equity: printed";
  expect(flagged(await balance.read())).toEqual([
    `${equity} 19,808, recomputed 19,892: outside`,
    `${equity} 20,222, recomputed 20,307: outside`,
  ]);
  const rest = (await balance.read()).filter(({ line }) => line === balance.words.notShown);
  expect(rest.map(({ text }) => text)).toEqual(["(84)", "(85)", "+1"]);
});

test("a table that goes on below its edge shows it, until its last row is in view", async ({ kessan }) => {
  const view = new PageView(kessan, "services");
  await kessan.page.setViewportSize({ width: 1024, height: 700 });
  await view.open();
  const area = kessan.page.locator(".page-table-area").first();
  await expect(area).toHaveAttribute("data-more", "true");
  await area.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(area).toHaveAttribute("data-more", "false");
});
