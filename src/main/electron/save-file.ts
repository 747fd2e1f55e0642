import { extname, join } from "node:path";
import { app, clipboard, ClipboardItem, dialog, nativeImage, type BrowserWindow } from "electron";
import type { HostQuestions, PagesPrinted } from "#contract/host.ts";
import { Fault } from "#core/faults.ts";
import type { HandlerTable } from "#rpc/serve.ts";
import { writingTo } from "#store/faults.ts";
import { replaceFile } from "#store/files.ts";
import { isPaper, printPages } from "./print-pages.ts";

/** What only this host can do for its window. The page suggests a name; where the file goes, the person says. */
export function hostTable(window: BrowserWindow): Omit<HandlerTable<HostQuestions>, "menus.show"> {
  return {
    "files.save": async (file) => {
      const { name, bytes } = readArgument(file);
      const ending = extname(name).slice(1);
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: join(app.getPath("downloads"), name),
        filters: ending === "" ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }],
        properties: ["createDirectory", "showOverwriteConfirmation"],
      });
      if (canceled || filePath === "") return null;
      writingTo(filePath, () => replaceFile(filePath, bytes));
      return filePath;
    },
    "pictures.copy": async (picture) => {
      const png = readPicture(picture);
      await clipboard.write([new ClipboardItem({ "image/png": new Blob([png], { type: "image/png" }) })]);
      return null;
    },
    "pages.print": (wanted) => printPages(window, readPrinted(wanted)),
  };
}

function readArgument(file: unknown): { readonly name: string; readonly bytes: Buffer } {
  const method = "files.save";
  if (typeof file !== "object" || file === null || !("name" in file) || !("base64" in file))
    throw badArgument(method, "$");
  const { name, base64 } = file;
  // A name and nothing else: a path would put the dialog into a folder of the page's choice.
  if (typeof name !== "string" || !isFileName(name)) throw badArgument(method, "name");
  return { name, bytes: readBytes(method, base64) };
}

function readPrinted(wanted: unknown): PagesPrinted {
  const method = "pages.print";
  if (typeof wanted !== "object" || wanted === null || !("name" in wanted) || !("paper" in wanted))
    throw badArgument(method, "$");
  const { name, paper } = wanted;
  if (typeof name !== "string" || !isFileName(name)) throw badArgument(method, "name");
  if (!isPaper(paper)) throw badArgument(method, "paper");
  return { name, paper };
}

/** What every PNG file begins with. */
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG and nothing else: the system's readers of other pictures have no business with what a page sends. */
function readPicture(picture: unknown): Buffer<ArrayBuffer> {
  const method = "pictures.copy";
  if (typeof picture !== "object" || picture === null || !("base64" in picture)) throw badArgument(method, "$");
  const bytes = readBytes(method, picture.base64);
  const isPng = bytes.subarray(0, PNG.length).equals(PNG);
  if (!isPng || nativeImage.createFromBuffer(bytes).isEmpty()) throw badArgument(method, "base64");
  return bytes;
}

function readBytes(method: keyof HostQuestions, base64: unknown): Buffer<ArrayBuffer> {
  if (typeof base64 !== "string") throw badArgument(method, "base64");
  const bytes = Buffer.from(base64, "base64");
  // Buffer skips what it does not know; what it read must be all there was.
  if (bytes.toString("base64") !== base64) throw badArgument(method, "base64");
  return bytes;
}

function isFileName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !/[/\\\0]/.test(name);
}

function badArgument(method: keyof HostQuestions, where: string): Fault {
  return new Fault("bad-argument", { method, where });
}
