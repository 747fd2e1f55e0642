/** From what the system and SQLite call an error to what a person is told of it. */
import { SqliteError } from "better-sqlite3";
import { Fault } from "#core/faults.ts";
import type { FaultCode, PublishFault } from "#core/faults.ts";
import { errorCode, isAbsence } from "#store/files.ts";

/** Whether SQLite refused because of the disk, so that only a fresh look tells what was kept. */
export const isDiskTrouble = (error: unknown): boolean =>
  error instanceof SqliteError && /^SQLITE_(IOERR|FULL|CORRUPT|CANTOPEN|READONLY)/.test(error.code);

/** Whether SQLite refused a row: of a wrong type, out of range, or referring to nothing. */
export const isConstraint = (error: unknown): boolean =>
  error instanceof SqliteError && error.code.startsWith("SQLITE_CONSTRAINT");

/** Why a file could not be written, in the words of a saved state. */
export function publishFaultOf(error: unknown): PublishFault {
  const code = errorCode(error);
  if (code === "ENOSPC" || code === "EDQUOT" || code === "SQLITE_FULL") return "disk-full";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "read-only";
  if (isAbsence(error)) return "folder-missing";
  return "io-error";
}

const FAULT_CODES: Readonly<Record<PublishFault, FaultCode>> = {
  "disk-full": "disk-full",
  "folder-missing": "folder-missing",
  "changed-elsewhere": "book-changed-elsewhere",
  "read-only": "cannot-write",
  "io-error": "cannot-write",
  gone: "cannot-write",
};

/** The refusal of a call that had to write to a path and could not. */
export const writeFault = (error: unknown, path: string): Fault =>
  new Fault(FAULT_CODES[publishFaultOf(error)], { path, cause: errorCode(error) });

/** Does what writes to a path, with the system's errors as faults of that path. */
export function writingTo<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw errorCode(error) === "" ? error : writeFault(error, path);
  }
}
