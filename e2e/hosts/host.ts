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

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
