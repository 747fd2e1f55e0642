import { connect as connectSocket } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { Pages } from "#handlers/pages.ts";
import { connect } from "#rpc/connect.ts";
import { socketWire } from "#rpc/socket-wire.ts";
import type { Wire } from "#rpc/wire.ts";
import { describeWire } from "#rpc/wire-suite.ts";
import { WebSocketServer } from "ws";
import { serveWindow, type WindowHost } from "./serve-window.ts";

interface Questions {
  double: { asks: number; answers: number };
}

interface Events {
  counted: number;
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const PAGES: Pages = new Map([
  ["/index.html", { mime: "text/html; charset=utf-8", bytes: bytes("<!doctype html><head><title>Kessan</title>") }],
  ["/assets/main.js", { mime: "text/javascript", bytes: bytes("export {};") }],
]);

let calls = 0;
let window: WindowHost<Events>;
let host: string;
let token: string;

beforeAll(async () => {
  window = await serveWindow<Questions, Events>({ double: async (value) => (calls++, value * 2) }, PAGES);
  host = new URL(window.origin).host;
  const answer = await exchange(codeOf(window.newAddress()));
  token = ((await answer.json()) as { token: string }).token;
});

afterAll(() => window.close());

beforeEach(() => {
  calls = 0;
});

function codeOf(address: string): string {
  return new URL(address).hash.slice(1);
}

function exchange(code: string): Promise<Response> {
  return fetch(`${window.origin}/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: window.origin },
    body: JSON.stringify({ code }),
  });
}

/** Sends the text as it stands and answers the status; 0 where the server hung up without one. */
function raw(text: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = connectSocket({ host: "127.0.0.1", port: Number(host.split(":")[1]) });
    let received = "";
    socket.on("data", (data) => {
      received += String(data);
      if (received.includes("\r\n\r\n")) socket.destroy();
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(Number(/^HTTP\/1\.1 (\d{3}) /.exec(received)?.[1] ?? 0)));
    socket.write(text);
  });
}

function lines(...each: string[]): string {
  return [...each, "", ""].join("\r\n");
}

function upgrade(...headers: string[]): string {
  return lines(
    "GET /wire HTTP/1.1",
    ...headers,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  );
}

function post(headers: readonly string[], body: string): string {
  return `${lines("POST /session HTTP/1.1", `Host: ${host}`, ...headers, `Content-Length: ${Buffer.byteLength(body)}`)}${body}`;
}

/** With a code that works, so that nothing but the check at hand refuses it. */
function goodBody(): string {
  return JSON.stringify({ code: codeOf(window.newAddress()) });
}

const JSON_TYPE = "Content-Type: application/json";

describe("forged requests are refused", () => {
  test.each<[string, number, () => string]>([
    ["no Host", 400, () => lines("GET / HTTP/1.1")],
    ["two Hosts", 403, () => lines("GET / HTTP/1.1", `Host: ${host}`, `Host: ${host}`)],
    ["a rebound name as Host", 403, () => lines("GET / HTTP/1.1", "Host: rebound.example")],
    ["localhost as Host", 403, () => lines("GET / HTTP/1.1", `Host: localhost:${host.split(":")[1]}`)],
    ["a Host without the port", 403, () => lines("GET / HTTP/1.1", "Host: 127.0.0.1")],
    ["another port as Host", 403, () => lines("GET / HTTP/1.1", "Host: 127.0.0.1:1")],
    ["HTTP/1.0", 403, () => lines("GET / HTTP/1.0", `Host: ${host}`)],
    ["an absolute target", 403, () => lines(`GET http://${host}/ HTTP/1.1`, `Host: ${host}`)],
    ["a target with two slashes", 403, () => lines("GET //assets/main.js HTTP/1.1", `Host: ${host}`)],
    ["an asterisk as target", 403, () => lines("GET * HTTP/1.1", `Host: ${host}`)],
    ["another Origin", 403, () => lines("GET / HTTP/1.1", `Host: ${host}`, "Origin: http://evil.example")],
    ["another port as Origin", 403, () => lines("GET / HTTP/1.1", `Host: ${host}`, "Origin: http://127.0.0.1:1")],
    ["a null Origin", 403, () => lines("GET / HTTP/1.1", `Host: ${host}`, "Origin: null")],
    ["two Origins", 403, () => lines("GET / HTTP/1.1", `Host: ${host}`, `Origin: http://${host}`, "Origin: null")],
    [
      "a Host and Origin that agree on a rebound name",
      403,
      () => lines("GET / HTTP/1.1", "Host: a.example", "Origin: http://a.example"),
    ],
    ["a cross-site page", 403, () => lines("GET / HTTP/1.1", `Host: ${host}`, "Sec-Fetch-Site: cross-site")],
    ["a page on another port", 403, () => lines("GET / HTTP/1.1", `Host: ${host}`, "Sec-Fetch-Site: same-site")],
    [
      "two answers to where it comes from",
      403,
      () => lines("GET / HTTP/1.1", `Host: ${host}`, "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"),
    ],
    [
      "a file asked for from nowhere",
      403,
      () => lines("GET /assets/main.js HTTP/1.1", `Host: ${host}`, "Sec-Fetch-Site: none"),
    ],
    ["another method", 405, () => lines("DELETE / HTTP/1.1", `Host: ${host}`)],
    [
      "OPTIONS, which a cross-site fetch sends first",
      405,
      () => lines("OPTIONS /session HTTP/1.1", `Host: ${host}`, "Origin: http://evil.example"),
    ],
    ["CONNECT", 0, () => lines(`CONNECT ${host} HTTP/1.1`, `Host: ${host}`)],
    ["a way out of the folder", 404, () => lines("GET /../package.json HTTP/1.1", `Host: ${host}`)],
    ["the same, encoded", 404, () => lines("GET /%2e%2e%2fpackage.json HTTP/1.1", `Host: ${host}`)],
    ["a session by GET", 405, () => lines("GET /session HTTP/1.1", `Host: ${host}`)],
    ["a session without Origin", 403, () => post([JSON_TYPE], goodBody())],
    ["a session from another Origin", 403, () => post([JSON_TYPE, "Origin: http://evil.example"], goodBody())],
    ["a session as a form", 403, () => post(["Content-Type: text/plain", `Origin: http://${host}`], goodBody())],
    ["a session with a guessed code", 403, () => post([JSON_TYPE, `Origin: http://${host}`], '{"code":"guess"}')],
    ["a session without a code", 403, () => post([JSON_TYPE, `Origin: http://${host}`], "{}")],
    ["a session with broken JSON", 403, () => post([JSON_TYPE, `Origin: http://${host}`], "{")],
    [
      "a session with a large body",
      403,
      () =>
        post(
          [JSON_TYPE, `Origin: http://${host}`],
          JSON.stringify({ code: codeOf(window.newAddress()), pad: "x".repeat(1_000) }),
        ),
    ],
    ["headers beyond 16 KiB", 431, () => lines("GET / HTTP/1.1", `Host: ${host}`, `X: ${"x".repeat(20_000)}`)],
    ["a wire without Origin", 403, () => upgrade(`Host: ${host}`)],
    ["a wire from another Origin", 403, () => upgrade(`Host: ${host}`, "Origin: http://evil.example")],
    ["a wire from another port", 403, () => upgrade(`Host: ${host}`, "Origin: http://127.0.0.1:1")],
    ["a wire with two Hosts", 403, () => upgrade(`Host: ${host}`, `Host: ${host}`, `Origin: http://${host}`)],
    [
      "a wire from another site",
      403,
      () => upgrade(`Host: ${host}`, `Origin: http://${host}`, "Sec-Fetch-Site: same-site"),
    ],
    ["a wire elsewhere", 404, () => upgrade(`Host: ${host}`, `Origin: http://${host}`).replace("/wire", "/")],
  ])("%s: %i", async (_, status, request) => {
    expect(await raw(request())).toBe(status);
    expect(calls).toBe(0);
  });
});

