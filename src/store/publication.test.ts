import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getuid, platform } from "node:process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { createBook } from "#store/create.ts";
import { openBook } from "#store/open.ts";
import type { OpenOptions, OpenedStore } from "#store/open.ts";
import { openForReading, verifyBook } from "#store/reading.ts";
import { sha256 } from "#store/digest.ts";
import type { CopyRecord } from "#store/private-copy.ts";
import type { SavedState } from "#store/publication.ts";
import { makePlace, typed, typedIn } from "./fixtures/place.ts";
import type { Place } from "./fixtures/place.ts";
import { WHOLE_BOOK } from "./fixtures/whole-book.ts";

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.leave());

const enter = { kind: "enter", count: 1 } as const;
const type = (store: OpenedStore, mantissa: number, over: number) =>
  store.writer?.commit(enter, [typed(mantissa, over)]);

/** What a file's book says, read as anybody would. */
function fileSays(path: string): number | null {
  const reading = openForReading(path);
  const says = typedIn(reading.reader.readBook());
  reading.close();
  return says;
}

/** What a book says when it is opened, and where its edits are then. */
function openedSays(options: OpenOptions): { says: number | null; saved: SavedState } {
  const store = openBook(options);
  const answer = { says: typedIn(store.reader.readBook()), saved: store.saved };
  store.close();
  return answer;
}

const ELSEWHERE: Book = { ...WHOLE_BOOK, notes: [] };
const writeElsewhere = (): void =>
  createBook({ ...place.options, dataFolder: join(place.folder, "elsewhere"), book: ELSEWHERE, overwrite: true });
const beside = (): string[] => readdirSync(place.documents).toSorted();
const conflict = (number = 1): string => join(place.documents, `iij (Kessan conflict ${number}).kessan`);

describe("the file is brought up to date", () => {
  test("within two seconds of the last edit", () => {
    const store = openBook(place.options);
    const told: SavedState[] = [];
    const stop = store.onSaved((saved) => told.push(saved));
    type(store, 1, 0);
    expect(fileSays(place.path)).toBe(0);
    expect(place.options.host.waiting()).toBeLessThan(2000);
    type(store, 2, 1);
    place.options.host.fire();
    expect(fileSays(place.path)).toBe(2);
    expect(told).toEqual([{ at: "here" }, { at: "here" }, { at: "file" }]);
    stop();
    store.writer?.undo();
    expect(told).toHaveLength(3);
    expect(store.saved).toEqual({ at: "here" });
    store.close();
    expect(place.options.host.waiting()).toBeNull();
    expect(fileSays(place.path)).toBe(1);
  });

  test("on demand, and not at all where there is nothing new", () => {
    const store = openBook(place.options);
    const before = readFileSync(place.path);
    expect(store.publish()).toEqual({ at: "file" });
    expect(readFileSync(place.path).equals(before)).toBe(true);
    type(store, 1, 0);
    expect(store.publish()).toEqual({ at: "file" });
    expect(verifyBook(place.path).findings).toEqual([]);
    expect(beside()).toEqual(["iij.kessan"]);
    store.close();
  });

  test("after a crash, by the next opening", () => {
    const store = openBook(place.options);
    type(store, 1, 0);
    const crashed = place.afterCrash();
    const after = openBook(crashed);
    expect(after.saved).toEqual({ at: "here" });
    expect(typedIn(after.reader.readBook())).toBe(1);
    expect(after.reader.journal().undo).toEqual(enter);
    crashed.host.fire();
    expect(fileSays(place.path)).toBe(1);
    after.close();
    // The first process finds a file that it did not write, and does not write over it.
    expect(store.close()).toMatchObject({ at: "failed", what: "changed-elsewhere" });
  });

  describe("after a crash in the middle of publishing", () => {
    /** The first edit, published; and the data folder as it was just before that was noted down. */
    function crashWhilePublishing() {
      const before = readFileSync(place.path);
      const store = openBook(place.options);
      type(store, 1, 0);
      store.publish();
      const crashed = place.afterCrash();
      store.close();
      const [key = ""] = readdirSync(join(crashed.dataFolder, "books"));
      const noted = join(crashed.dataFolder, "books", key, "record.json");
      const record = JSON.parse(readFileSync(noted, "utf8")) as CopyRecord;
      const publishing = { temporary: ".kessan-0123456789abcdef.tmp", sha256: record.file ?? "", generation: 1 };
      writeFileSync(noted, JSON.stringify({ ...record, file: sha256(before), generation: 0, publishing }));
      return { before, crashed, temporary: join(place.documents, publishing.temporary) };
    }

    test("a file that was put in place is known as ours", () => {
      const { crashed } = crashWhilePublishing();
      expect(openedSays(crashed)).toEqual({ says: 1, saved: { at: "file" } });
    });

    test("one that was not is written anew, and the remains are removed", () => {
      const { before, crashed, temporary } = crashWhilePublishing();
      writeFileSync(place.path, before);
      writeFileSync(temporary, before.subarray(0, 4096));
      expect(openedSays(crashed)).toEqual({ says: 1, saved: { at: "here" } });
      expect(fileSays(place.path)).toBe(1);
      expect(beside()).toEqual(["iij.kessan"]);
    });
  });
});

