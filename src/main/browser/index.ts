/**
 * Kessan in a Chromium window, or at an address: node src/main/browser/index.ts [BOOK] [--chromium PATH]
 *
 * Without a book, the sample. Without a Chromium, the address is printed and whoever opens it first has the
 * window; the host then runs until it is told to end.
 */
import { homedir } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Events, Questions, SavedState } from "#contract/questions.ts";
import { placesIn } from "#handlers/books.ts";
import { openHandlers } from "#handlers/index.ts";
import { Fault } from "#core/faults.ts";
import { faultLine } from "#handlers/fault-line.ts";
import { readPages } from "#handlers/pages.ts";
import { nodeIsolate } from "#main/child/launch.ts";
import { defaultDataFolder } from "#store/data-folder.ts";
import { openWindow, type OpenWindow } from "./open-window.ts";
import { serveWindow } from "./serve-window.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const USAGE = "Usage: node src/main/browser/index.ts [BOOK] [--chromium PATH]";

interface Wanted {
  /** Null: the sample book. */
  readonly book: string | null;
  /** Null: print the address. */
  readonly chromium: string | null;
}

function readArguments(args: readonly string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { chromium: { type: "string" } },
    });
    const [book, ...more] = positionals;
    if (more.length > 0) return null;
    return { book: book === undefined ? null : resolve(book), chromium: values.chromium ?? null };
  } catch {
    return null;
  }
}

async function run({ book, chromium }: Wanted): Promise<void> {
  const pages = await readPages(resolve(ROOT, "out/renderer"));
  const dataFolder = defaultDataFolder(process.env, process.platform, homedir());
  const handlers = await openHandlers({
    path: book,
    dataFolder,
    places: placesIn(dataFolder),
    resources: resolve(ROOT, "resources"),
    isolate: nodeIsolate(),
    now: () => new Date(),
  });
  const host = await serveWindow<Questions, Events>(handlers.table, pages, {
    onBug: (error, method) => console.error(`${method} failed.`, error),
  });
  let saved: SavedState = { at: "file" };
  handlers.onSaved((state) => {
    saved = state;
    host.tell("book.saved", state);
  });

  let window: OpenWindow | null = null;
  let isEnding = false;
  const end = async (): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    // The window first: nothing more may be asked while the book is published.
    await Promise.all([window?.close(), host.close()]);
    await handlers.close();
    if (saved.at === "failed") console.error(unpublishedWords(saved));
    process.exit(0);
  };
  process.on("SIGINT", () => void end().catch(fail));
  process.on("SIGTERM", () => void end().catch(fail));

  if (chromium === null) {
    console.log(`Kessan is at ${host.newAddress()}`);
    return;
  }
  try {
    window = await openWindow({ chromium, address: host.newAddress() });
    console.log(`Kessan is at ${host.origin}`);
    window.closed.then(end).catch(fail);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.log(`Open this address yourself. Kessan is at ${host.newAddress()}`);
  }
}

function unpublishedWords({ path, what }: { readonly path: string; readonly what: string }): string {
  if (what === "changed-elsewhere")
    return `Another program changed the book's file, which was left as it is. Every edit is in ${path}.`;
  return `${path} could not be brought up to date (${what}). Every edit is kept in Kessan's own copy of the book.`;
}

function fail(error: unknown): never {
  console.error(error instanceof Fault ? `Kessan: ${faultLine(error)}` : error);
  process.exit(1);
}

const wanted = readArguments(process.argv.slice(2));
if (wanted === null) {
  console.error(USAGE);
  process.exit(2);
}
run(wanted).catch(fail);
