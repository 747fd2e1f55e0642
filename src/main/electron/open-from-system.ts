/** Books that the system asks to open: on the command line, by a second start, by a double click on a Mac. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { app, dialog, type BrowserWindow } from "electron";
import { Fault } from "#core/faults.ts";
import type { Handlers } from "#handlers/index.ts";
import { APP_ADDRESS } from "./app-address.ts";
import { wordsFor } from "./host-words.ts";

/** The path of a book that was asked for; a fault: what was given can be none here. */
export type AskedBook = string | Fault;

/**
 * Switches may stand anywhere; unpackaged, the app's folder comes before the book, which some desktops name by its
 * address. Null: no book was given.
 */
export function bookIn(argv: readonly string[], folder: string): AskedBook | null {
  const names = argv.slice(1).filter((argument) => !argument.startsWith("-"));
  const book = names[app.isPackaged ? 0 : 1];
  if (book === undefined) return null;
  return /^file:\/\//iu.test(book) ? pathAt(book) : resolve(folder, book);
}

function pathAt(address: string): AskedBook {
  try {
    return fileURLToPath(address);
  } catch {
    // On another machine, or written as no path can be.
    return new Fault("book-is-elsewhere", { path: address });
  }
}

/** @throws the fault that stands in the place of a path */
export function pathOf(book: AskedBook): string {
  if (book instanceof Fault) throw book;
  return book;
}

export interface AskedBySystem {
  /** What was asked for so far, once: the book to begin with. What can be none waits for the window, to be told there. */
  first(): string | null;
  /** From now on, what is asked for is opened, and a second start brings the window to the front; also what was meanwhile. */
  openWith(window: BrowserWindow, open: (book: AskedBook) => void): void;
}

/**
 * A Mac asks for a file by an event, which comes early where the file is what started the app. A second start may come
 * at any time, too: it is heard from the beginning, and waits until the window shows its book.
 */
export function listenToSystem(): AskedBySystem {
  let open: ((book: AskedBook) => void) | null = null;
  let shown: BrowserWindow | null = null;
  let asked: AskedBook | null = null;
  const ask = (book: AskedBook): void => {
    if (open === null) asked = book;
    else open(book);
  };
  app.on("open-file", (event, path) => {
    event.preventDefault();
    ask(path);
  });
  app.on("second-instance", (_event, argv, folder) => {
    if (shown?.isMinimized() === true) shown.restore();
    shown?.focus();
    const book = bookIn(argv, folder);
    if (book !== null) ask(book);
  });
  return {
    first() {
      if (asked instanceof Fault) return null;
      const path = asked;
      asked = null;
      return path;
    },
    openWith(window, opens) {
      shown = window;
      open = opens;
      if (asked !== null) opens(asked);
    },
  };
}

/**
 * Shows one book after another: a page that begins to load before the last one is there would take its place, and the
 * last one would count as failed. Where a book cannot be opened, or none was chosen, the window stays as it is.
 */
export function showInTurn(window: BrowserWindow, handlers: Handlers): (opening: () => Promise<boolean>) => void {
  let turn = Promise.resolve();
  const show = async (opening: () => Promise<boolean>): Promise<void> => {
    try {
      if (await opening()) await window.loadURL(APP_ADDRESS);
    } catch (error) {
      if (window.isDestroyed()) return;
      if (!(error instanceof Fault)) console.error("A book was not shown.", error);
      const { notOpened, whyNotOpened } = await wordsFor(handlers);
      await dialog.showMessageBox(window, { type: "error", message: notOpened, detail: whyNotOpened(error) });
    }
  };
  return (opening) => {
    turn = turn.then(() => show(opening)).catch((error: unknown) => console.error(error));
  };
}
