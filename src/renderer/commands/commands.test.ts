import { expect, test } from "vitest";
import { en } from "../words/en.ts";
import { ja } from "../words/ja.ts";
import { COMMAND_GROUPS } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { keyText, sameKey } from "./keys.ts";

test("every command is called once, by a name of its own in either language", () => {
  expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  for (const words of [en, ja]) {
    const names = COMMANDS.map((command) => command.name(words));
    for (const name of names) expect(name.trim()).not.toBe("");
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
  for (const command of COMMANDS) expect(command.name(ja), command.id).not.toBe(command.name(en));
  for (const { group } of COMMANDS) expect(COMMAND_GROUPS).toContain(group);
});

/** The grid is in the view of results. */
const viewsOf = (where: string): string => (where === "grid" ? "results" : where);

test("no two commands that work at the same place share a key", () => {
  const keys = COMMANDS.flatMap(({ id, where, keys: own }) => own.map((key) => ({ id, where, key: sameKey(key) })));
  for (const { id, where, key } of keys) {
    const isBeside = (other: (typeof keys)[number]): boolean =>
      where === "anywhere" || other.where === "anywhere" || viewsOf(where) === viewsOf(other.where);
    expect(
      keys.filter((other) => other.key === key && isBeside(other)).map((other) => other.id),
      key,
    ).toEqual([id]);
  }
});

test("no command takes the keys of a spreadsheet, of AltGr or of typing", () => {
  const taken = new Set(COMMANDS.flatMap(({ keys }) => keys.map(sameKey)));
  const arrows = ["Left", "Right", "Up", "Down"].map((way) => `Arrow${way}`);
  for (const arrow of arrows) {
    for (const key of [arrow, `Shift+${arrow}`, `Mod+${arrow}`, `Mod+Shift+${arrow}`])
      expect(taken.has(sameKey(key)), key).toBe(false);
  }
  for (const { keys } of COMMANDS) {
    for (const key of keys) {
      // On Windows these type characters.
      expect(key.includes("Mod+Alt+") || key.includes("Alt+Mod+"), key).toBe(false);
      expect(keyText(key, false)).not.toMatch(/Mod|Arrow/u);
    }
  }
});
