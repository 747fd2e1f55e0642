/** `Menu`: kept as it was made, for a person to read and choose from. */
import type { Menu as Real, MenuItem, MenuItemConstructorOptions } from "electron";
import type { MenuItemSeen } from "../hosts/host.ts";
import { link } from "./screen-link.ts";
import { onlyKnown, strict } from "./strict.ts";

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

type Items = readonly MenuItemConstructorOptions[];

let current: Items = [];

/** Given out strict: the app asks nothing of one. */
const templates = new WeakMap<object, Items>();

export const Menu = strict("Menu", {
  buildFromTemplate(template: Items): object {
    for (const item of template) check(item);
    const menu = strict("a menu", {});
    templates.set(menu, template);
    return menu;
  },
  setApplicationMenu(menu: object): void {
    const template = templates.get(menu);
    if (template === undefined) throw new Error("What was set is no menu.");
    current = template;
  },
} satisfies Partial<Record<keyof typeof Real, unknown>>);

const itemsIn = ({ submenu }: MenuItemConstructorOptions): Items => (Array.isArray(submenu) ? submenu : []);

const seen = (item: MenuItemConstructorOptions): MenuItemSeen => ({
  id: item.id ?? "",
  label: item.label ?? "",
  role: item.role ?? "",
  accelerator: item.accelerator ?? "",
  isEnabled: item.enabled ?? true,
  items: seenOf(itemsIn(item)),
});

const seenOf = (items: Items): MenuItemSeen[] => items.filter(({ type }) => type !== "separator").map(seen);

function find(items: Items, id: string): MenuItemConstructorOptions | null {
  for (const item of items) {
    const found = item.id === id ? item : find(itemsIn(item), id);
    if (found !== null) return found;
  }
  return null;
}

link.answer("menu.see", async () => seenOf(current));

link.answer("menu.click", async (id) => {
  const item = find(current, id);
  if (item === null) throw new Error(`The menu has no item ${id}.`);
  if (item.enabled === false) throw new Error(`The item ${id} is greyed out.`);
  item.click?.({} as MenuItem, undefined, {});
  return null;
});
