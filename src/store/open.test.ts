import Database from "better-sqlite3";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { execPath, getuid, platform } from "node:process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EMPTY_BOOK } from "#core/book.ts";
import { createBook } from "#store/create.ts";
import { openBook, openToRead } from "#store/open.ts";
import type { OpenedStore } from "#store/open.ts";
import { CURRENT_VERSION } from "#store/schema.ts";
import { NOW, makePlace, typed, typedIn } from "./fixtures/place.ts";
import type { Place } from "./fixtures/place.ts";
import { WHOLE_BOOK, inOrder } from "./fixtures/whole-book.ts";

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.leave());

const enter = { kind: "enter", count: 1, line: "revenue" } as const;

/** Opens the book, does something with it, and closes it. */
function withBook<T>(work: (store: OpenedStore) => T): T {
  const store = openBook(place.options);
  try {
    return work(store);
  } finally {
    store.close();
  }
}

/** Windows keeps a person's folder by who it belongs to; a mode there says only whether a file may be written. */
const WITHOUT_MODES = platform === "win32" && "this system has no modes of folders";

const isPrivate = (path: string): boolean => (statSync(path).mode & 0o077) === 0;

describe("a book comes back as it was written", () => {
  test("with every collection and every state a row can have", () => {
    withBook((store) => {
      expect(inOrder(store.reader.readBook())).toEqual(inOrder(WHOLE_BOOK));
      expect(store.reader.journal()).toEqual({ generation: 0, undo: null, redo: null });
      expect(store).toMatchObject({ title: "iij", path: place.path, readOnly: null, saved: { at: "file" } });
    });
  });

  test("when it is empty", () => {
    const path = join(place.documents, "empty.kessan");
    createBook({ ...place.options, path, book: EMPTY_BOOK });
    const reading = openToRead({ ...place.options, path });
    expect(reading.reader.readBook()).toEqual(EMPTY_BOOK);
    reading.close();
  });

  test("and a new book is not written over one that is there, unless that is wanted", () => {
    expect(() => createBook({ ...place.options, book: EMPTY_BOOK })).toThrow("book-exists");
    expect(withBook((store) => store.reader.readBook().facts.length)).toBe(WHOLE_BOOK.facts.length);
    createBook({ ...place.options, book: EMPTY_BOOK, overwrite: true });
    expect(withBook((store) => store.reader.readBook())).toEqual(EMPTY_BOOK);
  });

  test("and a new book in a folder that is not there is refused by name", () => {
    const path = join(place.folder, "nowhere", "new.kessan");
    expect(() => createBook({ ...place.options, path, book: EMPTY_BOOK })).toThrow("folder-missing");
  });
});

describe("edits, undo and redo outlive closing", () => {
  test("each as far as it had come", () => {
    withBook(({ writer }) => {
      const { journal } = writer?.commit(enter, [typed(1, 0)]) ?? {};
      expect(journal).toEqual({ generation: 1, undo: enter, redo: null });
      writer?.commit(enter, [typed(2, 1)]);
      expect(writer?.undo()).toEqual({
        changes: [typed(1, 2)],
        deed: enter,
        journal: { generation: 3, undo: enter, redo: enter },
      });
    });
    withBook(({ reader, writer }) => {
      expect(typedIn(reader.readBook())).toBe(1);
      expect(writer?.redo()?.changes).toEqual([typed(2, 1)]);
      expect(writer?.redo()).toBeNull();
    });
    withBook(({ reader, writer }) => {
      expect(typedIn(reader.readBook())).toBe(2);
      writer?.undo();
      writer?.undo();
      expect(writer?.undo()).toBeNull();
      expect(typedIn(reader.readBook())).toBe(0);
    });
    withBook(({ writer }) => writer?.redo());
    withBook(({ reader, writer }) => {
      // A deed after undos drops what could have been redone.
      writer?.commit(enter, [typed(7, 1)]);
      expect(reader.journal().redo).toBeNull();
      expect(writer?.redo()).toBeNull();
    });
  });

  test("and nothing is left of a private copy whose edits are all in the file", () => {
    withBook((store) => {
      store.writer?.commit(enter, [typed(1, 0)]);
      expect(place.privateFiles().some((name) => name.endsWith(".sqlite"))).toBe(true);
    });
    expect(place.privateFiles()).toEqual([]);
    expect(readdirSync(place.documents)).toEqual(["iij.kessan"]);
  });

  test("the private copy is this user's alone", ({ skip }) => {
    if (WITHOUT_MODES) return skip(WITHOUT_MODES);
    withBook((store) => {
      store.writer?.commit(enter, [typed(1, 0)]);
      const [key = ""] = readdirSync(join(place.dataFolder, "books"));
      const folder = join(place.dataFolder, "books", key);
      expect(isPrivate(folder)).toBe(true);
      expect(readdirSync(folder).filter((name) => !isPrivate(join(folder, name)))).toEqual([]);
    });
  });

  test("a link to a book stays a link, and both names are one book", () => {
    const link = join(place.folder, "link.kessan");
    symlinkSync(place.path, link);
    const store = openBook({ ...place.options, path: link });
    expect(store.path).toBe(place.path);
    expect(() => openBook(place.options)).toThrow("book-in-use");
    store.writer?.commit(enter, [typed(5, 0)]);
    store.close();
    expect(withBook(({ reader }) => typedIn(reader.readBook()))).toBe(5);
  });
});

