/** Gaps in words, for a person, in both languages. */
import type { Basis, Language } from "#core/book.ts";
import type { Gap, GrowthWord, Need, PartSum } from "#core/gaps.ts";

const GROWTH: Readonly<Record<GrowthWord, Readonly<Record<Language, string>>>> = {
  "turned-to-profit": { en: "turned to profit", ja: "黒字転換" },
  "turned-to-loss": { en: "turned to loss", ja: "赤字転落" },
  "loss-widened": { en: "loss widened", ja: "赤字拡大" },
  "loss-narrowed": { en: "loss narrowed", ja: "赤字縮小" },
  "from-zero": { en: "the base is zero", ja: "比較対象がゼロ" },
};

/** How a result turned, where growth in percent would mislead: `turned to profit`, 黒字転換. */
export const growthWords = (growth: GrowthWord, language: Language): string => GROWTH[growth][language];

const PLAIN: Readonly<Record<Exclude<Gap["gap"], "needs">, Readonly<Record<Language, string>>>> = {
  "not-entered": { en: "not entered", ja: "未入力" },
  "does-not-exist": { en: "does not exist", ja: "該当なし" },
  "not-meaningful": { en: "not meaningful", ja: "算出不適" },
  "division-by-zero": { en: "division by zero", ja: "ゼロ除算" },
  cycle: { en: "the formula goes round in a circle", ja: "数式が循環しています" },
  "not-comparable": { en: "not comparable across a break", ja: "区分変更のため比較不可" },
  "no-such-span": { en: "no such figure for this period", ja: "この期間には値がありません" },
};

const BASIS: Readonly<Record<Basis, Readonly<Record<Language, string>>>> = {
  actual: { en: " (actual)", ja: "（実績）" },
  target: { en: " (target)", ja: "（会社予想）" },
  estimate: { en: " (estimate)", ja: "（独自予想）" },
};

const basisWords = ({ basis }: Need, language: Language): string => (basis === undefined ? "" : BASIS[basis][language]);

/** More cells than this would not fit a line; the rest is counted. */
const NAMED = 3;

/**
 * Why there is no value, as a phrase: `not meaningful: turned to profit`, `needs Total costs 1Q04`,
 * `needs Revenue FY2006 (target)`,
 * `needs Total costs 3Q06; 2 of 3 entered: 9,876`.
 */
export function describeGap(
  gap: Gap,
  language: Language,
  needName: (need: Need) => string,
  sumText: (sum: PartSum) => string,
): string {
  if (gap.gap !== "needs") {
    const plain = PLAIN[gap.gap][language];
    if (gap.growth === undefined) return plain;
    return language === "ja"
      ? `${plain}（${growthWords(gap.growth, "ja")}）`
      : `${plain}: ${growthWords(gap.growth, "en")}`;
  }
  const needs = gap.needs ?? [];
  const names = needs.slice(0, NAMED).map((need) => needName(need) + basisWords(need, language));
  const more = needs.length - names.length;
  const { entered } = gap;
  if (language === "ja") {
    const list = names.join("、") + (more > 0 ? `、ほか${more}件` : "");
    const there = entered === undefined ? "" : `、${entered.of}件中${entered.count}件入力済み：${sumText(entered.sum)}`;
    return `${list}が必要${there}`;
  }
  const list = names.join(", ") + (more > 0 ? ` and ${more} more` : "");
  const there = entered === undefined ? "" : `; ${entered.count} of ${entered.of} entered: ${sumText(entered.sum)}`;
  return `needs ${list}${there}`;
}
