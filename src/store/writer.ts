/**
 * Writes a book and its journal. Every deed is one transaction with its entry, so that undo after
 * a crash finds exactly what was done; undo and redo are transactions too, and have no end.
 */
import type { Database } from "better-sqlite3";
import { ChangeMismatch, ROW_KEYS, inverse } from "#core/changes.ts";
import type { Collection, Deed, RowChange } from "#core/changes.ts";
import { isConstraint, isDiskTrouble, writeFault } from "#store/faults.ts";
import { readJournal } from "#store/reader.ts";
import type { Connected, Journal } from "#store/reader.ts";
import { TABLES } from "#store/tables.ts";
import type { SqlValue, Table } from "#store/tables.ts";

/** A change that is durable in the private copy. */
interface Commit {
  readonly changes: readonly RowChange[];
  readonly deed: Deed;
  readonly journal: Journal;
}

/** A private copy that can be opened anew in place, as the disk has it. */
export interface Reconnected extends Connected {
  readonly path: string;
  reopen(): void;
}

/** Writes one book. Reading is the {@link Reader}'s. */
export class Writer {
  readonly #connection: Reconnected;
  readonly #now: () => Date;
  readonly #committed: () => void;

  /** `committed` is called after everything that became durable. */
  constructor(connection: Reconnected, now: () => Date, committed: () => void) {
    this.#connection = connection;
    this.#now = now;
    this.#committed = committed;
  }

  /**
   * Applies changes and writes them down as one entry; what was undone before can no longer be redone.
   * Without any change nothing is written, and there is no entry.
   * @throws ChangeMismatch when a row that should be there is not there or differs, or a new one does
   *   not fit: the caller worked from an older state of the book. Nothing is written.
   * @throws Fault `disk-full`, `cannot-write` when the private copy could not be written. Nothing is written.
   */
  commit(deed: Deed, changes: readonly RowChange[]): Commit {
    if (changes.length === 0) return { changes, deed, journal: readJournal(this.#connection.db) };
    return this.#durably((db) => {
      applyToTables(db, changes);
      db.prepare("DELETE FROM journal WHERE entry > (SELECT applied FROM state)").run();
      db.prepare("UPDATE state SET applied = applied + 1").run();
      db.prepare("INSERT INTO journal SELECT applied, ?, ?, ? FROM state").run(
        this.#now().toISOString(),
        JSON.stringify(deed),
        JSON.stringify(changes),
      );
      return { changes, deed };
    });
  }

  /** Turns the latest deed round. Null: there is nothing to undo. Throws as {@link commit}. */
  undo(): Commit | null {
    const entry = entryAt(this.#connection.db, 0);
    return entry && this.#apply({ deed: entry.deed, changes: inverse(entry.changes) }, -1);
  }

  /** Does again what was undone last. Null: there is nothing to redo. Throws as {@link commit}. */
  redo(): Commit | null {
    const entry = entryAt(this.#connection.db, 1);
    return entry && this.#apply(entry, 1);
  }

  #apply(entry: Entry, step: -1 | 1): Commit {
    return this.#durably((db) => {
      applyToTables(db, entry.changes);
      db.prepare("UPDATE state SET applied = applied + ?").run(step);
      return entry;
    });
  }

  /**
   * One transaction, counted. After trouble with the disk SQLite may report a failure for what it
   * has in fact kept (a sixth of such reports did); so the copy is opened anew, and what it holds decides.
   */
  #durably(work: (db: Database) => Entry): Commit {
    const { db } = this.#connection;
    const generation = readJournal(db).generation + 1;
    let entry: Entry | undefined;
    try {
      db.transaction(() => {
        entry = work(db);
        db.prepare("UPDATE state SET generation = ?").run(generation);
      }).immediate();
    } catch (error) {
      if (isConstraint(error)) throw new ChangeMismatch("a row does not fit the book", { cause: error });
      if (!isDiskTrouble(error)) throw error;
      if (this.#generationAfter(error) !== generation) throw writeFault(error, this.#connection.path);
    }
    if (entry === undefined) throw new Error("a transaction ended without its work");
    this.#committed();
    return { ...entry, journal: readJournal(this.#connection.db) };
  }

  #generationAfter(error: unknown): number {
    try {
      this.#connection.reopen();
      return readJournal(this.#connection.db).generation;
    } catch {
      throw writeFault(error, this.#connection.path);
    }
  }
}

interface Entry {
  readonly deed: Deed;
  readonly changes: readonly RowChange[];
}

/** The entry that is applied last (`ahead` 0) or would be next (1). */
function entryAt(db: Database, ahead: 0 | 1): Entry | null {
  const row = db
    .prepare<[number], { deed: string; changes: string }>(
      "SELECT deed, changes FROM journal WHERE entry = (SELECT applied FROM state) + ?",
    )
    .get(ahead);
  return row === undefined
    ? null
    : { deed: JSON.parse(row.deed) as Deed, changes: JSON.parse(row.changes) as RowChange[] };
}

/** Applies changes in their order. Call inside a transaction: it throws in the middle. */
export function applyToTables(db: Database, changes: readonly RowChange[]): void {
  const writers = new Map<Collection, (change: RowChange) => void>();
  for (const change of changes) {
    const write = writers.get(change.in) ?? rowWriter(db, change.in);
    writers.set(change.in, write);
    write(change);
  }
}

/** Statements are prepared once per collection and deed: an import has thousands of changes in one. */
function rowWriter(db: Database, collection: Collection): (change: RowChange) => void {
  // A change's rows are those of its own collection, which the compiler cannot follow through a variable.
  const { name, columns, keyLength, encode } = TABLES[collection] as Table<unknown>;
  const keyOf = ROW_KEYS[collection] as (row: unknown) => string;
  const where = `WHERE ${columns
    .slice(0, keyLength)
    .map((column) => `${column} = ?`)
    .join(" AND ")}`;
  const select = db.prepare<SqlValue[]>(`SELECT ${columns.join(", ")} FROM ${name} ${where}`).raw();
  const insert = db.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => "?").join(", ")})`);
  const rewrite = db.prepare(`UPDATE ${name} SET ${columns.map((column) => `${column} = ?`).join(", ")} ${where}`);
  const remove = db.prepare(`DELETE FROM ${name} ${where}`);

  const found = (row: readonly SqlValue[]) => select.get(...row.slice(0, keyLength)) as SqlValue[] | undefined;
  const mismatch = (row: unknown, what: string) => new ChangeMismatch(`${collection}: ${keyOf(row)} ${what}`);

  return ({ before, after }) => {
    const old = before && encode(before);
    const next = after && encode(after);
    if (old) {
      const standing = found(old);
      if (standing === undefined) throw mismatch(before, "is not in the book");
      if (!old.every((value, index) => value === standing[index])) throw mismatch(before, "is not as it was");
    }
    if (next?.some((value) => typeof value === "string" && !value.isWellFormed()))
      throw mismatch(after, "holds half a character, which no file keeps");
    const sameKey =
      old !== null && next !== null && next.slice(0, keyLength).every((value, index) => value === old[index]);
    if (sameKey) rewrite.run(...next, ...next.slice(0, keyLength));
    else {
      if (old) remove.run(...old.slice(0, keyLength));
      if (next && found(next)) throw mismatch(after, "is in the book already");
      if (next) insert.run(...next);
    }
  };
}
