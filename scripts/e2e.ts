/** `npm run test:e2e [-- ARGUMENTS OF PLAYWRIGHT]`: every spec in the browser host, and in Electron where its binary is. */
import { ensureBuilt } from "./build.ts";
import { ensureChromium } from "./chromium.ts";
import { findElectron } from "./electron.ts";
import { runNode } from "./run-node.ts";

await ensureBuilt();
process.env["KESSAN_CHROMIUM"] = await ensureChromium();
const electron = findElectron();
if (electron !== null) process.env["KESSAN_ELECTRON"] = electron;
else console.log("Not run in Electron: its binary is not here (npx install-electron fetches it).");

const playwright = ["node_modules/@playwright/test/cli.js", "test", ...process.argv.slice(2)];
process.exitCode = (await runNode(playwright, { prints: "here" })).exitCode;
