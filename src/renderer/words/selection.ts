/** What is selected, in both languages. */
import type { DictionaryOf } from "./dictionary.ts";

export const en = {
  /** Read out with the grid: Tab goes from cell to cell, so another key leads out. */
  gridHint: "Shift with the arrow keys selects. F6 leaves the grid.",
  edit: "Edit the cell",
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
  unreadable: (count: number) =>
    count === 1
      ? "1 cell was left as it is: the text does not fit its unit."
      : `${count} cells were left as they are: the text does not fit their units.`,
  overlay: "Figures are typed where figures are shown. Press Esc to show them, then type.",
} as const;

export const ja: DictionaryOf<typeof en> = {
  gridHint: "Shift＋矢印キーで選択します。F6 で表から出ます。",
  edit: "セルを編集",
  clear: "選択した数値を消去",
  fillDown: "下へコピー",
  fillRight: "右へコピー",
  selectAll: "すべて選択",
  selectRow: "行全体を選択",
  selectColumn: "列全体を選択",
  nextPane: "次の区画へ移動",
  previousPane: "前の区画へ移動",
  otherUnit: (count) => `${count}件は、科目の単位が異なるためそのままにしました。`,
  unreadable: (count) => `${count}件は、入力が単位に合わないためそのままにしました。`,
  overlay: "数値を表示しているときに入力できます。Esc で数値に戻してから入力してください。",
};
