/** The sample book and what its pages are asked, for tests. */
import { readFileSync } from "node:fs";
import type { Scope } from "#core/book.ts";
import type { PageAsk, PageCell } from "#core/pages/page-cell.ts";
import { parsePeriod } from "#core/period-labels.ts";
import type { Span } from "#core/timeline.ts";
import { readDigitisedDeck } from "#ingest/digitised-deck.ts";

const table = (name: string): string => readFileSync(new URL(`../../resources/iij/${name}`, import.meta.url), "utf8");

export const { book } = readDigitisedDeck(JSON.parse(table("book.json")), {
  lines: table("lines.csv"),
  facts: table("facts.csv"),
  statements: table("statements.csv"),
  commentary: table("commentary.csv"),
  services: table("services.csv"),
  group: table("group.csv"),
  overview: table("overview.csv"),
});

const MARCH = { yearEndMonth: 3, fyNamedBy: "start" } as const;

export function spanOf(label: string): Span {
  const period = parsePeriod(label, MARCH);
  if ("problem" in period) throw new RangeError(label);
  return period.span;
}

export const ask = (label: string, scope: Scope = "consolidated", asOf: string | null = null): PageAsk => ({
  company: "iij",
  scope,
  span: spanOf(label),
  asOf,
});

/** What a cell shows: percentages to a tenth of a percent, amounts as they are; or the word for its gap. */
export function shown(cell: PageCell | null | undefined): number | string | null {
  if (cell === null || cell === undefined) return null;
  const { value, gap, unit } = cell;
  if (value === null) return gap?.growth ?? gap?.gap ?? null;
  const isPercent = unit === "%" || unit === "percentage points";
  return isPercent ? Number((value * 100).toFixed(1)) : Number(value.toFixed(3));
}
