import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { AmountScale } from "#core/units.ts";
import { expect, test as base } from "./app.ts";
import { Clipboard } from "./pages/clipboard.ts";
import { FindBox } from "./pages/find-box.ts";
import { FormulaBar } from "./pages/formula-bar.ts";
import { Making } from "./pages/making.ts";

const REVENUE = "Total revenues";
const COSTS = "Total costs";
const INCOME = "Operating income (loss)";
const SCALES: readonly AmountScale[] = ["one", "thousand", "million", "100 million", "billion", "entered"];

const test = base.extend<{ clipboard: Clipboard; formulaBar: FormulaBar; find: FindBox }>({
  clipboard: async ({ kessan }, use) => use(new Clipboard(kessan)),
  formulaBar: async ({ kessan }, use) => use(new FormulaBar(kessan)),
  find: async ({ kessan }, use) => use(new FindBox(kessan)),
});

// One after the other: outside of a browser all windows share one clipboard.
test.describe.configure({ mode: "default" });

const digest = async (file: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(file))
    .digest("hex");

test("amounts are shown in any unit, the header says it once, and not a byte of the file changes", async ({
  kessan,
}) => {
  const { bar, grid, explanation } = kessan;
  const before = await digest(await kessan.file());
  const shown: readonly (readonly [AmountScale, string, string])[] = [
    ["one", "JPY", "14,007,000,000"],
    ["thousand", "JPY thousand", "14,007,000"],
    ["million", "JPY million", "14,007"],
    ["100 million", "JPY 100 million", "140.07"],
    ["billion", "JPY billion", "14.007"],
    ["entered", "JPY million", "14,007"],
  ];
  for (const [amounts, unit, text] of shown) {
    await bar.chooseAmounts(amounts);
    await expect(grid.header(unit)).toBeVisible();
    await expect(grid.cell(REVENUE, "2Q06")).toHaveText(text);
    await expect(explanation.says(new RegExp(`^${text}\\s*${unit}$`, "u"))).toBeVisible();
    await expect(grid.cell("Gross margin ratio", "2Q06")).toHaveText("18.3%");
  }
  await expect(bar.undo).toBeDisabled();
  expect(await digest(await kessan.file())).toBe(before);
});

test("a number is typed in the unit that is seen; the cell says which, and what is stored keeps it", async ({
  kessan,
  formulaBar,
}) => {
  const { bar, grid, page } = kessan;
  await bar.chooseAmounts("100 million");
  await grid.type(REVENUE, "3Q06", "150.25");
  await expect(page.getByText("JPY 100 million → 15,025 JPY million", { exact: true }).first()).toBeVisible();
  await grid.press("Enter");
  await expect(grid.cell(REVENUE, "3Q06")).toHaveText("150.25");
  await bar.chooseAmounts("entered");
  await expect(grid.cell(REVENUE, "3Q06")).toHaveText("15,025");

  // Opened in its own unit the text still says the one it was typed in.
  await grid.open(REVENUE, "3Q06");
  await expect(grid.editor(REVENUE, "3Q06")).toHaveValue("150.25億円");
  await grid.press("Escape");

  // F2 in another unit gives every digit in that unit; left as it is, nothing is stored.
  await bar.chooseAmounts("billion");
  await grid.open(REVENUE, "2Q06");
  await expect(grid.editor(REVENUE, "2Q06")).toHaveValue("14.007");
  await grid.press("Enter");
  await bar.undo.click();
  await expect(bar.undo).toBeDisabled();

  // The bar above reads as the cell does.
  await grid.goTo(REVENUE, "2Q06");
  await formulaBar.text(REVENUE, "2Q06").fill("14.1");
  await expect(formulaBar.root).toContainText("JPY billion → 14,100 JPY million");
  await page.keyboard.press("Enter");
  await expect(grid.cell(REVENUE, "2Q06")).toHaveText("14.1");
  await bar.chooseAmounts("million");
  await expect(grid.cell(REVENUE, "2Q06")).toHaveText("14,100");
});

