import { expect, test } from "./app.ts";

const EQUITY = "Total shareholders' equity";
const CLAIM = "Total revenues against the initial target";

test("three printed figures do not hold, and the status bar leads to them", async ({ kessan }) => {
  const { checks } = kessan;
  await checks.expectOutside(3);
  await checks.openOutside();
  await expect(checks.filter("outside")).toBeChecked();
  await expect(checks.rows).toHaveText([
    /Outside.*Total revenues against the initial target.*1H06.*\+5\.6%.*5\.78%.*26,400 \/ 25,000/,
    /Outside.*Total shareholders' equity.*4Q05.*20,222.*20,307.*difference -85/,
    /Outside.*Total shareholders' equity.*2Q06.*19,808.*19,892.*difference -84/,
  ]);

  await checks.row(CLAIM).click();
  await expect(checks.heading).toHaveText(CLAIM);
  await expect(checks.fact("printed")).toHaveText("+5.6%");
  await expect(checks.fact("recomputed")).toHaveText("+5.78%");
  await expect(checks.fact("reachable")).toHaveText("between 5.77% and 5.78%");
  await expect(checks.fact("worked")).toHaveText("26,444 / 25,000 − 1 = 5.78%");
  await expect(checks.hint("26,400 / 25,000 − 1 = 5.6%: the latest target in place of 26,444")).toBeVisible();
  // A line for what is not shown mends a sum, not a claim.
  await expect(checks.addNotShown).toHaveCount(0);

  await checks.row(EQUITY, "4Q05").click();
  await expect(checks.fact("difference")).toHaveText("-85");
  await checks.row(EQUITY, "2Q06").click();
  await expect(checks.fact("difference")).toHaveText("-84");
  await expect(checks.fact("worked")).toHaveText("16,834 + 26,599 + (26,827) + 3,286 = 19,892");
});

test("every check is counted under its verdict, all 96 claims among them", async ({ kessan }) => {
  const { checks } = kessan;
  const counts = { all: 185, exact: 149, within: 29, outside: 3, "not-computable": 4 };
  await checks.expectOutside(3);
  await checks.openOutside();
  await checks.expectCounts(counts);
  for (const verdict of ["exact", "within", "outside", "not-computable"] as const) {
    await checks.show(verdict);
    await expect(checks.rows).toHaveCount(counts[verdict]);
    await expect(checks.row(kessan.words.checks.verdicts[verdict])).toHaveCount(counts[verdict]);
  }
  await checks.show("all");
  await expect(checks.rows).toHaveCount(185);
  await expect(checks.row("Claim")).toHaveCount(96);
});

test("what cannot be computed says what it needs", async ({ kessan }) => {
  const { checks } = kessan;
  await checks.openOutside();
  await checks.show("not-computable");
  await expect(checks.rows).toHaveText([
    /contracts, change on the quarter.*\+758.*needs Number of dedicated access contracts 1Q06/,
    /contracts, change on the year.*\+3,410.*needs Number of dedicated access contracts 2Q05/,
    /systems integration, change on the quarter.*needs .*systems integration 2Q06, .*systems integration 1Q06/,
    /systems integration, change on the year.*needs .*systems integration 2Q06, .*systems integration 2Q05/,
  ]);
  await checks.rows.nth(1).click();
  await expect(checks.fact("recomputed")).toHaveCount(0);
  await expect(checks.missing).toHaveText([/Number of dedicated access contracts.*2Q05.*not entered/]);
  await checks.missing.getByRole("button").click();
  await expect(kessan.grid.cell("Number of dedicated access contracts", "2Q05")).toBeFocused();
});

test("a finding leads to its cell in Results, and Back to the finding", async ({ kessan }) => {
  const { bar, checks, grid } = kessan;
  await checks.openOutside();
  await checks.row(CLAIM).click();
  await checks.showInResults.click();
  await expect(bar.view("results")).toHaveAttribute("aria-current", "page");
  await expect(bar.layout).toHaveValue("H");
  await expect(checks.view).toHaveCount(0);
  await expect(grid.cell("Total revenues", "1H06")).toBeFocused();
  await expect(grid.cell("Total revenues", "1H06")).toHaveText("26,444");

  await grid.press("Alt+ArrowLeft");
  await expect(bar.view("checks")).toHaveAttribute("aria-current", "page");
  await expect(checks.row(CLAIM)).toBeFocused();
  await expect(checks.heading).toHaveText(CLAIM);
});

