/** Books over a wire: which a window may open, and new ones. */
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BookList, BookWanted, Events, Questions, SavedState } from "#contract/questions.ts";
import { EMPTY_BOOK } from "#core/book.ts";
import { placesIn, type BookPlaces } from "#handlers/books.ts";
import { openHandlers, type Handlers } from "#handlers/index.ts";
import { connect, type Connection } from "#rpc/connect.ts";
import { serve } from "#rpc/serve.ts";
import { wirePair } from "#rpc/wire-pair.ts";
import { createBook } from "#store/create.ts";

const NOW = (): Date => new Date("2026-01-01T00:00:00Z");
const ACME: BookWanted["company"] = {
  nameEn: "Acme",
  nameJa: "",
  yearEndMonth: 3,
  fyNamedBy: "start",
  currency: "JPY",
  scale: "million",
};

let folder = "";
let handlers: Handlers;
let window: Connection<Questions, Events>;

async function open(path: string | null = null, places: BookPlaces = placesIn(folder)): Promise<void> {
  handlers = await openHandlers({
    path,
    dataFolder: folder,
    resources: join(import.meta.dirname, "../../resources"),
    isolate: () => Promise.reject(new Error("nothing runs elsewhere")),
    places,
    now: NOW,
  });
  const [ours, theirs] = wirePair();
  serve<Questions, Events>(theirs, handlers.table);
  window = connect<Questions, Events>(ours);
}

async function reopen(path: string | null, places?: BookPlaces): Promise<void> {
  await handlers.close();
  await open(path, places);
}

/** An empty book of one company, anywhere. */
function bookAt(path: string): string {
  const company = { id: "acme", ...ACME, position: 0 };
  createBook({ path, book: { ...EMPTY_BOOK, companies: [company] }, dataFolder: folder, now: NOW });
  return path;
}

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "kessan-books-")));
  await open();
});
afterEach(async () => {
  await handlers.close();
  rmSync(folder, { recursive: true, force: true });
});

const list = (): Promise<BookList> => window.ask("books.list", null);
const titles = async (): Promise<readonly string[]> => (await list()).books.map(({ title }) => title);
const handleOf = async (title: string): Promise<string> =>
  (await list()).books.find((book) => book.title === title)?.handle ?? "";
const shown = async (): Promise<string> => (await window.ask("books.read", null)).title;

describe("a new book", () => {
  test("is made in the folder of books, opened, and at hand from then on", async () => {
    expect(await window.ask("books.create", { name: "Acme 2006", company: ACME, lines: ["revenue"] })).toBe(true);
    const { title, path, book } = await window.ask("books.read", null);
    expect([title, path]).toEqual(["Acme 2006", join(folder, "own-books", "Acme 2006.kessan")]);
    expect(book.lines.map(({ id, unit }) => [id, unit])).toEqual([["revenue", "JPY million"]]);
    expect(book.companies).toMatchObject([{ nameEn: "Acme", yearEndMonth: 3 }]);
    expect(await titles()).toEqual(["Acme 2006", "IIJ sample"]);
    await reopen(null);
    expect(await titles()).toEqual(["IIJ sample", "Acme 2006"]);
  });

  test("is not made over another, and the open one stays open", async () => {
    await window.ask("books.create", { name: "Acme", company: ACME, lines: [] });
    await expect(window.ask("books.create", { name: "Acme", company: ACME, lines: [] })).rejects.toMatchObject({
      code: "book-exists",
    });
    expect(await shown()).toBe("Acme");
  });

  test.each(["../out", "a/b", "a\\b", ".hidden", "con", "", "a\u0000b"])("has a name and no path: %j", async (name) => {
    await expect(window.ask("books.create", { name, company: ACME, lines: [] })).rejects.toMatchObject({
      code: "bad-argument",
    });
    expect(existsSync(join(folder, "own-books"))).toBe(false);
  });

  test.each([
    ["no name", { ...ACME, nameEn: " " }],
    ["no month", { ...ACME, yearEndMonth: 13 }],
    ["no currency", { ...ACME, currency: "yen" }],
  ])("has a company that can be: %s", async (_, company) => {
    await expect(window.ask("books.create", { name: "Acme", company, lines: [] })).rejects.toMatchObject({
      code: "bad-argument",
    });
  });
});

