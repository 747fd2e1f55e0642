/** Breaks of a series: figures before a period are not comparable with those from it on. */
import type { Book, Break } from "#core/book.ts";
import { newId, planRow, type RowPlan } from "#core/row-plans.ts";

/** What a person says of a break. */
export type BreakDraft = Omit<Break, "id" | "company">;

/** Adds a break, or has one as the draft says; null where it is so already. @param before null: a new one */
export function planBreak(book: Book, company: string, before: Break | null, draft: BreakDraft): RowPlan | null {
  const after: Break = { ...(before ?? { id: newId(`${company}-break`, book.breaks), company }), ...draft };
  return planRow("breaks", before, after, "breaks");
}

export const planRemoveBreak = (row: Break): RowPlan | null => planRow("breaks", row, null, "breaks");

/** The break of a line, or of every line, at a boundary; null: there is none. */
export const breakAt = (book: Book, company: string, line: string | null, boundary: number): Break | null =>
  book.breaks.find((row) => row.company === company && row.line === line && row.boundary === boundary) ?? null;
