/** Kessan as a desktop app: electron . [BOOK]. Without a book, the sample. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { app, BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, protocol, session } from "electron";
import type { HostQuestions } from "#contract/host.ts";
import type { Events, Questions } from "#contract/questions.ts";
import { openHandlers, type Handlers } from "#handlers/index.ts";
import { Fault } from "#core/faults.ts";
import { faultLine } from "#handlers/fault-line.ts";
import { readPages } from "#handlers/pages.ts";
import { portWire } from "#rpc/port-wire.ts";
import { serve, type Serving } from "#rpc/serve.ts";
import { defaultDataFolder } from "#store/data-folder.ts";
import { answerPages } from "./answer-pages.ts";
import { APP_ADDRESS, isOwnAddress, SCHEME } from "./app-address.ts";
import { PLACES } from "./book-places.ts";
import { guardContents, guardSession } from "./guard.ts";
import { makeMenu } from "./menu.ts";
import { hostTable } from "./save-file.ts";
import { utilityIsolate } from "./utility-isolate.ts";
import { WINDOW_PREFERENCES } from "./window-preferences.ts";

const dataFolder = defaultDataFolder(process.env, process.platform, homedir());

function beforeReady(): void {
  // Chromium's own files beside the books' copies, so that KESSAN_DATA moves everything.
  app.setPath("userData", join(dataFolder, "window"));
  // Chromium's sandbox does not start as root; everyone else keeps it, for every process.
  if (process.getuid?.() !== 0) app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  // Offline means offline: no name is ever looked up by the window's side.
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("disable-background-networking");
  app.commandLine.appendSwitch("disable-component-update");
  app.on("web-contents-created", (_event, contents) => guardContents(contents));
}

/** Switches may stand anywhere; unpackaged, the app's folder comes before the book. */
function bookArgument(): string | null {
  const names = process.argv.slice(1).filter((argument) => !argument.startsWith("-"));
  const book = names[app.isPackaged ? 0 : 1];
  return book === undefined ? null : resolve(book);
}

function makeWindow(): BrowserWindow {
  const window = new BrowserWindow({
    // 1440 × 900 shows sixteen quarters beside both panes; below the least size they no longer fit.
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: "Kessan",
    webPreferences: WINDOW_PREFERENCES,
  });
  // Shown when there is something to see, so that no white window flashes.
  window.once("ready-to-show", () => window.show());
  return window;
}

/** Gives every load of the window's page a fresh port, and the table behind it. */
function answerWindow(window: BrowserWindow, handlers: Handlers): void {
  let serving: Serving<Events> | null = null;
  handlers.onSaved((state) => serving?.tell("book.saved", state));
  ipcMain.on("kessan:connect", ({ senderFrame }) => {
    if (senderFrame === null || senderFrame !== window.webContents.mainFrame || !isOwnAddress(senderFrame.url)) return;
    const { port1, port2 } = new MessageChannelMain();
    const table = { ...handlers.table, ...hostTable(window) };
    serving = serve<Questions & HostQuestions, Events>(portWire(port1), table, {
      onBug: (error, method) => console.error(`${method} failed.`, error),
    });
    senderFrame.postMessage("kessan:port", null, [port2]);
  });
}

/** Publishes the book before the app is gone. */
function closeBeforeQuitting(handlers: Handlers): void {
  let isClosed = false;
  app.on("will-quit", (event) => {
    if (isClosed) return;
    event.preventDefault();
    void handlers
      .close()
      .catch((error: unknown) => console.error("The book was not closed properly.", error))
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
}

async function run(): Promise<void> {
  await app.whenReady();
  guardSession(session.defaultSession);
  const pages = await readPages(join(import.meta.dirname, "../renderer"));
  session.defaultSession.protocol.handle(SCHEME, answerPages(pages));
  Menu.setApplicationMenu(makeMenu(process.platform));

  const handlers = await openHandlers({
    path: bookArgument(),
    dataFolder,
    resources: join(app.getAppPath(), "resources"),
    isolate: utilityIsolate,
    places: PLACES,
    now: () => new Date(),
  });
  closeBeforeQuitting(handlers);
  app.on("window-all-closed", () => app.quit());

  const window = makeWindow();
  answerWindow(window, handlers);
  app.on("second-instance", () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  await window.loadURL(APP_ADDRESS);
}

beforeReady();
if (app.requestSingleInstanceLock()) {
  run().catch((error: unknown) => {
    const words = error instanceof Fault ? `Kessan: ${faultLine(error)}` : null;
    if (words === null) console.error(error);
    dialog.showErrorBox("Kessan did not start", words ?? "Something went wrong inside Kessan. No book was changed.");
    app.exit(1);
  });
} else {
  app.quit();
}