test("a “not shown” line closes the sum of equity, and Ctrl+Z opens it again", async ({ kessan }) => {
  const { bar, checks, grid } = kessan;
  const line = `${EQUITY}: not shown`;
  await checks.expectOutside(3);
  await checks.openOutside();
  await checks.row(EQUITY, "2Q06").click();
  await checks.addNotShown.click();
  await checks.expectOutside(1);
  await expect(checks.rows).toHaveText([/Total revenues against the initial target/]);

  await bar.view("results").click();
  await grid.goTo(line, "2Q06");
  await expect(grid.cell(line, "2Q06")).toHaveText("(84)");
  await grid.expectMark(line, "2Q06", "implied");
  await expect(grid.cell(line, "4Q05")).toHaveText("(85)");
  await grid.expectMark(line, "4Q05", "implied");

  await grid.goTo(EQUITY, "2Q06");
  await expect(grid.cell(EQUITY, "2Q06")).toHaveText("19,808");
  await grid.press("ControlOrMeta+z");
  await checks.expectOutside(3);
  await expect(grid.label(line)).toHaveCount(0);
  await expect(grid.label(EQUITY)).toHaveCount(1);
});

test("a line can be taken back while one of its cells is in hand", async ({ kessan }) => {
  const { bar, checks, grid } = kessan;
  const line = `${EQUITY}: not shown`;
  await checks.openOutside();
  await checks.row(EQUITY, "2Q06").click();
  await checks.addNotShown.click();
  await checks.expectOutside(1);
  await bar.view("results").click();
  await grid.goTo(line, "2Q06");
  await grid.press("ControlOrMeta+z");
  await checks.expectOutside(3);
  await expect(grid.label(line)).toHaveCount(0);
});

test("an edit changes the findings that rest on it and no others", async ({ kessan }) => {
  const { bar, checks, grid } = kessan;
  await checks.expectOutside(3);
  await checks.openOutside();
  await checks.show("all");
  await expect(checks.row("CAPEX, year on year")).toHaveText(/^Exact.*-20\.0%.*-20\.0%.*-20\.11%/);
  const before = await checks.rows.allTextContents();

  await bar.view("results").click();
  await grid.enter("CAPEX", "2Q06", "700");
  await checks.expectOutside(4);
  await bar.view("checks").click();
  await expect(checks.row("CAPEX, year on year")).toHaveText(/^Outside.*-20\.0%.*-11\.95%/);
  const after = await checks.rows.allTextContents();
  expect(after).toHaveLength(before.length);
  expect(after.filter((row) => !before.includes(row))).toEqual([expect.stringContaining("CAPEX, year on year")]);
  expect(before.filter((row) => !after.includes(row))).toEqual([expect.stringContaining("CAPEX, year on year")]);
});

test("the search narrows what the filter leaves", async ({ kessan }) => {
  const { checks } = kessan;
  await checks.openOutside();
  await checks.search.fill("equity 4q05");
  await expect(checks.rows).toHaveText([/Total shareholders' equity.*4Q05/]);
  await checks.search.fill("capex");
  await expect(checks.view.getByText("No check matches.")).toBeVisible();
  await checks.show("all");
  await expect(checks.rows).toHaveText([/CAPEX, year on year/]);
  await checks.search.press("Escape");
  await expect(checks.search).toHaveValue("");
  await expect(checks.rows).toHaveCount(185);
});

test("the keyboard alone goes there, through the list, to a cell, and back", async ({ kessan }) => {
  const { bar, checks, grid } = kessan;
  await grid.press(await bar.keyOf("checks"));
  await expect(bar.view("checks")).toHaveAttribute("aria-current", "page");
  await expect(checks.row(CLAIM)).toBeFocused();
  await expect(checks.selected).toHaveText(/against the initial target/);

  await grid.press("ArrowDown");
  await expect(checks.row(EQUITY, "4Q05", "Sum", "Outside")).toBeFocused();
  await expect(checks.fact("difference")).toHaveText("-85");
  await grid.press("End");
  await expect(checks.rows.last()).toBeFocused();
  await grid.press("Home");
  await expect(checks.rows.first()).toBeFocused();
  await grid.press("ArrowDown");

  await grid.press("Enter");
  await expect(bar.view("results")).toHaveAttribute("aria-current", "page");
  await expect(grid.cell(EQUITY, "4Q05")).toBeFocused();
  await grid.press("Alt+ArrowLeft");
  await expect(checks.row(EQUITY, "4Q05", "Sum", "Outside")).toBeFocused();

  await grid.press("Alt+1");
  await expect(bar.view("results")).toHaveAttribute("aria-current", "page");
  await expect(grid.cell(EQUITY, "4Q05")).toBeFocused();
  await grid.press("ArrowUp");
  await expect(grid.cell("Accumulated other comprehensive income", "4Q05")).toBeFocused();
});
