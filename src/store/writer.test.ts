import { SqliteError } from "better-sqlite3";
import fc from "fast-check";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { factKey } from "#core/book.ts";
import type { Book, Stated } from "#core/book.ts";
import { ChangeMismatch, ROW_KEYS, applyChanges, inverse } from "#core/changes.ts";
import type { Deed, RowChange } from "#core/changes.ts";
import { Connection } from "#store/connection.ts";
import { openBook } from "#store/open.ts";
import type { OpenedStore } from "#store/open.ts";
import { Reader } from "#store/reader.ts";
import { Writer } from "#store/writer.ts";
import { makePlace, typed, typedIn } from "./fixtures/place.ts";
import type { Place } from "./fixtures/place.ts";
import { WHOLE_BOOK, factAt } from "./fixtures/whole-book.ts";

const enter: Deed = { kind: "enter", count: 1 };

describe("a commit that does not fit the book writes nothing", () => {
  let place: Place;
  let store: OpenedStore;
  beforeEach(() => {
    place = makePlace();
    store = openBook(place.options);
  });
  afterEach(() => {
    store.close();
    place.leave();
  });

  const [section] = WHOLE_BOOK.sections;
  const fact = factAt(8025, { mantissa: 0, decimals: 0 });
  const absent = factAt(9999, { mantissa: 1, decimals: 0 });
  const misfits: readonly (readonly [string, RowChange])[] = [
    ["a row that is not there any more", { in: "facts", before: absent, after: null }],
    ["a row that is not as it was", typed(5, 4)],
    ["a new row that is there already", { in: "facts", before: null, after: fact }],
    ["a row renamed to one that is there", { in: "facts", before: fact, after: factAt(8026, "does-not-exist") }],
    ["a row that refers to none", { in: "facts", before: fact, after: { ...fact, line: "unknown" } }],
    ["a row that others refer to", { in: "sections", before: section ?? null, after: null }],
    ["half a unit", { in: "facts", before: fact, after: factAt(8025, { mantissa: 1.5, decimals: 0 }) }],
    [
      "more than a double holds",
      { in: "facts", before: fact, after: factAt(8025, { mantissa: 2 ** 53, decimals: 0 }) },
    ],
    ["half a character", { in: "facts", before: fact, after: { ...fact, asPrinted: "\ud83c" } }],
  ];

  test.each(misfits)("%s", (_, misfit) => {
    const before = store.reader.readBook();
    const fits: RowChange = { in: "facts", before: null, after: absent };
    // The misfit comes last, so that there is something to take back.
    const changes = misfit.before === absent ? [misfit] : [fits, misfit];
    expect(() => store.writer?.commit(enter, changes)).toThrow(ChangeMismatch);
    expect(store.reader.readBook()).toEqual(before);
    expect(store.reader.journal()).toEqual({ generation: 0, undo: null, redo: null });
    expect(store.saved).toEqual({ at: "file" });
  });

  test("and one without any change makes no entry", () => {
    expect(store.writer?.commit(enter, [])).toEqual({
      changes: [],
      deed: enter,
      journal: { generation: 0, undo: null, redo: null },
    });
  });

  test("rows may be written in any order within one deed", () => {
    const line = { ...WHOLE_BOOK.lines[1]!, id: "cost", section: "new" };
    const changes: RowChange[] = [
      { in: "facts", before: null, after: { ...fact, line: "cost" } },
      { in: "lines", before: null, after: line },
      { in: "sections", before: null, after: { ...WHOLE_BOOK.sections[0]!, id: "new" } },
    ];
    store.writer?.commit(enter, changes);
    expect(store.reader.readBook().lines.at(-1)).toEqual(line);
    store.writer?.undo();
    expect(byKey(store.reader.readBook())).toEqual(byKey(WHOLE_BOOK));
  });

  test("a thousand figures are one deed", () => {
    const changes = Array.from({ length: 1000 }, (_, index): RowChange => ({
      in: "facts",
      before: null,
      after: factAt(10_000 + index, { mantissa: index, decimals: 0 }),
    }));
    store.writer?.commit({ kind: "import", count: 1000 }, changes);
    expect(store.writer?.undo()?.changes).toEqual(inverse(changes));
    expect(typedIn(store.reader.readBook())).toBe(0);
  });
});

describe("after trouble with the disk, what the copy holds decides", () => {
  let place: Place;
  let connection: Connection;
  beforeEach(() => {
    place = makePlace();
    const copy = join(place.folder, "copy.sqlite");
    cpSync(place.path, copy);
    connection = new Connection(copy, place.path);
  });
  afterEach(() => {
    connection.close();
    place.leave();
  });

  /** A writer whose next transaction ends with a failure of the disk, before or after it was kept. */
  function failing(at: "before" | "after"): { writer: Writer; committed: () => number } {
    const { db } = connection;
    const broken = (kept: () => void) => () => {
      if (at === "after") kept();
      throw new SqliteError("disk I/O error", "SQLITE_IOERR_FSYNC");
    };
    const failingDb = Object.create(db, {
      prepare: { value: db.prepare.bind(db) },
      transaction: { value: (work: () => void) => ({ immediate: broken(() => db.transaction(work).immediate()) }) },
    }) as typeof db;
    let present = failingDb;
    const copy = {
      path: connection.path,
      get db() {
        return present;
      },
      reopen() {
        connection.reopen();
        present = connection.db;
      },
    };
    let committed = 0;
    return {
      writer: new Writer(
        copy,
        () => new Date(0),
        () => committed++,
      ),
      committed: () => committed,
    };
  }

  test("an edit that was kept after all is answered as one that was", () => {
    const { writer, committed } = failing("after");
    expect(writer.commit(enter, [typed(1, 0)]).journal).toEqual({ generation: 1, undo: enter, redo: null });
    expect(committed()).toBe(1);
    expect(typedIn(new Reader(connection).readBook())).toBe(1);
  });

  test("one that was not is refused, and the next one is kept", () => {
    const { writer, committed } = failing("before");
    expect(() => writer.commit(enter, [typed(1, 0)])).toThrow("cannot-write");
    expect(committed()).toBe(0);
    expect(typedIn(new Reader(connection).readBook())).toBe(0);
    writer.commit(enter, [typed(2, 0)]);
    expect(typedIn(new Reader(connection).readBook())).toBe(2);
  });
});

