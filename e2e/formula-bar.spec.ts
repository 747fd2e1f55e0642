import { expect, test as base } from "./app.ts";
import { FormulaBar } from "./pages/formula-bar.ts";

const test = base.extend<{ formulaBar: FormulaBar }>({
  formulaBar: async ({ kessan }, use) => use(new FormulaBar(kessan)),
});

test("the bar shows a figure as it was printed with its source, and a computed line's formula", async ({
  kessan: { grid },
  formulaBar,
}) => {
  await grid.goTo("Accumulated deficit", "2Q06");
  await expect(formulaBar.name("Accumulated deficit", "2Q06")).toHaveText("Accumulated deficit 2Q06");
  await expect(formulaBar.text("Accumulated deficit", "2Q06")).toHaveValue("(26,827)");
  await expect(formulaBar.says("Results presentation 2Q06 / 1H06, 2006-11-02")).toBeVisible();

  await grid.goTo("Operating margin ratio", "2Q06");
  await expect(formulaBar.shown("Operating margin ratio", "operating_income / revenue")).toBeVisible();
  expect(await formulaBar.colours()).toEqual(["line operating_income", "operator /", "line revenue"]);

  await grid.goTo("Total costs", "1Q06");
  await expect(formulaBar.text("Total costs", "1Q06")).toHaveValue("10,134");
  await expect(formulaBar.says(/Derived from other periods/)).toBeVisible();
});

test("what is typed in the bar goes into the cell, Enter goes down, Esc gives up", async ({ kessan, formulaBar }) => {
  const { grid } = kessan;
  const text = formulaBar.text("Total revenues", "2Q06");
  await grid.goTo("Total revenues", "2Q06");
  await text.click();
  await text.fill("15000");
  await kessan.keeps(() => grid.press("Enter"));
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
  await expect(grid.cell("Connectivity and value-added services", "2Q06")).toBeFocused();
  await expect(grid.cell("Gross margin ratio", "2Q06")).toHaveText("17.1%");

  await grid.goTo("Total revenues", "2Q06");
  await text.fill("1");
  await grid.press("Escape");
  await expect(text).toHaveValue("15000");
  await expect(grid.cell("Total revenues", "2Q06")).toBeFocused();
});

test("text that cannot be read stays in the bar with the reason, whatever is clicked", async ({
  kessan: { grid },
  formulaBar,
}) => {
  const text = formulaBar.text("Total revenues", "2Q06");
  await grid.goTo("Total revenues", "2Q06");
  await text.fill("1,23");
  await grid.press("Enter");
  await expect(formulaBar.refusal).toHaveText("Commas must group by three: 1,234.");
  await expect(text).toBeFocused();
  await grid.cell("Total costs", "2Q06").click();
  await expect(text).toBeFocused();
  await expect(text).toHaveValue("1,23");
  await expect(text).toHaveAccessibleDescription("Commas must group by three: 1,234.");

  await text.fill("14,500");
  await grid.cell("Total costs", "2Q06").click();
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,500");
  await expect(grid.cell("Total costs", "2Q06")).toBeFocused();
});

test("a row's formula is changed for every period, after the bar has said so, and undo brings it back", async ({
  kessan,
  formulaBar,
}) => {
  const { grid, bar, explanation } = kessan;
  await grid.goTo("Operating margin ratio", "2Q06");
  await formulaBar.shown("Operating margin ratio", "operating_income / revenue").click();
  const formula = formulaBar.formula("Operating margin ratio");
  await expect(formula).toBeFocused();
  await expect(
    formulaBar.says(/holds for every period \(\d+ cells\)\. A number typed into a cell keeps it\./),
  ).toBeVisible();
  await expect(formulaBar.says("2Q06: 5.8%")).toBeVisible();

  await grid.press("ControlOrMeta+a");
  await kessan.page.keyboard.type("gross_margin/revenue");
  await expect(formulaBar.says("2Q06: 18.3%")).toBeVisible();
  await expect(formulaBar.says(/This changes the formula of Operating margin ratio for every period/)).toBeVisible();
  await expect(grid.cell("Operating margin ratio", "2Q06")).toHaveText("5.8%");
  await formulaBar.change();
  await expect(grid.cell("Operating margin ratio", "2Q06")).toHaveText("18.3%");
  await expect(grid.cell("Operating margin ratio", "1Q06")).toHaveText("18.5%");
  await expect(grid.cell("Operating margin ratio", "2Q06")).toBeFocused();
  await expect(explanation.fact("formula")).toHaveText("gross_margin/revenue");

  await bar.undo.click();
  await expect(grid.cell("Operating margin ratio", "2Q06")).toHaveText("5.8%");
  await expect(formulaBar.shown("Operating margin ratio", "operating_income / revenue")).toBeVisible();
});

