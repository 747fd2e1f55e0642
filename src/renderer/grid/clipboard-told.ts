import type { PastePlan } from "#core/paste-plan.ts";

/** What a person is told after copying or pasting. */
export type ClipboardTold =
  | ({
      readonly what: "pasted";
      readonly entered: number;
      /** Lines out of sight among those that were pasted over: they were passed over. */
      readonly hidden: number;
    } & Pick<PastePlan, "unchanged" | "skipped" | "clipped" | "headings">)
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
  told.what === "copied" ||
  (told.what === "pasted" && told.skipped.size === 0 && told.clipped === 0 && !isPartly(told));

/** Whether less went in than the table or the place seemed to hold. */
const isPartly = ({ hidden, headings }: Extract<ClipboardTold, { readonly what: "pasted" }>): boolean =>
  hidden > 0 || headings.labels || headings.periods;
