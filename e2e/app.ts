/**
 * Kessan as a spec sees it: `import { test, expect } from "./app.ts"`, then `test("…", async ({ app }) => …)`.
 * Every test has a host of its own on a fresh data folder, and fails where the window's console had an error.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base, type Page } from "@playwright/test";
import { startBrowserHost } from "./hosts/browser-host.ts";
import { startElectronHost } from "./hosts/electron-host.ts";
import type { HostWanted, RunningHost, SavedFile } from "./hosts/host.ts";

export { expect } from "@playwright/test";

export interface HostOptions {
  /** Chosen by the project, never by a spec. */
  host: "browser" | "electron";
  /** `test.use({ book: path })`; null, as without it: the sample. */
  book: string | null;
}

export class App {
  /** For books and exports of this test; removed after it. */
  readonly folder: string;
  /** Errors of the console, of scripts and of the content policy, since the test began. */
  readonly errors: string[] = [];
  readonly #start: (wanted: Pick<HostWanted, "watch">) => Promise<RunningHost>;
  #host: RunningHost | null = null;

  constructor(folder: string, start: (wanted: Pick<HostWanted, "watch">) => Promise<RunningHost>) {
    this.folder = folder;
    this.#start = start;
  }

  /** The window's page; another one after a restart. */
  get page(): Page {
    return this.#running.page;
  }

  async start(): Promise<void> {
    this.#host = await this.#start({ watch: (page) => this.#watch(page) });
  }

  /** Closes Kessan and starts it again on the same data and the same book. */
  async restart(): Promise<void> {
    await this.close();
    await this.start();
  }

  async close(): Promise<void> {
    await this.#host?.close();
    this.#host = null;
  }

  /** Kills the host in the middle of whatever it does. The window, where it outlives it, stays on screen. */
  kill(): Promise<void> {
    return this.#running.kill();
  }

  /** Does what makes the window save a file, and answers the file. */
  saved(act: () => Promise<void>): Promise<SavedFile> {
    return this.#running.saved(act);
  }

  get #running(): RunningHost {
    if (this.#host === null) throw new Error("Kessan is not running: call restart().");
    return this.#host;
  }

  #watch(page: Page): void {
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.errors.push(`script: ${error.stack ?? error.message}`));
    page.on("crash", () => this.errors.push("the page crashed"));
  }
}

export const test = base.extend<HostOptions & { app: App }>({
  host: ["browser", { option: true }],
  book: [null, { option: true }],
  app: async ({ browser, host, book, viewport, colorScheme, locale }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "kessan-e2e-"));
    const wanted = { book, dataFolder: join(folder, "data") };
    const app = new App(folder, ({ watch }) =>
      host === "electron"
        ? startElectronHost({ ...wanted, watch })
        : startBrowserHost(
            browser,
            { viewport, ...(colorScheme && { colorScheme }), ...(locale && { locale }) },
            { ...wanted, watch },
          ),
    );
    try {
      await app.start();
      await use(app);
      await app.close();
      expect(app.errors, "the window's console").toEqual([]);
    } finally {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
});
