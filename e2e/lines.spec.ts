import { expect, test } from "./app.ts";
import { LinesDialog } from "./pages/lines-dialog.ts";

test("a line is added below the one in hand, with both names, and takes figures at once", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  const dialog = new LinesDialog(kessan);
  await grid.goTo("Equipment sales", "2Q06");
  await grid.press("Insert");
  await dialog.field("labelEn").fill("Hosting & cloud");
  await expect(dialog.field("id")).toHaveValue("hosting_and_cloud");
  await dialog.field("labelJa").fill("クラウド");
  await dialog.field("labelJa").press("Enter");
  await expect(grid.cell("Hosting & cloud", "2Q06")).toBeFocused();
  await grid.enter("Hosting & cloud", "2Q06", "123");
  await expect(grid.cell("Hosting & cloud", "2Q06")).toHaveText("123");
  await expect(explanation.pane).toBeVisible();
  await kessan.switchLanguage();
  await expect(grid.label("クラウド")).toBeVisible();
  await grid.press("ControlOrMeta+z");
  await grid.press("ControlOrMeta+z");
  await expect(grid.label("クラウド")).toHaveCount(0);
});

test("a line without a name is not added; a name that formulas cannot read is refused in place", async ({ kessan }) => {
  const { grid } = kessan;
  const dialog = new LinesDialog(kessan);
  await grid.goTo("Total costs", "2Q06");
  await grid.press("Insert");
  await dialog.button(dialog.words.dialog.addIt).click();
  await expect(dialog.problem(dialog.words.refusals["no-label"])).toBeVisible();
  await dialog.field("labelEn").fill("Fees");
  await dialog.field("id").fill("revenue");
  await expect(dialog.problem("The book has a line revenue already")).toBeVisible();
  await dialog.field("id").fill("2nd");
  await expect(dialog.problem("cannot stand in a formula")).toBeVisible();
  await dialog.field("id").fill("fees");
  await dialog.field("formula").fill("revenue - nonsense");
  await expect(dialog.problem("nonsense")).toBeVisible();
  await dialog.field("formula").fill("revenue - total_costs");
  await dialog.button(dialog.words.dialog.addIt).click();
  await expect(grid.cell("Fees", "2Q06")).toHaveText("2,559");
});

test("what a change of kind, unit or formula brings is said before it is saved", async ({ kessan }) => {
  const { grid } = kessan;
  const dialog = new LinesDialog(kessan);
  await grid.goTo("Total costs", "2Q06");
  await grid.press("Alt+Enter");
  await expect(dialog.titled("Edit Total costs")).toBeVisible();
  await dialog.kind("stock").check();
  await expect(
    dialog.problem(/figures? of this line stands? for a whole period; a balance has none there/),
  ).toBeVisible();
  await dialog.kind("ratio").check();
  await expect(dialog.effect("no longer added up or derived")).toBeVisible();
  await expect(dialog.effect("Worked out anew, as they rest on it: Gross margin")).toBeVisible();
  await dialog.kind("flow").check();
  await dialog.field("unit").fill("JPY thousand");
  await expect(dialog.effect("what was JPY million is read as JPY thousand")).toBeVisible();
  await dialog.field("unit").fill("JPY million");
  await dialog.field("formula").fill("revenue / 2");
  await expect(dialog.effect(/printed figures? (is|are) kept and checked against it/)).toBeVisible();
  await expect(dialog.effect(/Checks outside: 3 now, \d+ after it/)).toBeVisible();
  await dialog.field("formula").press("Enter");
  await expect(dialog.root).toHaveCount(0);
  await expect(grid.cell("Total costs", "3Q05")).toHaveText("5,935");
  await grid.press("ControlOrMeta+z");
  await expect(grid.cell("Total costs", "3Q05")).toHaveText("");
});

test("another name in formulas is written into every formula", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  const dialog = new LinesDialog(kessan);
  await grid.goTo("Total costs", "2Q06");
  await grid.press("Alt+Enter");
  await dialog.field("id").fill("costs");
  await expect(dialog.effect(/written into 2 formulas/)).toBeVisible();
  await dialog.field("id").press("Enter");
  await expect(dialog.root).toHaveCount(0);
  await expect(grid.cell("Total costs", "2Q06")).toHaveText("11,448");
  await expect(grid.cell("Total costs", "2Q06")).toBeFocused();
  await grid.goTo("Gross margin", "1Q06");
  await expect(explanation.pane).toContainText("revenue − costs");
});

