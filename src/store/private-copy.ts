/**
 * The folder in which the app's own copy of a book lives, and the record of how that copy relates
 * to the file. Editing happens in the copy alone; the file is only ever read and replaced whole.
 *
 * The record is replaced in one step, and is what makes a copy count: a copy that no record names
 * was never edited (it is written before its record, and removed after it). Copies have random
 * names, so that SQLite never finds one book's log beside another's pages.
 *
 *     <data folder>/books/<key of the book's path>/
 *       writer.lock  record.json  copy-….sqlite(-wal)  backups/  kept/
 */
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { TEMPORARY_PREFIX, isAbsence, replaceFile, syncFolder, writeNew } from "#store/files.ts";

/** How a private copy relates to the book's file. */
export interface CopyRecord {
  /** The copy's file name. */
  readonly copy: string;
  /** The book, for a person who finds this file. */
  readonly path: string;
  /** What the file held when it was last read or written: null where it was missing. */
  readonly file: string | null;
  /** The copy's generation that the user's folder holds; a copy beyond it is ahead. */
  readonly generation: number;
  /** A publishing that may or may not have come to its end. */
  readonly publishing: {
    readonly temporary: string;
    /** Of the file that is put in place. */
    readonly sha256: string;
    readonly generation: number;
  } | null;
}

/** Only this user may look: books are nobody else's business. */
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

const RECORD = "record.json";
const COPY_PREFIX = "copy-";
const SNAPSHOT_PREFIX = "snapshot-";

/** One book's private folder, by the file's real path. Nothing is made before it is needed. */
export class PrivateFolder {
  readonly folder: string;

  constructor(dataFolder: string, path: string) {
    // 128 bits of the path: file names of any length and script fit, and no two books meet.
    const key = createHash("sha256").update(path).digest("hex").slice(0, 32);
    this.folder = join(dataFolder, "books", key);
  }

  /** Makes the folder, for this user alone. */
  make(): void {
    mkdirSync(this.folder, { recursive: true, mode: PRIVATE_FOLDER });
    chmodSync(this.folder, PRIVATE_FOLDER); // it may be there already, from a copied data folder
  }

  /** Whether a copy is there that counts: after a crash, or where publishing failed. */
  hasCopy(): boolean {
    return existsSync(join(this.folder, RECORD));
  }

  /** The record; null where there is none; `damaged` where it cannot be read as one. */
  readRecord(): CopyRecord | "damaged" | null {
    let text: string;
    try {
      text = readFileSync(join(this.folder, RECORD), "utf8");
    } catch (error) {
      if (isAbsence(error)) return null;
      throw error;
    }
    try {
      const record = JSON.parse(text) as Partial<CopyRecord> | null;
      const isRecord = typeof record?.copy === "string" && typeof record.generation === "number";
      return isRecord && existsSync(join(this.folder, record.copy ?? "")) ? (record as CopyRecord) : "damaged";
    } catch {
      return "damaged";
    }
  }

  writeRecord(record: CopyRecord): void {
    replaceFile(join(this.folder, RECORD), Buffer.from(JSON.stringify(record, null, 2)), PRIVATE_FILE);
  }

  /** Takes a file's bytes as the new private copy, in place of any other. */
  adopt(path: string, bytes: Uint8Array, sha256: string, generation: number): CopyRecord {
    const copy = `${COPY_PREFIX}${randomBytes(8).toString("hex")}.sqlite`;
    writeNew(this.pathOf(copy), bytes, PRIVATE_FILE);
    syncFolder(this.folder);
    const record: CopyRecord = { copy, path, file: sha256, generation, publishing: null };
    this.writeRecord(record);
    this.#sweep(copy);
    return record;
  }

  /** Removes the copy; everything in it must be in the user's folder. */
  discard(): void {
    rmSync(join(this.folder, RECORD), { force: true });
    syncFolder(this.folder);
    this.#sweep(null);
  }

  /** Moves everything of a copy that cannot be used out of the way, and says where to. Nothing is deleted. */
  keepAside(): string {
    const aside = this.#numbered(join(this.folder, "kept"));
    mkdirSync(aside, { recursive: true, mode: PRIVATE_FOLDER });
    for (const name of readdirSync(this.folder))
      if (name === RECORD || name.startsWith(COPY_PREFIX)) renameSync(this.pathOf(name), join(aside, name));
    syncFolder(this.folder);
    return aside;
  }

  /** Writes a backup by this name, and answers its path. */
  writeBackup(name: string, bytes: Uint8Array): string {
    const backups = join(this.folder, "backups");
    mkdirSync(backups, { recursive: true, mode: PRIVATE_FOLDER });
    replaceFile(join(backups, name), bytes, PRIVATE_FILE);
    return join(backups, name);
  }

  /** A path in this folder for a snapshot; removed with the next copy if it is left behind. */
  snapshotPath(): string {
    return this.pathOf(`${SNAPSHOT_PREFIX}${randomBytes(8).toString("hex")}.sqlite`);
  }

  pathOf(name: string): string {
    return join(this.folder, name);
  }

  /** Removes every copy but one, and what a crash left of writing here. */
  #sweep(kept: string | null): void {
    for (const name of readdirSync(this.folder)) {
      const isOurs = [COPY_PREFIX, SNAPSHOT_PREFIX, TEMPORARY_PREFIX].some((prefix) => name.startsWith(prefix));
      if (isOurs && (kept === null || !name.startsWith(kept))) rmSync(this.pathOf(name), { force: true });
    }
  }

  #numbered(base: string): string {
    let number = 1;
    while (existsSync(join(base, String(number)))) number++;
    return join(base, String(number));
  }
}
