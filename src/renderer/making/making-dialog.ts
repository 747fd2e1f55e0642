/** What stands in front of the window while something of the book is made or changed. A null id: a new one. */
import type { Place } from "../state/place.ts";

export type MakingDialog =
  | { readonly kind: "as-of" }
  | { readonly kind: "source"; readonly source: string | null }
  | { readonly kind: "claim"; readonly claim: string | null }
  | { readonly kind: "restate"; readonly place: Place }
  /** `boundary` and `line` are what a new one begins with. */
  | { readonly kind: "break"; readonly id: string | null; readonly line: string | null; readonly boundary: number }
  | { readonly kind: "lock"; readonly boundary: number }
  | { readonly kind: "company"; readonly company: string | null }
  | { readonly kind: "remove-company"; readonly company: string }
  | { readonly kind: "new-book" }
  | { readonly kind: "comment"; readonly note: string | null }
  | { readonly kind: "event"; readonly event: string | null }
  | { readonly kind: "affiliate"; readonly affiliate: string | null }
  /** A fact about a company of the group; `affiliate` null: about the company itself. */
  | { readonly kind: "particular"; readonly affiliate: string | null; readonly particular: string | null };

export type MakingNotice =
  /** What is known as of a date is shown, and cannot be edited. */
  | { readonly kind: "as-of"; readonly date: string }
  /** A quarter that an entry would have changed; the first of them. */
  | { readonly kind: "locked"; readonly boundary: number; readonly reason: string };