test("lines are offered by their id and by their labels in both languages, functions with their arguments", async ({
  kessan,
  formulaBar,
}) => {
  const { grid, page } = kessan;
  await grid.goTo("Net margin", "2Q06");
  await grid.press("ControlOrMeta+F2");
  await expect(formulaBar.formula("Net margin")).toBeFocused();
  await page.keyboard.type("operating_i");
  await expect(formulaBar.offered).toHaveText(["operating_incomeOperating income (loss)"]);
  await grid.press("Enter");
  await expect(formulaBar.formula("Net margin")).toHaveText("operating_income");

  await page.keyboard.type(" - SG");
  await expect(formulaBar.offered).toHaveText([/^sga_rd/, /^sga_ratio/]);
  await grid.press("Tab");
  await expect(formulaBar.formula("Net margin")).toHaveText("operating_income - sga_rd");

  await page.keyboard.type(" + lag");
  await expect(formulaBar.offered).toHaveText(["lagx, n times the period’s own length earlier"]);
  await grid.press("Enter");
  await expect(formulaBar.formula("Net margin")).toHaveText("operating_income - sga_rd + lag()");
  await expect(formulaBar.argument).toHaveText("x");
  await expect(formulaBar.says("x, n times the period’s own length earlier")).toBeVisible();
  await page.keyboard.type("cash, ");
  await expect(formulaBar.argument).toHaveText("n");
  await page.keyboard.type("1)");
  await expect(formulaBar.argument).toHaveCount(0);
  await expect(formulaBar.formula("Net margin")).toHaveText("operating_income - sga_rd + lag(cash, 1)");
  await expect(formulaBar.says("It gives JPY million, the line is in %.")).toBeVisible();
});

test("a Japanese input method finds a line by its label and loses no character", async ({ kessan, formulaBar }) => {
  const { grid, bar } = kessan;
  await kessan.switchLanguage();
  await grid.goTo("営業利益率", "2Q06");
  await formulaBar.edit.click();
  const formula = formulaBar.formula("営業利益率");
  await grid.compose("営業利益");
  await expect(formula).toHaveText("営業利益");
  await expect(formulaBar.offered.first()).toHaveText("operating_income営業利益");
  await grid.press("Enter");
  await expect(formula).toHaveText("operating_income");
  await grid.compose("／");
  await grid.compose("営業原価");
  await expect(formulaBar.offered.first()).toHaveText("total_costs営業原価");
  await grid.press("Enter");
  await expect(formula).toHaveText("operating_income／total_costs");
  await formulaBar.change();
  await expect(grid.cell("営業利益率", "2Q06")).toHaveText("7.1%");
  await expect(formulaBar.shown("営業利益率", "operating_income/total_costs")).toBeVisible();
  await expect(bar.undo).toBeEnabled();
});

test("a formula with a mistake is not stored: the text stays, with the place and the reason", async ({
  kessan,
  formulaBar,
}) => {
  const { grid, bar, page } = kessan;
  await grid.goTo("Operating margin ratio", "2Q06");
  await grid.press("ControlOrMeta+F2");
  const formula = formulaBar.formula("Operating margin ratio");
  await page.keyboard.type("operating_incom / revenue");
  await expect(formulaBar.wrong).toHaveText("operating_incom");
  await grid.press("Enter");
  await expect(formulaBar.refusal).toHaveText("The book has no line operating_incom. Perhaps operating_income.");
  await expect(formula).toBeFocused();
  await expect(formula).toHaveText("operating_incom / revenue");
  await expect(formula).toHaveAttribute("aria-invalid", "true");
  await expect(formula).toHaveAccessibleDescription(/The book has no line/);

  await grid.press("ControlOrMeta+a");
  await page.keyboard.type("max(revenue");
  await grid.press("Delete");
  await grid.press("Enter");
  await expect(formulaBar.refusal).toHaveText("A parenthesis opened here is not closed.");

  await grid.press("Escape");
  await expect(grid.cell("Operating margin ratio", "2Q06")).toBeFocused();
  await expect(formulaBar.shown("Operating margin ratio", "operating_income / revenue")).toBeVisible();
  await expect(bar.undo).toBeDisabled();
});

