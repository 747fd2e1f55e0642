import { expect, test } from "./app.ts";

const REVENUE = "Total revenues";
const CONNECTIVITY = "Connectivity and value-added services";
const INTERNET = "Internet connectivity services";
const COSTS = "Total costs";
const MARGIN = "Gross margin";
const SGA = "SG&A / R&D";
const INCOME = "Operating income (loss)";

test("arrows go from cell to cell, Ctrl with them to the edge of the data", async ({ kessan }) => {
  const { grid } = kessan;
  await grid.goTo(COSTS, "1Q06");
  await grid.press("ArrowRight");
  await expect(grid.cell(COSTS, "2Q06")).toBeFocused();
  await grid.press("ArrowDown");
  await grid.press("ArrowLeft");
  await expect(grid.cell(MARGIN, "1Q06")).toBeFocused();
  await grid.press("ArrowUp");
  await expect(grid.cell(COSTS, "1Q06")).toBeFocused();
  // 3Q05 and 4Q05 are blank: over them to the next figure, and from there to the end of those.
  await grid.press("ControlOrMeta+ArrowLeft");
  await expect(grid.cell(COSTS, "2Q05")).toBeFocused();
  await grid.press("ControlOrMeta+ArrowLeft");
  await expect(grid.cell(COSTS, "1Q05")).toBeFocused();
  await grid.press("ControlOrMeta+ArrowRight");
  await expect(grid.cell(COSTS, "2Q05")).toBeFocused();
  await grid.press("ControlOrMeta+ArrowUp");
  await expect(grid.cell(REVENUE, "2Q05")).toBeFocused();
  await grid.expectSelected([REVENUE], ["2Q05"]);
});

test("Home, End and the Page keys go as in a spreadsheet", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  await grid.goTo(COSTS, "1Q06");
  await grid.press("End");
  await expect(grid.cell(COSTS, "3Q06")).toBeFocused();
  await grid.press("Home");
  await expect(grid.cell(COSTS, "1Q04")).toBeFocused();
  await expect(grid.cell(COSTS, "1Q04")).toBeInViewport({ ratio: 1 });
  await grid.press("PageDown");
  await expect(explanation.heading).not.toHaveText(COSTS);
  await expect(grid.focused).toBeInViewport({ ratio: 1 });
  await grid.press("PageUp");
  await expect(grid.cell(COSTS, "1Q04")).toBeFocused();
  await grid.press("ControlOrMeta+Home");
  await expect(grid.cell(REVENUE, "1Q04")).toBeFocused();
  await grid.press("ControlOrMeta+End");
  await expect(grid.focused).toBeInViewport({ ratio: 1 });
  // The last line, in the last period with figures.
  await grid.press("ArrowRight");
  await grid.press("ArrowRight");
  await grid.press("ControlOrMeta+Home");
  await grid.press("ControlOrMeta+Shift+End");
  const selected = await grid.selected();
  expect(selected.at(-1)).toMatch(/ 2Q06$/);
});

test("Shift stretches the selection from the active cell, cell by cell and to the edge of the data", async ({
  kessan,
}) => {
  const { grid } = kessan;
  await grid.goTo(COSTS, "1Q06");
  await grid.press("Shift+ArrowDown");
  await grid.press("Shift+ArrowRight");
  await grid.expectSelected([COSTS, MARGIN], ["1Q06", "2Q06"]);
  await expect(grid.cell(COSTS, "1Q06")).toBeFocused();
  await grid.press("Shift+ArrowLeft");
  await grid.press("Shift+ArrowLeft");
  await grid.expectSelected([COSTS, MARGIN], ["4Q05", "1Q06"]);

  await grid.goTo(REVENUE, "1Q06");
  await grid.press("ControlOrMeta+Shift+ArrowRight");
  await grid.expectSelected([REVENUE], ["1Q06", "2Q06"]);
  await grid.press("Shift+End");
  await grid.expectSelected([REVENUE], ["1Q06", "2Q06", "3Q06"]);
  await grid.press("Escape");
  await grid.expectSelected([REVENUE], ["1Q06"]);
});

test("Shift+Space selects the row, Ctrl+Space the column, Ctrl+A everything", async ({ kessan }) => {
  const { grid, chart } = kessan;
  await grid.goTo(COSTS, "2Q06");
  await grid.press("Shift+Space");
  const row = await grid.selected();
  expect(row.every((cell) => cell.startsWith(COSTS))).toBe(true);
  expect(row.length).toBeGreaterThan(6);
  await grid.press("Shift+ArrowDown");
  await expect.poll(() => grid.selected()).toContain(`${MARGIN} 1Q05`);

  await grid.goTo(COSTS, "2Q06");
  await grid.press("ControlOrMeta+Space");
  await expect.poll(() => grid.selected()).toContain(`${REVENUE} 2Q06`);
  expect((await grid.selected()).every((cell) => cell.endsWith(" 2Q06"))).toBe(true);
  await grid.press("Shift+ArrowLeft");
  await expect.poll(() => grid.selected()).toContain(`${REVENUE} 1Q06`);

  await grid.press("ControlOrMeta+a");
  await expect.poll(() => grid.selected()).toEqual(expect.arrayContaining([`${REVENUE} 3Q06`, `${COSTS} 1Q05`]));
  await expect(grid.cell(COSTS, "2Q06")).toBeFocused();
  await grid.press("Escape");
  await grid.expectSelected([COSTS], ["2Q06"]);
  // Space alone is for the chart.
  await grid.press("Space");
  await expect(chart.legend).toHaveText([COSTS]);
  await grid.expectSelected([COSTS], ["2Q06"]);
});

