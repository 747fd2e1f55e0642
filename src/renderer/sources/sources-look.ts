/** What of the view of sources and notes is shown. */

export const SOURCES_PARTS = ["sources", "claims", "comments", "events", "group", "facts", "marks"] as const;

export type SourcesPart = (typeof SOURCES_PARTS)[number];

export interface SourcesLook {
  readonly part: SourcesPart;
  /** The source whose claims are listed; null: all. */
  readonly source: string | null;
  /** The `spanKey` of the period whose commentary is listed; null: all. */
  readonly period: string | null;
  /** The company of the group whose facts are shown; null: the company itself; undefined: nobody chose one. */
  readonly affiliate: string | null | undefined;
}

export const FIRST_LOOK: SourcesLook = { part: "sources", source: null, period: null, affiliate: undefined };
