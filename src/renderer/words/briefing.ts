/** The briefing: a results presentation made from the book; in both languages. */
import type { Absence, BriefingPageKind } from "#core/pages/briefing.ts";
import type { DictionaryOf } from "./dictionary.ts";

const list = new Intl.ListFormat("en", { style: "long", type: "conjunction" });

export const en = {
  label: "Briefing",
  outline: "Pages",
  desk: "Pages of the briefing",
  paper: "Paper",
  papers: { a4: "A4", wide: "16:9" },
  paperHints: { a4: "A4, landscape", wide: "A slide: 13.33 × 7.5 inches" },
  print: "Print / Save as PDF…",
  printCommand: "Print briefing… / Save as PDF",
  printHint: (key: string) => `Print the fourteen pages, or save them as a PDF (${key})`,
  printing: "Drawing the pages…",
  fileName: (company: string, period: string) => `${company} ${period} briefing`,
  pageOf: (number: number, count: number) => `${number} / ${count}`,
  incomplete: "Figures are missing",
  openIn: (view: string) => `Open in ${view}`,
  titles: {
    notes: () => "Notes and forward-looking statements",
    summary: ({ periods }) => `Summary of results for ${periods}`,
    "to-date": ({ period, scope }) => `${scope} financial results for ${period}`,
    quarter: ({ period, scope }) => `${scope} financial results for ${period}`,
    revenues: () => "Trend of quarterly revenues",
    profits: () => "Trend of quarterly operating and net income",
    services: ({ names }) => (names === "" ? "Results by service" : `Results by service: ${names}`),
    "more-services": ({ names }) => (names === "" ? "Results by service, continued" : `Results by service: ${names}`),
    balance: ({ period }) => `Balance sheet and cash flows in ${period}`,
    "other-data": ({ period }) => `Other financial data in ${period}`,
    targets: ({ date }) => (date === "" ? "Financial targets" : `Revision of financial targets (${date})`),
    "line-up": () => "New and extended services",
    "group-changes": () => "Changes in the group",
    group: () => "The group",
  } satisfies Record<BriefingPageKind, (of: TitleParts) => string>,
  /** Shorter, for the list of pages. */
  short: {
    notes: "Notes",
    summary: "Summary",
    "to-date": "Results, year to date",
    quarter: "Results, quarter",
    revenues: "Revenues by quarter",
    profits: "Income by quarter",
    services: "Services",
    "more-services": "Services, continued",
    balance: "Balance & cash",
    "other-data": "Other data",
    targets: "Targets",
    "line-up": "New services",
    "group-changes": "Changes in the group",
    group: "The group",
  } satisfies Record<BriefingPageKind, string>,
  and: (names: readonly string[]) => list.format(names),
  between: ", ",
  absent: {
    "same-as-quarter": ({ period }) =>
      `${period} is the first quarter of its fiscal year: the year to date is the quarter, and the next page tells of it.`,
    "no-lines": () => "The company has no lines that this page could show.",
    "no-services": () => "No line is set under total revenues, so there are no results by service.",
    "no-more-services": () => "The company has no further services.",
    "no-balances": () => "The company has no balances and no cash flows in this book.",
    "no-other-data": () => "The company has no capital expenditure, depreciation or the like in this book.",
    "no-targets": ({ year }) => `No targets for ${year} are in this book.`,
    "no-new-services": ({ from, to }) => `No new service is noted between ${from} and ${to}.`,
    "no-group-changes": ({ from, to }) => `No change in the group is noted between ${from} and ${to}.`,
    "no-group": () => "No company of the group is in this book.",
  } satisfies Record<Absence, (of: AbsenceParts) => string>,
  enter: {
    lines: "Lines of the company…",
    targets: "Enter targets",
    events: "Enter services and events",
    group: "Enter the group",
  },
  missing: "Not in the book yet:",
  missingOf: (where: string) => `${where}: `,
  more: (count: number) => `and ${count} more`,
  morePeriods: (count: number) =>
    count === 1 ? "and figures of 1 more period" : `and figures of ${count} more periods`,
  moreLines: (count: number) => (count === 1 ? "and 1 line more" : `and ${count} lines more`),
  comment: (about: string) => `${about}: `,
  news: "Also in these months",
  sources: (names: string) => `Source: ${names}`,
  sourceIsBook: (book: string) => `Source: the book “${book}”`,
  dated: (title: string, date: string) => `${title} (${date})`,
  noFigures: "Nothing of this is in the book up to this quarter.",
  flagged: (what: string, text: string) => `${what}: ${text}`,
  chart: {
    "revenue-by-service": "Revenues by service",
    profits: "Operating and net income",
    range: (from: string, to: string) => (from === to ? `By quarter, ${from}` : `By quarter, ${from} to ${to}`),
  },
  figures: "By quarter",
  profit: {
    title: "Operating and net income",
    margin: "Margin",
    marginHint: "Of total revenues",
    marginChange: "Margin YoY",
    netTitle: (line: string) => `${line}, step by step`,
  },
  overview: (name: string) => `Overview of ${name}`,
  columns: { date: "Date", service: "Service", event: "Event", field: "Field", text: "Description" },
  groupNote: "As the book has it; the book keeps the group without dates.",
  document: {
    about: "About this document",
    made: (company: string, periods: string, scope: string) =>
      `It puts together what the book holds about ${company} for ${periods}: ${scope} figures, the sources they come from, and comments.`,
    madeFrom: (book: string, date: string) => `Made with Kessan from the book “${book}” on ${date}.`,
    asOf: (date: string) => `Every figure is shown as it was known on ${date}; what was published later is left out.`,
    asKnown: "Where a figure was published more than once, the latest publication counts.",
    restated: (what: string) => `Restated since first published, as marked by the source: ${what}.`,
    restatedLine: (line: string, periods: string) => `${line} for ${periods}`,
    notRestated: "No figure of these is marked as restated by its source.",
    rounding: "Figures and rounding",
    amounts: (unit: string) =>
      unit === ""
        ? "Amounts stand as their sources print them. Added up they may differ from a printed total by the rounding."
        : `Amounts are shown in ${unit}. Added up they may differ from a printed total by the rounding.`,
    percentages:
      "A percentage is shown as the source prints it wherever the printed amounts bear it out; otherwise it is recomputed and marked.",
    growth:
      "YoY compares with the same period a year before, QoQ with the quarter before; percentages differ in points (pp). Where a loss is part of a comparison, words take the place of a percentage.",
    marks: "Marks",
    sourcesTitle: "Sources",
    noSources: "This book names no sources for the company.",
    source: { title: "Title", kind: "Kind", published: "Published", rounding: "Amounts" },
    caution: "Forward-looking statements",
    cautionText: [
      "Targets, and whatever else this document says about periods still to come, are statements about the future. They rest on what was expected and assumed on the day of their publication.",
      "What comes to pass may differ materially: with demand and competition, the costs of goods, networks and staff, prices of securities, exchange and interest rates, technology, regulation, financing, and decisions of large shareholders and business partners.",
      "Nobody undertakes to bring this document up to date. It is for information alone: it offers no securities and gives no advice, and what a company has filed itself prevails.",
    ],
    markNames: {
      unmarked: "printed in a source, or by a formula",
      derived: "from other periods of its line",
      implied: "follows from a sum or a printed change",
      rests: "rests on an implied figure",
      summed: "sum of its quarters",
      outside: "printed otherwise (see page foot)",
      missing: "not in the book",
      none: "does not exist",
    },
  },
} as const;

