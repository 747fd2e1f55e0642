/** The sentences of a headline: their words follow the sign, and a loss never grows in percent. */
import type { Language, LineKind } from "#core/book.ts";
import { formatFigure, showFigure, type NumberStyle } from "#core/format-amount.ts";
import type { GrowthWord } from "#core/gaps.ts";
import { roundedDigits } from "#core/rounding.ts";
import type { Span } from "#core/timeline.ts";
import { quarterOfYear } from "#core/timeline.ts";
import { heldDecimals, unitOf, unitShown, type AmountScale } from "#core/units.ts";
import type { PageCell } from "./page-cell.ts";

/** What a sentence is made of; the cells are in the unit that the sentence names. */
export interface HeadlineParts {
  readonly label: string;
  readonly amount: PageCell;
  readonly prior: PageCell;
  /** The name of the span it is compared with: `2Q05`. */
  readonly priorLabel: string;
  readonly span: Span;
  /** How its amounts are written, and what the line measures. */
  readonly style: NumberStyle;
  readonly kind: LineKind;
  readonly growth: PageCell;
  /** Null where no target is published for the span. */
  readonly target: { readonly aim: PageCell; readonly against: PageCell; readonly isRevised: boolean } | null;
}

/** `Total revenues JPY 14,007 million (+17.4% compared to 2Q05)`; null where there is no amount. */
export function headlineEn(parts: HeadlineParts): string | null {
  const { label, amount, growth, priorLabel, target } = parts;
  if (amount.value === null) return null;
  const comparisons = [
    growth.value === null ? turnedEn(parts) : comparedEn(growth, growth.value, priorLabel),
    target === null ? null : targetEn(target, parts),
  ].filter((text) => text !== null);
  const name = named(label, amount.value, "en");
  const isLoss = amount.value < 0 && name !== bareLabel(label, "en");
  return `${name} ${amountText(amount, isLoss, "en", parts)}${comparisons.length === 0 ? "" : ` (${comparisons.join(", ")})`}`;
}

/** `営業収益 140.1億円（前年同四半期比 17.4%増）`; null where there is no amount. */
export function headlineJa(parts: HeadlineParts): string | null {
  const { label, amount, growth, span, target } = parts;
  if (amount.value === null) return null;
  const before = priorJa(span);
  const comparisons = [
    growth.value === null ? turnedJa(parts, before) : `${before}比 ${movedJa(growth, growth.value)}`,
    target === null ? null : targetJa(target, parts),
  ].filter((text) => text !== null);
  const name = named(label, amount.value, "ja");
  const isLoss = amount.value < 0 && name !== bareLabel(label, "ja");
  return `${name} ${amountText(amount, isLoss, "ja", parts)}${comparisons.length === 0 ? "" : `（${comparisons.join("、")}）`}`;
}

const bareLabel = (label: string, language: Language): string =>
  language === "en" ? label.replace(/ \(loss\)$/i, "") : label;

/** A loss is called one: `Operating loss`, 営業損失. */
function named(label: string, value: number, language: Language): string {
  const bare = bareLabel(label, language);
  if (value >= 0) return bare;
  return language === "en"
    ? bare.replace(/\b(income|profit|earnings)$/i, "loss")
    : bare.replace(/(利益|損益)$/, "損失");
}

const SCALES_JA: readonly (readonly [scale: number, word: string])[] = [
  [1e12, "兆"],
  [1e9, "十億"],
  [1e8, "億"],
  [1e6, "百万"],
  [1e3, "千"],
  [1, ""],
];

/** Currencies by their Japanese names; any other stands by its code. */
const CURRENCIES_JA: Readonly<Record<string, string>> = { JPY: "円", USD: "米ドル", EUR: "ユーロ", CNY: "人民元" };

type Amounts = Pick<HeadlineParts, "style" | "kind">;

/** English has no word for 億: the same digits are told in billions. */
const scaleIn = (language: Language, amounts: AmountScale): AmountScale =>
  language === "en" && amounts === "100 million" ? "billion" : amounts;

/** `JPY 14,007 million`, `140.1億円`, `5.8%`, `16,112 contracts`; without its sign where the name says loss. */
function amountText(cell: PageCell, isUnsigned: boolean, language: Language, { style, kind }: Amounts): string {
  const value = cell.value ?? Number.NaN;
  const of = { unit: cell.unit, kind };
  const amounts = scaleIn(language, style.amounts);
  const shown = isUnsigned ? Math.abs(value) : value;
  const digits = showFigure(shown, { of, decimals: cell.decimals, negatives: style.negatives, amounts });
  const unit = unitShown(of, amounts);
  const { kind: measure, currency, scale } = unitOf(unit);
  if (measure === "percent") return digits;
  if (measure === "points") return language === "en" ? `${digits} percentage points` : `${digits}ポイント`;
  if (measure === "count") return unit === "" ? digits : `${digits} ${unit}`;
  if (language === "ja") {
    const word = SCALES_JA.find(([each]) => each === scale)?.[1] ?? "";
    return `${digits}${word}${CURRENCIES_JA[currency ?? ""] ?? ` ${currency ?? ""}`}`;
  }
  const word = unit.slice((currency ?? "").length);
  return `${currency ?? ""} ${digits}${word}`;
}

