/**
 * `npm run package`: installers for the system this runs on, in dist/packages, with their sums. A .deb names a page and
 * somebody to write to: `KESSAN_HOMEPAGE` and `KESSAN_MAINTAINER` ("Name <name@host>") say whom; without them there is none.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, Platform } from "electron-builder";
import { ensureBuilt } from "./build.ts";
import { FETCH_ADVICE, fetchElectron } from "./electron.ts";
import { OUTPUT, packageConfig, publisherIn, STAGE } from "./package-config.ts";
import { stageApp } from "./package-files.ts";
import { ROOT } from "./run-node.ts";

// Whoever asks for installers waits for it, whatever became of it before.
const fetched = fetchElectron();
if ("why" in fetched) {
  console.error(`Nothing was packaged: Electron's own files could not be fetched (${fetched.why}).\n${FETCH_ADVICE}`);
  process.exit(1);
}
const publisher = publisherIn(process.env);
if (publisher === null && process.platform === "linux")
  console.log("No .deb: it must name a page and somebody to write to (KESSAN_HOMEPAGE, KESSAN_MAINTAINER).");
await ensureBuilt();

const electronFolder = join(ROOT, "node_modules/electron");
const { version } = JSON.parse(readFileSync(join(electronFolder, "package.json"), "utf8")) as {
  readonly version: string;
};
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });
remove(OUTPUT);
try {
  const files = stageApp(STAGE, process);
  const electron = join(electronFolder, "dist");
  const config = packageConfig({ electron, electronVersion: version, files, stage: STAGE, output: OUTPUT, publisher });
  await build({ targets: Platform.current().createTarget(), config, projectDir: ROOT, publish: "never" });
} catch (error) {
  // A part of a package must not be taken for one.
  remove(OUTPUT);
  throw error;
} finally {
  remove(STAGE);
}

const installers = readdirSync(OUTPUT).filter((name) => /\.(?:AppImage|deb|dmg|exe)$/u.test(name));
const sums = installers.map((name) => {
  const sum = createHash("sha256")
    .update(readFileSync(join(OUTPUT, name)))
    .digest("hex");
  return `${sum}  ${name}\n`;
});
writeFileSync(join(OUTPUT, `SHA256SUMS-${process.platform}-${process.arch}.txt`), sums.join(""));
for (const name of installers) console.log(join(OUTPUT, name));
if (installers.length === 0) process.exitCode = 1;
