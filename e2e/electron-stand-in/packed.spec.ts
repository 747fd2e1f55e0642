/** What electron-builder makes of the app, up to the installer: with a stand-in for Electron's own files, whose binary it only copies and switches. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPackage, listPackage } from "@electron/asar";
import { expect, test } from "@playwright/test";
import { Arch, build, Platform } from "electron-builder";
import { FUSES, readFuses } from "../../scripts/fuses.ts";
import { packageConfig } from "../../scripts/package-config.ts";
import { stageApp } from "../../scripts/package-files.ts";
import { ROOT } from "../../scripts/run-node.ts";

/** What a binary of Electron has around its nine switches, all of them on. */
const SWITCHES = `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009${"1".repeat(9)}`;

test("the installers' files are those of the list, the database's binary alone outside the archive, the nine fuses set", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kessan-packed-"));
  try {
    const [electron, stage, output] = ["electron", "app", "packages"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(join(electron, "locales"), { recursive: true });
    mkdirSync(join(electron, "resources"));
    mkdirSync(join(folder, "default"));
    writeFileSync(join(folder, "default/index.js"), "");
    await createPackage(join(folder, "default"), join(electron, "resources/default_app.asar"));
    writeFileSync(join(electron, "electron"), `code${SWITCHES}code`);
    chmodSync(join(electron, "electron"), 0o755);

    const files = stageApp(stage, { platform: "linux", arch: process.arch });
    const { version } = JSON.parse(readFileSync(join(ROOT, "node_modules/electron/package.json"), "utf8")) as {
      readonly version: string;
    };
    const config = packageConfig({ electron, electronVersion: version, files, stage, output, publisher: null });
    const arch = process.arch === "arm64" ? Arch.arm64 : Arch.x64;
    await build({ targets: Platform.LINUX.createTarget("dir", arch), config, projectDir: ROOT, publish: "never" });

    const app = join(output, process.arch === "arm64" ? "linux-arm64-unpacked" : "linux-unpacked");
    // In the system's own separators.
    const listed = listPackage(join(app, "resources/app.asar"), { isPack: false });
    const packed = listed.map((path) => path.slice(1).replaceAll("\\", "/"));
    for (const path of files) expect(packed).toContain(path);
    // Beside what was built, what it reads and the database: nothing but this.
    expect(files.filter((path) => !/^(?:out|resources|node_modules\/better-sqlite3)\//u.test(path))).toEqual([
      "LICENSE",
      "THIRD-PARTY-LICENSES.txt",
      "package.json",
    ]);
    expect(packed.filter((path) => /\.[a-z]+$/u.test(path) && !files.includes(path))).toEqual([]);
    expect(existsSync(join(app, "resources/app.asar.unpacked/node_modules/better-sqlite3/lib"))).toBe(false);
    const binary = files.find((path) => path.endsWith(".node")) ?? "";
    expect(existsSync(join(app, "resources/app.asar.unpacked", binary))).toBe(true);
    expect(existsSync(join(app, "resources/default_app.asar"))).toBe(false);
    expect(await readFuses(join(app, "kessan"))).toEqual(FUSES);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
