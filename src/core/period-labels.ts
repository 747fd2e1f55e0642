/** Names of spans, read and printed. */
import type { Language } from "#core/book.ts";
import type { FiscalCalendar, Span } from "#core/timeline.ts";
import {
  boundaryAt,
  endOf,
  fiscalYearNamed,
  fiscalYearOf,
  monthOf,
  quarterEnding,
  quarterOfYear,
  yearName,
} from "#core/timeline.ts";

/**
 * How periods are named: `2Q06` as the reference deck has it, `2007/3 2Q` by the month that closes the year,
 * `2007年3月期 第2四半期` as Japanese filings have it, `Q2 FY2006`.
 */
export const PERIOD_STYLES = ["deck", "year-end", "filing", "fiscal"] as const;

export type PeriodStyle = (typeof PERIOD_STYLES)[number];

/** A part of a year under its short name: `2Q`, `1H`, `9M`, `FY`. Null: no part of one year. */
function partName({ start, length }: Span): string | null {
  const first = quarterOfYear(start);
  if (length <= 1) return `${quarterOfYear(length === 0 ? start - 1 : start) + 1}Q`;
  if (length === 2 && first % 2 === 0) return `${first / 2 + 1}H`;
  if (first !== 0) return null;
  return length === 3 ? "9M" : length === 4 ? "FY" : null;
}

/** The parts of a year as Japanese filings name them. */
const FILED_PARTS: Readonly<Record<string, string>> = {
  "1Q": "第1四半期",
  "2Q": "第2四半期",
  "3Q": "第3四半期",
  "4Q": "第4四半期",
  "1H": "上期",
  "2H": "下期",
  "9M": "第3四半期累計",
  FY: "通期",
};

/** `2Q06`, `2Q`, by what of the label stands beside it anyway. */
interface Naming {
  year(of: Span, calendar: FiscalCalendar): string;
  part(name: string): string;
  whole(name: string, of: Span, calendar: FiscalCalendar): string;
}

const yearEnding = (of: Span, calendar: FiscalCalendar): { readonly year: number; readonly month: number } =>
  monthOf(endOf(fiscalYearOf(of)), calendar);

const NAMINGS: Readonly<Record<PeriodStyle, Naming>> = {
  deck: {
    year: (of, calendar) => `FY${yearName(fiscalYearOf(of), calendar)}`,
    part: (name) => name,
    whole: (name, of, calendar) =>
      name === "FY" ? NAMINGS.deck.year(of, calendar) : `${name}${shortYear(of, calendar)}`,
  },
  "year-end": {
    year(of, calendar) {
      const { year, month } = yearEnding(of, calendar);
      return `${year}/${month}`;
    },
    part: (name) => name,
    whole: (name, of, calendar) => `${NAMINGS["year-end"].year(of, calendar)} ${name}`,
  },
  filing: {
    year(of, calendar) {
      const { year, month } = yearEnding(of, calendar);
      return `${year}年${month}月期`;
    },
    part: (name) => FILED_PARTS[name] ?? name,
    whole: (name, of, calendar) => `${NAMINGS.filing.year(of, calendar)} ${NAMINGS.filing.part(name)}`,
  },
  fiscal: {
    year: (of, calendar) => NAMINGS.deck.year(of, calendar),
    part: (name) => name.replace(/^([1-4])([QH])$/, "$2$1"),
    whole(name, of, calendar) {
      const year = NAMINGS.deck.year(of, calendar);
      return name === "FY" ? year : `${NAMINGS.fiscal.part(name)} ${year}`;
    },
  },
};

/**
 * `2Q06`, `1H06`, `9M06`, `FY2006`, `LTM 2Q06`, or the same in another style; any other span by its ends,
 * `2Q06-1Q07`; a boundary by the quarter it ends. {@link parsePeriod} reads every one of them.
 */
