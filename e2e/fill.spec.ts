import { expect, test } from "./app.ts";

const REVENUE = "Total revenues";
const COSTS = "Total costs";
const MARGIN = "Gross margin";
const SGA = "SG&A / R&D";
const INCOME = "Operating income (loss)";
const NET_INCOME = "Net income (loss)";
const MARGIN_RATIO = "Gross margin ratio";
const CONTRACTS = "Number of dedicated access contracts";

test("Delete clears all that is selected, and one Ctrl+Z brings all of it back", async ({ kessan }) => {
  const { bar, grid, page } = kessan;
  await grid.cell(REVENUE, "4Q05").click();
  await page.keyboard.down("ControlOrMeta");
  await grid.drag([NET_INCOME, "3Q05"], [NET_INCOME, "4Q05"]);
  await page.keyboard.up("ControlOrMeta");
  await grid.press("Delete");
  await expect(grid.cell(NET_INCOME, "4Q05")).toHaveText("");
  await expect(bar.undo).toHaveAttribute("title", /clear 3 figures/);
  await grid.press("ControlOrMeta+z");
  await expect(grid.cell(NET_INCOME, "4Q05")).toHaveText("1,941");
  await expect(grid.cell(REVENUE, "4Q05")).toHaveText("16,133");
  await expect(bar.undo).toBeDisabled();
});

test("Ctrl+D copies the first row of the selection down, Ctrl+R the first column to the right", async ({ kessan }) => {
  const { bar, grid } = kessan;
  await grid.drag([COSTS, "1Q06"], [SGA, "2Q06"]);
  await grid.press("ControlOrMeta+d");
  for (const line of [MARGIN, SGA]) {
    // What is derived is copied as it is shown.
    await expect(grid.cell(line, "1Q06")).toHaveText("10,134");
    await expect(grid.cell(line, "2Q06")).toHaveText("11,448");
    await grid.expectMark(line, "1Q06", "reported");
  }
  await grid.expectMark(COSTS, "1Q06", "derived");
  await expect(bar.undo).toHaveAttribute("title", /fill 4 figures/);
  await grid.press("ControlOrMeta+z");
  await expect(grid.cell(SGA, "2Q06")).toHaveText("1,747");
  await expect(bar.undo).toBeDisabled();

  await grid.drag([REVENUE, "1Q06"], [REVENUE, "3Q06"]);
  await grid.press("ControlOrMeta+r");
  await expect(grid.cell(REVENUE, "2Q06")).toHaveText("12,437");
  await expect(grid.cell(REVENUE, "3Q06")).toHaveText("12,437");
  // One cell takes what stands above it, or before it.
  await grid.goTo(NET_INCOME, "3Q06");
  await grid.press("ControlOrMeta+r");
  await expect(grid.cell(NET_INCOME, "3Q06")).toHaveText("2,120");
});

test("a blank fills nothing and clears nothing", async ({ kessan }) => {
  const { bar, grid } = kessan;
  await grid.drag([COSTS, "4Q05"], [COSTS, "2Q06"]);
  await grid.press("ControlOrMeta+r");
  await expect(grid.cell(COSTS, "2Q06")).toHaveText("11,448");
  await expect(bar.undo).toBeDisabled();
  await expect(kessan.messages).toHaveText("Nothing was copied: the cells to copy from are empty.");
});

test("the handle dragged back clears what it leaves out, as one step back", async ({ kessan }) => {
  const { bar, grid } = kessan;
  await grid.drag([NET_INCOME, "3Q05"], [NET_INCOME, "2Q06"]);
  await grid.dragFillHandleTo(NET_INCOME, "4Q05");
  await expect(grid.cell(NET_INCOME, "1Q06")).not.toHaveText("734");
  await expect(kessan.messages).toHaveText(/^2 figures removed\. Now: /u);
  await grid.expectSelected([NET_INCOME], ["3Q05", "4Q05"]);
  await expect(grid.cell(NET_INCOME, "4Q05")).toHaveText("1,941");
  await expect(bar.undo).toHaveAttribute("title", /clear 2 figures/);
  await grid.press("ControlOrMeta+z");
  await expect(grid.cell(NET_INCOME, "1Q06")).toHaveText("734");
  await expect(bar.undo).toBeDisabled();
});

