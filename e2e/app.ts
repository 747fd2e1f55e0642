/**
 * Kessan as a spec sees it: `import { test, expect } from "./app.ts"`, then `test("…", async ({ app, kessan }) => …)`.
 * `app` starts, ends and kills it; `kessan` is its window as a person works it. Every test has a host of
 * its own on a fresh data folder, and fails where the window's console had an error or asked another machine.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base, type Page, type ViewportSize } from "@playwright/test";
import { startBrowserHost } from "./hosts/browser-host.ts";
import { startElectronHost } from "./hosts/electron-host.ts";
import { ROOT, type DesktopHost, type HostWanted, type RunningHost, type SavedFile } from "./hosts/host.ts";
import { startStandInHost } from "./hosts/stand-in-host.ts";
import { ownAddress } from "./hosts/stand-in-window.ts";
import { stageApp } from "../scripts/package-files.ts";
import { BookWindow } from "./pages/book-window.ts";

export { expect } from "@playwright/test";

export interface HostOptions {
  /** Chosen by the project, never by a spec. */
  host: "browser" | "stand-in" | "electron";
  /** `test.use({ isPackaged: true })`: the files that are packed, laid out and started as an installed app is. */
  isPackaged: boolean;
}

interface Given {
  /** For books and exports of one test; removed after it. */
  folder: string;
  /** What Kessan is started on; null, as without `onBook`: the sample. */
  book: string | null;
}

type Start = (wanted: Pick<HostWanted, "book" | "watch">) => Promise<RunningHost>;

export class App {
  /** For books and exports of this test; removed after it. */
  readonly folder: string;
  /** Errors of the console, of scripts and of the content policy, since the test began. */
  readonly errors: string[] = [];
  /** The address of everything the window asked for, sockets included. */
  readonly requests: string[] = [];
  readonly #start: Start;
  #book: string | null;
  #host: RunningHost | null = null;

  constructor(folder: string, book: string | null, start: Start) {
    this.folder = folder;
    this.#book = book;
    this.#start = start;
  }

  /** The window's page; another one after a restart. */
  get page(): Page {
    return this.#running.page;
  }

  async start(): Promise<void> {
    this.#host = await this.#start({ book: this.#book, watch: (page) => this.#watch(page) });
  }

  /** Closes Kessan and starts it again on the same data and the same book. */
  async restart(): Promise<void> {
    await this.close();
    await this.start();
  }

  /** Closes Kessan and starts it on another book. */
  async open(book: string): Promise<void> {
    this.#book = book;
    await this.restart();
  }

  async close(): Promise<void> {
    await this.#host?.close();
    this.#host = null;
  }

  /** Kills the host in the middle of whatever it does. The window, where it outlives it, stays on screen. */
  kill(): Promise<void> {
    return this.#running.kill();
  }

  /** Stops the host where it is, as a machine that hangs does; only `kill` ends it then. */
  suspend(): void {
    this.#running.suspend();
  }

  /** Does what makes the window save a file, and answers the file. */
  saved(act: () => Promise<void>): Promise<SavedFile> {
    return this.#running.saved(act);
  }

  /** The system's side of the desktop app. */
  get desktop(): DesktopHost {
    const host = this.#running;
    if (!("menus" in host))
      throw new Error("A browser has no menus and dialogs of the system: see playwright.config.ts.");
    return host as DesktopHost;
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
    page.on("request", (request) => this.requests.push(ownAddress(request.url())));
    page.on("websocket", (socket) => this.requests.push(socket.url()));
  }
}

/** Whether an address leads away from this machine. */
export function leadsAway(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return !["kessan:", "data:", "blob:"].includes(protocol) && hostname !== "127.0.0.1";
}

/** A window of the desktop app chooses its own size; a spec that is about another one has it dragged there. */
async function sized(starting: Promise<DesktopHost>, viewport: ViewportSize | null): Promise<DesktopHost> {
  const host = await starting;
  const isOwn = viewport === null || (viewport.width === 1440 && viewport.height === 900);
  if (!isOwn) await host.handle({ do: "place", bounds: { x: 0, y: 0, ...viewport } });
  return host;
}

type Writes = (folder: string) => Promise<string>;
type Provides<Value> = (given: Given, use: (value: Value) => Promise<void>) => Promise<void>;

/** `test.use(onBook(writePeersBook))`: begins on a book that is written into the test's folder. */
export const onBook = (write: Writes): { readonly book: Provides<string> } => ({
  book: async ({ folder }, use) => use(await write(folder)),
});

export const test = base.extend<HostOptions & Given & { app: App; kessan: BookWindow }>({
  host: ["browser", { option: true }],
  isPackaged: [false, { option: true }],
  folder: async ({ host }, use) => {
    const folder = await mkdtemp(join(tmpdir(), `kessan-${host}-`));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  book: null,
  app: async ({ browser, host, folder, book, isPackaged, viewport, colorScheme, locale }, use) => {
    const dataFolder = join(folder, "data");
    // What the person's system is like.
    const system = { viewport, ...(colorScheme && { colorScheme }), ...(locale && { locale }) };
    const root = isPackaged ? join(folder, "app") : ROOT;
    if (isPackaged) stageApp(root, process);
    const app = new App(folder, book, (wanted) => {
      if (host === "electron") return sized(startElectronHost({ ...wanted, dataFolder }), viewport);
      if (host === "browser") return startBrowserHost(browser, system, { ...wanted, dataFolder });
      return sized(startStandInHost(browser, system, { ...wanted, root, isPackaged, dataFolder }), viewport);
    });
    try {
      await app.start();
      await use(app);
      await app.close();
      expect(app.errors, "the window's console").toEqual([]);
      expect(app.requests.filter(leadsAway), "requests to elsewhere").toEqual([]);
    } finally {
      await app.close();
    }
  },
  kessan: async ({ app }, use) => {
    const kessan = new BookWindow(app);
    await kessan.isOpen();
    await use(kessan);
  },
});
