/**
 * Which books a window may open, and new ones. A window never names a path: it has handles of the books
 * listed for it, and where a file is to be chosen the host asks its person.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { BookList, BookWanted, ListedBook } from "#contract/questions.ts";
import { EMPTY_BOOK } from "#core/book.ts";
import { firstBook, refusalsOfCompany } from "#core/company-plans.ts";
import { Fault } from "#core/faults.ts";
import { ensureSample, sampleIn } from "#handlers/sample.ts";
import { readStarter } from "#handlers/starter.ts";
import { createBook } from "#store/create.ts";
import { isAbsence, realPath } from "#store/files.ts";
import { titleOf } from "#store/reading.ts";
import { readOpenedBooks, writeOpenedBooks } from "#store/settings.ts";

/** Where a host's books lie, and what it can ask its person. */
export interface BookPlaces {
  /** The folder that new books go to without a question, and whose books are at hand; null: none. */
  readonly folder: string | null;
  /** Asks where a new book of this name is to be; null answered: the person gave it up. Null: the folder, unasked. */
  readonly askForNew: ((name: string) => Promise<string | null>) | null;
  /** Asks for a file to open; null answered: none was chosen. Null: this host cannot ask. */
  readonly askForFile: (() => Promise<string | null>) | null;
  /** Whether a book that was opened before is at hand wherever it lies: its path came from this host's person. */
  readonly remembers: boolean;
}

/** The places of a host that cannot ask: a folder of the data folder, beside the private copies in `books`. */
export const placesIn = (dataFolder: string): BookPlaces => ({
  folder: join(dataFolder, "own-books"),
  askForNew: null,
  askForFile: null,
  remembers: false,
});

/** What it takes to list books and make them. */
export interface BooksWanted {
  readonly places: BookPlaces;
  readonly dataFolder: string;
  readonly resources: string;
  readonly now: () => Date;
  /** The book given at the start, which stays at hand; null: the sample, which always is. */
  readonly given: string | null;
}

export interface Books {
  list(open: string): BookList;
  /** The path behind a handle. @throws Fault `book-not-found` for a handle that is not listed */
  pathOf(handle: string, open: string): Promise<string>;
  /** The path of a new book that is written; null: nobody said where. @throws Fault as `createBook` */
  make(wanted: BookWanted): Promise<string | null>;
  /** The path of a file that was chosen; null: none. @throws Fault `no-such-method` where the host cannot ask */
  choose(): Promise<string | null>;
  /** Notes that a book was opened, for the order of the list. */
  opened(path: string): void;
}

/** More than these nobody looks through. */
const MOST_REMEMBERED = 20;

const remembered = z.array(z.string()).max(1000);

export function booksOf({ places, dataFolder, resources, now, given }: BooksWanted): Books {
  const sample = sampleIn(dataFolder);

  /** Opened before, the last first. */
  const openedBefore = (): readonly string[] => {
    const read = remembered.safeParse(readOpenedBooks(dataFolder));
    return read.success ? read.data : [];
  };

  const pathsBeside = (open: string): readonly string[] => {
    const before = openedBefore();
    const known = new Set([
      ...(given === null ? [] : [given]),
      sample,
      ...(places.folder === null ? [] : booksIn(places.folder)),
      ...(places.remembers ? before : []),
    ]);
    const rank = (path: string): number => (before.includes(path) ? before.indexOf(path) : before.length);
    const others = [...known].filter((path) => path !== open).toSorted((a, b) => rank(a) - rank(b));
    return [open, ...others];
  };

  return {
    list: (open) => ({
      books: pathsBeside(open).map((path): ListedBook => ({
        handle: handleOf(path),
        title: titleOf(path),
        path,
        isOpen: path === open,
      })),
      folder: places.askForNew === null ? places.folder : null,
      canChoose: places.askForFile !== null,
    }),
    async pathOf(handle, open) {
      const path = pathsBeside(open).find((each) => handleOf(each) === handle);
      if (path === undefined) throw new Fault("book-not-found", { path: "" });
      return path === sample ? ensureSample(dataFolder, resources, now) : path;
    },
    async make({ name, company, lines }) {
      const [refusal] = refusalsOfCompany(EMPTY_BOOK, null, company);
      if (refusal !== undefined) throw new Fault("bad-argument", { method: "books.create", where: refusal });
      const path = await placeOf(places, name);
      if (path === null) return null;
      const book = firstBook(company, await readStarter(resources), lines);
      createBook({ path, book, dataFolder, now });
      return realPath(path);
    },
    async choose() {
      if (places.askForFile === null) throw new Fault("no-such-method", { method: "books.choose" });
      return places.askForFile();
    },
    opened(path) {
      writeOpenedBooks(dataFolder, [path, ...openedBefore().filter((each) => each !== path)].slice(0, MOST_REMEMBERED));
    },
  };
}

// 128 bits of the path: no two books meet, and nobody guesses the handle of one that is not listed.
const handleOf = (path: string): string => createHash("sha256").update(path).digest("hex").slice(0, 32);

async function placeOf({ folder, askForNew }: BookPlaces, name: string): Promise<string | null> {
  if (askForNew !== null) return askForNew(name);
  if (folder === null) throw new Fault("no-such-method", { method: "books.create" });
  mkdirSync(folder, { recursive: true, mode: 0o700 }); // for this user alone
  return join(folder, `${name}.kessan`);
}

/** The books of a folder; none where it is not there. What is no plain file is left out: a link could lead anywhere. */
function booksIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".kessan") && !entry.name.startsWith("."))
      .map(({ name }) => realPath(join(folder, name)))
      .toSorted();
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  }
}
