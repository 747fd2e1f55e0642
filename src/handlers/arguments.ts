/** The form of every argument, checked at the wire: a window is not trusted to be ours. */
import { z } from "zod";
import type { Questions } from "#contract/questions.ts";
import { BASES, SCOPES } from "#core/book.ts";
import { Fault } from "#core/faults.ts";

/** No id or label of a book is longer; a longer one is an attack on memory. */
const id = z.string().min(1).max(200);
/** Boundaries are counted in quarters from the year 0; labels of two digits name the years 1970 to 2069. */
const boundary = z
  .int()
  .min(4 * 1968)
  .max(4 * 2071);
const span = z.strictObject({ start: boundary, length: z.int().min(0).max(400) });
const printed = z.strictObject({
  mantissa: z.int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER),
  // What parse-amount can yield: beyond fifteen places a double holds no digits.
  decimals: z.int().min(-15).max(15),
});
const scope = z.enum(SCOPES);
const basis = z.enum(BASES);
const negatives = z.enum(["parentheses", "triangle"]);
const language = z.enum(["en", "ja"]);

/** As many cells as 300 lines of 80 quarters: no paste is larger. */
const MAX_ENTRIES = 24_000;

const ARGUMENTS: { readonly [Method in keyof Questions]: z.ZodType<Questions[Method]["asks"]> } = {
  "books.read": z.null(),
  "cells.enter": z.strictObject({
    company: id,
    scope,
    basis,
    source: id.nullable(),
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
  "settings.read": z.null(),
  "settings.write": z.strictObject({ language, theme: z.enum(["system", "light", "dark"]), negatives }),
};

/** The form of the settings, for what is read back from the disk. */
export const settingsForm = ARGUMENTS["settings.write"];

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