/** The magnitude of a move in print, and which way it goes once it is rounded: 0.04 % is no move. */
function moved(cell: PageCell, value: number): { readonly text: string; readonly sign: -1 | 0 | 1 } {
  const decimals = cell.decimals ?? 1;
  const isNothing = roundedDigits(value, heldDecimals(decimals, cell.unit)) === 0;
  const text = formatFigure(Math.abs(value), { unit: cell.unit, decimals, negatives: "minus" });
  return { text, sign: isNothing ? 0 : value > 0 ? 1 : -1 };
}

function comparedEn(cell: PageCell, value: number, withWhat: string): string {
  const { text, sign } = moved(cell, value);
  if (sign === 0) return `level with ${withWhat}`;
  const points = unitOf(cell.unit).kind === "points" ? " percentage points" : "";
  return `${sign > 0 ? "+" : "-"}${text}${points} compared to ${withWhat}`;
}

function movedJa(cell: PageCell, value: number): string {
  const { text, sign } = moved(cell, value);
  if (sign === 0) return "横ばい";
  if (unitOf(cell.unit).kind === "points") return `${text}ポイント${sign > 0 ? "上昇" : "低下"}`;
  return `${text}${sign > 0 ? "増" : "減"}`;
}

/** What happened where a percentage would mislead, with the amount it started from. */
const TURNED_EN: Readonly<Record<GrowthWord, (amount: string, label: string) => string>> = {
  "turned-to-profit": (amount, label) => `turned to profit from a loss of ${amount} in ${label}`,
  "turned-to-loss": (amount, label) => `turned to loss from a profit of ${amount} in ${label}`,
  "loss-widened": (amount, label) => `loss widened from ${amount} in ${label}`,
  "loss-narrowed": (amount, label) => `loss narrowed from ${amount} in ${label}`,
  "from-zero": (_amount, label) => `from zero in ${label}`,
};

const TURNED_JA: Readonly<Record<GrowthWord, (amount: string, before: string) => string>> = {
  "turned-to-profit": (amount, before) => `${before}の損失${amount}から黒字転換`,
  "turned-to-loss": (amount, before) => `${before}の利益${amount}から赤字転落`,
  "loss-widened": (amount, before) => `${before}の損失${amount}から赤字拡大`,
  "loss-narrowed": (amount, before) => `${before}の損失${amount}から赤字縮小`,
  "from-zero": (_amount, before) => `${before}はゼロ`,
};

function turnedEn(parts: HeadlineParts): string | null {
  const { growth, prior, priorLabel: label } = parts;
  const { gap } = growth;
  if (gap?.gap === "not-comparable") return `not comparable with ${label}`;
  return gap?.growth === undefined ? null : TURNED_EN[gap.growth](amountText(prior, true, "en", parts), label);
}

function turnedJa(parts: HeadlineParts, before: string): string | null {
  const { growth, prior } = parts;
  const { gap } = growth;
  if (gap?.gap === "not-comparable") return `${before}とは比較不可`;
  return gap?.growth === undefined ? null : TURNED_JA[gap.growth](amountText(prior, true, "ja", parts), before);
}

type Target = NonNullable<HeadlineParts["target"]>;

function targetEn({ aim, against, isRevised }: Target, amounts: Amounts): string | null {
  const name = isRevised ? "the initial target" : "the target";
  if (against.value !== null) return comparedEn(against, against.value, name);
  return aim.value === null ? null : `${name} was ${amountText(aim, false, "en", amounts)}`;
}

function targetJa({ aim, against, isRevised }: Target, amounts: Amounts): string | null {
  const name = isRevised ? "期初予想" : "会社予想";
  if (against.value !== null) return `${name}比 ${movedJa(against, against.value)}`;
  return aim.value === null ? null : `${name}は${amountText(aim, false, "ja", amounts)}`;
}

/** How Japanese filings call the span a year before: 前年同四半期, 前年同期 (halves, nine and twelve months), 前期. */
function priorJa(span: Span): string {
  if (span.length === 1) return "前年同四半期";
  return span.length === 4 && quarterOfYear(span.start) === 0 ? "前期" : "前年同期";
}
