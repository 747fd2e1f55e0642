/** Which book the system asks for, by the arguments of a start. */
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Fault } from "#core/faults.ts";
import { bookIn, pathOf } from "./open-from-system.ts";

const electron = vi.hoisted(() => ({ app: { isPackaged: true } }));
vi.mock("electron", () => ({ ...electron, dialog: {} }));

const FOLDER = resolve("/books");
const BOOK = join(FOLDER, "名前 100%.kessan");

beforeEach(() => {
  electron.app.isPackaged = true;
});

describe("the book among the arguments", () => {
  test.each([
    ["none", [], null],
    ["by its path", [BOOK], BOOK],
    ["by its path from where the person is", ["acme.kessan"], join(FOLDER, "acme.kessan")],
    ["by its address", [pathToFileURL(BOOK).href], BOOK],
    ["by its address in capitals", [pathToFileURL(BOOK).href.replace("file:", "FILE:")], BOOK],
    ["after switches", ["--no-sandbox", BOOK], BOOK],
    ["switches alone", ["--no-sandbox"], null],
  ])("%s", (_, args, path) => {
    expect(bookIn(["kessan", ...args], FOLDER)).toBe(path);
    electron.app.isPackaged = false;
    expect(bookIn(["electron", ".", ...args], FOLDER)).toBe(path);
  });
});

describe("an address that is no path here is a fault, and nothing is thrown before somebody can be told", () => {
  test.each([
    "file:///tmp/100%.kessan",
    "file:///books/a%2Fb.kessan",
    // Windows has paths on other machines.
    ...(process.platform === "win32" ? [] : ["file://server/share/x.kessan"]),
  ])("%s", (address) => {
    const book = bookIn(["kessan", address], FOLDER);
    expect(book).toBeInstanceOf(Fault);
    expect(book).toMatchObject({ code: "book-is-elsewhere", particulars: { path: address } });
    expect(() => pathOf(book ?? "")).toThrow("book-is-elsewhere");
  });
});
