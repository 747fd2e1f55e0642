/** What is selected, in both languages. */
import type { DictionaryOf } from "./dictionary.ts";

export const en = {
  /** Read out with the grid: Tab goes from cell to cell, so another key leads out. */
  gridHint: "Shift with the arrow keys selects. F6 leaves the grid.",
  edit: "Edit the cell",
  editAnew: "Empty the cell and type anew",
  clear: "Clear the selected figures",
  fillDown: "Fill down",
  fillRight: "Fill to the right",
  selectAll: "Select everything",
  selectRow: "Select the whole row",
  selectColumn: "Select the whole column",
  nextPane: "To the next part of the window",
  previousPane: "To the part of the window before",
  otherUnit: (count: number) =>
    count === 1
      ? "1 cell was left as it is: its line has another unit."
      : `${count} cells were left as they are: their lines have other units.`,
  nothingToFill: "Nothing was copied: the cells to copy from are empty.",
  unreadable: (count: number) =>
    count === 1
      ? "1 cell was left as it is: the text does not fit its unit."
      : `${count} cells were left as they are: the text does not fit their units.`,
  /** After figures were removed: what their cells show now. */
  removal: {
    removed: (figure: string) => `Removed ${figure}.`,
    removedSeveral: (count: number, now: string) =>
      count === 1 ? `1 figure removed. Now: ${now}.` : `${count} figures removed. Now: ${now}.`,
    now: (figure: string, way: string) => `Now shown: ${figure}, ${way}.`,
    empty: (why: string) => `The cell is now empty: ${why}.`,
    none: (ways: string) => `Nothing was removed: the figure shown is ${ways}.`,
    space: " ",
    between: ", ",
    ways: {
      reported: "printed in another source",
      derived: "derived from other periods",
      computed: "computed by its formula",
      implied: "implied by a sum or a printed change",
      summed: "the sum of its quarters",
    },
    counts: {
      reported: (count: number) => `${count} printed in another source`,
      derived: (count: number) => `${count} derived`,
      computed: (count: number) => `${count} computed`,
      implied: (count: number) => `${count} implied`,
      summed: (count: number) => `${count} summed`,
      gap: (count: number) => `${count} empty`,
    },
  },
  overlay: "Figures are typed where figures are shown. Press Esc to show them, then type.",
} as const;

export const ja: DictionaryOf<typeof en> = {
  gridHint: "Shift＋矢印キーで選択します。F6 で表から出ます。",
  edit: "セルを編集",
  editAnew: "セルを空にして入力",
  clear: "選択した数値を消去",
  fillDown: "下へコピー",
  fillRight: "右へコピー",
  selectAll: "すべて選択",
  selectRow: "行全体を選択",
  selectColumn: "列全体を選択",
  nextPane: "次の区画へ移動",
  previousPane: "前の区画へ移動",
  otherUnit: (count) => `${count}件は、科目の単位が異なるためそのままにしました。`,
  nothingToFill: "コピー元のセルが空のため、何もコピーしませんでした。",
  unreadable: (count) => `${count}件は、入力が単位に合わないためそのままにしました。`,
  removal: {
    removed: (figure) => `${figure} を消去しました。`,
    removedSeveral: (count, now) => `${count}件を消去しました。現在：${now}。`,
    now: (figure, way) => `現在の表示：${figure}（${way}）。`,
    empty: (why) => `セルは空欄です（${why}）。`,
    none: (ways) => `消去する入力値はありません。表示は${ways}です。`,
    space: "",
    between: "、",
    ways: {
      reported: "別の出典の開示値",
      derived: "他の期間からの差引",
      computed: "数式による計算値",
      implied: "合計や記載された増減からの逆算",
      summed: "四半期の合計",
    },
    counts: {
      reported: (count) => `別の出典の開示値${count}件`,
      derived: (count) => `差引${count}件`,
      computed: (count) => `計算${count}件`,
      implied: (count) => `逆算${count}件`,
      summed: (count) => `四半期合計${count}件`,
      gap: (count) => `空欄${count}件`,
    },
  },
  overlay: "数値を表示しているときに入力できます。Esc で数値に戻してから入力してください。",
};
