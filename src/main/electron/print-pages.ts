import { join } from "node:path";
import { app, dialog, type BrowserWindow } from "electron";
import type { PagesPrinted, Paper } from "#contract/host.ts";
import { writingTo } from "#store/faults.ts";
import { replaceFile } from "#store/files.ts";

/** In inches, as Electron wants them, lying on their long side. */
const SIZES: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 297 / 25.4, height: 210 / 25.4 },
  wide: { width: 40 / 3, height: 7.5 },
};

export const isPaper = (paper: unknown): paper is Paper => typeof paper === "string" && Object.hasOwn(SIZES, paper);

/** Asks where, then writes what the window shows to those who print it. Null where the person changed their mind. */
export async function printPages(window: BrowserWindow, { name, paper }: PagesPrinted): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath("documents"), name),
    filters: [{ name: "PDF", extensions: ["pdf"] }],
    properties: ["createDirectory", "showOverwriteConfirmation"],
  });
  if (canceled || filePath === "") return null;
  const bytes = await window.webContents.printToPDF({
    pageSize: SIZES[paper],
    // The sheets name their own size, and have margins of their own.
    preferCSSPageSize: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: true,
    displayHeaderFooter: false,
  });
  writingTo(filePath, () => replaceFile(filePath, bytes));
  return filePath;
}
