/** Sources: the published documents of a company, and what hangs on each. */
import type { Book, Source } from "#core/book.ts";
import { changedRows, newId, planRow, rowChange, type RowPlan } from "#core/row-plans.ts";

/** What a person says of a source. */
export type SourceDraft = Omit<Source, "id" | "company">;

/** Why a source cannot be as the draft has it. */
export type SourceRefusal = "no-title" | "no-date" | "title-is-taken";

/** How much of the book rests on a source. */
export interface SourceUse {
  readonly facts: number;
  readonly claims: number;
  readonly notes: number;
  readonly events: number;
}

/** Whether a text is a day of the calendar, or a month of it: `2006-11-02`, `2006-11`. */
export function isDate(text: string): boolean {
  const read = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(text);
  if (read === null) return false;
  const [year, month, day] = [Number(read[1]), Number(read[2]), Number(read[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  // The calendar turns the 31st of June into the 1st of July.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** What speaks against a draft. Two sources of one name could not be told apart where one is chosen. @param id null: a new one */
export function refusalsOfSource(book: Book, company: string, id: string | null, draft: SourceDraft): SourceRefusal[] {
  const title = draft.title.trim();
  const isTaken = book.sources.some(
    (other) =>
      other.company === company && other.id !== id && other.title === title && other.published === draft.published,
  );
  return [
    ...(title === "" ? (["no-title"] as const) : isTaken ? (["title-is-taken"] as const) : []),
    ...(draft.published === null || isDate(draft.published) ? [] : (["no-date"] as const)),
  ];
}

/** Adds a source, or has one as the draft says; null where it is so already. @param id null: a new one */
export function planSource(book: Book, company: string, id: string | null, draft: SourceDraft): RowPlan | null {
  const before = book.sources.find((source) => source.id === id) ?? null;
  const after = {
    ...(before ?? { id: newId(`${company}-source`, book.sources), company }),
    ...draft,
    title: draft.title.trim(),
  };
  return planRow("sources", before, after, "sources");
}

export const usesOfSource = (book: Book, id: string): SourceUse => {
  const count = (rows: readonly { readonly source: string | null }[]): number =>
    rows.filter(({ source }) => source === id).length;
  return {
    facts: count(book.facts),
    claims: count(book.statements),
    notes: count(book.notes),
    events: count(book.events),
  };
};

/** Takes a source away; its commentary and events stay without one. Null while figures or claims come from it. */
export function planRemoveSource(book: Book, source: Source): RowPlan | null {
  const { facts, claims } = usesOfSource(book, source.id);
  if (facts + claims > 0) return null;
  const without = <Row extends { readonly source: string | null }>(row: Row): Row =>
    row.source === source.id ? { ...row, source: null } : row;
  return {
    changes: [
      ...changedRows("notes", book.notes, without),
      ...changedRows("events", book.events, without),
      rowChange("sources", source, null),
    ],
    deed: { kind: "sources", count: 1 },
  };
}
