/** The words of the files, in both languages; labels come from the book. */
import type { Basis, Fact, Language, Scope, Source } from "#core/book.ts";
import { unitOf } from "#core/units.ts";

export interface SheetWords {
  readonly results: string;
  readonly sources: string;
  readonly line: string;
  readonly unit: string;
  readonly scopes: Readonly<Record<Scope, string>>;
  readonly bases: Readonly<Record<Basis, string>>;
  readonly fullYears: string;
  /** `JPY million unless a row says otherwise`. */
  readonly unitLine: (unit: string) => string;
  /** `FY2006: Apr 2006 – Mar 2007`. */
  readonly yearIs: (year: string, months: string) => string;
  readonly reportedBlue: string;
  readonly restBlack: string;
  readonly marks: string;
  /** Between the parts of a line of remarks. */
  readonly between: string;
  readonly undated: string;
  readonly asPrinted: (text: string) => string;
  readonly restated: string;
  readonly derivedFrom: (periods: string) => string;
  readonly mixedVintages: string;
  readonly formula: (text: string) => string;
  readonly implied: string;
  readonly summed: string;
  /** Why a figure stands as a value. */
  readonly notLive: string;
  readonly circular: string;
  readonly sourceColumns: readonly [title: string, kind: string, published: string, rounding: string, figures: string];
  readonly kinds: Readonly<Record<Source["kind"], string>>;
  readonly roundings: Readonly<Record<Source["rounding"], string>>;
}

const EN: SheetWords = {
  results: "Results",
  sources: "Sources",
  line: "Line",
  unit: "Unit",
  scopes: { consolidated: "Consolidated", "non-consolidated": "Non-consolidated" },
  bases: { actual: "actual", target: "company targets", estimate: "own estimates" },
  fullYears: "Full years",
  unitLine: (unit) => `${unit} unless a row says otherwise`,
  yearIs: (year, months) => `${year}: ${months}`,
  reportedBlue: "Blue: as printed in a source or entered by hand.",
  restBlack: "Black: calculated, by a live formula unless a comment says it is a value.",
  marks: "Blank: no figure.  -: does not exist.",
  between: " · ",
  undated: "undated",
  asPrinted: (text) => `printed ${text}`,
  restated: "restated",
  derivedFrom: (periods) => `derived: ${periods}`,
  mixedVintages: "joins figures from before and after a restatement",
  formula: (text) => `= ${text}`,
  implied: "implied: the only missing part of a sum",
  summed: "the sum of its quarters",
  notLive: "A value, not a formula: what it rests on is not in this sheet.",
  circular: "A value, not a formula: as a formula it would lead back to itself.",
  sourceColumns: ["Source", "Kind", "Published", "Rounding", "Figures on the sheet"],
  kinds: {
    presentation: "Presentation",
    tanshin: "Tanshin",
    report: "Report",
    "press-release": "Press release",
    spreadsheet: "Spreadsheet",
    hand: "By hand",
  },
  roundings: { nearest: "to nearest", truncated: "truncated" },
};

const JA: SheetWords = {
  results: "業績",
  sources: "出典",
  line: "科目",
  unit: "単位",
  scopes: { consolidated: "連結", "non-consolidated": "単体" },
  bases: { actual: "実績", target: "会社予想", estimate: "独自予想" },
  fullYears: "通期",
  unitLine: (unit) => `単位：${unit}（行に記載のあるものを除く）`,
  yearIs: (year, months) => `${year}：${months}`,
  reportedBlue: "青：出典に記載された値、または手入力した値。",
  restBlack: "黒：計算値（コメントで「値」と示したもの以外は数式）。",
  marks: "空白：値なし。 -：該当なし。",
  between: "　",
  undated: "日付なし",
  asPrinted: (text) => `記載 ${text}`,
  restated: "遡及修正後",
  derivedFrom: (periods) => `差引：${periods}`,
  mixedVintages: "遡及修正の前後の数値を併せて使っています",
  formula: (text) => `＝ ${text}`,
  implied: "逆算：合計のうち欠けている唯一の内訳",
  summed: "各四半期の合計",
  notLive: "数式ではなく値です。計算の基になる数値がこのシートにありません。",
  circular: "数式ではなく値です。数式にすると循環参照になります。",
  sourceColumns: ["出典", "種類", "公表日", "端数処理", "シート上の件数"],
  kinds: {
    presentation: "説明会資料",
    tanshin: "決算短信",
    report: "報告書",
    "press-release": "プレスリリース",
    spreadsheet: "表計算ファイル",
    hand: "手入力",
  },
  roundings: { nearest: "四捨五入", truncated: "切捨て" },
};

export const WORDS: Readonly<Record<Language, SheetWords>> = { en: EN, ja: JA };

const YEN: Readonly<Record<number, string>> = {
  1: "円",
  1e3: "千円",
  1e6: "百万円",
  1e8: "億円",
  1e9: "十億円",
  1e12: "兆円",
};
const COUNTED: Readonly<Record<string, string>> = { contracts: "件", "percentage points": "ポイント" };

/** A unit's name as a reader of the language knows it: `JPY million` is 百万円. */
export function unitWord(unit: string, language: Language): string {
  if (language === "en") return unit;
  const { currency, scale } = unitOf(unit);
  return (currency === "JPY" ? YEN[scale] : undefined) ?? COUNTED[unit] ?? unit;
}

/** Where a fact comes from, in the lines of a comment: the title, when and where, and the printed characters. */
export function provenance(fact: Fact, source: Source, words: SheetWords): string[] {
  const whereabouts = [source.published ?? words.undated, fact.page].filter((part) => part !== "").join(", ");
  const printed = fact.asPrinted === "" ? "" : words.asPrinted(fact.asPrinted);
  return [
    source.title,
    whereabouts,
    [printed, fact.restated ? words.restated : ""].filter((part) => part !== "").join(", "),
  ].filter((line) => line !== "");
}