describe("a file that was changed elsewhere is never written over", () => {
  test("while the book is open: every edit goes to one conflict copy", () => {
    const store = openBook(place.options);
    type(store, 1, 0);
    store.publish();
    writeElsewhere();
    const theirs = readFileSync(place.path);
    const failed = { at: "failed", what: "changed-elsewhere", path: conflict() };
    for (const edit of [2, 3]) {
      type(store, edit, edit - 1);
      expect(store.publish()).toEqual(failed);
      expect(fileSays(conflict())).toBe(edit);
    }
    // Somebody changes even that one: it is theirs from then on.
    writeFileSync(conflict(), theirs);
    type(store, 4, 3);
    expect(store.close()).toEqual({ ...failed, path: conflict(2) });
    expect(fileSays(conflict(2))).toBe(4);
    expect(readFileSync(conflict()).equals(theirs)).toBe(true);
    expect(readFileSync(place.path).equals(theirs)).toBe(true);
    expect(openedSays(place.options)).toEqual({ says: 0, saved: { at: "file" } });
    expect(place.privateFiles()).toEqual([]);
  });

  test("between two sessions: ours is put beside it, and theirs is opened", () => {
    const store = openBook(place.options);
    type(store, 1, 0);
    const crashed = place.afterCrash();
    writeElsewhere();
    const opened = openBook(crashed);
    expect(opened.saved).toEqual({ at: "failed", what: "changed-elsewhere", path: conflict() });
    expect(opened.reader.readBook().notes).toEqual([]);
    expect(fileSays(conflict())).toBe(1);
    type(opened, 7, 0);
    expect(opened.publish()).toEqual({ at: "file" });
    opened.close();
    expect(fileSays(place.path)).toBe(7);
    expect(beside()).toEqual(["iij (Kessan conflict 1).kessan", "iij.kessan"]);
    store.close();
  });

  test("and where ours cannot be put beside it, it waits, and the book is not opened without it", () => {
    // No room in the name for more.
    const path = join(place.documents, `${"x".repeat(240)}.kessan`);
    createBook({ ...place.options, path, book: WHOLE_BOOK });
    const store = openBook({ ...place.options, path });
    type(store, 1, 0);
    const crashed = { ...place.afterCrash(), path };
    createBook({
      ...place.options,
      path,
      dataFolder: join(place.folder, "elsewhere"),
      book: ELSEWHERE,
      overwrite: true,
    });
    for (let opening = 0; opening < 2; opening++) expect(() => openBook(crashed)).toThrow(`cannot-write path=${path}`);
    expect(store.close()).toEqual({ at: "failed", what: "io-error", path });
    expect(() => openBook({ ...place.options, path })).toThrow("ENAMETOOLONG");
  });

  test("a listener that fails is not taken for a file that could not be written", () => {
    const store = openBook(place.options);
    type(store, 1, 0);
    store.onSaved(() => {
      throw new TypeError("a mistake of ours");
    });
    expect(() => store.publish()).toThrow("a mistake of ours");
    expect(store.saved).toEqual({ at: "file" });
    store.close();
  });

  test("nor one that became a folder", () => {
    const store = openBook(place.options);
    type(store, 1, 0);
    rmSync(place.path);
    mkdirSync(place.path);
    expect(store.close()).toEqual({ at: "failed", what: "changed-elsewhere", path: conflict() });
    expect(fileSays(conflict())).toBe(1);
  });
});

