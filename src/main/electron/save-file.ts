import { extname, join } from "node:path";
import { app, dialog, type BrowserWindow } from "electron";
import type { HostQuestions } from "#contract/host.ts";
import { Fault } from "#core/faults.ts";
import type { HandlerTable } from "#rpc/serve.ts";
import { writingTo } from "#store/faults.ts";
import { replaceFile } from "#store/files.ts";

/** What only this host can do for its window. The page suggests a name; where the file goes, the person says. */
export function hostTable(window: BrowserWindow): HandlerTable<HostQuestions> {
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
  };
}

function readArgument(file: unknown): { readonly name: string; readonly bytes: Buffer } {
  if (typeof file !== "object" || file === null || !("name" in file) || !("base64" in file)) throw badArgument("$");
  const { name, base64 } = file;
  // A name and nothing else: a path would put the dialog into a folder of the page's choice.
  if (typeof name !== "string" || !isFileName(name)) throw badArgument("name");
  if (typeof base64 !== "string") throw badArgument("base64");
  const bytes = Buffer.from(base64, "base64");
  // Buffer skips what it does not know; what it read must be all there was.
  if (bytes.toString("base64") !== base64) throw badArgument("base64");
  return { name, bytes };
}

function isFileName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !/[/\\\0]/.test(name);
}

function badArgument(where: string): Fault {
  return new Fault("bad-argument", { method: "files.save", where });
}
