import { describe, expect, test } from "vitest";
import type { Note } from "#core/book.ts";
import { applyChanges, type RowChange } from "#core/changes.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { shownCell } from "../grid/shown-cell.ts";
import { cellHint } from "../grid/cell-hint.ts";
import { withoutEdits } from "../state/edited-book.ts";
import { createWindowStore, FIRST_SHEET } from "../state/window-state.ts";
import { makeNoteActions } from "./note-actions.ts";
import { draftKey, notesAbout, notesAt, subjectText, toldNotes } from "./notes-in-view.ts";

const SPAN = spanOf("1Q06");
const DECK: Note = {
  id: "acme-note-001",
  company: "acme",
  line: "cash",
  span: { start: SPAN.start + 1, length: 0 },
  source: "report",
  textEn: "Deposit",
  textJa: "預金",
  scope: null,
  basis: null,
};
const BOOK = {
  ...tellBook({ sales: {}, cash: { kind: "stock" } }, [
    ["sales", "1Q06", "110"],
    ["cash", "1Q06", "500"],
  ]),
  notes: [DECK],
};
const ON_SALES = { line: "sales", span: SPAN, note: null };

/** A window over a host that takes every change of rows, or none. */
function openWindow({ refuses = false } = {}) {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book: BOOK, journal, saved: { at: "file" } } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  const store = createWindowStore(opened, settings, { year: 2006, month: 11 });
  const changeRows = async (changes: readonly RowChange[]): Promise<boolean> => {
    if (!refuses) store.setState(({ edited }) => ({ edited: withoutEdits(applyChanges(edited.shown, changes)) }));
    return !refuses;
  };
  return { store, read: store.getState, actions: makeNoteActions(store, { changeRows }) };
}

describe("notes in the grid", () => {
  test("a balance's note is on its cell in every layout, and is told where the pointer rests", () => {
    const { read } = openWindow();
    expect(notesAt(read(), "cash", SPAN)).toEqual([DECK]);
    const inHalves = { ...read(), sheet: { ...FIRST_SHEET, layout: "H" as const } };
    expect(notesAbout(inHalves, "cash", { start: SPAN.start - 1, length: 2 })).toEqual([DECK]);
    expect(shownCell(read(), { line: "cash", span: SPAN })?.note).toBe("Note: Deposit");
    expect(cellHint(read(), "cash", SPAN)).toContain("Note: Deposit");
    expect(shownCell(read(), { line: "sales", span: SPAN })?.note).toBe("");
  });

  test("as of a day, those of later sources stand nowhere", () => {
    const { read } = openWindow();
    const before = { ...read(), asOf: "2006-06-30" };
    expect(notesAt(before, "cash", SPAN)).toEqual([]);
    expect(shownCell(before, { line: "cash", span: SPAN })?.note).toBe("");
    expect(notesAt({ ...read(), asOf: "2006-11-02" }, "cash", SPAN)).toEqual([DECK]);
  });

  test("a reason of a target, or of another scope, stands on that figure alone", () => {
    const { read, store } = openWindow();
    const reason = { ...DECK, scope: "consolidated", basis: "target" } as const;
    store.setState({ edited: withoutEdits({ ...BOOK, notes: [reason] }) });
    expect(notesAt(read(), "cash", SPAN)).toEqual([]);
    expect(notesAt({ ...read(), basis: "target" }, "cash", SPAN)).toEqual([reason]);
    expect(notesAt({ ...read(), basis: "target", scope: "non-consolidated" }, "cash", SPAN)).toEqual([]);
  });

  test("a long note is told in short", () => {
    const { read, store } = openWindow();
    const long = { ...DECK, textEn: "word ".repeat(100) };
    store.setState({ edited: withoutEdits({ ...BOOK, notes: [long] }) });
    const told = toldNotes(read(), "cash", SPAN);
    expect(told.length).toBeLessThan(220);
    expect(told.endsWith("…")).toBe(true);
  });

  test("what a note is about is said in words", () => {
    const { read } = openWindow();
    expect(subjectText(read(), "sales", SPAN)).toBe("Note on sales, 1Q06");
    expect(subjectText(read(), "sales", null)).toBe("Note on sales, all periods");
    expect(subjectText(read(), null, SPAN)).toBe("Note on 1Q06");
  });
});

describe("writing", () => {
  test("opens the note that is there, and stores what is written", async () => {
    const { read, actions } = openWindow();
    actions.openNote("cash", SPAN);
    expect(read().dialog).toMatchObject({ kind: "note", note: DECK.id });
    actions.openNote("sales", SPAN);
    expect(read().dialog).toMatchObject({ kind: "note", note: null });
    expect(await actions.writeNote(ON_SALES, null, "Large order")).toBe(true);
    expect(notesAt(read(), "sales", SPAN)).toMatchObject([{ textEn: "Large order", source: null }]);
    expect(await actions.removeNote(ON_SALES, DECK)).toBe(true);
    expect(notesAt(read(), "cash", SPAN)).toEqual([]);
  });

  test("a draft lasts until it is stored, in its own language", async () => {
    const { read, actions, store } = openWindow();
    actions.keepDraft(ON_SALES, "Half a thou");
    const key = draftKey(read(), "sales", SPAN, null);
    expect(read().noteDrafts.get(key)).toBe("Half a thou");
    store.setState(({ settings }) => ({ settings: { ...settings, language: "ja" } }));
    expect(read().noteDrafts.has(draftKey(read(), "sales", SPAN, null))).toBe(false);
    store.setState(({ settings }) => ({ settings: { ...settings, language: "en" } }));
    await actions.writeNote(ON_SALES, null, "Half a thought");
    expect(read().noteDrafts.size).toBe(0);
  });

  test("a refused note stays a draft", async () => {
    const { read, actions } = openWindow({ refuses: true });
    actions.keepDraft(ON_SALES, "Large order");
    expect(await actions.writeNote(ON_SALES, null, "Large order")).toBe(false);
    expect([...read().noteDrafts.values()]).toEqual(["Large order"]);
  });
});
