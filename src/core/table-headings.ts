/** What of a pasted table is no figure but says what the figures are: labels before its rows, periods above its columns. */
import { parseAmount } from "#core/parse-amount.ts";
import type { TextTable } from "#core/pasted-table.ts";

/** A table without its headings. */
export interface BareTable {
  readonly figures: TextTable;
  /** How many columns of labels were before the figures. */
  readonly labels: number;
  /** How many rows of periods were above them. */
  readonly periods: number;
}

/**
 * Takes off the labels and periods that a block brings along, so that its figures begin at its corner. Whatever may
 * be a figure stays: a row of bare years is one of periods only where they follow each other and the rows below do
 * not; and a mark such as `n.m.` is no label.
 */
export function withoutHeadings(table: TextTable): BareTable {
  let labels = 0;
  while (labels < widthOf(table) - 1 && isOfLabels(table.map((row) => textAt(row, labels)))) labels++;
  const columns = table.map((row) => row.slice(labels));
  let periods = 0;
  while (periods < columns.length - 1 && isOfPeriods(columns, periods)) periods++;
  return { figures: columns.slice(periods), labels, periods };
}

const widthOf = (table: TextTable): number => table.reduce((widest, { length }) => Math.max(widest, length), 0);

const textAt = (row: readonly string[], column: number): string => (row[column] ?? "").normalize("NFKC").trim();

/** What stands for a figure that is not there. */
const MARKS = /^(?:n\W?[am]\W?|nil|none|tbd|該当なし|未定|非開示)$/iu;

function isOfLabels(texts: readonly string[]): boolean {
  const written = texts.filter((text) => text !== "");
  return written.length > 0 && written.every((text) => isWord(text) && /\p{L}/u.test(text) && !MARKS.test(text));
}

function isWord(text: string): boolean {
  const parsed = parseAmount(text, "");
  return "problem" in parsed && parsed.problem.code === "not-a-number";
}

const YEAR = /^(?:19|20)\d\d$/u;

/** As reports and models write periods: `2Q06`, `Q2 FY06`, `FY2006`, `2006E`, `2006/3`, `Mar-06`, `31 March 2006`, `2007年3月期`. */
const PERIODS = [
  YEAR,
  /^(?:19|20)\d\d(?:[/-]\d{1,2})?\s?[AEFP]?$/iu,
  /^(?:FY|CY)\s?['’]?\d{2,4}\s?[AEFP]?$/iu,
  /^(?:[1-4]Q|Q[1-4]|[12]H|H[12]|9M|LTM)(?:[\s'’/-]*(?:FY|CY|[1-4]Q)?\s?['’]?\d{2,4}\s?[AEFP]?)?$/iu,
  /^(?:FY|CY)?['’]?\d{2,4}[\s/-]?(?:[1-4]Q|Q[1-4]|[12]H|H[12])$/iu,
  /^\p{L}{3,9}\.?[\s-]?(?:\d{1,2},?\s)?['’]?\d{2,4}$/iu,
  /^\d{1,2}[\s-]\p{L}{3,9}\.?[\s-]\d{2,4}$/iu,
  /^\d[\d\s/.-]*(?:年|月期|月|四半期)|^(?:第[1-4]四半期|通期|上期|下期|中間期)/u,
];

function isOfPeriods(table: TextTable, at: number): boolean {
  const texts = textsIn(table[at]);
  if (texts.length === 0 || !texts.every((text) => PERIODS.some((form) => form.test(text)))) return false;
  if (!texts.every((text) => YEAR.test(text))) return true;
  const below = textsIn(table[at + 1]);
  // Above a row that can only be of periods it is one too.
  const isAbove = below.some((text) => !YEAR.test(text)) && isOfPeriods(table, at + 1);
  return isAbove || (areInTurn(texts) && !areInTurn(below));
}

const textsIn = (row: readonly string[] = []): string[] =>
  row.map((_, column) => textAt(row, column)).filter((text) => text !== "");

/** Years one after the other, at least two. */
function areInTurn(texts: readonly string[]): boolean {
  const years = texts.map((text) => (YEAR.test(text) ? Number(text) : Number.NaN));
  const step = (years[1] ?? Number.NaN) - (years[0] ?? Number.NaN);
  return Math.abs(step) === 1 && years.every((year, index) => index === 0 || year - (years[index - 1] ?? 0) === step);
}
