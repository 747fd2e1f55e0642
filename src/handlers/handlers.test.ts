/** The handlers over a wire, on a real book: what a window can and cannot do. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CellsEntered, Events, Questions, SavedState } from "#contract/questions.ts";
import { isFigure } from "#core/figures/cell.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { Handlers } from "#handlers/index.ts";
import { openHandlers } from "#handlers/index.ts";
import { JOBS } from "#handlers/jobs.ts";
import type { Connection } from "#rpc/connect.ts";
import { connect } from "#rpc/connect.ts";
import { serve } from "#rpc/serve.ts";
import { wirePair } from "#rpc/wire-pair.ts";

const RESOURCES = join(import.meta.dirname, "../../resources");
const Q2 = { start: 4 * 2006 + 1, length: 1 };

let folder = "";
let handlers: Handlers;
let window: Connection<Questions, Events>;

/** Opens the sample in the folder, and a window on it. */
async function open(): Promise<void> {
  handlers = await openHandlers({
    path: null,
    dataFolder: folder,
    resources: RESOURCES,
    isolate: async (job, argument) => JOBS[job]?.(argument),
    now: () => new Date("2026-01-01T00:00:00Z"),
  });
  const [ours, theirs] = wirePair();
  serve<Questions, Events>(theirs, handlers.table);
  window = connect<Questions, Events>(ours);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kessan-handlers-"));
  await open();
});
afterEach(async () => {
  await handlers.close();
  rmSync(folder, { recursive: true, force: true });
});

const typed = (text: string, mantissa: number): CellsEntered => ({
  company: "iij",
  scope: "consolidated",
  basis: "actual",
  source: null,
  way: "typed",
  entries: [{ line: "revenue", span: Q2, stated: { mantissa, decimals: 0 }, text }],
});

async function revenue(): Promise<number | null> {
  const { book } = await window.ask("books.read", null);
  const cell = figuresOf(book, { company: "iij", scope: "consolidated", basis: "actual", asOf: null }).cell(
    "revenue",
    Q2,
  );
  return isFigure(cell) ? cell.value : null;
}

describe("a figure", () => {
  test("is entered, undone and redone", async () => {
    const committed = await window.ask("cells.enter", typed("15,000", 15_000));
    expect(committed).toMatchObject({
      deed: { kind: "enter", count: 1, line: "revenue" },
      journal: { undo: { line: "revenue" }, redo: null },
    });
    expect(committed.changes).toHaveLength(1);
    expect(await revenue()).toBe(15_000);
    expect(await window.ask("journals.undo", null)).toMatchObject({
      journal: { undo: null, redo: { line: "revenue" } },
    });
    expect(await revenue()).toBe(14_007);
    expect(await window.ask("journals.undo", null)).toBeNull();
    await window.ask("journals.redo", null);
    expect(await revenue()).toBe(15_000);
  });

  test("is there after a restart, and can still be undone", async () => {
    await window.ask("cells.enter", typed("15,000", 15_000));
    await handlers.close();
    await open();
    expect(await revenue()).toBe(15_000);
    await window.ask("journals.undo", null);
    expect(await revenue()).toBe(14_007);
  });

  test("has a history of what was done to it and stands", async () => {
    const cell = { company: "iij", scope: "consolidated", basis: "actual", line: "revenue", span: Q2 } as const;
    expect(await window.ask("cells.history", cell)).toEqual([]);
    await window.ask("cells.enter", typed("15,000", 15_000));
    await window.ask("cells.enter", typed("16,000", 16_000));
    const at = "2026-01-01T00:00:00.000Z";
    const source = "iij-presentation-2q06";
    const [first, second] = [15_000, 16_000].map((mantissa) => ({ mantissa, decimals: 0 }));
    const printed = { mantissa: 14_007, decimals: 0 };
    expect(await window.ask("cells.history", cell)).toEqual([
      { at, source, before: first, after: second },
      { at, source, before: printed, after: first },
    ]);
    expect(await window.ask("cells.history", { ...cell, span: { start: Q2.start, length: 2 } })).toEqual([]);
    await window.ask("journals.undo", null);
    expect(await window.ask("cells.history", cell)).toEqual([{ at, source, before: printed, after: first }]);
  });

  test("typed as it is changes nothing and makes no journal entry", async () => {
    expect(await window.ask("cells.enter", typed("14,007", 14_007))).toMatchObject({
      changes: [],
      journal: { undo: null },
    });
  });

  test("is told to be saved when it is in the file", async () => {
    const states: SavedState["at"][] = [];
    handlers.onSaved(({ at }) => states.push(at));
    await window.ask("cells.enter", typed("15,000", 15_000));
    await handlers.close();
    expect(states.at(-1)).toBe("file");
    await open();
    expect(await window.ask("books.read", null)).toMatchObject({ saved: { at: "file" } });
  });
});

