/** Recalculates workbooks in LibreOffice, for tests: what comes out owes nothing to the values that were written. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { env } from "node:process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parseCsv } from "hucre/csv";

const run = promisify(execFile);

/** Where `soffice` is, or null on a machine without LibreOffice. */
export const soffice: string | null =
  (env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "soffice"))
    .find((path) => existsSync(path)) ?? null;

/** Without this LibreOffice trusts the values written beside the formulas. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Comma, double quotes, UTF-8, numbers in full and not as shown. */
const FULL_NUMBERS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false";

/** The first sheet of each workbook after a recalculation, as rows of text. */
export async function recalculated(
  workbooks: Readonly<Record<string, Uint8Array>>,
): Promise<Readonly<Record<string, readonly (readonly string[])[]>>> {
  if (soffice === null) throw new Error("soffice is not on the path");
  const folder = await mkdtemp(join(tmpdir(), "kessan-recalculation-"));
  try {
    const profile = join(folder, "profile", "user");
    await mkdir(profile, { recursive: true });
    await writeFile(join(profile, "registrymodifications.xcu"), ALWAYS_RECALCULATE);
    const names = Object.keys(workbooks);
    for (const name of names) await writeFile(join(folder, `${name}.xlsx`), workbooks[name] ?? new Uint8Array());
    const installation = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const files = names.map((name) => join(folder, `${name}.xlsx`));
    await run(soffice, [installation, "--headless", "--convert-to", FULL_NUMBERS, "--outdir", folder, ...files]);
    const sheets = await Promise.all(
      names.map(
        async (name) =>
          [name, parseCsv(await readFile(join(folder, `${name}.csv`), "utf8")).map((row) => row.map(String))] as const,
      ),
    );
    return Object.fromEntries(sheets);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The workbook with its first sheet's text changed. */
function withSheet(workbook: Uint8Array, change: (xml: string) => string): Uint8Array {
  const path = "xl/worksheets/sheet1.xml";
  return zipSync({ ...unzipSync(workbook), [path]: strToU8(change(partOf(workbook, path))) });
}

/** A part of the workbook as text; empty where there is none. */
export const partOf = (workbook: Uint8Array, path: string): string =>
  strFromU8(unzipSync(workbook)[path] ?? new Uint8Array());

/** The workbook with 999 in place of every value written beside a formula. */
export const poisoned = (workbook: Uint8Array): Uint8Array =>
  withSheet(workbook, (xml) =>
    xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1<v>999</v>").replace(/(<c [^>]*) t="str"([^>]*><f>)/g, "$1$2"),
  );

/** The workbook with another constant in a cell; null: none. */
export function withConstant(workbook: Uint8Array, cell: string, value: number | null): Uint8Array {
  return withSheet(workbook, (xml) => {
    const constant = new RegExp(`(<c r="${cell}"[^>]*>)<v>[^<]*</v>`);
    if (!constant.test(xml)) throw new Error(`no constant in ${cell}`);
    return xml.replace(constant, value === null ? "$1" : `$1<v>${value}</v>`);
  });
}
