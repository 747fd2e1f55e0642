/** What runs inside a real Electron's main process: the text of these functions goes there, so they use nothing outside. */
import type { Menu, MenuItem } from "electron";
import type { DialogAnswer, DialogShown, MenuItemSeen } from "./host.ts";

export interface Asked {
  readonly dialogs: DialogShown[];
  readonly answers: DialogAnswer[];
  readonly recentDocuments: string[];
}

/** Puts the test's answers in the place of the system's dialogs, and notes what it is told to remember. */
export function answerInElectron({ app, dialog }: Pick<typeof Electron, "app" | "dialog">): Asked {
  const seen: Asked = { dialogs: [], answers: [], recentDocuments: [] };
  app.addRecentDocument = (path) => void seen.recentDocuments.push(path);
  const answer = (kind: DialogShown["kind"], given: readonly unknown[]): DialogAnswer => {
    // Windows do not leave the process; the options are what comes last.
    seen.dialogs.push({ kind, options: given.at(-1) as object });
    if (seen.answers.length === 0) throw new Error("A dialog that no test expected.");
    return seen.answers.shift() ?? null;
  };
  const path = (kind: "open" | "save", given: readonly unknown[]): string => {
    const chosen = answer(kind, given);
    return typeof chosen === "string" ? chosen : "";
  };
  dialog.showOpenDialog = async (...given: unknown[]) => {
    const chosen = path("open", given);
    return { canceled: chosen === "", filePaths: chosen === "" ? [] : [chosen] };
  };
  dialog.showSaveDialog = async (...given: unknown[]) => {
    const chosen = path("save", given);
    return { canceled: chosen === "", filePath: chosen };
  };
  dialog.showMessageBox = async (...given: unknown[]) => {
    const pressed = answer("message", given);
    return { response: typeof pressed === "number" ? pressed : 0, checkboxChecked: false };
  };
  return seen;
}

export function menusInElectron({ Menu: menus }: { readonly Menu: typeof Menu }): MenuItemSeen[] {
  const seen = (item: MenuItem): MenuItemSeen => ({
    id: item.id ?? "",
    label: item.label,
    role: item.role ?? "",
    accelerator: item.accelerator ?? "",
    isEnabled: item.enabled,
    items: (item.submenu?.items ?? []).filter(({ type }) => type !== "separator").map(seen),
  });
  return (menus.getApplicationMenu()?.items ?? []).map(seen);
}
