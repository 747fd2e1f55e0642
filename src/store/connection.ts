/** The one connection to a book's private copy, with everything set that keeps an acknowledged edit. */
import Database, { SqliteError } from "better-sqlite3";
import { platform } from "node:process";
import { Fault } from "#core/faults.ts";
import type { Reconnected } from "#store/writer.ts";

/** Sets a pragma and reads it back: SQLite answers a refusal with silence. */
function settle(db: Database.Database, pragma: string, value: string, readsAs: string | number): void {
  db.pragma(`${pragma} = ${value}`);
  const found = db.pragma(pragma, { simple: true });
  if (found !== readsAs) throw new Error(`${pragma} is ${String(found)} and not ${readsAs}`);
}

/**
 * Opens a private copy. The order matters: nothing of the schema is trusted before it is read, and
 * the journal mode comes before `synchronous`, which it may change.
 *
 * `locking_mode = EXCLUSIVE` is the operating system's own guard behind the lock file: whatever
 * happens to that file, a second process gets `book-in-use` here, without waiting. It also keeps the log's index in memory.
 */
function connect(path: string): Database.Database {
  const db = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    settle(db, "trusted_schema", "OFF", 0);
    settle(db, "cell_size_check", "ON", 1);
    settle(db, "mmap_size", "0", 0);
    settle(db, "foreign_keys", "ON", 1);
    settle(db, "locking_mode", "EXCLUSIVE", "exclusive");
    settle(db, "journal_mode", "WAL", "wal");
    settle(db, "synchronous", "FULL", 2); // not in the file: a log re-opened comes up at NORMAL, which loses edits
    if (platform === "darwin") settle(db, "fullfsync", "ON", 1); // there fsync alone leaves data in the drive's cache
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A private copy's connection, which can be closed and opened anew in place. */
export class Connection implements Reconnected {
  readonly path: string;
  #db: Database.Database;

  /** Opens a book's private copy. @throws Fault `book-in-use` where another process has this very copy open */
  constructor(path: string, book: string) {
    this.path = path;
    try {
      this.#db = connect(path);
    } catch (error) {
      if (error instanceof SqliteError && error.code.startsWith("SQLITE_BUSY"))
        throw new Fault("book-in-use", { path: book });
      throw error;
    }
  }

  get db(): Database.Database {
    return this.#db;
  }

  /** What the disk really holds, after an error that leaves it open what was written. */
  reopen(): void {
    this.#db.close();
    this.#db = connect(this.path);
  }

  close(): void {
    this.#db.close();
  }
}
