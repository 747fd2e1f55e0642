/**
 * Electron's checklist for security, item by item: what must hold of the app as it was built, and that it does not
 * hold when the item is undone in it. 16 (a current Electron) and 19 (the fuses) are in scripts/packaging.test.ts.
 */
import { expect, test, type Page } from "@playwright/test";
import { CONTENT_POLICY, withoutNonce } from "#main/electron/fixtures/content-policy.ts";
import { examine, type Change, type Examined } from "./undone.ts";

interface Item {
  readonly name: string;
  /** Ways to undo it; each by itself must be seen. */
  readonly undone: readonly Change[];
  /** What is wrong; empty: the item holds. */
  readonly wrong: (examined: Examined) => Promise<string>;
}

const main = (from: string | RegExp, to: string): Change => ({ in: "main", from, to });

/** The stand-in refuses what it does not show, in words that name it. */
const started = async ({ refusal }: Examined): Promise<string> => refusal;

const preference = (name: string, good: string, bad: string): Pick<Item, "undone" | "wrong"> => ({
  undone: [main(`${name}: ${good},`, `${name}: ${bad},`)],
  wrong: started,
});

/** Chromium itself can be told the same, for every window there is. */
const bySwitch = (name: string, value = ""): Change =>
  main(/(?=app\.commandLine\.appendSwitch)/u, `app.commandLine.appendSwitch("${name}", "${value}"); `);

const preferenceOrSwitch = (
  name: string,
  good: string,
  bad: string,
  switched: string,
): Pick<Item, "undone" | "wrong"> => {
  const { undone, wrong } = preference(name, good, bad);
  return { undone: [...undone, bySwitch(switched)], wrong };
};

/** Asks the running app; one that does not run is wrong already. */
const asking =
  (ask: (host: NonNullable<Examined["host"]>, examined: Examined) => Promise<string>) =>
  async (examined: Examined): Promise<string> =>
    examined.host === null ? examined.refusal : ask(examined.host, examined);

const FOREIGN = "https://example.com/";
/** The same without any protection on its way: what holds for the one may not hold for the other. */
const INSECURE = "http://example.com/";

/** Loads the page anew; the policy it came under. */
async function policyOf(page: Page): Promise<string> {
  const response = await page.reload();
  return (await response?.headerValue("content-security-policy")) ?? "";
}

/** What of its own making the page could run. Where one protection holds, another one's absence must show by itself. */
async function scriptsAllowed(page: Page, policy: string): Promise<string> {
  const sources = policy.split("; ").find((directive) => directive.startsWith("script-src"));
  const ran = await page.evaluate(async () => {
    // A call from the debugger may run text whatever the policy says; what comes after it may not.
    await new Promise((resolve) => setTimeout(resolve));
    const types = globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): object } };
    const deeds: readonly (readonly [string, () => unknown])[] = [
      ["text became markup", () => (document.createElement("div").innerHTML = "<b>text</b>")],
      ["text became code", () => Reflect.construct(Function, ["return 1"])],
      ["a policy for trusted types was made", () => types.trustedTypes.createPolicy("own", {})],
    ];
    return deeds.flatMap(([what, deed]) => {
      try {
        deed();
        return [what];
      } catch {
        return [];
      }
    });
  });
  return [...(sources === "script-src 'self'" ? [] : [`scripts come from: ${sources ?? "anywhere"}`]), ...ran].join();
}

