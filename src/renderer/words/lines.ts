/** Lines: their rows in the grid, and adding, naming, moving, removing them; in both languages. */
import type { LineKind } from "#core/book.ts";
import type { DictionaryOf } from "./dictionary.ts";

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const they = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const en = {
  outline: "Levels of rows",
  levels: { 1: "Sections only", 2: "Sections and their top lines", 3: "All lines" },
  foldHint: "Fold (Alt+Shift+←)",
  unfoldHint: "Unfold (Alt+Shift+→)",
  drag: "Drag to move the line (Alt+↑, Alt+↓)",
  hiddenCount: (count: number) => `${count} hidden`,
  hiddenHint: (count: number) => `${plural(count, "hidden row")}. Click to show.`,
  menu: "What can be done here",
  add: "Add a line below…",
  edit: "Edit the line…",
  moveUp: "Move the line up",
  moveDown: "Move the line down",
  takeOut: "Take the line out of this company",
  remove: "Delete the line…",
  ofCompany: "Lines of this company…",
  hide: "Hide rows",
  unhide: "Show hidden rows",
  fold: "Fold the row",
  unfold: "Unfold the row",
  sort: {
    descending: "Sort rows by this column, largest first",
    ascending: "Sort rows by this column, smallest first",
    off: "Rows in the company’s own order",
  },
  sortedBy: {
    descending: "Rows sorted by this column, largest first",
    ascending: "Rows sorted by this column, smallest first",
  },
  dialog: {
    add: "Add a line",
    edit: (label: string) => `Edit ${label}`,
    labelEn: "Name in English",
    labelJa: "Name in Japanese",
    ownLabels: (company: string) => `Called otherwise by ${company} alone`,
    id: "Name in formulas",
    idHint: "Made from the name",
    section: "Section",
    parent: "Stands under",
    noParent: "no line",
    unit: "Unit",
    unitHint: "Such as JPY million, %, contracts",
    kind: "Kind",
    kinds: { flow: "Flow", stock: "Balance", ratio: "Ratio" } satisfies Record<LineKind, string>,
    kindHints: {
      flow: "Adds up over time: revenues, costs, cash flows",
      stock: "Stands at the end of a period: cash, equity, contracts",
      ratio: "Worked out anew for every period, never added up: margins, averages",
    } satisfies Record<LineKind, string>,
    formula: "Formula",
    formulaHint: "Empty, or such as revenue - total_costs",
    note: "Note",
    consequences: "What this changes",
    save: "Save",
    addIt: "Add",
    cancel: "Cancel",
  },
  refusals: {
    "no-label": "Give the line a name.",
    "no-unit": "Give the line a unit.",
    "id-is-no-name": (id: string) =>
      `“${id}” cannot stand in a formula. Use letters, digits and _, with a letter first.`,
    "id-is-taken": (id: string) => `The book has a line ${id} already. Choose another name.`,
    "under-itself": "A line cannot stand under itself.",
    "figures-elsewhere": {
      boundaries: (count: number) =>
        `${plural(count, "figure")} of this line ${they(count, "stands", "stand")} at the end of a period; a line that adds up over time has none there. Keep the kind, or delete ${they(count, "that figure", "those figures")} first.`,
      spans: (count: number) =>
        `${plural(count, "figure")} of this line ${they(count, "stands", "stand")} for a whole period; a balance has none there. Keep the kind, or delete ${they(count, "that figure", "those figures")} first.`,
    },
    "formulas-break": (lines: string) => `These formulas could no longer be read: ${lines}. Change them first.`,
    at: (word: string, position: number) => (word === "" ? "" : `“${word}”, character ${position}: `),
  },
  effects: {
    companies: (count: number) => `This holds for ${plural(count, "other company", "other companies")} too.`,
    kinds: {
      flow: "Its figures add up over time from now on: a missing quarter can follow from half-years and years.",
      stock: "It stands at the end of periods from now on.",
      ratio: "Its figures are no longer added up or derived from other periods.",
    } satisfies Record<LineKind, string>,
    unit: (figures: number, from: string, to: string) =>
      `${plural(figures, "figure")} ${they(figures, "keeps its", "keep their")} digits: what was ${from} is read as ${to}.`,
    "formula-added": (figures: number) =>
      figures === 0
        ? "The formula gives its figures."
        : `The formula gives its figures where none is printed; ${plural(figures, "printed figure")} ${they(figures, "is", "are")} kept and checked against it.`,
    "formula-changed": (figures: number) =>
      figures === 0
        ? "Its figures are worked out by the new formula."
        : `Its figures are worked out by the new formula; ${plural(figures, "printed figure")} ${they(figures, "is", "are")} kept and checked against it.`,
    "formula-removed": "Where no figure is printed it can no longer be worked out.",
    rests: (lines: string) => `Worked out anew, as they rest on it: ${lines}.`,
    "sums-of-children": (lines: string) => `Worked out anew, as they add up what stands under a line: ${lines}.`,
    children: (count: number) => `${plural(count, "line")} under it ${they(count, "goes", "go")} with it.`,
    renamed: (formulas: number, claims: number, figures: number) =>
      `The new name is written into ${plural(formulas, "formula")}, ${plural(claims, "printed claim")} and ${plural(figures, "figure")}. The list of their changes begins anew.`,
    "claims-break": (count: number) => `${plural(count, "printed claim")} can no longer be worked out.`,
    outside: (before: number, after: number) => `Checks outside: ${before} now, ${after} after it.`,
  },
  removal: {
    title: (label: string) => `Delete ${label}?`,
    goes: "This goes with it:",
    figures: (count: number, sources: number) =>
      `${plural(count, "figure")} of ${plural(sources, "source")}; the sources stay`,
    claims: (count: number) => plural(count, "printed claim"),
    notes: (count: number) => plural(count, "note"),
    breaks: (count: number) => plural(count, "mark of a break", "marks of breaks"),
    nothing: "Nothing else of the book rests on it.",
    companies: (count: number) => `${count} companies use it; it goes from all of them.`,
    children: (lines: string) => `Moves up a level: ${lines}.`,
    formulas: (count: number) =>
      `${plural(count, "formula")} ${they(count, "names", "name")} it. ${they(count, "It has", "They have")} to change, or the line stays:`,
    becomes: (line: string, formula: string) => `${line} becomes = ${formula}`,
    goesToo: (line: string) => `${line} has no formula any more`,
    agree: "Change these formulas",
    undo: "Undo (Ctrl+Z) brings all of it back.",
    remove: "Delete from the book",
    takeOut: (company: string) => `Only take it out of ${company}`,
    takeOutHint: "The line and its figures stay in the book.",
  },
  move: {
    title: (label: string) => `Move ${label}?`,
    move: "Move",
  },
  company: {
    title: (company: string) => `Lines of ${company}`,
    search: "Search the lines of the book",
    uses: (used: number, all: number) => `${used} of ${all} lines`,
    keys: "Space takes a line in or out, Alt+↑ and Alt+↓ move it.",
    list: "Lines",
    none: "No line is called that.",
    keeps: (count: number) => `Figures of ${plural(count, "line")} are no longer shown; they stay in the book.`,
    save: "Use these lines",
  },
  between: ", ",
  more: (names: string, count: number) => `${names} and ${count} more`,
} as const;

