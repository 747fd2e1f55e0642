import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, test, vi } from "vitest";
import type { HostMenu } from "#contract/host.ts";
import { FIRST_WORDS } from "./host-words.ts";
import { acceleratorOf, firstMenu, makeMenu, readMenus } from "./menu.ts";

vi.mock("electron", () => ({ Menu: { buildFromTemplate: (template: object) => template } }));

const WORDS = FIRST_WORDS;

const MENUS: readonly HostMenu[] = ["File", "Edit", "Rows", "Columns", "View"].map((title, index) => ({
  title,
  items: [
    { id: `first-${index}`, name: "First", key: "Mod+Shift+C", isOffered: true },
    { id: index === 1 ? "paste" : `second-${index}`, name: "Second", key: null, isOffered: false },
  ],
}));

/** The template it was built from, as the mock hands it through. */
function templateOf(platform: NodeJS.Platform, done: string[] = []): MenuItemConstructorOptions[] {
  const menu: unknown = makeMenu(platform, MENUS, WORDS, {
    choose: (id) => done.push(`chose ${id}`),
    edit: (deed) => done.push(`edited ${deed}`),
    open: () => done.push("opened"),
  });
  return menu as MenuItemConstructorOptions[];
}

const itemsOf = ({ submenu }: MenuItemConstructorOptions): MenuItemConstructorOptions[] =>
  Array.isArray(submenu) ? submenu : [];

describe("keys as Electron writes them", () => {
  test.each([
    ["Mod+Shift+C", "CommandOrControl+Shift+C"],
    ["F2", "F2"],
    ["Mod++", "CommandOrControl+Plus"],
    ["Mod+\\", "CommandOrControl+\\"],
    ["Shift+ ", "Shift+Space"],
    ["Alt+ArrowLeft", "Alt+Left"],
    ["ContextMenu", null],
  ])("%s is %s", (key, accelerator) => expect(acceleratorOf(key)).toBe(accelerator));
});

describe("the menu", () => {
  test("on a Mac begins with the app's own, and has its recent books; elsewhere the file menu ends it", () => {
    expect(templateOf("darwin").map(({ label }) => label)).toEqual([
      "Kessan",
      "File",
      "Edit",
      "Rows",
      "Columns",
      "View",
      "Window",
    ]);
    const roles = (platform: NodeJS.Platform): unknown[] =>
      templateOf(platform)
        .flatMap(itemsOf)
        .map(({ role }) => role);
    expect(roles("darwin")).toContain("recentDocuments");
    expect(itemsOf(templateOf("darwin")[0] ?? {}).at(-1)?.role).toBe("quit");
    expect(roles("linux")).toContain("quit");
    expect(roles("linux")).not.toContain("recentDocuments");
  });

  test("leaves the keys of commands to the page", () => {
    const [first] = itemsOf(templateOf("linux")[1] ?? {});
    expect(first).toMatchObject({ accelerator: "CommandOrControl+Shift+C", registerAccelerator: false });
  });

  test("opens a book itself, by its own key: the page has no such command", () => {
    const [open] = itemsOf(templateOf("linux")[0] ?? {});
    expect(open).toMatchObject({ id: "open-book", label: "Open a book…", accelerator: "CommandOrControl+O" });
    expect(open).not.toHaveProperty("registerAccelerator");
  });

  test("greys out what would do nothing, but never what text can be done with", () => {
    const [, second] = itemsOf(templateOf("linux")[2] ?? {});
    expect(second?.enabled).toBe(false);
    const [, paste] = itemsOf(templateOf("linux")[1] ?? {});
    expect(paste).toMatchObject({ id: "paste", enabled: true });
  });

  test("has each chosen item done where it belongs", () => {
    const done: string[] = [];
    for (const item of templateOf("linux", done).flatMap(itemsOf)) {
      (item.click as (() => void) | undefined)?.();
    }
    expect(done.slice(0, 5)).toEqual(["opened", "chose first-0", "chose second-0", "chose first-1", "edited paste"]);
  });

  test("before there are commands, lets a person leave", () => {
    const quit = { role: "quit", label: "Quit Kessan" };
    expect(firstMenu("linux")).toEqual([{ label: "Kessan", submenu: [quit] }]);
    const [mac] = firstMenu("darwin") as unknown as MenuItemConstructorOptions[];
    expect(itemsOf(mac ?? {}).at(-1)).toEqual(quit);
  });
});

test.each([
  null,
  {},
  [null],
  [{ title: 1, items: [] }],
  [{ title: "", items: [{ id: "a", name: "b", key: 3, isOffered: true }] }],
])("%j are no menus", (menus) => expect(() => readMenus(menus)).toThrow("bad-argument"));
