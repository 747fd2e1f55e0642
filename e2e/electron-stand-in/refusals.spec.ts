/** What Electron refuses, the stand-in refuses: each is built into a copy of the app, and seen. */
import { expect, test } from "@playwright/test";
import { examine, type Change, type Examined } from "./undone.ts";

const REFUSED: readonly { readonly name: string; readonly change: Change; readonly words: RegExp }[] = [
  {
    name: "a preload that is an ES module",
    change: { in: "preload", from: 'let electron = require("electron");', to: 'import * as electron from "electron";' },
    words: /Unable to load preload script: SyntaxError: Cannot use import statement/u,
  },
  {
    name: "something of Node in a sandboxed preload",
    change: { in: "preload", from: "let electron", to: 'require("node:fs"); let electron' },
    words: /module not found: node:fs/u,
  },
  {
    name: "a call it does not know",
    change: {
      in: "main",
      from: 'app.commandLine.appendSwitch("disable-component-update");',
      to: "app.setAboutPanelOptions({});",
    },
    words: /does not know app\.setAboutPanelOptions/u,
  },
  {
    name: "a switch it does not know",
    change: { in: "main", from: '"disable-component-update"', to: '"remote-debugging-port", "9222"' },
    words: /does not know the switch remote-debugging-port/u,
  },
  {
    name: "an event that never happens in it",
    change: {
      in: "main",
      from: 'app.on("web-contents-created"',
      to: 'app.on("gpu-info-update", () => {}); app.on("web-contents-created"',
    },
    words: /does not know the event gpu-info-update/u,
  },
  ...["addListener", "prependListener", "prependOnceListener"].map((way) => ({
    name: `an event that never happens in it, listened to by ${way}`,
    change: {
      in: "main" as const,
      from: 'app.on("web-contents-created"',
      to: `app.${way}("gpu-info-update", () => {}); app.on("web-contents-created"`,
    },
    words: /stand-in (?:does not know the event|has no listeners before others:) gpu-info-update/u,
  })),
  {
    name: "a channel that no spec knows",
    change: { in: "main", from: "ipcMain.on(", to: 'ipcMain.on("kessan:ask", () => {}); ipcMain.on(' },
    words: /does not know the event kessan:ask/u,
  },
  {
    name: "a path of the app that is relative",
    change: { in: "main", from: 'app.setPath("userData", ', to: 'app.setPath("userData", "data/window"); void (' },
    words: /Path must be absolute/u,
  },
  {
    name: "a scheme registered after ready",
    change: {
      in: "main",
      from: "protocol.registerSchemesAsPrivileged(",
      to: "((schemes) => void app.whenReady().then(() => protocol.registerSchemesAsPrivileged(schemes)))(",
    },
    words: /registerSchemesAsPrivileged should be called before app is ready/u,
  },
  ...["standard", "secure"].map((privilege) => ({
    name: `a scheme that is not ${privilege}`,
    change: { in: "main" as const, from: `${privilege}: true`, to: `${privilege}: false` },
    words: new RegExp(`kessan: was not registered as ${privilege}`, "u"),
  })),
  {
    name: "a scheme that gets around the content policy",
    change: { in: "main", from: "standard: true", to: "standard: true, bypassCSP: true" },
    words: /does not know the privileges of kessan\.bypassCSP/u,
  },
  {
    name: "a scheme that nothing handles",
    change: { in: "main", from: /session\.defaultSession\.protocol\.handle\(.*\);/u, to: "" },
    words: /ERR_UNKNOWN_URL_SCHEME/u,
  },
  {
    name: "a message that cannot be cloned",
    change: { in: "main", from: 'postMessage("kessan:port", null,', to: 'postMessage("kessan:port", () => {},' },
    words: /could not be cloned/u,
  },
  {
    name: "the session before ready",
    change: {
      in: "main",
      from: "app.commandLine.appendSwitch",
      to: "session.defaultSession; app.commandLine.appendSwitch",
    },
    words: /Session can only be received when app is ready/u,
  },
  {
    name: "an accelerator that is none",
    change: { in: "main", from: "CommandOrControl+Alt+0", to: "Strg+Alt+0" },
    words: /Strg\+Alt\+0 is no accelerator/u,
  },
];

for (const { name, change, words } of REFUSED) {
  test(`refused: ${name}`, async ({ browser }) => {
    await examine(browser, [change], async ({ host, refusal, errors }) => {
      const said = (): string => [refusal, ...errors, ...(host?.complaints() ?? [])].join("\n");
      await expect.poll(said).toMatch(words);
    });
  });
}

test("nothing is refused of the app as it was built", async ({ browser }) => {
  await examine(browser, [], async ({ host, refusal, errors }) => {
    expect([refusal, ...errors, ...(host?.complaints() ?? [])].join("")).toBe("");
    const { schemes, switches } = (await host?.main.ask("asked.see", null)) ?? {};
    expect(schemes).toEqual([
      { scheme: "kessan", privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    expect(switches).toEqual({
      "host-resolver-rules": "MAP * ~NOTFOUND",
      "disable-background-networking": "",
      "disable-component-update": "",
    });
  });
});

test("a first start on what is no file of this machine says so, and ends", async ({ browser }) => {
  const address = "file:///tmp/100%.kessan";
  const look = async ({ refusal }: Examined): Promise<string> => refusal;
  const said = await examine(browser, [], look, address);
  expect(said).toContain(`Kessan did not start\n${address} is no file on this machine. Nothing was opened.`);
});
