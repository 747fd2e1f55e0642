import { refusalIn } from "#rpc/refusal.ts";

const REASONS: Readonly<Record<string, string>> = {
  "book-not-found": "there is no such file.",
  "book-is-not-one": "it is not a Kessan book. It was not changed.",
  "book-is-newer": "it was written by a newer Kessan. It was not changed; open it with that one.",
  "book-is-damaged": "it is damaged. It was not changed; restore a backup of it.",
  "book-in-use": "it is open in another Kessan. Close that one first.",
  "disk-full": "the disk is full. Free some space and try again.",
  "cannot-write": "Kessan's own copy of it cannot be written.",
  "folder-missing": "a folder is missing.",
};

/**
 * Why a book did not open, in one line, for a host that has no window yet to say it in. Null for a bug, whose
 * text belongs in a log.
 */
export function openingWords(error: unknown): string | null {
  const refusal = refusalIn(error);
  if (refusal === null) return null;
  const { code, particulars } = refusal;
  const { path, ...rest } = particulars;
  const details = Object.entries(rest)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  const reason = REASONS[code] ?? `it was refused (${code}).`;
  return `Kessan could not open ${path ?? "the book"}: ${reason}${details === "" ? "" : ` (${details})`}`;
}
