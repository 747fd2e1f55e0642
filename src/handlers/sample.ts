/** The IIJ sample book: made from the digitised deck that ships with the app. */
import { readFile } from "node:fs/promises";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Book } from "#core/book.ts";
import type { DeckFrame } from "#ingest/digitised-deck.ts";
import { readDigitisedDeck } from "#ingest/digitised-deck.ts";
import { createBook } from "#store/create.ts";
import { realPath } from "#store/files.ts";

/** Reads the sample out of the app's resources. Throws when they are not whole: that is a broken installation. */
export async function readSample(resources: string): Promise<Book> {
  const text = (name: string): Promise<string> => readFile(join(resources, "iij", name), "utf8");
  const [frame, lines, facts, statements, commentary, services, group, overview] = await Promise.all([
    text("book.json"),
    text("lines.csv"),
    text("facts.csv"),
    text("statements.csv"),
    text("commentary.csv"),
    text("services.csv"),
    text("group.csv"),
    text("overview.csv"),
  ]);
  const { book, problems } = readDigitisedDeck(JSON.parse(frame) as DeckFrame, {
    lines,
    facts,
    statements,
    commentary,
    services,
    group,
    overview,
  });
  const [first] = problems;
  if (first !== undefined) throw new Error(`the sample's data cannot be read: ${first.where}: ${first.what}`);
  return book;
}

/** Where the sample book of a data folder lies, or will. */
export function sampleIn(dataFolder: string): string {
  // As `openBook` will name it: the folder may be reached through a link.
  return realPath(join(realPath(dataFolder), "sample", "IIJ sample.kessan"));
}

/** The sample book in the data folder, made there on first use; edits to it are kept like any book's. */
export async function ensureSample(dataFolder: string, resources: string, now: () => Date): Promise<string> {
  const path = sampleIn(dataFolder);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    createBook({ path, book: await readSample(resources), dataFolder, now });
  }
  return path;
}
