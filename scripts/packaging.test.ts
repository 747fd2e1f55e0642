/** What goes into the installers, and Electron's switches: all that can be known without its binary. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { objectionToVersion, wantedElectron } from "./electron-version.ts";
import { FUSES, readFuses, setFuses } from "./fuses.ts";
import { packageConfig, publisherIn } from "./package-config.ts";
import { licenceIn, objectionToFiles, objectionToText } from "./package-files.ts";
import { ROOT } from "./run-node.ts";

const folder = mkdtempSync(join(tmpdir(), "kessan-packaging-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("checklist item 19, the nine fuses", () => {
  /** What Electron's binary has around its switches: a sign to find them by, a version, their number, all on. */
  const SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
  const binary = join(folder, "kessan");
  const write = (count: number): void =>
    writeFileSync(binary, `code${SENTINEL}\u0001${String.fromCodePoint(count)}${"1".repeat(count)}code`);

  let read: Record<string, boolean> = {};
  beforeAll(async () => {
    write(9);
    await setFuses(binary, false);
    read = await readFuses(binary);
  });

  test.each([
    ["RunAsNode", false],
    ["EnableCookieEncryption", true],
    ["EnableNodeOptionsEnvironmentVariable", false],
    ["EnableNodeCliInspectArguments", false],
    ["EnableEmbeddedAsarIntegrityValidation", true],
    ["OnlyLoadAppFromAsar", true],
    ["LoadBrowserProcessSpecificV8Snapshot", false],
    ["GrantFileProtocolExtraPrivileges", false],
    ["WasmTrapHandlers", true],
  ])("%s is %s in the binary", (name, isOn) => expect(read[name]).toBe(isOn));

  test("there is no tenth: a binary with one is refused", async () => {
    expect(Object.keys(FUSES)).toHaveLength(9);
    write(10);
    await expect(setFuses(binary, false)).rejects.toThrow(/fuse/iu);
  });
});

describe("checklist item 16, a current Electron", () => {
  test("what package.json asks for is exact, and is what is installed", () => {
    const installed = JSON.parse(readFileSync(join(ROOT, "node_modules/electron/package.json"), "utf8")) as {
      readonly version: string;
    };
    expect(objectionToVersion(wantedElectron(), installed.version)).toBeNull();
    expect(installed.version).toBe(wantedElectron());
  });

  test("no release is packed with one that is no longer mended", () => {
    const workflow = readFileSync(join(ROOT, ".github/workflows/release.yml"), "utf8");
    const lines = workflow.split("\n").map((line) => line.trim());
    const asked = lines.indexOf('run: node scripts/electron-version.ts "$(npm view electron version)"');
    // No condition of its own, and before anything is packed.
    expect(lines.slice(asked - 2, asked)).toEqual(["- name: Electron is one that is mended", "shell: bash"]);
    expect(lines.slice(asked)).toContain("run: npm run package");
    expect(workflow).not.toContain("continue-on-error");
  });

  test.each([
    ["45.4.1", "45.5.0", null],
    ["43.0.0", "45.4.1", null],
    ["42.9.9", "45.4.1", /3 majors behind/u],
    ["^45.4.1", "45.4.1", /must be exact/u],
    ["latest", "45.4.1", /must be exact/u],
  ])("%s while %s is the newest", (wanted, newest, words) => {
    const objection = objectionToVersion(wanted, newest);
    if (words === null) expect(objection).toBeNull();
    else expect(objection).toMatch(words);
  });
});

describe("the list of files", () => {
  const GOOD = [
    "package.json",
    "out/main/index.js",
    "out/renderer/assets/index.css",
    "resources/iij/facts.csv",
    "node_modules/better-sqlite3/lib/index.js",
    "node_modules/better-sqlite3/prebuilds/linux-x64.node",
  ];

  test("has what it should", () => expect(objectionToFiles(GOOD)).toBeNull());

  test.each([
    "node_modules/electron/index.js",
    "node_modules/zod/index.js",
    "node_modules/better-sqlite3/src/addon.cpp",
    "node_modules/better-sqlite3/deps/sqlite3/sqlite3.c",
    "node_modules/better-sqlite3/prebuilds/win32-x64.node",
    "out/main/index.js.map",
    "out/main/index.test.js",
    "resources/fixtures/jobs-for-tests.ts",
    "src/core/book.ts",
    ".env",
    "out/renderer/.npmrc",
    "resources/key.pem",
    "package-lock.json",
  ])("%s is refused", (path) => expect(objectionToFiles([...GOOD, path])).toContain(path));
});

