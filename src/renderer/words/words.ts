/** The dictionaries, and sentences put together from them. */
import type { Language } from "#core/book.ts";
import type { Deed } from "#core/changes.ts";
import type { Span } from "#core/timeline.ts";
import { unitOf } from "#core/units.ts";
import { en, type Dictionary } from "./en.ts";
import { ja } from "./ja.ts";

export type Words = Dictionary;

export const WORDS: Readonly<Record<Language, Words>> = { en, ja };

/** `JPY million` as the language writes it: 百万円. A unit that the dictionary does not know stays as it is. */
export function unitLabel(unit: string, words: Words): string {
  const { kind, currency } = unitOf(unit);
  if (kind === "percent") return words.units.percent;
  if (kind === "points") return words.units.points;
  if (currency === null) return words.units.counts[unit] ?? unit;
  const scale = unit.slice(currency.length + 1);
  const scaleWord = Object.entries(words.units.scales).find(([name]) => name === scale)?.[1] ?? scale;
  return words.units.money(words.units.currencies[currency] ?? currency, scaleWord);
}

/** What a journal entry did, for a tooltip. */
export function deedText(
  deed: Deed,
  words: Words,
  labelOf: (line: string) => string,
  periodOf: (span: Span) => string,
): string {
  const { kind, line, span, count } = deed;
  const named = words.deeds.cell(line === undefined ? "" : labelOf(line), span === undefined ? "" : periodOf(span));
  return words.deeds[kind](named === "" ? countedText(kind, count, words) : named);
}

/** What was touched where it is not one cell, row or column. */
function countedText(kind: Deed["kind"], count: number, { deeds }: Words): string {
  if (kind === "notes") return deeds.noted;
  return kind === "lines" || kind === "formula" ? deeds.rows(count) : deeds.figures(count);
}

/** Why a question was refused. A code from a newer version is told as a fault inside. */
export function faultText(code: string, words: Words): string {
  return Object.entries(words.faults).find(([name]) => name === code)?.[1] ?? words.faults.internal;
}
