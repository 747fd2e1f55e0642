/** When Electron's binary is fetched, on a package whose installer can be made to fail. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ensureElectron, fetchElectron } from "./electron.ts";

vi.mock("node:child_process", { spy: true });

let folder = "";
let where = { folder, tried: "" };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kessan-electron-"));
  where = { folder, tried: join(folder, "cache/tried") };
  vi.spyOn(console, "log").mockImplementation(() => {});
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
  vi.mocked(spawnSync).mockClear();
});

/** Notes each attempt, then does this. */
const install = (code: string): void =>
  writeFileSync(
    join(folder, "install.js"),
    `const fs = require("node:fs"); process.chdir(__dirname); fs.appendFileSync("attempts", "1"); ${code}`,
  );
const attempts = (): number => readFileSync(join(folder, "attempts"), "utf8").length;

const FAILS = 'console.error("404 Not Found"); process.exit(1);';
const WORKS = 'fs.mkdirSync("dist"); fs.writeFileSync("dist/electron", ""); fs.writeFileSync("path.txt", "electron");';

test("a start tries once; asked for, it is tried again, and says why it failed", () => {
  install(FAILS);
  expect([ensureElectron(where), ensureElectron(where)]).toEqual([null, null]);
  expect(attempts()).toBe(1);
  expect(fetchElectron(where)).toEqual({ why: "404 Not Found" });
  expect(attempts()).toBe(2);
});

test("what an earlier start could not fetch is fetched when it is asked for, once, and found by the next start", () => {
  install(FAILS);
  expect(ensureElectron(where)).toBeNull();
  install(WORKS);
  const binary = join(folder, "dist/electron");
  expect([fetchElectron(where), fetchElectron(where)]).toEqual([{ binary }, { binary }]);
  expect(attempts()).toBe(2);
  expect(ensureElectron(where)).toBe(binary);
});

test("a start waits a minute for it, and whoever asks for it as long as it takes", () => {
  install(FAILS);
  ensureElectron(where);
  fetchElectron(where);
  expect(vi.mocked(spawnSync).mock.calls.map(([, , options]) => options?.timeout)).toEqual([60_000, undefined]);
});

test("why it failed is one line, with the cause that the installer keeps to itself", async () => {
  // A port where nobody listens: somebody did a moment ago.
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const fetches = `fetch("http://127.0.0.1:${port}/")`;
  install(`${fetches}.catch((error) => { console.error(error.stack); process.exit(1); });`);
  expect(fetchElectron(where)).toEqual({ why: "Error: fetch failed: ECONNREFUSED" });
});
