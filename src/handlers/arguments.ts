/** The form of every argument, checked at the wire: a window is not trusted to be ours. */
import { z } from "zod";
import type { Questions } from "#contract/questions.ts";
import { isBookName } from "#core/book-names.ts";
import { ENTRY_WAYS } from "#core/entry.ts";
import { Fault } from "#core/faults.ts";
import { LAYOUTS, OVERLAYS } from "#core/layout.ts";
import { MEASURES, MOST_COMPARED } from "#core/pages/compare-page.ts";
import { ALIGNMENTS, COMPARED_KINDS } from "#core/pages/compare-spans.ts";
import { PERIOD_STYLES } from "#core/period-labels.ts";
import { AMOUNT_SCALES } from "#core/units.ts";
import { basis, boundary, companyForm, deed, id, printed, rowChange, scope, span } from "#handlers/row-forms.ts";

const negatives = z.enum(["parentheses", "triangle"]);
const language = z.enum(["en", "ja"]);

/** As many cells as 300 lines of 80 quarters: no paste is larger. */
const MAX_ENTRIES = 24_000;

const ids = z.array(id).max(MAX_ENTRIES);
/** In pixels; wider than any screen is a mistake. */
const width = z.number().min(20).max(4000).nullable();

const compareView = z.strictObject({
  companies: z.array(id).max(MOST_COMPARED).nullable(),
  lines: ids.nullable(),
  line: id.nullable(),
  layout: z.enum(["lines", "periods"]),
  alignment: z.enum(ALIGNMENTS),
  kind: z.enum(COMPARED_KINDS),
  measures: z.array(z.enum(MEASURES)).min(1).max(MEASURES.length),
  drawnAs: z.enum(["bar", "line"]),
  drawn: z.enum(MEASURES),
});

const ARGUMENTS: { readonly [Method in keyof Questions]: z.ZodType<Questions[Method]["asks"]> } = {
  "books.read": z.null(),
  "books.list": z.null(),
  "books.starter": z.null(),
  "books.create": z.strictObject({ name: z.string().refine(isBookName), company: companyForm, lines: ids }),
  "books.open": z.strictObject({ handle: z.string().regex(/^[0-9a-f]{32}$/u) }),
  "books.choose": z.null(),
  "cells.enter": z.strictObject({
    company: id,
    scope,
    basis,
    source: id.nullable(),
    way: z.enum(ENTRY_WAYS),
    entries: z
      .array(
        z.strictObject({
          line: id,
          span,
          stated: z.union([printed, z.literal("does-not-exist")]).nullable(),
          text: z.string().max(200),
        }),
      )
      .min(1)
      .max(MAX_ENTRIES),
  }),
  "cells.history": z.strictObject({ company: id, scope, basis, line: id, span }),
  "rows.change": z.strictObject({ changes: z.array(rowChange).min(1).max(MAX_ENTRIES), deed }),
  "journals.undo": z.null(),
  "journals.redo": z.null(),
  "sums.addNotShown": z.strictObject({ line: id }),
  "workbooks.write": z.strictObject({
    company: id,
    scope,
    basis,
    format: z.enum(["xlsx", "csv"]),
    spans: z
      .array(z.enum(["Q", "H", "FY"]))
      .min(1)
      .max(3),
    language,
    negatives,
  }),
  "views.read": z.null(),
  "views.write": z.strictObject({
    layout: z.enum(LAYOUTS),
    newest: z.enum(["right", "left"]),
    overlay: z.enum(OVERLAYS),
    folded: ids,
    hiddenLines: ids,
    hiddenColumns: ids,
    earliest: boundary.nullable(),
    latest: boundary.nullable(),
    sort: z.strictObject({ column: id, direction: z.enum(["descending", "ascending"]) }).nullable(),
    // Half the size can still be read, four times fills the window.
    zoom: z.int().min(50).max(400),
    labelWidth: width,
    figureWidth: width,
    // A view that was kept before companies could be compared has none.
    compare: compareView.nullable().default(null),
    // Nor did one before it was kept where new figures go.
    goesTo: z
      .array(z.strictObject({ company: id, source: id }))
      .max(MAX_ENTRIES)
      .default([]),
  }),
  "settings.read": z.null(),
  "settings.write": z.strictObject({
    language,
    theme: z.enum(["system", "light", "dark"]),
    negatives,
    amounts: z.enum(AMOUNT_SCALES),
    periods: z.enum(PERIOD_STYLES),
  }),
};

/** The forms of the settings and of a sheet's view, for what is read back from the disk. */
export const settingsForm = ARGUMENTS["settings.write"];
export const sheetForm = ARGUMENTS["views.write"];

/**
 * A handler that refuses arguments of another form.
 * @throws Fault `bad-argument`, with the member that was wrong.
 */
export function asked<Method extends keyof Questions>(
  method: Method,
  answer: (argument: Questions[Method]["asks"]) => Promise<Questions[Method]["answers"]>,
): (argument: Questions[Method]["asks"]) => Promise<Questions[Method]["answers"]> {
  const form = ARGUMENTS[method];
  return async (argument) => {
    const checked = form.safeParse(argument);
    if (!checked.success) {
      const where = checked.error.issues[0]?.path.join(".") ?? "";
      throw new Fault("bad-argument", { method, where });
    }
    return answer(checked.data);
  };
}
