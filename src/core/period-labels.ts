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

/** `2Q06`, `1H06`, `9M06`, `FY2006`, `LTM 2Q06`; any other span by its ends, `2Q06-1Q07`; a boundary by the quarter it ends. */
export function formatPeriod(span: Span, calendar: FiscalCalendar): string {
  const quarter = (one: Span): string => `${quarterOfYear(one.start) + 1}Q${shortYear(one, calendar)}`;
  const last = quarterEnding(endOf(span));
  const first = quarterOfYear(span.start);
  if (span.length <= 1) return quarter(last);
  if (span.length === 2 && first % 2 === 0) return `${first / 2 + 1}H${shortYear(span, calendar)}`;
  if (span.length === 3 && first === 0) return `9M${shortYear(span, calendar)}`;
  if (span.length === 4) return first === 0 ? `FY${yearName(span, calendar)}` : `LTM ${quarter(last)}`;
  return `${quarter({ start: span.start, length: 1 })}-${quarter(last)}`;
}

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
  const range = /^([1-4]Q\d{2}(?:\d{2})?) ?[-–~] ?([1-4]Q\d{2}(?:\d{2})?)$/.exec(clean);
  if (range?.[1] !== undefined && range[2] !== undefined) {
    const from = parsePeriod(range[1], calendar);
    const to = parsePeriod(range[2], calendar);
    if ("problem" in from || "problem" in to || endOf(to.span) <= from.span.start) return { problem: "not-a-period" };
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
