import type { PastePlan } from "#core/paste-plan.ts";

/** What a person is told after copying or pasting. */
export type ClipboardTold =
  | ({ readonly what: "pasted"; readonly entered: number } & Pick<PastePlan, "unchanged" | "skipped" | "clipped">)
  /** A figure of the status bar was copied. */
  | { readonly what: "copied"; readonly text: string }
  | { readonly what: "refused"; readonly why: ClipboardRefusal };

export type ClipboardRefusal =
  /** Several ranges that make no table. */
  | "copy-ranges"
  /** A table larger than a cell, and several ranges to put it. */
  | "paste-ranges"
  /** There is no text to paste, such as when it is a picture. */
  | "no-text"
  /** More characters than a table of figures has. */
  | "too-long"
  /** More figures than the book takes at once. */
  | "too-many"
  /** Only the key may read the clipboard. */
  | "paste-key"
  /** The system did not take what was copied. */
  | "not-copied";

/** Whether all went as meant: such news goes by itself. */
export const isGoodNews = (told: ClipboardTold): boolean =>
  told.what === "copied" || (told.what === "pasted" && told.skipped.size === 0 && told.clipped === 0);
