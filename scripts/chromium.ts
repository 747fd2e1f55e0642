/** Finding a Chromium, and getting one where the tests need it. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runNode } from "./run-node.ts";

const NAMES_ON_LINUX = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/** Where these programs are installed by their own installers. */
const PLACES_ON_MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];
const PLACES_ON_WINDOWS = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];

function places(): string[] {
  const { PATH = "", ProgramFiles = "", "ProgramFiles(x86)": programFiles32 = "", LOCALAPPDATA = "" } = process.env;
  if (process.platform === "darwin") return PLACES_ON_MAC;
  if (process.platform === "win32") {
    const folders = [ProgramFiles, programFiles32, LOCALAPPDATA].filter((folder) => folder !== "");
    return folders.flatMap((folder) => PLACES_ON_WINDOWS.map((place) => join(folder, place)));
  }
  const folders = PATH.split(delimiter).filter((folder) => folder !== "");
  return NAMES_ON_LINUX.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Its path: `KESSAN_CHROMIUM`, Playwright's own, the system's; null where there is none. */
export async function findChromium(): Promise<string | null> {
  const chosen = process.env["KESSAN_CHROMIUM"];
  if (chosen !== undefined) return existsSync(chosen) ? chosen : null;
  const { chromium } = await import("@playwright/test");
  return [chromium.executablePath(), ...places()].find((path) => existsSync(path)) ?? null;
}

/** A Chromium for the tests, fetched where there is none. Ends the process with 1 where none can be had. */
export async function ensureChromium(): Promise<string> {
  const found = await findChromium();
  if (found !== null) return found;
  console.log("There is no Chromium here; fetching Playwright's…");
  await runNode(["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  const fetched = await findChromium();
  if (fetched !== null) return fetched;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Playwright's cannot be fetched here; installing Debian's…");
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "ignore" });
  }
  const installed = await findChromium();
  if (installed !== null) return installed;
  console.error("The end-to-end tests need a Chromium: install one, or name it in KESSAN_CHROMIUM.");
  process.exit(1);
}
