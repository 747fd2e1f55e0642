import { expect, test } from "./app.ts";

test("Ctrl+Z takes an edit back and Ctrl+Y makes it again, margins included", async ({ kessan }) => {
  const { bar, grid } = kessan;
  await grid.enter("Total revenues", "2Q06", "15000");
  await expect(grid.cell("Gross margin ratio", "2Q06")).toHaveText("17.1%");
  await grid.goTo("Total costs", "1Q06");

  await grid.press("ControlOrMeta+z");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
  await expect(grid.cell("Gross margin ratio", "2Q06")).toHaveText("18.3%");
  await expect(grid.cell("Total revenues", "2Q06")).toBeFocused();
  await expect(bar.undo).toBeDisabled();

  await grid.goTo("Total costs", "1Q06");
  await grid.press("ControlOrMeta+y");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
  await expect(grid.cell("Gross margin ratio", "2Q06")).toHaveText("17.1%");
  await expect(grid.cell("Total revenues", "2Q06")).toBeFocused();
  await expect(bar.redo).toBeDisabled();
});

test("undo and redo go to the changed cell from another mode, another scope and another end of the grid", async ({
  kessan,
}) => {
  const { bar, grid } = kessan;
  const revenue = grid.cell("Total revenues", "2Q06");
  await grid.enter("Total revenues", "2Q06", "15000");
  await bar.show("FY");
  await expect(grid.header("2Q06")).toHaveCount(0);
  await grid.press("ControlOrMeta+z");
  await expect(bar.layout).toHaveValue("Q");
  await expect(revenue).toHaveText("14,007");
  await expect(revenue).toBeFocused();

  await bar.chooseScope("non-consolidated");
  await grid.press("ControlOrMeta+y");
  await expect(bar.scope.getByRole("option", { selected: true })).toHaveText("Consolidated");
  await expect(revenue).toHaveText("15,000");
  await expect(revenue).toBeFocused();

  await kessan.page.setViewportSize({ width: 1024, height: 700 });
  await expect(revenue).toBeInViewport({ ratio: 1 });
  await grid.scrollToOldest();
  await grid.goTo("Total revenues", "1Q04");
  await expect(revenue).not.toBeInViewport();
  await grid.press("ControlOrMeta+z");
  await expect(revenue).toHaveText("14,007");
  await expect(revenue).toBeFocused();
  await expect(revenue).toBeInViewport({ ratio: 1 });
});

test("the buttons do it too, one edit at a time, and say what they would do", async ({ kessan }) => {
  const { bar, grid } = kessan;
  const revenue = grid.cell("Total revenues", "2Q06");
  await grid.enter("Total revenues", "2Q06", "15000");
  await grid.enter("Total costs", "2Q06", "11500");
  await expect(bar.undo).toHaveAttribute("title", /Total costs 2Q06/);

  await bar.undo.click();
  await expect(grid.cell("Total costs", "2Q06")).toHaveText("11,448");
  await expect(revenue).toHaveText("15,000");
  await expect(bar.undo).toHaveAttribute("title", /Total revenues 2Q06/);
  await expect(bar.redo).toHaveAttribute("title", /Total costs 2Q06/);
  await bar.undo.click();
  await expect(revenue).toHaveText("14,007");
  await expect(bar.undo).toBeDisabled();

  await bar.redo.click();
  await expect(revenue).toHaveText("15,000");
  // A new edit is a new end of the line: what was taken back before it is gone.
  await grid.enter("Total revenues", "1Q06", "12500");
  await expect(bar.redo).toBeDisabled();
  await expect(grid.cell("Total costs", "2Q06")).toHaveText("11,448");
});

test("in an open editor Ctrl+Z takes back typing, not the last edit", async ({ kessan }) => {
  const { grid } = kessan;
  await grid.enter("Total revenues", "2Q06", "15000");
  await grid.open("Total costs", "2Q06");
  await kessan.page.keyboard.type("9");
  await grid.press("ControlOrMeta+z");
  await expect(grid.editor("Total costs", "2Q06")).toHaveValue("11,448");
  await grid.press("Escape");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
});
