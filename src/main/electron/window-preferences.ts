import { join } from "node:path";
import type { WebPreferences } from "electron";

/** Every window has exactly these. Each line that repeats Electron's default says what we rely on. */
export const WINDOW_PREFERENCES: Readonly<WebPreferences> = Object.freeze({
  preload: join(import.meta.dirname, "../preload/index.cjs"),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Its dictionaries come from the network.
  spellcheck: false,
} satisfies WebPreferences);
