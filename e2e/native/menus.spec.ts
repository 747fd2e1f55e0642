import { COMMANDS } from "../../src/renderer/commands/commands.ts";
import { COMMAND_GROUPS } from "../../src/renderer/commands/command.ts";
import { expect, test } from "../app.ts";
import type { MenuItemSeen } from "../hosts/host.ts";
import { Clipboard } from "../pages/clipboard.ts";

const ELECTRON_NAMES: Readonly<Record<string, string>> = {
  "Mod+=": "CommandOrControl+=",
  "Shift+ ": "Shift+Space",
  "Mod+ ": "CommandOrControl+Space",
  "Alt+ArrowLeft": "Alt+Left",
  "Alt+ArrowUp": "Alt+Up",
  "Alt+ArrowDown": "Alt+Down",
  "Alt+Shift+ArrowLeft": "Alt+Shift+Left",
  "Alt+Shift+ArrowRight": "Alt+Shift+Right",
};

const accelerator = (key = ""): string => ELECTRON_NAMES[key] ?? key.replace("Mod+", "CommandOrControl+");

/** What stands in the menus for the window's commands, and not for the system's or the app's own. */
const commandsIn = ({ items }: MenuItemSeen): readonly MenuItemSeen[] =>
  items.filter(({ id }) => COMMANDS.some((command) => command.id === id));

test("the menus are the list of commands: names, order and keys, in both languages", async ({ app, kessan }) => {
  for (const language of ["en", "ja"] as const) {
    kessan.speaks(language);
    const { words } = kessan;
    const expected = COMMAND_GROUPS.map((group) => ({
      title: words.commands.groups[group],
      items: COMMANDS.filter((command) => command.group === group).map((command) => ({
        id: command.id,
        label: command.name(words),
        accelerator: accelerator(command.keys[0]),
      })),
    }));
    await expect
      .poll(async () => {
        const menus = await app.desktop.menus();
        return menus
          .filter((menu) => commandsIn(menu).length > 0)
          .map((menu) => ({
            title: menu.label,
            items: commandsIn(menu).map(({ id, label, accelerator: keys }) => ({ id, label, accelerator: keys })),
          }));
      })
      .toEqual(expected);
    if (language === "en") await kessan.bar.otherLanguage.click();
  }
});

test("a command chosen in the menus is done, and what would do nothing is greyed out", async ({ app, kessan }) => {
  const { grid, bar } = kessan;
  const isEnabled = async (id: string): Promise<boolean | undefined> =>
    (await app.desktop.menus()).flatMap(({ items }) => items).find((item) => item.id === id)?.isEnabled;
  await expect.poll(() => isEnabled("back")).toBe(false);
  await grid.enter("Total revenues", "2Q06", "15000");
  await app.desktop.chooseInMenus("undo");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
  await app.desktop.chooseInMenus("checks");
  await expect(bar.view("checks")).toHaveAttribute("aria-current", /.+/u);
  await expect.poll(() => isEnabled("edit-cell")).toBe(false);
});

test("cutting, copying and pasting by the menus is what the keys do", async ({ app, kessan }) => {
  const { grid } = kessan;
  const clipboard = new Clipboard(kessan);
  await grid.goTo("Total revenues", "2Q06");
  await app.desktop.chooseInMenus("copy");
  await expect.poll(async () => (await clipboard.read()).text).toContain("14,007");
  await grid.goTo("Total revenues", "2Q06");
  await app.desktop.chooseInMenus("copy-exact");
  await expect.poll(async () => (await clipboard.read()).text).toContain("14007");
  await clipboard.put({ text: "15000" });
  await grid.goTo("Total revenues", "2Q06");
  await app.desktop.chooseInMenus("paste");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
  await app.desktop.chooseInMenus("cut");
  await expect(grid.cell("Total revenues", "2Q06")).not.toHaveText("15,000");
});

test("undo in the menus is the text's own while text is typed", async ({ app, kessan }) => {
  const { grid, page } = kessan;
  await grid.enter("Total revenues", "2Q06", "15000");
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type("abc");
  await app.desktop.chooseInMenus("undo");
  await expect(page.locator("input:focus")).not.toHaveValue("abc");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
});