/** What a title may name; empty where the page has none of it. */
export interface TitleParts {
  readonly period: string;
  /** `2Q06 and 1H06` */
  readonly periods: string;
  readonly scope: string;
  readonly names: string;
  readonly date: string;
}

export interface AbsenceParts {
  readonly period: string;
  readonly year: string;
  readonly from: string;
  readonly to: string;
}

export const ja: DictionaryOf<typeof en> = {
  label: "説明資料",
  outline: "ページ",
  desk: "説明資料のページ",
  paper: "用紙",
  papers: { a4: "A4判", wide: "16:9 判" },
  paperHints: { a4: "A4 横", wide: "スライド（13.33 × 7.5 インチ）" },
  print: "印刷・PDF保存…",
  printCommand: "説明資料を印刷・PDFで保存…",
  printHint: (key) => `14ページを印刷、またはPDFで保存（${key}）`,
  printing: "ページを描画しています…",
  fileName: (company, period) => `${company} ${period} 説明資料`,
  pageOf: (number, count) => `${number}／${count}`,
  incomplete: "未入力の数値があります",
  openIn: (view) => `「${view}」で開く`,
  titles: {
    notes: () => "注記および将来の見通しについて",
    summary: ({ periods }) => `${periods} 業績の概要`,
    "to-date": ({ period, scope }) => `${period} ${scope}業績`,
    quarter: ({ period, scope }) => `${period} ${scope}業績`,
    revenues: () => "四半期売上高の推移",
    profits: () => "四半期営業利益・純利益の推移",
    services: ({ names }) => (names === "" ? "サービス別業績" : `サービス別業績：${names}`),
    "more-services": ({ names }) => (names === "" ? "サービス別業績（続き）" : `サービス別業績：${names}`),
    balance: ({ period }) => `${period} 貸借対照表とキャッシュ・フロー`,
    "other-data": ({ period }) => `${period} その他の財務データ`,
    targets: ({ date }) => (date === "" ? "会社予想" : `業績予想の修正（${date}）`),
    "line-up": () => "サービスの追加と拡充",
    "group-changes": () => "グループ体制の変化",
    group: () => "グループ会社",
  },
  short: {
    notes: "注記",
    summary: "概要",
    "to-date": "業績（累計）",
    quarter: "業績（四半期）",
    revenues: "売上高の推移",
    profits: "利益の推移",
    services: "サービス別",
    "more-services": "サービス別（続き）",
    balance: "貸借対照表・資金",
    "other-data": "その他の財務データ",
    targets: "会社予想",
    "line-up": "サービスの追加",
    "group-changes": "グループ体制の変化",
    group: "グループ会社",
  },
  and: (names) => names.join("・"),
  between: "、",
  absent: {
    "same-as-quarter": ({ period }) =>
      `${period}は期首の四半期です。累計は四半期と同じため、次のページをご覧ください。`,
    "no-lines": () => "このページに表示できる科目がありません。",
    "no-services": () => "営業収益（売上高）の内訳となる科目がないため、サービス別の業績はありません。",
    "no-more-services": () => "ほかのサービスはありません。",
    "no-balances": () => "残高とキャッシュ・フローの科目はこのブックにありません。",
    "no-other-data": () => "設備投資や減価償却などの科目はこのブックにありません。",
    "no-targets": ({ year }) => `${year}の会社予想はこのブックにありません。`,
    "no-new-services": ({ from, to }) => `${from}から${to}までのサービスの追加は記録されていません。`,
    "no-group-changes": ({ from, to }) => `${from}から${to}までのグループ体制の変化は記録されていません。`,
    "no-group": () => "グループ会社はこのブックにありません。",
  },
  enter: {
    lines: "会社の科目…",
    targets: "会社予想を入力",
    events: "サービス・出来事を入力",
    group: "グループ会社を入力",
  },
  missing: "ブックに未入力の数値：",
  missingOf: (where) => `${where}：`,
  more: (count) => `ほか${count}件`,
  morePeriods: (count) => `ほか${count}期間の数値`,
  moreLines: (count) => `ほか${count}科目`,
  comment: (about) => `${about}：`,
  news: "この期間のその他の動き",
  sources: (names) => `出典：${names}`,
  sourceIsBook: (book) => `出典：ブック「${book}」`,
  dated: (title, date) => `${title}（${date}）`,
  noFigures: "この四半期までの数値はブックにありません。",
  flagged: (what, text) => `${what}：${text}`,
  chart: {
    "revenue-by-service": "サービス別売上高",
    profits: "営業利益と純利益",
    range: (from, to) => (from === to ? `四半期別、${from}` : `四半期別、${from}～${to}`),
  },
  figures: "四半期別",
  profit: {
    title: "営業利益と純利益",
    margin: "利益率",
    marginHint: "営業収益（売上高）に占める割合",
    marginChange: "利益率前年差",
    netTitle: (line) => `${line}の内訳`,
  },
  overview: (name) => `${name}の概要`,
  columns: { date: "日付", service: "サービス", event: "出来事", field: "分野", text: "内容" },
  groupNote: "ブックの記録によります（時点の記録はありません）。",
  document: {
    about: "この説明資料について",
    made: (company, periods, scope) =>
      `${company}の${periods}について、ブックにある${scope}の数値、その出典、コメントをまとめたものです。`,
    madeFrom: (book, date) => `${date}に、ブック「${book}」から Kessan で作成しました。`,
    asOf: (date) => `すべての数値は${date}時点で知られていたものです。その後に公表されたものは含みません。`,
    asKnown: "同じ数値が複数回公表されている場合は、最新の公表値を用いています。",
    restated: (what) => `当初公表後に修正再表示されたもの（出典の記載による）：${what}。`,
    restatedLine: (line, periods) => `${line}（${periods}）`,
    notRestated: "出典に修正再表示と記載された数値はありません。",
    rounding: "数値と端数",
    amounts: (unit) =>
      unit === ""
        ? "金額は出典の記載どおりです。端数処理のため、内訳の合計が記載の総額と一致しないことがあります。"
        : `金額の単位は${unit}です。端数処理のため、内訳の合計が記載の総額と一致しないことがあります。`,
    percentages:
      "比率は、記載の金額から裏付けられるかぎり出典の記載どおりに示し、そうでない場合は再計算して印を付けています。",
    growth:
      "前年同期比は前年の同じ期間、前四半期比は直前の四半期との比較です。比率の差はポイントで示します。損失を含む比較は、増減率に代えて言葉で示します。",
    marks: "数値の印",
    sourcesTitle: "出典",
    noSources: "この会社の出典はブックにありません。",
    source: { title: "名称", kind: "種類", published: "公表日", rounding: "金額の端数" },
    caution: "将来の見通しについて",
    cautionText: [
      "会社予想など、この説明資料のうち今後の期間に関する記述は将来の見通しであり、公表された時点での見込みと前提に基づいています。",
      "実際の結果は、需要や競争、原価・回線・人件費、有価証券の価格、為替や金利、技術、規制、資金調達、大株主や取引先の判断などにより、大きく異なることがあります。",
      "この説明資料を更新する義務を負う者はいません。情報提供のみを目的とし、有価証券の勧誘や助言を行うものではありません。会社自身の開示が優先します。",
    ],
    markNames: {
      unmarked: "出典の記載値または計算式による値",
      derived: "他の期間からの差引",
      implied: "合計式または記載の増減からの逆算",
      rests: "逆算した数値に基づく",
      summed: "四半期の合計",
      outside: "記載と不一致：ページ下部を参照",
      missing: "ブックにない",
      none: "該当なし",
    },
  },
};
