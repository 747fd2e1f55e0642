/**
 * What can go wrong with a call, as a person should hear of it. A fault crosses the wire as
 * its code and its particulars; the window's dictionary and the command line turn it into words
 * that say what happened, what was kept, and what to do. Anything that is not a fault is a bug and
 * crosses as `internal`, without its text.
 */
export type FaultCode =
  | "book-not-found"
  | "book-is-not-one"
  | "book-is-newer"
  | "book-is-damaged"
  | "book-in-use"
  | "book-is-elsewhere"
  | "book-exists"
  | "book-read-only"
  | "book-changed-elsewhere"
  | "disk-full"
  | "cannot-write"
  | "folder-missing"
  | "unknown-company"
  | "unknown-line"
  | "unknown-period"
  | "unknown-source"
  | "bad-amount"
  | "bad-formula"
  | "bad-change"
  | "year-end-has-figures"
  | "quarter-locked"
  | "bad-argument"
  | "not-published"
  | "nothing-to-do"
  | "job-failed"
  | "no-such-method"
  | "internal";

/** A refusal with its reason. `particulars` are the values its sentence needs, such as a path or a period. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: FaultCode;
  readonly particulars: Readonly<Record<string, string>>;

  constructor(code: FaultCode, particulars: Readonly<Record<string, string>> = {}) {
    super(
      `${code} ${Object.entries(particulars)
        .map(([key, value]) => `${key}=${value}`)
        .join(" ")}`.trim(),
    );
    this.code = code;
    this.particulars = particulars;
  }
}

/** Why a book's file could not be written. The edits are kept in the private copy in every case. */
export type PublishFault = "disk-full" | "read-only" | "folder-missing" | "changed-elsewhere" | "gone" | "io-error";
