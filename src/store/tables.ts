/**
 * How the rows of a book's collections lie in its tables, as one description per collection.
 * Reading, writing and comparing rows are generic over these.
 */
import type { Printed, Stated } from "#core/book.ts";
import type { BookRows, Collection } from "#core/changes.ts";
import type { Span } from "#core/timeline.ts";

/** What a column holds. Integers are safe ones; the tables' checks see to it. */
export type SqlValue = string | number | null;

/** One property of a row, and the columns it takes. */
interface Field<Value> {
  readonly columns: readonly string[];
  readonly encode: (value: Value) => readonly SqlValue[];
  /** From the values of a whole row, its own beginning at `at`. */
  readonly decode: (values: readonly SqlValue[], at: number) => Value;
}

/** One collection's table. The first {@link keyLength} columns are its primary key. */
export interface Table<Row> {
  readonly name: string;
  readonly keyLength: number;
  readonly columns: readonly string[];
  /** A row's values, in the order of the columns. */
  readonly encode: (row: Row) => SqlValue[];
  readonly decode: (values: readonly SqlValue[]) => Row;
}

// The gate has compared the tables with ours, types and checks included: a column holds what its field says.
const column = <Value extends SqlValue>(name: string): Field<Value> => ({
  columns: [name],
  encode: (value) => [value],
  decode: (values, at) => values[at] as Value,
});

const flag = (name: string): Field<boolean> => ({
  columns: [name],
  encode: (value) => [value ? 1 : 0],
  decode: (values, at) => values[at] === 1,
});

const SPAN_COLUMNS = ["span_start", "span_length"];
const NUMBER_COLUMNS = ["mantissa", "decimals"];
const NULLS = [null, null];

const span: Field<Span> = {
  columns: SPAN_COLUMNS,
  encode: ({ start, length }) => [start, length],
  decode: (values, at) => ({ start: values[at] as number, length: values[at + 1] as number }),
};

const spanOrNone: Field<Span | null> = {
  columns: SPAN_COLUMNS,
  encode: (value) => (value === null ? NULLS : span.encode(value)),
  decode: (values, at) => (values[at] === null ? null : span.decode(values, at)),
};

const printed: Field<Printed> = {
  columns: NUMBER_COLUMNS,
  encode: ({ mantissa, decimals }) => [mantissa, decimals],
  decode: (values, at) => ({ mantissa: values[at] as number, decimals: values[at + 1] as number }),
};

const printedOrNone: Field<Printed | null> = {
  columns: NUMBER_COLUMNS,
  encode: (value) => (value === null ? NULLS : printed.encode(value)),
  decode: (values, at) => (values[at] === null ? null : printed.decode(values, at)),
};

const stated: Field<Stated> = {
  columns: NUMBER_COLUMNS,
  encode: (value) => (value === "does-not-exist" ? NULLS : printed.encode(value)),
  decode: (values, at) => (values[at] === null ? "does-not-exist" : printed.decode(values, at)),
};

/** A table from its fields, which stand in the order of the columns, the key's first. */
function table<Row>(
  name: string,
  keyLength: number,
  fields: { readonly [P in keyof Row]-?: Field<Row[P]> },
): Table<Row> {
  let width = 0;
  const parts = Object.entries<Field<unknown>>(fields as Record<string, Field<unknown>>).map(([property, field]) => {
    const at = width;
    width += field.columns.length;
    return { property, field, at };
  });
  return {
    name,
    keyLength,
    columns: parts.flatMap(({ field }) => field.columns),
    encode: (row) => parts.flatMap(({ property, field }) => field.encode(row[property as keyof Row])),
    decode: (values) => {
      const row: Record<string, unknown> = {};
      for (const { property, field, at } of parts) row[property] = field.decode(values, at);
      return row as Row;
    },
  };
}

/** The tables, by the collection each holds. */
export const TABLES: { readonly [C in Collection]: Table<BookRows[C]> } = {
  sections: table("section", 1, {
    id: column("id"),
    labelEn: column("label_en"),
    labelJa: column("label_ja"),
    position: column("position"),
  }),
  lines: table("line", 1, {
    id: column("id"),
    labelEn: column("label_en"),
    labelJa: column("label_ja"),
    section: column("section"),
    parent: column("parent"),
    unit: column("unit"),
    kind: column("kind"),
    formula: column("formula"),
    note: column("note"),
    position: column("position"),
  }),
  companies: table("company", 1, {
    id: column("id"),
    nameEn: column("name_en"),
    nameJa: column("name_ja"),
    yearEndMonth: column("year_end_month"),
    fyNamedBy: column("fy_named_by"),
    currency: column("currency"),
    scale: column("scale"),
    position: column("position"),
  }),
  companyLines: table("company_line", 2, {
    company: column("company"),
    line: column("line"),
    position: column("position"),
    labelEn: column("label_en"),
    labelJa: column("label_ja"),
  }),
  sources: table("source", 1, {
    id: column("id"),
    company: column("company"),
    title: column("title"),
    kind: column("kind"),
    published: column("published"),
    rounding: column("rounding"),
  }),
  // The key is FactKey's six; a span takes two columns.
  facts: table("fact", 7, {
    company: column("company"),
    scope: column("scope"),
    basis: column("basis"),
    line: column("line"),
    span,
    source: column("source"),
    stated,
    restated: flag("restated"),
    page: column("page"),
    asPrinted: column("as_printed"),
  }),
  statements: table("statement", 1, {
    id: column("id"),
    company: column("company"),
    scope: column("scope"),
    source: column("source"),
    page: column("page"),
    expression: column("expression"),
    span,
    printed,
    unit: column("unit"),
    asPrinted: column("as_printed"),
  }),
  notes: table("note", 1, {
    id: column("id"),
    company: column("company"),
    line: column("line"),
    span: spanOrNone,
    source: column("source"),
    textEn: column("text_en"),
    textJa: column("text_ja"),
    scope: column("scope"),
    basis: column("basis"),
  }),
  breaks: table("break", 1, {
    id: column("id"),
    company: column("company"),
    line: column("line"),
    boundary: column("boundary"),
    textEn: column("text_en"),
    textJa: column("text_ja"),
  }),
  events: table("event", 1, {
    id: column("id"),
    company: column("company"),
    date: column("date"),
    kind: column("kind"),
    titleEn: column("title_en"),
    titleJa: column("title_ja"),
    fieldEn: column("field_en"),
    fieldJa: column("field_ja"),
    textEn: column("text_en"),
    textJa: column("text_ja"),
    source: column("source"),
  }),
  affiliates: table("affiliate", 1, {
    id: column("id"),
    company: column("company"),
    nameEn: column("name_en"),
    nameJa: column("name_ja"),
    holder: column("holder"),
    share: printedOrNone,
    kind: column("kind"),
    position: column("position"),
  }),
  particulars: table("particular", 1, {
    id: column("id"),
    company: column("company"),
    affiliate: column("affiliate"),
    labelEn: column("label_en"),
    labelJa: column("label_ja"),
    textEn: column("text_en"),
    textJa: column("text_ja"),
    position: column("position"),
  }),
  charts: table("chart", 1, {
    id: column("id"),
    company: column("company"),
    titleEn: column("title_en"),
    titleJa: column("title_ja"),
    drawing: column("drawing"),
    position: column("position"),
  }),
  locks: table("quarter_lock", 2, {
    company: column("company"),
    boundary: column("boundary"),
    text: column("text"),
  }),
  pageLines: table("page_line", 3, {
    company: column("company"),
    page: column("page"),
    line: column("line"),
    position: column("position"),
  }),
};
