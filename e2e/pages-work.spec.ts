/** Working on the pages of a period: their periods, figures, explanations and lines. */
import { expect, test } from "./app.ts";
import { writeSparseBook } from "./books/sparse-book.ts";
import { Clipboard } from "./pages/clipboard.ts";
import { PageView, type PageName } from "./pages/page-view.ts";

const BALANCE = "Balance sheet";
const HALF = "Consolidated, 1H06 (Apr – Sep 2006)";

test("the period goes by buttons, by keys and by kind, and every page tells of the same one", async ({ kessan }) => {
  const period = new PageView(kessan, "period");
  await period.open();
  await period.expectPeriod("2Q06");
  await expect(period.next).toBeDisabled();
  await period.previous.click();
  await period.expectPeriod("1Q06");
  await kessan.page.keyboard.press("Alt+PageUp");
  await period.expectPeriod("4Q05");
  await kessan.page.keyboard.press("Alt+PageDown");
  await kessan.page.keyboard.press("Alt+PageDown");
  await period.expectPeriod("2Q06");
  for (const [kind, label] of [
    ["half", "1H06"],
    ["nine", "9M05"],
    ["year", "FY2005"],
    // Back to the quarter that this began with.
    ["quarter", "2Q06"],
    ["twelve", "LTM 2Q06"],
  ] as const) {
    await period.kind(kind).check();
    await period.expectPeriod(label);
  }
  const services = new PageView(kessan, "services");
  await services.open();
  await services.expectPeriod("LTM 2Q06");
  // Beyond the last there is nothing to go to, and the key does nothing.
  await services.show("quarter", "2Q06");
  await kessan.page.keyboard.press("Alt+PageDown");
  await services.expectPeriod("2Q06");
});

test("a figure is explained where it stands: reported, shared, grown, aimed at", async ({ kessan }) => {
  const view = new PageView(kessan, "period");
  await view.open();
  await view.show("half", "1H06");
  const { results } = view.words;
  await view.figure(results, "Operating income (loss)", 0).click();
  await expect(view.explained).toHaveText("Operating income (loss)");
  await expect(kessan.explanation.fact("page")).toContainText("1H06");
  await expect(kessan.explanation.fact("asPrinted")).toHaveText("1,370");

  await view.figure(results, "Operating income (loss)", 1).click();
  await expect(view.explained).toHaveText("Operating margin ratio");
  await expect(kessan.explanation.fact("formula")).toHaveText("operating_income / revenue");

  await view.figure(results, "Total revenues", 6).click();
  await expect(view.explained).toHaveText("Total revenues against the initial target");
  await expect(kessan.explanation.fact("worked")).toHaveText("26,444 / 25,000 − 1");
  await expect(view.inputs).toHaveText([
    /Total revenues.*1H06.*26,444/,
    /Total revenues: initial target.*1H06.*25,000/,
  ]);
  await expect(view.pane).toContainText("+5.78%");
  await view.pane.getByRole("button", { name: view.words.showCheck }).click();
  await expect(kessan.checks.heading).toHaveText("Total revenues against the initial target");
  await view.pane.or(kessan.checks.pane).getByRole("button", { name: kessan.words.explain.back }).click();
  await expect(view.chosen).toBeFocused();

  await view.figure(results, "Net income (loss)", 7).click();
  await expect(view.explained).toHaveText("Net income (loss): target");
  await expect(kessan.explanation.fact("source").first()).toHaveText("Results presentation 2Q06 / 1H06");
  await expect(view.pane.getByRole("list", { name: kessan.words.explain.vintages })).toContainText("2,000");
});

