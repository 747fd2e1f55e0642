import Database from "better-sqlite3";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { examine } from "#store/gate.ts";
import { openBook } from "#store/open.ts";
import { openForReading, verifyBook } from "#store/reading.ts";
import { makePlace } from "./fixtures/place.ts";
import type { Place } from "./fixtures/place.ts";

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.leave());

/** The book's file, changed by somebody who knows SQLite. */
function tamper(sql: string): Buffer {
  const db = new Database(place.path);
  db.unsafeMode(); // for this test to write what a crafted file may hold
  db.exec(sql);
  db.close();
  return readFileSync(place.path);
}

/** No answer may take longer; a view without an end would take for ever. */
const SOON_MS = 2000;

describe("a crafted book is refused before anything in it runs", () => {
  const endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";
  test.each([
    ["a trigger", "CREATE TRIGGER t AFTER UPDATE ON fact BEGIN DELETE FROM journal; END"],
    ["a view without an end", `CREATE VIEW v AS ${endless}`],
    ["a table of its own", "CREATE TABLE extra (a)"],
    ["an index", "CREATE INDEX i ON fact (source)"],
    ["an index over an expression", "CREATE INDEX i ON fact (hex(zeroblob(mantissa)))"],
    ["statistics", "ANALYZE"],
    ["a virtual table", "CREATE VIRTUAL TABLE f USING fts5 (a)"],
    ["a generated column", "ALTER TABLE note ADD COLUMN huge TEXT AS (hex(zeroblob(1000000)))"],
    [
      "a check that runs long",
      `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (one = 1)', 'CHECK (randomblob(1000000000) > 0)')`,
    ],
    ["a table in place of a collection", "DROP TABLE note; CREATE TABLE note (id)"],
    ["a view in place of a collection", `DROP TABLE note; CREATE VIEW note AS ${endless}`],
    ["ten thousand tables", Array.from({ length: 10_000 }, (_, index) => `CREATE TABLE t${index} (a);`).join(" ")],
  ])("%s", (_, sql) => {
    const bytes = tamper(`BEGIN; ${sql}; COMMIT`);
    const began = performance.now();
    expect(() => openBook(place.options)).toThrow("check=schema");
    expect(performance.now() - began).toBeLessThan(SOON_MS);
    expect(readFileSync(place.path).equals(bytes)).toBe(true);
    expect(readdirSync(place.documents)).toEqual(["iij.kessan"]);
    expect(place.privateFiles()).toEqual([]);
  });
});

describe("a book that says something else than it did is refused", () => {
  test.each([
    ["digest", "UPDATE fact SET mantissa = 14008 WHERE mantissa = 14007"],
    ["digest", "DELETE FROM note"],
    ["digest", "UPDATE state SET generation = 7"],
    ["references", "PRAGMA foreign_keys = OFF; DELETE FROM source WHERE id = 'deck'"],
    ["integrity", "PRAGMA ignore_check_constraints = ON; UPDATE company SET year_end_month = 13"],
    ["journal", "UPDATE state SET applied = 3"],
    ["journal", "DELETE FROM state"],
  ])("%s: %s", (check, sql) => {
    tamper(sql);
    expect(() => openBook(place.options)).toThrow(`check=${check}`);
    expect(verifyBook(place.path).findings).toMatchObject([{ check }]);
  });

  test("and a sound one is said to be sound", () => {
    expect(verifyBook(place.path)).toMatchObject({ path: place.path, findings: [] });
    expect(() => verifyBook(join(place.documents, "missing.kessan"))).toThrow("book-not-found");
  });
});

test("no flipped bit of a book goes by: it is refused, or the book is the same", () => {
  const sound = readFileSync(place.path);
  const book = openForReading(place.path);
  const rows = book.reader.readBook();
  book.close();
  // Every byte that counts would take minutes; a prime stride meets every page, header and row in time.
  const STRIDE = 131;
  let refused = 0;
  for (let at = 0; at < sound.length; at += STRIDE) {
    const flipped = Buffer.from(sound);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    try {
      examine(flipped, place.path);
    } catch (error) {
      expect(error).toMatchObject({ name: "Fault" });
      refused++;
      continue;
    }
    writeFileSync(place.path, flipped);
    const reading = openForReading(place.path);
    expect(reading.reader.readBook(), `byte ${at}`).toEqual(rows);
    reading.close();
  }
  expect(refused).toBeGreaterThan(0);
});
