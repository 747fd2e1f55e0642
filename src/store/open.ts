/**
 * Opens a book. SQLite never opens a file in the user's folder: the file is read whole, examined
 * in memory, and copied into the private folder, where it is edited; the file is replaced whole.
 * A journal or log that lies beside the book is therefore never looked at.
 */
import { accessSync, constants, existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Fault } from "#core/faults.ts";
import { writeCopy } from "#store/copy.ts";
import { writingTo } from "#store/faults.ts";
import { isAbsence, realPath } from "#store/files.ts";
import { thisHost } from "#store/host.ts";
import type { Host } from "#store/host.ts";
import { takeLock } from "#store/lock.ts";
import { PrivateFolder } from "#store/private-copy.ts";
import type { SavedState } from "#store/publication.ts";
import { Reader, readJournal } from "#store/reader.ts";
import { openForReading, readBookFile, titleOf } from "#store/reading.ts";
import type { BookReading } from "#store/reading.ts";
import { takeUp } from "#store/take-up.ts";
import { Writer } from "#store/writer.ts";

/** What it takes to open a book. */
export interface OpenOptions {
  readonly path: string;
  /** See `defaultDataFolder`. Made where it is not there. */
  readonly dataFolder: string;
  /** The clock, for labels alone: no order and no decision rests on it. */
  readonly now: () => Date;
  readonly host?: Host;
}

/** An open book. */
export interface OpenedStore extends BookReading {
  /** Null: nothing can be edited, and {@link readOnly} says why. */
  readonly writer: Writer | null;
  readonly readOnly: "file-is-read-only" | null;
  /** Counts every commit, undo and redo. */
  readonly generation: number;
  /** Where the latest edit is. */
  readonly saved: SavedState;
  /** Tells of every change of {@link saved}, until the answer is called. */
  onSaved(listener: (saved: SavedState) => void): () => void;
  /** Brings the file up to date now. What stands in the way is in the answer, never thrown. */
  publish(): SavedState;
  /**
   * Writes the book, every edit included, to a file that is not there yet, and reads it back.
   * Without its history the copy is the same book with an empty journal.
   * @throws Fault `book-exists`, `folder-missing`, `disk-full`, `cannot-write`
   */
  writeCopy(to: string, options?: { readonly withoutHistory?: boolean }): void;
  /** Brings the file up to date and lets go of the book. Where that fails the edits wait for the next opening. A second call does nothing. */
  close(): SavedState;
}

/**
 * Opens a book for editing, or read-only where its file or folder is. Edits that never reached the
 * file, after a crash or a full disk, are there again; where the file has changed meanwhile they
 * are put beside it as a conflict copy, and {@link OpenedStore.saved} says so.
 * @throws Fault `book-not-found`, `book-is-not-one`, `book-is-newer`, `book-is-damaged`,
 *   `book-in-use`; `disk-full`, `cannot-write` of the data folder
 */
export function openBook({ path: given, dataFolder, now, host = thisHost }: OpenOptions): OpenedStore {
  const path = realPath(given);
  const folder = new PrivateFolder(resolve(dataFolder), path);
  const canWrite = isWritable(path);
  if (!folder.hasCopy()) {
    if (!existsSync(path)) throw new Fault("book-not-found", { path });
    if (!canWrite) return withoutWriter(path);
  }
  const lock = writingTo(folder.folder, () => {
    folder.make();
    return takeLock(folder.folder, path, host, now);
  });
  try {
    // Read under the lock: another process may just have published.
    const file = readBookFile(path);
    const { connection, publication } = writingTo(folder.folder, () => takeUp({ path, folder, host, canWrite, file }));
    let isOpen = true;
    return {
      reader: new Reader(connection),
      writer: canWrite ? new Writer(connection, now, () => publication.edited()) : null,
      readOnly: canWrite ? null : "file-is-read-only",
      path,
      title: titleOf(path),
      get generation() {
        return readJournal(connection.db).generation;
      },
      get saved() {
        return publication.saved;
      },
      onSaved: (listener) => publication.onSaved(listener),
      publish: () => publication.publish(),
      writeCopy: (to, options) =>
        writeCopy(
          writingTo(folder.folder, () => publication.snapshot()),
          to,
          options,
        ),
      close() {
        if (isOpen) {
          isOpen = false;
          publication.close();
          lock.release();
        }
        return publication.saved;
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Opens a book for reading alone. Edits that a crash kept from the file are brought to it first,
 * unless another process has the book open: its file is then at most two seconds behind.
 * @throws Fault as {@link openBook}, but never `book-in-use`
 */
export function openToRead(options: OpenOptions): BookReading {
  const path = realPath(options.path);
  if (!new PrivateFolder(resolve(options.dataFolder), path).hasCopy()) return openForReading(path);
  try {
    return openBook(options);
  } catch (error) {
    if (error instanceof Fault && error.code === "book-in-use") return openForReading(path);
    throw error;
  }
}

/** Whether a book could be replaced: its file is this user's to write, and so is its folder. */
function isWritable(path: string): boolean {
  return [path, dirname(path)].every((each) => {
    try {
      accessSync(each, constants.W_OK);
      return true;
    } catch (error) {
      return isAbsence(error); // nothing forbids it; that it is missing is for others to say
    }
  });
}

function withoutWriter(path: string): OpenedStore {
  const reading = openForReading(path);
  const saved: SavedState = { at: "file" };
  return {
    ...reading,
    writer: null,
    readOnly: "file-is-read-only",
    generation: reading.reader.journal().generation,
    saved,
    onSaved: () => () => {},
    publish: () => saved,
    writeCopy: (to, options) => writeCopy(reading.file, to, options),
    close() {
      reading.close();
      return saved;
    },
  };
}
