/**
 * One writer per book, across processes. The lock is a file in the book's private folder, never
 * beside the book, that says who holds it; so a second program can say who is in the way.
 *
 * A lock whose process no longer runs is taken over. One of another machine (a home folder on a
 * network) cannot be looked into, and is honoured. Nobody waits.
 */
import { readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "#core/faults.ts";
import { isAbsence, placeFile, temporaryName } from "#store/files.ts";
import type { Host } from "#store/host.ts";

/** A lock that is held. */
interface Lock {
  /** Lets go. Does nothing to a lock that somebody else has taken over since. */
  release(): void;
}

interface Holder {
  readonly pid: number;
  /** See {@link Host.startOf}. */
  readonly started: string;
  readonly host: string;
  /** The book, for a person who finds this file. */
  readonly path: string;
  readonly since: string;
}

/** Three processes that find one stale lock at once are settled in as many rounds. */
const ROUNDS = 5;

/**
 * Takes the lock of the book whose private folder this is.
 * @throws Fault `book-in-use` with the `path`, `pid` and `host` of its holder
 */
export function takeLock(folder: string, path: string, host: Host, now: () => Date): Lock {
  const file = join(folder, "writer.lock");
  const { pid, name } = host;
  const since = now().toISOString();
  const mine = JSON.stringify({ pid, started: host.startOf(pid) ?? "", host: name, path, since } satisfies Holder);
  for (let round = 0; round < ROUNDS; round++) {
    // The file appears with its text in it: a lock is never seen half-written.
    if (placeFile(file, Buffer.from(mine), 0o600)) return { release: () => removeIf(file, mine) };
    const text = read(file);
    if (text === null) continue;
    const holder = holderOf(text);
    if (holder !== null && isHeld(holder, host))
      throw new Fault("book-in-use", { path, pid: String(holder.pid), host: holder.host });
    removeIf(file, text);
  }
  throw new Fault("book-in-use", { path });
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

/** Null for a text that is no lock of ours, such as one that a power cut emptied. */
function holderOf(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null;
    if (typeof holder?.pid !== "number" || typeof holder.host !== "string" || typeof holder.started !== "string")
      return null;
    return holder as Holder;
  } catch {
    return null;
  }
}

function isHeld(holder: Holder, host: Host): boolean {
  if (holder.host !== host.name) return true;
  const started = host.startOf(holder.pid);
  return started !== null && (started === holder.started || started === "" || holder.started === "");
}

/**
 * Removes a lock if it is still the one that was read. It is moved away first, so that of two
 * processes that found it stale only one removes it, and a fresh lock moved by mistake is put back.
 */
function removeIf(file: string, expected: string): void {
  const aside = join(file, "..", temporaryName());
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isAbsence(error)) return;
    throw error;
  }
  const moved = read(aside);
  if (moved !== null && moved !== expected) placeFile(file, Buffer.from(moved), 0o600);
  rmSync(aside, { force: true });
}
