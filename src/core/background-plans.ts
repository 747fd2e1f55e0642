/** What a book tells besides figures: events, the companies of the group, and the facts about each. */
import type { Affiliate, Book, Event, Particular } from "#core/book.ts";
import { changedRows, newId, planRow, type RowPlan } from "#core/row-plans.ts";

export type EventDraft = Omit<Event, "id" | "company">;
export type AffiliateDraft = Omit<Affiliate, "id" | "company" | "position">;
export type ParticularDraft = Omit<Particular, "id" | "company" | "affiliate" | "position">;

/** Adds an event, or has one as the draft says; null where it is so already. @param before null: a new one */
export function planEvent(book: Book, company: string, before: Event | null, draft: EventDraft): RowPlan | null {
  const after: Event = { ...(before ?? { id: newId(`${company}-event`, book.events), company }), ...draft };
  return planRow("events", before, after, "events");
}

export const planRemoveEvent = (event: Event): RowPlan | null => planRow("events", event, null, "events");

const after = (rows: readonly { readonly position: number }[]): number =>
  Math.max(-1, ...rows.map(({ position }) => position)) + 1;

/** Adds a company to the group, last, or has one as the draft says. @param before null: a new one */
export function planAffiliate(
  book: Book,
  company: string,
  before: Affiliate | null,
  draft: AffiliateDraft,
): RowPlan | null {
  const own = book.affiliates.filter((each) => each.company === company);
  const kept = before ?? { id: newId(`${company}-affiliate`, book.affiliates), company, position: after(own) };
  return planRow("affiliates", before, { ...kept, ...draft }, "group");
}

/** The companies that one of the group could be held by without being held by itself. @param id null: a new one */
export function holdersFor(book: Book, company: string, id: string | null): readonly Affiliate[] {
  const own = book.affiliates.filter((each) => each.company === company);
  const below = new Set<string | null>(id === null ? [] : [id]);
  for (let size = -1; size !== below.size;) {
    size = below.size;
    for (const each of own) if (each.holder !== null && below.has(each.holder)) below.add(each.id);
  }
  return own.filter((each) => !below.has(each.id)).toSorted((a, b) => a.position - b.position);
}

/** Takes a company out of the group with the facts about it; what it held is held by its holder. */
export function planRemoveAffiliate(book: Book, gone: Affiliate): RowPlan {
  return {
    changes: [
      ...changedRows("particulars", book.particulars, (row) => (row.affiliate === gone.id ? null : row)),
      ...changedRows("affiliates", book.affiliates, (row) =>
        row.id === gone.id ? null : row.holder === gone.id ? { ...row, holder: gone.holder } : row,
      ),
    ],
    deed: { kind: "group", count: 1 },
  };
}

/** The facts about the company, or about one of its group, in their order. @param affiliate null: the company itself */
export const particularsOf = (book: Book, company: string, affiliate: string | null): readonly Particular[] =>
  book.particulars
    .filter((each) => each.company === company && each.affiliate === affiliate)
    .toSorted((a, b) => a.position - b.position);

/** Adds a fact about a company, last, or has one as the draft says. @param before null: a new one */
export function planParticular(
  book: Book,
  of: Pick<Particular, "company" | "affiliate">,
  before: Particular | null,
  draft: ParticularDraft,
): RowPlan | null {
  const own = book.particulars.filter(({ company }) => company === of.company);
  const kept = before ?? {
    id: newId(`${of.company}-particular`, book.particulars),
    company: of.company,
    affiliate: of.affiliate,
    position: after(own),
  };
  return planRow("particulars", before, { ...kept, ...draft }, "group");
}

export const planRemoveParticular = (row: Particular): RowPlan | null => planRow("particulars", row, null, "group");
