/** The formula bar, in both languages. */
import type { LineKind } from "#core/book.ts";
import type { DictionaryOf } from "./dictionary.ts";

export const en = {
  label: "Formula bar",
  goTo: (cell: string) => `${cell}. Go to another cell`,
  goToHint: (key: string) => `Go to a cell (${key})`,
  text: (cell: string) => `${cell}: what is in the cell`,
  formula: (line: string) => `Formula of ${line}`,
  shownFormula: (line: string, formula: string) => `Formula of ${line}: ${formula}. Click to change it`,
  edit: "Edit the row’s formula",
  editHint: (key: string) => `Edit the row’s formula (${key})`,
  store: "Store the formula for every period (Enter)",
  giveUp: "Leave the formula as it is (Esc)",
  leave: "Leave the open formula as it was",
  placeholder: "Lines and functions, such as gross_margin / revenue",
  completions: "Lines and functions",
  preview: (period: string, value: string) => `${period}: ${value}`,
  keys: "Enter stores, Esc gives up",
  between: ", ",
  /** Between one sentence and the next. */
  space: " ",
  more: (names: string, count: number) => `${names} and ${count} more`,
  /** What a formula holds for, before anything is changed. */
  holds: (line: string, cells: number) =>
    `The formula of ${line} holds for every period (${cellsHere(cells)}). A number typed into a cell keeps it.`,
  none: (line: string) => `${line} has no formula. One given here works it out wherever no figure is printed.`,
  changes: (line: string, cells: number) =>
    `This changes the formula of ${line} for every period (${cellsHere(cells)}).`,
  gives: (line: string, cells: number) => `This gives ${line} a formula for every period (${cellsHere(cells)}).`,
  removes: (line: string, cells: number) =>
    `This takes the formula of ${line} away: ${cells === 1 ? "1 cell is" : `${cells} cells are`} no longer computed.`,
  lost: (count: number) => (count === 1 ? "1 figure goes blank." : `${count} figures go blank.`),
  users: (names: string) => `Also worked out anew: ${names}.`,
  /** Asked before the formula of a row changes. */
  question: {
    asks: {
      changes: (line: string) => `Change the formula of ${line} for every period?`,
      gives: (line: string) => `Give ${line} a formula for every period?`,
      removes: (line: string) => `Take the formula of ${line} away for every period?`,
    },
    now: (formula: string) => `Now: ${formula}.`,
    printed: {
      held: (count: number) =>
        count === 1
          ? "1 printed figure stays and is held against it."
          : `${count} printed figures stay and are held against it.`,
      stay: (count: number) => (count === 1 ? "1 printed figure stays." : `${count} printed figures stay.`),
    },
    agrees: { changes: "Change the formula", gives: "Give it the formula", removes: "Take the formula away" },
    enters: (figure: string, period: string) => `Enter ${figure} in ${period} only`,
    keeps: "Keep it as it is",
    keys: "Esc goes back to the formula",
  },
  hints: {
    unit: (gives: string, line: string) => `It gives ${gives}, the line is in ${line}.`,
    kind: (gives: LineKind, line: LineKind) => KIND_HINTS_EN[`${gives} for ${line}`] ?? "",
  },
  perhaps: (names: string) => `Perhaps ${names}.`,
  /** A phrase of the language itself, as a sentence. */
  sentence: (phrase: string) => `${phrase.slice(0, 1).toUpperCase()}${phrase.slice(1)}.`,
  circle: "The line would rest on itself:",
  argument: { condition: "condition", line: "line" },
  functions: {
    lag: "x, n times the period’s own length earlier",
    prior_year: "x in the same period of the year before",
    yoy: "Growth of x on the year before",
    yoy_change: "Change of x on the year before; of a percentage, in points",
    qoq: "Growth of x on the quarter before",
    qoq_change: "Change of x on the quarter before; of a percentage, in points",
    ytd: "x from the start of the fiscal year",
    ytd_change: "Change of the balance x since the last fiscal year-end",
    ttm: "x over the last twelve months",
    opening: "The balance x where the period begins",
    closing: "The balance x where the period ends",
    avg: "Half the sum of the balance x at both ends of the period",
    cagr: "Growth of x a year, over n years",
    target: "The company’s target for x: the latest, or the initial one",
    progress: "x since the year began, over the full-year target",
    remainder: "The full-year target of x less what was reached since the year began",
    sum: "All of them added up; what does not exist counts as nothing",
    children: "The sum of the lines shown under a line",
    abs: "x without its sign",
    min: "The smallest of them",
    max: "The largest of them",
    round: "x rounded to n decimals, half away from zero",
    if: "x where the condition holds, else y",
    coalesce: "The first of them that has a value",
  },
} as const;

