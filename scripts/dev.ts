/**
 * `npm run dev [-- BOOK]`: the window from Vite, where a change shows at once; the host in Node, which starts
 * again when one of its files changes and sends the window to its new address. Always the browser host: what is
 * particular to Electron is a few files, and `npm start` shows them.
 *
 * Vite's page comes without the content policy of the built one (hot reload needs inline scripts), so what runs
 * here can still break that policy; the end-to-end tests run under it.
 */
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import react from "@vitejs/plugin-react";
import { createServer, type Plugin, type ProxyOptions } from "vite";
import { ensureBuilt } from "./build.ts";
import { ROOT } from "./run-node.ts";

const [book] = process.argv.slice(2);
const here = process.env["INIT_CWD"] ?? process.cwd();

/** Where the host is; until there is one, the discard port, where nobody answers. */
let hostOrigin = "http://127.0.0.1:9";
/** What Vite's proxy reads at every request; a host that starts again has another port. */
const proxied: ProxyOptions[] = [];

/** The host's requests go through Vite under the host's own name: the host makes no exception for development. */
const toHost: ProxyOptions = {
  target: hostOrigin,
  changeOrigin: true,
  ws: true,
  rewriteWsOrigin: true,
  configure(proxy, options) {
    proxied.push(options);
    proxy.on("proxyReq", (request) => request.setHeader("Origin", hostOrigin));
  },
};

/** Sends the open window to the code of a host that has just started. */
const follow: Plugin = {
  name: "follow-the-host",
  transformIndexHtml: () => [
    {
      tag: "script",
      attrs: { type: "module" },
      injectTo: "body",
      children: `import.meta.hot?.on("kessan:code", (code) => { location.hash = code; location.reload(); });`,
    },
  ],
};

await ensureBuilt();
const vite = await createServer({
  configFile: false,
  root: join(ROOT, "src/renderer"),
  plugins: [react(), follow],
  server: { host: "127.0.0.1", proxy: { "/session": toHost, "/wire": toHost } },
});
await vite.listen();

const entry = join(ROOT, "src/main/browser/index.ts");
const host = spawn(process.execPath, ["--watch", entry, ...(book === undefined ? [] : [resolve(here, book)])], {
  stdio: ["ignore", "pipe", "inherit"],
});
createInterface({ input: host.stdout }).on("line", (line) => {
  const address = URL.parse(/Kessan is at (\S+)/.exec(line)?.[1] ?? "");
  if (address === null) {
    console.log(line);
    return;
  }
  hostOrigin = address.origin;
  for (const options of proxied) options.target = hostOrigin;
  vite.ws.send("kessan:code", address.hash.slice(1));
  console.log(`Kessan is at ${new URL(address.hash, vite.resolvedUrls?.local[0]).href}`);
});

// The terminal sends its Ctrl+C to both; the host publishes the book first.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => host.kill("SIGTERM"));
host.once("exit", () => void vite.close().then(() => process.exit()));
