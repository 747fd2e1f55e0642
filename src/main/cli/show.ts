/** `show BOOK --period P`: a period's figures beside the year before. */
import type { Book, Company, Line } from "#core/book.ts";
import type { Cell } from "#core/figures/cell.ts";
import { isFigure } from "#core/figures/cell.ts";
import type { Figures } from "#core/figures/figures.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { isMixed } from "#core/figures/rests.ts";
import { formatFigure } from "#core/format-amount.ts";
import { growthWords } from "#core/gap-words.ts";
import type { Expression } from "#core/formula/expression.ts";
import { rowsOf } from "#core/layout.ts";
import { formatPeriod } from "#core/period-labels.ts";
import type { Span } from "#core/timeline.ts";
import { shift } from "#core/timeline.ts";
import { unitOf } from "#core/units.ts";
import type { Arguments } from "./arguments.ts";
import { required } from "./arguments.ts";
import type { Answer, Surroundings } from "./commands.ts";
import { gapText } from "./gap-text.ts";
import { companyOf, readBookOf, spanNamed, viewOf } from "./open.ts";
import { tableText } from "./table-text.ts";

/** Beside a figure that joins those of before and after a restatement, as in the window. */
export const MIXED = "†";
export const MIXED_WORDS = "joins figures from before and after a restatement";

export async function show(given: Arguments, surroundings: Surroundings): Promise<Answer> {
  const book = readBookOf(given, surroundings);
  const company = companyOf(book, given);
  const span = spanNamed(required(given, "period"), company);
  const figures = figuresOf(book, viewOf(given, company));
  const [now, before] = [formatPeriod(span, company), formatPeriod(shift(span, -4), company)];
  const rows = rowsOf(book, company.id).flatMap((row) =>
    row.kind === "line"
      ? [{ depth: row.depth, data: rowData(row.line, row.labelEn, span, figures, book, company) }]
      : [],
  );
  const hasMixed = rows.some(({ data }) => [data, data.prior, data.yoy].some(({ mixedVintages }) => mixedVintages));
  // A place for the mark behind every number, so that digits stay under digits.
  const marked = ({
    text,
    mixedVintages = false,
  }: {
    readonly text: string;
    readonly mixedVintages?: boolean;
  }): string => (hasMixed ? `${text}${mixedVintages ? MIXED : " "}` : text);
  const table = tableText(
    ["line", now, "route", before, "YoY", "unit"],
    rows.map(({ depth, data }) => [
      "  ".repeat(depth) + data.label,
      marked(data),
      data.route ?? data.gap ?? "",
      marked(data.prior),
      marked(data.yoy),
      data.unit,
    ]),
    [now, before, "YoY"],
  );
  return { data: rows.map(({ data }) => data), text: hasMixed ? `${table}\n${MIXED} ${MIXED_WORDS}` : table };
}

function rowData(line: Line, label: string, span: Span, figures: Figures, book: Book, company: Company) {
  const cell = figures.cell(line.id, span);
  const prior = figures.cell(line.id, shift(span, -4));
  const isPercent = unitOf(line.unit).kind === "percent";
  // Percentages differ in points; their growth in percent would mislead.
  const x: Expression = { kind: "line", id: line.id, from: 0, to: 0 };
  const growth: Expression = { kind: "call", name: isPercent ? "yoy_change" : "yoy", args: [x], from: 0, to: 0 };
  const change = figures.evaluate(growth, span);
  const format = { unit: isPercent ? "percentage points" : "%", decimals: 1, negatives: "minus" } as const;
  const yoy =
    typeof change === "number"
      ? {
          value: change,
          text: `${change > 0 ? "+" : ""}${formatFigure(change, format)}${isPercent ? "pp" : ""}`,
          mixedVintages: isMixed(figures.restsOn(growth, span)),
        }
      : { value: null, text: change.growth === undefined ? "" : growthWords(change.growth, "en") };
  return {
    line: line.id,
    label,
    unit: line.unit,
    ...cellData(cell, line, book, company),
    prior: cellData(prior, line, book, company),
    yoy,
  };
}

/** A cell as scripts read it: the value with its route, or the gap. */
export function cellData(cell: Cell, line: Line, book: Book, company: Company) {
  if (!isFigure(cell)) return { value: null, text: "", gap: cell.gap, detail: gapText(cell, book, company) };
  const { value, route, decimals, mixedVintages } = cell;
  return { value, text: formatFigure(value, { unit: line.unit, decimals, negatives: "minus" }), route, mixedVintages };
}
