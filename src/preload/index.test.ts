/** What the preload lets through, on a window of its own making. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const electron = vi.hoisted(() => ({ sent: [] as string[] }));

vi.mock("electron", () => ({
  ipcRenderer: { send: (channel: string) => electron.sent.push(channel), on: () => {} },
}));

const ORIGIN = "kessan://app";
const page = new EventTarget();

beforeEach(async () => {
  electron.sent = [];
  vi.stubGlobal("window", page);
  vi.stubGlobal("location", { origin: ORIGIN });
  await import("./index.ts");
});
afterEach(() => vi.unstubAllGlobals());

function receive(message: { readonly source: unknown; readonly origin: string; readonly data: unknown }): void {
  page.dispatchEvent(Object.assign(new Event("message"), message));
}

test("the page itself is heard, once for each time it asks", () => {
  receive({ source: page, origin: ORIGIN, data: "kessan:connect" });
  expect(electron.sent).toEqual(["kessan:connect"]);
});

test.each([
  ["from a frame within", { source: new EventTarget() }],
  ["from nobody", { source: null }],
  ["from another origin", { origin: "https://example.com" }],
  ["from an origin that is none", { origin: "null" }],
  ["that asks for something else", { data: "kessan:port" }],
  ["that is no text", { data: { channel: "kessan:connect" } }],
])("a message %s is not passed on", (_name, other) => {
  receive({ source: page, origin: ORIGIN, data: "kessan:connect", ...other });
  expect(electron.sent).toEqual([]);
});
