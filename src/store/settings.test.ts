import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { defaultDataFolder } from "#store/data-folder.ts";
import { readSettings, writeSettings } from "#store/settings.ts";

let folder: string;
let dataFolder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kessan-settings-"));
  dataFolder = join(folder, "data");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("settings come back as they were written; before that there are none", () => {
  expect(readSettings(dataFolder)).toBeNull();
  writeSettings(dataFolder, { language: "ja", widths: [120, 80] });
  writeSettings(dataFolder, { language: "en" });
  expect(readSettings(dataFolder)).toEqual({ language: "en" });
  expect(readdirSync(dataFolder)).toEqual(["settings.json"]);
});

test("their folder is this user's alone", ({ skip }) => {
  if (process.platform === "win32") return skip("this system has no modes of folders");
  writeSettings(dataFolder, {});
  expect(statSync(dataFolder).mode & 0o077).toBe(0);
});

test("a damaged file is moved aside, every one of them", () => {
  for (const damaged of ['{"language":', ""]) {
    writeSettings(dataFolder, {});
    writeFileSync(join(dataFolder, "settings.json"), damaged);
    expect(readSettings(dataFolder)).toBeNull();
  }
  expect(readdirSync(dataFolder)).toEqual(["settings.damaged-1.json", "settings.damaged-2.json"]);
  expect(readFileSync(join(dataFolder, "settings.damaged-1.json"), "utf8")).toBe('{"language":');
});

describe("the data folder", () => {
  test.each([
    ["linux", {}, "/home/me/.local/share/kessan"],
    ["linux", { XDG_DATA_HOME: "/data" }, "/data/kessan"],
    ["linux", { XDG_DATA_HOME: "" }, "/home/me/.local/share/kessan"],
    ["linux", { XDG_DATA_HOME: "data" }, "/home/me/.local/share/kessan"],
    ["linux", { XDG_DATA_HOME: "/data", KESSAN_DATA: "/mine" }, resolve("/mine")],
    ["linux", { KESSAN_DATA: "mine" }, join(process.cwd(), "mine")],
    ["darwin", { XDG_DATA_HOME: "/data" }, "/home/me/Library/Application Support/Kessan"],
    ["win32", { APPDATA: "/roaming" }, "/roaming/Kessan"],
    ["win32", {}, "/home/me/AppData/Roaming/Kessan"],
  ])("on %s with %o is %s", (platform, env, expected) => {
    expect(defaultDataFolder(env, platform, "/home/me").replaceAll("\\", "/")).toBe(expected.replaceAll("\\", "/"));
  });
});
