/** Writes a new book. */
import Database from "better-sqlite3";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Book } from "#core/book.ts";
import { ChangeMismatch, WRITE_ORDER } from "#core/changes.ts";
import type { RowChange } from "#core/changes.ts";
import { Fault } from "#core/faults.ts";
import { isConstraint, writingTo } from "#store/faults.ts";
import { placeFile, realPath, replaceFile } from "#store/files.ts";
import { thisHost } from "#store/host.ts";
import type { Host } from "#store/host.ts";
import { takeLock } from "#store/lock.ts";
import { PrivateFolder } from "#store/private-copy.ts";
import { migrate } from "#store/schema.ts";
import { serialized } from "#store/snapshot.ts";
import { applyToTables } from "#store/writer.ts";

/** What it takes to write a new book. */
interface CreateOptions {
  readonly path: string;
  readonly book: Book;
  readonly dataFolder: string;
  readonly now: () => Date;
  /** Whether a file that is there may be replaced. */
  readonly overwrite?: boolean;
  readonly host?: Host;
}

/**
 * Writes a new book with an empty journal, in one step.
 * @throws Fault `book-exists`, `book-in-use`, `folder-missing`, `disk-full`, `cannot-write`
 * @throws ChangeMismatch where a row refers to none, or two are the same
 */
export function createBook({
  path: given,
  book,
  dataFolder,
  now,
  overwrite = false,
  host = thisHost,
}: CreateOptions): void {
  const path = realPath(given);
  if (!overwrite && existsSync(path)) throw new Fault("book-exists", { path });
  const bytes = bytesOf(book, path);
  const folder = new PrivateFolder(resolve(dataFolder), path);
  const lock = writingTo(folder.folder, () => {
    folder.make();
    return takeLock(folder.folder, path, host, now);
  });
  try {
    put(path, bytes, overwrite);
  } finally {
    lock.release();
  }
}

function put(path: string, bytes: Buffer, overwrite: boolean): void {
  writingTo(path, () => {
    if (overwrite) replaceFile(path, bytes);
    else if (!placeFile(path, bytes)) throw new Fault("book-exists", { path });
  });
}

function bytesOf(book: Book, path: string): Buffer {
  const db = new Database(":memory:");
  try {
    migrate(db);
    const rows = WRITE_ORDER.flatMap((collection) =>
      book[collection].map((row) => ({ in: collection, before: null, after: row }) as RowChange),
    );
    db.transaction(() => applyToTables(db, rows)).immediate();
    return serialized(db, path).bytes;
  } catch (error) {
    throw isConstraint(error) ? new ChangeMismatch("a row does not fit the book", { cause: error }) : error;
  } finally {
    db.close();
  }
}
