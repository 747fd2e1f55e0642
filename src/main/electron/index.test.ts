/**
 * What the app asks of Electron, recorded by a module in its place. It proves our half: that Electron does what
 * it is asked is for the end-to-end tests, wherever its binary is.
 */
import type { EventEmitter } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Events, Questions } from "#contract/questions.ts";
import type { HostQuestions } from "#contract/host.ts";
import { connect } from "#rpc/connect.ts";
import { portWire } from "#rpc/port-wire.ts";
import { WINDOW_PREFERENCES } from "./window-preferences.ts";

const electron = vi.hoisted(() => ({ calls: [] as [string, ...unknown[]][], windows: [] as FakeWindow[] }));

interface Frame {
  readonly url: string;
  postMessage(channel: string, message: unknown, ports: MessagePort[]): void;
}

interface FakeWindow {
  readonly options: { readonly webPreferences: unknown; readonly minWidth?: number; readonly minHeight?: number };
  readonly webContents: { mainFrame: Frame | null };
}

vi.mock("electron", async () => {
  const { EventEmitter: Emitter } = await import("node:events");
  const record =
    (name: string, answer?: unknown) =>
    (...args: unknown[]): unknown => {
      electron.calls.push([name, ...args]);
      return answer;
    };
  class BrowserWindow extends Emitter {
    readonly webContents = { mainFrame: null };
    readonly options: FakeWindow["options"];
    readonly loadURL = record("loadURL", Promise.resolve());
    constructor(options: FakeWindow["options"]) {
      super();
      this.options = options;
      electron.windows.push(this);
    }
  }
  const defaultSession = new Proxy(
    { protocol: { handle: record("protocol.handle") } },
    { get: (own, name) => (name === "protocol" ? own.protocol : record(`session.${String(name)}`)) },
  );
  return {
    app: Object.assign(new Emitter(), {
      isPackaged: false,
      commandLine: { appendSwitch: record("appendSwitch") },
      setPath: record("setPath"),
      enableSandbox: record("enableSandbox"),
      requestSingleInstanceLock: record("requestSingleInstanceLock", true),
      whenReady: record("whenReady", Promise.resolve()),
      getAppPath: () => process.cwd(),
      getPath: () => "/downloads",
      quit: record("quit"),
      exit: record("exit"),
      addRecentDocument: record("addRecentDocument"),
    }),
    BrowserWindow,
    clipboard: { write: record("clipboard.write", Promise.resolve()) },
    ClipboardItem: class {
      readonly items: Readonly<Record<string, Blob>>;
      constructor(items: Readonly<Record<string, Blob>>) {
        this.items = items;
      }
    },
    nativeImage: { createFromBuffer: (bytes: Buffer) => ({ isEmpty: () => bytes.length < 9 }) },
    dialog: {
      showErrorBox: record("showErrorBox"),
      showSaveDialog: record("showSaveDialog", Promise.resolve({ canceled: true, filePath: "" })),
    },
    ipcMain: new Emitter(),
    Menu: { buildFromTemplate: record("buildFromTemplate"), setApplicationMenu: record("setApplicationMenu") },
    MessageChannelMain: MessageChannel,
    screen: { getPrimaryDisplay: () => ({ workArea: { width: 1920, height: 1080 } }) },
    protocol: { registerSchemesAsPrivileged: record("registerSchemesAsPrivileged") },
    session: { defaultSession },
    utilityProcess: {},
  };
});

vi.mock("#handlers/pages.ts", async (original) => ({
  ...(await original<object>()),
  readPages: async () => new Map(),
}));

const dataFolder = mkdtempSync(join(tmpdir(), "kessan-electron-"));

beforeAll(async () => {
  vi.stubEnv("KESSAN_DATA", dataFolder);
  // As root Chromium has no sandbox to enable; the product runs as a person.
  if (process.getuid !== undefined) vi.spyOn(process, "getuid").mockReturnValue(1000);
  vi.spyOn(process, "argv", "get").mockReturnValue(["electron", "--some-switch", "."]);
  await import("./index.ts");
  await vi.waitFor(() => expect(names()).toContain("loadURL"));
});

afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

function names(): string[] {
  return electron.calls.map(([name]) => name);
}

function callsOf(name: string): unknown[][] {
  return electron.calls.filter(([each]) => each === name).map(([, ...args]) => args);
}

