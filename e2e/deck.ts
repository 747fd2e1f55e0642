/** What the reference deck prints, out of the app's own resources, and how a figure on screen is known to be it. */
import { readFileSync } from "node:fs";
import papa from "papaparse";
import { formatFigure } from "#core/format-amount.ts";
import type { InWindow } from "./pages/book-window.ts";
import type { ReadFigure } from "./pages/read-figures.ts";

export type Row = Readonly<Record<string, string>>;

function table(name: string): readonly Row[] {
  const text = readFileSync(new URL(`../resources/iij/${name}`, import.meta.url), "utf8");
  return papa.parse<Row>(text.trim(), { header: true }).data;
}

export const FACTS = table("facts.csv");
export const CLAIMS = table("statements.csv");
const LINES = new Map(table("lines.csv").map((row) => [row["id"] ?? "", row]));

export const TRENDS = ["Trend of Quarterly Revenues", "Trend of Quarterly Operating and Net Income (Loss)"];

/** What the deck prints otherwise than the views do, and why. */
const EXCEPTIONS: Readonly<Record<string, { readonly shown: string; readonly why: string }>> = {
  "revenue / target(revenue, initial) - 1 1H06": { shown: "+5.8%", why: "printed +5.6 %: against the revised target" },
  "ytd_change(common_stock) 2Q06": { shown: "0", why: "printed as a dash; it is a change of nothing" },
  "ytd_change(apic) 2Q06": { shown: "0", why: "printed as a dash; it is a change of nothing" },
};

/** What the two sentences in Japanese hold: they are read in Japanese, as 140.1億円. */
export const isOfJapaneseSentence = (claim: Row): boolean => claim["expression"]?.endsWith("/ 100") === true;

export const pagesOf = (row: Row): string[] => (row["pages"] ?? row["page"] ?? "").split(" | ");

const isTarget = (fact: Row): boolean => fact["basis"]?.endsWith("target") === true;

/** The label of a line, as the window's language has it. */
function labelOf(kessan: InWindow, line: string): string {
  const row = LINES.get(line);
  return (kessan.words.app.opening.startsWith("Opening") ? row?.["label_en"] : row?.["label_ja"]) ?? line;
}

/** Whether a row is that of a line: with its unit beside it, as the end of the cash flows, or as what goes off. */
function isRowOf(kessan: InWindow, { line: shown }: ReadFigure, line: string): boolean {
  const label = labelOf(kessan, line);
  const { atEnd, less } = kessan.words.pages;
  return shown === label || shown.startsWith(`${label} `) || shown === atEnd(label) || shown === less(label);
}

export function isFact(kessan: InWindow, fact: Row, figure: ReadFigure): boolean {
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
function textOf(kessan: InWindow, claim: Row): string {
  const { expression = "", value = "", unit = "", decimals = "1" } = claim;
  const isShare = /^\w+ \/ \w+$/u.test(expression);
  const isPoints = unit === "percentage points";
  const held = Number(value) / (unit === "%" || isPoints ? 100 : 1);
  const text = formatFigure(held, { unit, decimals: Number(decimals), negatives: "minus" });
  return `${!isShare && held > 0 ? "+" : ""}${text}${isPoints ? kessan.words.columns.points : ""}`;
}

/** The headings under which a claim stands. */
function headingOf(kessan: InWindow, { expression = "", period = "" }: Row): RegExp {
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

export function isClaim(kessan: InWindow, claim: Row, figure: ReadFigure): boolean {
  const { expression = "", period = "" } = claim;
  const line = /(?:\(|^)(?<line>[a-z_]{3,})(?:\)| \/)/u.exec(expression)?.groups?.["line"] ?? "";
  const exception = EXCEPTIONS[`${expression} ${period}`];
  const text = exception?.shown ?? textOf(kessan, claim);
  return isRowOf(kessan, figure, line) && figure.text === text && headingOf(kessan, claim).test(figure.column);
}
