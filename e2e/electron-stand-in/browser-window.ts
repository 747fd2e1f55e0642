/** `BrowserWindow`: one window, sandboxed and isolated; any other kind is refused. */
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import type { BrowserWindowConstructorOptions, BrowserWindow as Real, WebPreferences } from "electron";
import { allWindowsClosed, isReady, openWindows } from "./app.ts";
import { firstWorkArea, workAreaAround } from "./displays.ts";
import type { Bounds } from "../hosts/host.ts";
import { link, tell } from "./screen-link.ts";
import { checkAddress } from "./session.ts";
import { eventsOf, isPrevented, KnownEvents, onlyKnown, strict } from "./strict.ts";
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
const EVENTS = eventsOf<Real>()(
  "ready-to-show",
  "close",
  "closed",
  "focus",
  "blur",
  "move",
  "resize",
  "maximize",
  "unmaximize",
);

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

/** What only the stand-in has and asks, under one name that Electron does not have either. */
interface State {
  normal: Bounds;
  isMaximized: boolean;
  isMinimized: boolean;
  isFocused: boolean;
  isClosed: boolean;
}

type Ours = "standIn" | keyof KnownEvents;

export class BrowserWindow extends KnownEvents implements Pick<Real, Exclude<keyof BrowserWindow, Ours>> {
  readonly webContents: Real["webContents"];
  readonly standIn: State;

  static getFocusedWindow(): BrowserWindow | null {
    return current?.standIn.isFocused === true ? current : null;
  }

  constructor(options: BrowserWindowConstructorOptions) {
    super(EVENTS);
    if (!isReady()) throw new Error("Cannot create BrowserWindow before app is ready.");
    if (current !== null) throw new Error("Electron's stand-in has one window.");
    onlyKnown("BrowserWindow's options", options, OPTIONS);
    const { webPreferences = {}, show = true } = options;
    checkPreferences(webPreferences);
    const normal = placeOf(options);
    this.standIn = { normal, isMaximized: false, isMinimized: false, isFocused: false, isClosed: false };
    this.webContents = makeContents().seen as Real["webContents"];
    tell(link.ask("window.open", { preload: readPreload(webPreferences), bounds: normal }));
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
    this.focus();
    tell(link.ask("window.show", null));
  }

  focus(): void {
    this.standIn.isFocused = true;
    this.emit("focus");
  }

  isMinimized(): boolean {
    return this.standIn.isMinimized;
  }

  restore(): void {
    this.standIn.isMinimized = false;
  }

  isMaximized(): boolean {
    return this.standIn.isMaximized;
  }

  maximize(): void {
    this.standIn.isMaximized = true;
    tell(link.ask("window.place", boundsOf(this)));
    this.emit("maximize");
  }

  getNormalBounds(): Bounds {
    return this.standIn.normal;
  }

  isDestroyed(): boolean {
    return this.standIn.isClosed;
  }

  /** False: a listener kept it open. */
  close(): boolean {
    if (this.standIn.isClosed) return true;
    if (isPrevented(this, "close")) return false;
    this.standIn.isClosed = true;
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

const boundsOf = ({ standIn: { isMaximized, normal } }: BrowserWindow): Bounds =>
  isMaximized ? workAreaAround(normal) : normal;

link.answer("window.see", async () => {
  const window = theWindow();
  const bounds = boundsOf(window);
  return {
    bounds,
    workArea: workAreaAround(bounds),
    isMaximized: window.standIn.isMaximized,
    isMinimized: window.standIn.isMinimized,
    isFocused: window.standIn.isFocused,
  };
});

link.answer("person.does", async (deed) => {
  const window = theWindow();
  if (deed.do === "close") {
    window.close();
  } else if (deed.do === "minimize") {
    window.standIn.isMinimized = true;
    window.standIn.isFocused = false;
    window.emit("blur");
  } else if (deed.do === "place") {
    window.standIn.normal = deed.bounds;
    await link.ask("window.place", deed.bounds);
    window.emit("move");
    window.emit("resize");
  } else {
    window.standIn.isMaximized = deed.do === "maximize";
    await link.ask("window.place", boundsOf(window));
    window.emit(deed.do);
  }
  return null;
});
