/** Closing: the book's file is brought up to date first, and where it cannot be, the person decides. */
import { app, dialog, type BrowserWindow } from "electron";
import type { Handlers } from "#handlers/index.ts";
import { wordsFor } from "./host-words.ts";

export function publishBeforeClosing(window: BrowserWindow, handlers: Handlers): void {
  let isSure = false;
  let isAsking = false;
  const ask = async (path: string): Promise<void> => {
    const { notPublished, kept, close, stay } = await wordsFor(handlers);
    const { response } = await dialog.showMessageBox(window, {
      type: "warning",
      message: notPublished(path),
      detail: kept,
      buttons: [stay, close],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response === 0) return;
    isSure = true;
    window.close();
  };
  window.on("close", (event) => {
    const saved = handlers.publish();
    if (isSure || saved.at !== "failed") return;
    event.preventDefault();
    // Quitting closes the window too, and may come while the question is on screen.
    if (isAsking) return;
    isAsking = true;
    void ask(saved.path).finally(() => {
      isAsking = false;
    });
  });
}

/** Gives the book back before the app is gone. */
export function closeBeforeQuitting(handlers: Handlers): void {
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
