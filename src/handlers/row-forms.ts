/** The form of a book's rows where a window sends whole rows: lines, notes, sources and the like. */
import { z } from "zod";
import { BASES, LONGEST_NAME, PAGES, SCOPES, type Book } from "#core/book.ts";
import { DEED_KINDS, type BookRows, type Collection, type RowChange } from "#core/changes.ts";

/** No id or label of a book is longer; a longer one is an attack on memory. */
export const id = z.string().min(1).max(LONGEST_NAME);
const label = z.string().max(LONGEST_NAME);
/** Notes and formulas: a page of text, and longer than any formula a person writes. */
const text = z.string().max(10_000);
/** Boundaries are counted in quarters from the year 0; labels of two digits name the years 1970 to 2069. */
export const boundary = z
  .int()
  .min(4 * 1968)
  .max(4 * 2071);
export const span = z.strictObject({ start: boundary, length: z.int().min(0).max(400) });
export const printed = z.strictObject({
  mantissa: z.int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER),
  // What parse-amount can yield: beyond fifteen places a double holds no digits.
  decimals: z.int().min(-15).max(15),
});
/** A day that the calendar has. */
export const date = z.iso.date();
/** A month of which the day is not known. */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u);
export const scope = z.enum(SCOPES);
export const basis = z.enum(BASES);
/** Far more rows than a book of people's making has. */
const position = z.int().min(-1_000_000).max(1_000_000);

/** A day, or a month where only that is known. */
const dayOrMonth = z.union([date, month]);

const companyFields = {
  nameEn: label,
  nameJa: label,
  yearEndMonth: z.int().min(1).max(12),
  fyNamedBy: z.enum(["start", "end"]),
  currency: z.string().regex(/^[A-Z]{3}$/u),
  scale: z.string().max(LONGEST_NAME),
};

/** A company that is to be made. */
export const companyForm = z.strictObject(companyFields);

const ROWS: { readonly [C in Collection]: z.ZodType<BookRows[C]> } = {
  sections: z.strictObject({ id, labelEn: label, labelJa: label, position }),
  lines: z.strictObject({
    id,
    labelEn: label,
    labelJa: label,
    section: id,
    parent: id.nullable(),
    unit: z.string().max(LONGEST_NAME),
    kind: z.enum(["flow", "stock", "ratio"]),
    formula: text.nullable(),
    note: text,
    position,
  }),
  companies: z.strictObject({ id, ...companyFields, position }),
  companyLines: z.strictObject({
    company: id,
    line: id,
    position,
    labelEn: label.nullable(),
    labelJa: label.nullable(),
  }),
  sources: z.strictObject({
    id,
    company: id,
    title: z.string().min(1).max(LONGEST_NAME),
    kind: z.enum(["presentation", "tanshin", "report", "press-release", "spreadsheet", "hand"]),
    published: dayOrMonth.nullable(),
    rounding: z.enum(["nearest", "truncated"]),
  }),
  facts: z.strictObject({
    company: id,
    scope,
    basis,
    line: id,
    span,
    source: id,
    stated: z.union([printed, z.literal("does-not-exist")]),
    restated: z.boolean(),
    page: label,
    asPrinted: label,
  }),
  statements: z.strictObject({
    id,
    company: id,
    scope,
    source: id,
    page: label,
    expression: text,
    span,
    printed,
    unit: z.string().max(LONGEST_NAME),
    asPrinted: label,
  }),
  notes: z.strictObject({
    id,
    company: id,
    line: id.nullable(),
    span: span.nullable(),
    source: id.nullable(),
    textEn: text,
    textJa: text,
    scope: scope.nullable(),
    basis: basis.nullable(),
  }),
  breaks: z.strictObject({ id, company: id, line: id.nullable(), boundary, textEn: text, textJa: text }),
  events: z.strictObject({
    id,
    company: id,
    date: dayOrMonth,
    kind: z.enum(["service", "group", "other"]),
    titleEn: label,
    titleJa: label,
    fieldEn: label,
    fieldJa: label,
    textEn: text,
    textJa: text,
    source: id.nullable(),
  }),
  affiliates: z.strictObject({
    id,
    company: id,
    nameEn: label,
    nameJa: label,
    holder: id.nullable(),
    share: printed.nullable(),
    kind: z.enum(["consolidated", "equity-method", "other"]),
    position,
  }),
  particulars: z.strictObject({
    id,
    company: id,
    affiliate: id.nullable(),
    labelEn: label,
    labelJa: label,
    textEn: text,
    textJa: text,
    position,
  }),
  charts: z.strictObject({ id, company: id, titleEn: label, titleJa: label, drawing: text, position }),
  locks: z.strictObject({ company: id, boundary, text }),
  pageLines: z.strictObject({ company: id, page: z.enum(PAGES), line: id, position }),
} satisfies { readonly [C in keyof Book]: z.ZodType };

const formOf = (collection: Collection): z.ZodType =>
  z
    .strictObject({
      in: z.literal(collection),
      before: ROWS[collection].nullable(),
      after: ROWS[collection].nullable(),
    })
    .refine(({ before, after }) => before !== null || after !== null);

const COLLECTIONS = Object.keys(ROWS) as Collection[];

// The union over the table is the union over the collections, which no generic type says.
export const rowChange = z.union(COLLECTIONS.map(formOf)) as z.ZodType<RowChange>;

export const deed = z.strictObject({
  kind: z.enum(DEED_KINDS),
  count: z.int().min(0),
  line: id.exactOptional(),
  span: span.exactOptional(),
  reason: text.exactOptional(),
});