test("the arrows go from figure to figure and from table to table", async ({ kessan }) => {
  const { page } = kessan;
  const view = new PageView(kessan, "balance");
  await view.open();
  await view.figure(BALANCE, "Cash", 0).click();
  await page.keyboard.press("ArrowRight");
  await expect(view.figure(BALANCE, "Cash", 1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(view.figure(BALANCE, "Available-for-sale securities", 1)).toBeFocused();
  await expect(view.explained).toHaveText("Available-for-sale securities");
  await page.keyboard.press("End");
  await expect(view.figure(BALANCE, "Available-for-sale securities", 2)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(view.figure(BALANCE, "Available-for-sale securities", 0)).toBeFocused();
  await view.figure(BALANCE, "Total shareholders' equity", 0).focus();
  await page.keyboard.press("ArrowDown");
  await expect(view.figure("Cash flows, 3 months", "Net cash provided by operating activities", 0)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(view.figure(BALANCE, "Total shareholders' equity", 0)).toBeFocused();
  // One stop for Tab: the next leaves the tables.
  await page.keyboard.press("Tab");
  await expect(view.focused).toHaveCount(0);
});

test("Alt+Enter and a double click show the cell in Results, and Back returns to the figure", async ({ kessan }) => {
  const { bar, grid, page } = kessan;
  const view = new PageView(kessan, "balance");
  await view.open();
  await view.figure(BALANCE, "Cash", 1).click();
  await page.keyboard.press("Alt+Enter");
  await expect(bar.view("results")).toHaveAttribute("aria-current", "page");
  await expect(grid.cell("Cash", "4Q05")).toBeFocused();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(view.figure(BALANCE, "Cash", 1)).toBeFocused();
  await view.figure(BALANCE, "Long and short-term borrowings", 0).dblclick();
  await expect(grid.cell("Long and short-term borrowings", "2Q06")).toBeFocused();
  // The view's own key puts the focus back on its figure.
  await page.keyboard.press(await bar.keyOf("balance"));
  await expect(view.figure(BALANCE, "Long and short-term borrowings", 0)).toBeFocused();
  // A click in the left pane leaves the focus there.
  await bar.view("results").click();
  await bar.view("balance").click();
  await expect(bar.view("balance")).toBeFocused();
});

test("targets: what was revised by how much, past which line, why, and how far the year is", async ({ kessan }) => {
  const view = new PageView(kessan, "targets");
  await view.open();
  await expect(view.row(HALF, "Total revenues")).toHaveText(/25,000.*26,400.*\+1,400.*\+5\.6%.*below 10%.*26,444/);
  await expect(view.row(HALF, "Operating income (loss)")).toHaveText(/1,000.*1,370.*\+370.*\+37\.0%.*past 30%/);
  await expect(view.table(HALF)).toContainText("Raised with revenues.");
  const year = "Consolidated, FY2006 (Apr 2006 – Mar 2007)";
  await expect(view.row(year, "Operating income (loss)")).toHaveText(/3,200.*3,200.*0.*0\.0%.*kept/);
  const progress = view.words.progressTitle("FY2006");
  const operating = view.row(progress, "Operating income (loss)");
  await expect(operating).toHaveText(/1,370.*42\.8%.*31\.3%.*1,830.*1,657.*\+10\.4%/);
  await expect(operating.getByRole("img")).toHaveAccessibleName(view.words.barText("42.8%", "31.3%"));
  await expect(view.row("Non-consolidated, 1H06 (Apr – Sep 2006)", "Ordinary income")).toHaveText(/300.*600.*past 30%/);
  // Nothing was reached in that scope: it says so, and what is missing leads to where it is entered.
  await expect(view.root).toContainText(view.words.noReached);
  await expect(view.missing).toContainText("Non-consolidated 1H06: Total revenues");
  await view.missing.getByRole("button", { name: "Ordinary income" }).click();
  await expect(kessan.bar.scope).toHaveValue("non-consolidated");
  await expect(kessan.grid.cell("Ordinary income", "1H06")).toBeFocused();
});

test("a quarter with only some figures has dashes with their reasons, and says what is not there", async ({
  kessan,
}) => {
  const view = new PageView(kessan, "period");
  await view.open();
  await view.show("quarter", "1Q04");
  const { results, noFigure } = view.words;
  await expect(view.figure(results, "Operating income (loss)", 0)).toHaveText("(100)");
  await expect(view.figure(results, "Total costs", 0)).toHaveText(noFigure);
  await expect(view.figure(results, "Total costs", 0)).toHaveAttribute("title", /not entered/);
  await expect(view.missing).toContainText("1Q04: Total costs");
  await view.show("quarter", "1Q05");
  await expect(view.figure(results, "Operating income (loss)", 2)).toHaveText("turned to profit");
});

test("a company without figures, and one without lines, look right on every page", async ({ app, kessan }) => {
  await app.open(await writeSparseBook(app.folder));
  for (const name of ["period", "services", "balance", "targets"] as const satisfies readonly PageName[]) {
    const view = new PageView(kessan, name);
    await view.open();
    expect(await view.unreadable(), name).toEqual([]);
    const figures = await view.read();
    expect(figures.map(({ text }) => text).filter((text) => text !== view.words.noFigure)).toEqual([]);
    expect(figures.length > 0, name).toBe(name === "period" || name === "balance");
  }
  await kessan.page.getByRole("navigation").getByRole("button", { name: "Bare Inc.", exact: true }).click();
  const period = new PageView(kessan, "period");
  await period.open();
  await expect(period.root).toContainText(period.words.empty.period);
});

test("the lines of a page are chosen, moved and taken back", async ({ kessan }) => {
  const view = new PageView(kessan, "period");
  await view.open();
  const lines = async (): Promise<string[]> => [...new Set((await view.read()).map(({ line }) => line))];
  const usual = await lines();
  await view.linesButton.click();
  const box = (line: string) => view.linesDialog.getByRole("checkbox", { name: line, exact: true });
  await expect(box("Total costs")).toBeChecked();
  await box("Total costs").uncheck();
  await box("SG&A / R&D").uncheck();
  await box("Adjusted EBITDA").check();
  await box("Gross margin").press("Alt+ArrowUp");
  await box("Gross margin").press("Enter");
  await expect(view.linesDialog).toBeHidden();
  await expect(view.root.getByRole("rowheader", { name: "Total costs", exact: true })).toHaveCount(0);
  const own = await lines();
  expect(own).toContain("Adjusted EBITDA");
  expect(own).not.toContain("SG&A / R&D");
  await kessan.page.keyboard.press("ControlOrMeta+z");
  await expect(view.root.getByRole("rowheader", { name: "Total costs", exact: true })).toBeVisible();
  expect(await lines()).toEqual(usual);
  await kessan.page.keyboard.press("ControlOrMeta+y");
  await expect(view.root.getByRole("rowheader", { name: "Total costs", exact: true })).toHaveCount(0);
  await view.linesButton.click();
  await view.linesDialog.getByRole("button", { name: view.words.usual }).click();
  await expect(view.root.getByRole("rowheader", { name: "Total costs", exact: true })).toBeVisible();
  expect(await lines()).toEqual(usual);
});

test("sentences go to the clipboard, one or all", async ({ kessan }) => {
  const clipboard = new Clipboard(kessan);
  const view = new PageView(kessan, "period");
  await view.open();
  const revenues = "Total revenues JPY 14,007 million (+17.4% compared to 2Q05)";
  await view.copyOf(revenues).click();
  expect((await clipboard.read()).text).toBe(revenues);
  await view.copyAll.click();
  expect((await clipboard.read()).text.split("\n")).toEqual([
    "2Q06 (Jul – Sep 2006)",
    `- ${revenues}`,
    "- Operating income JPY 811 million (+59.9% compared to 2Q05)",
  ]);
});

test("a figure that is typed in Results stands on the page at once", async ({ kessan }) => {
  const { grid } = kessan;
  const view = new PageView(kessan, "period");
  await view.open();
  await kessan.bar.view("results").click();
  await grid.enter("Total costs", "2Q06", "11,000");
  await view.open();
  await expect(view.figure(view.words.results, "Total costs", 0)).toHaveText("11,000");
  // The percentage that is printed beside it, 81.7 %, agrees no longer.
  await expect(view.figure(view.words.results, "Total costs", 1)).toHaveText("78.5% outside");
});

test.describe("in a small window", () => {
  test.use({ viewport: { width: 1024, height: 700 } });

  for (const language of ["English", "Japanese"] as const) {
    test(`nothing is cut off or over anything else, in ${language}`, async ({ kessan }) => {
      if (language === "Japanese") await kessan.switchLanguage();
      for (const name of ["period", "services", "balance", "targets"] as const) {
        const view = new PageView(kessan, name);
        await view.open();
        for (const [kind, period] of [
          ["quarter", "2Q06"],
          ["half", "1H06"],
          ["twelve", "LTM 2Q06"],
        ] as const) {
          await view.show(kind, period);
          expect(await view.unreadable(), `${name} ${period}`).toEqual([]);
        }
      }
      expect(await kessan.scrollableBy()).toEqual({ right: 0, down: 0 });
    });
  }

  test("a wide table scrolls in its own area, and its headings and labels stay", async ({ kessan }) => {
    const view = new PageView(kessan, "services");
    await view.open();
    const table = view.table(view.words.byQuarter);
    const label = table.getByRole("rowheader", { name: "Total revenues", exact: true });
    const heading = table.getByRole("columnheader", { name: "2Q06", exact: true });
    // The newest is what is looked for, so it is in sight.
    await heading.scrollIntoViewIfNeeded();
    await expect(heading).toBeInViewport();
    const before = await label.boundingBox();
    await view.figure(view.words.byQuarter, "Total revenues", 0).focus();
    await expect(view.figure(view.words.byQuarter, "Total revenues", 0)).toBeInViewport({ ratio: 1 });
    expect((await label.boundingBox())?.x).toBe(before?.x);
    await expect(table.getByRole("columnheader", { name: "1Q04", exact: true })).toBeInViewport({ ratio: 1 });
  });
});
