import { describe, expect, test } from "vitest";
import type { Note } from "#core/book.ts";
import { applyChanges, inverse } from "#core/changes.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { noteOn, noteSpan, noteText, planNote, planNoteRemoval, type NoteSubject } from "./note-plans.ts";

const BOOK = tellBook({ sales: {}, cash: { kind: "stock" } }, [["sales", "1Q06", "110"]]);
const CELL: NoteSubject = { company: "acme", line: "sales", span: spanOf("1Q06") };
const DECK: Note = {
  ...CELL,
  id: "acme-note-001",
  source: "report",
  textEn: "Seasonal",
  textJa: "季節要因",
  scope: null,
  basis: null,
};
const WITH_DECK = { ...BOOK, notes: [DECK] };

describe("a note", () => {
  test("is written in one language, and undone", () => {
    const plan = planNote(BOOK, CELL, null, "  One large order\n", "en");
    expect(plan?.deed).toEqual({ kind: "notes", count: 1, line: "sales", span: CELL.span });
    const after = applyChanges(BOOK, plan?.changes ?? []);
    expect(after.notes).toEqual([
      { ...CELL, id: "note-1", source: null, textEn: "One large order", textJa: "", scope: null, basis: null },
    ]);
    expect(applyChanges(after, inverse(plan?.changes ?? []))).toEqual(BOOK);
  });

  test("keeps the other language and its source when it is changed", () => {
    const { changes } = planNote(WITH_DECK, CELL, DECK, "Seasonal, as every year", "en") ?? { changes: [] };
    expect(applyChanges(WITH_DECK, changes).notes).toEqual([{ ...DECK, textEn: "Seasonal, as every year" }]);
  });

  test("keeps the first language when the second is written", () => {
    const { changes } = planNote(WITH_DECK, CELL, DECK, "例年どおり", "ja") ?? { changes: [] };
    expect(applyChanges(WITH_DECK, changes).notes).toEqual([{ ...DECK, textJa: "例年どおり" }]);
  });

  test("is deleted with its text", () => {
    const { changes } = planNote(WITH_DECK, CELL, DECK, " \n", "ja") ?? { changes: [] };
    expect(applyChanges(WITH_DECK, changes).notes).toEqual([]);
    expect(applyChanges(WITH_DECK, planNoteRemoval(DECK).changes).notes).toEqual([]);
  });

  test("is no change where the text is as it was, or was never there in this language", () => {
    expect(planNote(WITH_DECK, CELL, DECK, "Seasonal ", "en")).toBeNull();
    expect(planNote(BOOK, CELL, null, "", "en")).toBeNull();
    expect(planNote(BOOK, CELL, { ...DECK, textEn: "" }, "", "en")).toBeNull();
  });

  test("of a row or a column names only that", () => {
    const row = planNote(BOOK, { ...CELL, span: null }, null, "New services", "en");
    expect(row?.deed).toEqual({ kind: "notes", count: 1, line: "sales" });
    const column = planNote(BOOK, { ...CELL, line: null }, null, "新製品", "ja");
    expect(column?.changes[0]?.after).toMatchObject({ line: null, span: CELL.span, textEn: "", textJa: "新製品" });
  });

  test("gets an id that no other has, also after one in between was deleted", () => {
    const notes = [1, 3].map((number): Note => ({ ...DECK, id: `note-${number}` }));
    const plan = planNote({ notes }, CELL, null, "a", "en");
    expect(plan?.changes[0]?.after).toMatchObject({ id: "note-4" });
  });
});

test("a subject's own note comes before one from a source, and one on the cell is none on its row", () => {
  const own: Note = { ...DECK, id: "note-1", source: null };
  expect(noteOn([DECK, own], CELL)).toBe(own);
  expect(noteOn([DECK], CELL)).toBe(DECK);
  expect(noteOn([DECK], { ...CELL, span: null })).toBeNull();
  expect(noteOn([DECK], { ...CELL, company: "other" })).toBeNull();
});

test("a balance's note stands at the boundary; a missing language is told in the other", () => {
  expect(noteSpan({ kind: "stock" }, spanOf("1Q06"))).toEqual({ start: spanOf("2Q06").start, length: 0 });
  expect(noteSpan({ kind: "flow" }, spanOf("1Q06"))).toEqual(spanOf("1Q06"));
  expect(noteText({ textEn: "a", textJa: "" }, "ja")).toBe("a");
});
