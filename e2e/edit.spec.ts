import { expect, test } from "./app.ts";

test("typing 15000 over 2Q06 revenue moves the margins, the explanation and the chart", async ({ kessan }) => {
  const { grid, explanation, chart } = kessan;
  await grid.goTo("Gross margin ratio", "2Q06");
  await expect(explanation.says("18.3%")).toBeVisible();
  await expect(explanation.fact("formula")).toHaveText("gross_margin / revenue");
  await expect(explanation.input("Total revenues", "2Q06")).toContainText("14,007");
  await expect(chart.picture).toHaveAccessibleName(/Gross margin ratio: 18\.3% in 2Q06/);
  expect(await chart.drawn("Gross margin ratio", "2Q06")).toBeCloseTo(18.27, 1);
  const openedAt = await kessan.page.evaluate(() => performance.timeOrigin);

  await kessan.keeps(() => grid.enter("Total revenues", "2Q06", "15000"));
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
  await expect(grid.cell("Connectivity and value-added services", "2Q06")).toBeFocused();
  await expect(grid.cell("Gross margin ratio", "2Q06")).toHaveText("17.1%");
  await expect(grid.cell("Operating margin ratio", "2Q06")).toHaveText("5.4%");
  await expect(chart.picture).toHaveAccessibleName(/Gross margin ratio: 17\.1% in 2Q06/);
  await expect.poll(() => chart.drawn("Gross margin ratio", "2Q06")).toBeCloseTo(17.06, 1);
  expect(await kessan.page.evaluate(() => performance.timeOrigin)).toBe(openedAt);

  await grid.goTo("Gross margin ratio", "2Q06");
  await expect(explanation.says("17.1%")).toBeVisible();
  await expect(explanation.fact("unrounded")).toHaveText("17.06%");
  await expect(explanation.input("Total revenues", "2Q06")).toContainText("15,000");

  await expect(kessan.savedState).toHaveText("File up to date");
});

test("F2 edits what is there, Esc leaves it, Enter and Tab go on as in a spreadsheet", async ({ kessan }) => {
  const { grid } = kessan;
  const revenue = grid.cell("Total revenues", "2Q06");
  const editor = grid.editor("Total revenues", "2Q06");

  await grid.open("Total revenues", "2Q06");
  await expect(editor).toHaveValue("14,007");
  await grid.press("End");
  await grid.press("Backspace");
  await expect(editor).toHaveValue("14,00");
  await grid.press("Escape");
  await expect(editor).toBeHidden();
  await expect(revenue).toHaveText("14,007");
  await expect(revenue).toBeFocused();
  await expect(kessan.bar.undo).toBeDisabled();

  await grid.type("Total revenues", "1Q06", "12500");
  await grid.press("Tab");
  await expect(grid.cell("Total revenues", "1Q06")).toHaveText("12,500");
  await expect(revenue).toBeFocused();

  await kessan.page.keyboard.type("14500");
  await grid.press("Shift+Tab");
  await expect(revenue).toHaveText("14,500");
  await expect(grid.cell("Total revenues", "1Q06")).toBeFocused();

  await grid.enter("Total costs", "2Q06", "11500");
  await expect(grid.cell("Gross margin", "2Q06")).toBeFocused();
  await grid.press("Shift+Enter");
  await expect(grid.cell("Total costs", "2Q06")).toBeFocused();
  // The section's heading holds no cells: Enter steps over it.
  await grid.goTo("Gain from sale of available-for-sale securities", "2Q06");
  await grid.press("Enter");
  await expect(grid.cell("Gross margin ratio", "2Q06")).toBeFocused();
});

test("Backspace empties the cell to be typed anew; Page Down stores what was typed and goes on", async ({ kessan }) => {
  const { bar, grid, page } = kessan;
  await bar.hidePanes();
  await grid.goTo("Total revenues", "2Q06");
  await grid.press("Backspace");
  await expect(grid.editor("Total revenues", "2Q06")).toHaveValue("");
  await grid.press("Escape");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
  await grid.press("Backspace");
  await page.keyboard.type("15000");
  await grid.press("PageDown");
  await expect(bar.undo).toHaveAttribute("title", /enter Total revenues 2Q06/);
  // A page further down the first line is out of sight; the keys are there.
  await expect(grid.focused).toBeVisible();
  await expect(grid.cell("Total revenues", "2Q06")).not.toBeInViewport();
  await grid.press("ControlOrMeta+Home");
  await grid.goTo("Total revenues", "2Q06");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
});

test("a double click edits, and a click elsewhere stores", async ({ kessan }) => {
  const { grid } = kessan;
  await grid.cell("SG&A / R&D", "2Q06").dblclick();
  const editor = grid.editor("SG&A / R&D", "2Q06");
  await expect(editor).toHaveValue("1,747");
  await editor.fill("1,800");
  await grid.cell("Total revenues", "1Q06").click();
  await expect(grid.cell("SG&A / R&D", "2Q06")).toHaveText("1,800");
  await expect(grid.cell("Total revenues", "1Q06")).toBeFocused();
});