test("a number that fits the line's own unit better is not stored but asked about", async ({ kessan }) => {
  const { bar, grid } = kessan;
  await bar.chooseAmounts("100 million");
  await grid.enter(REVENUE, "2Q06", "14,010");
  await expect(grid.problem).toContainText("Type the unit as well");
  await expect(grid.problem).toContainText("JPY 100 million → 1,401,000 JPY million");
  await expect(bar.undo).toBeDisabled();
  await grid.editor(REVENUE, "2Q06").fill("14,010百万");
  await grid.press("Enter");
  await expect(grid.cell(REVENUE, "2Q06")).toHaveText("140.10");
  await bar.chooseAmounts("entered");
  await expect(grid.cell(REVENUE, "2Q06")).toHaveText("14,010");
});

test("a block copied and pasted back changes nothing in any unit, also in another one than it was copied in", async ({
  kessan,
  clipboard,
}) => {
  const { bar, grid, messages, page } = kessan;
  for (const [index, amounts] of SCALES.entries()) {
    await bar.chooseAmounts(amounts);
    await grid.goTo(REVENUE, "2Q06");
    for (let count = 0; count < 9; count++) await page.keyboard.press("Shift+ArrowDown");
    for (let count = 0; count < 7; count++) await page.keyboard.press("Shift+ArrowLeft");
    await grid.press("ControlOrMeta+c");
    const { text } = await clipboard.read();
    await grid.press("ControlOrMeta+v");
    await expect(messages).toHaveText("Nothing entered, 80 as they were.");
    await bar.chooseAmounts(SCALES[(index + 2) % SCALES.length] ?? "entered");
    await grid.press("ControlOrMeta+v");
    await expect(messages).toHaveText("Nothing entered, 80 as they were.");
    // Through a program that knows only text.
    await bar.chooseAmounts(amounts);
    await clipboard.put({ text });
    await grid.press("ControlOrMeta+v");
    await expect(messages).toHaveText("Nothing entered, 80 as they were.");
  }
  await expect(bar.undo).toBeDisabled();
});

test("what is copied is what is shown, with its unit in the corner; with all digits, the line's own", async ({
  kessan,
  clipboard,
}) => {
  const { bar, grid } = kessan;
  await bar.chooseAmounts("100 million");
  await grid.drag([REVENUE, "1Q06"], [REVENUE, "2Q06"]);
  await grid.press("ControlOrMeta+c");
  expect(await clipboard.rows()).toEqual([["124.37", "140.07"]]);
  expect(await clipboard.numbers()).toEqual([[124.37, 140.07]]);
  await grid.press("ControlOrMeta+Shift+c");
  expect(await clipboard.rows()).toEqual([["12437", "14007"]]);
  await new Making(kessan).run(kessan.words.clipboard.copyHeaded);
  expect(await clipboard.rows()).toEqual([
    ["JPY 100 million", "1Q06", "2Q06"],
    [REVENUE, "124.37", "140.07"],
  ]);
});

test("pasted figures from elsewhere are in the unit that is shown; those of another size are left out and counted", async ({
  kessan,
  clipboard,
}) => {
  const { bar, grid, messages } = kessan;
  await bar.chooseAmounts("100 million");
  await clipboard.put({ text: "150.25\n123.45\n" });
  await grid.goTo(COSTS, "3Q06");
  await grid.press("ControlOrMeta+v");
  await expect(grid.cell(COSTS, "3Q06")).toHaveText("150.25");
  await clipboard.put({ text: "11,500" });
  await grid.goTo(COSTS, "2Q06");
  await grid.press("ControlOrMeta+v");
  await expect(messages).toContainText("a size that fits another unit");
  await expect(grid.cell(COSTS, "2Q06")).toHaveText("114.48");
  await bar.chooseAmounts("entered");
  await expect(grid.cell(COSTS, "3Q06")).toHaveText("15,025");
});

