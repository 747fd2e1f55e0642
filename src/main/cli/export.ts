/** `export BOOK OUT.xlsx|OUT.csv`. */
import { extname } from "node:path";
import { writingTo } from "#store/faults.ts";
import { replaceFile } from "#store/files.ts";
import type { SpanLength } from "#core/layout.ts";
import type { Arguments } from "./arguments.ts";
import { Usage, basisOf, scopeOf } from "./arguments.ts";
import type { Answer, Surroundings } from "./commands.ts";
import { companyOf, pathOf, withHandlers } from "./open.ts";

const LENGTHS: readonly SpanLength[] = ["Q", "H", "FY"];

export async function exportBook(given: Arguments, surroundings: Surroundings): Promise<Answer> {
  const out = pathOf(given, surroundings, 1);
  const format = extname(out).toLowerCase().slice(1);
  if (format !== "xlsx" && format !== "csv") throw new Usage("the file to write ends in .xlsx or .csv");
  const spans = spansOf(given.options.spans);
  const workbook = await withHandlers(given, surroundings, async (table) => {
    const company = companyOf((await table["books.read"](null)).book, given).id;
    const [scope, basis] = [scopeOf(given), basisOf(given)];
    return table["workbooks.write"]({ company, scope, basis, format, spans, language: "en", negatives: "parentheses" });
  });
  const bytes = Buffer.from(workbook.base64, "base64");
  writingTo(out, () => replaceFile(out, bytes));
  const data = { bytes: bytes.length, sheets: workbook.sheets };
  return { data, text: `${out}: ${data.bytes} bytes${data.sheets.length === 0 ? "" : `, ${data.sheets.join(", ")}`}` };
}

/** @throws Usage for a length that is not known. */
function spansOf(given = "Q,H,FY"): SpanLength[] {
  return given.split(",").map((word) => {
    const length = LENGTHS.find((known) => known === word.trim());
    if (length === undefined) throw new Usage("--spans takes Q, H and FY, separated by commas");
    return length;
  });
}