export function formatPeriod(span: Span, calendar: FiscalCalendar, style: PeriodStyle = "deck"): string {
  const naming = NAMINGS[style];
  const part = partName(span);
  const last = quarterEnding(endOf(span));
  if (part !== null) return naming.whole(part, span.length === 0 ? last : span, calendar);
  const quarter = (of: Span): string => naming.whole(partName(of) ?? "", of, calendar);
  if (span.length === 4) return `LTM ${quarter(last)}`;
  return `${quarter({ start: span.start, length: 1 })}${style === "deck" ? "-" : " – "}${quarter(last)}`;
}

/** The fiscal year that a span ends in, as a heading over its parts: `FY2006`, `2007/3`, `2007年3月期`. */
export const formatYear = (span: Span, calendar: FiscalCalendar, style: PeriodStyle = "deck"): string =>
  NAMINGS[style].year(span, calendar);

/** The part of the year alone, for under a heading that says the year: `2Q`, `第2四半期`, `LTM Q2`. */
export function formatPart(span: Span, style: PeriodStyle = "deck"): string {
  const part = partName(span);
  if (part !== null) return NAMINGS[style].part(part);
  return `LTM ${NAMINGS[style].part(partName(quarterEnding(endOf(span))) ?? "")}`;
}

/**
 * The name of a column under a heading that says its year: the part alone, `第2四半期`, `2Q`; in the deck's style
 * the whole, `2Q06`, which is as short.
 */
export const formatUnderYear = (span: Span, calendar: FiscalCalendar, style: PeriodStyle = "deck"): string =>
  style === "deck" ? formatPeriod(span, calendar, style) : formatPart(span, style);

const shortYear = (span: Span, calendar: FiscalCalendar): string =>
  String(yearName(fiscalYearOf(span), calendar) % 100).padStart(2, "0");

export type PeriodProblem = "not-a-period" | "not-this-year-end";

/** Years of two digits: 70 and later are the 1900s, as spreadsheets read them. */
const wholeYear = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);

/** The years that two digits name: any other would be printed under another year's label. */
const isNameable = (year: number): boolean => year >= 1970 && year < 2070;

const PARTS: Readonly<Record<string, Span>> = {
  "1Q": { start: 0, length: 1 },
  "2Q": { start: 1, length: 1 },
  "3Q": { start: 2, length: 1 },
  "4Q": { start: 3, length: 1 },
  "1H": { start: 0, length: 2 },
  "2H": { start: 2, length: 2 },
  "6M": { start: 0, length: 2 },
  "9M": { start: 0, length: 3 },
  "12M": { start: 0, length: 4 },
  FY: { start: 0, length: 4 },
};

const JAPANESE_PARTS: Readonly<Record<string, string>> = {
  "": "FY",
  通期: "FY",
  上期: "1H",
  上半期: "1H",
  中間期: "1H",
  下期: "2H",
  下半期: "2H",
};

/**
 * Reads a period in any label style: `2Q06`, `1H06`, `9M06`, `FY2006`, `LTM 2Q06`, `FY2006 2Q`,
 * `Q2 FY07`, `2007/3 2Q`, `2007/3期 2Q`, `2007年3月期 第2四半期`, `2007年3月期 第2四半期累計`, `1Q06-2Q07`.
 * Years without a month are the company's own; with a month they must end in its year-end month.
 *
 * @returns the span, or the problem. Never throws.
 */
