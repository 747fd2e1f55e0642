import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./app.ts";
import { Making } from "./pages/making.ts";

test.describe("light and dark", () => {
  test.use({ colorScheme: "light" });

  test("follow the system, until a person chooses one, which is kept over a restart", async ({ app, kessan }) => {
    const { bar } = kessan;
    await kessan.page.emulateMedia({ colorScheme: "light" });
    await expect.poll(() => kessan.brightness()).toBeGreaterThan(0.9);
    await kessan.page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => kessan.brightness()).toBeLessThan(0.2);
    await bar.chooseTheme("light");
    await expect.poll(() => kessan.brightness()).toBeGreaterThan(0.9);
    await kessan.page.emulateMedia({ colorScheme: "light" });
    await bar.chooseTheme("dark");
    await expect.poll(() => kessan.brightness()).toBeLessThan(0.2);

    await app.restart();
    await kessan.isOpen();
    await expect.poll(() => kessan.brightness()).toBeLessThan(0.2);
    await bar.chooseTheme("system");
    await kessan.page.emulateMedia({ colorScheme: "light" });
    await expect.poll(() => kessan.brightness()).toBeGreaterThan(0.9);
  });
});

test("negative figures are written as chosen, in the grid and in the chart, and stay so", async ({ app, kessan }) => {
  const { bar, grid, chart } = kessan;
  await expect(grid.cell("Income tax expense (benefit)", "2Q06")).toHaveText("(1,109)");
  await bar.chooseNegatives("triangle");
  await expect(grid.cell("Income tax expense (benefit)", "2Q06")).toHaveText("△1,109");
  await grid.select("Income tax expense (benefit)");
  await expect(chart.picture).toHaveAccessibleName(/△1,109/);
  await expect(chart.drawing).toContainText("△");

  await app.restart();
  await kessan.isOpen();
  await expect(grid.cell("Income tax expense (benefit)", "2Q06")).toHaveText("△1,109");
});

test("at 200 % zoom the book can still be read and edited", async ({ kessan }) => {
  const { bar, grid, explanation } = kessan;
  // A window of 1440 × 900 at 200 % has this many pixels of layout.
  await kessan.page.setViewportSize({ width: 720, height: 450 });
  await kessan.reload();
  expect(await kessan.scrollableBy()).toEqual({ right: 0, down: 0 });
  for (const control of [bar.undo, bar.redo, bar.export, bar.otherLanguage, bar.display, bar.panes, bar.layout]) {
    await expect(control).toBeInViewport({ ratio: 1 });
  }
  await expect(grid.cell("Total revenues", "2Q06")).toBeInViewport({ ratio: 1 });
  await expect(kessan.savedState).toBeInViewport({ ratio: 1 });
  // Where there is so little room the figures come first, and their year is said over them.
  await expect(explanation.pane).toBeHidden();
  await expect(grid.cell("Total revenues", "1Q06")).toBeInViewport({ ratio: 1 });
  await expect(grid.header("FY2006").getByText("FY2006")).toBeInViewport({ ratio: 1 });
  await bar.panes.click();
  await expect(explanation.heading).toBeInViewport({ ratio: 1 });
  await expect(grid.header("FY2006").getByText("FY2006")).toBeInViewport({ ratio: 1 });

  await grid.enter("Total revenues", "2Q06", "15000");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
  // With the panes away there is room for more periods.
  await bar.panes.click();
  await expect(explanation.pane).toBeHidden();
  await expect(grid.cell("Total revenues", "1Q06")).toBeInViewport({ ratio: 1 });
  await bar.openDisplayMenu();
  await expect(bar.displayMenu).toBeInViewport({ ratio: 1 });
});

test("whatever has the keyboard's focus can be seen to have it", async ({ kessan }) => {
  const { page, bar, grid, explanation } = kessan;
  await grid.enter("Total revenues", "2Q06", "15000");
  await grid.goTo("Gross margin ratio", "2Q06");
  await bar.scope.focus();
  const { basis, asOf } = new Making(kessan);
  const inTabOrder = [
    basis,
    bar.layout,
    bar.columns,
    asOf,
    bar.undo,
    bar.export,
    bar.otherLanguage,
    bar.display,
    bar.panes,
  ];
  for (const control of inTabOrder) {
    await page.keyboard.press("Tab");
    await expect(control).toBeFocused();
    await expectFocusToShow(page, control);
  }
  for (const elsewhere of [
    grid.cell("Gross margin ratio", "2Q06"),
    explanation.input("Total revenues", "2Q06").getByRole("button"),
  ]) {
    await elsewhere.focus();
    await expectFocusToShow(page, elsewhere);
  }
});

test("a hint never covers the cell it tells of, and gives way to whoever works there", async ({ kessan }) => {
  const { grid, columns } = kessan;
  // Near the bottom of the window there is no room below the cell.
  for (const line of ["Total revenues", "Gross margin ratio"]) {
    const cell = grid.cell(line, "2Q06");
    const hint = await columns.hintOf(cell);
    await expect(hint).toBeVisible();
    const [over, under] = [await hint.boundingBox(), await cell.boundingBox()];
    if (over === null || under === null) throw new Error("The hint or its cell is not on screen.");
    expect(over.y >= under.y + under.height || over.y + over.height <= under.y, `${line} is covered`).toBe(true);
    await grid.press("Shift");
    await expect(hint).toBeHidden();
  }
  await grid.goTo("Net income (loss)", "2Q06");
  // Who has pressed a cell is at work in it: its hint comes in its time, and is not shown.
  await expect(columns.hint).toBeAttached();
  await expect(columns.hint).toBeHidden();
  await expect(await columns.hintOf(grid.cell("Net income (loss)", "2Q06"))).toBeVisible();
});

test("no word and no date breaks in two beside a figure, and nothing scrolls without need", async ({ kessan }) => {
  const { page, bar } = kessan;
  await bar.view("targets").click();
  await page.getByRole("table").first().getByText("25,000", { exact: true }).first().click();
  for (const part of await page.locator(".vintage-date, .vintage-in-force").all())
    expect(await part.evaluate((element) => element.getClientRects().length)).toBe(1);
  await bar.view("sources").click();
  await page.getByRole("radio", { name: "Group", exact: false }).first().check();
  const frame = page.locator(".group-frame");
  expect(await frame.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
  await bar.view("checks").click();
  await page.setViewportSize({ width: 1024, height: 700 });
  const search = page.locator(".checks-search");
  const cut = await search.evaluate((field: HTMLInputElement) => {
    const context = document.createElement("canvas").getContext("2d");
    if (context === null) return null;
    const { font, paddingLeft, paddingRight } = getComputedStyle(field);
    context.font = font;
    const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    return context.measureText(field.placeholder).width > room;
  });
  expect(cut).toBe(false);
});

/** A few pixels more than the control, since a ring of focus may stand around it. */
const RING_PX = 4;

/** Focused and not focused must look different; the control keeps the focus. */
async function expectFocusToShow(page: Page, control: Locator): Promise<void> {
  const box = await control.boundingBox();
  if (box === null) throw new Error("The focused control is not on screen.");
  const clip = {
    x: Math.max(0, box.x - RING_PX),
    y: Math.max(0, box.y - RING_PX),
    width: box.width + 2 * RING_PX,
    height: box.height + 2 * RING_PX,
  };
  const focused = await page.screenshot({ clip });
  await control.blur();
  const unfocused = await page.screenshot({ clip });
  expect(focused.equals(unfocused), `${control.toString()} looks the same without the focus`).toBe(false);
  await control.focus();
}
