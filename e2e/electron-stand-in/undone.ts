/** The built app with one thing undone in it, to see that its test sees it. */
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { ROOT } from "../hosts/host.ts";
import { startStandInHost, type StandInHost } from "../hosts/stand-in-host.ts";

/** A change of what was built: the text must be there, once or more. */
export interface Change {
  readonly in: "main" | "preload";
  readonly from: string | RegExp;
  readonly to: string;
}

/** How the app is, when it has started or could not. */
export interface Examined {
  /** Null: it did not start. */
  readonly host: StandInHost | null;
  /** Why it did not start; empty where it did. */
  readonly refusal: string;
  /** Of the window's console. */
  readonly errors: readonly string[];
}

/** Starts the app, changed or as it is, on a book or on the sample, looks at it, and ends it. */
export async function examine<Found>(
  browser: Browser,
  changes: readonly Change[],
  look: (examined: Examined) => Promise<Found>,
  book: string | null = null,
): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), "kessan-undone-"));
  const errors: string[] = [];
  let host: StandInHost | null = null;
  try {
    const root = changes.length === 0 ? ROOT : await copyOf(join(folder, "app"), changes);
    let refusal = "";
    try {
      host = await startStandInHost(
        browser,
        {},
        {
          root,
          book,
          dataFolder: join(folder, "data"),
          watch: (page) => page.on("console", (message) => message.type() === "error" && errors.push(message.text())),
        },
      );
    } catch (error) {
      refusal = String(error);
    }
    return await look({ host, refusal, errors });
  } finally {
    await host?.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyOf(folder: string, changes: readonly Change[]): Promise<string> {
  for (const path of ["out", "resources", "package.json"])
    await cp(join(ROOT, path), join(folder, path), { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  for (const { in: part, from, to } of changes) {
    const parts = join(folder, "out", part);
    let found = 0;
    for (const name of await readdir(parts, { recursive: true })) {
      if (!/\.c?js$/u.test(name)) continue;
      const text = await readFile(join(parts, name), "utf8");
      const changed = typeof from === "string" ? text.replaceAll(from, to) : text.replace(from, to);
      if (changed === text) continue;
      found++;
      await writeFile(join(parts, name), changed);
    }
    if (found === 0)
      throw new Error(`Nothing in out/${part} reads ${String(from)}: what the test undoes is not there.`);
  }
  return folder;
}
