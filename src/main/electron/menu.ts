import { Menu, type MenuItemConstructorOptions } from "electron";

/** Standard roles, so that the system translates them. Undo and redo are missing on purpose: they belong to the book's journal. */
export function makeMenu(platform: NodeJS.Platform): Menu {
  const template: MenuItemConstructorOptions[] = [
    ...(platform === "darwin" ? [{ role: "appMenu" } as const] : []),
    { role: "fileMenu" },
    { label: "Edit", submenu: [{ role: "cut" }, { role: "copy" }, { role: "paste" }, { role: "selectAll" }] },
    {
      label: "View",
      submenu: [
        { role: "reload" },
        { type: "separator" },
        // The keys these roles would take zoom the grid, as in a spreadsheet; with Alt they zoom the whole window.
        { role: "resetZoom", accelerator: "CommandOrControl+Alt+0" },
        { role: "zoomIn", accelerator: "CommandOrControl+Alt+Plus" },
        { role: "zoomOut", accelerator: "CommandOrControl+Alt+-" },
        { type: "separator" },
        { role: "togglefullscreen" },
      ],
    },
    { role: "windowMenu" },
  ];
  return Menu.buildFromTemplate(template);
}