for (const [way, line, period, filled] of [
  ["to the right", NET_INCOME, "3Q06", [[NET_INCOME, "3Q06", "2,120"]]],
  [
    "to the left",
    NET_INCOME,
    "4Q05",
    [
      [NET_INCOME, "4Q05", "2,120"],
      [NET_INCOME, "1Q06", "2,120"],
    ],
  ],
  [
    "upwards",
    "Equity in net loss of equity method investees",
    "2Q06",
    [["Equity in net loss of equity method investees", "2Q06", "2,120"]],
  ],
  [
    "downwards",
    "Gain from sale of available-for-sale securities",
    "2Q06",
    [["Gain from sale of available-for-sale securities", "2Q06", "2,120"]],
  ],
] as const) {
  test(`the handle fills ${way} with copies of the figure, as one step back`, async ({ kessan }) => {
    const { bar, grid } = kessan;
    await grid.goTo(NET_INCOME, "2Q06");
    await grid.dragFillHandleTo(line, period);
    for (const [filledLine, filledPeriod, text] of filled) {
      await expect(grid.cell(filledLine, filledPeriod)).toHaveText(text);
      await grid.expectMark(filledLine, filledPeriod, "reported");
      await expect(grid.cell(filledLine, filledPeriod)).toHaveAttribute("aria-selected", "true");
    }
    await expect(bar.undo).toHaveAttribute("title", /fill/);
    await grid.press("ControlOrMeta+z");
    await expect(bar.undo).toBeDisabled();
    await expect(grid.cell(NET_INCOME, "2Q06")).toHaveText("2,120");
  });
}

test("a percentage stays one, and does not go into a line of another unit: those cells are counted", async ({
  kessan,
}) => {
  const { grid } = kessan;
  await grid.drag([MARGIN_RATIO, "2Q06"], ["Total costs to revenues", "2Q06"]);
  await grid.press("ControlOrMeta+d");
  await grid.goTo("Total costs to revenues", "2Q06");
  await grid.expectPrinted("Total costs to revenues", "2Q06", "18.3");
  await grid.press("ControlOrMeta+z");

  await grid.drag(["Gain from sale of available-for-sale securities", "1Q06"], ["Total costs to revenues", "2Q06"]);
  await grid.press("ControlOrMeta+d");
  await expect(kessan.messages).toContainText("4 cells were left as they are");
  await expect(grid.cell(MARGIN_RATIO, "2Q06")).toHaveText("18.3%");
});

test("Ctrl+Enter enters what was typed into all selected cells", async ({ kessan }) => {
  const { bar, grid, page } = kessan;
  await grid.drag([INCOME, "4Q05"], [INCOME, "2Q06"]);
  await page.keyboard.type("(1,234)");
  await grid.press("ControlOrMeta+Enter");
  for (const period of ["4Q05", "1Q06", "2Q06"]) await expect(grid.cell(INCOME, period)).toHaveText("(1,234)");
  await grid.expectSelected([INCOME], ["4Q05", "1Q06", "2Q06"]);
  await expect(grid.cell(INCOME, "4Q05")).toBeFocused();
  await expect(bar.undo).toHaveAttribute("title", /3 figures/);
  await grid.press("ControlOrMeta+z");
  await expect(grid.cell(INCOME, "2Q06")).toHaveText("811");
  await expect(bar.undo).toBeDisabled();
});

test("Enter after typing goes round in the selection", async ({ kessan }) => {
  const { grid, page } = kessan;
  await grid.drag([NET_INCOME, "1Q06"], [NET_INCOME, "2Q06"]);
  await page.keyboard.type("1");
  await grid.press("Enter");
  await expect(grid.cell(NET_INCOME, "2Q06")).toBeFocused();
  await page.keyboard.type("2");
  await grid.press("Enter");
  await expect(grid.cell(NET_INCOME, "1Q06")).toBeFocused();
  await expect(grid.cell(NET_INCOME, "1Q06")).toHaveText("1");
  await expect(grid.cell(NET_INCOME, "2Q06")).toHaveText("2");
});