test("a formula that would make lines rest on themselves is refused and names them", async ({ kessan, formulaBar }) => {
  const { grid, page } = kessan;
  await grid.goTo("SG&A / R&D", "2Q06");
  await formulaBar.edit.click();
  await page.keyboard.type("gross_margin - operating_income");
  await grid.press("Enter");
  await expect(formulaBar.refusal).toHaveText(
    "The line would rest on itself: SG&A / R&D → Operating income (loss) → SG&A / R&D",
  );
  await expect(formulaBar.wrong).toHaveText("operating_income");
  await formulaBar.giveUp.click();
  await expect(grid.cell("SG&A / R&D", "2Q06")).toBeFocused();
  await expect(formulaBar.text("SG&A / R&D", "2Q06")).toHaveValue("1,747");
});

test("while a formula is written, a click on a line in the grid writes its name", async ({ kessan, formulaBar }) => {
  const { grid, page, chart } = kessan;
  await grid.goTo("Gross margin", "2Q06");
  await formulaBar.edit.click();
  const formula = formulaBar.formula("Gross margin");
  await grid.cell("Total revenues", "1Q06").click();
  await page.keyboard.type(" -");
  await grid.label("Total costs").click();
  await expect(formula).toHaveText("revenue - total_costs");
  await grid.label("SG&A / R&D").click();
  await expect(formula).toHaveText("revenue - sga_rd");
  await expect(formula).toBeFocused();
  await expect(chart.heading).toHaveText("Revenue by service and gross margin");
  await formulaBar.store.click();
  await formulaBar.answer("Change the formula").click();
  await expect(grid.cell("Gross margin", "2Q06")).toBeFocused();
  await grid.cell("Total revenues", "1Q06").click();
  await expect(grid.cell("Total revenues", "1Q06")).toBeFocused();
});

test("= in the bar gives a line its formula, and an empty one takes it away", async ({ kessan, formulaBar }) => {
  const { grid, page } = kessan;
  const cell = grid.cell("Ordinary income", "2Q06");
  await grid.goTo("Ordinary income", "2Q06");
  await formulaBar.text("Ordinary income", "2Q06").click();
  await page.keyboard.type("=operating_income");
  await expect(formulaBar.formula("Ordinary income")).toHaveText("operating_income");
  await expect(formulaBar.says("This gives Ordinary income a formula for every period (10 cells).")).toBeVisible();
  await grid.press("Enter");
  await expect(cell).toHaveText("811");
  await grid.expectMark("Ordinary income", "2Q06", "computed");

  await grid.press("ControlOrMeta+F2");
  await grid.press("Delete");
  await expect(
    formulaBar.says("This takes the formula of Ordinary income away: 10 cells are no longer computed."),
  ).toBeVisible();
  await expect(formulaBar.says("10 figures go blank.")).toBeVisible();
  await formulaBar.change("removes");
  await expect(cell).toHaveText("");
  await expect(formulaBar.text("Ordinary income", "2Q06")).toHaveValue("");
});

test("what is pasted into a formula is one line, without the = of a spreadsheet", async ({ kessan, formulaBar }) => {
  const { grid, page } = kessan;
  await grid.goTo("Operating margin ratio", "2Q06");
  await grid.press("ControlOrMeta+F2");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText("=gross_margin\n  / revenue\n"));
  await grid.press("ControlOrMeta+v");
  await expect(formulaBar.formula("Operating margin ratio")).toHaveText("gross_margin / revenue");
  await grid.press("ControlOrMeta+z");
  await expect(formulaBar.formula("Operating margin ratio")).toHaveText("operating_income / revenue");
});

test("a formula left half written waits while another view is looked at", async ({ kessan, formulaBar }) => {
  const { grid, bar, page } = kessan;
  await grid.goTo("Operating margin ratio", "2Q06");
  await grid.press("ControlOrMeta+F2");
  await page.keyboard.type("operating_income /");
  await bar.view("checks").click();
  await expect(formulaBar.root).toBeHidden();
  await bar.view("results").click();
  await expect(formulaBar.formula("Operating margin ratio")).toHaveText("operating_income /");
});

test("= in a cell opens the formula of its line, to be typed anew", async ({ kessan, formulaBar }) => {
  const { grid, page } = kessan;
  await grid.goTo("Operating margin ratio", "1Q06");
  await page.keyboard.type("=gross_margin / revenue");
  await expect(formulaBar.formula("Operating margin ratio")).toHaveText("gross_margin / revenue");
  await expect(formulaBar.says("1Q06: 18.5%")).toBeVisible();
  await formulaBar.change();
  await expect(grid.cell("Operating margin ratio", "2Q06")).toHaveText("18.3%");
});

