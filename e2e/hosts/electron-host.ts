import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { _electron as electron, expect } from "@playwright/test";
import { answerInElectron, menusInElectron } from "./in-electron.ts";
import { ROOT, type DesktopHost, type DialogAnswer, type HostWanted } from "./host.ts";

/** The built app, in the Electron that KESSAN_ELECTRON names. */
export async function startElectronHost({ book, dataFolder, watch }: HostWanted): Promise<DesktopHost> {
  const executablePath = process.env["KESSAN_ELECTRON"];
  if (executablePath === undefined)
    throw new Error("KESSAN_ELECTRON does not name Electron's binary; scripts/e2e.ts does.");
  // Chromium's sandbox does not start as root; everyone else keeps it.
  const switches = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const env = { ...process.env, KESSAN_DATA: dataFolder } as Record<string, string>;
  const args = [...switches, ROOT, ...(book === null ? [] : [book])];
  const app = await electron.launch({ executablePath, args, env });
  const page = await app.firstWindow();
  watch(page);
  let isRunning = true;
  let savedFiles = 0;
  app.once("close", () => {
    isRunning = false;
  });
  // The system's dialogs cannot be driven; what the app asks of them can be seen, and answered.
  const asked = await app.evaluateHandle(answerInElectron);
  const answerDialogs = (...answers: readonly DialogAnswer[]): Promise<void> =>
    asked.evaluate((seen, given) => void seen.answers.push(...given), answers);
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
      const path = join(dataFolder, `saved-by-test-${++savedFiles}`);
      await answerDialogs(path);
      await act();
      // The file appears in one step, whole.
      await expect.poll(() => existsSync(path)).toBe(true);
      const { options } = (await asked.evaluate(({ dialogs }) => dialogs.at(-1))) ?? { options: {} };
      const { defaultPath = "" } = options as { readonly defaultPath?: string };
      return { name: basename(defaultPath), bytes: await readFile(path) };
    },
    dialogs: () => asked.evaluate(({ dialogs }) => dialogs),
    answerDialogs,
    menus: () => app.evaluate(menusInElectron),
    chooseInMenus: (id) =>
      app.evaluate(({ Menu }, wanted) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
        if (item?.enabled !== true) throw new Error(`The menus have no item ${wanted} to choose.`);
        item.click();
      }, id),
    window: () =>
      app.evaluate(({ BrowserWindow, screen }) => {
        const [window] = BrowserWindow.getAllWindows();
        if (window === undefined) throw new Error("There is no window.");
        const bounds = window.getBounds();
        return {
          bounds,
          workArea: screen.getDisplayMatching(bounds).workArea,
          isMaximized: window.isMaximized(),
          isMinimized: window.isMinimized(),
          isFocused: window.isFocused(),
        };
      }),
    handle: (deed) =>
      app.evaluate(({ BrowserWindow }, wanted) => {
        const [window] = BrowserWindow.getAllWindows();
        if (wanted.do === "place") window?.setBounds(wanted.bounds);
        else window?.[wanted.do]();
      }, deed),
    openFromSystem: (path) =>
      app.evaluate(({ app: inside }, wanted) => {
        let isTaken = false;
        inside.emit("open-file", { preventDefault: () => (isTaken = true) }, wanted);
        if (!isTaken) throw new Error("Nobody took the file: preventDefault was not called.");
      }, path),
    documentsFolder: () => app.evaluate(({ app: inside }) => inside.getPath("documents")),
    recentDocuments: () => asked.evaluate(({ recentDocuments }) => recentDocuments),
    startSecond: (more) =>
      new Promise((resolve) => {
        const second = spawn(executablePath, [...switches, ROOT, ...more], { env, stdio: "ignore" });
        second.once("exit", resolve);
      }),
  };
}
