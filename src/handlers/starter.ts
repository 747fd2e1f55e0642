/** The lines a new company can start with, out of the app's resources. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Section } from "#core/book.ts";
import type { StartingSet } from "#core/company-plans.ts";
import { readLines } from "#ingest/line-table.ts";

/** Throws when the table is not whole: that is a broken installation. */
export async function readStarter(resources: string): Promise<StartingSet> {
  const read = (file: string): Promise<string> => readFile(join(resources, "starter", file), "utf8");
  const [frame, table] = await Promise.all([read("book.json"), read("lines.csv")]);
  const { sections } = JSON.parse(frame) as { readonly sections: readonly Omit<Section, "position">[] };
  const { lines, problems } = readLines(table);
  const [first] = problems;
  if (first !== undefined) throw new Error(`the starting lines cannot be read: ${first.where}: ${first.what}`);
  return { sections: sections.map((section, position) => ({ ...section, position })), lines };
}
