/**
 * The fingerprint of a book's content. SQLite's own checks do not see a wrong number (of 4,000
 * flipped bits, one in thirteen passed them and changed a figure), so a published book carries the
 * sha-256 of its rows and is held against it when it comes back.
 *
 * It covers every row of every collection, in the order of their keys, and nothing else: not the
 * journal, so that a copy without its history is the same book, and no clock.
 *
 * It is taken when a book is published, not at every commit: it reads every row, which would make
 * one typed cell of a large book cost tens of milliseconds; and between two publishings the
 * private copy never leaves this machine's own folder. `digested_at` says which generation it is of.
 */
import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";

/** Tables that are about the book rather than in it. */
const NOT_CONTENT = new Set(["journal", "state"]);

/**
 * The digest of a database's rows, as 64 hexadecimal digits. Works on every version of a book,
 * because it takes tables and columns as they are there; ask only after the gate has seen the schema.
 */
export function digestOf(db: Database): string {
  const hash = createHash("sha256");
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck();
  for (const table of tables.all()) {
    if (NOT_CONTENT.has(table)) continue;
    const key = db.prepare<[string], string>("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk").pluck();
    hash.update(`${table}\n`);
    const rows = db.prepare(`SELECT * FROM ${table} ORDER BY ${key.all(table).join(", ")}`).raw();
    for (const row of rows.iterate()) hash.update(`${JSON.stringify(row)}\n`);
  }
  return hash.digest("hex");
}

/** The digest of a file as bytes: tells whether somebody else has written it. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Takes the digest and writes it down for the present generation. Call inside a transaction. */
export function writeDigest(db: Database): void {
  db.prepare("UPDATE state SET digest = ?, digested_at = generation").run(digestOf(db));
}
