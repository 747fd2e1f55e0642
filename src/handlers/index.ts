/**
 * What a window or a script may ask, one line per question. The bodies live beside this file by
 * feature; `asked` checks the argument's form before any of them sees it.
 */
import type { Events, Questions } from "#contract/questions.ts";
import type { HandlerTable } from "#rpc/questions.ts";
import { asked } from "#handlers/arguments.ts";
import { openSession } from "#handlers/session.ts";
import type { Isolate } from "#handlers/isolate.ts";
import { ensureSample } from "#handlers/sample.ts";
import { readSettings, writeSettings } from "#handlers/settings.ts";
import { readSheetView, writeSheetView } from "#handlers/sheet-views.ts";
import { writeWorkbookFor } from "#handlers/workbooks.ts";

export interface HandlersWanted {
  /** The book's file; null: the sample book, made on first use. */
  readonly path: string | null;
  readonly dataFolder: string;
  /** The folder that ships with the app and holds the sample's data. */
  readonly resources: string;
  readonly isolate: Isolate;
  /** The clock, for the journal's labels. */
  readonly now: () => Date;
}

export interface Handlers {
  readonly table: HandlerTable<Questions>;
  /** Returns the function that stops listening. */
  onSaved(listener: (state: Events["book.saved"]) => void): () => void;
  /** Publishes what is not in the file yet and gives the book back; the answer says where that failed. */
  close(): Promise<Events["book.saved"]>;
}

/**
 * Opens a book and answers questions about it.
 * @throws Fault when the book cannot be opened; the message's code says why.
 */
export async function openHandlers({ path, dataFolder, resources, isolate, now }: HandlersWanted): Promise<Handlers> {
  const session = openSession(path ?? (await ensureSample(dataFolder, resources, now)), dataFolder, now);
  const table: HandlerTable<Questions> = {
    "books.read": asked("books.read", async () => session.read()),
    "cells.enter": asked("cells.enter", async (entered) => session.enter(entered)),
    "cells.history": asked("cells.history", async (cell) => session.history(cell)),
    "rows.change": asked("rows.change", async (changed) => session.changeRows(changed)),
    "journals.undo": asked("journals.undo", async () => session.undo()),
    "journals.redo": asked("journals.redo", async () => session.redo()),
    "sums.addNotShown": asked("sums.addNotShown", async ({ line }) => session.addNotShown(line)),
    "workbooks.write": asked("workbooks.write", (wanted) => writeWorkbookFor(session, wanted, isolate)),
    "views.read": asked("views.read", async () => readSheetView(dataFolder, session.read().path)),
    "views.write": asked("views.write", async (view) => writeSheetView(dataFolder, session.read().path, view)),
    "settings.read": asked("settings.read", async () => readSettings(dataFolder)),
    "settings.write": asked("settings.write", async (settings) => writeSettings(dataFolder, settings)),
  };
  return { table, onSaved: session.onSaved, close: session.close };
}
