/**
 * How the rows of a book's collections lie in its tables: the columns in order, the key first, and
 * the two ways between a row and their values. Reading and writing are generic over these.
 */
import type { Basis, Company, Fact, Line, Printed, Scope, Source } from "#core/book.ts";
import type { BookRows, Collection } from "#core/changes.ts";

/** What a column holds. Integers are safe ones; the tables' checks see to it. */
export type SqlValue = string | number | null;

/** One collection's table. The first {@link keyLength} columns are its primary key. */
export interface Table<Row, Values extends readonly SqlValue[] = readonly SqlValue[]> {
  readonly name: string;
  readonly columns: readonly string[];
  readonly keyLength: number;
  encode(row: Row): Values;
  decode(values: Values): Row;
}

const table = <Row, const Values extends readonly SqlValue[]>(description: Table<Row, Values>): Table<Row> =>
  // Values of exactly these columns come back from the table, which the gate has compared with ours.
  description as unknown as Table<Row>;

const spanOf = (start: number, length: number) => ({ start, length });

const printedOf = (mantissa: number, decimals: number): Printed => ({ mantissa, decimals });

/** The eight tables, by the collection each holds. */
export const TABLES: { readonly [C in Collection]: Table<BookRows[C]> } = {
  sections: table<BookRows["sections"], [id: string, labelEn: string, labelJa: string, position: number]>({
    name: "section",
    columns: ["id", "label_en", "label_ja", "position"],
    keyLength: 1,
    encode: ({ id, labelEn, labelJa, position }) => [id, labelEn, labelJa, position],
    decode: ([id, labelEn, labelJa, position]) => ({ id, labelEn, labelJa, position }),
  }),
  lines: table<
    BookRows["lines"],
    [
      id: string,
      labelEn: string,
      labelJa: string,
      section: string,
      parent: string | null,
      unit: string,
      kind: Line["kind"],
      formula: string | null,
      note: string,
      position: number,
    ]
  >({
    name: "line",
    columns: ["id", "label_en", "label_ja", "section", "parent", "unit", "kind", "formula", "note", "position"],
    keyLength: 1,
    encode: (row) => [
      row.id,
      row.labelEn,
      row.labelJa,
      row.section,
      row.parent,
      row.unit,
      row.kind,
      row.formula,
      row.note,
      row.position,
    ],
    decode: ([id, labelEn, labelJa, section, parent, unit, kind, formula, note, position]) => ({
      id,
      labelEn,
      labelJa,
      section,
      parent,
      unit,
      kind,
      formula,
      note,
      position,
    }),
  }),
  companies: table<
    BookRows["companies"],
    [
      id: string,
      nameEn: string,
      nameJa: string,
      yearEndMonth: number,
      fyNamedBy: Company["fyNamedBy"],
      currency: string,
      scale: string,
      position: number,
    ]
  >({
    name: "company",
    columns: ["id", "name_en", "name_ja", "year_end_month", "fy_named_by", "currency", "scale", "position"],
    keyLength: 1,
    encode: (row) => [
      row.id,
      row.nameEn,
      row.nameJa,
      row.yearEndMonth,
      row.fyNamedBy,
      row.currency,
      row.scale,
      row.position,
    ],
    decode: ([id, nameEn, nameJa, yearEndMonth, fyNamedBy, currency, scale, position]) => ({
      id,
      nameEn,
      nameJa,
      yearEndMonth,
      fyNamedBy,
      currency,
      scale,
      position,
    }),
  }),
  companyLines: table<
    BookRows["companyLines"],
    [company: string, line: string, position: number, labelEn: string | null, labelJa: string | null]
  >({
    name: "company_line",
    columns: ["company", "line", "position", "label_en", "label_ja"],
    keyLength: 2,
    encode: ({ company, line, position, labelEn, labelJa }) => [company, line, position, labelEn, labelJa],
    decode: ([company, line, position, labelEn, labelJa]) => ({ company, line, position, labelEn, labelJa }),
  }),
  sources: table<
    BookRows["sources"],
    [
      id: string,
      company: string,
      title: string,
      kind: Source["kind"],
      published: string | null,
      rounding: Source["rounding"],
    ]
  >({
    name: "source",
    columns: ["id", "company", "title", "kind", "published", "rounding"],
    keyLength: 1,
    encode: ({ id, company, title, kind, published, rounding }) => [id, company, title, kind, published, rounding],
    decode: ([id, company, title, kind, published, rounding]) => ({ id, company, title, kind, published, rounding }),
  }),
  facts: table<
    Fact,
    [
      company: string,
      scope: Scope,
      basis: Basis,
      line: string,
      start: number,
      length: number,
      source: string,
      mantissa: number | null,
      decimals: number | null,
      restated: number,
      page: string,
      asPrinted: string,
    ]
  >({
    name: "fact",
    columns: [
      "company",
      "scope",
      "basis",
      "line",
      "span_start",
      "span_length",
      "source",
      "mantissa",
      "decimals",
      "restated",
      "page",
      "as_printed",
    ],
    keyLength: 7, // FactKey's six; a span takes two columns
    encode: (row) => [
      row.company,
      row.scope,
      row.basis,
      row.line,
      row.span.start,
      row.span.length,
      row.source,
      row.stated === "does-not-exist" ? null : row.stated.mantissa,
      row.stated === "does-not-exist" ? null : row.stated.decimals,
      row.restated ? 1 : 0,
      row.page,
      row.asPrinted,
    ],
    decode: ([company, scope, basis, line, start, length, source, mantissa, decimals, restated, page, asPrinted]) => ({
      company,
      scope,
      basis,
      line,
      span: spanOf(start, length),
      source,
      stated: mantissa === null || decimals === null ? "does-not-exist" : printedOf(mantissa, decimals),
      restated: restated === 1,
      page,
      asPrinted,
    }),
  }),
  statements: table<
    BookRows["statements"],
    [
      id: string,
      company: string,
      scope: Scope,
      source: string,
      page: string,
      expression: string,
      start: number,
      length: number,
      mantissa: number,
      decimals: number,
      unit: string,
      asPrinted: string,
    ]
  >({
    name: "statement",
    columns: [
      "id",
      "company",
      "scope",
      "source",
      "page",
      "expression",
      "span_start",
      "span_length",
      "mantissa",
      "decimals",
      "unit",
      "as_printed",
    ],
    keyLength: 1,
    encode: (row) => [
      row.id,
      row.company,
      row.scope,
      row.source,
      row.page,
      row.expression,
      row.span.start,
      row.span.length,
      row.printed.mantissa,
      row.printed.decimals,
      row.unit,
      row.asPrinted,
    ],
    decode: ([id, company, scope, source, page, expression, start, length, mantissa, decimals, unit, asPrinted]) => ({
      id,
      company,
      scope,
      source,
      page,
      expression,
      span: spanOf(start, length),
      printed: printedOf(mantissa, decimals),
      unit,
      asPrinted,
    }),
  }),
  notes: table<
    BookRows["notes"],
    [
      id: string,
      company: string,
      line: string | null,
      start: number | null,
      length: number | null,
      source: string | null,
      textEn: string,
      textJa: string,
    ]
  >({
    name: "note",
    columns: ["id", "company", "line", "span_start", "span_length", "source", "text_en", "text_ja"],
    keyLength: 1,
    encode: ({ id, company, line, span, source, textEn, textJa }) => [
      id,
      company,
      line,
      span?.start ?? null,
      span?.length ?? null,
      source,
      textEn,
      textJa,
    ],
    decode: ([id, company, line, start, length, source, textEn, textJa]) => ({
      id,
      company,
      line,
      span: start === null || length === null ? null : spanOf(start, length),
      source,
      textEn,
      textJa,
    }),
  }),
};
