import { spawn, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Browser, BrowserContextOptions } from "@playwright/test";
import { COMPILED, ROOT, type HostWanted, type RunningHost } from "./host.ts";

/** The real host in a process of its own, and its window in Playwright's Chromium. */
export async function startBrowserHost(
  browser: Browser,
  options: BrowserContextOptions,
  { book, dataFolder, watch }: HostWanted,
): Promise<RunningHost> {
  const host = spawn(process.execPath, [join(ROOT, "src/main/browser/index.ts"), ...(book === null ? [] : [book])], {
    env: { ...process.env, ...COMPILED, KESSAN_DATA: dataFolder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => host.once("exit", resolve));
  const address = await readAddress(host, ended);

  const context = await browser.newContext(options);
  const page = await context.newPage();
  watch(page);
  await page.goto(address);
  return {
    page,
    async close() {
      // The window first, as when a person closes it: its page is told, and what it then says is heard.
      if (!page.isClosed()) await Promise.all([page.waitForEvent("close"), page.close({ runBeforeUnload: true })]);
      await context.close();
      if (host.exitCode !== null || host.signalCode !== null) return;
      host.kill("SIGTERM");
      const code = await ended;
      if (code !== 0) throw new Error(`The host ended with ${code}.`);
    },
    async kill() {
      host.kill("SIGKILL");
      await ended;
    },
    suspend() {
      host.kill("SIGSTOP");
    },
    async saved(act) {
      const downloading = page.waitForEvent("download");
      await act();
      const download = await downloading;
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
  };
}

async function readAddress(host: ChildProcess, ended: Promise<number | null>): Promise<string> {
  if (host.stdout === null) throw new Error("The host was started without its output.");
  const lines = createInterface({ input: host.stdout });
  const printed = new Promise<string>((resolve) => {
    lines.on("line", (line) => {
      const address = /Kessan is at (\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  const address = await Promise.race([printed, ended]);
  if (typeof address !== "string") throw new Error(`The host ended with ${address} before it had an address.`);
  return address;
}
