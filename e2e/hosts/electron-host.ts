import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { _electron as electron, expect } from "@playwright/test";
import { ROOT, type HostWanted, type RunningHost } from "./host.ts";

/** The built app, in the Electron that KESSAN_ELECTRON names. */
export async function startElectronHost({ book, dataFolder, watch }: HostWanted): Promise<RunningHost> {
  const executablePath = process.env["KESSAN_ELECTRON"];
  if (executablePath === undefined)
    throw new Error("KESSAN_ELECTRON does not name Electron's binary; scripts/e2e.ts does.");
  const app = await electron.launch({
    executablePath,
    // Chromium's sandbox does not start as root; everyone else keeps it.
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), ROOT, ...(book === null ? [] : [book])],
    env: { ...process.env, KESSAN_DATA: dataFolder } as Record<string, string>,
  });
  const page = await app.firstWindow();
  watch(page);
  let isRunning = true;
  app.once("close", () => {
    isRunning = false;
  });
  return {
    page,
    async close() {
      if (isRunning) await app.close();
    },
    async kill() {
      const closed = app.waitForEvent("close");
      app.process().kill("SIGKILL");
      await closed;
    },
    suspend() {
      app.process().kill("SIGSTOP");
    },
    async saved(act) {
      const path = join(dataFolder, "saved-by-test");
      // The system's dialog cannot be driven; what the window asks of it can be seen, and answered.
      const asked = await app.evaluateHandle(({ dialog }, filePath) => {
        const seen: { path: string | null } = { path: null };
        const answer = async (...given: unknown[]): Promise<{ canceled: false; filePath: string }> => {
          seen.path = (given.at(-1) as { defaultPath: string }).defaultPath;
          return { canceled: false, filePath };
        };
        dialog.showSaveDialog = answer as typeof dialog.showSaveDialog;
        return seen;
      }, path);
      await act();
      // The file appears in one step, whole.
      await expect.poll(() => existsSync(path)).toBe(true);
      const suggested = await asked.evaluate((seen) => seen.path);
      return { name: basename(suggested ?? ""), bytes: await readFile(path) };
    },
  };
}
