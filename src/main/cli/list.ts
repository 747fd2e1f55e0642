/** What is in a book: its lines and its facts. */
import type { Fact, Line } from "#core/book.ts";
import { isKnownBy } from "#core/figures/ledger.ts";
import { rowsOf } from "#core/layout.ts";
import { formatPeriod } from "#core/period-labels.ts";
import { valueOf } from "#core/units.ts";
import type { Arguments } from "./arguments.ts";
import { asOfOf, basisOf, scopeOf } from "./arguments.ts";
import type { Answer, Surroundings } from "./commands.ts";
import { companyOf, readBookOf } from "./open.ts";
import { tableText } from "./table-text.ts";

/** `lines BOOK`: in the company's order, with its own labels. */
export async function listLines(given: Arguments, surroundings: Surroundings): Promise<Answer> {
  const book = readBookOf(given, surroundings);
  const rows = rowsOf(book, companyOf(book, given).id);
  const data = rows.flatMap((row) => (row.kind === "line" ? [lineData(row.line, row.labelEn, row.labelJa)] : []));
  const text = tableText(
    ["line", "label", "kind", "unit", "formula"],
    data.map(({ id, labelEn, kind, unit, formula }) => [id, labelEn, kind, unit, formula ?? ""]),
  );
  return { data, text };
}

const lineData = ({ id, section, parent, unit, kind, formula }: Line, labelEn: string, labelJa: string) => ({
  id,
  labelEn,
  labelJa,
  section,
  parent,
  unit,
  kind,
  formula,
});

/** `facts BOOK`: all of them, or those of the company, scope and basis asked for, known by `--as-of`. */
export async function listFacts(given: Arguments, surroundings: Surroundings): Promise<Answer> {
  const book = readBookOf(given, surroundings);
  const { options } = given;
  const company = options.company === undefined ? null : companyOf(book, given);
  const scope = options.scope === undefined ? null : scopeOf(given);
  const basis = options.basis === undefined ? null : basisOf(given);
  const asOf = asOfOf(given);
  const sources = new Map(book.sources.map((source) => [source.id, source]));
  const isKnown = (fact: Fact): boolean => {
    const source = sources.get(fact.source);
    return source === undefined || isKnownBy(source, asOf);
  };
  const data = book.facts
    .filter(
      (fact) =>
        (company === null || fact.company === company.id) &&
        (scope === null || fact.scope === scope) &&
        (basis === null || fact.basis === basis) &&
        isKnown(fact),
    )
    .map((fact) => {
      const line = book.lines.find(({ id }) => id === fact.line);
      const calendar = book.companies.find(({ id }) => id === fact.company);
      const { stated } = fact;
      const isValue = stated !== "does-not-exist";
      return {
        company: fact.company,
        scope: fact.scope,
        basis: fact.basis,
        line: fact.line,
        period: calendar === undefined ? "" : formatPeriod(fact.span, calendar),
        // A dash in the source is no value, and no zero either.
        value: isValue && line !== undefined ? valueOf(stated, line.unit) : null,
        decimals: isValue ? stated.decimals : null,
        source: sources.get(fact.source)?.title ?? fact.source,
        published: sources.get(fact.source)?.published ?? null,
        asPrinted: fact.asPrinted,
      };
    });
  const text = tableText(
    ["company", "scope", "basis", "line", "period", "printed", "source"],
    data.map((fact) => [fact.company, fact.scope, fact.basis, fact.line, fact.period, fact.asPrinted, fact.source]),
  );
  return { data, text };
}
