/** The checks: their verdicts, what they hold against what, and claims in words; in both languages. */
import type { DictionaryOf } from "./dictionary.ts";

/** From where to where a figure can lie; null: it has no bound there, since something is divided by what may be zero. */
export function enReach(low: string | null, high: string | null): string {
  if (low === null) return high === null ? "no lower and no upper bound" : `up to ${high}, no lower bound`;
  return high === null ? `from ${low}, no upper bound` : `between ${low} and ${high}`;
}

export const en = {
  label: "Checks",
  detailsLabel: "The selected check",
  nothingSelected: "Choose a check to see how it was worked out.",
  running: "Checking…",
  runningAgain: "Checking again after the latest edit",
  none: "There is nothing to check yet: no printed percentage, sum, or figure with two ways to it.",
  noneListed: "No check matches.",
  outsideCount: (count: number) => `${count} outside`,
  outsideHint: "Printed figures that do not agree with another way to get them. Click to see them.",
  filter: "Which checks",
  all: "All",
  search: "Search the checks",
  searchShort: "Search",
  verdicts: { outside: "Outside", "not-computable": "Not computable", within: "Within rounding", exact: "Exact" },
  kinds: { stated: "Claim", identity: "Sum", routes: "Two ways" },
  kindsAsClaims: { identity: "The sum of its parts", routes: "Another way to it" },
  rivalAsClaim: "Another print of the same day",
  /** Beside a figure or a claim: what is printed of the same elsewhere, as old and not the same. */
  rival: (asPrinted: string, source: string) => `of the same day, ${source} prints ${asPrinted}`,
  columns: {
    verdict: "Verdict",
    kind: "Kind",
    claim: "What is printed",
    period: "Period",
    printed: "Printed",
    recomputed: "Recomputed",
    range: "Can reach",
    why: "Held against, missing, or why",
    source: "Source",
  },
  range: (low: string | null, high: string | null) => `${low ?? "no lower bound"} – ${high ?? "no upper bound"}`,
  reachBetween: enReach,
  between: "; ",
  /** Two ways to a figure that no source prints. */
  notPrinted: (text: string) => `${text} (not printed)`,
  differenceOf: (difference: string) => `difference ${difference}`,
  hint: (arithmetic: string, printed: string, neighbour: string, from: string) =>
    `${arithmetic} = ${printed}: ${neighbour} in place of ${from}`,
  neighbours: {
    "latest-target": () => "the latest target",
    "initial-target": () => "the initial target",
    "other-vintage": () => "another source’s figure",
    "other-scope": () => "the figure of the other scope",
    "other-period": (period: string) => `the figure of ${period}`,
  },
  printed: "Printed",
  recomputed: "Recomputed",
  reachable: "Can reach",
  difference: "Difference",
  formula: "Formula",
  against: "Held against",
  worked: "Worked out",
  perhaps: "Perhaps",
  needs: "Missing",
  operands: "From",
  goToCell: "Show in Results",
  show: (verdict: string) => `${verdict}: show the check`,
  notShownHint: "Where a source leaves a part of the sum out, a line for it closes the sum.",
  addNotShown: "Add a “not shown” line",
} as const;

export const enClaims = {
  ofItself: (x: string) => `${x}, as a share of itself`,
  againstTarget: {
    initial: (x: string) => `${x} against the initial target`,
    latest: (x: string) => `${x} against the latest target`,
  },
  targets: {
    initial: (x: string) => `initial target of ${x}`,
    latest: (x: string) => `latest target of ${x}`,
  },
  compared: {
    yoy: (x: string) => `${x}, year on year`,
    yoy_change: (x: string) => `${x}, change on the year`,
    qoq: (x: string) => `${x}, quarter on quarter`,
    qoq_change: (x: string) => `${x}, change on the quarter`,
    ytd_change: (x: string) => `${x}, change since the fiscal year-end`,
    prior_year: (x: string) => `${x} a year before`,
    progress: (x: string) => `${x}, progress to the full-year target`,
    ytd: (x: string) => `${x}, year to date`,
    ttm: (x: string) => `${x}, last twelve months`,
    opening: (x: string) => `${x} at the start`,
    closing: (x: string) => `${x} at the end`,
    avg: (x: string) => `${x}, average of start and end`,
  },
} as const;

