/** How the window shows things: theme, negative figures, the unit of amounts, names of periods; in both languages. */
import type { PeriodStyle } from "#core/period-labels.ts";
import type { AmountScale } from "#core/units.ts";
import type { DictionaryOf } from "./dictionary.ts";

export const en = {
  theme: "Theme",
  themes: { system: "System", light: "Light", dark: "Dark" },
  negatives: "Negative figures",
  negativeStyles: { parentheses: "(1,234)", triangle: "△1,234" },
  amounts: "Amounts in",
  amountScales: {
    entered: "As entered",
    one: "Ones",
    thousand: "Thousands",
    million: "Millions",
    "100 million": "100 millions (億)",
    billion: "Billions",
  } satisfies Record<AmountScale, string>,
  amountsAre: (unit: string) => `Amounts in ${unit}`,
  amountsHint: "What is stored and exported stays in each line’s own unit.",
  periods: "Periods",
  /** The same quarter in each style. */
  periodStyles: {
    deck: "2Q06",
    "year-end": "2007/3 2Q",
    filing: "2007年3月期 第2四半期",
    fiscal: "Q2 FY2006",
  } satisfies Record<PeriodStyle, string>,
  /** The names of commands. */
  showAmounts: (scale: string) => `Show amounts: ${scale}`,
  showPeriods: (style: string) => `Name periods: ${style}`,
  showNegatives: (style: string) => `Negative figures: ${style}`,
  /** Beside a text that is being typed: its unit, and what it comes to in the line’s own. */
  typedAs: (shown: string, amount: string, own: string) => `${shown} → ${amount} ${own}`,
  inFull: (amount: string, unit: string) => `In full: ${amount} ${unit}`,
} as const;

export const ja: DictionaryOf<typeof en> = {
  theme: "テーマ",
  themes: { system: "自動", light: "ライト", dark: "ダーク" },
  negatives: "マイナスの表記",
  negativeStyles: { parentheses: "(1,234)", triangle: "△1,234" },
  amounts: "金額の単位",
  amountScales: {
    entered: "入力のまま",
    one: "一（円）",
    thousand: "千",
    million: "百万",
    "100 million": "億",
    billion: "十億",
  },
  amountsAre: (unit) => `金額：${unit}`,
  amountsHint: "保存と書き出しは各科目の単位のままです。",
  periods: "期間の表記",
  periodStyles: {
    deck: "2Q06",
    "year-end": "2007/3 2Q",
    filing: "2007年3月期 第2四半期",
    fiscal: "Q2 FY2006",
  },
  showAmounts: (scale) => `金額の単位：${scale}`,
  showPeriods: (style) => `期間の表記：${style}`,
  showNegatives: (style) => `マイナスの表記：${style}`,
  typedAs: (shown, amount, own) => `${shown} → ${amount} ${own}`,
  inFull: (amount, unit) => `全桁：${amount} ${unit}`,
};
