/** What is told after copying or pasting, in sentences. */
import type { SkipReason } from "#core/paste-plan.ts";
import type { Words } from "../words/words.ts";
import type { ClipboardTold } from "./clipboard-told.ts";

type Pasted = Extract<ClipboardTold, { readonly what: "pasted" }>;

export function toldText(told: ClipboardTold, { clipboard }: Words): string {
  switch (told.what) {
    case "refused":
      return clipboard.refused[told.why];
    case "copied":
      return clipboard.copied(told.text);
    case "pasted":
      return pastedText(told, clipboard);
  }
}

/** `12 pasted, 3 skipped: not a number (2), another unit (1).` */
function pastedText(
  { entered, unchanged, skipped, clipped, hidden, headings }: Pasted,
  words: Words["clipboard"],
): string {
  const counts = [...skipped].toSorted(([, a], [, b]) => b - a);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const reasons = counts.map(([reason, count]: [SkipReason, number]) => words.reason(words.reasons[reason], count));
  const parts = [
    words.pasted(entered),
    unchanged > 0 ? words.unchanged(unchanged) : "",
    total > 0 ? words.skipped(total, reasons.join(words.between)) : "",
    clipped > 0 ? words.clipped(clipped) : "",
  ];
  const sentences = [
    words.sentence(parts.filter((part) => part !== "").join(words.between)),
    headings.labels && headings.periods ? words.headings.both : "",
    headings.labels && !headings.periods ? words.headings.labels : "",
    headings.periods && !headings.labels ? words.headings.periods : "",
    hidden > 0 ? words.hidden(hidden) : "",
  ];
  return sentences.filter((sentence) => sentence !== "").join(words.space);
}
