/** Workbooks out of the open book; the writing itself happens in a child. */
import { z } from "zod";
import type { WorkbookWanted, WrittenWorkbook } from "#contract/questions.ts";
import { Fault } from "#core/faults.ts";
import type { Isolate } from "#handlers/isolate.ts";
import type { Session } from "#handlers/session.ts";

/** What the child answers; it is checked on arrival like anything from another process. */
const written = z.strictObject({ base64: z.base64(), sheets: z.array(z.string()) });

/** @throws Fault `unknown-company`, `job-failed` */
export async function writeWorkbookFor(
  session: Session,
  wanted: WorkbookWanted,
  isolate: Isolate,
): Promise<WrittenWorkbook> {
  const book = session.book();
  const company = book.companies.find(({ id }) => id === wanted.company);
  if (company === undefined) throw new Fault("unknown-company", { company: wanted.company });
  const { base64, sheets } = written.parse(await isolate("workbook.write", { book, wanted }));
  return { name: `${session.read().title}.${wanted.format}`, base64, sheets };
}
