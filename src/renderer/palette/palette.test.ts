import { describe, expect, test } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import type { Language } from "#core/book.ts";
import type { Command } from "../commands/command.ts";
import { createWindowStore, type WindowState } from "../state/window-state.ts";
import { WORDS } from "../words/words.ts";
import { paletteEntries } from "./entries.ts";
import { misfit } from "./fuzzy.ts";
import { sheetSections } from "./sheet-sections.ts";

const BOOK = tellBook({ sales: {}, profit: {}, profit_before_tax: {} }, [
  ["sales", "1Q06", "110"],
  ["sales", "2Q06", "120"],
]);

function stateOf(more: Partial<WindowState> = {}, language: Language = "en"): WindowState {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book: BOOK, journal, saved: { at: "file" } } as const;
  const settings = {
    language,
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  const focused = { line: "sales", span: spanOf("1Q06") };
  return { ...createWindowStore(opened, settings, { year: 2006, month: 11 }).getState(), focused, ...more };
}

const command = (id: string, more: Partial<Command>): Command => ({
  id,
  group: "edit",
  name: () => id,
  keys: [],
  where: "anywhere",
  run: () => {},
  ...more,
});

const COMMANDS = [
  command("pane", { group: "view", name: ({ commands }) => commands.pane }),
  command("undo", { name: ({ bar }) => bar.undo, keys: ["Mod+Z"] }),
  command("redo", { name: ({ bar }) => bar.redo, isOffered: () => false }),
  command("fill", { name: () => "Fill down", where: "grid" }),
];

const idsOf = (state: WindowState, typed: string): string[] =>
  paletteEntries(state, COMMANDS, typed).map((entry) => {
    if (entry.kind === "go") return `${entry.option.line} ${entry.option.period}`;
    return entry.kind === "company" ? entry.company : entry.command.id;
  });

describe("a name fits what was typed", () => {
  test("by its beginning before its words, by its words before its middle, by its middle before its letters", () => {
    const names = ["Undo", "Go undo", "Find a wound", "Unit of no data o"];
    const misfits = names.map((name) => misfit(name, "und"));
    expect(misfits.slice(0, 3)).toEqual([0, 1, 2]);
    expect(misfit("Fill down", "fd")).toBeGreaterThan(2);
    expect(misfit("Show or hide the side pane", "pa sh")).toBe(1);
  });

  test("not where a letter is missing or they are far apart", () => {
    expect(misfit("Undo", "undp")).toBeNull();
    expect(misfit("Show or hide the side pane", "sne")).toBeNull();
    expect(misfit("元に戻す", "やり直し")).toBeNull();
  });

  test("in full width as well", () => {
    expect(misfit("Undo", "ＵＮＤＯ")).toBe(0);
  });
});

describe("the palette", () => {
  test("finds a command in the language that is not shown", () => {
    expect(idsOf(stateOf({}, "ja"), "undo")).toEqual(["undo"]);
    expect(idsOf(stateOf({}, "ja"), "元に")).toEqual(["undo"]);
    expect(idsOf(stateOf(), "元に")).toEqual(["undo"]);
    const [entry] = paletteEntries(stateOf({}, "ja"), COMMANDS, "undo");
    expect(entry).toMatchObject({ name: WORDS.ja.bar.undo });
  });

  test("lists everything while nothing is typed: in the order of the menus, what was used lately first", () => {
    expect(idsOf(stateOf(), "")).toEqual(["undo", "redo", "fill", "pane"]);
    expect(idsOf(stateOf({ recentCommands: ["pane", "fill"] }), " ")).toEqual(["pane", "fill", "undo", "redo"]);
  });

  test("shows what cannot be done now, and says so", () => {
    const offered = (state: WindowState): unknown[] =>
      paletteEntries(state, COMMANDS, "").map((entry) => entry.kind === "command" && entry.isOffered);
    expect(offered(stateOf())).toEqual([true, false, true, true]);
    // What works on the grid works where the grid is in sight.
    expect(offered(stateOf({ view: "checks" }))).toEqual([true, false, false, true]);
  });

  test("leads to a line, a period, or both, where that is what was typed", () => {
    expect(idsOf(stateOf(), "2Q06")).toEqual(["sales 2Q06"]);
    expect(idsOf(stateOf(), "profit")).toEqual(["profit 1Q06"]);
    expect(idsOf(stateOf(), "profit 2Q06")).toEqual(["profit 2Q06", "profit_before_tax 2Q06"]);
    expect(idsOf(stateOf(), "prof")).toEqual([]);
  });
});

describe("the cheat sheet", () => {
  test("lists the keys of the grid and every command under its group", () => {
    const sections = sheetSections(COMMANDS, WORDS.en, "");
    expect(sections.map(({ id }) => id)).toEqual(["grid", "edit", "view"]);
    expect(sections[1]?.rows.map(({ id }) => id)).toEqual(["undo", "redo", "fill"]);
    expect(sections[1]?.rows[0]?.keys).toEqual(["Ctrl+Z"]);
  });

  test("is searched by names in either language and by keys", () => {
    const idsFor = (wanted: string): string[] =>
      sheetSections(COMMANDS, WORDS.en, wanted).flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(idsFor("ctrl+z")).toEqual(["undo"]);
    expect(idsFor("元に")).toEqual(["undo"]);
    expect(idsFor("flubber")).toEqual([]);
  });
});
