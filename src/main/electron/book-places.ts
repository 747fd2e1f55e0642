import { join } from "node:path";
import { app, BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from "electron";
import type { BookPlaces } from "#handlers/books.ts";

const FILTERS = [{ name: "Kessan", extensions: ["kessan"] }];

/** Books lie where the person says, in the system's own dialogs; the page learns of a path only after that. */
export const PLACES: BookPlaces = {
  folder: null,
  async askForNew(name) {
    const options: SaveDialogOptions = {
      defaultPath: join(app.getPath("documents"), `${name}.kessan`),
      filters: FILTERS,
      properties: ["createDirectory", "showOverwriteConfirmation"],
    };
    const window = BrowserWindow.getFocusedWindow();
    const { canceled, filePath } = await (window === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    return canceled || filePath === "" ? null : filePath;
  },
  async askForFile() {
    const options: OpenDialogOptions = { filters: FILTERS, properties: ["openFile"] };
    const window = BrowserWindow.getFocusedWindow();
    const { canceled, filePaths } = await (window === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options));
    return canceled ? null : (filePaths[0] ?? null);
  },
  remembers: true,
};