describe("what a window may not do is refused, and the book stays as it was", () => {
  const entry = typed("1", 1).entries[0];
  test.each([
    ["an unknown company", { ...typed("1", 1), company: "nobody" }, "unknown-company"],
    ["an unknown line", { ...typed("1", 1), entries: [{ ...entry, line: "sales" }] }, "unknown-line"],
    ["another company's source", { ...typed("1", 1), source: "elsewhere" }, "unknown-source"],
    [
      "a flow at a boundary",
      { ...typed("1", 1), entries: [{ ...entry, span: { start: 8026, length: 0 } }] },
      "unknown-period",
    ],
    [
      "a half quarter",
      { ...typed("1", 1), entries: [{ ...entry, span: { start: 8026.5, length: 1 } }] },
      "bad-argument",
    ],
    [
      "more digits than can be held",
      { ...typed("1", 1), entries: [{ ...entry, stated: { mantissa: 2 ** 53, decimals: 0 } }] },
      "bad-argument",
    ],
    ["a member too many", { ...typed("1", 1), sql: "DROP TABLE fact" }, "bad-argument"],
    ["no entries", { ...typed("1", 1), entries: [] }, "bad-argument"],
    ["text for a figure", { ...typed("1", 1), entries: [{ ...entry, stated: "15000" }] }, "bad-argument"],
  ])("%s", async (_name, argument, code) => {
    await expect(window.ask("cells.enter", argument as CellsEntered)).rejects.toMatchObject({ code });
    expect(await revenue()).toBe(14_007);
    expect((await window.ask("books.read", null)).journal).toMatchObject({ generation: 0, undo: null });
  });
});

test("an unknown source is refused with those that there are", async () => {
  const known = "iij-targets-2005, iij-presentation-2q06";
  await expect(window.ask("cells.enter", { ...typed("1", 1), source: "elsewhere" })).rejects.toMatchObject({
    particulars: { source: "elsewhere", known },
  });
});

test("what a sum does not show becomes a line, and undo takes it back", async () => {
  const committed = await window.ask("sums.addNotShown", { line: "equity" });
  expect(committed).toMatchObject({ deed: { kind: "lines", line: "equity_not_shown" } });
  const { book } = await window.ask("books.read", null);
  const figures = figuresOf(book, { company: "iij", scope: "consolidated", basis: "actual", asOf: null });
  expect(figures.cell("equity_not_shown", Q2)).toMatchObject({ value: -84, route: "implied" });
  await expect(window.ask("sums.addNotShown", { line: "equity" })).rejects.toMatchObject({ code: "nothing-to-do" });
  await window.ask("journals.undo", null);
  expect((await window.ask("books.read", null)).book.lines).toHaveLength(51);
});

test("a workbook's bytes come back", async () => {
  const workbook = await window.ask("workbooks.write", {
    company: "iij",
    scope: "consolidated",
    basis: "actual",
    format: "xlsx",
    spans: ["Q"],
    language: "ja",
    negatives: "triangle",
  });
  expect(workbook.name).toBe("IIJ sample.xlsx");
  expect(Buffer.from(workbook.base64, "base64").subarray(0, 2).toString()).toBe("PK");
});

test("settings are kept between starts", async () => {
  expect(await window.ask("settings.read", null)).toEqual({
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  });
  const chosen = {
    language: "ja",
    theme: "dark",
    negatives: "triangle",
    amounts: "100 million",
    periods: "filing",
  } as const;
  await window.ask("settings.write", chosen);
  await handlers.close();
  await open();
  expect(await window.ask("settings.read", null)).toEqual(chosen);
});