test("deleting says what goes, waits for agreement on formulas, and one undo brings all of it back", async ({
  kessan,
}) => {
  const { grid, checks, page } = kessan;
  const dialog = new LinesDialog(kessan);
  await checks.expectOutside(3);
  await grid.goTo("Total costs", "2Q06");
  await grid.label("Total costs").click({ button: "right" });
  await page.getByRole("menuitem", { name: dialog.words.remove }).click();
  await expect(dialog.titled("Delete Total costs?")).toBeVisible();
  await expect(dialog.effect(/^\d+ figures of \d+ sources?; the sources stay$/)).toBeVisible();
  await expect(dialog.effect("Gross margin becomes = revenue")).toBeVisible();
  await expect(dialog.effect("Total costs to revenues has no formula any more")).toBeVisible();
  const remove = dialog.button(dialog.words.removal.remove);
  await expect(remove).toBeDisabled();
  await dialog.root.getByRole("checkbox", { name: dialog.words.removal.agree }).check();
  await remove.click();
  await expect(grid.label("Total costs")).toHaveCount(0);
  await expect(grid.cell("Gross margin", "2Q06")).toBeFocused();
  await grid.press("ControlOrMeta+z");
  await expect(grid.cell("Total costs", "2Q06")).toHaveText("11,448");
  await expect(grid.cell("Gross margin ratio", "2Q06")).toHaveText("18.3%");
  await checks.expectOutside(3);
});

test("taking a line out of the company keeps its figures; the list of lines brings it back in its place", async ({
  kessan,
}) => {
  const { grid, page } = kessan;
  const dialog = new LinesDialog(kessan);
  await grid.goTo("Equipment sales", "2Q06");
  await grid.press("Shift+F10");
  await page.keyboard.press("Escape");
  await expect(grid.cell("Equipment sales", "2Q06")).toBeFocused();
  await grid.label("Equipment sales").click({ button: "right" });
  await page.getByRole("menuitem", { name: dialog.words.takeOut }).click();
  await expect(grid.label("Equipment sales")).toHaveCount(0);
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
  await expect(grid.cell("Outsourcing revenues (outsourced operation + VAS + other)", "2Q06")).toBeFocused();

  await grid.press("ControlOrMeta+Shift+L");
  await page.getByRole("searchbox", { name: dialog.words.company.search }).fill("equipment");
  await dialog.listed("Equipment sales").check();
  await dialog.button(dialog.words.company.save).click();
  await expect(grid.cell("Equipment sales", "2Q06")).toHaveText("630");
});

test("the list of lines orders and chooses by keyboard, as one step of undo", async ({ kessan }) => {
  const { grid, page } = kessan;
  const dialog = new LinesDialog(kessan);
  await grid.goTo("Total costs", "2Q06");
  await grid.press("ControlOrMeta+Shift+L");
  await expect(dialog.button(dialog.words.company.save)).toBeDisabled();
  await dialog.listed("Gross margin gross_margin").first().focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(dialog.listed("Gross margin gross_margin").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(dialog.listed("Total costs total_costs")).toBeFocused();
  await page.keyboard.press("Space");
  await dialog.button(dialog.words.company.save).click();
  await expect(grid.label("Total costs")).toHaveCount(0);
  await grid.goTo("Gross margin", "2Q06");
  await grid.press("ControlOrMeta+z");
  await expect(grid.label("Total costs")).toBeVisible();
});

test("the menu of a cell goes by arrows and letters and is left with Esc", async ({ kessan }) => {
  const { grid, page } = kessan;
  await grid.goTo("Total costs", "2Q06");
  await grid.press("Shift+F10");
  const menu = page.getByRole("menu");
  await expect(menu.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(menu.getByRole("menuitem").last()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(menu.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("h");
  await expect(menu.getByRole("menuitem", { name: /^H/ }).first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(grid.cell("Total costs", "2Q06")).toBeFocused();
});
