/** What a person chose, kept on this machine outside any book. What it means is for others to say. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { isAbsence, replaceFile } from "#store/files.ts";

const settingsIn = (dataFolder: string): string => join(dataFolder, "settings.json");

// 128 bits of the path: file names of any length and script fit, and no two books meet.
const viewIn = (dataFolder: string, book: string): string =>
  join(dataFolder, "views", `${createHash("sha256").update(book).digest("hex").slice(0, 32)}.json`);

/**
 * The settings as they were written; null where there are none. A file that is not JSON is moved
 * aside as `settings.damaged-1.json` and counts as none.
 * @throws the system's error where the file is there and cannot be read
 */
export const readSettings = (dataFolder: string): unknown => readKept(settingsIn(dataFolder));

/**
 * Replaces the settings in one step. They must be plain JSON.
 * @throws the system's error where they cannot be written; the old ones stay
 */
export const writeSettings = (dataFolder: string, settings: unknown): void =>
  writeKept(settingsIn(dataFolder), settings);

/** How a person had the window of a book; as {@link readSettings}. @param book its path */
export const readView = (dataFolder: string, book: string): unknown => readKept(viewIn(dataFolder, book));

/** As {@link writeSettings}, for one book. */
export const writeView = (dataFolder: string, book: string, view: unknown): void =>
  writeKept(viewIn(dataFolder, book), view);

const booksIn = (dataFolder: string): string => join(dataFolder, "books.json");

/** Which books were opened before; as {@link readSettings}. */
export const readOpenedBooks = (dataFolder: string): unknown => readKept(booksIn(dataFolder));

/** As {@link writeSettings}, for {@link readOpenedBooks}. */
export const writeOpenedBooks = (dataFolder: string, books: unknown): void => writeKept(booksIn(dataFolder), books);

const windowPlaceIn = (dataFolder: string): string => join(dataFolder, "window-place.json");

/** Where the window stood; as {@link readSettings}. */
export const readWindowPlace = (dataFolder: string): unknown => readKept(windowPlaceIn(dataFolder));

/** As {@link writeSettings}, for {@link readWindowPlace}. */
export const writeWindowPlace = (dataFolder: string, place: unknown): void =>
  writeKept(windowPlaceIn(dataFolder), place);

function readKept(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const aside = (number: number): string => path.replace(/\.json$/u, `.damaged-${number}.json`);
    let number = 1;
    while (existsSync(aside(number))) number++;
    renameSync(path, aside(number));
    return null;
  }
}

function writeKept(path: string, kept: unknown): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 }); // for this user alone
  replaceFile(path, Buffer.from(`${JSON.stringify(kept, null, 2)}\n`), 0o600);
}
