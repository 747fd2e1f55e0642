/** What is asked of Electron to print, recorded by a module in its place. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserWindow } from "electron";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { PagesPrinted } from "#contract/host.ts";
import { hostTable } from "./save-file.ts";

const answers = vi.hoisted(() => ({ path: "", asked: [] as unknown[] }));

vi.mock("electron", () => ({
  app: { getPath: (name: string) => `/${name}` },
  clipboard: {},
  ClipboardItem: class {},
  nativeImage: {},
  dialog: {
    showSaveDialog: async (_window: unknown, options: unknown) => {
      answers.asked.push(options);
      return { canceled: answers.path === "", filePath: answers.path };
    },
  },
}));

const folder = mkdtempSync(join(tmpdir(), "kessan-print-"));
afterAll(() => rmSync(folder, { recursive: true }));

const printed: unknown[] = [];
const window = {
  webContents: {
    printToPDF: async (options: unknown) => {
      printed.push(options);
      return Buffer.from("%PDF-1.4");
    },
  },
} as unknown as BrowserWindow;

const print = (wanted: unknown): Promise<unknown> =>
  Promise.resolve(hostTable(window)["pages.print"](wanted as PagesPrinted));

beforeEach(() => {
  answers.asked.length = 0;
  printed.length = 0;
});

test("asks where, prints what is shown on the chosen paper, and writes it there", async () => {
  answers.path = join(folder, "briefing.pdf");
  expect(await print({ name: "IIJ 2Q06.pdf", paper: "wide" })).toBe(answers.path);
  expect(readFileSync(answers.path, "utf8")).toBe("%PDF-1.4");
  expect(answers.asked).toMatchObject([
    {
      defaultPath: join("/documents", "IIJ 2Q06.pdf"),
      properties: ["createDirectory", "showOverwriteConfirmation"],
    },
  ]);
  expect(printed).toMatchObject([
    { pageSize: { width: 40 / 3, height: 7.5 }, preferCSSPageSize: true, printBackground: true },
  ]);
});

test("nothing is printed for somebody who changes their mind", async () => {
  answers.path = "";
  expect(await print({ name: "IIJ 2Q06.pdf", paper: "a4" })).toBeNull();
  expect(printed).toEqual([]);
});

test.each([
  ["nothing", null],
  ["a path", { name: "../a.pdf", paper: "a4" }],
  ["no name", { name: "", paper: "a4" }],
  ["a paper it does not have", { name: "a.pdf", paper: "toString" }],
  ["no paper", { name: "a.pdf" }],
])("%s is refused before anybody is asked", async (_what, wanted) => {
  await expect((async () => print(wanted))()).rejects.toMatchObject({ code: "bad-argument" });
  expect([answers.asked, printed]).toEqual([[], []]);
});