describe("another book in place of the open one", () => {
  test("takes the edits and the notices of being saved with it", async () => {
    await window.ask("books.create", { name: "Acme", company: ACME, lines: ["revenue"] });
    const saved: SavedState[] = [];
    handlers.onSaved((state) => saved.push(state));
    const entries = [
      { line: "revenue", span: { start: 8024, length: 1 }, stated: { mantissa: 1, decimals: 0 }, text: "1" },
    ];
    const entered = {
      company: "acme",
      scope: "consolidated",
      basis: "actual",
      source: null,
      way: "typed",
      entries,
    } as const;
    await window.ask("cells.enter", entered);
    expect(saved.length).toBeGreaterThan(0);
    await window.ask("books.open", { handle: await handleOf("IIJ sample") });
    expect(await shown()).toBe("IIJ sample");
    await window.ask("books.open", { handle: await handleOf("Acme") });
    expect((await window.ask("books.read", null)).book.facts).toHaveLength(1);
  });

  test("is refused where it cannot be opened; the open one goes on", async () => {
    mkdirSync(join(folder, "own-books"));
    writeFileSync(join(folder, "own-books", "broken.kessan"), "not a book");
    await expect(window.ask("books.open", { handle: await handleOf("broken") })).rejects.toMatchObject({
      code: "book-is-not-one",
    });
    expect(await shown()).toBe("IIJ sample");
  });
});

describe("a window that cannot ask its person for files", () => {
  test("is offered the sample, the book it was started with, and what is in the folder; nothing else opens", async () => {
    const given = bookAt(join(folder, "given.kessan"));
    const elsewhere = bookAt(join(folder, "elsewhere.kessan"));
    mkdirSync(join(folder, "own-books"));
    bookAt(join(folder, "own-books", "own.kessan"));
    symlinkSync(elsewhere, join(folder, "own-books", "link.kessan"));
    await reopen(elsewhere);
    await reopen(given);
    expect((await titles()).toSorted()).toEqual(["IIJ sample", "given", "own"]);
    const { canChoose, folder: ofNew } = await list();
    expect([canChoose, ofNew]).toEqual([false, join(folder, "own-books")]);
    for (const handle of ["0".repeat(32), given, "../own"])
      await expect(window.ask("books.open", { handle })).rejects.toMatchObject({
        code: handle.length === 32 ? "book-not-found" : "bad-argument",
      });
    await expect(window.ask("books.choose", null)).rejects.toMatchObject({ code: "no-such-method" });
    expect(await shown()).toBe("given");
  });
});

describe("a host that asks its person", () => {
  const asking = (path: string | null): BookPlaces => ({
    folder: null,
    askForNew: async () => path,
    askForFile: async () => path,
    remembers: true,
  });

  test("makes and opens books where it was told, and remembers them", async () => {
    const path = join(folder, "mine.kessan");
    await reopen(null, asking(path));
    expect(await window.ask("books.create", { name: "Acme", company: ACME, lines: [] })).toBe(true);
    expect((await window.ask("books.read", null)).path).toBe(path);
    await reopen(null, asking(path));
    expect(await titles()).toEqual(["IIJ sample", "mine"]);
    expect(await window.ask("books.choose", null)).toBe(true);
    expect(await shown()).toBe("mine");
  });

  test("leaves everything as it is where nobody chose", async () => {
    await reopen(null, asking(null));
    expect(await window.ask("books.create", { name: "Acme", company: ACME, lines: [] })).toBe(false);
    expect(await window.ask("books.choose", null)).toBe(false);
    expect(await shown()).toBe("IIJ sample");
  });
});

test("the starting set is at hand before there is a book for it", async () => {
  const { sections, lines } = await window.ask("books.starter", null);
  expect(sections.map(({ id }) => id)).toContain("income");
  expect(lines.find(({ id }) => id === "gross_profit")).toMatchObject({
    unit: "MONEY",
    formula: "revenue - cost_of_sales",
  });
});
