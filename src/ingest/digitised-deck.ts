/**
 * Reads a results presentation that was digitised by hand: a frame (company, sections, sources)
 * and tables of lines, facts, stated figures, commentary and background, as in `resources/iij`.
 *
 * Nothing is guessed: a row that cannot be read is a problem with its table and row, and the book
 * is what the other rows make.
 */
import type { Basis, Book, Company, Fact, Printed, Scope, Section, Source } from "#core/book.ts";
import { BASES, EMPTY_BOOK, SCOPES, homeOf } from "#core/book.ts";
import { checkFormula } from "#core/formula/check-formula.ts";
import { problemWords } from "#core/formula/problem-words.ts";
import { parseAmount } from "#core/parse-amount.ts";
import { parsePeriod } from "#core/period-labels.ts";
import type { Span } from "#core/timeline.ts";
import { valueOf } from "#core/units.ts";
import { readBackground, type BackgroundTables } from "#ingest/digitised-background.ts";
import type { RowProblem, Row } from "#ingest/line-table.ts";
import { readLines, readRows } from "#ingest/line-table.ts";

/** What the tables do not say of themselves. */
export interface DeckFrame {
  readonly company: Omit<Company, "position">;
  readonly sections: readonly Omit<Section, "position">[];
  readonly sources: readonly Omit<Source, "company">[];
  /** The source of each basis named in the facts' table: `actual`, `initial_target`, `revised_target`. */
  readonly factSources: Readonly<Record<string, string>>;
  readonly statementSource: string;
  /** Cells whose printed figure replaces an earlier one. */
  readonly restated: readonly { readonly line: string; readonly period: string }[];
}

/** The tables, each as CSV text with a heading row. */
export interface DeckTables extends BackgroundTables {
  readonly lines: string;
  readonly facts: string;
  readonly statements: string;
  readonly commentary: string;
}

const BASIS_NAMES: Readonly<Record<string, Basis>> = {
  actual: "actual",
  initial_target: "target",
  revised_target: "target",
};

/** The book, and the rows that could not be read. Never throws for what the tables say. */
export function readDigitisedDeck(
  frame: DeckFrame,
  tables: DeckTables,
): { readonly book: Book; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = [];
  const each = <T>(table: keyof DeckTables, read: (row: Row, index: number) => T | string): T[] => {
    const answer = readRows(table, tables[table], read);
    problems.push(...answer.problems);
    return answer.rows;
  };
  const company: Company = { ...frame.company, position: 0 };
  const spanOf = (label: string | undefined): Span | null => {
    const period = parsePeriod(label ?? "", company);
    return "span" in period ? period.span : null;
  };

  const { lines, problems: lineProblems } = readLines(tables.lines);
  problems.push(...lineProblems);
  const byId = new Map(lines.map((line) => [line.id, line]));
  const restated = new Set(frame.restated.map(({ line, period }) => `${line} ${period}`));

  const facts = each("facts", (row): Fact | string => {
    const line = byId.get(row["line"] ?? "");
    const span = spanOf(row["period"]);
    const scope = SCOPES.find((known) => known === row["scope"]);
    const basis = BASIS_NAMES[row["basis"] ?? ""];
    const source = frame.factSources[row["basis"] ?? ""];
    if (line === undefined) return `unknown line ${row["line"]}`;
    if (span === null) return `unknown period ${row["period"]}`;
    if (scope === undefined || basis === undefined || source === undefined) return "unknown scope or basis";
    const stated = printedWith(row["as_printed"] ?? "", Number(row["value"]), line.unit);
    if (stated === null) return `${row["as_printed"]} is not ${row["value"]} ${line.unit}`;
    return {
      company: company.id,
      scope,
      basis,
      line: line.id,
      span: homeOf(line, span),
      source,
      stated,
      restated: restated.has(`${line.id} ${row["period"]}`),
      page: row["pages"] ?? "",
      asPrinted: row["as_printed"] ?? "",
    };
  });

  const statements = each("statements", (row, index) => {
    const span = spanOf(row["period"]);
    const scope: Scope | undefined = SCOPES.find((known) => known === row["scope"]);
    const expression = row["expression"] ?? "";
    const decimals = Number(row["decimals"]);
    const mantissa = Math.round(Number(row["value"]) * 10 ** decimals);
    if (span === null || scope === undefined) return `unknown period ${row["period"]} or scope ${row["scope"]}`;
    if (!Number.isSafeInteger(mantissa) || !Number.isInteger(decimals)) return `not a number: ${row["value"]}`;
    const formula = checkFormula(expression, byId);
    if ("problem" in formula)
      return `${expression}: ${problemWords(formula.problem, "en")} (at character ${formula.problem.from + 1})`;
    return {
      id: `${frame.statementSource}-${String(index + 1).padStart(3, "0")}`,
      company: company.id,
      scope,
      source: frame.statementSource,
      page: row["page"] ?? "",
      expression,
      span,
      printed: { mantissa, decimals },
      unit: row["unit"] ?? "",
      asPrinted: row["printed"] ?? "",
    };
  });

  const notes = each("commentary", (row, index) => {
    const span = spanOf(row["period"]);
    const line = row["line"] ?? "";
    const scope = SCOPES.find((known) => known === row["scope"]) ?? null;
    const basis = BASES.find((known) => known === row["basis"]) ?? null;
    if (span === null || !byId.has(line)) return `unknown period ${row["period"]} or line ${line}`;
    if ((scope ?? "") !== row["scope"] || (basis ?? "") !== row["basis"]) return "unknown scope or basis";
    return {
      id: `${company.id}-note-${String(index + 1).padStart(3, "0")}`,
      company: company.id,
      line,
      span,
      source: frame.statementSource,
      textEn: row["text_en"] ?? "",
      textJa: row["text_ja"] ?? "",
      scope,
      basis,
    };
  });

  const { problems: backgroundProblems, ...background } = readBackground(company.id, frame.statementSource, tables);
  problems.push(...backgroundProblems);

  const book: Book = {
    ...EMPTY_BOOK,
    sections: frame.sections.map((section, position) => ({ ...section, position })),
    lines,
    companies: [company],
    companyLines: lines.map(({ id, position }) => ({
      company: company.id,
      line: id,
      position,
      labelEn: null,
      labelJa: null,
    })),
    sources: frame.sources.map((source) => ({ ...source, company: company.id })),
    facts,
    statements,
    notes,
    ...background,
  };
  return { book, problems };
}

/**
 * The printed characters give the decimals, the value column the sign: a benefit printed without
 * one is negative in the line of the expense.
 */
function printedWith(asPrinted: string, value: number, unit: string): Printed | null {
  const parsed = parseAmount(asPrinted, unit, { origin: "printed" });
  if ("problem" in parsed || parsed.stated === "does-not-exist" || !Number.isFinite(value)) return null;
  const { mantissa, decimals } = parsed.stated;
  const printed = { mantissa: Math.sign(value) * Math.abs(mantissa), decimals };
  // The value column of a percentage is in percent, as the page prints it.
  const held = valueOf({ mantissa: printed.mantissa, decimals }, unit === "%" ? "" : unit);
  return held === value ? printed : null;
}
