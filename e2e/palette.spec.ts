import { expect, test } from "./app.ts";
import { CheatSheet, Palette } from "./pages/palette.ts";
import { keyText } from "../src/renderer/commands/keys.ts";

/** A key as this system writes it. */
const shown = (key: string): string => keyText(key, process.platform === "darwin");

test("Ctrl+K finds a command by its name in either language, and Enter does it", async ({ kessan }) => {
  const { grid } = kessan;
  const palette = new Palette(kessan);
  await kessan.keeps(() => grid.enter("Total revenues", "2Q06", "15000"));
  await kessan.switchLanguage();
  await grid.goTo("営業収益", "2Q06");
  await grid.press("ControlOrMeta+k");
  await expect(palette.input).toBeFocused();
  await palette.input.fill("undo");
  await expect(palette.chosen).toContainText("元に戻す");
  await expect(palette.chosen).toContainText("編集");
  await expect(palette.chosen).toContainText(shown("Mod+Z"));
  await grid.press("Enter");
  await expect(palette.root).toBeHidden();
  await expect(grid.cell("営業収益", "2Q06")).toHaveText("14,007");
  await expect(grid.cell("営業収益", "2Q06")).toBeFocused();
});

test("the arrows choose, Esc leaves it and the focus is where it was", async ({ kessan }) => {
  const { grid } = kessan;
  const palette = new Palette(kessan);
  await grid.goTo("Total costs", "2Q06");
  await grid.press("ControlOrMeta+Shift+p");
  await expect(palette.input).toBeFocused();
  const first = await palette.chosen.textContent();
  await grid.press("ArrowDown");
  await expect(palette.chosen).not.toHaveText(first ?? "");
  await grid.press("ArrowUp");
  await expect(palette.chosen).toHaveText(first ?? "");
  // Round at the ends, so that the last is one key away.
  await grid.press("ArrowUp");
  await expect(palette.choices.last()).toHaveAttribute("aria-selected", "true");
  await expect(palette.choices.last()).toBeInViewport();
  await grid.press("Escape");
  await expect(palette.root).toBeHidden();
  await expect(grid.cell("Total costs", "2Q06")).toBeFocused();
  await palette.root.waitFor({ state: "detached" });
  await grid.press("ArrowDown");
  await expect(grid.cell("Gross margin", "2Q06")).toBeFocused();
});

test("a click beside it leaves it as well", async ({ kessan }) => {
  const palette = new Palette(kessan);
  await kessan.page.keyboard.press("ControlOrMeta+k");
  await expect(palette.input).toBeFocused();
  await kessan.page.mouse.click(5, 400);
  await expect(palette.root).toBeHidden();
});

test("what was used lately comes first, and what cannot be done now is dimmed and does nothing", async ({ kessan }) => {
  const { grid, bar } = kessan;
  const palette = new Palette(kessan);
  await grid.press("ControlOrMeta+k");
  await palette.input.fill("side pane");
  await grid.press("Enter");
  await expect(bar.panes).toHaveAttribute("aria-pressed", "false");
  await grid.press("ControlOrMeta+k");
  await expect(palette.choices.first()).toContainText("Show or hide the side pane");
  await grid.press("Enter");
  await expect(bar.panes).toHaveAttribute("aria-pressed", "true");

  await bar.view("checks").click();
  await kessan.page.keyboard.press("ControlOrMeta+k");
  await palette.input.fill("note on this cell");
  await expect(palette.choice("Note on this cell")).toHaveAttribute("aria-disabled", "true");
  await kessan.page.keyboard.press("Enter");
  await expect(palette.root).toBeVisible();
  await palette.input.fill("flubber");
  await expect(palette.message).toHaveText("No command is called that.");
});

test("a line or a period is a way to it", async ({ kessan }) => {
  const { grid } = kessan;
  const palette = new Palette(kessan);
  await grid.press("ControlOrMeta+k");
  await palette.input.fill("Operating income 1Q06");
  await expect(palette.chosen).toContainText("Go to Operating income (loss) 1Q06");
  await grid.press("Enter");
  await expect(grid.cell("Operating income (loss)", "1Q06")).toBeFocused();
});

test("F1 shows every key and command, by group, to be searched", async ({ kessan }) => {
  const { grid } = kessan;
  const sheet = new CheatSheet(kessan);
  await kessan.page.setViewportSize({ width: 1024, height: 700 });
  await grid.goTo("Total costs", "2Q06");
  await grid.press("F1");
  await expect(sheet.search).toBeFocused();
  await expect(sheet.group("In the grid")).toBeVisible();
  await expect(sheet.keysOf("Undo")).toHaveText(shown("Mod+Z"));
  await expect(sheet.keysOf("Find…")).toHaveText(shown("Mod+F"));
  await expect(sheet.keysOf("Select further that way")).toHaveText(
    ["←", "→", "↑", "↓"].map((arrow) => shown(`Shift+${arrow}`)),
  );
  // All of it can be scrolled to, and nothing lies beside the window.
  await sheet.keysOf("Keys and commands").scrollIntoViewIfNeeded();
  await expect(sheet.keysOf("Keys and commands")).toBeInViewport();
  expect(await kessan.scrollableBy()).toEqual({ right: 0, down: 0 });
  await sheet.search.fill("ctrl+g");
  await expect(sheet.names).toHaveText(["Go to…"]);
  // Esc empties the search first, as in any field of search.
  await grid.press("Escape");
  await expect(sheet.search).toHaveValue("");
  await grid.press("Escape");
  await expect(sheet.root).toBeHidden();
  await expect(grid.cell("Total costs", "2Q06")).toBeFocused();
});

test("no command runs behind a list, and none while text is typed", async ({ kessan }) => {
  const { grid, bar } = kessan;
  const sheet = new CheatSheet(kessan);
  await kessan.keeps(() => grid.enter("Total revenues", "2Q06", "15000"));
  await grid.press("F1");
  await sheet.search.fill("a");
  await grid.press("ControlOrMeta+z");
  await grid.press("Alt+2");
  await expect(bar.view("results")).toHaveAttribute("aria-current", "page");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
  await grid.press("Escape");
  await grid.press("Escape");
  await expect(sheet.root).toBeHidden();

  // In an open cell the keys are the cell's.
  await grid.type("Total costs", "2Q06", "12");
  for (const key of ["ControlOrMeta+k", "ControlOrMeta+f", "F1", "ControlOrMeta+d"]) await grid.press(key);
  await expect(grid.editor("Total costs", "2Q06")).toHaveValue("12");
  await expect(kessan.page.getByRole("dialog")).toHaveCount(0);
});

test("the browser does nothing of its own with the keys of the window", async ({ kessan }) => {
  await kessan.grid.goTo("Total costs", "2Q06");
  const passed = await kessan.page.evaluate(() => {
    const keys = [
      ...["f", "g", "k", "d", "r", "s"].map((key) => ({ key, ctrlKey: true })),
      ...["F1", "F3", "F6"].map((key) => ({ key })),
      { key: "ArrowLeft", altKey: true },
    ];
    return keys
      .filter((init) => {
        const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
        document.activeElement?.dispatchEvent(event);
        return !event.defaultPrevented;
      })
      .map(({ key }) => key);
  });
  expect(passed).toEqual([]);
});
