/** Electron's binary: it does not come with `npm ci`, but from elsewhere when first asked for. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./run-node.ts";

/** Where its package is, and the file that says that a start fetched in vain: no later start waits for it again. */
interface Where {
  readonly folder: string;
  readonly tried: string;
}

const HERE: Where = {
  folder: join(ROOT, "node_modules/electron"),
  tried: join(ROOT, "node_modules/.cache/kessan/electron-was-not-fetched"),
};
/** About 110 MB in a minute is an ordinary line; where the network is a black hole, a minute is long enough. */
const FETCH_MS = 60_000;

/** Its path, or null where it was never fetched. */
export function findElectron({ folder }: Where = HERE): string | null {
  try {
    const binary = join(folder, "dist", readFileSync(join(folder, "path.txt"), "utf8"));
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

/** Its path, fetched where it is not there yet; or why it cannot be had, in the words of what fetches it. */
export function fetchElectron(where: Where = HERE): { readonly binary: string } | { readonly why: string } {
  const found = findElectron(where);
  if (found !== null) return { binary: found };
  console.log("Fetching Electron's binary, once; this can take a minute.");
  const { error, stderr } = spawnSync(process.execPath, [join(where.folder, "install.js")], {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    timeout: FETCH_MS,
  });
  const binary = findElectron(where);
  return binary === null ? { why: error?.message ?? stderr.trim() } : { binary };
}

/** The same, tried once and for all: its path, or null where it cannot be had or could not be earlier. */
export function ensureElectron(where: Where = HERE): string | null {
  if (existsSync(where.tried)) return findElectron(where);
  const fetched = fetchElectron(where);
  if ("binary" in fetched) return fetched.binary;
  mkdirSync(dirname(where.tried), { recursive: true });
  writeFileSync(where.tried, "");
  return null;
}

/** Chromium's sandbox does not start as root on Linux; everyone else keeps it. */
export function sandboxSwitches(): string[] {
  return process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}