test("text that cannot be read is kept as the cell's where another view is chosen meanwhile", async ({
  kessan,
  formulaBar,
}) => {
  const { grid, bar } = kessan;
  await grid.goTo("Total revenues", "2Q06");
  await formulaBar.text("Total revenues", "2Q06").fill("abc");
  await bar.view("checks").click();
  await expect(kessan.messages).toContainText("“abc” was not stored.");
  await bar.view("results").click();
  await expect(formulaBar.text("Total revenues", "2Q06")).toHaveValue("abc");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
});

test("=5+3 in a cell is a figure of that cell: a formula of the whole row only where that is chosen", async ({
  kessan,
  formulaBar,
}) => {
  const { bar, grid, page } = kessan;
  const [label, period] = ["Operating income (loss)", "2Q06"];
  await grid.goTo(label, period);
  await page.keyboard.type("=5+3");
  await grid.press("Enter");
  await expect(formulaBar.question).toContainText(`Change the formula of ${label} for every period?`);
  await expect(formulaBar.question).toContainText("Now: gross_margin - sga_rd");
  await expect(bar.undo).toBeDisabled();
  // Who presses Enter twice by habit has what a spreadsheet would have done.
  await expect(formulaBar.answer("Enter 8 in 2Q06 only")).toBeFocused();
  await grid.press("Enter");
  await expect(grid.cell(label, period)).toHaveText("8");
  await expect(formulaBar.question).toBeHidden();
  await expect(bar.undo).toHaveAttribute("title", /enter Operating income \(loss\) 2Q06/);
  await grid.goTo(label, "3Q06");
  await expect(formulaBar.shown(label, "gross_margin - sga_rd")).toBeVisible();
});

test("the formula of a row is changed only after a question, whose first answer keeps it", async ({
  kessan,
  formulaBar,
}) => {
  const { bar, grid, page } = kessan;
  const label = "Operating income (loss)";
  await grid.goTo(label, "2Q06");
  await page.keyboard.type("=gross_margin");
  await grid.press("Enter");
  await expect(formulaBar.question).toContainText(/\d+ printed figures stay and are held against it/);
  await expect(formulaBar.answer("Keep it as it is")).toBeFocused();
  await grid.press("Enter");
  await expect(formulaBar.formula(label)).toBeHidden();
  await expect(grid.cell(label, "2Q06")).toBeFocused();
  await expect(bar.undo).toBeDisabled();

  // Esc goes back to what was typed, and from there out of it.
  await page.keyboard.type("=gross_margin");
  await grid.press("Enter");
  await grid.press("Escape");
  await expect(formulaBar.question).toBeHidden();
  await expect(formulaBar.formula(label)).toBeFocused();
  await expect(formulaBar.formula(label)).toHaveText("gross_margin");
  await grid.press("Enter");
  await grid.press("ArrowLeft");
  await expect(formulaBar.answer("Change the formula")).toBeFocused();
  await grid.press("Enter");
  await expect(bar.undo).toHaveAttribute("title", /change the formula of Operating income \(loss\)/);
  await expect(grid.cell(label, "2Q06")).toBeFocused();
  await grid.press("ControlOrMeta+z");
  await expect(bar.undo).toBeDisabled();
  await expect(bar.redo).toHaveAttribute("title", /change the formula of Operating income \(loss\)/);
});

test("an open formula keeps the keyboard when the chart is clicked, and Esc always leaves it", async ({
  kessan,
  formulaBar,
}) => {
  const { chart, explanation, grid, page } = kessan;
  await grid.goTo("Operating margin ratio", "2Q06");
  await grid.press("ControlOrMeta+F2");
  const formula = formulaBar.formula("Operating margin ratio");
  await page.keyboard.type("gross_margin");
  await chart.drawing.click();
  await expect(formula).toBeFocused();
  await explanation.fact("route").click();
  await expect(formula).toBeFocused();
  await page.keyboard.type(" / revenue");
  await expect(formula).toHaveText("gross_margin / revenue");
  // Also from a button that has the keys.
  await formulaBar.giveUp.focus();
  await grid.press("Escape");
  await expect(formula).toBeHidden();
  await expect(grid.cell("Operating margin ratio", "2Q06")).toBeFocused();

  // What is typed into a cell is stored, and the keys go on from its cell.
  await grid.type("Total revenues", "3Q06", "15200");
  await chart.drawing.click();
  await expect(grid.cell("Total revenues", "3Q06")).toHaveText("15,200");
  await expect(grid.cell("Total revenues", "3Q06")).toBeFocused();
});
