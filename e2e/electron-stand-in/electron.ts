/** The module `electron` of the main process, as far as Kessan uses it and not a call more. */
import type { BrowserWindow as RealWindow } from "electron";
import { BrowserWindow as Window } from "./browser-window.ts";
import type { Invented } from "./strict.ts";

export const BrowserWindow = Window satisfies Invented<typeof Window, typeof RealWindow>;
export { app } from "./app.ts";
export { clipboard, ClipboardItem, nativeImage } from "./clipboard.ts";
export { dialog } from "./dialog.ts";
export { Menu } from "./menu.ts";
export { MessageChannelMain } from "./ports.ts";
export { screen } from "./displays.ts";
export { protocol, session } from "./session.ts";
export { utilityProcess } from "./utility-process.ts";
export { ipcMain } from "./web-contents.ts";
