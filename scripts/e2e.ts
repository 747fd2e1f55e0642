/**
 * `npm run test:e2e [-- --short] [-- ARGUMENTS OF PLAYWRIGHT]`: every spec in the browser host, on the stand-in for
 * Electron, and in Electron where its binary is. With `--short` the stand-in has only those that touch a host (see
 * playwright.config.ts), which takes a quarter off.
 */
import { ensureBuilt } from "./build.ts";
import { ensureChromium } from "./chromium.ts";
import { findElectron } from "./electron.ts";
import { runNode } from "./run-node.ts";

const given = process.argv.slice(2);
const rest = given.filter((argument) => argument !== "--short");
if (given.includes("--short")) process.env["KESSAN_SHORT"] = "1";

await ensureBuilt();
process.env["KESSAN_CHROMIUM"] = await ensureChromium();
const electron = findElectron();
if (electron !== null) process.env["KESSAN_ELECTRON"] = electron;
else console.log("Not run in Electron itself: its binary is not here (npx install-electron fetches it).");

const playwright = ["node_modules/@playwright/test/cli.js", "test", ...rest];
process.exitCode = (await runNode(playwright, { prints: "here" })).exitCode;