test("filling copies the figure itself, whatever is shown", async ({ kessan }) => {
  const { bar, grid } = kessan;
  await bar.chooseAmounts("one");
  await grid.drag([REVENUE, "2Q06"], [REVENUE, "3Q06"]);
  await grid.press("ControlOrMeta+r");
  await expect(grid.cell(REVENUE, "3Q06")).toHaveText("14,007,000,000");
  await bar.chooseAmounts("entered");
  await expect(grid.cell(REVENUE, "3Q06")).toHaveText("14,007");
  await grid.open(REVENUE, "3Q06");
  await expect(grid.editor(REVENUE, "3Q06")).toHaveValue("14,007");
});

test("a figure is found as it is shown and as it was entered", async ({ kessan, find }) => {
  await kessan.bar.chooseAmounts("100 million");
  await find.lookFor("140.07");
  await expect(find.marked.first()).toHaveText("140.07");
  await find.lookFor("14007");
  await expect(find.marked.first()).toHaveText("140.07");
});

test("periods are named in four styles, everywhere", async ({ kessan }) => {
  const { bar, grid, explanation, page } = kessan;
  await bar.choosePeriods("year-end");
  await expect(grid.header("2007/3 2Q")).toBeVisible();
  await expect(explanation.says(/^2007\/3 2Q\s*Jul – Sep 2006$/u)).toBeVisible();
  await bar.choosePeriods("fiscal");
  await expect(grid.header("Q2 FY2006")).toBeVisible();
  await expect(grid.cell(REVENUE, "Q2 FY2006")).toHaveText("14,007");
  await bar.choosePeriods("filing");
  // The heading above says the year.
  await expect(grid.header("2007年3月期")).toBeVisible();
  await expect(explanation.says(/^2007年3月期 第2四半期\s*Jul – Sep 2006$/u)).toBeVisible();
  await page.keyboard.press("Alt+2");
  await expect(page.getByRole("heading", { name: "2007年3月期 第2四半期 (Jul – Sep 2006)" })).toBeVisible();
  await expect(page.getByText("(+17.4% compared to 2006年3月期 第2四半期)")).toBeVisible();
});

test("the sentences of a page, its tables and its explanation are in the unit that is shown", async ({ kessan }) => {
  const { bar, page } = kessan;
  await bar.chooseNegatives("triangle");
  await bar.chooseAmounts("billion");
  await page.keyboard.press("Alt+2");
  await expect(page.getByText("Total revenues JPY 14.007 billion (+17.4% compared to 2Q05)")).toBeVisible();
  const table = page.getByRole("table").first();
  await expect(table.getByText("JPY billion", { exact: true })).toBeVisible();
  await expect(table.getByText("14.007", { exact: true })).toBeVisible();
  await kessan.switchLanguage();
  await expect(page.getByText("営業収益 14.007十億円（前年同四半期比 17.4%増）")).toBeVisible();
});

test("the checks hold their figures against each other in the unit that is shown", async ({ kessan }) => {
  const { bar, page } = kessan;
  await bar.chooseAmounts("100 million");
  await bar.view("checks").click();
  await expect(page.getByText("264.00 / 250.00 − 1", { exact: false }).first()).toBeVisible();
});

test("what was chosen is kept for the next start", async ({ app, kessan }) => {
  await kessan.bar.chooseAmounts("100 million");
  await kessan.bar.choosePeriods("year-end");
  await app.restart();
  await kessan.isOpen();
  await expect(kessan.grid.cell(REVENUE, "2007/3 2Q")).toHaveText("140.07");
  await kessan.grid.goTo(INCOME, "2007/3 2Q");
  await expect(kessan.grid.cell(INCOME, "2007/3 2Q")).toHaveText("8.11");
});
