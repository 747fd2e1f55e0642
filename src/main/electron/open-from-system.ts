/** Books that the system asks to open: on the command line, by a second start, by a double click on a Mac. */
import { resolve } from "node:path";
import { app, dialog, type BrowserWindow } from "electron";
import { Fault } from "#core/faults.ts";
import { faultLine } from "#handlers/fault-line.ts";
import type { Handlers } from "#handlers/index.ts";
import { APP_ADDRESS } from "./app-address.ts";
import { wordsFor } from "./host-words.ts";

/** Switches may stand anywhere; unpackaged, the app's folder comes before the book. */
export function bookIn(argv: readonly string[], folder: string): string | null {
  const names = argv.slice(1).filter((argument) => !argument.startsWith("-"));
  const book = names[app.isPackaged ? 0 : 1];
  return book === undefined ? null : resolve(folder, book);
}

export interface AskedBySystem {
  /** What was asked for so far, once: the book to begin with. */
  first(): string | null;
  /** From now on, what is asked for is opened; also what was meanwhile. */
  openWith(open: (path: string) => void): void;
}

/** A Mac asks for a file by an event, which comes early where the file is what started the app. */
export function listenToSystem(): AskedBySystem {
  let open: ((path: string) => void) | null = null;
  let asked: string | null = null;
  app.on("open-file", (event, path) => {
    event.preventDefault();
    if (open === null) asked = path;
    else open(path);
  });
  const first = (): string | null => {
    const path = asked;
    asked = null;
    return path;
  };
  return {
    first,
    openWith(opens) {
      open = opens;
      const path = first();
      if (path !== null) opens(path);
    },
  };
}

/** Shows the book that is being opened; where it cannot be opened, or none was chosen, the window stays as it is. */
export async function showAfter(window: BrowserWindow, handlers: Handlers, opening: Promise<boolean>): Promise<void> {
  try {
    if (await opening) await window.loadURL(APP_ADDRESS);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { notOpened } = await wordsFor(handlers);
    await dialog.showMessageBox(window, { type: "error", message: notOpened, detail: faultLine(error) });
  }
}
