/** Reads a CSV table of line items, as the sample and the starting set have them. */
import Papa from "papaparse";
import type { Line } from "#core/book.ts";
import { checkFormula } from "#core/formula/check-formula.ts";
import { problemWords } from "#core/formula/problem-words.ts";

/** A row that could not be read. */
export interface RowProblem {
  /** The table and the row, the heading being row 1: `facts 17`. */
  readonly where: string;
  readonly what: string;
}

/** A row's cells by their heading. */
export type Row = Readonly<Record<string, string>>;

const KINDS: readonly Line["kind"][] = ["flow", "stock", "ratio"];

/** Reads every row with a function that answers what is wrong with one it cannot read. */
export function readRows<T>(
  table: string,
  csv: string,
  read: (row: Row, index: number) => T | string,
): { readonly rows: T[]; readonly problems: RowProblem[] } {
  const rows: T[] = [];
  const problems: RowProblem[] = [];
  for (const [index, row] of Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data.entries()) {
    const answer = read(row, index);
    if (typeof answer === "string") problems.push({ where: `${table} ${index + 2}`, what: answer });
    else rows.push(answer);
  }
  return { rows, problems };
}

/**
 * The lines of a table, in its order. Its columns: id, parent, section, label_en, label_ja, kind,
 * unit, formula, note. A formula that cannot be read is a problem, and its line stays out.
 */
export function readLines(csv: string): { readonly lines: readonly Line[]; readonly problems: readonly RowProblem[] } {
  const { rows, problems } = readRows("lines", csv, readLine);
  const byId = new Map(rows.map((line) => [line.id, line]));
  const lines = rows.filter((line) => {
    const formula = line.formula === null ? null : checkFormula(line.formula, byId);
    if (formula === null || "expression" in formula) return true;
    const { problem } = formula;
    const what = `the formula of ${line.id}: ${problemWords(problem, "en")} (at character ${problem.from + 1})`;
    problems.push({ where: `lines ${line.position + 2}`, what });
    return false;
  });
  return { lines, problems };
}

function readLine(row: Row, position: number): Line | string {
  const kind = KINDS.find((known) => known === row["kind"]);
  const { id, label_en: labelEn, label_ja: labelJa, section, unit } = row;
  if (kind === undefined) return `unknown kind ${row["kind"]}`;
  if (!id || !labelEn || !labelJa || !section || !unit) return "a column is empty";
  const { parent, formula, note = "" } = row;
  return {
    id,
    labelEn,
    labelJa,
    section,
    parent: parent || null,
    unit,
    kind,
    formula: formula || null,
    note,
    position,
  };
}
