/** The summary's headlines: total revenues and operating income as sentences, in both languages. */
import type { Book, Language } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { NumberStyle } from "#core/format-amount.ts";
import { calendarRange, formatPeriod, type PeriodStyle } from "#core/period-labels.ts";
import type { Span } from "#core/timeline.ts";
import { SCALES, unitOf } from "#core/units.ts";
import { onTheYear, yearBefore } from "./comparison-cells.ts";
import type { HeadlineParts } from "./headline-words.ts";
import { headlineEn, headlineJa } from "./headline-words.ts";
import type { Missing, PageAsk, PageCell } from "./page-cell.ts";
import { missingIn } from "./page-cell.ts";
import type { PageFigures } from "./page-figures.ts";
import { pageFiguresOf } from "./page-figures.ts";
import type { ShownLine } from "./page-lines.ts";
import { linesOf } from "./page-lines.ts";
import type { TargetCells } from "./target-cells.ts";
import { targetsOf, vintagesOf } from "./target-cells.ts";

export interface Headline {
  readonly line: ShownLine;
  readonly amount: PageCell;
  /** The amount in the unit that the Japanese sentence names: 140.1 of JPY 100 million. */
  readonly amountJa: PageCell;
  readonly prior: PageCell;
  readonly growth: PageCell;
  /** Null where no target is published for the span. */
  readonly targets: TargetCells | null;
  /** Plain text, without a bullet; null where there is no amount. */
  readonly textEn: string | null;
  readonly textJa: string | null;
  /** A percentage in the sentence is recomputed, because the printed one is outside. */
  readonly flagged: boolean;
}

export interface HeadlinePage {
  readonly span: Span;
  /** `1H06 (Apr – Sep 2006)` and `1H06（2006年4月～9月）`. */
  readonly titleEn: string;
  readonly titleJa: string;
  readonly headlines: readonly Headline[];
  readonly missing: readonly Missing[];
}

/** How the sentences write figures and periods. */
export interface HeadlineStyle extends NumberStyle {
  readonly periods: PeriodStyle;
}

/** As the reference deck has them: amounts as entered, in Japanese 億円. */
const DECK_STYLE: HeadlineStyle = { negatives: "minus", amounts: "entered", periods: "deck" };

/** @throws RangeError for a company the book does not have, and for a span that is no stretch of one to four quarters */
export function headlinePage(
  book: Book,
  ask: PageAsk,
  checks: readonly Check[] | null = null,
  style: HeadlineStyle = DECK_STYLE,
): HeadlinePage {
  const figures = pageFiguresOf(book, ask, checks);
  const lines = linesOf(book, ask.company);
  const { span } = ask;
  const calendar = figures.company;
  const priorLabel = formatPeriod(yearBefore(span), calendar, style.periods);
  const headlines = [lines.role("revenue"), lines.role("operating") ?? lines.role("net")]
    .filter((line) => line !== null)
    .map((line) => headlineOf(figures, line, priorLabel, style));
  const label = formatPeriod(span, calendar, style.periods);
  return {
    span,
    titleEn: `${label} (${calendarRange(span, calendar, "en")})`,
    titleJa: `${label}（${calendarRange(span, calendar, "ja")}）`,
    headlines,
    missing: missingIn(headlines),
  };
}

/** All sentences, one a line with its bullet, for a mail or a slide. */
export function headlineText({ titleEn, titleJa, headlines }: HeadlinePage, language: Language): string {
  const texts = headlines.map(({ textEn, textJa }) => (language === "en" ? textEn : textJa));
  const bullet = language === "en" ? "- " : "・";
  const title = language === "en" ? titleEn : titleJa;
  return [title, ...texts.flatMap((text) => (text === null ? [] : [`${bullet}${text}`]))].join("\n");
}

function headlineOf(figures: PageFigures, line: ShownLine, priorLabel: string, style: HeadlineStyle): Headline {
  const { span } = figures.ask;
  const vintages = vintagesOf(figures, line.id, span);
  const targets = vintages.length === 0 ? null : targetsOf(figures, line.id, span);
  const amount = figures.cell(line.id, span);
  const prior = figures.cell(line.id, yearBefore(span));
  const growth = onTheYear(figures, line.id, span);
  const parts = { amount, prior, priorLabel, span, growth, style, kind: line.line.kind };
  // A unit that somebody chose is kept in both languages.
  const isOwn = style.amounts === "entered";
  const inJapanese = (cell: PageCell, of: Span): PageCell =>
    isOwn ? inHundredMillions(figures, line, cell, of) : cell;
  const amountJa = inJapanese(amount, span);
  const targetEn: HeadlineParts["target"] =
    targets === null ? null : { aim: targets.initial, against: targets.againstInitial, isRevised: vintages.length > 1 };
  const targetJa = targetEn === null ? null : { ...targetEn, aim: isOwn ? scaled(targetEn.aim) : targetEn.aim };
  return {
    line,
    amount,
    amountJa,
    prior,
    growth,
    targets,
    textEn: headlineEn({ ...parts, label: line.labelEn, target: targetEn }),
    textJa: headlineJa({
      ...parts,
      label: line.labelJa,
      amount: amountJa,
      prior: inJapanese(prior, yearBefore(span)),
      target: targetJa,
    }),
    flagged: growth.flagged || (targets?.againstInitial.flagged ?? false),
  };
}

/** What Japanese readers count yen in. */
const OKU = "100 million";
const OKU_SCALE = SCALES[OKU] ?? 1;

/** How many of a unit make 億円; null for other money, for units past it, and for less than one. */
function factorOf({ unit, value }: PageCell): number | null {
  const { kind, currency, scale } = unitOf(unit);
  if (kind !== "money" || currency !== "JPY" || scale >= OKU_SCALE || value === null) return null;
  const factor = OKU_SCALE / scale;
  return Math.abs(value) >= factor ? factor : null;
}

/** A line's amount in 億円 with one decimal, as Japanese summaries have it; small amounts and other money as they are. */
function inHundredMillions(figures: PageFigures, line: ShownLine, cell: PageCell, span: Span): PageCell {
  const factor = factorOf(cell);
  if (factor === null) return cell;
  const same = figures.expression(`${line.id} / ${factor}`, span, [{ line: line.id, span }]);
  return { ...same, unit: `JPY ${OKU}`, decimals: same.printed?.decimals ?? 1 };
}

/** The same of a target, of which nothing is printed that way. */
function scaled(cell: PageCell): PageCell {
  const factor = factorOf(cell);
  return factor === null || cell.value === null
    ? cell
    : { ...cell, value: cell.value / factor, decimals: 1, unit: `JPY ${OKU}`, expression: null };
}
