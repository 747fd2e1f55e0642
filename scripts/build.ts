/** Builds out/ where it is missing or older than what it is made from. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT, runNode } from "./run-node.ts";

const OUTPUTS = ["out/main/index.js", "out/main/child.js", "out/preload/index.cjs", "out/renderer/index.html"];
const INPUTS = ["src", "electron.vite.config.ts", "package-lock.json"];

function changedAt(path: string): number {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** When the newest file of a folder was changed, tests left out: nothing is built from them. */
function newestIn(path: string): number {
  if (!statSync(join(ROOT, path), { throwIfNoEntry: false })?.isDirectory()) return changedAt(path);
  const files = readdirSync(join(ROOT, path), { recursive: true, encoding: "utf8" });
  return Math.max(...files.filter((file) => !file.includes(".test.")).map((file) => changedAt(join(path, file))));
}

/** Ends the process with 1, after the builder's own words, where it cannot be built. */
export async function ensureBuilt(): Promise<void> {
  // A missing output is as old as can be.
  if (Math.min(...OUTPUTS.map(changedAt)) > Math.max(...INPUTS.map(newestIn))) return;
  console.log("Building Kessan…");
  const { exitCode, output } = await runNode([
    "node_modules/electron-vite/bin/electron-vite.js",
    "build",
    "--logLevel",
    "warn",
  ]);
  if (exitCode === 0) return;
  console.error(output.trimEnd());
  process.exit(1);
}