test("the mouse selects by dragging, Shift stretches to where it clicks, Ctrl adds another range", async ({
  kessan,
}) => {
  const { grid, page } = kessan;
  await grid.drag([COSTS, "1Q05"], [SGA, "2Q05"]);
  await grid.expectSelected([COSTS, MARGIN, SGA], ["1Q05", "2Q05"]);
  await expect(grid.cell(COSTS, "1Q05")).toBeFocused();

  await grid.cell(MARGIN, "4Q05").click({ modifiers: ["Shift"] });
  await grid.expectSelected([COSTS, MARGIN], ["1Q05", "2Q05", "3Q05", "4Q05"]);
  await expect(grid.cell(COSTS, "1Q05")).toBeFocused();

  await grid.cell(REVENUE, "2Q06").click();
  await page.keyboard.down("ControlOrMeta");
  await grid.drag([COSTS, "1Q06"], [MARGIN, "2Q06"]);
  await grid.cell(INCOME, "1Q05").click();
  await page.keyboard.up("ControlOrMeta");
  await expect
    .poll(() => grid.selected())
    .toEqual([
      `${REVENUE} 2Q06`,
      `${COSTS} 1Q06`,
      `${COSTS} 2Q06`,
      `${MARGIN} 1Q06`,
      `${MARGIN} 2Q06`,
      `${INCOME} 1Q05`,
    ]);
  await expect(grid.cell(INCOME, "1Q05")).toBeFocused();
});

test("Ctrl and a click on what is selected takes it out of the selection", async ({ kessan }) => {
  const { grid } = kessan;
  await grid.drag([COSTS, "1Q05"], [SGA, "2Q05"]);
  await grid.cell(MARGIN, "2Q05").click({ modifiers: ["ControlOrMeta"] });
  await expect
    .poll(() => grid.selected())
    .toEqual([`${COSTS} 1Q05`, `${COSTS} 2Q05`, `${MARGIN} 1Q05`, `${SGA} 1Q05`, `${SGA} 2Q05`]);
  await grid.cell(MARGIN, "2Q05").click({ modifiers: ["ControlOrMeta"] });
  await grid.expectSelected([COSTS, MARGIN, SGA], ["1Q05", "2Q05"]);
});

test("dragging past an edge scrolls, and selects what comes into sight", async ({ kessan }) => {
  const { bar, grid, page } = kessan;
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect(grid.cell(COSTS, "2Q06")).toBeInViewport({ ratio: 1 });
  await grid.goTo(COSTS, "2Q06");
  await grid.dragPast([COSTS, "2Q06"], "left", () =>
    expect(grid.cell(COSTS, "1Q04")).toHaveAttribute("aria-selected", "true"),
  );
  await expect(grid.cell(COSTS, "1Q04")).toBeInViewport();
  // The active cell, now out of sight, has the keys still.
  await grid.press("Delete");
  await expect(bar.undo).toHaveAttribute("title", /clear 2 figures/);
  await grid.press("ControlOrMeta+z");
  await expect(bar.undo).toBeDisabled();

  await grid.scrollToOldest();
  await grid.goTo(COSTS, "1Q04");
  await grid.dragPast([COSTS, "1Q04"], "bottom", () =>
    expect(grid.cell("Operating margin ratio", "1Q04")).toHaveAttribute("aria-selected", "true"),
  );
  await expect(grid.cell("Operating margin ratio", "1Q04")).toBeInViewport();
});

test("a label selects its row and charts it, a header its column, and dragging several", async ({ kessan }) => {
  const { bar, grid, chart } = kessan;
  await bar.sidebar.click();
  await grid.select(COSTS);
  await expect(chart.legend).toHaveText([COSTS]);
  await expect.poll(() => grid.selected()).toContain(`${COSTS} 1Q05`);
  expect((await grid.selected()).every((cell) => cell.startsWith(COSTS))).toBe(true);
  await grid.dragBeside(grid.label(COSTS), grid.label(SGA));
  await expect.poll(() => grid.selected()).toEqual(expect.arrayContaining([`${MARGIN} 2Q06`, `${SGA} 1Q05`]));

  await grid.header("1Q06").click();
  await expect.poll(() => grid.selected()).toContain(`${REVENUE} 1Q06`);
  expect((await grid.selected()).every((cell) => cell.endsWith(" 1Q06"))).toBe(true);
  await grid.header("4Q05").click({ modifiers: ["Shift"] });
  await expect.poll(() => grid.selected()).toContain(`${REVENUE} 4Q05`);
  await grid.header("1Q05").click({ modifiers: ["ControlOrMeta"] });
  await expect.poll(() => grid.selected()).toContain(`${REVENUE} 1Q05`);
  expect(await grid.selected()).toContain(`${REVENUE} 1Q06`);
  expect(await grid.selected()).not.toContain(`${REVENUE} 2Q05`);
});

