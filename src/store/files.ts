/** Files written so that a crash or a power cut leaves the old one or the new one, never a mix. */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { platform } from "node:process";
import { Fault } from "#core/faults.ts";

/** The system's or SQLite's name for what went wrong, such as `ENOSPC`; empty for any other error. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  // Node's own `ERR_…` are mistakes in a call.
  return /^(E[A-Z0-9]+|SQLITE_\w+)$/.test(code) ? code : "";
}

/** Whether an error says that nothing stands at a path. */
export const isAbsence = (error: unknown): boolean => errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR";

/** Whether the system would not follow a path: links in a circle, a name too long. */
const isNoPath = (error: unknown): boolean => errorCode(error) === "ELOOP" || errorCode(error) === "ENAMETOOLONG";

/**
 * The absolute path a file has, links resolved, so that two names of one book are one book.
 * For a file that is not there, of the folder it would be in; a missing folder is left as it is named.
 */
export function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync.native(absolute);
  } catch (error) {
    if (isNoPath(error)) throw new Fault("book-not-found", { path: absolute, cause: errorCode(error) });
    if (!isAbsence(error)) throw error;
  }
  try {
    return join(realpathSync.native(dirname(absolute)), basename(absolute));
  } catch (error) {
    if (!isAbsence(error)) throw error;
    return absolute;
  }
}

/** What the names of unfinished files begin with. */
export const TEMPORARY_PREFIX = ".kessan-";

/** A short name that no other file in a folder has, and that folders hide. */
export const temporaryName = (): string => `${TEMPORARY_PREFIX}${randomBytes(8).toString("hex")}.tmp`;

/**
 * Writes bytes to a file that must not exist, and waits until the disk has them. Leaves nothing
 * behind on failure. Without a mode the file gets the one that this user's new files have.
 */
export function writeNew(path: string, bytes: Uint8Array, mode?: number): void {
  const fd = openSync(path, "wx", mode === undefined ? 0o666 : 0o600);
  try {
    if (mode !== undefined) setMode(fd, mode);
    writeFileSync(fd, bytes);
    fsyncSync(fd);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(fd);
  }
}

/** Beyond what the user's mask allows too: a file that is replaced keeps who may read it. */
function setMode(fd: number, mode: number): void {
  try {
    fchmodSync(fd, mode);
  } catch {
    // FAT and many shares have no modes; the file is this user's alone there or everybody's, as before.
  }
}

/** Waits until the disk knows a folder's names. Windows has no such call, and does not need it. */
export function syncFolder(folder: string): void {
  if (platform === "win32") return;
  const fd = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Puts bytes in the place of a file, or where there is none, in one step. */
export function replaceFile(path: string, bytes: Uint8Array, mode?: number, temporary = temporaryName()): void {
  const written = join(dirname(path), temporary);
  writeNew(written, bytes, mode);
  try {
    renameSync(written, path);
  } catch (error) {
    rmSync(written, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/**
 * Puts bytes where no file is, in one step.
 * @returns false, with nothing written, where a file is there already.
 */
export function placeFile(path: string, bytes: Uint8Array, mode?: number, temporary = temporaryName()): boolean {
  if (existsSync(path)) return false;
  const written = join(dirname(path), temporary);
  writeNew(written, bytes, mode);
  try {
    linkSync(written, path);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    // Some file systems (FAT, many shares) have no links; there the look just before has to do.
    if (existsSync(path)) return false;
    renameSync(written, path);
  } finally {
    rmSync(written, { force: true });
  }
  syncFolder(dirname(path));
  return true;
}

/** A file as it was at one moment, or why it cannot be had. */
type WholeFile =
  | { readonly bytes: Buffer; readonly mode: number }
  | { readonly refused: "absent" | "not-a-file" | "empty" | "too-large"; readonly size: number };

/** A book of two million facts is under 400 MB; more than this is no book, and is not read. */
const LARGEST_FILE = 1024 ** 3;

/**
 * Reads a whole file through one descriptor. A path whose links are resolved is expected: a link
 * put in its place since is refused, and a pipe in its place does not hold us up. A file that changes
 * meanwhile is read again, three times at most: the gate refuses what is still torn then.
 * @throws the system's error where the file cannot be read for another reason.
 */
export function readWhole(path: string, readings = 3): WholeFile {
  const refused = (reason: "absent" | "not-a-file" | "empty" | "too-large", size = 0): WholeFile => ({
    refused: reason,
    size,
  });
  let fd: number;
  try {
    // Windows has neither flag, nor what they guard against.
    fd = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (isAbsence(error)) return refused("absent");
    if (errorCode(error) === "EISDIR" || errorCode(error) === "ELOOP" || errorCode(error) === "ENXIO")
      return refused("not-a-file");
    throw error;
  }
  try {
    const before = fstatSync(fd);
    if (!before.isFile()) return refused("not-a-file");
    if (before.size > LARGEST_FILE) return refused("too-large", before.size);
    if (before.size === 0) return refused("empty");
    const bytes = readFileSync(fd);
    const after = fstatSync(fd);
    const changed = after.mtimeMs !== before.mtimeMs || after.size !== before.size;
    if (changed && readings > 1) return readWhole(path, readings - 1);
    return { bytes, mode: before.mode & 0o777 };
  } finally {
    closeSync(fd);
  }
}