const ITEMS: readonly Item[] = [
  {
    name: "1. only secure content is loaded",
    undone: [main("window.loadURL(APP_ADDRESS)", 'window.loadURL("http://example.com/")')],
    wrong: started,
  },
  { name: "2. no Node in the page", ...preference("nodeIntegration", "false", "true") },
  { name: "2. no Node in workers", ...preference("nodeIntegrationInWorker", "false", "true") },
  { name: "2. no Node in frames within", ...preference("nodeIntegrationInSubFrames", "false", "true") },
  { name: "3. the preload has a world of its own", ...preference("contextIsolation", "true", "false") },
  { name: "4. the page's process is sandboxed", ...preferenceOrSwitch("sandbox", "true", "false", "no-sandbox") },
  ...[
    { handler: "PermissionRequest", weaker: '(_contents, name, answer) => answer(name === "fileSystem")' },
    { handler: "PermissionCheck", weaker: '(_contents, name) => name === "fullscreen"' },
    { handler: "DevicePermission", weaker: '({ deviceType }) => deviceType === "usb"' },
    { handler: "DisplayMediaRequest", weaker: "(_request, answer) => answer({})" },
  ].map(({ handler, weaker }): Item => ({
    name: `5. permissions are refused (${handler})`,
    undone: ["", `session.set${handler}Handler(${weaker});`].map((to) =>
      main(new RegExp(`session\\.set${handler}Handler\\(.*\\);`, "u"), to),
    ),
    wrong: asking(async ({ main: app }) => (await app.ask("permissions.granted", null)).join()),
  })),
  { name: "6. webSecurity stays on", ...preferenceOrSwitch("webSecurity", "true", "false", "disable-web-security") },
  {
    name: "7. a content policy holds in the page",
    undone: [
      main('"Content-Security-Policy": policy,', ""),
      ...["'unsafe-inline'", "'unsafe-eval'", "https:"].map((more) =>
        main("script-src 'self'", `script-src 'self' ${more}`),
      ),
      main(`"require-trusted-types-for 'script'",`, ""),
      main("trusted-types 'none'", "trusted-types *"),
      main("connect-src 'self'", "connect-src *"),
      main("default-src 'none'", "default-src 'self'"),
      main("img-src 'self' data: blob:", "img-src *"),
      ...["base-uri", "form-action", "frame-ancestors"].map((name) => main(`"${name} 'none'",`, "")),
    ],
    wrong: asking(async ({ page }, { errors }) => {
      const policy = await policyOf(page);
      const allowed = await scriptsAllowed(page, policy);
      if (allowed !== "") return allowed;
      await page.evaluate((address) => fetch(address).catch(() => {}), FOREIGN);
      const isRefused = errors.some((error) => error.includes(FOREIGN) && error.includes("Content Security Policy"));
      if (!isRefused) return "a request left the page";
      return withoutNonce(policy) === CONTENT_POLICY ? "" : `the policy is another one: ${policy}`;
    }),
  },
  {
    name: "8. no insecure content is run",
    ...preferenceOrSwitch("allowRunningInsecureContent", "false", "true", "allow-running-insecure-content"),
  },
  {
    name: "9. no experimental features",
    ...preferenceOrSwitch("experimentalFeatures", "false", "true", "enable-experimental-web-platform-features"),
  },
  {
    name: "10. no features of Blink are switched on",
    undone: [
      main("sandbox: true,", 'sandbox: true, enableBlinkFeatures: "CSSVariables",'),
      bySwitch("enable-blink-features", "CSSVariables"),
    ],
    wrong: started,
  },
  { name: "11. there is no webview to open popups", ...preference("webviewTag", "false", "true") },
  {
    name: "12. a webview is not attached",
    undone: [main(/contents\.on\("will-attach-webview",.*\);/u, "")],
    wrong: asking(async ({ main: app }) => ((await app.ask("page.attaches", null)) ? "a webview was attached" : "")),
  },
  ...["will-navigate", "will-frame-navigate", "will-redirect"].map((event): Item => ({
    name: `13. the page stays where it is (${event})`,
    undone: [
      main(`contents.on("${event}", stay);`, ""),
      main("if (!isOwnAddress(event.url))", 'if (!isOwnAddress(event.url) && !event.url.startsWith("http:"))'),
    ],
    wrong: asking(async ({ main: app }) => {
      const isMain = event !== "will-frame-navigate";
      // Each by itself: together they hold the same page twice.
      const isPrevented = (url: string): Promise<boolean> => app.ask("navigation.heard", { event, url, isMain });
      const isKept = (await isPrevented(FOREIGN)) && (await isPrevented(INSECURE));
      return isKept ? "" : `${event} was not prevented`;
    }),
  })),
  {
    name: "14. no second window opens",
    undone: [main('{ action: "deny" }', '{ action: "allow" }')],
    wrong: asking(async ({ main: app }) => ((await app.ask("page.opens", FOREIGN)) ? "a window opened" : "")),
  },
  {
    name: "15. nothing is handed to the system to open",
    undone: [
      main(
        /import \{ (?<names>[^}]*)utilityProcess \} from "electron";/u,
        'import { $<names>utilityProcess, shell } from "electron";',
      ),
    ],
    wrong: started,
  },
  ...[
    {
      name: "another address",
      from: { url: FOREIGN, isMain: true, isGone: false },
      check: "!isOwnAddress(senderFrame.url)",
    },
    {
      name: "a frame within",
      from: { url: "kessan://app/", isMain: false, isGone: false },
      check: "senderFrame !== window.webContents.mainFrame",
    },
  ].map(({ name, from, check }): Item => ({
    name: `17. ${name} is given no port`,
    undone: [main(check, "false")],
    wrong: asking(async (host) => {
      // The page asks for its own at every load, and may still be asking.
      await expect.poll(() => host.portsGiven()).toBe(1);
      await host.main.ask("page.sends", { channel: "kessan:connect", from });
      return host.portsGiven() === 1 ? "" : "it was given one";
    }),
  })),
  {
    name: "17. a frame that is gone is given no port",
    undone: [main("senderFrame === null || senderFrame !== window.webContents.mainFrame ||", "")],
    wrong: asking(async ({ main: app }) => {
      const from = { url: "kessan://app/", isMain: true, isGone: true };
      return app.ask("page.sends", { channel: "kessan:connect", from }).then(() => "", String);
    }),
  },
  {
    name: "18. no page has an address of file://",
    undone: [main("window.loadURL(APP_ADDRESS)", 'window.loadURL("file:///index.html")')],
    wrong: started,
  },
  {
    name: "20. nothing of Electron is in the page",
    undone: [
      {
        in: "preload",
        from: 'electron.ipcRenderer.on("kessan:port"',
        to: 'electron.contextBridge.exposeInMainWorld("electron", electron); electron.ipcRenderer.on("kessan:port"',
      },
    ],
    wrong: asking(async ({ page }, { errors }) => {
      const names = ["electron", "ipcRenderer", "require", "process", "electronStandInSends"];
      const found = await page.evaluate((all) => all.filter((name) => name in globalThis), names);
      return [...found, ...errors].join();
    }),
  },
];

for (const { name, undone, wrong } of ITEMS) {
  test(name, async ({ browser }) => {
    expect(await examine(browser, [], wrong)).toBe("");
    for (const change of undone)
      expect(await examine(browser, [change], wrong), `undone, it must be seen: ${change.to}`).not.toBe("");
  });
}
