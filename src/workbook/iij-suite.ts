/** The sample book, for tests. */
import { readFileSync } from "node:fs";
import type { Book } from "#core/book.ts";
import { readDigitisedDeck } from "#ingest/digitised-deck.ts";

const table = (name: string): string => readFileSync(new URL(`../../resources/iij/${name}`, import.meta.url), "utf8");

export const iijBook = (): Book =>
  readDigitisedDeck(JSON.parse(table("book.json")), {
    lines: table("lines.csv"),
    facts: table("facts.csv"),
    statements: table("statements.csv"),
    commentary: table("commentary.csv"),
    services: table("services.csv"),
    group: table("group.csv"),
    overview: table("overview.csv"),
  }).book;
