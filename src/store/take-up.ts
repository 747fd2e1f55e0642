/**
 * Decides what to go on from: the private copy where it holds edits that the user's folder does
 * not, else the file.
 *
 *     copy is ahead, file as we left it    → the copy goes on
 *     copy is ahead, file is gone          → the copy goes on, and puts the file back
 *     copy is ahead, file changed since    → the copy is put beside the file; the file is opened
 *     copy is not ahead                    → the file is opened
 */
import { SqliteError } from "better-sqlite3";
import { rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Fault } from "#core/faults.ts";
import { Connection } from "#store/connection.ts";
import { checkContent } from "#store/gate.ts";
import { writingTo } from "#store/faults.ts";
import type { Host } from "#store/host.ts";
import type { CopyRecord, PrivateFolder } from "#store/private-copy.ts";
import { Publication } from "#store/publication.ts";
import type { SavedState } from "#store/publication.ts";
import { CURRENT_VERSION, versionOf } from "#store/schema.ts";
import type { Snapshot } from "#store/snapshot.ts";
import { upgrade } from "#store/upgrade.ts";

/** A book whose lock is held. */
export interface Taken {
  readonly path: string;
  readonly folder: PrivateFolder;
  readonly host: Host;
  /** Whether the file could be replaced. */
  readonly canWrite: boolean;
  /** The file as it passed the gate; null: there is none. */
  readonly file: Snapshot | null;
}

/** The book's connection, and what keeps its file up to date. */
interface TakenUp {
  readonly connection: Connection;
  readonly publication: Publication;
}

/** @throws Fault `book-not-found`; `book-is-damaged`, `book-is-newer` of the private copy; the system's errors */
export function takeUp(taken: Taken): TakenUp {
  const { path, folder, file, canWrite } = taken;
  const record = recordOf(taken);
  const copy = record && copyAhead(taken, record);
  if (record === null || copy === null) {
    if (file === null) {
      folder.discard();
      throw new Fault("book-not-found", { path });
    }
    return fromFile(taken, file, { at: "file" });
  }
  if (file !== null && file.sha256 !== record.file) {
    const saved = closing(copy, () =>
      writingTo(path, () => publicationOf(taken, copy, record, { at: "here" }).publishBeside()),
    );
    return fromFile(taken, file, saved);
  }
  const saved: SavedState = canWrite ? { at: "here" } : { at: "failed", what: "read-only", path };
  const publication = publicationOf(taken, brought(taken, copy), { ...record, file: file?.sha256 ?? null }, saved);
  if (canWrite) publication.publishSoon();
  return { connection: copy, publication };
}

/** Brings a copy to this version. One that is not handed on is closed, or it would lock the book. */
function brought({ folder, path }: Taken, connection: Connection): Connection {
  try {
    upgrade(connection.db, folder, path);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function closing<T>(connection: Connection, work: () => T): T {
  try {
    return work();
  } finally {
    connection.close();
  }
}

const publicationOf = (taken: Taken, connection: Connection, record: CopyRecord, saved: SavedState): Publication =>
  new Publication({ ...taken, connection, record, saved });

/** Edits the file as it is now. The private copy, if there is one, must not be ahead any more. */
function fromFile(taken: Taken, file: Snapshot, saved: SavedState): TakenUp {
  const record = taken.folder.adopt(taken.path, file.bytes, file.sha256, file.generation);
  const connection = brought(taken, new Connection(taken.folder.pathOf(record.copy), taken.path));
  return { connection, publication: publicationOf(taken, connection, record, saved) };
}

/** The record of a private copy, with a publishing that was cut off brought to its end or forgotten. */
function recordOf({ path, folder, file }: Taken): CopyRecord | null {
  const record = folder.readRecord();
  if (record === "damaged") throw keptAside(folder, path, "its record cannot be read");
  if (record?.publishing == null) return record;
  const { temporary, sha256, generation } = record.publishing;
  // What a crash left behind beside the book. Only the name is taken from the record, never a folder.
  rmSync(join(dirname(path), basename(temporary)), { force: true });
  const cameToItsEnd = file?.sha256 === sha256;
  return { ...record, ...(cameToItsEnd && { file: sha256, generation }), publishing: null };
}

/** The private copy, open, if it holds edits that the user's folder does not. */
function copyAhead({ path, folder }: Taken, record: CopyRecord): Connection | null {
  let connection: Connection | undefined;
  try {
    connection = new Connection(folder.pathOf(record.copy), path);
    const version = versionOf(connection.db);
    if (version > CURRENT_VERSION)
      throw new Fault("book-is-newer", { path, version: String(version), known: String(CURRENT_VERSION) });
    const { generation } = checkContent(connection.db, path, version);
    if (generation > record.generation) return connection;
    connection.close();
    return null;
  } catch (error) {
    connection?.close();
    const isDamage = error instanceof Fault && error.code === "book-is-damaged";
    const isNoDatabase = error instanceof SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code);
    if (!isDamage && !isNoDatabase) throw error;
    throw keptAside(folder, path, error.message);
  }
}

/** Said once: the copy is out of the way then, and the next opening finds the file alone. */
const keptAside = (folder: PrivateFolder, path: string, detail: string): Fault =>
  new Fault("book-is-damaged", { path, check: "private-copy", detail, kept: folder.keepAside() });