describe("our own window is served", () => {
  test.each<[string, number, () => string]>([
    [
      "the window, typed into the address bar",
      200,
      () => lines("GET / HTTP/1.1", `Host: ${host}`, "Sec-Fetch-Site: none"),
    ],
    ["the window, reloaded", 200, () => lines("GET / HTTP/1.1", `Host: ${host}`, "Sec-Fetch-Site: same-origin")],
    [
      "its script",
      200,
      () =>
        lines("GET /assets/main.js HTTP/1.1", `Host: ${host}`, "Sec-Fetch-Site: same-origin", `Origin: http://${host}`),
    ],
    ["a script that is not there", 404, () => lines("GET /assets/absent.js HTTP/1.1", `Host: ${host}`)],
    ["the wire", 101, () => upgrade(`Host: ${host}`, `Origin: http://${host}`)],
  ])("%s: %i", async (_, status, request) => {
    expect(await raw(request())).toBe(status);
  });

  test("under a policy without unsafe-*, with a style nonce that is new for every load", async () => {
    const loads = await Promise.all([fetch(window.origin), fetch(window.origin)]);
    const nonces = await Promise.all(
      loads.map(async (load) => /style-nonce" content="([^"]+)"/.exec(await load.text())?.[1]),
    );
    expect(new Set(nonces).size).toBe(2);
    for (const [index, { headers }] of loads.entries()) {
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain(`style-src 'self' 'nonce-${nonces[index]}'`);
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toContain("unsafe");
    }
  });

  test.each([
    ["/", 200],
    ["/absent", 404],
    ["/session", 405],
  ] as const)("%s has the protective headers and no CORS", async (path, status) => {
    const { status: answered, headers } = await fetch(window.origin + path);
    expect(answered).toBe(status);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
    });
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("set-cookie")).toBeNull();
  });
});

