/** Builds and serves what the live bench measures: the window on its book, and the bare grid. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import type { Events, Questions } from "#contract/questions.ts";
import { openHandlers } from "#handlers/index.ts";
import { readPages } from "#handlers/pages.ts";
import { serveWindow } from "#main/browser/serve-window.ts";
import { nodeIsolate } from "#main/child/launch.ts";
import { createBook } from "#store/create.ts";
import { ROOT, runNode } from "../scripts/run-node.ts";
import { liveBook } from "./live-book.ts";

export interface LivePages {
  /** An address that opens the window once. */
  windowAddress(): string;
  bareAddress(measures: readonly number[]): string;
  close(): Promise<void>;
}

/** A folder of its own for all of it: `out/` belongs to whoever else builds. */
export async function serveLivePages(): Promise<LivePages> {
  const folder = await mkdtemp(join(tmpdir(), "kessan-bench-"));
  try {
    await Promise.all([buildWindow(join(folder, "window")), buildBareGrid(join(folder, "bare"))]);
    const dataFolder = join(folder, "data");
    const book = join(folder, "large.kessan");
    const now = (): Date => new Date();
    createBook({ path: book, book: liveBook(), dataFolder, now });
    const resources = join(ROOT, "resources");
    const handlers = await openHandlers({ path: book, dataFolder, resources, isolate: nodeIsolate(), now });
    const host = await serveWindow<Questions, Events>(handlers.table, await readPages(join(folder, "window/renderer")));
    handlers.onSaved((state) => host.tell("book.saved", state));
    const bare = await serveWindow<Record<never, never>, Record<never, never>>(
      {},
      await readPages(join(folder, "bare")),
    );
    return {
      windowAddress: host.newAddress,
      bareAddress: (measures) => `${bare.origin}/#${measures.join()}`,
      async close() {
        await Promise.all([host.close(), bare.close()]);
        await handlers.close();
        await rm(folder, { recursive: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true });
    throw error;
  }
}

async function buildWindow(folder: string): Promise<void> {
  const builder = "node_modules/electron-vite/bin/electron-vite.js";
  const { exitCode, output } = await runNode([builder, "build", "--logLevel", "error", "--outDir", folder]);
  if (exitCode !== 0) throw new Error(output.trimEnd());
}

async function buildBareGrid(folder: string): Promise<void> {
  const root = join(ROOT, "bench/bare-grid");
  await build({ configFile: false, logLevel: "error", root, build: { outDir: folder, minify: true } });
}