/** As `enReach`, in Japanese. */
export function jaReach(low: string | null, high: string | null): string {
  if (low === null) return high === null ? "上限・下限なし" : `${high}以下（下限なし）`;
  return high === null ? `${low}以上（上限なし）` : `${low}～${high}`;
}

export const ja: DictionaryOf<typeof en> = {
  label: "照合",
  detailsLabel: "選択中の照合",
  nothingSelected: "照合を選ぶと、計算の過程を表示します。",
  running: "照合中…",
  runningAgain: "直前の編集を受けて照合し直しています",
  none: "照合できるものがまだありません（記載の比率、合計、求め方が二つある数値）。",
  noneListed: "該当する照合がありません。",
  outsideCount: (count) => `不一致${count}件`,
  outsideHint: "他の求め方と一致しない記載です。クリックで一覧を表示します。",
  filter: "表示する照合",
  all: "すべて",
  search: "照合を検索",
  searchShort: "検索",
  verdicts: { outside: "不一致", "not-computable": "計算不可", within: "端数の範囲内", exact: "一致" },
  kinds: { stated: "記載値", identity: "内訳合計", routes: "別経路" },
  kindsAsClaims: { identity: "内訳の合計", routes: "他の求め方" },
  rivalAsClaim: "同日の別の記載",
  rival: (asPrinted, source) => `同日の「${source}」には ${asPrinted} と記載`,
  columns: {
    verdict: "判定",
    kind: "種類",
    claim: "記載の内容",
    period: "期間",
    printed: "記載",
    recomputed: "再計算",
    range: "取り得る範囲",
    why: "照合先・不足・原因",
    source: "出典",
  },
  range: jaReach,
  reachBetween: jaReach,
  between: "、",
  notPrinted: (text) => `${text}（記載なし）`,
  differenceOf: (difference) => `差 ${difference}`,
  hint: (arithmetic, printed, neighbour, from) => `${arithmetic} = ${printed}：${from}の代わりに${neighbour}を用いた値`,
  neighbours: {
    "latest-target": () => "最新の予想",
    "initial-target": () => "期初予想",
    "other-vintage": () => "他の出典の数値",
    "other-scope": () => "連結・単体の他方の数値",
    "other-period": (period) => `${period}の数値`,
  },
  printed: "記載",
  recomputed: "再計算",
  reachable: "取り得る範囲",
  difference: "差",
  formula: "計算式",
  against: "照合先",
  worked: "計算",
  perhaps: "考えられる原因",
  needs: "不足している数値",
  operands: "内訳",
  goToCell: "業績で表示",
  show: (verdict) => `${verdict}：照合を表示`,
  notShownHint: "出典が合計の一部を示していない場合は、その分の科目を加えると合計が合います。",
  addNotShown: "「非表示」の科目を追加",
};

export const jaClaims: DictionaryOf<typeof enClaims> = {
  ofItself: (x) => `${x}：それ自身に対する割合`,
  againstTarget: {
    initial: (x) => `${x}：期初予想比`,
    latest: (x) => `${x}：最新予想比`,
  },
  targets: {
    initial: (x) => `${x}の期初予想`,
    latest: (x) => `${x}の最新予想`,
  },
  compared: {
    yoy: (x) => `${x}：前年同期比`,
    yoy_change: (x) => `${x}：前年同期比増減`,
    qoq: (x) => `${x}：前四半期比`,
    qoq_change: (x) => `${x}：前四半期比増減`,
    ytd_change: (x) => `${x}：前期末比増減`,
    prior_year: (x) => `前年同期の${x}`,
    progress: (x) => `${x}：進捗率`,
    ytd: (x) => `${x}（累計）`,
    ttm: (x) => `${x}（直近12か月）`,
    opening: (x) => `期首の${x}`,
    closing: (x) => `期末の${x}`,
    avg: (x) => `${x}（期首期末平均）`,
  },
};