/** What may happen to a book, apart from its present rows. */
type Step =
  | { readonly does: "commit"; readonly wishes: readonly Wish[] }
  | { readonly does: "undo" | "redo" | "publish" | "reopen" };

/** One row as it is wished for, or its removal. */
type Wish =
  | { readonly in: "facts"; readonly quarter: number; readonly stated: Stated | null; readonly text: string }
  | { readonly in: "sections" | "notes"; readonly id: string; readonly text: string | null; readonly renamed: boolean };

const text = fc.string({ unit: "binary", maxLength: 8 });
const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({
    in: fc.constant("facts" as const),
    quarter: fc.integer({ min: 8020, max: 8027 }),
    stated: fc.oneof(
      fc.constantFrom(null, "does-not-exist" as const),
      fc.record({ mantissa: fc.maxSafeInteger(), decimals: fc.integer({ min: -15, max: 15 }) }),
    ),
    text,
  }),
  fc.record({
    in: fc.constantFrom("sections" as const, "notes" as const),
    id: fc.constantFrom("a", "b", "c"),
    text: fc.option(text),
    renamed: fc.boolean(),
  }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant("commit" as const),
      wishes: fc.array(wish, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom("undo" as const, "redo" as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom("publish" as const, "reopen" as const) }) },
);

/** The change that makes a wish come true in a book; none where it is true already. */
function granted(book: Book, wanted: Wish): RowChange[] {
  if (wanted.in === "facts") {
    const after = wanted.stated && { ...factAt(wanted.quarter, wanted.stated), asPrinted: wanted.text };
    const key = factKey(factAt(wanted.quarter, "does-not-exist"));
    const before = book.facts.find((fact) => factKey(fact) === key) ?? null;
    return before === null && after === null ? [] : [{ in: "facts", before, after }];
  }
  const rows: readonly { readonly id: string }[] = book[wanted.in];
  const before = rows.find(({ id }) => id === wanted.id) ?? null;
  const free = wanted.renamed && !rows.some(({ id }) => id === `${wanted.id}2`);
  const id = before !== null && free ? `${wanted.id}2` : wanted.id;
  const note = {
    id,
    company: "iij",
    line: null,
    span: null,
    source: null,
    textEn: wanted.text,
    textJa: "",
    scope: null,
    basis: null,
  };
  const section = { id, labelEn: wanted.text, labelJa: "", position: 1 };
  const after = wanted.text === null ? null : wanted.in === "notes" ? note : section;
  return before === null && after === null ? [] : [{ in: wanted.in, before, after } as RowChange];
}

test("whatever is done, undone, redone and opened anew, the book is what the changes make of it", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const place = makePlace();
      let store = openBook(place.options);
      let book = store.reader.readBook();
      const done: RowChange[][] = [];
      const undone: RowChange[][] = [];
      const move = (
        from: RowChange[][],
        to: RowChange[][],
        turned: boolean,
        answer: { changes: readonly RowChange[] } | null | undefined,
      ) => {
        const changes = from.pop();
        if (changes === undefined) return expect(answer).toBeNull();
        to.push(changes);
        const applied = turned ? inverse(changes) : changes;
        expect(answer?.changes).toEqual(applied);
        book = applyChanges(book, applied);
      };
      try {
        for (const { does, ...rest } of steps) {
          if (does === "undo") move(done, undone, true, store.writer?.undo());
          else if (does === "redo") move(undone, done, false, store.writer?.redo());
          else if (does === "publish") store.publish();
          else if (does === "reopen") {
            store.close();
            store = openBook(place.options);
          } else if ("wishes" in rest) {
            const changes: RowChange[] = [];
            for (const wanted of rest.wishes) changes.push(...granted(applyChanges(book, changes), wanted));
            store.writer?.commit({ kind: "paste", count: changes.length }, changes);
            if (changes.length > 0) {
              undone.length = 0;
              done.push(changes);
            }
            book = applyChanges(book, changes);
          }
          expect(byKey(store.reader.readBook())).toEqual(byKey(book));
        }
        store.close();
        store = openBook(place.options);
        expect(byKey(store.reader.readBook())).toEqual(byKey(book));
        while (done.length > 0) move(done, undone, true, store.writer?.undo());
        expect(byKey(store.reader.readBook())).toEqual(byKey(WHOLE_BOOK));
      } finally {
        store.close();
        place.leave();
      }
    }),
    { numRuns: 60 },
  );
});

/** Rows in the order of their keys: a row that came back stands last in both, a fact where its key is. */
const byKey = (book: Book) =>
  Object.entries(ROW_KEYS).map(([collection, keyOf]) => {
    const key = keyOf as (row: unknown) => string;
    const rows: readonly unknown[] = book[collection as keyof Book];
    return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  });