test("before it is ready: the sandbox for every process, the scheme with three privileges, no name looked up", () => {
  const before = names().slice(0, names().indexOf("whenReady"));
  expect(before).toEqual(
    expect.arrayContaining(["setPath", "enableSandbox", "registerSchemesAsPrivileged", "appendSwitch"]),
  );
  expect(callsOf("registerSchemesAsPrivileged")).toEqual([
    [[{ scheme: "kessan", privileges: { standard: true, secure: true, supportFetchAPI: true } }]],
  ]);
  // All of them: any other may take away what protects the page.
  expect(callsOf("appendSwitch")).toEqual([
    ["host-resolver-rules", "MAP * ~NOTFOUND"],
    ["disable-background-networking"],
    ["disable-component-update"],
  ]);
});

test("one window, with the frozen preferences, on the app's own address, behind a guarded session", () => {
  expect(electron.windows).toHaveLength(1);
  expect(electron.windows[0]?.options.webPreferences).toBe(WINDOW_PREFERENCES);
  expect(electron.windows[0]?.options).toMatchObject({ minWidth: 1024, minHeight: 700 });
  expect(callsOf("loadURL")).toEqual([["kessan://app/"]]);
  expect(callsOf("protocol.handle")).toEqual([["kessan", expect.any(Function)]]);
  const guards = names().filter((name) => name.startsWith("session.set"));
  expect(guards).toHaveLength(5);
  expect(names().lastIndexOf("session.setSpellCheckerEnabled")).toBeLessThan(names().indexOf("loadURL"));
});

describe("a page that asks for its port", () => {
  /** What the frame was sent, after it asked. */
  async function askFrom(url: string, { isMain = true, isGone = false } = {}): Promise<MessagePort[]> {
    const sent: MessagePort[] = [];
    const frame: Frame = { url, postMessage: (_channel, _message, ports) => sent.push(...ports) };
    const [window] = electron.windows;
    if (window === undefined) throw new Error("There is no window.");
    window.webContents.mainFrame = isMain ? frame : null;
    const { ipcMain } = (await import("electron")) as unknown as { ipcMain: EventEmitter };
    ipcMain.emit("kessan:connect", { senderFrame: isGone ? null : frame });
    return sent;
  }

  test("gets one, and asks the book and the host on it", async () => {
    const [port] = await askFrom("kessan://app/");
    if (port === undefined) throw new Error("No port was sent.");
    const asking = connect<Questions & HostQuestions, Events>(portWire(port));
    expect((await asking.ask("books.read", null)).title).toBe("IIJ sample");
    expect(await asking.ask("files.save", { name: "a.xlsx", base64: "AA==" })).toBeNull();
    expect(callsOf("showSaveDialog").at(-1)?.[1]).toMatchObject({
      defaultPath: join("/downloads", "a.xlsx"),
      properties: ["createDirectory", "showOverwriteConfirmation"],
    });
    for (const name of ["../a.xlsx", "/etc/a.xlsx", "a\\b.xlsx", ".", ".."]) {
      await expect(asking.ask("files.save", { name, base64: "AA==" })).rejects.toMatchObject({ code: "bad-argument" });
    }
    await expect(asking.ask("files.save", { name: "a.xlsx", base64: "no base64" })).rejects.toMatchObject({
      code: "bad-argument",
    });
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
    expect(await asking.ask("pictures.copy", { base64: png.toString("base64") })).toBeNull();
    const [[written]] = callsOf("clipboard.write") as [[[{ readonly items: Readonly<Record<string, Blob>> }]]];
    expect(Object.keys(written[0].items)).toEqual(["image/png"]);
    expect(Buffer.from((await written[0].items["image/png"]?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(png);
    // What is no PNG, what only begins as one, what is no base64.
    for (const base64 of ["AA==", png.subarray(0, 8).toString("base64"), "no base64"]) {
      await expect(asking.ask("pictures.copy", { base64 })).rejects.toMatchObject({ code: "bad-argument" });
    }
    expect(callsOf("clipboard.write")).toHaveLength(1);
    asking.close();
  });

  test("gets none from another address, a frame within, or a frame that is gone", async () => {
    expect(await askFrom("https://evil.example/")).toEqual([]);
    expect(await askFrom("kessan://app/", { isMain: false })).toEqual([]);
    expect(await askFrom("kessan://app/", { isGone: true })).toEqual([]);
  });
});

test("quitting waits until the book is closed", async () => {
  const { app } = (await import("electron")) as unknown as { app: EventEmitter };
  let prevented = 0;
  const event = { preventDefault: () => prevented++ };
  app.emit("will-quit", event);
  expect(prevented).toBe(1);
  await vi.waitFor(() => expect(names()).toContain("quit"));
  app.emit("will-quit", event);
  expect(prevented).toBe(1);
});

test("the app's own folder for Chromium's files lies in the data folder", () => {
  expect(callsOf("setPath")).toEqual([["userData", resolve(dataFolder, "window")]]);
});
