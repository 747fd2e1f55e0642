/**
 * What a file has to be before anything in it is believed. Checked on bytes in memory, so that a
 * hostile book touches neither the disk nor the book that is open.
 *
 * The order matters. A crafted book can make SQLite's own integrity check run for minutes, through
 * a view, a trigger, a CHECK or a generated column; so the text of its schema is compared with
 * what this version creates before any table is looked at.
 */
import Database, { SqliteError } from "better-sqlite3";
import { Fault } from "#core/faults.ts";
import { digestOf, sha256 } from "#store/digest.ts";
import { APPLICATION_ID, CURRENT_VERSION, expectedSchema, schemaOf } from "#store/schema.ts";

/** What the gate learned of a book it let in. */
export interface Examined {
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly version: number;
  readonly generation: number;
  /** Of the book's rows. */
  readonly digest: string;
}

/** The checks a book can fail, in the order in which they are made. */
export type Check = "header" | "schema" | "integrity" | "references" | "journal" | "digest";

const damaged = (path: string, check: Check, detail: string): Fault =>
  new Fault("book-is-damaged", { path, check, detail });

// Offsets into the header: https://www.sqlite.org/fileformat2.html#the_database_header
const HEADER_LENGTH = 100;
const MAGIC = "SQLite format 3\0";
const UTF_8 = 1;
/** A file that is not write-ahead logged; ours never are, and one that is would need a second file. */
const ROLLBACK_JOURNAL = 1;

/**
 * The version of a book, from its header alone.
 * @throws Fault `book-is-not-one`, `book-is-newer` (with `version` and the newest that is `known`), `book-is-damaged`
 */
function checkHeader(bytes: Buffer, path: string): number {
  if (bytes.length < HEADER_LENGTH || bytes.toString("latin1", 0, MAGIC.length) !== MAGIC)
    throw new Fault("book-is-not-one", { path });
  if (bytes.readUInt32BE(68) !== APPLICATION_ID) throw new Fault("book-is-not-one", { path });
  const version = bytes.readUInt32BE(60);
  if (version > CURRENT_VERSION)
    throw new Fault("book-is-newer", { path, version: String(version), known: String(CURRENT_VERSION) });
  if (version < 1) throw damaged(path, "header", "no version");
  if (bytes[18] !== ROLLBACK_JOURNAL || bytes[19] !== ROLLBACK_JOURNAL)
    throw damaged(path, "header", "it was changed by another program, which left part of it in a second file");
  const rawPageSize = bytes.readUInt16BE(16);
  const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize; // 1 stands for what two bytes cannot hold
  const length = bytes.readUInt32BE(28) * pageSize;
  if (length !== bytes.length) throw damaged(path, "header", `${bytes.length} bytes long instead of ${length}`);
  if (bytes.readUInt32BE(56) !== UTF_8) throw damaged(path, "header", "its text is not UTF-8");
  return version;
}

/**
 * Holds an open book's schema, structure, references, journal and digest against what they must be.
 * The digest of a private copy is only as new as its last publishing; an older one is not compared.
 * @throws Fault `book-is-damaged`, with the check that failed and a detail for the log
 */
export function checkContent(db: Database.Database, path: string, version: number): Omit<Examined, "sha256"> {
  try {
    if (schemaOf(db).join("\n") !== expectedSchema(version).join("\n"))
      throw damaged(path, "schema", "it holds tables, views or triggers that no book has");
    const integrity = db.pragma("integrity_check(1)", { simple: true });
    if (integrity !== "ok") throw damaged(path, "integrity", String(integrity));
    const dangling = db.pragma("foreign_key_check") as readonly unknown[];
    if (dangling.length > 0) throw damaged(path, "references", `${dangling.length} rows refer to none`);
    const state = readState(db);
    if (state === undefined) throw damaged(path, "journal", "it has no state");
    const { generation, applied, entries, last, digest, digested_at } = state;
    if (applied < 0 || applied > entries || last !== entries)
      throw damaged(path, "journal", `entry ${applied} of ${entries}, the last numbered ${last}`);
    const found = digestOf(db);
    if (digested_at === generation && digest !== found) throw damaged(path, "digest", "a figure has changed");
    return { version, generation, digest: found };
  } catch (error) {
    if (error instanceof SqliteError) throw damaged(path, "integrity", error.message);
    throw error;
  }
}

interface State {
  readonly generation: number;
  readonly applied: number;
  readonly entries: number;
  readonly last: number;
  readonly digest: string;
  readonly digested_at: number;
}

const readState = (db: Database.Database): State | undefined =>
  db
    .prepare<[], State>(
      `SELECT generation, applied, digest, digested_at,
         (SELECT count(*) FROM journal) AS entries, (SELECT coalesce(max(entry), 0) FROM journal) AS last
       FROM state`,
    )
    .get();

/** Opens bytes as a database in memory that trusts nothing in its own schema and cannot write. */
function openBytes(bytes: Buffer): Database.Database {
  const db = new Database(bytes, { readonly: true });
  db.pragma("trusted_schema = OFF");
  db.pragma("cell_size_check = ON");
  db.pragma("query_only = ON");
  return db;
}

/**
 * Lets a published book in, or says why not. Nothing is written anywhere.
 * @throws Fault `book-is-not-one`, `book-is-newer`, `book-is-damaged`
 */
export function examine(bytes: Buffer, path: string): Examined {
  const version = checkHeader(bytes, path);
  const db = openBytes(bytes);
  try {
    const examined = checkContent(db, path, version);
    const digestedAt = db.prepare<[], number>("SELECT digested_at FROM state").pluck().get();
    if (digestedAt !== examined.generation) throw damaged(path, "digest", "it was published without one");
    return { ...examined, sha256: sha256(bytes) };
  } finally {
    db.close();
  }
}
