/** The deck's pages as live views: every figure that a page of the deck prints stands on the view that shows it. */
import { readFileSync } from "node:fs";
import papa from "papaparse";
import { formatFigure } from "#core/format-amount.ts";
import { expect, test } from "./app.ts";
import type { BookWindow } from "./pages/book-window.ts";
import { PageView, type PageName, type ReadFigure } from "./pages/page-view.ts";

type Row = Readonly<Record<string, string>>;

function table(name: string): readonly Row[] {
  const text = readFileSync(new URL(`../resources/iij/${name}`, import.meta.url), "utf8");
  return papa.parse<Row>(text.trim(), { header: true }).data;
}

const FACTS = table("facts.csv");
const CLAIMS = table("statements.csv");
const LINES = new Map(table("lines.csv").map((row) => [row["id"] ?? "", row]));

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

const TRENDS = ["Trend of Quarterly Revenues", "Trend of Quarterly Operating and Net Income (Loss)"];

/** What the deck prints otherwise than the views do, and why. */
const EXCEPTIONS: Readonly<Record<string, { readonly shown: string; readonly why: string }>> = {
  "revenue / target(revenue, initial) - 1 1H06": { shown: "+5.8%", why: "printed +5.6 %: against the revised target" },
  "ytd_change(common_stock) 2Q06": { shown: "0", why: "printed as a dash; it is a change of nothing" },
  "ytd_change(apic) 2Q06": { shown: "0", why: "printed as a dash; it is a change of nothing" },
};

/** What the two sentences in Japanese hold: they are read in Japanese, as 140.1億円. */
const isOfJapaneseSentence = (claim: Row): boolean => claim["expression"]?.endsWith("/ 100") === true;

const pagesOf = (row: Row): string[] => (row["pages"] ?? row["page"] ?? "").split(" | ");

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

const isTarget = (fact: Row): boolean => fact["basis"]?.endsWith("target") === true;

/** The label of a line, as the window's language has it. */
function labelOf(kessan: BookWindow, line: string): string {
  const row = LINES.get(line);
  return (kessan.words.app.opening.startsWith("Opening") ? row?.["label_en"] : row?.["label_ja"]) ?? line;
}

/** Whether a row is that of a line: with its unit beside it, or as the end of the cash flows. */
function isRowOf(kessan: BookWindow, { line: shown }: ReadFigure, line: string): boolean {
  const label = labelOf(kessan, line);
  return shown === label || shown.startsWith(`${label} `) || shown === kessan.words.pages.atEnd(label);
}

function isFact(kessan: BookWindow, fact: Row, figure: ReadFigure): boolean {
  const { words } = kessan;
  const { line = "", period = "", as_printed: printed = "", basis = "", scope = "consolidated" } = fact;
  if (!isRowOf(kessan, figure, line) || figure.text !== printed.replace(/ %$/u, "%")) return false;
  if (!isTarget(fact)) return figure.column.includes(period);
  const word = basis === "initial_target" ? words.pages.initial : `${words.pages.revised}|${words.pages.latest}`;
  const scopeWord = words.bar.scopes[scope === "consolidated" ? scope : "non-consolidated"];
  const [block = ""] = words.pages.block(scopeWord, period, "|").split("|");
  const isThere = figure.table.startsWith(block) || figure.table === words.pages.results;
  return isThere && new RegExp(word, "u").test(figure.column);
}

/** What a claim's figure reads like: growth and changes with their sign. */
function textOf(kessan: BookWindow, claim: Row): string {
  const { expression = "", value = "", unit = "", decimals = "1" } = claim;
  const isShare = /^\w+ \/ \w+$/u.test(expression);
  const isPoints = unit === "percentage points";
  const held = Number(value) / (unit === "%" || isPoints ? 100 : 1);
  const text = formatFigure(held, { unit, decimals: Number(decimals), negatives: "minus" });
  return `${!isShare && held > 0 ? "+" : ""}${text}${isPoints ? kessan.words.columns.points : ""}`;
}

/** The headings under which a claim stands. */
function headingOf(kessan: BookWindow, { expression = "", period = "" }: Row): RegExp {
  const { pages } = kessan.words;
  const words: readonly (readonly [RegExp, string])[] = [
    [/^\w+ \/ \w+$/u, `${period}.*${pages.share}`],
    [/^yoy\(/u, pages.yoy],
    [/^qoq\(/u, pages.qoq],
    [/^qoq_change\(\w+_ratio\)/u, pages.qoq],
    [/^yoy_change\(\w+_ratio\)/u, pages.yoy],
    [/^qoq_change\(/u, pages.qoqChange],
    [/^yoy_change\(/u, `${pages.yoyChange}|${pages.change}`],
    [/^ytd_change\(/u, pages.change],
    [/initial\)/u, pages.againstInitial],
  ];
  return new RegExp(words.find(([form]) => form.test(expression))?.[1] ?? "^$", "u");
}

function isClaim(kessan: BookWindow, claim: Row, figure: ReadFigure): boolean {
  const { expression = "", period = "" } = claim;
  const line = /(?:\(|^)(?<line>[a-z_]{3,})(?:\)| \/)/u.exec(expression)?.groups?.["line"] ?? "";
  const exception = EXCEPTIONS[`${expression} ${period}`];
  const text = exception?.shown ?? textOf(kessan, claim);
  return isRowOf(kessan, figure, line) && figure.text === text && headingOf(kessan, claim).test(figure.column);
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
