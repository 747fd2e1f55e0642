/** `BrowserWindow`: one window, sandboxed and isolated; any other kind is refused. */
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import type { BrowserWindowConstructorOptions, BrowserWindow as Real, WebPreferences } from "electron";
import { allWindowsClosed, isReady, openWindows } from "./app.ts";
import { firstWorkArea, workAreaAround } from "./displays.ts";
import type { Bounds } from "../hosts/host.ts";
import { link, tell } from "./screen-link.ts";
import { checkAddress } from "./session.ts";
import { isPrevented, KnownEvents, strict, onlyKnown } from "./strict.ts";
import { makeContents } from "./web-contents.ts";

/** The only kind of window the screen shows, and Electron's own value of each preference where none is given. */
const SHOWN: readonly (readonly [keyof WebPreferences, shown: boolean, ofElectron: boolean])[] = [
  ["contextIsolation", true, true],
  ["sandbox", true, true],
  ["nodeIntegration", false, false],
  ["nodeIntegrationInWorker", false, false],
  ["nodeIntegrationInSubFrames", false, false],
  ["webSecurity", true, true],
  ["allowRunningInsecureContent", false, false],
  ["experimentalFeatures", false, false],
  ["webviewTag", false, false],
  ["navigateOnDragDrop", false, false],
  ["spellcheck", false, true],
];

function checkPreferences(preferences: WebPreferences): void {
  onlyKnown("webPreferences", preferences, ["preload", ...SHOWN.map(([name]) => name)]);
  for (const [name, shown, ofElectron] of SHOWN) {
    const given = preferences[name] ?? ofElectron;
    if (given !== shown)
      throw new Error(`Electron's stand-in shows no window whose webPreferences.${name} is not ${shown}.`);
  }
}

/** A sandboxed preload is one script of CommonJS; Electron does not read an ES module there. */
function readPreload({ preload }: WebPreferences): string {
  if (preload === undefined) throw new Error("The window has no preload.");
  if (extname(preload) === ".mjs") throw new Error(`A sandboxed preload cannot be an ES module: ${preload}`);
  return readFileSync(preload, "utf8");
}

const OPTIONS = ["x", "y", "width", "height", "minWidth", "minHeight", "show", "title", "webPreferences"];
const EVENTS = [
  "ready-to-show",
  "close",
  "closed",
  "focus",
  "blur",
  "move",
  "resize",
  "maximize",
  "unmaximize",
] as const;

const PREFERRED = { width: 800, height: 600 } as const;

/** Without a place of its own a window stands in the middle of the first display. */
function placeOf(options: BrowserWindowConstructorOptions): Bounds {
  const { width = PREFERRED.width, height = PREFERRED.height } = options;
  const area = firstWorkArea();
  const { x = area.x + Math.max(0, (area.width - width) >> 1), y = area.y + Math.max(0, (area.height - height) >> 1) } =
    options;
  return { x, y, width, height };
}

let current: BrowserWindow | null = null;

type Known =
  | "webContents"
  | "loadURL"
  | "show"
  | "focus"
  | "isMinimized"
  | "restore"
  | "isMaximized"
  | "maximize"
  | "getNormalBounds"
  | "isDestroyed"
  | "close";

export class BrowserWindow extends KnownEvents implements Pick<Real, Known> {
  readonly webContents: Real["webContents"];
  normal: Bounds;
  isMaximizedNow = false;
  isMinimizedNow = false;
  isFocusedNow = false;
  isShown = false;
  isClosed = false;

  static getFocusedWindow(): BrowserWindow | null {
    return current?.isFocusedNow === true ? current : null;
  }

  constructor(options: BrowserWindowConstructorOptions) {
    super(EVENTS);
    if (!isReady()) throw new Error("Cannot create BrowserWindow before app is ready.");
    if (current !== null) throw new Error("Electron's stand-in has one window.");
    onlyKnown("BrowserWindow's options", options, OPTIONS);
    const { webPreferences = {}, show = true } = options;
    checkPreferences(webPreferences);
    this.normal = placeOf(options);
    this.webContents = makeContents().seen as Real["webContents"];
    tell(link.ask("window.open", { preload: readPreload(webPreferences), bounds: this.normal }));
    const seen = strict("BrowserWindow", this);
    current = seen;
    openWindows.add(seen);
    if (show) seen.show();
    // What the app gets is the strict one.
    return seen;
  }

  async loadURL(url: string): Promise<void> {
    checkAddress(url);
    await link.ask("window.load", url);
    this.emit("ready-to-show");
  }

  show(): void {
    this.isShown = true;
    this.focus();
    tell(link.ask("window.show", null));
  }

  focus(): void {
    this.isFocusedNow = true;
    this.emit("focus");
  }

  isMinimized(): boolean {
    return this.isMinimizedNow;
  }

  restore(): void {
    this.isMinimizedNow = false;
  }

  isMaximized(): boolean {
    return this.isMaximizedNow;
  }

  maximize(): void {
    this.isMaximizedNow = true;
    tell(link.ask("window.place", boundsOf(this)));
    this.emit("maximize");
  }

  getNormalBounds(): Bounds {
    return this.normal;
  }

  isDestroyed(): boolean {
    return this.isClosed;
  }

  /** False: a listener kept it open. */
  close(): boolean {
    if (this.isClosed) return true;
    if (isPrevented(this, "close")) return false;
    this.isClosed = true;
    // The page is left first: what it does then can still be answered.
    tell(link.ask("window.close", null).then(() => end(this)));
    return true;
  }
}

function end(window: BrowserWindow): void {
  openWindows.clear();
  current = null;
  window.emit("closed");
  allWindowsClosed();
}

function theWindow(): BrowserWindow {
  if (current === null) throw new Error("There is no window.");
  return current;
}

const boundsOf = ({ isMaximizedNow, normal }: BrowserWindow): Bounds =>
  isMaximizedNow ? workAreaAround(normal) : normal;

link.answer("window.see", async () => {
  const window = theWindow();
  const bounds = boundsOf(window);
  return {
    bounds,
    workArea: workAreaAround(bounds),
    isMaximized: window.isMaximizedNow,
    isMinimized: window.isMinimizedNow,
    isFocused: window.isFocusedNow,
  };
});

link.answer("person.does", async (deed) => {
  const window = theWindow();
  if (deed.do === "close") {
    window.close();
  } else if (deed.do === "minimize") {
    window.isMinimizedNow = true;
    window.isFocusedNow = false;
    window.emit("blur");
  } else if (deed.do === "place") {
    window.normal = deed.bounds;
    await link.ask("window.place", deed.bounds);
    window.emit("move");
    window.emit("resize");
  } else {
    window.isMaximizedNow = deed.do === "maximize";
    await link.ask("window.place", boundsOf(window));
    window.emit(deed.do);
  }
  return null;
});
