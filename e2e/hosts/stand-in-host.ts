/** The built app under the strict stand-in for Electron: see docs/decisions/0014-electron-stand-in.md. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, type Browser, type BrowserContextOptions } from "@playwright/test";
import { Link, type MainQuestions, type ScreenQuestions } from "../electron-stand-in/link.ts";
import { COMPILED, ROOT, type DesktopHost, type DialogAnswer, type DialogShown, type HostWanted } from "./host.ts";
import { copyElsewhere } from "./system-clipboard.ts";
import { StandInWindow, type MainLink } from "./stand-in-window.ts";

const START = join(ROOT, "e2e/electron-stand-in/start.ts");

export interface StandInHostWanted extends HostWanted {
  /** The app's folder; by default the project's, with what was built in it. */
  readonly root?: string;
  readonly isPackaged?: boolean;
}

export interface StandInHost extends DesktopHost {
  /** For specs of the stand-in itself. */
  readonly main: MainLink;
  /** What the app threw at what its page did, and what it printed as an error. */
  complaints(): readonly string[];
  /** How often a page was given a port. */
  portsGiven(): number;
}

/** One display, with room below the window's own size for what the system keeps for itself. */
const DISPLAY = { x: 0, y: 0, width: 1920, height: 1040 } as const;

export async function startStandInHost(
  browser: Browser,
  options: BrowserContextOptions,
  { book, dataFolder, watch, root = ROOT, isPackaged = false }: StandInHostWanted,
): Promise<StandInHost> {
  const args = book === null ? [] : [book];
  const wanted = { root, isPackaged, home: join(dataFolder, ".."), displays: [DISPLAY] };
  const start = (more: readonly string[]): ChildProcess =>
    spawn(process.execPath, [START], {
      env: {
        ...process.env,
        ...COMPILED,
        KESSAN_DATA: dataFolder,
        KESSAN_STAND_IN: JSON.stringify({ ...wanted, args: more }),
      },
      stdio: ["ignore", "inherit", "pipe", "ipc"],
      serialization: "advanced",
    });
  const child = start(args);
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
    process.stderr.write(text);
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));

  const main: MainLink = new Link<MainQuestions, ScreenQuestions>((message) => {
    // One that has just ended no longer reads; that it ended is told by its exit.
    if (child.connected) child.send(message, () => {});
  });
  child.on("message", (message) => main.receive(message));

  let savedFiles = 0;
  let portsGiven = 0;
  const dialogs: DialogShown[] = [];
  const answers: DialogAnswer[] = [];
  // The app asks for its window as soon as it runs; what is asked before there is a page waits for it.
  const opening = openPage();
  const shown = new Promise<"shown">((resolve) => {
    main.answer("window.show", async () => {
      resolve("shown");
      return null;
    });
  });
  answerMain();
  const window = await opening;
  const context = window.page.context();
  void ended.then(async () => {
    main.end("The stand-in's main process has ended.");
    // A window of Electron dies with its process.
    await context.close().catch(() => {});
  });
  const first = await Promise.race([shown, ended]);
  if (first !== "shown") throw new Error(`The app ended with ${first} before it showed a window.\n${errors}`);

  return {
    page: window.page,
    main,
    complaints: () => [...window.refusals, errors],
    portsGiven: () => portsGiven,
    dialogs: async () => dialogs,
    answerDialogs: async (...given) => void answers.push(...given),
    menus: () => main.ask("menu.see", null),
    chooseInMenus: async (id) => void (await main.ask("menu.click", id)),
    window: () => main.ask("window.see", null),
    handle: async (deed) => void (await main.ask("person.does", deed)),
    openFromSystem: async (path) => void (await main.ask("system.opens", path)),
    documentsFolder: async () => join(wanted.home, "documents"),
    recentDocuments: async () => (await main.ask("asked.see", null)).recentDocuments,
    async startSecond(more) {
      const second = start(more);
      return new Promise((resolve) => second.once("exit", resolve));
    },
    async close() {
      if (child.exitCode === null && child.signalCode === null) {
        await main.ask("person.does", { do: "close" }).catch(() => {});
        const code = await ended;
        if (code !== 0) throw new Error(`The app ended with ${code}.\n${errors}`);
      }
      await context.close();
      if (window.refusals.length > 0) throw new Error(window.refusals.join("\n"));
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
      await context.close();
    },
    suspend() {
      child.kill("SIGSTOP");
    },
    async saved(act) {
      const path = join(dataFolder, `saved-by-test-${++savedFiles}`);
      answers.push(path);
      await act();
      // The file appears in one step, whole.
      await expect.poll(() => existsSync(path)).toBe(true);
      const { defaultPath = "" } = (dialogs.at(-1)?.options ?? {}) as { readonly defaultPath?: string };
      return { name: basename(defaultPath), bytes: await readFile(path) };
    },
  };

  async function openPage(): Promise<StandInWindow> {
    const newContext = await browser.newContext(options);
    const page = await newContext.newPage();
    watch(page);
    return new StandInWindow(newContext, page, await newContext.newCDPSession(page), main);
  }

  function answerMain(): void {
    /** Done with the window, in the order in which it is asked. */
    let opened: Promise<StandInWindow> = opening;
    const withWindow =
      <Asked>(deed: (window: StandInWindow, asked: Asked) => Promise<void>) =>
      async (asked: Asked): Promise<null> => {
        await deed(await opened, asked);
        return null;
      };
    main.answer("window.open", async (asked) => {
      opened = opening.then(async (made) => {
        await made.open(asked);
        return made;
      });
      await opened;
      return null;
    });
    main.answer(
      "window.load",
      withWindow((made, address) => made.load(address)),
    );
    main.answer(
      "window.place",
      withWindow((made, bounds) => made.place(bounds)),
    );
    main.answer(
      "window.close",
      withWindow((made) => made.close()),
    );
    main.answer(
      "frame.post",
      withWindow((made, posted) => {
        portsGiven += posted.ports.length;
        return made.toWorld({ kind: "post", ...posted });
      }),
    );
    main.answer(
      "port.post",
      withWindow((made, posted) => made.toWorld({ kind: "port", ...posted })),
    );
    main.answer(
      "port.close",
      withWindow((made, port) => made.toWorld({ kind: "port-closed", port })),
    );
    main.answer(
      "contents.edit",
      withWindow((made, deed) => made.edit(deed)),
    );
    main.answer(
      "contents.activate",
      withWindow((made) => made.activate()),
    );
    main.answer("contents.print", async (printing) => (await opened).print(printing));
    main.answer("clipboard.write", async (copied) => {
      await copyElsewhere(browser, copied);
      return null;
    });
    main.answer("dialog.show", async (dialog) => {
      dialogs.push(dialog);
      const [answer] = answers.splice(0, 1);
      if (answer === undefined) throw new Error(`A dialog that no test expected: ${JSON.stringify(dialog)}`);
      return answer;
    });
  }
}