test("Delete clears a figure, and what is known from other periods shows", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  await grid.expectMark("Total revenues", "2Q06", "reported");
  expect(await grid.isDotted("Total revenues", "2Q06")).toBe(false);
  await grid.clear("Total revenues", "2Q06");
  await grid.expectMark("Total revenues", "2Q06", "derived");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
  expect(await grid.isDotted("Total revenues", "2Q06")).toBe(true);
  await expect(explanation.fact("route")).toHaveText("Derived from other periods");
  await expect(explanation.inputs).toHaveText([/\+.*Total revenues.*1H06.*26,444/, /−.*Total revenues.*1Q06.*12,437/]);

  // A figure of the explanation is a way to it.
  await explanation.input("Total revenues", "1H06").getByRole("button").click();
  await expect(kessan.bar.layout).toHaveValue("H");
  await expect(grid.cell("Total revenues", "1H06")).toBeFocused();
});

test("a total typed as it is shown already is reported from then on; F2 and Enter over it change nothing", async ({
  kessan,
}) => {
  const { grid } = kessan;
  await grid.clear("Total revenues", "2Q06");
  await grid.expectMark("Total revenues", "2Q06", "derived");
  await grid.goTo("Total revenues", "2Q06");
  await grid.press("F2");
  await grid.press("Enter");
  await grid.expectMark("Total revenues", "2Q06", "derived");
  await grid.enter("Total revenues", "2Q06", "14,007");
  await grid.expectMark("Total revenues", "2Q06", "reported");
});

test("Delete says what it removed and what shows now", async ({ kessan }) => {
  const { grid, messages } = kessan;
  await grid.clear("Total revenues", "2Q06");
  await expect(messages).toHaveText("Removed 14,007. Now shown: 14,007, derived from other periods.");
  await grid.press("ControlOrMeta+z");
  await expect(messages).toHaveText("");
  await grid.clear("Operating income (loss)", "4Q05");
  await expect(messages).toHaveText("Removed 966. The cell is now empty: needs Gross margin 4Q05, SG&A / R&D 4Q05.");
  await grid.clear("Operating margin ratio", "2Q06");
  await expect(messages).toHaveText("Removed 5.8%. Now shown: 5.8%, computed by its formula.");
  await grid.clear("Gross margin", "1Q06");
  await expect(messages).toHaveText("Nothing was removed: the figure shown is derived from other periods.");
  await grid.drag(["Total revenues", "1Q06"], ["Total revenues", "2Q06"]);
  await grid.press("Delete");
  await expect(messages).toHaveText(/^2 figures removed\. Now: .*\d (derived|computed|empty)/u);
  // What is deleted in the editor is told as well.
  await grid.goTo("Net income (loss)", "4Q05");
  await grid.press("F2");
  await grid.press("ControlOrMeta+a");
  await grid.press("Delete");
  await grid.press("Enter");
  await expect(messages).toHaveText(/^Removed 1,941\. /u);
});

test("a cleared figure that nothing else tells is a blank, not a zero", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  await grid.clear("Operating income (loss)", "4Q05");
  await expect(grid.cell("Operating income (loss)", "4Q05")).toHaveText("");
  await grid.expectMark("Operating income (loss)", "4Q05", "gap");
  await expect(grid.cell("Operating margin ratio", "4Q05")).not.toHaveText("0.0%");
  await expect(explanation.says(/input is missing|needs|not entered/i)).toBeVisible();
});

test("the next quarter is typed into an empty column", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  await expect(grid.header("4Q06")).toHaveCount(0);
  await grid.enter("Total revenues", "3Q06", "15,200");
  await expect(grid.cell("Total revenues", "3Q06")).toHaveText("15,200");
  await expect(grid.header("4Q06")).toHaveCount(1);
  await grid.goTo("Total revenues", "3Q06");
  await expect(explanation.fact("source")).toHaveText("Entered by hand");
  await expect(explanation.fact("asPrinted")).toHaveText("15,200");
});

test("a Japanese input method types △ and full-width figures", async ({ kessan }) => {
  const { grid } = kessan;
  await grid.goTo("Operating income (loss)", "1Q06");
  await grid.compose("△1,234");
  await expect(grid.editor("Operating income (loss)", "1Q06")).toHaveValue("△1,234");
  await grid.press("Enter");
  await expect(grid.cell("Operating income (loss)", "1Q06")).toHaveText("(1,234)");

  await grid.goTo("Total revenues", "1Q06");
  await grid.compose("１２，５００");
  await expect(grid.editor("Total revenues", "1Q06")).toHaveValue("１２，５００");
  await grid.press("Enter");
  await expect(grid.cell("Total revenues", "1Q06")).toHaveText("12,500");
  await expect(grid.cell("Operating margin ratio", "1Q06")).toHaveText("(9.9%)");

  await kessan.bar.chooseNegatives("triangle");
  await expect(grid.cell("Operating income (loss)", "1Q06")).toHaveText("△1,234");
  await expect(grid.cell("Operating margin ratio", "1Q06")).toHaveText("△9.9%");
});

test("a figure whose first key comes in the same moment as the Enter before it is not lost", async ({ kessan }) => {
  const { grid } = kessan;
  const { keyboard } = kessan.page;
  await grid.goTo("Total costs", "3Q06");
  await keyboard.type("111");
  // A busy window finds both keys waiting, and takes them one right behind the other.
  await kessan.page.evaluate(() => {
    for (const key of ["Enter", "2"]) {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }
  });
  await keyboard.type("222");
  await keyboard.press("Enter");
  await expect(grid.cell("Total costs", "3Q06")).toHaveText("111");
  await expect(grid.cell("Gross margin", "3Q06")).toHaveText("222");
  await expect(grid.cell("SG&A / R&D", "3Q06")).toBeFocused();
});
