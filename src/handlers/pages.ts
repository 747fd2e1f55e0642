/**
 * The window's files, as both hosts with a window answer them: Electron's protocol and the loopback
 * server. Read once into a map, so that an address is looked up and never becomes a path on the disk.
 */
import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";

export interface Page {
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** By address, such as `/assets/index.js`. */
export type Pages = ReadonlyMap<string, Page>;

export interface PageResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

const MIME_BY_ENDING: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Browsers save it instead of showing it, and with `nosniff` never run it. */
const UNKNOWN_MIME = "application/octet-stream";

const HEAD = "<head>";

/** Reads every file of the built renderer. Throws where the folder or its index.html is missing. */
export async function readPages(folder: string): Promise<Pages> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pages = await Promise.all(
    files.map(async (file): Promise<[string, Page]> => {
      const address = file.slice(folder.length).split(sep).join("/");
      const page = { mime: MIME_BY_ENDING[extname(file)] ?? UNKNOWN_MIME, bytes: await readFile(file) };
      return [address.startsWith("/") ? address : `/${address}`, page];
    }),
  );
  const byAddress = new Map(pages);
  const index = byAddress.get("/index.html");
  if (index === undefined || !decodeText(index.bytes).includes(HEAD)) {
    throw new Error(
      `${folder} holds no built window: it has no index.html with a <head>. Build it with: npm run build`,
    );
  }
  return byAddress;
}

/** What allows one load's own styles and no others: 16 random bytes, as the CSP specification asks at least. */
export function makeNonce(): string {
  return randomBytes(16).toString("base64");
}

/**
 * The answer to one address, `/` being the window itself. The nonce must be new for every answer; the window
 * finds it in `<meta name="style-nonce">` and gives it to the libraries that write style elements.
 */
export function pageResponse(pages: Pages, path: string, nonce: string): PageResponse {
  const page = pages.get(path === "/" ? "/index.html" : path);
  if (page === undefined) return plainResponse(404, "There is nothing at this address.");
  const headers = { "Content-Type": page.mime, ...protectiveHeaders(contentPolicy(nonce)) };
  return { status: 200, headers, body: page.mime.startsWith("text/html") ? withNonce(page.bytes, nonce) : page.bytes };
}

/** A line of text under a policy that allows nothing. */
export function plainResponse(status: number, text: string): PageResponse {
  const headers = { "Content-Type": "text/plain; charset=utf-8", ...protectiveHeaders(NOTHING_ALLOWED) };
  return { status, headers, body: new TextEncoder().encode(`${text}\n`) };
}

/** For what is no page: an answer in JSON, an error. */
export const NOTHING_ALLOWED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * No `unsafe-*`. The styles of AG Grid and CodeMirror come with the nonce; the charts draw SVG, so nothing in
 * the window needs a Trusted Types policy. `'self'` covers the socket of the same origin.
 */
function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

/** On every answer of every host, refusals included. */
export function protectiveHeaders(policy: string): Record<string, string> {
  return {
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
  };
}

function withNonce(html: Uint8Array, nonce: string): Uint8Array<ArrayBuffer> {
  const text = decodeText(html).replace(HEAD, `${HEAD}<meta name="style-nonce" content="${nonce}">`);
  return new TextEncoder().encode(text);
}

function decodeText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
