/** What the child can do, one line per job. Arguments and answers are plain JSON. */
import { z } from "zod";
import type { WorkbookWanted } from "#contract/questions.ts";
import type { Book } from "#core/book.ts";
import { writeCsv } from "#workbook/write-csv.ts";
import { writeWorkbook } from "#workbook/write-workbook.ts";

export const JOBS: Readonly<Record<string, (argument: unknown) => Promise<unknown>>> = {
  "workbook.write": workbookWrite,
};

/** The book comes from our own store; the form alone is made sure of. */
const workbookArgument = z.strictObject({
  book: z.custom<Book>((value) => typeof value === "object" && value !== null),
  wanted: z.custom<WorkbookWanted>((value) => typeof value === "object" && value !== null),
});

async function workbookWrite(argument: unknown): Promise<unknown> {
  const { book, wanted } = workbookArgument.parse(argument);
  const { bytes, sheets } = wanted.format === "csv" ? writeCsv(book, wanted) : await writeWorkbook(book, wanted);
  return { base64: Buffer.from(bytes).toString("base64"), sheets };
}
