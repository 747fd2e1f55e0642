/** The application menu: the window's own commands under the window's own titles, and the system's where it has some. */
import { Menu, type MenuItemConstructorOptions } from "electron";
import type { HostMenu, HostMenuItem } from "#contract/host.ts";
import { Fault } from "#core/faults.ts";
import { FIRST_WORDS, type HostWords, type SystemRole } from "./host-words.ts";

export interface MenuDeeds {
  /** A command of the window was chosen. */
  choose(id: string): void;
  /** What the browser does by itself where the focus is. A page may cut and copy, but never paste. */
  edit(deed: EditDeed): void;
  /** Asks for a file and opens it. */
  open(): void;
}

const EDIT_DEEDS = ["cut", "copy", "paste"] as const;

type EditDeed = (typeof EDIT_DEEDS)[number];

const isEditDeed = (id: string): id is EditDeed => EDIT_DEEDS.some((deed) => deed === id);

/** Keys whose names differ; null: a menu cannot show it. */
const ACCELERATOR_NAMES: Readonly<Record<string, string | null>> = {
  "+": "Plus",
  " ": "Space",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  ArrowUp: "Up",
  ArrowDown: "Down",
  ContextMenu: null,
};

/** A command's key as Electron writes it; null: it has none that a menu can show. */
export function acceleratorOf(key: string): string | null {
  const modifiers = /^(?:(?:Mod|Shift|Alt)\+)*/u.exec(key)?.[0] ?? "";
  const last = key.slice(modifiers.length);
  const name = last in ACCELERATOR_NAMES ? ACCELERATOR_NAMES[last] : last;
  return name === null ? null : `${modifiers.replace("Mod+", "CommandOrControl+")}${name}`;
}

const SEPARATOR = { type: "separator" } as const;

type Items = MenuItemConstructorOptions[];

/** What Electron does itself, under our words: its own are in one language. */
const byRole = ({ roles }: HostWords, role: SystemRole, more: MenuItemConstructorOptions = {}) => ({
  role,
  label: roles[role],
  ...more,
});

/** What Electron does itself, by the group of commands it belongs with. Zoom here is the whole window's, the grid's is a command. */
function ofSystem(index: number, platform: NodeJS.Platform, words: HostWords): Items {
  if (index === FILE) {
    if (platform !== "darwin") return [SEPARATOR, byRole(words, "quit")];
    const recent = { submenu: [byRole(words, "clearRecentDocuments")] };
    return [SEPARATOR, byRole(words, "recentDocuments", recent), byRole(words, "close")];
  }
  if (index !== VIEW) return [];
  return [
    SEPARATOR,
    byRole(words, "resetZoom", { accelerator: "CommandOrControl+Alt+0" }),
    byRole(words, "zoomIn", { accelerator: "CommandOrControl+Alt+Plus" }),
    byRole(words, "zoomOut", { accelerator: "CommandOrControl+Alt+-" }),
    SEPARATOR,
    byRole(words, "togglefullscreen"),
  ];
}

/** Where these stand among the window's menus: COMMAND_GROUPS of the window. */
const FILE = 0;
const VIEW = 4;

/** A Mac's first menu is the app's; elsewhere it stands only until there are others. */
function ofApp(platform: NodeJS.Platform, words: HostWords): MenuItemConstructorOptions {
  const ofMac: Items = [
    byRole(words, "about"),
    SEPARATOR,
    byRole(words, "hide"),
    byRole(words, "hideOthers"),
    byRole(words, "unhide"),
    SEPARATOR,
  ];
  return { label: "Kessan", submenu: [...(platform === "darwin" ? ofMac : []), byRole(words, "quit")] };
}

const ofWindows = (platform: NodeJS.Platform, words: HostWords): MenuItemConstructorOptions => ({
  label: words.window,
  submenu: [byRole(words, "minimize"), byRole(words, platform === "darwin" ? "front" : "close")],
});

/** Until the window has told its commands: without one, Electron shows a menu of its own, with a developer's tools. */
export const firstMenu = (platform: NodeJS.Platform): Menu => Menu.buildFromTemplate([ofApp(platform, FIRST_WORDS)]);

/** The menu of a window that has told its commands. */
export function makeMenu(
  platform: NodeJS.Platform,
  menus: readonly HostMenu[],
  words: HostWords,
  deeds: MenuDeeds,
): Menu {
  const ofWindow = menus.map(({ title, items }, index) => ({
    label: title,
    submenu: [
      ...(index === FILE ? [openItem(words, deeds)] : []),
      ...items.map((item) => itemOf(item, deeds)),
      ...ofSystem(index, platform, words),
    ],
  }));
  return Menu.buildFromTemplate([
    ...(platform === "darwin" ? [ofApp(platform, words)] : []),
    ...ofWindow,
    ofWindows(platform, words),
  ]);
}

/** No command of the window, because other hosts cannot ask for a file. */
const openItem = (words: HostWords, { open }: MenuDeeds): MenuItemConstructorOptions => ({
  id: "open-book",
  label: words.open,
  accelerator: "CommandOrControl+O",
  click: open,
});

function itemOf({ id, name, key, isOffered }: HostMenuItem, { choose, edit }: MenuDeeds): MenuItemConstructorOptions {
  const accelerator = key === null ? null : acceleratorOf(key);
  return {
    id,
    label: name,
    // Shown, and left to the page: it knows whether text is being typed, and the key then means something else.
    ...(accelerator !== null && { accelerator, registerAccelerator: false }),
    // Where text is typed, these do something whatever the grid could do with them.
    enabled: isOffered || isEditDeed(id),
    click: () => (isEditDeed(id) ? edit(id) : choose(id)),
  };
}

/** @throws Fault `bad-argument` for what are no menus */
export function readMenus(menus: unknown): readonly HostMenu[] {
  if (!Array.isArray(menus) || !menus.every(isMenu))
    throw new Fault("bad-argument", { method: "menus.show", where: "$" });
  return menus;
}

const isMenu = (menu: unknown): menu is HostMenu =>
  typeof menu === "object" &&
  menu !== null &&
  "title" in menu &&
  typeof menu.title === "string" &&
  "items" in menu &&
  Array.isArray(menu.items) &&
  menu.items.every(isItem);

const isItem = (item: unknown): item is HostMenuItem =>
  typeof item === "object" &&
  item !== null &&
  "id" in item &&
  typeof item.id === "string" &&
  "name" in item &&
  typeof item.name === "string" &&
  "key" in item &&
  (item.key === null || typeof item.key === "string") &&
  "isOffered" in item &&
  typeof item.isOffered === "boolean";
