/** Copying and pasting, in both languages. */
import type { SkipReason } from "#core/paste-plan.ts";
import type { ClipboardRefusal } from "../grid/clipboard-told.ts";
import type { DictionaryOf } from "./dictionary.ts";

export const en = {
  cut: "Cut",
  copy: "Copy",
  copyExact: "Copy with all digits",
  copyHeaded: "Copy with labels and periods",
  paste: "Paste",
  copied: (text: string) => `Copied ${text}.`,
  pasted: (count: number) => (count === 0 ? "Nothing entered" : `${count} pasted`),
  unchanged: (count: number) => `${count} as they were`,
  skipped: (count: number, reasons: string) => `${count} skipped: ${reasons}`,
  clipped: (count: number) => `${count} beyond the edge of the grid`,
  reason: (reason: string, count: number) => `${reason} (${count})`,
  reasons: {
    "not-a-number": "not a number",
    grouping: "commas that do not group by three",
    points: "several decimal points",
    sign: "two signs or an open parenthesis",
    percent: "a percentage among amounts",
    unit: "another unit",
    "too-long": "more digits than can be kept",
    "which-unit": "a size that fits another unit than the one shown; add the unit, or show amounts as entered",
    heading: "a heading",
    twice: "two texts for one figure",
  } satisfies Record<SkipReason, string>,
  between: ", ",
  sentence: (parts: string) => `${parts}.`,
  refused: {
    "copy-ranges":
      "Nothing was copied. Several ranges can be copied where they have the same rows or the same columns.",
    "paste-ranges": "Nothing was pasted. Choose one place for a table; only a single figure goes to several.",
    "no-text": "There is no text on the clipboard to paste.",
    "too-long": "Nothing was pasted: the text has more than four million characters. Copy fewer cells at a time.",
    "too-many":
      "Nothing was pasted: the book takes at most 24,000 figures at once, fewer with long texts. Copy fewer cells at a time.",
    "paste-key": "Only the key may read the clipboard: press Ctrl+V in the grid.",
    "not-copied": "Nothing was copied: the system did not take it. Try again.",
  } satisfies Record<ClipboardRefusal, string>,
  status: {
    label: "The selected figures",
    sum: "Sum",
    average: "Average",
    count: "Count",
    least: "Min",
    greatest: "Max",
    copy: (name: string) => `Copy: ${name}`,
    inUnit: (text: string, unit: string) => `${text} ${unit}`,
    /** One figure of several, read out: `Sum 26,444 JPY million`. */
    item: (name: string, text: string) => `${name} ${text}`,
    between: ", ",
  },
} as const;

export const ja: DictionaryOf<typeof en> = {
  cut: "切り取り",
  copy: "コピー",
  copyExact: "全桁でコピー",
  copyHeaded: "科目名と期間を付けてコピー",
  paste: "貼り付け",
  copied: (text) => `${text} をコピーしました。`,
  pasted: (count) => (count === 0 ? "入力なし" : `${count}件を貼り付け`),
  unchanged: (count) => `${count}件は元のまま`,
  skipped: (count, reasons) => `${count}件を除外：${reasons}`,
  clipped: (count) => `${count}件は表の外`,
  reason: (reason, count) => `${reason}（${count}件）`,
  reasons: {
    "not-a-number": "数値でない",
    grouping: "カンマが3桁区切りでない",
    points: "小数点が複数ある",
    sign: "符号が二つある、または括弧が閉じていない",
    percent: "金額の行にパーセント",
    unit: "単位が異なる",
    "too-long": "桁数が多すぎる",
    "which-unit": "表示単位と桁が合わない（単位を付けるか、「入力のまま」の表示にしてください）",
    heading: "見出し行",
    twice: "同じ数値に異なる値",
  },
  between: "、",
  sentence: (parts) => `${parts}。`,
  refused: {
    "copy-ranges": "コピーしませんでした。複数の範囲は、行または列がそろっている場合にコピーできます。",
    "paste-ranges":
      "貼り付けませんでした。表を貼り付ける場所を一つ選んでください。複数の範囲に貼り付けられるのは一つの数値だけです。",
    "no-text": "クリップボードに貼り付けられる文字がありません。",
    "too-long": "貼り付けませんでした。文字数が400万を超えています。セルを減らしてコピーしてください。",
    "too-many":
      "貼り付けませんでした。一度に入力できるのは24,000件まで（文字数が多い場合はそれ以下）です。セルを減らしてコピーしてください。",
    "paste-key": "クリップボードを読めるのはキー操作だけです。表の中で Ctrl+V を押してください。",
    "not-copied": "コピーできませんでした。もう一度お試しください。",
  },
  status: {
    label: "選択した数値",
    sum: "合計",
    average: "平均",
    count: "個数",
    least: "最小",
    greatest: "最大",
    copy: (name) => `${name}をコピー`,
    inUnit: (text, unit) => `${text} ${unit}`,
    item: (name, text) => `${name} ${text}`,
    between: "、",
  },
};