describe("a code", () => {
  test("works once", async () => {
    const code = codeOf(window.newAddress());
    expect((await exchange(code)).status).toBe(200);
    expect((await exchange(code)).status).toBe(403);
  });

  test("is not the token, and the token is no code", async () => {
    expect(codeOf(window.newAddress())).not.toBe(token);
    expect((await exchange(token)).status).toBe(403);
  });
});

/** The close code, after sending the first text. */
async function firstText(text: string | Buffer): Promise<number> {
  const socket = new WebSocket(`ws://${host}/wire`, { origin: window.origin });
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  await new Promise((resolve) => socket.on("open", resolve));
  socket.send(text);
  return closed;
}

/** As the page does it: the token is the first text. */
async function openWire(): Promise<{ wire: Wire; closed: Promise<number> }> {
  const socket = new WebSocket(`ws://${host}/wire`, { origin: window.origin });
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  await new Promise((resolve) => socket.on("open", resolve));
  socket.send(token);
  return { wire: socketWire(socket), closed };
}

describe("the wire", () => {
  test.each<[string, () => string | Buffer]>([
    ["no token", () => ""],
    ["a wrong token", () => "x".repeat(43)],
    ["a question instead of a token", () => '{"kind":"ask","id":1,"method":"double","argument":1}'],
    ["the token in bytes", () => Buffer.from(token)],
    ["a code instead of the token", () => codeOf(window.newAddress())],
  ])("is closed on %s", async (_, text) => {
    expect(await firstText(text())).toBe(4003);
    expect(calls).toBe(0);
  });

  test("is closed on a text beyond 4 MiB, before a token and after", async () => {
    const large = "x".repeat(4 * 1024 * 1024 + 1);
    expect(await firstText(large)).toBe(1009);
    const { wire, closed } = await openWire();
    wire.send(large);
    expect(await closed).toBe(1009);
  });

  test("answers and tells", async () => {
    const { wire } = await openWire();
    const asking = connect<Questions, Events>(wire);
    const counted = new Promise((resolve) => asking.on("counted", resolve));
    expect(await asking.ask("double", 21)).toBe(42);
    window.tell("counted", 7);
    expect(await counted).toBe(7);
  });

  test("belongs to the window that came last", async () => {
    const first = await openWire();
    const second = await openWire();
    expect(await first.closed).toBe(4001);
    expect(await connect<Questions, Events>(second.wire).ask("double", 2)).toBe(4);
  });
});

test("closing hangs up on the window and frees the port", async () => {
  const other = await serveWindow<Questions, Events>({ double: async (value) => value }, PAGES);
  await fetch(other.origin);
  await other.close();
  await expect(fetch(other.origin)).rejects.toThrow("fetch failed");
});

describeWire("a socket", async () => {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await new Promise((resolve) => server.once("listening", resolve));
  const accepted = new Promise<WebSocket>((resolve) => server.once("connection", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A server on a port has an address.");
  const near = new WebSocket(`ws://127.0.0.1:${address.port}`);
  await new Promise((resolve) => near.once("open", resolve));
  return { near: socketWire(near), far: socketWire(await accepted), release: () => server.close() };
});
