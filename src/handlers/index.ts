/**
 * What a window or a script may ask, one line per question. The bodies live beside this file by
 * feature; `asked` checks the argument's form before any of them sees it.
 */
import type { Events, Questions } from "#contract/questions.ts";
import type { HandlerTable } from "#rpc/questions.ts";
import { Fault } from "#core/faults.ts";
import { asked } from "#handlers/arguments.ts";
import { booksOf, placesIn, type BookPlaces } from "#handlers/books.ts";
import { openSession, type Session } from "#handlers/session.ts";
import type { Isolate } from "#handlers/isolate.ts";
import { ensureSample } from "#handlers/sample.ts";
import { readSettings, writeSettings } from "#handlers/settings.ts";
import { readSheetView, writeSheetView } from "#handlers/sheet-views.ts";
import { readStarter } from "#handlers/starter.ts";
import { writeWorkbookFor } from "#handlers/workbooks.ts";
import { realPath } from "#store/files.ts";

export interface HandlersWanted {
  /** The book's file; null: the sample book, made on first use. */
  readonly path: string | null;
  readonly dataFolder: string;
  /** The folder that ships with the app and holds the sample's data. */
  readonly resources: string;
  readonly isolate: Isolate;
  /** Where the host's books lie. Without it, it has no others and what is opened is not remembered. */
  readonly places?: BookPlaces;
  /** The clock, for the journal's labels. */
  readonly now: () => Date;
}

export interface Handlers {
  readonly table: HandlerTable<Questions>;
  /** Returns the function that stops listening. */
  onSaved(listener: (state: Events["book.saved"]) => void): () => void;
  /**
   * Opens a book that this host's person chose, in place of the one that is open: true. Read the window again after it.
   * @throws Fault where it cannot be opened, or the open one not be brought up to date: that one stays.
   */
  open(path: string): Promise<boolean>;
  /** Brings the open book's file up to date; the answer says where that failed. */
  publish(): Events["book.saved"];
  /** Publishes what is not in the file yet and gives the book back; the answer says where that failed. */
  close(): Promise<Events["book.saved"]>;
}

/**
 * Opens a book and answers questions about it, and about others that are opened in its place.
 * @throws Fault when the book cannot be opened; the message's code says why.
 */
export async function openHandlers(wanted: HandlersWanted): Promise<Handlers> {
  const { path, dataFolder, resources, isolate, now, places } = wanted;
  const listeners = new Set<(state: Events["book.saved"]) => void>();
  const open = (from: string): Session => {
    const opened = openSession(from, dataFolder, now);
    opened.onSaved((state) => {
      // A book that was left may still be at work on its last publishing.
      if (opened === session) for (const listener of listeners) listener(state);
    });
    return opened;
  };
  let session: Session = open(path ?? (await ensureSample(dataFolder, resources, now)));
  const openPath = (): string => session.read().path;
  const given = path === null ? null : openPath();
  const books = booksOf({ places: places ?? placesIn(dataFolder), dataFolder, resources, now, given });
  const remember = (): void => {
    if (places !== undefined) books.opened(openPath());
  };
  remember();

  /** @throws Fault where the open book's file cannot be brought up to date: it stays open, with every edit. */
  const bringUpToDate = (): void => {
    const saved = session.publish();
    if (saved.at === "failed") throw new Fault("not-published", { path: saved.path, what: saved.what });
  };

  /** Opens another book; where it cannot be opened the one that is open stays. */
  const openInstead = async (other: string | null): Promise<boolean> => {
    if (other === null) return false;
    if (realPath(other) === openPath()) return true;
    bringUpToDate();
    const left = session;
    session = open(other);
    await left.close();
    remember();
    return true;
  };

  const table: HandlerTable<Questions> = {
    "books.read": asked("books.read", async () => session.read()),
    "books.list": asked("books.list", async () => books.list(openPath())),
    "books.starter": asked("books.starter", () => readStarter(resources)),
    "books.create": asked("books.create", async (book) => {
      bringUpToDate();
      return openInstead(await books.make(book));
    }),
    "books.open": asked("books.open", async ({ handle }) => {
      await openInstead(await books.pathOf(handle, openPath()));
      return null;
    }),
    "books.choose": asked("books.choose", async () => openInstead(await books.choose())),
    "cells.enter": asked("cells.enter", async (entered) => session.enter(entered)),
    "cells.history": asked("cells.history", async (cell) => session.history(cell)),
    "rows.change": asked("rows.change", async (changed) => session.changeRows(changed)),
    "journals.undo": asked("journals.undo", async () => session.undo()),
    "journals.redo": asked("journals.redo", async () => session.redo()),
    "sums.addNotShown": asked("sums.addNotShown", async ({ line }) => session.addNotShown(line)),
    "workbooks.write": asked("workbooks.write", (workbook) => writeWorkbookFor(session, workbook, isolate)),
    "views.read": asked("views.read", async () => readSheetView(dataFolder, openPath())),
    "views.write": asked("views.write", async (view) => writeSheetView(dataFolder, openPath(), view)),
    "settings.read": asked("settings.read", async () => readSettings(dataFolder)),
    "settings.write": asked("settings.write", async (settings) => writeSettings(dataFolder, settings)),
  };
  return {
    table,
    onSaved(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: openInstead,
    publish: () => session.publish(),
    close: () => session.close(),
  };
}
