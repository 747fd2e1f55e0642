/** The briefing: the deck rebuilt from the book, fourteen pages on screen and on paper. */
import type { Page } from "@playwright/test";
import { BRIEFING_PAGES, type BriefingPageKind } from "#core/pages/briefing.ts";
import { expect, onBook, test } from "./app.ts";
import { LONG_PAGE, writeLongPageBook } from "./books/long-page-book.ts";
import { writeSparseBook } from "./books/sparse-book.ts";
import { CLAIMS, FACTS, isClaim, isFact, isOfJapaneseSentence, pagesOf, type Row } from "./deck.ts";
import { BriefingPages } from "./pages/briefing.ts";
import { Making } from "./pages/making.ts";
import { PageView } from "./pages/page-view.ts";
import type { ReadFigure } from "./pages/read-figures.ts";

test("fourteen pages in the deck's order, each with its number, company, period, date and source", async ({
  kessan,
}) => {
  const briefing = new BriefingPages(kessan);
  await briefing.open();
  await expect(briefing.titles).toHaveText([
    "Notes and forward-looking statements",
    "Summary of results for 2Q06 and 1H06",
    "Consolidated financial results for 1H06",
    "Consolidated financial results for 2Q06",
    "Trend of quarterly revenues",
    "Trend of quarterly operating and net income",
    "Results by service: Connectivity and value-added services",
    "Results by service: Systems integration and Equipment sales",
    "Balance sheet and cash flows in 2Q06",
    "Other financial data in 2Q06",
    "Revision of financial targets (2 November 2006)",
    "New and extended services",
    "Changes in the group",
    "The group",
  ]);
  for (const [at, kind] of BRIEFING_PAGES.entries()) {
    const foot = briefing.footOf(kind);
    for (const text of ["Internet Initiative Japan Inc.", "Consolidated", "2Q06", `${at + 1} / 14`])
      await expect(foot).toContainText(text);
    await expect(foot).toContainText(/\d{1,2} \w+ \d{4}/u);
    await expect(foot).toContainText(/Source: .{4}/u);
  }
  await expect(briefing.footOf("targets")).toContainText(
    "Source: Targets for FY2006, with the FY2005 results (May 2006), Results presentation 2Q06 / 1H06 (2 November 2006)",
  );
});

test("every figure that the deck prints into its charts stands on the briefing's page, on either paper, and can be read", async ({
  kessan,
}) => {
  const briefing = new BriefingPages(kessan);
  await briefing.open();
  const printed: Partial<Record<BriefingPageKind, readonly string[]>> = {
    revenues: ["8,675", "16,133", "14,007", "273", "531", "14.2%", "17.1%", "18.3%"],
    profits: ["(100)", "(238)", "2,256", "(1.2%)", "2.5%", "1,308"],
    services: ["5,450", "5,849", "11.7%", "13.0%", "607", "606", "592", "253.2"],
    "more-services": ["9,242", "6,258", "2,984", "6,213"],
  };
  for (const paper of ["a4", "wide"] as const) {
    await briefing.choosePaper(paper);
    for (const kind of BRIEFING_PAGES.filter((each) => printed[each] !== undefined)) {
      // What a part of a stack is too low for is read in the table below.
      const texts = [...(await briefing.drawnTexts(kind)), ...(await briefing.textOf(kind)).split(" ")];
      for (const text of printed[kind] ?? []) expect(texts, `${kind} on ${paper}`).toContain(text);
      expect(await briefing.collisions(kind), `${kind} on ${paper}`).toEqual([]);
    }
  }
});

/** The deck's pages and those of the briefing. */
const PAGES: Readonly<Record<string, BriefingPageKind>> = {
  "Consolidated Financial Results for 1H06": "to-date",
  "Consolidated Financial Results for 2Q06": "quarter",
  "Trend of Quarterly Revenues": "revenues",
  "Trend of Quarterly Operating and Net Income (Loss)": "profits",
  "Results by Service - Connectivity and Value-added Services": "services",
  "Results by Service - Systems Integration": "more-services",
  "Balance Sheets and Cash Flows in 2Q06": "balance",
  "Other Financial Data in 1Q06": "other-data",
  "Revision of Financial Targets (November 2, 2006)": "targets",
};

const SUMMARY = "Summary of Financial Results for 2Q and 1H06";

/** A benefit, printed without its sign. */
const asShown = (fact: Row): Row => (fact["line"] === "income_tax" ? { ...fact, as_printed: "(1,109)" } : fact);

