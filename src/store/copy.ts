/** Writes copies of a book, which count only once they have been read back. */
import Database from "better-sqlite3";
import { Fault } from "#core/faults.ts";
import { writingTo } from "#store/faults.ts";
import { placeFile, readWhole, realPath } from "#store/files.ts";
import { serialized } from "#store/snapshot.ts";
import type { Snapshot } from "#store/snapshot.ts";

/** See `OpenedStore.writeCopy`. */
export function writeCopy(book: Snapshot, to: string, { withoutHistory = false } = {}): void {
  const path = realPath(to);
  const { bytes } = withoutHistory ? strippedOfHistory(book, path) : book;
  writingTo(path, () => {
    if (!placeFile(path, bytes)) throw new Fault("book-exists", { path });
    const written = readWhole(path);
    if (!("bytes" in written) || !written.bytes.equals(bytes))
      throw new Fault("cannot-write", { path, cause: "read back differently" });
  });
}

function strippedOfHistory({ bytes }: Snapshot, path: string): Snapshot {
  const db = new Database(bytes);
  try {
    db.exec("DELETE FROM journal; UPDATE state SET applied = 0; VACUUM"); // vacuumed: deleted rows stay in free pages
    return serialized(db, path);
  } finally {
    db.close();
  }
}
