/** Kessan as a desktop app: electron . [BOOK]. Without a book, the sample. */
import { homedir } from "node:os";
import { join } from "node:path";
import { app, BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, protocol, session } from "electron";
import type { HostEvents, HostQuestions } from "#contract/host.ts";
import type { Events, Questions } from "#contract/questions.ts";
import { openHandlers, type Handlers } from "#handlers/index.ts";
import { Fault } from "#core/faults.ts";
import { readPages } from "#handlers/pages.ts";
import { portWire } from "#rpc/port-wire.ts";
import { serve, type Serving } from "#rpc/serve.ts";
import { defaultDataFolder } from "#store/data-folder.ts";
import { answerPages } from "./answer-pages.ts";
import { APP_ADDRESS, isOwnAddress, SCHEME } from "./app-address.ts";
import { PLACES } from "./book-places.ts";
import { closeBeforeQuitting, publishBeforeClosing } from "./closing.ts";
import { guardContents, guardSession } from "./guard.ts";
import { wordsFor, wordsIn } from "./host-words.ts";
import { firstMenu, makeMenu, readMenus, type MenuDeeds } from "./menu.ts";
import { bookIn, listenToSystem, pathOf, showInTurn } from "./open-from-system.ts";
import { hostTable } from "./save-file.ts";
import { utilityIsolate } from "./utility-isolate.ts";
import { keepWindowPlace, LEAST_SIZE, windowPlace } from "./window-place.ts";
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

function makeWindow(): BrowserWindow {
  const { bounds, isMaximized } = windowPlace(dataFolder);
  const window = new BrowserWindow({
    ...bounds,
    ...LEAST_SIZE,
    show: false,
    title: "Kessan",
    webPreferences: WINDOW_PREFERENCES,
  });
  // Shown when there is something to see, so that no white window flashes.
  window.once("ready-to-show", () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  keepWindowPlace(window, dataFolder);
  return window;
}

/** Gives every load of the window's page a fresh port, and the table behind it. */
function answerWindow(
  window: BrowserWindow,
  handlers: Handlers,
  show: (opening: () => Promise<boolean>) => void,
): void {
  let serving: Serving<Events & HostEvents> | null = null;
  handlers.onSaved((state) => serving?.tell("book.saved", state));
  const deeds: MenuDeeds = {
    open: () => show(() => handlers.table["books.choose"](null)),
    edit: (deed) => window.webContents[deed](),
    choose(id) {
      // Choosing is a person's deed, by which a page may copy; the page itself sees nothing of the menu.
      void window.webContents.executeJavaScript("null", true).then(() => serving?.tell("menus.chosen", id));
    },
  };
  ipcMain.on("kessan:connect", ({ senderFrame }) => {
    if (senderFrame === null || senderFrame !== window.webContents.mainFrame || !isOwnAddress(senderFrame.url)) return;
    const { port1, port2 } = new MessageChannelMain();
    const table = {
      ...handlers.table,
      ...hostTable(window),
      "menus.show": async (menus: unknown) => {
        const words = await wordsFor(handlers);
        Menu.setApplicationMenu(makeMenu(process.platform, readMenus(menus), words, deeds));
        return null;
      },
    };
    serving = serve<Questions & HostQuestions, Events & HostEvents>(portWire(port1), table, {
      onBug: (error, method) => console.error(`${method} failed.`, error),
    });
    senderFrame.postMessage("kessan:port", null, [port2]);
    // Every book that is opened is read by a fresh page.
    void handlers.table["books.read"](null).then(({ path }) => app.addRecentDocument(path));
  });
}

async function run(): Promise<void> {
  const asked = listenToSystem();
  const given = bookIn(process.argv, process.cwd());
  await app.whenReady();
  guardSession(session.defaultSession);
  const pages = await readPages(join(import.meta.dirname, "../renderer"));
  session.defaultSession.protocol.handle(SCHEME, answerPages(pages));
  Menu.setApplicationMenu(firstMenu(process.platform));
  const handlers = await openHandlers({
    path: given === null ? asked.first() : pathOf(given),
    dataFolder,
    resources: join(app.getAppPath(), "resources"),
    isolate: utilityIsolate,
    places: PLACES,
    now: () => new Date(),
  });
  closeBeforeQuitting(handlers);
  app.on("window-all-closed", () => app.quit());

  const window = makeWindow();
  publishBeforeClosing(window, handlers);
  const show = showInTurn(window, handlers);
  answerWindow(window, handlers, show);
  await window.loadURL(APP_ADDRESS);
  asked.openWith(window, (book) => show(async () => handlers.open(pathOf(book))));
}

beforeReady();
if (app.requestSingleInstanceLock()) {
  run().catch((error: unknown) => {
    if (!(error instanceof Fault)) console.error(error);
    const { notStarted, whyNotOpened } = wordsIn(dataFolder);
    dialog.showErrorBox(notStarted, whyNotOpened(error));
    app.exit(1);
  });
} else {
  app.quit();
}
