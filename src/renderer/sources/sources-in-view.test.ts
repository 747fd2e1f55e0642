import { expect, test } from "vitest";
import type { Affiliate, Book, Particular } from "#core/book.ts";
import { tellBook } from "#core/figures/book-for-test.ts";
import { COMMANDS } from "../commands/commands.ts";
import { createWindowStore, type WindowState } from "../state/window-state.ts";
import { affiliateInView, factsInView } from "./sources-in-view.ts";

const affiliate = (id: string, position: number): Affiliate => ({
  id,
  company: "acme",
  nameEn: id,
  nameJa: "",
  holder: null,
  share: null,
  kind: "consolidated",
  position,
});

const fact = (id: string, of: string | null): Particular => ({
  id,
  company: "acme",
  affiliate: of,
  labelEn: "Seat",
  labelJa: "",
  textEn: "Yokohama",
  textJa: "",
  position: 0,
});

function stateOf(particulars: readonly Particular[], more: Partial<WindowState> = {}): WindowState {
  const book: Book = {
    ...tellBook({ sales: {} }, []),
    affiliates: [affiliate("one", 0), affiliate("two", 1)],
    particulars,
  };
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book, journal, saved: { at: "file" } } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  return { ...createWindowStore(opened, settings, { year: 2006, month: 11 }).getState(), ...more };
}

test("company facts open on the company of which something is said, until one is chosen", () => {
  const state = stateOf([fact("seat", "two")]);
  expect(affiliateInView(state)?.id).toBe("two");
  expect(factsInView(state).map(({ id }) => id)).toEqual(["seat"]);
  const own = { ...state, sourcesLook: { ...state.sourcesLook, affiliate: null } };
  expect([affiliateInView(own), factsInView(own)]).toEqual([null, []]);
  expect(affiliateInView(stateOf([fact("seat", "two"), fact("own", null)]))).toBeNull();
  expect(affiliateInView(stateOf([]))).toBeNull();
});

test.each([
  ["add-affiliate", { kind: "affiliate", affiliate: null }],
  ["add-particular", { kind: "particular", affiliate: "two", particular: null }],
])("the palette has %s", (id, dialog) => {
  const state = stateOf([fact("seat", "two")]);
  const command = COMMANDS.find((each) => each.id === id);
  const shown: unknown[] = [];
  const actions = { show: (asked: unknown) => void shown.push(asked) } as Parameters<
    NonNullable<typeof command>["run"]
  >[0];
  command?.run(actions, state);
  expect(shown).toEqual([dialog]);
});
