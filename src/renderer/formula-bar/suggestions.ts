/** What completes a word of a formula: lines by their id and their labels in either language, and functions. */
import { FUNCTIONS } from "#core/formula/functions.ts";

/** A line as people may call it. */
export interface NamedLine {
  readonly id: string;
  /** Every label it goes by; the first is the window's. */
  readonly labels: readonly string[];
}

export interface Suggestion {
  readonly kind: "line" | "function" | "word";
  readonly id: string;
  /** A line's label; empty for what has none. */
  readonly label: string;
}

/** How well a name fits what was typed; lower is better. */
const FITS = { idStart: 0, labelStart: 1, wordStart: 2, within: 3, itself: 4 } as const;

type Fit = (typeof FITS)[keyof typeof FITS];

/** Width and case of what an input method leaves play no part. */
const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

/**
 * The suggestions for a word, the best first; for an empty one all there is. Lines keep their order among
 * equals and come before functions; the line whose formula it is comes last, as it rarely rests on itself.
 */
export function suggestionsFor(word: string, lines: readonly NamedLine[], itself: string): readonly Suggestion[] {
  const wanted = folded(word);
  const found = [
    ...lines.map(({ id, labels }) => {
      const fit = fitOf(wanted, folded(id), labels.map(folded));
      const suggestion: Suggestion = { kind: "line", id, label: labels[0] ?? "" };
      return { suggestion, fit: fit !== null && id === itself ? FITS.itself : fit };
    }),
    ...Object.keys(FUNCTIONS).map((id) => {
      const suggestion: Suggestion = { kind: "function", id, label: "" };
      return { suggestion, fit: fitOf(wanted, id, []) };
    }),
  ];
  return found
    .flatMap(({ suggestion, fit }) => (fit === null ? [] : [{ suggestion, fit }]))
    .toSorted((a, b) => a.fit - b.fit)
    .map(({ suggestion }) => suggestion);
}

function fitOf(wanted: string, id: string, labels: readonly string[]): Fit | null {
  if (id.startsWith(wanted)) return FITS.idStart;
  if (labels.some((label) => label.startsWith(wanted))) return FITS.labelStart;
  if (id.includes(`_${wanted}`) || labels.some((label) => label.includes(` ${wanted}`))) return FITS.wordStart;
  return id.includes(wanted) || labels.some((label) => label.includes(wanted)) ? FITS.within : null;
}