for (const language of ["English", "Japanese"] as const) {
  test(`every figure of the deck stands on its page, in ${language}`, async ({ kessan }) => {
    const briefing = new BriefingPages(kessan);
    if (language === "Japanese") await kessan.switchLanguage();
    await briefing.open();
    /** The operating margin stands beside the operating income that it is of. */
    const isMargin = (claim: Row, { line, column, text }: ReadFigure): boolean =>
      claim["expression"] === "yoy_change(operating_margin)" &&
      line.startsWith(language === "English" ? "Operating income" : "営業利益") &&
      column === briefing.words.profit.marginChange &&
      text === `+1.5${kessan.words.columns.points}`;
    const named = new Set([...FACTS, ...CLAIMS].flatMap(pagesOf));
    expect([...named].toSorted()).toEqual([...Object.keys(PAGES), SUMMARY].toSorted());
    for (const [title, kind] of Object.entries(PAGES)) {
      const read = await briefing.read(kind);
      const facts = FACTS.filter((fact) => pagesOf(fact).includes(title) && fact["as_printed"] !== "-").map(asShown);
      const claims = CLAIMS.filter((claim) => pagesOf(claim).includes(title));
      expect(facts.length + claims.length, title).toBeGreaterThan(0);
      const unfound = [
        ...facts
          .filter((fact) => !read.some((figure) => isFact(kessan, fact, figure)))
          .map((fact) => `${fact["scope"]} ${fact["basis"]} ${fact["line"]} ${fact["period"]} ${fact["as_printed"]}`),
        ...claims
          .filter((claim) => !read.some((figure) => isClaim(kessan, claim, figure) || isMargin(claim, figure)))
          .map((claim) => `${claim["expression"]} ${claim["period"]} ${claim["printed"]}`),
      ];
      expect(unfound, title).toEqual([]);
    }
  });
}

test("the summary says the deck's figures in sentences, in either language", async ({ kessan }) => {
  const briefing = new BriefingPages(kessan);
  await briefing.open();
  const english = await briefing.textOf("summary");
  for (const sentence of [
    "Total revenues JPY 26,444 million (+21.3% compared to 1H05, +5.8% compared to the initial target)",
    "Operating income JPY 1,370 million (+81.8% compared to 1H05, +37.0% compared to the initial target)",
    "Total revenues JPY 14,007 million (+17.4% compared to 2Q05)",
    "Operating income JPY 811 million (+59.9% compared to 2Q05)",
  ])
    expect(english).toContain(sentence);
  await kessan.switchLanguage();
  const japanese = await briefing.textOf("summary");
  expect(CLAIMS.filter(isOfJapaneseSentence).map((claim) => claim["printed"])).not.toEqual([]);
  for (const sentence of ["営業収益 140.1億円（前年同四半期比 17.4%増）", "営業利益 8.1億円（前年同四半期比 59.9%増）"])
    expect(japanese).toContain(sentence);
});

test("what does not agree with its print is told at the foot of its page", async ({ kessan }) => {
  const briefing = new BriefingPages(kessan);
  await briefing.open();
  expect(await briefing.textOf("to-date")).toContain("printed +5.6%, recomputed +5.8%: outside");
  const balance = await briefing.textOf("balance");
  expect(balance).toContain("printed 19,808, recomputed 19,892: outside");
  expect(balance).toContain("printed 20,222, recomputed 20,307: outside");
});

test("services, the new company and the group stand on their pages", async ({ kessan }) => {
  const briefing = new BriefingPages(kessan);
  await briefing.open();
  const services = [
    "IIJ Managed IPS Service",
    "IIJ SMF Service",
    "IIJ Managed VPN PRO",
    "IIJ Document Exchange Service",
  ];
  for (const service of [...services, "IIJ Secure MX Service", "iiMail", "IIJ Managed Firewall Service"])
    await expect(briefing.page("line-up").getByRole("row").filter({ hasText: service }).first()).toBeVisible();
  await expect(briefing.page("line-up").getByRole("row")).toHaveCount(1 + 8);
  const changes = await briefing.textOf("group-changes");
  for (const text of ["Net Chart Japan Inc. founded", "10 August 2006", "Yokohama, Kanagawa", "JPY 55 million"])
    expect(changes).toContain(text);
  await expect(briefing.page("group").getByRole("listitem").filter({ hasText: "Inc." })).toHaveCount(7);
  for (const share of ["72.1%", "59.3%", "100.0%", "29.4%", "30.0%", "40.0%", "97.6%"])
    await expect(briefing.page("group")).toContainText(share);
});