test("the selection stays on the same figures while the periods change and come back", async ({ kessan }) => {
  const { bar, grid } = kessan;
  await grid.drag([REVENUE, "1Q06"], [CONNECTIVITY, "1Q06"]);
  await bar.show("H");
  await grid.expectSelected([REVENUE, CONNECTIVITY], ["1H06"]);
  await bar.show("Q");
  await grid.expectSelected([REVENUE, CONNECTIVITY], ["1Q06"]);
  await expect(grid.cell(REVENUE, "1Q06")).toBeFocused();
});

test("the selection stays on the same figures while rows above it fold and unfold", async ({ kessan }) => {
  const { grid } = kessan;
  const triangle = grid.label(REVENUE).locator(".row-fold");
  await grid.drag([COSTS, "1Q06"], [MARGIN, "2Q06"]);
  await triangle.click();
  await expect(grid.label(CONNECTIVITY)).toHaveCount(0);
  await grid.expectSelected([COSTS, MARGIN], ["1Q06", "2Q06"]);
  await triangle.click();
  await expect(grid.label(CONNECTIVITY)).toHaveCount(1);
  await grid.expectSelected([COSTS, MARGIN], ["1Q06", "2Q06"]);
});

test("after undo and redo the same figures are selected", async ({ kessan }) => {
  const { bar, grid } = kessan;
  await grid.drag([REVENUE, "1Q06"], [INTERNET, "2Q06"]);
  await grid.press("Delete");
  await expect(bar.undo).toHaveAttribute("title", /clear 6 figures/);
  await grid.press("ControlOrMeta+z");
  await expect(bar.undo).toBeDisabled();
  await grid.expectMark(CONNECTIVITY, "2Q06", "reported");
  await grid.expectSelected([REVENUE, CONNECTIVITY, INTERNET], ["1Q06", "2Q06"]);
  await grid.press("ControlOrMeta+y");
  await expect(bar.redo).toBeDisabled();
  await grid.expectSelected([REVENUE, CONNECTIVITY, INTERNET], ["1Q06", "2Q06"]);
});

test("Enter and Tab go round within the selection; after Tab, Enter leads under where Tab began", async ({
  kessan,
}) => {
  const { grid } = kessan;
  await grid.drag([COSTS, "1Q06"], [MARGIN, "2Q06"]);
  for (const [line, period] of [
    [MARGIN, "1Q06"],
    [COSTS, "2Q06"],
    [MARGIN, "2Q06"],
    [COSTS, "1Q06"],
  ] as const) {
    await grid.press("Enter");
    await expect(grid.cell(line, period)).toBeFocused();
  }
  await grid.press("Shift+Tab");
  await expect(grid.cell(MARGIN, "2Q06")).toBeFocused();
  await grid.expectSelected([COSTS, MARGIN], ["1Q06", "2Q06"]);

  await grid.goTo(COSTS, "4Q05");
  await grid.press("Tab");
  await grid.press("Tab");
  await expect(grid.cell(COSTS, "2Q06")).toBeFocused();
  await grid.press("Enter");
  await expect(grid.cell(MARGIN, "4Q05")).toBeFocused();
});

test("F6 leads from the grid to the next part of the window, and round to the same cell", async ({ kessan }) => {
  const { bar, grid, explanation, page } = kessan;
  await grid.goTo("Gross margin ratio", "2Q06");
  const cell = grid.cell("Gross margin ratio", "2Q06");
  await expect(explanation.says("18.3%")).toBeVisible();
  await grid.press("F6");
  await expect(page.getByRole("complementary").locator(":focus")).toBeVisible();
  await grid.press("F6");
  await expect(page.getByRole("contentinfo").locator(":focus")).toBeVisible();
  await grid.press("F6");
  await expect(bar.root.locator(":focus")).toBeVisible();
  await grid.press("Shift+F6");
  await grid.press("Shift+F6");
  await grid.press("Shift+F6");
  await expect(cell).toBeFocused();
});

test("who hears the grid is told that several cells can be selected, and how to leave", async ({ kessan }) => {
  const { grid } = kessan;
  await expect(grid.root).toHaveAttribute("aria-multiselectable", "true");
  await expect(grid.root).toHaveAccessibleDescription(/F6/);
  await grid.goTo(COSTS, "2Q06");
  await expect(grid.cell(COSTS, "2Q06")).toHaveAttribute("aria-selected", "true");
  await expect(grid.cell(COSTS, "1Q06")).toHaveAttribute("aria-selected", "false");
});
