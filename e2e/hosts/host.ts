import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

/** What a spec's window runs on. Specs never ask which one it is. */
export interface RunningHost {
  readonly page: Page;
  /** Ends the host as a person would; it publishes the book. Does nothing where it has ended. */
  close(): Promise<void>;
  /** Ends the host in the middle of whatever it does; the window stays where it can outlive it. */
  kill(): Promise<void>;
  /** Stops the host without ending it; afterwards only `kill` ends it. Not on Windows, which has no such signal. */
  suspend(): void;
  /** Does what makes the window save a file, and answers the file. */
  saved(act: () => Promise<void>): Promise<SavedFile>;
}

/** What a spec of the desktop app can do and see besides: the system's side of it, and the person's. */
export interface DesktopHost extends RunningHost {
  /** Every dialog of the system that was on screen, the last one last. */
  dialogs(): Promise<readonly DialogShown[]>;
  /** What the person answers to the next dialogs, each one once; a dialog without an answer fails. */
  answerDialogs(...answers: readonly DialogAnswer[]): Promise<void>;
  menus(): Promise<readonly MenuItemSeen[]>;
  chooseInMenus(id: string): Promise<void>;
  window(): Promise<WindowSeen>;
  /** What a person does with the window's frame. */
  handle(deed: PersonsDeed): Promise<void>;
  /** The system asks for a file to be opened, as a Mac does. */
  openFromSystem(path: string): Promise<void>;
  /** Where the system keeps a person's documents; on Linux without its own word for it, their home. */
  documentsFolder(): Promise<string>;
  /** What the app told the system to remember among recent documents, in its order. */
  recentDocuments(): Promise<readonly string[]>;
  /** Starts the app once more beside this one; its exit code. */
  startSecond(args: readonly string[]): Promise<number | null>;
}

/** A dialog of the system: what it is for, and the app's own options for it. */
export interface DialogShown {
  readonly kind: "open" | "save" | "message" | "error";
  readonly options: object;
}

/** A path chosen, the number of a button pressed; null: given up. */
export type DialogAnswer = string | number | null;

/** An item of the application menu; empty texts where it has none. */
export interface MenuItemSeen {
  readonly id: string;
  readonly label: string;
  readonly role: string;
  readonly accelerator: string;
  readonly isEnabled: boolean;
  readonly items: readonly MenuItemSeen[];
}

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowSeen {
  readonly bounds: Bounds;
  /** Of the display it is on. */
  readonly workArea: Bounds;
  readonly isMaximized: boolean;
  readonly isMinimized: boolean;
  readonly isFocused: boolean;
}

export type PersonsDeed =
  | { readonly do: "close" | "minimize" | "maximize" | "unmaximize" }
  | { readonly do: "place"; readonly bounds: Bounds };

export interface SavedFile {
  /** As the window suggested it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface HostWanted {
  /** Null: the sample. */
  readonly book: string | null;
  /** Kessan's own folder, fresh for every test and kept over a restart. */
  readonly dataFolder: string;
  /** Called with the page before it has loaded anything. */
  readonly watch: (page: Page) => void;
}

/** Compiled once for all tests: a host is started for each of them, and half of its start is compiling. */
export const COMPILED = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL("../../node_modules/.cache/kessan/compiled/", import.meta.url)),
};

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
