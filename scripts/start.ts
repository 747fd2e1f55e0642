/** `npm start [-- BOOK]`: Kessan in Electron, or where its binary cannot be had, in the Chromium that is there. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { ensureBuilt } from "./build.ts";
import { findChromium } from "./chromium.ts";
import { ensureElectron, sandboxSwitches } from "./electron.ts";
import { ROOT } from "./run-node.ts";

/** npm runs scripts in the project's folder; the book and the data are named from where the person stands. */
const here = process.env["INIT_CWD"] ?? process.cwd();
const { KESSAN_DATA: data } = process.env;
if (data) process.env["KESSAN_DATA"] = resolve(here, data);
const [book, ...more] = process.argv.slice(2);
if (more.length > 0) {
  console.error("Usage: npm start [-- BOOK]");
  process.exit(2);
}
const bookArguments = book === undefined ? [] : [resolve(here, book)];

await ensureBuilt();
const [program, ...args] = await chooseHost();
const child = spawn(program, args, { cwd: ROOT, stdio: "inherit" });
// The terminal sends its Ctrl+C to both; the host publishes the book first, and this waits for it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.once("error", (error) => {
  console.error(`Kessan could not be started: ${error.message}`);
  process.exitCode = 1;
});
child.once("exit", (code) => {
  process.exitCode = code ?? 1;
});

async function chooseHost(): Promise<[string, ...string[]]> {
  const browserHost = [process.execPath, resolve(ROOT, "src/main/browser/index.ts"), ...bookArguments] as const;
  if (!hasScreen()) {
    console.log("There is no screen here; open the address below in a browser on this machine.");
    return [...browserHost];
  }
  const electron = ensureElectron();
  if (electron !== null) return [electron, ...sandboxSwitches(), ROOT, ...bookArguments];
  const chromium = await findChromium();
  if (chromium === null) {
    console.log("There is neither Electron's binary (npx install-electron) nor a Chromium; open the address below.");
    return [...browserHost];
  }
  console.log("Electron's binary is not here (npx install-electron fetches it); opening Kessan in Chromium instead.");
  return [...browserHost, "--chromium", chromium];
}

function hasScreen(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== "linux" || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}
