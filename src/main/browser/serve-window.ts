/** The loopback server: pages, the exchange of a code for the token, and one wire. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import {
  makeNonce,
  NOTHING_ALLOWED,
  pageResponse,
  plainResponse,
  protectiveHeaders,
  type PageResponse,
  type Pages,
} from "#handlers/pages.ts";
import type { QuestionMap } from "#rpc/questions.ts";
import { serve, type HandlerTable, type ServeOptions, type Serving } from "#rpc/serve.ts";
import { socketWire } from "#rpc/socket-wire.ts";
import { makeAdmission, type Admission } from "./admission.ts";
import { OPENING_PATH, refuseRequest, SESSION_PATH, WIRE_PATH, type RequestKind } from "./request-checks.ts";

const LOOPBACK = "127.0.0.1";
/** A code is 43 characters; this leaves room for JSON around it and for nothing else. */
const SESSION_BODY_BYTES = 256;
/** A pasted sheet of 10,000 cells is about 1.5 MB as a question. */
const WIRE_TEXT_BYTES = 4 * 1024 * 1024;
/** Everything comes from this machine: what takes longer is holding a connection open on purpose. */
const REQUEST_TIMEOUT_MS = 10_000;
/** The browser's own code for a socket that was closed because another window took over. */
const REPLACED = 4001;
const REFUSED = 4003;

export interface WindowHost<Events> extends Serving<Events> {
  /** Such as `http://127.0.0.1:49152`. */
  readonly origin: string;
  /** An address that opens a window, once. */
  newAddress(): string;
  /** Hangs up on the window and gives the port back. */
  close(): Promise<void>;
}

/** Serves the table to one window at a time; a window that comes later takes over. */
export async function serveWindow<Questions extends QuestionMap<Questions>, Events>(
  table: HandlerTable<Questions>,
  pages: Pages,
  options: ServeOptions = {},
): Promise<WindowHost<Events>> {
  const admission = makeAdmission();
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: WIRE_TEXT_BYTES, perMessageDeflate: false });
  const host = await listen(server);
  let current: { readonly socket: WebSocket; readonly serving: Serving<Events> } | null = null;

  server.on("request", (request, response) => {
    const kind = request.url === SESSION_PATH ? "session" : "page";
    const refusal = refuse(request, kind, host);
    if (refusal !== null) send(response, refusal);
    else if (kind === "session") void answerSession(request, response, admission);
    else if (request.url === OPENING_PATH) send(response, plainResponse(200, "Kessan is opening."));
    else send(response, pageResponse(pages, request.url ?? "", makeNonce()));
  });

  server.on("upgrade", (request, stream, head) => {
    const refusal =
      request.url === WIRE_PATH ? refuse(request, "wire", host) : plainResponse(404, "There is no wire here.");
    if (refusal !== null) hangUp(stream, refusal.status);
    else sockets.handleUpgrade(request, stream, head, (socket) => admit(socket));
  });

  const admit = (socket: WebSocket): void => {
    // Too long a text, a broken frame: ws closes the socket itself, and the wire hears of the close.
    socket.on("error", () => {});
    const patience = setTimeout(() => socket.close(REFUSED), REQUEST_TIMEOUT_MS);
    socket.once("close", () => clearTimeout(patience));
    socket.once("message", (token, isBinary) => {
      clearTimeout(patience);
      if (isBinary || !Buffer.isBuffer(token) || !admission.admits(token.toString())) {
        socket.close(REFUSED);
        return;
      }
      current?.socket.close(REPLACED);
      current = { socket, serving: serve<Questions, Events>(socketWire(socket), table, options) };
    });
  };

  return {
    origin: `http://${host}`,
    newAddress: () => `http://${host}/#${admission.newCode()}`,
    tell: (name, value) => current?.serving.tell(name, value),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: LOOPBACK, port: 0, exclusive: true }, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A server on a port has an address.");
  return `${LOOPBACK}:${address.port}`;
}

function refuse(request: IncomingMessage, kind: RequestKind, host: string): PageResponse | null {
  const refused = refuseRequest(request, kind, host);
  return refused === null ? null : plainResponse(refused.status, `Refused: ${refused.reason}.`);
}

async function answerSession(request: IncomingMessage, response: ServerResponse, admission: Admission): Promise<void> {
  const code = await readCode(request);
  const token = code === null ? null : admission.redeem(code);
  if (token === null) {
    send(response, plainResponse(403, "Refused: this code was used already, or is not one."));
    return;
  }
  const headers = { "Content-Type": "application/json", ...protectiveHeaders(NOTHING_ALLOWED) };
  send(response, { status: 200, headers, body: new TextEncoder().encode(JSON.stringify({ token })) });
}

/** Null for every body that is not `{"code": "…"}` in JSON. */
async function readCode(request: IncomingMessage): Promise<string | null> {
  if (request.headers["content-type"] !== "application/json") return null;
  let text = "";
  try {
    for await (const chunk of request.setEncoding("utf8")) {
      text += String(chunk);
      if (text.length > SESSION_BODY_BYTES) return null;
    }
    const body: unknown = JSON.parse(text);
    const hasCode = typeof body === "object" && body !== null && "code" in body;
    return hasCode && typeof body.code === "string" ? body.code : null;
  } catch {
    return null;
  }
}

function send(response: ServerResponse, { status, headers, body }: PageResponse): void {
  // A refused peer has no business with a connection that stays open.
  if (status >= 400) response.setHeader("Connection", "close");
  response.writeHead(status, { ...headers, "Content-Length": body.byteLength }).end(body);
}

function hangUp(stream: Duplex, status: number): void {
  // Whoever is refused may be gone already.
  stream.on("error", () => {});
  stream.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
