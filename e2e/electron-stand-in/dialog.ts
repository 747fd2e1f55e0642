/** `dialog`: every one is answered by the test, which sees what it said. */
import type { BaseWindow, Dialog, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from "electron";
import type { DialogAnswer, DialogShown } from "../hosts/host.ts";
import { link } from "./screen-link.ts";
import { onlyKnown, strict } from "./strict.ts";

const KNOWN: Readonly<Record<DialogShown["kind"], readonly string[]>> = {
  open: ["defaultPath", "filters", "properties", "title"],
  save: ["defaultPath", "filters", "properties", "title"],
  message: ["type", "message", "detail", "buttons", "defaultId", "cancelId", "noLink"],
  error: ["title", "content"],
};

async function show(kind: DialogShown["kind"], options: object): Promise<DialogAnswer> {
  onlyKnown(`the options of a dialog (${kind})`, options, KNOWN[kind]);
  return link.ask("dialog.show", { kind, options });
}

/** With a window or without one. */
function optionsIn<Options extends object>(given: readonly [BaseWindow | Options, Options?]): Options {
  const [first, second] = given;
  return second ?? (first as Options);
}

async function chosenPath(kind: "open" | "save", options: object): Promise<string | null> {
  const answer = await show(kind, options);
  return typeof answer === "string" ? answer : null;
}

export const dialog = strict("dialog", {
  async showOpenDialog(...given: [BaseWindow | OpenDialogOptions, OpenDialogOptions?]) {
    const path = await chosenPath("open", optionsIn(given));
    return { canceled: path === null, filePaths: path === null ? [] : [path] };
  },
  async showSaveDialog(...given: [BaseWindow | SaveDialogOptions, SaveDialogOptions?]) {
    const path = await chosenPath("save", optionsIn(given));
    return { canceled: path === null, filePath: path ?? "" };
  },
  async showMessageBox(...given: [BaseWindow | MessageBoxOptions, MessageBoxOptions?]) {
    const options = optionsIn(given);
    const answer = await show("message", options);
    return { response: typeof answer === "number" ? answer : (options.cancelId ?? 0), checkboxChecked: false };
  },
  showErrorBox(title, content) {
    // It waits for nobody: the app may end while it is on screen.
    console.error(`${title}\n${content}`);
    void show("error", { title, content }).catch(() => {});
  },
} satisfies Pick<Dialog, "showOpenDialog" | "showSaveDialog" | "showMessageBox" | "showErrorBox">);
