/** `Menu`: kept as it was made, for a person to read and choose from. */
import type { MenuItemConstructorOptions, MenuItem } from "electron";
import type { MenuItemSeen } from "../hosts/host.ts";
import { link } from "./screen-link.ts";
import { onlyKnown } from "./strict.ts";

const KNOWN = ["id", "label", "role", "type", "accelerator", "registerAccelerator", "enabled", "submenu", "click"];

/** The roles that Kessan uses; the system does their work. Electron's words for them are English alone, so each has a label. */
const ROLES = [
  "about",
  "hide",
  "hideOthers",
  "unhide",
  "minimize",
  "front",
  "recentDocuments",
  "clearRecentDocuments",
  "close",
  "quit",
  "resetZoom",
  "zoomIn",
  "zoomOut",
  "togglefullscreen",
];

const MODIFIER = "(?:CommandOrControl|CmdOrCtrl|Alt|Shift)";
const KEY =
  "(?:[A-Z0-9]|F[0-9]{1,2}|[\\\\/,.;'\\[\\]=`-]|Plus|Space|Tab|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape)";
const ACCELERATOR = new RegExp(`^(?:${MODIFIER}\\+)*${KEY}$`, "u");

function check(item: MenuItemConstructorOptions): void {
  const name = item.label ?? item.role ?? item.type ?? "";
  onlyKnown(`the menu item ${name}`, item, KNOWN);
  const { role, type, label, accelerator, submenu } = item;
  if (label === undefined && type !== "separator")
    throw new Error(`${role ?? "An item"} has no label: Electron would write it in English, or refuse it.`);
  if (role !== undefined && !ROLES.includes(role))
    throw new Error(`Electron's stand-in does not know the role ${role}.`);
  if (accelerator !== undefined && !ACCELERATOR.test(accelerator)) throw new Error(`${accelerator} is no accelerator.`);
  if (Array.isArray(submenu)) for (const each of submenu) check(each);
}

export class Menu {
  static current: Menu | null = null;
  readonly template: readonly MenuItemConstructorOptions[];

  constructor(template: readonly MenuItemConstructorOptions[]) {
    this.template = template;
  }

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    for (const item of template) check(item);
    return new Menu(template);
  }

  static setApplicationMenu(menu: Menu): void {
    Menu.current = menu;
  }
}

const itemsIn = ({ submenu }: MenuItemConstructorOptions): readonly MenuItemConstructorOptions[] =>
  Array.isArray(submenu) ? submenu : [];

const seen = (item: MenuItemConstructorOptions): MenuItemSeen => ({
  id: item.id ?? "",
  label: item.label ?? "",
  role: item.role ?? "",
  accelerator: item.accelerator ?? "",
  isEnabled: item.enabled ?? true,
  items: seenOf(itemsIn(item)),
});

const seenOf = (items: readonly MenuItemConstructorOptions[]): MenuItemSeen[] =>
  items.filter(({ type }) => type !== "separator").map(seen);

const shown = (): readonly MenuItemConstructorOptions[] => Menu.current?.template ?? [];

function find(items: readonly MenuItemConstructorOptions[], id: string): MenuItemConstructorOptions | null {
  for (const item of items) {
    const found = item.id === id ? item : find(itemsIn(item), id);
    if (found !== null) return found;
  }
  return null;
}

link.answer("menu.see", async () => seenOf(shown()));

link.answer("menu.click", async (id) => {
  const item = find(shown(), id);
  if (item === null) throw new Error(`The menu has no item ${id}.`);
  if (item.enabled === false) throw new Error(`The item ${id} is greyed out.`);
  item.click?.({} as MenuItem, undefined, {});
  return null;
});