/** Of Chromium's own PDF: its objects stand in plain text. */
async function printed(page: Page): Promise<{ readonly sheets: number; readonly sizes: readonly string[] }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[\s*([^\]]+?)\s*\]/gu)].map(([, box = ""]) =>
    box
      .split(/\s+/u)
      .map((side) => Math.round(Number(side)))
      .join(" "),
  );
  return { sheets: pdf.match(/\/Type\s*\/Page(?![a-z])/gu)?.length ?? 0, sizes: [...new Set(sizes)] };
}

const PERIODS = [
  ["quarter", "2Q06"],
  ["quarter", "1Q04"],
  ["quarter", "3Q05"],
  ["half", "1H06"],
  ["year", "FY2005"],
] as const;

/** The fullest and the emptiest. */
const PRINTED: readonly string[] = ["2Q06", "1Q04"];

/** In points: 297 × 210 mm, 13 1/3 × 7 1/2 inches. */
const SIZES = { a4: "0 0 842 595", wide: "0 0 960 540" } as const;

for (const language of ["English", "Japanese"] as const) {
  test(`each page stands whole on a sheet of its own, in ${language}`, async ({ kessan, host }) => {
    test.slow();
    const briefing = new BriefingPages(kessan);
    if (language === "Japanese") await kessan.switchLanguage();
    await briefing.open();
    for (const paper of ["a4", "wide"] as const) {
      await briefing.choosePaper(paper);
      for (const [kind, period] of PERIODS) {
        await briefing.show(kind, period);
        await expect(briefing.pages).toHaveCount(14);
        expect(await briefing.unfit(), `${paper} ${period}`).toEqual([]);
        // Only a headless Chromium prints without a dialog, and it takes its time.
        if (host === "browser" && PRINTED.includes(period))
          expect(await printed(kessan.page), `${paper} ${period}`).toEqual({ sheets: 14, sizes: [SIZES[paper]] });
      }
    }
  });
}

test("on paper there is nothing but the pages: white, without buttons, whole", async ({ kessan }) => {
  const briefing = new BriefingPages(kessan);
  await kessan.page.emulateMedia({ colorScheme: "dark" });
  await briefing.open();
  await briefing.show("quarter", "1Q04");
  await kessan.page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await briefing.unfit()).toEqual([]);
  await expect(kessan.page.getByRole("button")).toHaveCount(0);
  const seen = await kessan.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => element.checkVisibility() && element.closest("article") === null)
      .filter((element) => element.querySelector("article") === null && element.innerText.trim() !== "")
      .map((element) => element.innerText),
  );
  expect(seen).toEqual([]);
  const colours = await briefing.pages.evaluateAll((pages) =>
    pages.map((page) => `${getComputedStyle(page).backgroundColor} ${getComputedStyle(page).color}`),
  );
  expect([...new Set(colours)]).toEqual(["rgb(255, 255, 255) rgb(26, 30, 36)"]);
});

test("a quarter of which little is known says what is missing, and leads there", async ({ kessan }) => {
  const briefing = new BriefingPages(kessan);
  await briefing.open();
  await briefing.show("quarter", "1Q04");
  await expect(briefing.pages).toHaveCount(14);
  await expect(briefing.page("to-date")).toContainText("1Q04 is the first quarter of its fiscal year");
  await expect(briefing.page("line-up")).toContainText(
    "No new service is noted between 1 April 2004 and 30 September 2004.",
  );
  await expect(briefing.page("targets")).toContainText("No targets for FY2004 are in this book.");
  await expect(briefing.missingOn("other-data")).toContainText("Not in the book yet: 1Q04: CAPEX");
  await briefing.missingOn("other-data").getByRole("button", { name: "CAPEX" }).first().click();
  await expect(kessan.grid.focused).toBeVisible();
  await kessan.page.keyboard.press("ControlOrMeta+p");
  await briefing.isDrawn();
});

test("a company of which nothing is known has fourteen pages that say so", async ({ app, kessan }) => {
  await app.open(await writeSparseBook(app.folder));
  await expect(kessan.grid.focused.or(kessan.page.getByRole("grid")).first()).toBeVisible();
  const briefing = new BriefingPages(kessan);
  for (const company of ["New Inc.", "Bare Inc."]) {
    await kessan.page.getByRole("button", { name: company, exact: true }).click();
    await briefing.open();
    await expect(briefing.pages).toHaveCount(14);
    expect(await briefing.unfit(), company).toEqual([]);
  }
  await expect(briefing.page("quarter")).toContainText("The company has no lines that this page could show.");
  await expect(briefing.page("group")).toContainText("No company of the group is in this book.");
});