export const ja: DictionaryOf<typeof en> = {
  outline: "行のレベル",
  levels: { 1: "区分のみ", 2: "区分と主要科目", 3: "すべての科目" },
  foldHint: "折りたたむ（Alt+Shift+←）",
  unfoldHint: "展開する（Alt+Shift+→）",
  drag: "ドラッグで移動（Alt+↑、Alt+↓）",
  hiddenCount: (count) => `${count}行が非表示`,
  hiddenHint: (count) => `${count}行が非表示です。クリックで再表示`,
  menu: "ここでできること",
  add: "下に科目を追加…",
  edit: "科目を編集…",
  moveUp: "科目を上へ移動",
  moveDown: "科目を下へ移動",
  takeOut: "この会社から科目を外す",
  remove: "科目を削除…",
  ofCompany: "この会社の科目…",
  hide: "行を非表示",
  unhide: "非表示の行を再表示",
  fold: "行を折りたたむ",
  unfold: "行を展開する",
  sort: {
    descending: "この列で並べ替え（大きい順）",
    ascending: "この列で並べ替え（小さい順）",
    off: "会社の科目順に戻す",
  },
  sortedBy: { descending: "この列の大きい順に並べています", ascending: "この列の小さい順に並べています" },
  dialog: {
    add: "科目の追加",
    edit: (label) => `${label}の編集`,
    labelEn: "英語名",
    labelJa: "日本語名",
    ownLabels: (company) => `${company}だけの呼び方`,
    id: "数式での名前",
    idHint: "科目名から自動で付きます",
    section: "区分",
    parent: "親科目",
    noParent: "なし",
    unit: "単位",
    unitHint: "JPY million、%、contracts など",
    kind: "種類",
    kinds: { flow: "フロー", stock: "残高", ratio: "比率" },
    kindHints: {
      flow: "期間で合計できるもの：収益、費用、キャッシュ・フロー",
      stock: "期末時点のもの：現金、株主資本、契約数",
      ratio: "期間ごとに計算し、合計しないもの：利益率、平均",
    },
    formula: "数式",
    formulaHint: "空欄、または revenue - total_costs のように入力",
    note: "備考",
    consequences: "この変更による影響",
    save: "保存",
    addIt: "追加",
    cancel: "キャンセル",
  },
  refusals: {
    "no-label": "科目名を入力してください。",
    "no-unit": "単位を入力してください。",
    "id-is-no-name": (id) => `「${id}」は数式で使えません。先頭を文字にし、文字・数字・_ を使ってください。`,
    "id-is-taken": (id) => `${id}という科目がすでにあります。別の名前にしてください。`,
    "under-itself": "科目を自身の下に置くことはできません。",
    "figures-elsewhere": {
      boundaries: (count) =>
        `この科目には期末時点の数値が${count}件あり、フローでは表示できません。種類を変えないか、先にその数値を削除してください。`,
      spans: (count) =>
        `この科目には期間の数値が${count}件あり、残高では表示できません。種類を変えないか、先にその数値を削除してください。`,
    },
    "formulas-break": (lines) => `次の数式が読めなくなります：${lines}。先に数式を変更してください。`,
    at: (word, position) => (word === "" ? "" : `${position}文字目の「${word}」：`),
  },
  effects: {
    companies: (count) => `ほかの${count}社にも適用されます。`,
    kinds: {
      flow: "今後は期間で合計されます。半期や通期から、ない四半期を差し引きで求められます。",
      stock: "今後は期末時点の数値になります。",
      ratio: "今後は合計も、ほかの期間からの差し引きもされません。",
    },
    unit: (figures, from, to) => `${figures}件の数値は数字のまま、${from}から${to}として読み替えられます。`,
    "formula-added": (figures) =>
      figures === 0
        ? "数値は数式で計算されます。"
        : `開示値がない期間は数式で計算されます。開示値${figures}件はそのまま残り、数式と照合されます。`,
    "formula-changed": (figures) =>
      figures === 0
        ? "数値は新しい数式で計算されます。"
        : `数値は新しい数式で計算されます。開示値${figures}件はそのまま残り、数式と照合されます。`,
    "formula-removed": "開示値がない期間は計算できなくなります。",
    rests: (lines) => `この科目をもとに計算し直されます：${lines}。`,
    "sums-of-children": (lines) => `下にある科目の合計のため、計算し直されます：${lines}。`,
    children: (count) => `下にある${count}科目も一緒に移動します。`,
    renamed: (formulas, claims, figures) =>
      `数式${formulas}件、記載値${claims}件、数値${figures}件に新しい名前が書き込まれます。それらの変更履歴は新しく始まります。`,
    "claims-break": (count) => `記載値${count}件が計算できなくなります。`,
    outside: (before, after) => `不一致のチェック：現在${before}件、変更後${after}件。`,
  },
  removal: {
    title: (label) => `${label}を削除しますか`,
    goes: "一緒に削除されるもの：",
    figures: (count, sources) => `数値${count}件（出典${sources}件。出典は残ります）`,
    claims: (count) => `記載値${count}件`,
    notes: (count) => `メモ${count}件`,
    breaks: (count) => `区分変更の印${count}件`,
    nothing: "この科目をもとにしたものはありません。",
    companies: (count) => `${count}社で使われています。すべての会社から削除されます。`,
    children: (lines) => `一段上に移ります：${lines}。`,
    formulas: (count) => `${count}件の数式で使われています。数式を変更しないと削除できません：`,
    becomes: (line, formula) => `${line}は = ${formula} になります`,
    goesToo: (line) => `${line}の数式はなくなります`,
    agree: "これらの数式を変更する",
    undo: "元に戻す（Ctrl+Z）ですべて戻ります。",
    remove: "ブックから削除",
    takeOut: (company) => `${company}から外すだけ`,
    takeOutHint: "科目と数値はブックに残ります。",
  },
  move: {
    title: (label) => `${label}を移動しますか`,
    move: "移動",
  },
  company: {
    title: (company) => `${company}の科目`,
    search: "ブックの科目を検索",
    uses: (used, all) => `${all}科目中 ${used}科目`,
    keys: "スペースで選択、Alt+↑・Alt+↓で移動",
    list: "科目",
    none: "その名前の科目はありません。",
    keeps: (count) => `${count}科目の数値は表示されなくなりますが、ブックには残ります。`,
    save: "この科目を使う",
  },
  between: "、",
  more: (names, count) => `${names}ほか${count}件`,
};
