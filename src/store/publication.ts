/**
 * Keeps a book's file up to date with its private copy: the whole file, in one step, and never
 * over something that somebody else has put there. Edits are safe in the private copy meanwhile.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Fault } from "#core/faults.ts";
import type { PublishFault } from "#core/faults.ts";
import type { Connection } from "#store/connection.ts";
import { sha256 } from "#store/digest.ts";
import { publishFaultOf } from "#store/faults.ts";
import { errorCode, placeFile, readWhole, replaceFile, temporaryName } from "#store/files.ts";
import type { Host } from "#store/host.ts";
import type { CopyRecord, PrivateFolder } from "#store/private-copy.ts";
import { readJournal } from "#store/reader.ts";
import { titleOf } from "#store/reading.ts";
import { takeSnapshot } from "#store/snapshot.ts";
import type { Snapshot } from "#store/snapshot.ts";

/** Where the latest edit is. */
export type SavedState =
  /** In the private copy; the file is older. */
  | { readonly at: "here" }
  /** In the file. */
  | { readonly at: "file" }
  /**
   * In the private copy; the file could not be written. `path` is the file, except for
   * `changed-elsewhere`: there it is the conflict copy beside it, which holds every edit.
   */
  | { readonly at: "failed"; readonly what: PublishFault; readonly path: string };

/** The file is up to date within two seconds of the last edit: one of quiet, and one to write in. */
const QUIET_MS = 1000;

/** What a publication works with. */
interface PublicationOf {
  readonly path: string;
  readonly folder: PrivateFolder;
  readonly connection: Connection;
  readonly record: CopyRecord;
  readonly saved: SavedState;
  readonly host: Host;
}

/** One open book's publishing. */
export class Publication {
  readonly #path: string;
  readonly #folder: PrivateFolder;
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #listeners = new Set<(saved: SavedState) => void>();
  #record: CopyRecord;
  #saved: SavedState;
  /** The conflict copy that this session writes to, once the file is somebody else's. */
  #beside: { readonly path: string; readonly sha256: string } | null = null;
  #callOff: () => void = () => {};

  constructor({ path, folder, connection, record, saved, host }: PublicationOf) {
    this.#path = path;
    this.#folder = folder;
    this.#connection = connection;
    this.#record = record;
    this.#saved = saved;
    this.#host = host;
  }

  get saved(): SavedState {
    return this.#saved;
  }

  /** Whether the private copy holds edits that the user's folder does not. */
  get isAhead(): boolean {
    return readJournal(this.#connection.db).generation > this.#record.generation;
  }

  /** Tells of every change of the saved state, until the answer is called. */
  onSaved(listener: (saved: SavedState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Notes that the private copy has gone ahead, and publishes once it is quiet. */
  edited(): void {
    this.#say({ at: "here" });
    this.publishSoon();
  }

  /** Publishes once nothing has been edited for a second. */
  publishSoon(): void {
    this.#callOff();
    this.#callOff = this.#host.after(QUIET_MS, () => this.publish());
  }

  /** Publishes now, where there is anything to. What stands in the way is the answer, not an error. */
  publish(): SavedState {
    this.#callOff();
    if (this.isAhead) this.#say(this.#published());
    return this.#saved;
  }

  #published(): SavedState {
    try {
      const snapshot = this.snapshot();
      return this.#beside === null ? this.#replace(snapshot) : this.#writeBeside(snapshot);
    } catch (error) {
      if (errorCode(error) === "" && !(error instanceof Fault)) throw error;
      return this.#failed(publishFaultOf(error));
    }
  }

  /** Writes the private copy beside a file that was changed elsewhere, before anything of ours is put away. */
  publishBeside(): SavedState {
    return this.#writeBeside(this.snapshot());
  }

  /** The private copy as it is, as the bytes of one file. Throws as {@link takeSnapshot}. */
  snapshot(): Snapshot {
    return takeSnapshot(this.#connection.db, this.#folder.snapshotPath(), this.#path);
  }

  /** Publishes, lets go of the private copy, and removes it where the user's folder holds all of it. */
  close(): SavedState {
    const saved = this.publish();
    const isAhead = this.isAhead;
    this.#connection.close();
    if (!isAhead) this.#folder.discard();
    return saved;
  }

  #replace(snapshot: Snapshot): SavedState {
    const { file } = this.#record;
    const standing = readWhole(this.#path);
    const isAbsent = "refused" in standing && standing.refused === "absent";
    if (isAbsent && file !== null) return this.#failed(existsSync(dirname(this.#path)) ? "gone" : "folder-missing");
    // What is there and is no readable file is not ours either.
    const found = "refused" in standing ? standing.refused : sha256(standing.bytes);
    if (!isAbsent && found !== file) return this.#writeBeside(snapshot);

    const { generation } = snapshot;
    const temporary = temporaryName();
    // Written down first: after a crash between the two steps the file is known as ours.
    this.#folder.writeRecord({ ...this.#record, publishing: { temporary, sha256: snapshot.sha256, generation } });
    if ("refused" in standing) {
      if (!placeFile(this.#path, snapshot.bytes, undefined, temporary)) return this.#writeBeside(snapshot);
    } else replaceFile(this.#path, snapshot.bytes, standing.mode, temporary);
    this.#record = { ...this.#record, file: snapshot.sha256, generation, publishing: null };
    this.#noteDown();
    return { at: "file" };
  }

  /** The file is in place by now, and the earlier note says as much to whoever finds both: no reason to fail. */
  #noteDown(): void {
    try {
      this.#folder.writeRecord(this.#record);
    } catch (error) {
      if (errorCode(error) === "") throw error;
    }
  }

  /** One conflict copy per session, brought up to date as long as nobody else has touched it. */
  #writeBeside({ bytes, sha256: written, generation }: Snapshot): SavedState {
    const earlier = this.#beside;
    const standing = earlier && readWhole(earlier.path);
    const isOurs = standing !== null && "bytes" in standing && sha256(standing.bytes) === earlier?.sha256;
    if (isOurs) replaceFile(earlier.path, bytes, standing.mode);
    const path = isOurs ? earlier.path : this.#placeBeside(bytes);
    this.#beside = { path, sha256: written };
    this.#record = { ...this.#record, generation, publishing: null };
    this.#noteDown();
    return { at: "failed", what: "changed-elsewhere", path };
  }

  #placeBeside(bytes: Uint8Array): string {
    for (let number = 1; ; number++) {
      const path = join(dirname(this.#path), `${titleOf(this.#path)} (Kessan conflict ${number}).kessan`);
      if (placeFile(path, bytes)) return path;
    }
  }

  #failed(what: PublishFault): SavedState {
    return { at: "failed", what, path: this.#path };
  }

  #say(saved: SavedState): void {
    this.#saved = saved;
    for (const listener of this.#listeners) listener(saved);
  }
}