describe("edits that cannot be published wait in the private copy", () => {
  test("when the file is gone; opening it again puts it back", () => {
    const store = openBook(place.options);
    type(store, 1, 0);
    rmSync(place.path);
    expect(store.publish()).toEqual({ at: "failed", what: "gone", path: place.path });
    expect(beside()).toEqual([]);
    expect(store.close()).toEqual({ at: "failed", what: "gone", path: place.path });
    expect(openedSays(place.options)).toEqual({ says: 1, saved: { at: "here" } });
    expect(fileSays(place.path)).toBe(1);
    expect(place.privateFiles()).toEqual([]);
  });

  test("but a file that was removed with every edit in it stays removed", () => {
    const store = openBook(place.options);
    type(store, 1, 0);
    store.publish();
    const crashed = place.afterCrash();
    store.close();
    rmSync(place.path);
    expect(() => openBook(crashed)).toThrow("book-not-found");
    expect(beside()).toEqual([]);
  });

  test("when its folder is gone, and goes on when it is back", () => {
    const store = openBook(place.options);
    type(store, 1, 0);
    renameSync(place.documents, `${place.documents} away`);
    expect(store.close()).toEqual({ at: "failed", what: "folder-missing", path: place.path });
    renameSync(`${place.documents} away`, place.documents);
    expect(openedSays(place.options)).toEqual({ says: 1, saved: { at: "here" } });
    expect(fileSays(place.path)).toBe(1);
  });

  test("a private copy that is damaged is kept aside, and the file can be opened after that", () => {
    const store = openBook(place.options);
    type(store, 1, 0);
    rmSync(place.path);
    store.close();
    const [copy = ""] = place.privatePaths().filter((path) => path.endsWith(".sqlite"));
    writeFileSync(copy, readFileSync(copy).fill(0xff, 4096, 12_288));
    createBook({ ...place.options, book: WHOLE_BOOK });
    expect(() => openBook(place.options)).toThrow("check=private-copy");
    expect(place.privateFiles()).toEqual(["kept"]);
    expect(openedSays(place.options)).toEqual({ says: 0, saved: { at: "file" } });
  });

  test("so is one whose record cannot be read", () => {
    const store = openBook(place.options);
    type(store, 1, 0);
    rmSync(place.path);
    store.close();
    const [record = ""] = place.privatePaths().filter((path) => path.endsWith("record.json"));
    writeFileSync(record, "{");
    expect(() => openBook(place.options)).toThrow("check=private-copy");
    expect(() => openBook(place.options)).toThrow("book-not-found");
    expect(place.privateFiles()).toEqual(["kept"]);
  });
});

describe("a full disk", () => {
  /** Mounts a disk of half a megabyte for a test's length, where this machine lets us. */
  function withSmallDisk(skip: (why: string) => void, work: (disk: string) => void): void {
    const disk = join(place.folder, "disk");
    mkdirSync(disk);
    const isRoot = platform === "linux" && getuid?.() === 0;
    const mounted = isRoot && spawnSync("mount", ["-t", "tmpfs", "-o", "size=512k", "tmpfs", disk]).status === 0;
    if (!mounted) {
      console.warn("Not tested: a full disk. Only root on Linux can mount a small one.");
      return skip("no small disk can be mounted here");
    }
    try {
      work(disk);
    } finally {
      spawnSync("umount", ["-l", disk]);
    }
  }

  /** Takes the last free block of a disk; the answer gives them back. */
  function fill(disk: string): () => void {
    const filler = join(disk, "filler");
    for (const size of [65_536, 4096]) {
      try {
        for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: "a" });
      } catch {
        // It is full now.
      }
    }
    return () => rmSync(filler);
  }

  test("where the file is: the old file stays, and the edits are published when there is room", ({ skip }) => {
    withSmallDisk(skip, (disk) => {
      const path = join(disk, "iij.kessan");
      createBook({ ...place.options, path, book: WHOLE_BOOK });
      const store = openBook({ ...place.options, path });
      type(store, 1, 0);
      const [before, empty] = [readFileSync(path), fill(disk)];
      expect(store.publish()).toEqual({ at: "failed", what: "disk-full", path });
      expect(readFileSync(path).equals(before)).toBe(true);
      expect(readdirSync(disk).toSorted()).toEqual(["filler", "iij.kessan"]);
      type(store, 2, 1);
      empty();
      expect(store.close()).toEqual({ at: "file" });
      expect(fileSays(path)).toBe(2);
    });
  });

  test("where the private copy is: the edit is refused by name, and the next one is kept", ({ skip }) => {
    withSmallDisk(skip, (disk) => {
      const options = { ...place.options, dataFolder: join(disk, "data") };
      const store = openBook(options);
      type(store, 1, 0);
      const empty = fill(disk);
      let kept = 1;
      expect(() => {
        // The log has room for a few more.
        for (;;) {
          type(store, kept + 1, kept);
          kept++;
        }
      }).toThrow("disk-full");
      expect(typedIn(store.reader.readBook())).toBe(kept);
      expect(store.publish()).toMatchObject({ at: "failed", what: "disk-full" });
      empty();
      type(store, 1000, kept);
      expect(store.close()).toEqual({ at: "file" });
      expect(fileSays(place.path)).toBe(1000);
    });
  });
});
