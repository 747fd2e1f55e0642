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
/** A start waits no longer: about 110 MB in a minute is an ordinary line, and Kessan opens without it too. */
const START_FETCH_MS = 60_000;

/** What to do where it cannot be fetched. */
export const FETCH_ADVICE =
  "npx install-electron fetches it; where it must come from elsewhere, ELECTRON_MIRROR says from where.";

/** Its path, or null where it was never fetched. */
export function findElectron({ folder }: Where = HERE): string | null {
  try {
    const binary = join(folder, "dist", readFileSync(join(folder, "path.txt"), "utf8"));
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

/**
 * Its path, fetched where it is not there yet, however long that takes or within a time; or why it cannot be had, in
 * the words of what fetches it.
 */
export function fetchElectron(
  where: Where = HERE,
  withinMs?: number,
): { readonly binary: string } | { readonly why: string } {
  const found = findElectron(where);
  if (found !== null) return { binary: found };
  console.log("Fetching Electron's binary, once; this can take a minute.");
  const cause = new URL("./fetch-cause.ts", import.meta.url).href;
  const { error, stderr } = spawnSync(process.execPath, ["--import", cause, join(where.folder, "install.js")], {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    timeout: withinMs,
  });
  const binary = findElectron(where);
  return binary === null ? { why: error?.message ?? whyIn(stderr) } : { binary };
}

/** The line that says it: before it there may be a place in the code, after it how the code got there. */
function whyIn(printed: string): string {
  const lines = printed.trim().split("\n");
  return lines.find((line) => /^\w*Error\b/u.test(line)) ?? lines[0] ?? "";
}

/** The same, tried once and for all: its path, or null where it cannot be had or could not be earlier. */
export function ensureElectron(where: Where = HERE): string | null {
  if (existsSync(where.tried)) return findElectron(where);
  const fetched = fetchElectron(where, START_FETCH_MS);
  if ("binary" in fetched) return fetched.binary;
  mkdirSync(dirname(where.tried), { recursive: true });
  writeFileSync(where.tried, "");
  return null;
}

/** Chromium's sandbox does not start as root on Linux; everyone else keeps it. */
export function sandboxSwitches(): string[] {
  return process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}
