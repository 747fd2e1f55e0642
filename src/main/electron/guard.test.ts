import { EventEmitter } from "node:events";
import type { Session, WebContents } from "electron";
import { describe, expect, test } from "vitest";
import type { Pages } from "#handlers/pages.ts";
import { answerPages } from "./answer-pages.ts";
import { isOwnAddress } from "./app-address.ts";
import { CONTENT_POLICY, REFUSAL_POLICY, withoutNonce } from "./fixtures/content-policy.ts";
import { DEVICE_TYPES, PERMISSIONS } from "./fixtures/every-permission.ts";
import { guardContents, guardSession } from "./guard.ts";
import { WINDOW_PREFERENCES } from "./window-preferences.ts";

const OWN = ["kessan://app/", "kessan://app/index.html", "kessan://app/#x", "KESSAN://app/"];
const FOREIGN = [
  "",
  "about:blank",
  "file:///etc/passwd",
  "http://app/",
  "http://example.com/",
  "https://app/",
  "kessan://app.example/",
  "kessan://app:80/",
  "kessan://evil@app/",
  "kessan://App.evil/",
  "kessan:app",
  "javascript:alert(1)",
  "data:text/html,x",
];

describe("the window's own address", () => {
  test.each(OWN)("%s is", (address) => expect(isOwnAddress(address)).toBe(true));
  test.each(FOREIGN)("%s is not", (address) => expect(isOwnAddress(address)).toBe(false));
});

describe("a window stays where it is", () => {
  class Contents extends EventEmitter {
    open: (() => { action: string }) | null = null;
    setWindowOpenHandler(open: () => { action: string }): void {
      this.open = open;
    }
  }

  function wasPrevented(name: string, url: string): boolean {
    const contents = new Contents();
    guardContents(contents as unknown as WebContents);
    let isPrevented = false;
    contents.emit(name, { url, preventDefault: () => (isPrevented = true) });
    return isPrevented;
  }

  test.each(["will-navigate", "will-frame-navigate", "will-redirect"])("%s", (name) => {
    expect(FOREIGN.filter((address) => !wasPrevented(name, address))).toEqual([]);
    expect(OWN.filter((address) => wasPrevented(name, address))).toEqual([]);
  });

  test("no page is embedded, not even our own", () => {
    expect(wasPrevented("will-attach-webview", "kessan://app/")).toBe(true);
  });

  test("no second window opens", () => {
    const contents = new Contents();
    guardContents(contents as unknown as WebContents);
    expect(contents.open?.()).toEqual({ action: "deny" });
  });
});

describe("every permission and device is refused, asked for or checked", () => {
  const handlers = new Map<string, (...args: unknown[]) => unknown>();
  const session = new Proxy({}, { get: (_, name) => (handler: () => unknown) => handlers.set(String(name), handler) });
  guardSession(session as unknown as Session);
  const answered = (handler: string, ...asked: readonly unknown[]): unknown[] => {
    const answers: unknown[] = [];
    handlers.get(handler)?.(...asked, (answer: unknown) => answers.push(answer));
    return answers;
  };

  test.each(PERMISSIONS)("%s", (permission) => {
    expect(answered("setPermissionRequestHandler", null, permission)).toEqual([false]);
    expect(handlers.get("setPermissionCheckHandler")?.(null, permission)).toBe(false);
  });

  test.each(DEVICE_TYPES)("a device by %s", (deviceType) => {
    expect(handlers.get("setDevicePermissionHandler")?.({ deviceType })).toBe(false);
  });

  test("the screen, and dictionaries for spelling", () => {
    expect(answered("setDisplayMediaRequestHandler", {})).toEqual([null]);
    expect(handlers.get("setSpellCheckerEnabled")).toBe(false);
  });
});

test("the window's preferences are isolated, sandboxed and frozen", () => {
  expect(Object.isFrozen(WINDOW_PREFERENCES)).toBe(true);
  const { preload, ...preferences } = WINDOW_PREFERENCES;
  expect(preload).toMatch(/preload[/\\]index\.cjs$/);
  expect(preferences).toEqual({
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
    spellcheck: false,
  });
});

describe("the protocol answers", () => {
  const html = new TextEncoder().encode("<!doctype html><head></head>");
  const pages: Pages = new Map([["/index.html", { mime: "text/html", bytes: html }]]);
  const answer = answerPages(pages);

  test.each([
    ["kessan://app/", "GET", 200],
    ["kessan://app/index.html", "GET", 200],
    ["kessan://app/absent.js", "GET", 404],
    ["kessan://app/..%2fpackage.json", "GET", 404],
    ["kessan://other/", "GET", 403],
    ["kessan://app/", "POST", 405],
  ])("%s by %s with %i", (url, method, status) => {
    expect(answer({ url, method } as Request).status).toBe(status);
  });

  test("under the policy that the loopback server has", async () => {
    const policyOf = (url: string): string => {
      const { headers } = answer({ url, method: "GET" } as Request);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      return withoutNonce(headers.get("content-security-policy") ?? "");
    };
    // Whole: a part that is dropped or widened shows in no page that behaves.
    expect(policyOf("kessan://app/")).toBe(CONTENT_POLICY);
    expect(policyOf("kessan://app/absent.js")).toBe(REFUSAL_POLICY);
    expect(policyOf("kessan://other/")).toBe(REFUSAL_POLICY);
  });
});