for (const [line, typed, shown] of [
  [INCOME, "1,234", "1,234"],
  [INCOME, "(1,234)", "(1,234)"],
  [INCOME, "△1,234", "(1,234)"],
  [INCOME, "▲1,234", "(1,234)"],
  [INCOME, "−1,234", "(1,234)"],
  [INCOME, "１，２３４", "1,234"],
  [INCOME, "140.1億", "14,010"],
  [INCOME, "12.3bn", "12,300"],
  [INCOME, "1e3", "1,000"],
] as const) {
  test(`“${typed}” is read in the line's unit`, async ({ kessan }) => {
    const { grid } = kessan;
    await grid.goTo(line, "2Q06");
    // What no key of a plain keyboard has comes from an input method.
    if (/[^ -~]/u.test(typed)) await grid.compose(typed);
    else await kessan.page.keyboard.type(typed);
    await grid.press("Enter");
    await expect(grid.cell(line, "2Q06")).toHaveText(shown);
    await grid.expectMark(line, "2Q06", "reported");
  });
}

test("“5.2%” is read in a line of percent, and refused in any other", async ({ kessan }) => {
  const { grid } = kessan;
  await grid.enter(MARGIN_RATIO, "2Q06", "5.2%");
  await grid.expectPrinted(MARGIN_RATIO, "2Q06", "5.2");
  await grid.enter(INCOME, "2Q06", "5.2%");
  await expect(grid.problem).toHaveText(/not a percentage/);
});

for (const [text, reason] of [
  ["1.234,5", /group by three/],
  ["12,34", /group by three/],
  ["1/2", /not a number/],
] as const) {
  test(`“${text}” could be read in two ways: it is refused at the cell, for one cell and for many`, async ({
    kessan,
  }) => {
    const { bar, grid } = kessan;
    await grid.enter(INCOME, "2Q06", text);
    await expect(grid.problem).toHaveText(reason);
    await expect(grid.editor(INCOME, "2Q06")).toHaveValue(text);
    await grid.press("ControlOrMeta+Enter");
    await expect(grid.problem).toHaveText(reason);
    await expect(grid.editor(INCOME, "2Q06")).toHaveValue(text);
    await grid.press("Escape");
    await expect(bar.undo).toBeDisabled();
  });
}

test("typing over a computed figure makes it reported, and its formula stays", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  await grid.enter(CONTRACTS, "1Q06", "15,000");
  await grid.expectMark(CONTRACTS, "1Q06", "reported");
  await grid.enter(MARGIN, "1Q06", "2,400");
  await grid.expectMark(MARGIN, "1Q06", "reported");
  await grid.clear(MARGIN, "1Q06");
  await expect(grid.cell(MARGIN, "1Q06")).toHaveText("2,303");
  await grid.goTo(MARGIN_RATIO, "1Q06");
  await expect(explanation.fact("formula")).toHaveText("gross_margin / revenue");
});

test("= begins the line's formula, and types nothing into the cell", async ({ kessan }) => {
  const { grid, page } = kessan;
  await grid.goTo(MARGIN_RATIO, "2Q06");
  await grid.press("=");
  await expect(page.getByLabel(kessan.words.formulaBar.label, { exact: true }).locator(":focus")).toContainText("/");
  await expect(grid.editor(MARGIN_RATIO, "2Q06")).toBeHidden();
});

test("where shares are shown nothing is typed, and Esc shows the figures again", async ({ kessan }) => {
  const { bar, grid, page } = kessan;
  await grid.goTo(REVENUE, "2Q06");
  await grid.press("Alt+o");
  await expect(grid.cell(REVENUE, "2Q06")).toHaveText("100.0%");
  await page.keyboard.type("5");
  await expect(kessan.messages).toContainText("Press Esc");
  await expect(grid.editor(REVENUE, "2Q06")).toBeHidden();
  await grid.press("Delete");
  await expect(bar.undo).toBeDisabled();
  await expect(grid.fillHandle).toBeHidden();
  await grid.press("Escape");
  await expect(grid.cell(REVENUE, "2Q06")).toHaveText("14,007");
  await page.keyboard.type("5");
  await expect(grid.editor(REVENUE, "2Q06")).toBeFocused();
});
