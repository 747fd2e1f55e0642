/** Electron's binary: it does not come with `npm ci`, but from elsewhere when first asked for. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./run-node.ts";

const PACKAGE = join(ROOT, "node_modules/electron");
/** Says that fetching was tried once and failed, so that every later start does not wait for it again. */
const TRIED = join(ROOT, "node_modules/.cache/kessan/electron-was-not-fetched");
/** About 110 MB in a minute is an ordinary line; where the network is a black hole, a minute is long enough. */
const FETCH_MS = 60_000;

/** Its path, or null where it was never fetched. */
export function findElectron(): string | null {
  try {
    const binary = join(PACKAGE, "dist", readFileSync(join(PACKAGE, "path.txt"), "utf8"));
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

/** Its path, fetched where it is not there yet; null where it cannot be had. */
export function ensureElectron(): string | null {
  const found = findElectron();
  if (found !== null || existsSync(TRIED)) return found;
  console.log("Fetching Electron's binary, once; this can take a minute.");
  spawnSync(process.execPath, [join(PACKAGE, "install.js")], { stdio: "ignore", timeout: FETCH_MS });
  const fetched = findElectron();
  if (fetched === null) {
    mkdirSync(dirname(TRIED), { recursive: true });
    writeFileSync(TRIED, "");
  }
  return fetched;
}

/** Chromium's sandbox does not start as root on Linux; everyone else keeps it. */
export function sandboxSwitches(): string[] {
  return process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}
