import Database from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Connection } from "#store/connection.ts";
import { migrate } from "#store/schema.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kessan-connection-"));
  path = join(folder, "copy.sqlite");
  const db = new Database(path);
  migrate(db);
  db.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settings = ({ db }: Connection) =>
  ["synchronous", "journal_mode", "foreign_keys", "trusted_schema", "cell_size_check", "mmap_size"].map((name) =>
    db.pragma(name, { simple: true }),
  );

test("every opening of a private copy comes up with what keeps an edit, the second as the first", () => {
  const connection = new Connection(path, path);
  expect(settings(connection)).toEqual([2, "wal", 1, 0, 1, 0]);
  connection.reopen();
  // A log that is opened again comes up at NORMAL by itself, which loses edits at a power cut.
  expect(settings(connection)).toEqual([2, "wal", 1, 0, 1, 0]);
  connection.close();
});

test("a copy that is not there is not made", () => {
  expect(() => new Connection(join(folder, "missing.sqlite"), path)).toThrow("unable to open");
});

test("the tables refuse half a unit and more than a double holds", () => {
  const connection = new Connection(path, path);
  const put = (mantissa: string) =>
    connection.db.exec(
      `INSERT INTO statement VALUES ('s', 'c', 'consolidated', 'x', '', '1', 0, 1, ${mantissa}, 0, '%', '')`,
    );
  expect(() => put("1.5")).toThrow("cannot store REAL value in INTEGER column");
  expect(() => put("'many'")).toThrow("cannot store TEXT value in INTEGER column");
  expect(() => put("9007199254740992")).toThrow("CHECK constraint failed");
  connection.close();
});
