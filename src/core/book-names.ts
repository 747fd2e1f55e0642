/** Names of books' files. */

/** A file system's own limit is 255 bytes; a name of so many characters fits in any script. */
const LONGEST = 80;

/**
 * Whether a text can be the name of a book's file, without its ending: a name and no path, without what
 * Windows forbids, as files travel.
 */
export function isBookName(name: string): boolean {
  if (name === "" || name.length > LONGEST || name.trim() !== name) return false;
  if (name.startsWith(".") || name.endsWith(".")) return false;
  if (/[\p{Cc}/\\:*?"<>|]/u.test(name)) return false;
  return !/^(?:con|prn|aux|nul|com\d|lpt\d)$/iu.test(name.split(".")[0] ?? "");
}

/** A name for a book out of any text, such as a company's name; empty where nothing of it can stand in one. */
export function bookNameFrom(text: string): string {
  const name = text
    .replace(/[\p{Cc}/\\:*?"<>|]+/gu, " ")
    .replace(/\s+/gu, " ")
    .slice(0, LONGEST)
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  return isBookName(name) ? name : "";
}
