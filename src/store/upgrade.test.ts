import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { Connection } from "#store/connection.ts";
import { examine } from "#store/gate.ts";
import { PrivateFolder } from "#store/private-copy.ts";
import { readJournal } from "#store/reader.ts";
import { MIGRATIONS, expectedSchema, schemaOf, versionOf } from "#store/schema.ts";
import { openBook } from "#store/open.ts";
import { openForReading } from "#store/reading.ts";
import { upgrade } from "#store/upgrade.ts";
import { makePlace } from "./fixtures/place.ts";
import type { Place } from "./fixtures/place.ts";
import { WHOLE_BOOK, inOrder } from "./fixtures/whole-book.ts";

const NEXT = [
  ...MIGRATIONS,
  "ALTER TABLE source ADD COLUMN pages TEXT NOT NULL DEFAULT ''; UPDATE source SET pages = '1'",
];

let place: Place;
let folder: PrivateFolder;
let copy: Connection;
beforeEach(() => {
  place = makePlace();
  folder = new PrivateFolder(place.dataFolder, place.path);
  folder.make();
  const file = readFileSync(place.path);
  const { sha256, generation } = examine(file, place.path);
  copy = new Connection(folder.pathOf(folder.adopt(place.path, file, sha256, generation).copy), place.path);
});
afterEach(() => {
  copy.close();
  place.leave();
});

const backups = (): string => join(folder.folder, "backups");
const backup = (): string => join(backups(), `version-${MIGRATIONS.length}-generation-0.kessan`);

test("an older book is brought forward after a backup that is a whole book of the old version", () => {
  const before = examine(readFileSync(place.path), place.path);
  upgrade(copy.db, folder, place.path, NEXT);
  expect(versionOf(copy.db)).toBe(NEXT.length);
  expect(schemaOf(copy.db)).toEqual(expectedSchema(NEXT.length, NEXT));
  expect(copy.db.prepare("SELECT DISTINCT pages FROM source").pluck().all()).toEqual(["1"]);
  expect(copy.db.pragma("foreign_keys", { simple: true })).toBe(1);
  // No edit: a book that is only looked at stays readable for the older version.
  expect(readJournal(copy.db).generation).toBe(0);
  expect(examine(readFileSync(backup()), backup())).toMatchObject({
    digest: before.digest,
    version: MIGRATIONS.length,
  });
  upgrade(copy.db, folder, place.path, NEXT);
});

test("a migration that fails half-way leaves the old version whole", () => {
  const before = schemaOf(copy.db);
  const broken = [
    ["CREATE TABLE a (b); CREATE TABLE a (b)", "table a already exists"],
    ["DELETE FROM company", "dangling references"],
  ] as const;
  for (const [sql, says] of broken) {
    expect(() => upgrade(copy.db, folder, place.path, [...MIGRATIONS, sql])).toThrow(says);
    expect(versionOf(copy.db)).toBe(MIGRATIONS.length);
    expect(schemaOf(copy.db)).toEqual(before);
    expect(copy.db.prepare("SELECT count(*) FROM company").pluck().get()).toBe(1);
  }
});

test("without a backup nothing is migrated", () => {
  mkdirSync(folder.folder, { recursive: true });
  writeFileSync(backups(), "a file where the backups' folder should be");
  expect(() => upgrade(copy.db, folder, place.path, NEXT)).toThrow("EEXIST");
  expect(versionOf(copy.db)).toBe(MIGRATIONS.length);
});

/**
 * A shipped migration is never edited: books that it made would no longer pass the gate. A new
 * version adds one here, and the golden book of each old one keeps opening.
 */
test.each(MIGRATIONS.map((_, index) => index + 1))("what version %i creates does not change", async (version) => {
  const schema = expectedSchema(version);
  await expect(`${schema.join("\n\n")}\n`).toMatchFileSnapshot(`fixtures/schema-${version}.txt`);
});

/** What the books of older versions could not hold. */
const WITHOUT_BRIEFING: Book = {
  ...WHOLE_BOOK,
  notes: WHOLE_BOOK.notes.map((note) => ({ ...note, scope: null, basis: null })),
  events: [],
  affiliates: [],
  particulars: [],
  charts: [],
  locks: [],
  pageLines: [],
};

test.each([
  [1, { ...WITHOUT_BRIEFING, breaks: [] }],
  [2, WITHOUT_BRIEFING],
])("a book of version %i opens with every row it had, and is brought forward", (version, whole) => {
  const golden = join(import.meta.dirname, "fixtures", `book-of-version-${version}.kessan`);
  const old = join(place.documents, "old.kessan");
  copyFileSync(golden, old);
  const reading = openForReading(old);
  expect(inOrder(reading.reader.readBook())).toEqual(inOrder(whole));
  reading.close();
  const store = openBook({ path: old, dataFolder: place.dataFolder, now: () => new Date(0) });
  expect(inOrder(store.reader.readBook())).toEqual(inOrder(whole));
  store.close();
  expect(readFileSync(golden).equals(readFileSync(old)), "nobody edited it").toBe(true);
});