test("a map of the code inside a file is refused, of whatever language", () => {
  const map = "sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozfQ==";
  for (const text of [`run();\n//# ${map}`, `a{}\n/*# ${map} */`])
    expect(objectionToText("out/main/index.js", text)).toContain("out/main/index.js");
  expect(objectionToText("out/main/index.js", "run();\n")).toBeNull();
});

describe("the licences of others", () => {
  test("the notice of ECharts, and the licence of what it took from D3, are handed on", () => {
    const handedOn = licenceIn(join(ROOT, "node_modules/echarts"));
    for (const words of ["Apache License", "Apache ECharts\nCopyright", "Copyright 2010-2016 Mike Bostock"])
      expect(handedOn).toContain(words);
  });

  test("nothing is packaged with a package that has none", () => {
    const bare = join(folder, "bare");
    mkdirSync(join(bare, "licenses"), { recursive: true });
    writeFileSync(join(bare, "NOTICE"), "A notice is no licence.");
    expect(() => licenceIn(bare)).toThrow(bare);
  });
});

describe("how it is packed", () => {
  const packing = { electron: "/electron", electronVersion: "45.4.1", files: [], stage: "/app", output: "/packages" };
  const publisher = { homepage: "https://example.org/kessan", maintainer: "A Releaser <releaser@example.org>" };
  const config = packageConfig({ ...packing, publisher });

  test("for Linux, Windows and Macs", () => {
    expect([config.linux, config.mac, config.win].map((each) => each?.target)).toEqual([
      ["AppImage", "deb"],
      ["dmg"],
      ["nsis"],
    ]);
    expect(config.publish).toBeNull();
  });

  test("a .deb names whom the releaser names; without anybody there is none", () => {
    expect(config.linux?.maintainer).toBe(publisher.maintainer);
    expect(config.extraMetadata).toEqual({ homepage: publisher.homepage });
    const unnamed = packageConfig({ ...packing, publisher: null });
    expect(unnamed.linux?.target).toEqual(["AppImage"]);
    expect(unnamed.linux).not.toHaveProperty("maintainer");
    expect(unnamed).not.toHaveProperty("extraMetadata");
  });

  test("who it is comes from the environment, whole or not at all", () => {
    const { homepage, maintainer } = publisher;
    expect(publisherIn({ KESSAN_HOMEPAGE: homepage, KESSAN_MAINTAINER: maintainer })).toEqual(publisher);
    expect(publisherIn({})).toBeNull();
    expect(publisherIn({ KESSAN_HOMEPAGE: "", KESSAN_MAINTAINER: "" })).toBeNull();
    expect(() => publisherIn({ KESSAN_HOMEPAGE: homepage })).toThrow("KESSAN_MAINTAINER");
    expect(() => publisherIn({ KESSAN_HOMEPAGE: "kessan", KESSAN_MAINTAINER: maintainer })).toThrow("KESSAN_HOMEPAGE");
    expect(() => publisherIn({ KESSAN_HOMEPAGE: homepage, KESSAN_MAINTAINER: "nobody" })).toThrow("KESSAN_MAINTAINER");
  });

  test("books open with it", () => {
    expect(config.fileAssociations).toMatchObject([{ ext: "kessan", role: "Editor" }]);
  });

  test.each([
    ["icon.png", "89504e470d0a1a0a"],
    ["icon.icns", "69636e73"],
    ["icon.ico", "00000100"],
  ])("%s is one", (name, begins) => {
    const bytes = readFileSync(join(ROOT, "packaging", name));
    expect(bytes.toString("hex")).toMatch(new RegExp(`^${begins}`, "u"));
  });
});
