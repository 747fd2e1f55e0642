/** Consequences of a change of lines, in words. */
import type { Language } from "#core/book.ts";
import { problemWords } from "#core/formula/problem-words.ts";
import type { LineEffect, LineRefusal } from "#core/line-consequences.ts";
import type { Words } from "../words/words.ts";
import { unitLabel } from "../words/words.ts";

/** More names than this are counted. */
const MOST_NAMES = 4;

export function namesText(
  lines: readonly string[],
  labelOf: (line: string) => string,
  { lines: words }: Words,
): string {
  const names = lines.slice(0, MOST_NAMES).map(labelOf).join(words.between);
  return lines.length > MOST_NAMES ? words.more(names, lines.length - MOST_NAMES) : names;
}

export function refusalText(
  refusal: LineRefusal,
  id: string,
  labelOf: (line: string) => string,
  words: Words,
  language: Language,
): string {
  const { refusals } = words.lines;
  switch (refusal.why) {
    case "no-label":
    case "no-unit":
    case "under-itself":
      return refusals[refusal.why];
    case "id-is-no-name":
    case "id-is-taken":
      return refusals[refusal.why](id);
    case "figures-elsewhere":
      return refusals["figures-elsewhere"][refusal.at](refusal.count);
    case "formulas-break":
      return refusals["formulas-break"](namesText(refusal.lines, labelOf, words));
    case "formula": {
      const { code, word, from, circle } = refusal.objection;
      if (code === "circle") return `${words.formulaBar.circle} ${circle.map(labelOf).join(" → ")}`;
      if (code === "unit") return unitClashText(word, words);
      return `${refusals.at(word, from + 1)}${words.formulaBar.sentence(problemWords({ code, word }, language))}`;
    }
  }
}

/** That a formula gives shares where the line holds amounts, or the other way round. @param units both, with a comma */
export function unitClashText(units: string, words: Words): string {
  const [gives = "", line = ""] = units.split(", ");
  return words.formulaBar.hints.unit(unitLabel(gives, words), unitLabel(line, words));
}

export function effectText(effect: LineEffect, labelOf: (line: string) => string, words: Words): string {
  const { effects } = words.lines;
  switch (effect.what) {
    case "companies":
    case "children":
    case "claims-break":
      return effects[effect.what](effect.count);
    case "kind":
      return effects.kinds[effect.to];
    case "unit":
      return effects.unit(effect.figures, unitLabel(effect.from, words), unitLabel(effect.to, words));
    case "formula-added":
    case "formula-changed":
      return effects[effect.what](effect.figures);
    case "formula-removed":
      return effects["formula-removed"];
    case "rests":
    case "sums-of-children":
      return effects[effect.what](namesText(effect.lines, labelOf, words));
    case "renamed":
      return effects.renamed(effect.formulas, effect.claims, effect.figures);
  }
}
