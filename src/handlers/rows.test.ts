/** Rows that a window changes as wholes, over a wire and on a real book. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Events, Questions, SheetView } from "#contract/questions.ts";
import type { Book, Line } from "#core/book.ts";
import type { RowChange } from "#core/changes.ts";
import type { Handlers } from "#handlers/index.ts";
import { openHandlers } from "#handlers/index.ts";
import { JOBS } from "#handlers/jobs.ts";
import type { Connection } from "#rpc/connect.ts";
import { connect } from "#rpc/connect.ts";
import { serve } from "#rpc/serve.ts";
import { wirePair } from "#rpc/wire-pair.ts";

let folder = "";
let handlers: Handlers;
let window: Connection<Questions, Events>;

async function open(): Promise<void> {
  handlers = await openHandlers({
    path: null,
    dataFolder: folder,
    resources: join(import.meta.dirname, "../../resources"),
    isolate: async (job, argument) => JOBS[job]?.(argument),
    now: () => new Date("2026-01-01T00:00:00Z"),
  });
  const [ours, theirs] = wirePair();
  serve<Questions, Events>(theirs, handlers.table);
  window = connect<Questions, Events>(ours);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kessan-rows-"));
  await open();
});
afterEach(async () => {
  await handlers.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = async (): Promise<Book> => (await window.ask("books.read", null)).book;

const lineIn = (book: Book, id: string): Line => {
  const found = book.lines.find((line) => line.id === id);
  if (found === undefined) throw new RangeError(id);
  return found;
};

const DEED = { kind: "lines", count: 1, line: "revenue" } as const;

test("a line's new label is kept, over a restart too, and undo brings the old one back", async () => {
  const line = lineIn(await read(), "revenue");
  const change: RowChange = { in: "lines", before: line, after: { ...line, labelEn: "Net sales" } };
  const committed = await window.ask("rows.change", { changes: [change], deed: DEED });
  expect(committed).toMatchObject({ changes: [change], deed: DEED, journal: { undo: DEED } });
  await handlers.close();
  await open();
  expect(lineIn(await read(), "revenue").labelEn).toBe("Net sales");
  await window.ask("journals.undo", null);
  expect(lineIn(await read(), "revenue")).toEqual(line);
});

describe("refused, and the book stays as it was", () => {
  const argumentOf = (line: Line, change: object): unknown => ({ changes: [change], deed: { ...DEED, line: line.id } });
  test.each([
    ["a line that figures stand on", (line: Line) => ({ in: "lines", before: line, after: null }), "bad-change"],
    [
      "a row that has changed meanwhile",
      (line: Line) => ({ in: "lines", before: { ...line, id: "gone" }, after: line }),
      "bad-change",
    ],
    ["a member too many", (line: Line) => ({ in: "lines", before: line, after: { ...line, sql: "" } }), "bad-argument"],
    ["nothing before and after", () => ({ in: "lines", before: null, after: null }), "bad-argument"],
    ["a collection that is none", (line: Line) => ({ in: "journal", before: line, after: line }), "bad-argument"],
  ])("%s", async (_, changeOf, code) => {
    const before = await read();
    const line = lineIn(before, "revenue");
    const argument = argumentOf(line, changeOf(line)) as Questions["rows.change"]["asks"];
    await expect(window.ask("rows.change", argument)).rejects.toMatchObject({ code });
    expect(await read()).toEqual(before);
  });

  test.each(["2006-02-30", "2005-02-29", "2006-13", "2006-00-10", "2006-11-2", "2006"])(
    "a source published on %s, which is no date",
    async (published) => {
      const { sources } = await read();
      const [source] = sources;
      if (source === undefined) throw new RangeError("the sample has sources");
      const change: RowChange = { in: "sources", before: source, after: { ...source, published } };
      const asked = window.ask("rows.change", { changes: [change], deed: { kind: "sources", count: 1 } });
      await expect(asked).rejects.toMatchObject({ code: "bad-argument" });
      expect((await read()).sources).toEqual(sources);
    },
  );

  test("another year-end under the figures, with a reason of its own", async () => {
    const [company] = (await read()).companies;
    if (company === undefined) throw new RangeError("the sample has a company");
    const change: RowChange = { in: "companies", before: company, after: { ...company, yearEndMonth: 12 } };
    const asked = window.ask("rows.change", { changes: [change], deed: { kind: "companies", count: 1 } });
    await expect(asked).rejects.toMatchObject({ code: "year-end-has-figures" });
  });
});

const SHEET: SheetView = {
  layout: "QQQQY",
  newest: "left",
  overlay: "yoy",
  folded: ["section:income"],
  hiddenLines: [],
  hiddenColumns: [],
  earliest: null,
  latest: null,
  sort: null,
  zoom: 150,
  labelWidth: 280,
  figureWidth: null,
  compare: {
    companies: ["iij", "beta"],
    lines: null,
    line: "revenue",
    layout: "periods",
    alignment: "calendar",
    kind: "twelve",
    measures: ["value", "yoy"],
    drawnAs: "line",
    drawn: "yoy",
  },
  goesTo: [{ company: "iij", source: "iij-2q06" }],
};

test("how the grid stands is kept between starts, and what cannot be read counts as none", async () => {
  expect(await window.ask("views.read", null)).toBeNull();
  await window.ask("views.write", SHEET);
  await handlers.close();
  await open();
  expect(await window.ask("views.read", null)).toEqual(SHEET);
  const [file = ""] = readdirSync(join(folder, "views"));
  const { compare: _, ...older } = SHEET;
  writeFileSync(join(folder, "views", file), JSON.stringify(older));
  expect(await window.ask("views.read", null)).toEqual({ ...SHEET, compare: null });
  writeFileSync(join(folder, "views", file), JSON.stringify({ ...SHEET, zoom: 1e9 }));
  expect(await window.ask("views.read", null)).toBeNull();
  writeFileSync(join(folder, "views", file), "{");
  expect(await window.ask("views.read", null)).toBeNull();
  expect(readdirSync(join(folder, "views"))).toEqual([file.replace(".json", ".damaged-1.json")]);
});

describe("a locked quarter", () => {
  const Q2 = { start: 4 * 2006 + 1, length: 1 };
  const LOCK = { company: "iij", boundary: 4 * 2006 + 2, text: "checked" };
  const typed = {
    company: "iij",
    scope: "consolidated",
    basis: "actual",
    source: null,
    way: "typed",
    entries: [{ line: "revenue", span: Q2, stated: { mantissa: 1, decimals: 0 }, text: "1" }],
  } as const;

  test("takes no entry and no change of its figures, names itself, and opens again with a reason that is kept", async () => {
    const lock = {
      changes: [{ in: "locks", before: null, after: LOCK }],
      deed: { kind: "lock", count: 1, span: Q2 },
    } as const;
    await window.ask("rows.change", lock);
    const refusal = { code: "quarter-locked", particulars: { period: "2Q06", reason: "checked" } };
    await expect(window.ask("cells.enter", typed)).rejects.toMatchObject(refusal);
    const fact = (await read()).facts.find(({ line, span }) => line === "revenue" && span.start === Q2.start);
    if (fact === undefined) throw new Error("no fact");
    const changes: RowChange[] = [{ in: "facts", before: fact, after: { ...fact, restated: true } }];
    await expect(window.ask("rows.change", { changes, deed: { kind: "restate", count: 1 } })).rejects.toMatchObject(
      refusal,
    );
    const { journal } = await window.ask("rows.change", {
      changes: [{ in: "locks", before: LOCK, after: null }],
      deed: { kind: "unlock", count: 1, span: Q2, reason: "misprint" },
    });
    expect(journal.undo).toMatchObject({ kind: "unlock", reason: "misprint" });
    await window.ask("cells.enter", typed);
  });

  test("an edit from before it is undone only after the lock is", async () => {
    await window.ask("cells.enter", typed);
    await window.ask("rows.change", {
      changes: [{ in: "locks", before: null, after: LOCK }],
      deed: { kind: "lock", count: 1, span: Q2 },
    });
    expect(await window.ask("journals.undo", null)).toMatchObject({ deed: { kind: "lock" } });
    expect((await read()).locks).toEqual([]);
    expect(await window.ask("journals.undo", null)).toMatchObject({ deed: { kind: "enter" } });
  });
});
