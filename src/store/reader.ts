/** Reads a book out of its tables. Whoever holds a {@link Reader} cannot write with it. */
import type { Database } from "better-sqlite3";
import type { Book } from "#core/book.ts";
import { WRITE_ORDER } from "#core/changes.ts";
import type { BookRows, Collection, Deed, RowChange } from "#core/changes.ts";
import { TABLES } from "#store/tables.ts";
import type { SqlValue } from "#store/tables.ts";

/** What can be undone and redone next, and how many commits, undos and redos there have been. */
export interface Journal {
  readonly generation: number;
  /** Null: there is nothing to undo. */
  readonly undo: Deed | null;
  /** Null: there is nothing to redo. */
  readonly redo: Deed | null;
}

/** A deed as the journal keeps it. */
export interface DoneDeed {
  /** UTC, as ISO 8601; a label for people. */
  readonly at: string;
  readonly changes: readonly RowChange[];
}

/** Where a book's present connection is found; it changes when the store has to open its copy anew. */
export interface Connected {
  readonly db: Database;
}

/** Reads one book. Every answer is as of the latest commit. */
export class Reader {
  readonly #connected: Connected;

  constructor(connected: Connected) {
    this.#connected = connected;
  }

  /** The whole book: facts in the order of their key, everything else in the order in which it was added. */
  readBook(): Book {
    const { db } = this.#connected;
    return Object.fromEntries(
      WRITE_ORDER.map((collection) => [collection, readRows(db, collection)]),
    ) as unknown as Book;
  }

  /**
   * The deeds that stand, the newest first, whose changes mention a text: a line's id as JSON has it.
   * For whoever then looks closer; most deeds need not be read for one cell.
   */
  *deedsWith(text: string): Generator<DoneDeed> {
    const rows = this.#connected.db
      .prepare<[string], { saved_at: string; changes: string }>(
        `SELECT saved_at, changes FROM journal
         WHERE entry <= (SELECT applied FROM state) AND instr(changes, ?) > 0 ORDER BY entry DESC`,
      )
      .iterate(text);
    for (const { saved_at: at, changes } of rows) yield { at, changes: JSON.parse(changes) as RowChange[] };
  }

  /** The state of the journal. */
  journal(): Journal {
    return readJournal(this.#connected.db);
  }
}

/** Raw rows, because naming every column of 24,000 facts costs more than reading them. */
function readRows<C extends Collection>(db: Database, collection: C): BookRows[C][] {
  const { name, columns, keyLength, decode } = TABLES[collection];
  const order = collection === "facts" ? columns.slice(0, keyLength).join(", ") : "rowid";
  const rows = db
    .prepare(`SELECT ${columns.join(", ")} FROM ${name} ORDER BY ${order}`)
    .raw()
    .all();
  return (rows as SqlValue[][]).map(decode);
}

/** See {@link Reader.journal}; for the writer, which answers with it. */
export function readJournal(db: Database): Journal {
  const { generation, applied } = db
    .prepare<[], { generation: number; applied: number }>("SELECT generation, applied FROM state")
    .get() ?? { generation: 0, applied: 0 };
  const deed = db.prepare<[number], string>("SELECT deed FROM journal WHERE entry = ?").pluck();
  const deedOf = (entry: number): Deed | null => {
    const text = deed.get(entry);
    return text === undefined ? null : (JSON.parse(text) as Deed);
  };
  return { generation, undo: deedOf(applied), redo: deedOf(applied + 1) };
}
