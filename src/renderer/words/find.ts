/** Finding and going, in both languages. */
import type { DictionaryOf } from "./dictionary.ts";

export const en = {
  find: "Find…",
  next: "Find next",
  previous: "Find previous",
  label: "Find",
  placeholder: "Label, figure or note",
  close: "Close",
  none: "Nothing found",
  count: (count: number) => (count === 1 ? "1 found" : `${count} found`),
  position: (at: number, count: number) => `${at} of ${count}`,
  hiddenAmong: (count: number) =>
    count === 1 ? "1 is hidden; going there shows it" : `${count} are hidden; going there shows them`,
  elsewhereAmong: (count: number) => `${count} in other columns`,
  goToPeriod: (period: string, range: string) => `Go to ${period} (${range})`,
  what: {
    line: "line",
    printed: "printed",
    claim: "printed",
    note: "note",
  },
  between: ", ",
  go: "Go to…",
  goLabel: "Go to",
  goPlaceholder: "2Q06, operating income, or both",
  goHint: "A period such as 2Q06, 1H06, FY2006 or 2007/3 2Q, a line such as operating income, or both.",
  unknown: (text: string) => `“${text}” is no line and no period of this book.`,
  otherYearEnd: (month: string) => `This company’s years end in ${month}.`,
  opens: "opens empty periods up to there",
  outside: (period: string, from: string, to: string) =>
    `${period} is too far from this book, which goes from ${from} to ${to}.`,
} as const;

export const ja: DictionaryOf<typeof en> = {
  find: "検索…",
  next: "次を検索",
  previous: "前を検索",
  label: "検索",
  placeholder: "科目名・数値・メモ",
  close: "閉じる",
  none: "見つかりません",
  count: (count) => `${count}件`,
  position: (at, count) => `${count}件中 ${at}件目`,
  hiddenAmong: (count) => `うち${count}件は非表示（移動すると表示されます）`,
  elsewhereAmong: (count) => `うち${count}件は別の列表示`,
  goToPeriod: (period, range) => `${period}（${range}）へ移動`,
  what: {
    line: "科目",
    printed: "開示値",
    claim: "開示値",
    note: "メモ",
  },
  between: "、",
  go: "移動…",
  goLabel: "移動先",
  goPlaceholder: "2Q06、営業利益、または両方",
  goHint: "期間（2Q06、1H06、FY2006、2007年3月期 第2四半期など）、科目（営業利益など）、または両方を入力します。",
  unknown: (text) => `「${text}」という科目も期間もこのブックにありません。`,
  otherYearEnd: (month) => `この会社の決算月は${month}です。`,
  opens: "そこまで空の期間を追加",
  outside: (period, from, to) => `${period}はこのブックの範囲（${from}～${to}）から離れすぎています。`,
};
