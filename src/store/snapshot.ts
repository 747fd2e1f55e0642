/**
 * A book as the bytes of one file: whole, without a log, without what was deleted from it, its
 * digest in it, and looked over by the same gate that it will have to pass when it is opened.
 */
import type { Database } from "better-sqlite3";
import { readFileSync, rmSync } from "node:fs";
import { writeDigest } from "#store/digest.ts";
import { examine } from "#store/gate.ts";
import type { Examined } from "#store/gate.ts";

/** A file's bytes, and what the gate found in them. */
export interface Snapshot extends Examined {
  readonly bytes: Buffer;
}

/**
 * Takes a snapshot through a file that must not exist, and that is removed again.
 * @throws SqliteError, or the system's error, where that file cannot be written
 * @throws Fault `book-is-damaged` where the copy does not pass the gate: nothing may be published from it
 */
export function takeSnapshot(db: Database, through: string, path: string): Snapshot {
  db.transaction(() => writeDigest(db)).immediate();
  try {
    db.prepare("VACUUM INTO ?").run(through);
    return lookedOver(readFileSync(through), path);
  } finally {
    rmSync(through, { force: true });
  }
}

/** A snapshot of a database in memory, such as a new book. Call after its last transaction. */
export function serialized(db: Database, path: string): Snapshot {
  db.transaction(() => writeDigest(db)).immediate();
  return lookedOver(db.serialize(), path);
}

const lookedOver = (bytes: Buffer, path: string): Snapshot => ({ ...examine(bytes, path), bytes });
