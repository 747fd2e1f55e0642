/** A book as its file holds it: examined, in memory, without a lock and without a trace. */
import Database from "better-sqlite3";
import { basename } from "node:path";
import { Fault } from "#core/faults.ts";
import { errorCode, readWhole, realPath } from "#store/files.ts";
import { examine } from "#store/gate.ts";
import type { Check } from "#store/gate.ts";
import { Reader } from "#store/reader.ts";
import { CURRENT_VERSION, migrate } from "#store/schema.ts";
import type { Snapshot } from "#store/snapshot.ts";

/** A book that can be read. */
export interface BookReading {
  readonly reader: Reader;
  /** The file, with links resolved. */
  readonly path: string;
  /** The file's name without its folder and ending. */
  readonly title: string;
  close(): void;
}

/** The file's name without its folder and ending. */
export const titleOf = (path: string): string => basename(path).replace(/\.kessan$/i, "");

/**
 * Reads and examines a book's file. Null: there is none.
 * @throws Fault `book-is-not-one`, `book-is-newer`, `book-is-damaged`; `book-not-found` with a
 *   `cause` where it may not be read
 */
export function readBookFile(path: string): Snapshot | null {
  const file = readOrRefuse(path);
  if ("bytes" in file) return { ...examine(file.bytes, path), bytes: file.bytes };
  if (file.refused === "absent") return null;
  throw new Fault("book-is-not-one", { path, cause: file.refused, ...(file.size > 0 && { size: String(file.size) }) });
}

function readOrRefuse(path: string) {
  try {
    return readWhole(path);
  } catch (error) {
    throw new Fault("book-not-found", { path, cause: errorCode(error) });
  }
}

/**
 * Opens what a book's file holds at this moment, for reading alone. Another process may have the
 * book open for editing; its edits of the last two seconds may not be in the file yet.
 * @throws Fault as {@link readBookFile}, and `book-not-found`
 */
export function openForReading(given: string): BookReading & { readonly file: Snapshot } {
  const path = realPath(given);
  const file = readBookFile(path);
  if (file === null) throw new Fault("book-not-found", { path });
  const db = new Database(file.bytes);
  if (file.version < CURRENT_VERSION) migrate(db); // in memory; the file stays what it is
  db.pragma("query_only = ON");
  return { reader: new Reader({ db }), path, title: titleOf(path), file, close: () => db.close() };
}

/** What a look at a book's file found. */
interface Verification {
  readonly path: string;
  /** Of the file's bytes and of the book's rows; null where the book is damaged. */
  readonly sha256: string | null;
  readonly digest: string | null;
  /** None for a sound book. */
  readonly findings: readonly { readonly check: Check; readonly detail: string }[];
}

/**
 * Makes every check that opening makes, and answers what it finds. The first finding ends it:
 * what comes after a damage is not to be believed.
 * @throws Fault `book-not-found`, `book-is-not-one`, `book-is-newer`
 */
export function verifyBook(given: string): Verification {
  const path = realPath(given);
  try {
    const file = readBookFile(path);
    if (file === null) throw new Fault("book-not-found", { path });
    return { path, sha256: file.sha256, digest: file.digest, findings: [] };
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== "book-is-damaged") throw error;
    const { check, detail = "" } = error.particulars;
    return { path, sha256: null, digest: null, findings: [{ check: check as Check, detail }] };
  }
}