export function parsePeriod(text: string, calendar: FiscalCalendar): { span: Span } | { problem: PeriodProblem } {
  const clean = text.normalize("NFKC").trim().replace(/\s+/g, " ").toUpperCase();
  const range =
    /^([1-4]Q\d{2}(?:\d{2})?) ?[-–~] ?([1-4]Q\d{2}(?:\d{2})?)$/.exec(clean) ?? /^(.+) [-–~] (.+)$/.exec(clean);
  if (range?.[1] !== undefined && range[2] !== undefined) {
    const from = parsePeriod(range[1], calendar);
    const to = parsePeriod(range[2], calendar);
    if ("problem" in from || "problem" in to) return { problem: "not-a-period" };
    const areQuarters = from.span.length === 1 && to.span.length === 1;
    if (!areQuarters || to.span.start < from.span.start) return { problem: "not-a-period" };
    return { span: { start: from.span.start, length: endOf(to.span) - from.span.start } };
  }
  if (clean.startsWith("LTM ")) {
    const last = parsePeriod(clean.slice(4), calendar);
    if ("problem" in last || last.span.length !== 1) return { problem: "not-a-period" };
    return { span: { start: endOf(last.span) - 4, length: 4 } };
  }
  const japanese = readJapanese(clean);
  if (japanese !== null) return inYearEnding(japanese, calendar);

  const english =
    /^(?<part>[1-4]Q|[12]H|[69]M|12M|FY)(?<year>\d{2}|\d{4})$/.exec(clean) ??
    /^FY ?(?<year>\d{2}|\d{4})[ -](?:(?<part>[1-4]Q|[12]H|[69]M)|(?<turned>Q[1-4]|H[12]))$/.exec(clean) ??
    /^(?:(?<part>[1-4]Q|[12]H|[69]M)|(?<turned>Q[1-4]|H[12])) FY ?(?<year>\d{2}|\d{4})$/.exec(clean);
  const { part, turned, year } = english?.groups ?? {};
  const within = PARTS[part ?? (turned === undefined ? "" : `${turned.charAt(1)}${turned.charAt(0)}`)];
  if (within === undefined || year === undefined || !isNameable(wholeYear(year))) return { problem: "not-a-period" };
  const { start } = fiscalYearNamed(wholeYear(year), calendar);
  return { span: { start: start + within.start, length: within.length } };
}

interface PartOfYearEnding {
  readonly year: number;
  readonly month: number;
  readonly part: string;
}

/** `2007/3 2Q`, `2007/3期 2Q`, `2007年3月期 第2四半期(累計)`, with the span's part under its English name. */
function readJapanese(text: string): PartOfYearEnding | null {
  const match = /^(\d{4})(?:\/(\d{1,2})期?|年(\d{1,2})月期)(?: ?(.*))?$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2] ?? match[3]);
  const rest = (match[4] ?? "").replace(/[()]/g, "").trim();
  const quarter = /^第?([1-4])四半期(累計(?:期間)?)?$/.exec(rest);
  if (quarter?.[1] !== undefined) {
    const cumulative = ["1Q", "1H", "9M", "FY"][Number(quarter[1]) - 1] ?? "";
    return { year, month, part: quarter[2] === undefined ? `${quarter[1]}Q` : cumulative };
  }
  return { year, month, part: JAPANESE_PARTS[rest] ?? rest };
}

function inYearEnding(
  { year, month, part }: PartOfYearEnding,
  calendar: FiscalCalendar,
): { span: Span } | { problem: PeriodProblem } {
  const within = PARTS[part];
  if (within === undefined || month < 1 || month > 12 || !isNameable(year)) return { problem: "not-a-period" };
  const end = boundaryAt({ year, month }, calendar);
  if (end === null || quarterOfYear(end) !== 0) return { problem: "not-this-year-end" };
  return { span: { start: end - 4 + within.start, length: within.length } };
}

/** The calendar months of a span: `Jul – Sep 2006`, `2006年7月～9月`; of a boundary: `end of Sep 2006`, `2006年9月末`. */
export function calendarRange(span: Span, calendar: FiscalCalendar, language: Language): string {
  const last = monthOf(endOf(span), calendar);
  if (span.length === 0)
    return language === "ja" ? `${last.year}年${last.month}月末` : `end of ${monthName(last.month)} ${last.year}`;
  const before = monthOf(span.start, calendar);
  const first = { year: before.month === 12 ? before.year + 1 : before.year, month: (before.month % 12) + 1 };
  const sameYear = first.year === last.year;
  if (language === "ja") return `${first.year}年${first.month}月～${sameYear ? "" : `${last.year}年`}${last.month}月`;
  return `${monthName(first.month)}${sameYear ? "" : ` ${first.year}`} – ${monthName(last.month)} ${last.year}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const monthName = (month: number): string => MONTHS[month - 1] ?? String(month);