/** How many cells of the sheet a formula answers. */
const cellsHere = (count: number): string => (count === 0 ? "no cell here" : count === 1 ? "1 cell" : `${count} cells`);
const cellsHereJa = (count: number): string => (count === 0 ? "該当セルなし" : `${count}セル`);

const KIND_HINTS_EN: Readonly<Record<string, string>> = {
  "stock for flow": "It gives a balance, but the line adds up over time.",
  "flow for stock": "It gives an amount of a period, but the line is a balance.",
};
const KIND_HINTS_JA: Readonly<Record<string, string>> = {
  "stock for flow": "結果は残高ですが、この科目は期間で合計されます。",
  "flow for stock": "結果は期間の金額ですが、この科目は残高です。",
};

export const ja: DictionaryOf<typeof en> = {
  label: "数式バー",
  goTo: (cell) => `${cell}。別のセルへ移動`,
  goToHint: (key) => `セルへ移動（${key}）`,
  text: (cell) => `${cell}：セルの内容`,
  formula: (line) => `${line}の数式`,
  shownFormula: (line, formula) => `${line}の数式：${formula}。クリックで編集`,
  edit: "行の数式を編集",
  editHint: (key) => `行の数式を編集（${key}）`,
  store: "全期間の数式として保存（Enter）",
  giveUp: "数式を変更しない（Esc）",
  leave: "開いている数式の編集をやめる",
  placeholder: "科目と関数（例：gross_margin / revenue）",
  completions: "科目と関数",
  preview: (period, value) => `${period}：${value}`,
  keys: "Enterで保存、Escで取り消し",
  between: "、",
  space: "",
  more: (names, count) => `${names}ほか${count}件`,
  holds: (line, cells) =>
    `「${line}」の数式は全期間（${cellsHereJa(cells)}）に適用されます。セルへの数値入力では変わりません。`,
  none: (line) => `「${line}」に数式はありません。入力すると、開示値のない期間が計算されます。`,
  changes: (line, cells) => `「${line}」の数式を全期間（${cellsHereJa(cells)}）で変更します。`,
  gives: (line, cells) => `「${line}」の全期間（${cellsHereJa(cells)}）に数式を設定します。`,
  removes: (line, cells) => `「${line}」の数式を削除します（${cells}セルが計算されなくなります）。`,
  lost: (count) => `${count}件の数値が空欄になります。`,
  users: (names) => `${names}も再計算されます。`,
  question: {
    asks: {
      changes: (line) => `「${line}」の数式を全期間で変更しますか？`,
      gives: (line) => `「${line}」の全期間に数式を設定しますか？`,
      removes: (line) => `「${line}」の数式を全期間で削除しますか？`,
    },
    now: (formula) => `現在：${formula}。`,
    printed: {
      held: (count) => `開示値${count}件はそのまま残り、数式と照合されます。`,
      stay: (count) => `開示値${count}件はそのまま残ります。`,
    },
    agrees: { changes: "数式を変更", gives: "数式を設定", removes: "数式を削除" },
    enters: (figure, period) => `${period}のセルだけに ${figure} を入力`,
    keeps: "変更しない",
    keys: "Escで数式に戻る",
  },
  hints: {
    unit: (gives, line) => `結果の単位は${gives}、科目の単位は${line}です。`,
    kind: (gives, line) => KIND_HINTS_JA[`${gives} for ${line}`] ?? "",
  },
  perhaps: (names) => `候補：${names}`,
  sentence: (phrase) => `${phrase}。`,
  circle: "科目が自分自身に依存します：",
  argument: { condition: "条件", line: "科目" },
  functions: {
    lag: "期間の長さのn個分だけ前のx",
    prior_year: "前年同期のx",
    yoy: "xの前年同期比増減率",
    yoy_change: "xの前年同期からの増減（％の科目はポイント差）",
    qoq: "xの前四半期比増減率",
    qoq_change: "xの前四半期からの増減（％の科目はポイント差）",
    ytd: "期首からの累計のx",
    ytd_change: "残高xの前期末からの増減",
    ttm: "直近12か月のx",
    opening: "期間の初めの残高x",
    closing: "期間の終わりの残高x",
    avg: "期間の初めと終わりの残高xの平均",
    cagr: "n年間のxの年平均成長率",
    target: "xの会社予想（latestは最新、initialは期初）",
    progress: "xの期首からの累計の、通期予想に対する割合",
    remainder: "xの通期予想から期首からの累計を引いた残り",
    sum: "すべての合計（該当なしは加えません）",
    children: "科目の下に並ぶ科目の合計",
    abs: "xの絶対値",
    min: "最も小さいもの",
    max: "最も大きいもの",
    round: "xを小数n桁に四捨五入",
    if: "条件が成り立てばx、それ以外はy",
    coalesce: "値のある最初のもの",
  },
};
