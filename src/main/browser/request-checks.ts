/**
 * Whether a request may come from our own window. Other pages, other ports of this machine and names that
 * were rebound to it can all reach a loopback server; none of them can forge all of this.
 */
import type { IncomingMessage } from "node:http";

export type RequestKind = "page" | "session" | "wire";

export const SESSION_PATH = "/session";
export const WIRE_PATH = "/wire";
/** A page without a code, for a window that is about to be sent to its address. */
export const OPENING_PATH = "/opening";

export interface Refused {
  readonly status: number;
  readonly reason: string;
}

/** Null: the request may be answered. `host` is ours, such as `127.0.0.1:49152`. */
export function refuseRequest(request: IncomingMessage, kind: RequestKind, host: string): Refused | null {
  if (request.socket.remoteAddress !== "127.0.0.1") return forbid("the peer is not this machine");
  if (request.httpVersion !== "1.1") return forbid("the protocol is not HTTP/1.1");
  const hosts = valuesOf(request, "host");
  if (hosts.length !== 1 || hosts[0] !== host) return forbid("the host is not this server");
  // An absolute form would name a second host; two slashes would too, for a careless reader.
  if (!/^\/(?!\/)/.test(request.url ?? "")) return forbid("the target is not a path");
  if (request.method !== (kind === "session" ? "POST" : "GET"))
    return { status: 405, reason: "the method is not for this address" };
  return refuseOrigin(request, kind, host) ?? refuseSite(request, kind);
}

function refuseOrigin(request: IncomingMessage, kind: RequestKind, host: string): Refused | null {
  const origins = valuesOf(request, "origin");
  const isSent = origins.length > 0;
  if (!isSent && kind !== "page") return forbid("the origin is missing");
  // Compared with what we are, never with the Host header: under rebinding both are the attacker's.
  if (isSent && (origins.length !== 1 || origins[0] !== `http://${host}`)) return forbid("the origin is another");
  return null;
}

function refuseSite(request: IncomingMessage, kind: RequestKind): Refused | null {
  const sites = valuesOf(request, "sec-fetch-site");
  if (sites.length === 0) return null;
  // `none` is a person's own doing: the address typed or opened from outside.
  const mayBeOpened = kind === "page" && (request.url === "/" || request.url === OPENING_PATH);
  const isOwn = sites[0] === "same-origin" || (sites[0] === "none" && mayBeOpened);
  return sites.length === 1 && isOwn ? null : forbid("another site asks");
}

/** From the raw headers: Node keeps only the first Host, and joins others. */
function valuesOf(request: IncomingMessage, name: string): string[] {
  const { rawHeaders } = request;
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}

function forbid(reason: string): Refused {
  return { status: 403, reason };
}