test("the scope, the day, the unit and the names of periods hold for every page", async ({ kessan }) => {
  const briefing = new BriefingPages(kessan);
  await briefing.open();
  await kessan.bar.chooseAmounts("one");
  await kessan.bar.choosePeriods("year-end");
  await briefing.isDrawn();
  expect(await briefing.textOf("quarter")).toMatch(/JPY .*Total revenues 14,007,000,000/u);
  await expect(briefing.titles.nth(3)).toHaveText("Consolidated financial results for 2007/3 2Q");
  expect(await briefing.unfit(), "in yen").toEqual([]);
  await kessan.bar.chooseAmounts("entered");
  await kessan.bar.choosePeriods("deck");
  await briefing.scope.selectOption({ label: "Non-consolidated" });
  await briefing.isDrawn();
  await expect(briefing.titles.nth(3)).toHaveText("Non-consolidated financial results for 2Q06");
  await expect(briefing.footOf("quarter")).toContainText("Non-consolidated");
  expect(await briefing.unfit(), "non-consolidated").toEqual([]);
  await briefing.scope.selectOption({ label: "Consolidated" });
  await new Making(kessan).showAsOf("2006-06-30");
  await briefing.isDrawn();
  await expect(briefing.footOf("quarter")).toContainText("30 June 2006");
  await expect(briefing.page("notes")).toContainText("as it was known on 30 June 2006");
  await expect(briefing.page("notes")).not.toContainText("Results presentation 2Q06");
  expect(await briefing.unfit(), "as of a day").toEqual([]);
});

test.describe("a book of many lines", () => {
  test.use(onBook(writeLongPageBook));

  test("a page of more lines than a sheet holds is set smaller, and says how many it leaves out", async ({
    kessan,
    host,
  }) => {
    const briefing = new BriefingPages(kessan);
    await briefing.open();
    await expect(briefing.page("quarter")).toContainText(`and ${LONG_PAGE.lines - 48} lines more`);
    expect(await briefing.unfit()).toEqual([]);
    if (host === "browser") expect((await printed(kessan.page)).sheets).toBe(14);
  });
});

test("the pages go with the period of the other views, and lead back to them", async ({ kessan }) => {
  const briefing = new BriefingPages(kessan);
  await briefing.open();
  await kessan.page.keyboard.press("Alt+PageUp");
  await briefing.isDrawn();
  await expect(briefing.titles.nth(3)).toHaveText("Consolidated financial results for 1Q06");
  await briefing.root.getByRole("button", { name: "Open in Balance & cash" }).first().click();
  await new PageView(kessan, "balance").expectPeriod("1Q06");
});

test("the list of pages leads to each and marks what is not whole", async ({ kessan }) => {
  const briefing = new BriefingPages(kessan);
  await briefing.open();
  await expect(briefing.outline).toHaveCount(14);
  await expect(briefing.outline.filter({ hasText: briefing.words.incomplete })).toHaveText([
    /Services, continued/u,
    /Targets/u,
  ]);
  await briefing.outline.filter({ hasText: "Balance & cash" }).click();
  await expect(briefing.page("balance").getByRole("heading", { level: 2 })).toBeInViewport();
  await expect(briefing.page("notes").getByRole("heading", { level: 2 })).not.toBeInViewport();
});

test("Ctrl+P prints the briefing from any view, once it is drawn", async ({ kessan, host }) => {
  test.skip(host !== "browser", "The desktop app writes a file: native/print.spec.ts.");
  await kessan.page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, {
      told,
      print: () =>
        told.push(
          `${document.title}: ${document.querySelector(".briefing")?.getAttribute("aria-busy")}, ${
            document.querySelectorAll(".briefing article").length
          } pages, ${document.querySelectorAll(".slide-picture svg").length} pictures`,
        ),
    });
  });
  const told = (): Promise<string[]> => kessan.page.evaluate(() => (window as unknown as { told: string[] }).told);
  const { title } = await kessan.page.evaluate(() => ({ title: document.title }));
  await kessan.page.keyboard.press("ControlOrMeta+p");
  const once = "Internet Initiative Japan Inc. 2Q06 briefing: false, 14 pages, 7 pictures";
  await expect.poll(told).toEqual([once]);
  expect(await kessan.page.title()).toBe(title);
  const briefing = new BriefingPages(kessan);
  await briefing.printButton.click();
  await expect.poll(told).toEqual([once, once]);
});
