/** `app`: paths, one instance, and the life from ready to quit, in Electron's order. */
import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import type { App } from "electron";
import { holdInstance } from "./instance-lock.ts";
import { link, wanted } from "./screen-link.ts";
import { eventsOf, isPrevented, KnownEvents, strict } from "./strict.ts";

/** In the order of a life; what is not here never happens in the stand-in. */
const EVENTS = eventsOf<App>()(
  "web-contents-created",
  "activate",
  "open-file",
  "second-instance",
  "window-all-closed",
  "before-quit",
  "will-quit",
  "quit",
);

/** A window, as quitting sees it. */
interface Closable {
  /** False: it was kept open. */
  close(): boolean;
}

export const openWindows = new Set<Closable>();

const { promise: readiness, resolve: ready } = Promise.withResolvers<void>();
let isReadyNow = false;

/** The main module has been read. */
export function becomeReady(): void {
  isReadyNow = true;
  ready();
}

export const isReady = (): boolean => isReadyNow;

/** Electron refuses some things after ready and ignores others; here all are refused. */
export function beforeReady(what: string): void {
  if (isReadyNow) throw new Error(`${what} should be called before app is ready.`);
}

/** Each changes what Chromium does in ways the screen does not show; many undo what protects the page. */
const SWITCHES = ["host-resolver-rules", "disable-background-networking", "disable-component-update"];

const switches: Record<string, string> = {};
const recentDocuments: string[] = [];
let isSandboxedForAll = false;

/** What a command line switch was set to; null: it was not. */
export const switchValue = (name: string): string | null => switches[name] ?? null;

/** What the app asked for that leaves no other trace. */
export const appAsked = (): { switches: typeof switches; isSandboxedForAll: boolean; recentDocuments: string[] } => ({
  switches,
  isSandboxedForAll,
  recentDocuments,
});

const folders = new Map<string, string>([
  ["home", wanted.home],
  ["documents", join(wanted.home, "documents")],
  ["downloads", join(wanted.home, "downloads")],
]);

const emitter = new KnownEvents(EVENTS);

let isQuitting = false;

/** The windows first: one that stays open keeps the app. */
function quit(): void {
  if (isPrevented(emitter, "before-quit")) return;
  isQuitting = true;
  for (const window of openWindows) if (!window.close()) isQuitting = false;
  if (openWindows.size === 0) end();
}

function end(): void {
  isQuitting = false;
  if (isPrevented(emitter, "will-quit")) return;
  emitter.emit("quit", {}, 0);
  process.exit(0);
}

/** The last window has been closed: without a listener the app quits. */
export function allWindowsClosed(): void {
  if (isQuitting) end();
  else if (emitter.listenerCount("window-all-closed") === 0) quit();
  else emitter.emit("window-all-closed");
}

/** Tells the app of something that has no particulars to prevent. */
export const tellApp = (event: (typeof EVENTS)[number], ...particulars: unknown[]): void => {
  emitter.emit(event, strict(`the event ${event}`, {}), ...particulars);
};

export const app = strict(
  "app",
  Object.assign(emitter, {
    isPackaged: wanted.isPackaged,
    commandLine: strict("app.commandLine", {
      appendSwitch(name, value = "") {
        beforeReady("app.commandLine.appendSwitch");
        if (!SWITCHES.includes(name)) throw new Error(`Electron's stand-in does not know the switch ${name}.`);
        switches[name] = value;
      },
    } satisfies Pick<App["commandLine"], "appendSwitch">),
    whenReady: () => readiness,
    getAppPath: () => wanted.root,
    getVersion: () =>
      (JSON.parse(readFileSync(join(wanted.root, "package.json"), "utf8")) as { version: string }).version,
    getPath(name) {
      const folder = folders.get(name);
      if (folder === undefined) throw new Error(`Electron's stand-in does not know app.getPath("${name}").`);
      return folder;
    },
    setPath(name, path) {
      if (name === "userData") beforeReady("app.setPath");
      if (!isAbsolute(path)) throw new Error("Path must be absolute");
      folders.set(name, path);
    },
    enableSandbox() {
      beforeReady("app.enableSandbox");
      isSandboxedForAll = true;
    },
    requestSingleInstanceLock() {
      const folder = folders.get("userData");
      if (folder === undefined) throw new Error("The stand-in needs app.setPath(userData) before the lock.");
      return holdInstance(folder, (argv, workingFolder) => tellApp("second-instance", argv, workingFolder, null));
    },
    addRecentDocument: (path) => void recentDocuments.push(path),
    quit,
    exit(code = 0) {
      process.exit(code);
    },
  } satisfies Partial<Omit<App, "commandLine">> & { commandLine: object }),
);

link.answer("system.opens", async (path) => {
  // Electron opens nothing itself, and warns where nobody took it.
  if (!isPrevented(emitter, "open-file", {}, path))
    throw new Error("Nobody took the file: preventDefault was not called.");
  return null;
});