describe("what is no book is refused by name, and stays as it is", () => {
  const opening = (path: string) => () => openBook({ ...place.options, path });

  test("a missing file, a folder, an empty file, a text, another program's database, a giant", () => {
    const at = (name: string): string => join(place.documents, name);
    mkdirSync(at("folder.kessan"));
    writeFileSync(at("empty.kessan"), "");
    writeFileSync(at("text.kessan"), "revenue,14007\n".repeat(100));
    const other = new Database(at("other.kessan"));
    other.exec("CREATE TABLE t (a)");
    other.close();
    writeFileSync(at("giant.kessan"), "");
    truncateSync(at("giant.kessan"), 2 ** 34); // without a block on the disk
    expect(opening(at("missing.kessan"))).toThrow("book-not-found");
    for (const name of ["folder", "empty", "text", "other", "giant"])
      expect(opening(at(`${name}.kessan`)), name).toThrow("book-is-not-one");
    expect(place.privateFiles()).toEqual([]);
  });

  test("a pipe, which nobody waits for", ({ skip }) => {
    if (platform === "win32") return skip("this system has no pipes among its files");
    const pipe = join(place.documents, "pipe.kessan");
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    expect(opening(pipe)).toThrow("book-is-not-one");
    expect(place.privateFiles()).toEqual([]);
  });

  test("a book of a newer version, which is not touched", () => {
    const bytes = readFileSync(place.path);
    bytes.writeUInt32BE(CURRENT_VERSION + 1, 60);
    writeFileSync(place.path, bytes);
    expect(opening(place.path)).toThrow(`book-is-newer path=${place.path} version=${CURRENT_VERSION + 1}`);
    expect(readFileSync(place.path).equals(bytes)).toBe(true);
    expect(readdirSync(place.documents)).toEqual(["iij.kessan"]);
  });

  test("a book that was cut short, or that another program left a log of", () => {
    const bytes = readFileSync(place.path);
    for (const length of [99, 4096, bytes.length - 1, bytes.length - 4096]) {
      writeFileSync(place.path, bytes.subarray(0, length));
      expect(opening(place.path), `${length}`).toThrow(length < 100 ? "book-is-not-one" : "check=header");
    }
    const logged = Buffer.from(bytes);
    logged.fill(2, 18, 20);
    writeFileSync(place.path, logged);
    expect(opening(place.path)).toThrow("check=header");
  });
});

test("a journal or a log that lies beside a book is never looked at", () => {
  // Another book's pages in a log: SQLite would put them in this book's place.
  const other = new Database(join(place.folder, "other.sqlite"));
  other.pragma("journal_mode = WAL");
  other.exec("CREATE TABLE planted (a); INSERT INTO planted VALUES (1)");
  cpSync(join(place.folder, "other.sqlite-wal"), `${place.path}-wal`);
  writeFileSync(`${place.path}-journal`, readFileSync(`${place.path}-wal`));
  other.close();
  withBook((store) => {
    expect(inOrder(store.reader.readBook())).toEqual(inOrder(WHOLE_BOOK));
    store.writer?.commit(enter, [typed(1, 0)]);
  });
  expect(withBook(({ reader }) => typedIn(reader.readBook()))).toBe(1);
  expect(readdirSync(place.documents).toSorted()).toEqual(["iij.kessan", "iij.kessan-journal", "iij.kessan-wal"]);
});

describe("a book whose file or folder is read-only", () => {
  // Root may write anything, whatever the file's mode says; so another process looks, as nobody.
  const NOBODY = 65_534;
  const look = (): string[] => {
    const script = join(import.meta.dirname, "fixtures", "second-process.ts");
    const asNobody = getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    const { stdout, stderr } = spawnSync(execPath, [script, "look", place.path, place.dataFolder], {
      ...asNobody,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    return stdout.split("\n");
  };
  const give = (path: string, mode: number): void => {
    if (getuid?.() === 0) chownSync(path, NOBODY, NOBODY);
    chmodSync(path, mode);
  };

  beforeEach(() => {
    rmSync(place.dataFolder, { recursive: true, force: true });
    give(place.folder, 0o700);
  });
  afterEach(() => chmodSync(place.documents, 0o700));

  test.for([
    ["file", 0o444, 0o700],
    ["folder", 0o600, 0o500],
  ] as const)("can be read and not edited: %s", ([what, fileMode, folderMode], { skip }) => {
    if (what === "folder" && WITHOUT_MODES) return skip(WITHOUT_MODES);
    give(place.path, fileMode);
    give(place.documents, folderMode);
    const [seen = "", beside] = look();
    expect(JSON.parse(seen)).toEqual({
      readOnly: "file-is-read-only",
      facts: WHOLE_BOOK.facts.length,
      saved: { at: "file" },
    });
    expect(beside).toBe('["iij.kessan"]');
  });

  test("the same process may edit where nothing forbids it", () => {
    give(place.path, 0o600);
    give(place.documents, 0o700);
    expect(JSON.parse(look()[0] ?? "")).toMatchObject({ readOnly: null });
  });
});

describe("a copy of a book", () => {
  test("has every edit, and no history where that is wanted", () => {
    const [whole, bare] = [join(place.folder, "whole.kessan"), join(place.folder, "bare.kessan")];
    withBook((store) => {
      store.writer?.commit(enter, [typed(3, 0)]);
      store.writeCopy(whole);
      store.writeCopy(bare, { withoutHistory: true });
      expect(() => store.writeCopy(whole)).toThrow("book-exists");
    });
    for (const path of [whole, bare]) {
      const reading = openToRead({ ...place.options, path });
      expect(typedIn(reading.reader.readBook())).toBe(3);
      expect(reading.reader.journal().undo).toEqual(path === whole ? enter : null);
      reading.close();
    }
    expect(readFileSync(whole).includes(NOW.toISOString())).toBe(true);
    expect(readFileSync(bare).includes(NOW.toISOString())).toBe(false);
  });
});
